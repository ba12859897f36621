"""Documents: what a file's lines become, and what is told of those that become nothing."""

import pytest

from inforce.parse import Document, syntax_from_text
from inforce.parse.findings import MOST
from inforce.parse.tokens import LONGEST
from inforce.source import Problem, source_from_text


def parsed(text: str, file: str = "a.treaty") -> tuple[Document, tuple[Problem, ...]]:
    return syntax_from_text(source_from_text(file, text))


def told(text: str, file: str = "a.treaty") -> list[str]:
    """Tell problems in short, for a file whose first line, of the format, goes without saying."""
    return [
        f"{problem.place.line}:{problem.place.column} "
        + " ".join(filter(None, (problem.message, problem.hint)))
        for problem in parsed("treaty-format 1\n" + text, file)[1]
    ]


def keys(text: str) -> list[tuple[str, list[str]]]:
    document, _ = parsed("treaty-format 1\n" + text)
    return [(each.keyword, [detail.key for detail in each.details]) for each in document.directives[1:]]


def test_directives_have_their_lines_by_their_keys() -> None:
    text = """\
treaty x
  parties CHN, SUN

; a comment
  in force upon signature   [@k, p. 3]   ; another
clause 3
  each party shall help
  so long as at-war (either)
  no later than 1 year before the end of the term
1945-08-24 CHN ratifies x
  turnout 98.6 %
  said by ROC
view roc "China"
  CHN speaks through ROC
"""
    assert keys(text) == [
        ("treaty", ["parties", "in force"]),
        ("clause", ["", "so long as", "no later than"]),
        ("record", ["", "said by"]),
        ("view", ["speaks"]),
    ]
    assert told(text) == []


def test_citations_and_comments_stand_apart_from_what_is_said() -> None:
    document, _ = parsed("treaty-format 1\n1945-08-24 CHN signs x [@a] again [@b] ; why")
    record = document.directives[1]
    assert [token.text for token in record.head] == ["1945-08-24", "CHN", "signs", "x", "again"]
    assert [token.text for token in record.citations] == ["[@a]", "[@b]"]


@pytest.mark.parametrize(
    "date",
    [
        "1945",
        "1945-08-14",
        "[1945,1946]",
        "[..1945]",
        "1945/..",
        "../1949",
        "/1949",
        "-0500",
        "Y12345",
        "19XX",
    ],
)
def test_a_date_begins_a_record(date: str) -> None:
    assert keys(f"{date} at-war") == [("record", [])]


def test_in_markdown_only_fences_have_meaning() -> None:
    text = "# A\n\ntreety x\n\n## B\n\n```treaty\ntreaty-format 1\n```\n\n# C\n\n```treaty\nasset x\n```\n"
    document, problems = parsed(text, "a.treaty.md")
    assert [(each.keyword, each.heading) for each in document.directives] == [
        ("treaty-format", "A > B"),
        ("asset", "C"),
    ]
    assert problems == ()


def test_prose_alone_needs_no_format() -> None:
    assert parsed("# Only prose\n", "a.treaty.md")[1] == ()


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "1:1", "This file does not say its format."),
        ("treaty x\n  parties A, B", "1:1", "The file does not begin with its format."),
        ("treaty-format 2\ntreaty x", "1:15", "The only format there is so far is 1."),
        ("treaty-format\ntreaty x", "1:1", "The only format there is so far is 1."),
        ("treaty-format 1\ntreaty-format 1", "2:1", "The format is said already in line 1."),
        ("asset x\ntreaty-format 1", "1:1", "The file does not begin with its format."),
        ("treaty-fromat 1\nasset x", "1:1", "There is no directive called treaty-fromat."),
    ],
)
def test_a_file_begins_with_its_format(text: str, place: str, message: str) -> None:
    (problem,) = parsed(text)[1]
    assert f"{problem.place.line}:{problem.place.column}" == place
    assert problem.message == message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trety x", "2:1 There is no directive called trety. Did you mean treaty?"),
        ("record x", "2:1 There is no directive called record. A record begins with its date."),
        (
            '"x"',
            '2:1 There is no directive called "x". A line begins with a directive, a date, or two spaces.',
        ),
        (
            "treaty x\nparties A, B",
            "3:1 There is no directive called parties. "
            "If it belongs to the treaty above, put two spaces before it.",
        ),
        ("treaty x\n  partis A", "3:3 There is no line called partis under treaty. Did you mean parties?"),
        ("view x\n  aplies y", "3:3 There is no line called aplies under view. Did you mean applies?"),
        ("treaty x\n  sined at Y", "3:3 There is no line called sined under treaty. Did you mean signed at?"),
        (
            "treaty x\n  clause 3",
            "3:3 There is no line called clause under treaty. "
            "To begin a clause, remove the white space before it.",
        ),
        (
            "include x\n  note y",
            "3:3 Nothing stands under include. Put it on the line above, or under another directive.",
        ),
        (
            "asset x\n  [@k]",
            "3:3 This citation supports nothing. Write it at the end of the line that it supports.",
        ),
        ('asset x\n  note "y', '3:8 This string is not closed. Write " where it ends.'),
        ("asset x [@k", "2:9 This citation is not closed. Write ] where it ends."),
        ("asset x\u200b", "2:8 There is an invisible character here, U+200B. Remove it."),
        ("asset x\n  note \x07", "3:8 There is an invisible character here, U+0007. Remove it."),
    ],
)
def test_a_mistake_is_told_with_its_fix(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_reading_resumes_at_the_next_directive() -> None:
    text = "trety x\n  partis A\n  x\nasset y\n  nmae z"
    assert [line.split()[0] for line in told(text)] == ["2:1", "6:3"]


def test_an_indented_line_needs_a_directive_above_it() -> None:
    text = "```treaty\ntreaty-format 1\nasset x\n```\n\n```treaty\n  note x\n  note y\n```\n"
    (problem,) = parsed(text, "a.treaty.md")[1]
    assert (problem.place.line, problem.message) == (7, "This line stands under no directive.")


def test_a_whole_file_that_is_indented_is_one_problem() -> None:
    (problem,) = parsed("  treaty-format 1\n  treaty x\n  asset y")[1]
    assert problem.hint == "Remove the white space before it; a directive begins in the first column."


def test_nothing_goes_deeper() -> None:
    text = "clause 3\n  each party shall give\n    all support\n    once attacked\n      to the other"
    assert told(text) == [
        "4:5 This line stands deeper than the lines above it. "
        "Nothing goes deeper: a line says one thing, and all lines of a directive stand in one column."
    ]
    assert keys(text) == [("clause", ["", "once", "to"])]


def test_tabs_are_white_space() -> None:
    assert told('asset x\n\tname zh "y"\n\tnote\t"z"') == []


def test_a_problem_stands_under_its_headings_and_its_directive() -> None:
    text = "# A\n\n## B\n\n```treaty\ntreaty-format 1\ntreaty x\n  partis y\n```\n"
    (problem,) = parsed(text, "a.treaty.md")[1]
    assert problem.heading == "A > B > treaty x"
    assert problem.excerpt == "  partis y"


def test_a_line_that_is_too_long_is_not_read() -> None:
    assert told(f"asset {'x' * LONGEST}") == [
        "2:10001 This line has 10,006 characters; the longest that is read has 10,000."
    ]


def test_problems_have_an_end() -> None:
    problems = parsed("x\n" * 5_000)[1]
    assert len(problems) == MOST + 1
    assert problems[-1].message == "There are more problems from here on."


def test_a_line_of_10_mb_is_one_problem() -> None:
    assert len(told('"' * 10_000_000)) == 1
