"""A little English: articles before names, lists, and where a sentence begins and ends."""

from collections.abc import Sequence

_HEADS = """
agency agreement area assembly auditors authority board book bureau chronicle command commander commander-in-chief
commission committee commonwealth community company conference congress convention council court database directory
emirates empire essay exchange federation government islands kingdom league legislature manager memorandum ministry
minutes nations netherlands notes office organisation organization parliament philippines presidium press protocol
provinces railway representative republic secretariat senate society soviet states treaty tribunal union zone
"""
_DEFINITE = frozenset(_HEADS.split())
"""Names whose head is such a word take "the": the Soviet Union, the Government of …"""

_FIRST = "a an all both each either every its neither no some the their there this"
_SMALL = frozenset(_FIRST.split())
"""First words of a sentence that are written small inside another one."""

_BEFORE = "of for in on at to by with from between"
_PREPOSITIONS = frozenset(_BEFORE.split())
_ENDS = (".", "!", "?", "…")


def with_article(name: str) -> str:
    """Return a name with "the" before it where English wants it.

    >>> with_article("Soviet Union"), with_article("China"), with_article("Government of China")
    ('the Soviet Union', 'China', 'the Government of China')
    """
    words = name.split(",", maxsplit=1)[0].split()
    if not words or words[0].lower() in _SMALL or words[0].endswith("."):
        return name
    head = next(
        (words[at - 1] for at in range(1, len(words)) if words[at].lower() in _PREPOSITIONS), words[-1]
    )
    return f"the {name}" if head.lower() in _DEFINITE else name


def listed(items: Sequence[str], joint: str = "and") -> str:
    """Return items as a list in a sentence.

    >>> listed(["5", "N1", "W2"])
    '5, N1 and W2'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def begun(text: str) -> str:
    """Return a text that begins as a sentence does.

    >>> begun("each party may denounce")
    'Each party may denounce'
    """
    return text[:1].upper() + text[1:]


def inside(sentence: str, common: frozenset[str] = frozenset()) -> str:
    """Return a sentence as a part of another one; ``common`` are words that are known to be no names.

    >>> inside("The USSR gives aid."), inside("Japan capitulates.")
    ('the USSR gives aid', 'Japan capitulates')
    >>> inside("Peace is made.", frozenset({"peace"}))
    'peace is made'
    """
    first = sentence.split(" ", 1)[0].lower()
    text = sentence[:1].lower() + sentence[1:] if first in _SMALL or first in common else sentence
    return text.removesuffix(".")


def ended(text: str) -> str:
    """Return a text that ends as a sentence does.

    >>> ended("Each party may denounce"), ended("Why?")
    ('Each party may denounce.', 'Why?')
    """
    stripped = text.rstrip()
    closed = stripped.rstrip("”\")’'")
    return stripped if not stripped or closed.endswith(_ENDS) else f"{stripped}."
