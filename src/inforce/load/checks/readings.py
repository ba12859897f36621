"""A view reads a clause only as somebody reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import Book, View
from inforce.parse.syntax import Token
from inforce.source import Problem


def check_readings_of_views(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report a view that reads a clause in a way that is not written down."""
    readings = {(reading.clause.id, reading.voice) for reading in book.readings}
    inferred = {
        (clause.id, voice)
        for treaty in book.treaties.values()
        for clause in treaty.clauses
        for voice in clause.inferred_by
    }
    for entry, view in built(entries, View):
        for clause, voice in view.readings:
            if (clause, voice) not in readings | inferred:
                message = f"There is no reading of {clause} by {voice}."
                hint = f"Write it down: reading {clause} by {voice}, with the line that is read otherwise."
                yield entry.draft.problem(_line(entry, voice), message, hint)


def _line(entry: Entry, voice: str) -> tuple[Token, ...]:
    lines = (detail.rest for detail in entry.directive.details if detail.key == "reads")
    return next((rest for rest in lines if rest and rest[-1].text == voice), entry.directive.head[:1])
