"""Find the key with which an indented line begins."""

from collections.abc import Iterable

from inforce.parse.directives import KEYS
from inforce.parse.syntax import Token
from inforce.source import did_you_mean


def _by_first_word(keys: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Sort keys under their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for key in keys:
        words = tuple(key.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in table.items()}


_TABLE = {keyword: _by_first_word(keys) for keyword, keys in KEYS.items()}
_SPEAKS = ("speaks", "through")


def key_and_length(keyword: str, tokens: tuple[Token, ...]) -> tuple[str, int]:
    """Find the longest key of a directive's closed list and how many tokens at the beginning are its words.

    No key is `("", 0)`. A view's `CODE speaks through …` has the key `speaks` without any words of its own,
    because the code before it belongs to what is said.

    >>> from inforce.parse.tokens import tokens_from_line
    >>> key_and_length("clause", tokens_from_line("  so long as at-war (either)", 1))
    ('so long as', 3)
    >>> key_and_length("view", tokens_from_line("  CHN speaks through ROC", 1))
    ('speaks', 0)
    >>> key_and_length("clause", tokens_from_line("  each party may denounce", 1))
    ('', 0)
    """
    for words in _TABLE[keyword].get(tokens[0].text, ()):
        if len(words) == 1 or tuple([token.text for token in tokens[: len(words)]]) == words:
            return " ".join(words), len(words)
    if keyword == "view" and tuple([token.text for token in tokens[1:3]]) == _SPEAKS:
        return "speaks", 0
    return "", 0


def nearest_key(keyword: str, tokens: tuple[Token, ...]) -> str:
    """Ask whether one of a directive's keys was meant, longer keys first; ask nothing if none is near.

    A key of three words is compared with the first three words of the line; a key that begins with the word is near.

    >>> from inforce.parse.tokens import tokens_from_line
    >>> nearest_key("treaty", tokens_from_line("  partis CHN, SUN", 1))
    'Did you mean parties?'
    >>> nearest_key("clause", tokens_from_line("  as long as at-war (either)", 1))
    'Did you mean so long as?'
    """
    keys = [tuple(key.split()) for key in KEYS[keyword]]
    for length in sorted({len(words) for words in keys}, reverse=True):
        written = " ".join([token.text for token in tokens[:length]])
        asked = did_you_mean(written, [" ".join(words) for words in keys if len(words) == length])
        if asked:
            return asked
    begun = [key for key in KEYS[keyword] if key.split()[0] == tokens[0].text]
    return f"Did you mean {' or '.join(begun)}?" if begun else ""


def all_keys(keyword: str) -> str:
    """Name every key of a directive.

    >>> all_keys("actor")
    'The lines under actor are: name, government of, state since, state until, organ of, kind, note.'
    """
    return f"The lines under {keyword} are: {', '.join(KEYS[keyword])}."
