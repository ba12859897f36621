from hypothesis import given
from hypothesis import strategies as st

from inforce.source.excerpt import WIDEST, cells, excerpt_from_line, safe

LINES = st.text(st.sampled_from("ab 中é\u0301\t\x00\u202e…"), max_size=400)


@given(LINES, st.integers(-5, 500), st.integers(-5, 500))
def test_every_excerpt_fits_and_is_safe(line: str, column: int, length: int) -> None:
    excerpt = excerpt_from_line(line, column, length)
    assert len(excerpt.shown) <= WIDEST
    assert cells(excerpt.shown) <= WIDEST
    assert safe(excerpt.shown) == excerpt.shown
    assert excerpt.carets >= 1
    assert excerpt.indent + excerpt.carets <= max(WIDEST, cells(excerpt.shown) + 1)


@given(LINES, st.integers(1, 400))
def test_the_caret_stands_under_its_character(line: str, column: int) -> None:
    excerpt = excerpt_from_line(line, column, 1)
    if column <= len(line) and cells(sign := safe(line[column - 1])):
        assert sign in _under_the_caret(excerpt.shown, excerpt.indent, excerpt.carets)


def _under_the_caret(shown: str, indent: int, carets: int) -> str:
    starts = [cells(shown[:index]) for index in range(len(shown))]
    return "".join(
        character for character, at in zip(shown, starts, strict=True) if indent <= at < indent + carets
    )
