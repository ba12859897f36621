import pytest

from inforce.parse import text_from_tokens, tokens_from_line
from inforce.parse.tokens import is_closed


def kinds(line: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens_from_line(line, 1)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("expect 1950 in roc:  ended", ["expect", "1950", "in", "roc", ":", "ended"]),
        ("attacked (the other)", ["attacked", "(", "the", "other", ")"]),
        ("[1945-08-24,1945-08-26] x", ["[1945-08-24,1945-08-26]", "x"]),
        ("[1945-08-24..1945-08-25]", ["[1945-08-24..1945-08-25]"]),
        ("turnout 98.6 %", ["turnout", "98.6", "%"]),
        ("CHN,SUN", ["CHN", ",", "SUN"]),
        ("https://x.org/a:b;c", ["https://x.org/a:b", ";c"]),
        ("\u3000parties\u00a0CHN", ["parties", "CHN"]),
        ("sino-soviet-1945/8.denounce", ["sino-soviet-1945/8.denounce"]),
    ],
)
def test_a_line_is_cut_as_a_person_reads_it(line: str, expected: list[str]) -> None:
    assert [text for _, text in kinds(line)] == expected


def test_marks_inside_a_string_are_part_of_it() -> None:
    assert kinds('"a; b, (c) [@d]" [@e, p. "3"; 4]') == [
        ("string", '"a; b, (c) [@d]"'),
        ("citation", '[@e, p. "3"; 4]'),
    ]


def test_a_label_is_not_a_word() -> None:
    assert kinds("revokes ^xyz-notice") == [("word", "revokes"), ("label", "^xyz-notice")]


@pytest.mark.parametrize("line", ['title "Treaty', "in force [@key, p. 3", '"'])
def test_what_is_not_closed_takes_the_rest_of_the_line(line: str) -> None:
    assert not is_closed(tokens_from_line(line, 1)[-1])


def test_columns_count_characters_from_1() -> None:
    tokens = tokens_from_line('  title zh "中蘇" ; x', 3)
    assert [(token.line, token.column) for token in tokens] == [(3, 3), (3, 9), (3, 12), (3, 17)]


def test_the_tokens_are_the_line_again() -> None:
    line = '\tin  force,upon:x "a" [@k]'
    assert text_from_tokens(tokens_from_line(line, 1)) == line
