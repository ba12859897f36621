"""Any text whatever: print after parse gives it back, and the layout moves white space alone."""

from hypothesis import example, given
from hypothesis import strategies as st

from inforce.parse import (
    condition_from_tokens,
    format_text,
    syntax_from_text,
    text_from_syntax,
    tokens_from_line,
)
from inforce.parse.directives import KEYS
from inforce.parse.tokens import text_from_tokens
from inforce.source import source_from_text, text_from_problem

WORDS = [*KEYS, *sorted({key for keys in KEYS.values() for key in keys})]
MARKS = [
    *list('",():;[]^%`#>-'),
    "[@k, p. 3]",
    "[@",
    '"a; b"',
    "^x",
    ": ",
    "1,000",
    "```treaty\n",
    "```\n",
    "~~~",
]
SPACES = [
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n",
    "\n  ",
    "\n   ",
    "\r\n",
    "\r",
    "\x0b",
    "\x85",
    "\u2028",
    "\u3000",
]
DATES = ["1945-08-14", "[1945,1946]", "1945/..", "treaty-format 1\n"]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(MARKS),
    st.sampled_from(SPACES),
    st.sampled_from(DATES),
    st.text(max_size=3),
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))
FILES = st.sampled_from(["a.treaty", "a.treaty.md"])


@given(FILES, TEXTS)
@example("a.treaty", "a\r\nb")
@example("a.treaty", "a\r\nb\n")
@example("a.treaty.md", "```treaty\n\ta \n\n")
def test_print_after_parse_is_the_identity(file: str, text: str) -> None:
    document, _ = syntax_from_text(source_from_text(file, text))
    assert text_from_syntax(document) == text


@given(FILES, TEXTS)
def test_every_problem_can_be_told(file: str, text: str) -> None:
    for problem in syntax_from_text(source_from_text(file, text))[1]:
        assert text_from_problem(problem)
        assert problem.place.file == file


@given(FILES, TEXTS)
@example("a.treaty", "clause 3\n  so:[@k]; c")
@example("a.treaty", "clause 3\n  so: ,")
@example("a.treaty", "[1945\n[@k\n x\n  ,^l")
@example("a.treaty.md", "```treaty\nclause 3\n    ```")
def test_the_layout_moves_white_space_alone_and_once(file: str, text: str) -> None:
    laid = format_text(text, file)
    assert "".join(laid.split()) == "".join(text.split())
    assert format_text(laid, file) == laid


@given(st.text(st.characters(exclude_characters="\n")))
def test_tokens_are_their_line(line: str) -> None:
    assert text_from_tokens(tokens_from_line(line, 1)) == line.rstrip()


@given(
    st.lists(st.sampled_from(["a", "b", "and", "or", "not", "(", ")", "is", "clause", '"x"', ","])).map(
        " ".join
    )
)
def test_a_condition_never_raises(text: str) -> None:
    condition_from_tokens(tokens_from_line(text, 1))
