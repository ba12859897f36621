"""Reasons with footnotes: the citations of an answer, numbered, each with its full source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from inforce.answers.answer import Because
from inforce.answers.article.references import reference_of
from inforce.answers.article.value import Note, Run
from inforce.model import Book, Citation, Source

_CITED = re.compile(r"\[@([^\],]+)(?:, ([^\]]*))?\]")


class Footnote(Struct, frozen=True):
    """A footnote: its number, the key of its source, and the full reference."""

    number: int
    key: str
    runs: tuple[Run, ...]


class Reason(Struct, frozen=True):
    """One reason with the numbers of its footnotes."""

    because: Because
    numbers: tuple[int, ...]


class Explained(Struct, frozen=True):
    """Reasons with their footnotes."""

    reasons: tuple[Reason, ...]
    notes: tuple[Footnote, ...]


def citations_in(text: str) -> tuple[Citation, ...]:
    """Return the citations that stand in a text.

    >>> citations_in("[@yeh-1953, para. 2] [@a]")
    (Citation(key='yeh-1953', locator='para. 2'), Citation(key='a', locator=''))
    """
    return tuple(Citation(key, locator or "") for key, locator in _CITED.findall(text))


def explained(book: Book, reasons: Sequence[Because]) -> Explained:
    """Number the citations of some reasons, each once, in their order."""
    cited = dict.fromkeys(each for reason in reasons for each in citations_in(reason.cite))
    numbers = {citation: number for number, citation in enumerate(cited, start=1)}
    told = (Reason(reason, tuple(numbers[each] for each in citations_in(reason.cite))) for reason in reasons)
    return Explained(tuple(told), tuple(_footnotes(book, numbers)))


def _footnotes(book: Book, numbers: dict[Citation, int]) -> Iterable[Footnote]:
    for citation, number in numbers.items():
        source = book.sources.get(citation.key, Source(citation.key, "", citation.key))
        yield Footnote(number, citation.key, reference_of(Note(number, citation, source)))
