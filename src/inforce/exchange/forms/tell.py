"""What is asked of a treaty or a part of it, told in a format: the same bytes behind an address and in the shell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from inforce.answers import Answer
from inforce.answers.asking import today
from inforce.answers.desk import query_of
from inforce.answers.picture import picture
from inforce.answers.question import treaty_named, view_named
from inforce.answers.timeline import timelines
from inforce.exchange.forms.address import Asked, address_of
from inforce.exchange.forms.books import Books, desk_of
from inforce.exchange.forms.calendar import calendar_from_dues, dues_of
from inforce.exchange.forms.graph import turtle_of
from inforce.exchange.forms.part import Part, every_part, part_named, question_of
from inforce.exchange.forms.sources import bibtex_from_items, csl_json_from_items, items_of
from inforce.exchange.forms.table import head_of_table, rows_of_table
from inforce.temporal import iso_from_day

Teller = Callable[[Books, Asked, str], bytes]


def told_as(books: Books, asked: Asked, form: str, base: str) -> bytes:
    """Return what is asked in one of the formats; ``base`` is where the addresses in it begin.

    Raises:
        UnknownNameError: if there is no such treaty, part, party or view.

    >>> import inforce
    >>> from inforce.exchange.forms.books import BooksOnce
    >>> books = BooksOnce(inforce.open())
    >>> told_as(books, Asked("sino-soviet-1945", "8.term", view="roc"), "csv", "").splitlines()[1]
    b'sino-soviet-1945,8.term,,,not_yet_operative,,1945-08-24,certain,roc,,,not_yet_operative,,,'
    """
    view_named(books.library.book, asked.view)
    part_named(books, asked)
    return TELLERS[form](books, asked, base)


def _json(books: Books, asked: Asked, base: str) -> bytes:
    """Tell the status on the day, as ``inforce status --json`` does."""
    question = question_of(asked, part_named(books, asked)[0])
    return msgspec.json.encode({"query": query_of("status", question), "answers": books.answers(question)})


def _csv(books: Books, asked: Asked, base: str) -> bytes:
    return (head_of_table() + rows_of_table(intervals_of(books, asked))).encode()


def _ndjson(books: Books, asked: Asked, base: str) -> bytes:
    return msgspec.json.Encoder().encode_lines(intervals_of(books, asked))


def intervals_of(books: Books, asked: Asked) -> Iterator[Answer]:
    """Yield every interval: of the part that is asked, or of the treaty with all its parts."""
    treaty = treaty_named(books.library.book, asked.treaty)
    parts = [part_named(books, asked)[0]] if asked.part else every_part(treaty, books.names(treaty.id))
    for answers in intervals_of_parts(books, asked, tuple(parts)):
        yield from answers


def intervals_of_parts(books: Books, asked: Asked, parts: Sequence[Part]) -> tuple[tuple[Answer, ...], ...]:
    """Return every interval of each part: for everyone whom it concerns, or for the party that is asked."""
    questions = [question_of(asked, part) for part in parts]
    return timelines(books.library.book, questions, today())


def _svg(books: Books, asked: Asked, base: str) -> bytes:
    question = question_of(asked, part_named(books, asked)[0])
    return picture(books.library.book, question, (asked.view,)).svg().encode()


def _md(books: Books, asked: Asked, base: str) -> bytes:
    """Tell the article about a treaty, or the reasons of a part's status."""
    if not asked.part:
        return desk_of(books, asked.treaty).article(asked.view, _known(asked)).markdown().encode()
    part, _ = part_named(books, asked)
    reasons = "\n\n".join(answer.why() for answer in books.answers(question_of(asked, part)))
    title = treaty_named(books.library.book, asked.treaty).title
    return f"# {title}: {part.name}\n\n{part.sentence}\n\n```text\n{reasons}\n```\n".encode()


def _ics(books: Books, asked: Asked, base: str) -> bytes:
    return calendar_from_dues(dues_of(books, asked), f"{base}{address_of(asked)}")


def _ttl(books: Books, asked: Asked, base: str) -> bytes:
    question = question_of(asked, part_named(books, asked)[0])
    return turtle_of(books, asked, books.answers(question), base)


def _csl_json(books: Books, asked: Asked, base: str) -> bytes:
    return csl_json_from_items(items_of(books, asked))


def _bibtex(books: Books, asked: Asked, base: str) -> bytes:
    return bibtex_from_items(items_of(books, asked))


def _known(asked: Asked) -> str | None:
    return iso_from_day(asked.known) if asked.known is not None else None


TELLERS: dict[str, Teller] = {
    "json": _json,
    "csv": _csv,
    "ndjson": _ndjson,
    "svg": _svg,
    "md": _md,
    "ics": _ics,
    "ttl": _ttl,
    "bibtex": _bibtex,
    "csl-json": _csl_json,
}
"""Who tells each format."""
