import pytest

from inforce.parse import DIRECTIVES, KEYLESS, KEYS, nearest_key, tokens_from_line
from inforce.parse.keys import key_and_length

EVERY = [(keyword, key) for keyword, listed in KEYS.items() for key in listed]


@pytest.mark.parametrize(("keyword", "key"), EVERY)
def test_every_key_is_found_with_or_without_a_value(keyword: str, key: str) -> None:
    length = len(key.split())
    assert key_and_length(keyword, tokens_from_line(f"  {key}", 1)) == (key, length)
    assert key_and_length(keyword, tokens_from_line(f"  {key} xyz", 1)) == (key, length)


def test_the_longest_key_wins() -> None:
    assert key_and_length("fact", tokens_from_line("  state of CHN", 1)) == ("state of", 2)
    assert key_and_length("fact", tokens_from_line("  state", 1)) == ("state", 1)


def test_no_directive_has_a_key_twice() -> None:
    assert all(len(set(listed)) == len(listed) for listed in KEYS.values())
    assert set(DIRECTIVES) >= KEYLESS


@pytest.mark.parametrize(
    ("keyword", "line", "asked"),
    [
        ("treaty", "  partys A, B", "Did you mean parties?"),
        ("clause", "  so lang as x", "Did you mean so long as?"),
        ("clause", "  zzz", ""),
        ("expect", "  note", ""),
    ],
)
def test_the_nearest_key_is_asked_for(keyword: str, line: str, asked: str) -> None:
    assert nearest_key(keyword, tokens_from_line(line, 1)) == asked
