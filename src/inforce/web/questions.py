"""Read from the query of an address what is asked; whatever is wrong is an error with its likely fix."""

from __future__ import annotations

from collections.abc import Mapping

from inforce.answers.question import view_named
from inforce.model import ALL_VOICES, Book
from inforce.temporal import DateError, Day, day_from_iso
from inforce.web.address import Asked, Named


def asked_from_query(book: Book, treaty: str, part: Named, query: Mapping[str, str]) -> Asked:
    """Return what an address asks of a treaty; what the query leaves out has the defaults of the command line.

    Raises:
        UnknownNameError: if there is no such view.
        DateError: if a day is impossible.
    """
    view = query.get("view") or ALL_VOICES.id
    view_named(book, view)
    return Asked(
        treaty,
        part.name,
        day_asked(part.on or query.get("on", "")),
        view,
        day_asked(query.get("known", "")),
        query.get("for", ""),
        bool(query.get("whole")),
    )


def day_asked(text: str) -> Day | None:
    """Return a day written as YYYY-MM-DD, None where nothing is written.

    Raises:
        DateError: if there is no such day.
    """
    if not text.strip():
        return None
    try:
        return day_from_iso(text.strip())
    except DateError as error:
        raise DateError(f"{text.strip()!r} is no day; write one as 1950-02-14", text=text) from error
