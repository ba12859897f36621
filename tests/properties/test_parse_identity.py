"""Print after parse gives every text back, and the layout moves white space and nothing else."""

from hypothesis import example, given
from hypothesis import strategies as st

from inforce.parse import format_text, syntax_from_text, text_from_syntax
from inforce.source import SourceText, source_from_text

_PIECES = st.sampled_from(
    [
        "treaty-format 1", "treaty", "clause", "view", "fact", "record", "1945-08-24", "[1945..1946]",
        "[1950,1951]/..", "../1949", "so long as", "said by", "note", "parties", "CHN", "speaks through",
        "```treaty", "```", "~~~", "````", "# Heading", "> ", "- ", "<!--", "===", "---", "---\n===",
        '"', '"a b"', "[@key, p. 3]", "[@", "[", "]", "^label", "^", ";", "; why", ",", "(", ")", ":", "::",
        " ", "  ", "\t", "\n", "\n\n", "\r", "\r\n", "\n  ", "\n    ", "\n\t", "\x00", "\x0b", "\x0c", "\x1c",
        "\x85", "\u00a0", "\u2028", "\u3000", "\ufeff", "條約", "e\u0301",
    ]
)  # fmt: skip
_FILES = st.sampled_from(["a.treaty", "a.treaty.md"])
_TEXTS = st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=200)


def _fenced(text: str) -> str:
    return f"# A\n\n```treaty\ntreaty-format 1\n{text}\n```\n"


def _printed(source: SourceText) -> str:
    return text_from_syntax(syntax_from_text(source)[0])


@given(_FILES, _TEXTS | _TEXTS.map(_fenced))
@example("a.treaty", "")
@example("a.treaty", "\n")
@example("a.treaty", "treaty a \r\n\n  note \r")
@example("a.treaty.md", '```treaty\nclause "1\n  [@k\n')
def test_printing_what_was_read_gives_every_text_back(file: str, text: str) -> None:
    assert _printed(source_from_text(file, text)) == text


@given(_FILES, st.binary(max_size=300))
def test_whatever_bytes_a_file_has_they_are_read_and_printed(file: str, data: bytes) -> None:
    text = data.decode("utf-8", errors="replace")
    assert _printed(source_from_text(file, text)) == text


@given(_FILES, _TEXTS | _TEXTS.map(_fenced))
def test_no_line_is_lost_or_read_twice(file: str, text: str) -> None:
    source = source_from_text(file, text)
    document, problems = syntax_from_text(source)
    numbers = [plain.line for plain in document.plain]
    for directive in document.directives:
        numbers += [directive.line, *(detail.line for detail in directive.details)]
    assert sorted(numbers) == list(range(1, len(source.lines) + 1))
    assert all(problem.place.line in range(1, len(source.lines) + 1) for problem in problems)


@given(_FILES, _TEXTS | _TEXTS.map(_fenced))
@example("a.treaty.md", "```treaty\nclause 1\n    x\n    ```\n```\n")
@example("a.treaty", "clause 1\n        x\n    y\n          z\n")
def test_the_layout_moves_white_space_alone_and_only_once(file: str, text: str) -> None:
    once = format_text(text, file)
    assert "".join(once.split()) == "".join(text.split())
    assert format_text(once, file) == once


@given(_TEXTS)
def test_the_layout_leaves_prose_alone(text: str) -> None:
    prose = text.replace("`", "").replace("~", "")
    assert format_text(prose, "a.md") == prose
