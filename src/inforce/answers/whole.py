"""Questions to whole books at once: who left what, what binds whom on a day, where sources disagree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.answers.against import against, voices_with_outcomes
from inforce.answers.bounds import DIFFERS, ONE_SIDE
from inforce.answers.compared import Against, Compared
from inforce.answers.membership import possible_parties
from inforce.answers.panels import scope_of
from inforce.model import ALL_VOICES, Book, Question
from inforce.temporal import DateError, Day, act_day_from_edtf

if TYPE_CHECKING:
    import pyarrow as pa

    from inforce.corpus import Scope


class Disagreement(Struct, frozen=True):
    """A day that a source gives and the record does not, in a view, or gives on one side of a dispute only.

    ``which`` is ``begins`` or ``ends``; ``apart`` how many days lie between the two at least, None where one of them
    has no day; ``confusion`` what the source may have mixed up, ``none`` where nothing was found.
    """

    treaty: str
    instrument: str | None
    clause: str | None
    party: str | None
    voice: str
    status: str
    which: str
    claimed: str | None
    record: str | None
    verdict: str
    apart: int | None
    confusion: str
    text: str
    cite: str


def disagreements(
    book: Book, view: str = ALL_VOICES.id, known: Day | None = None
) -> tuple[Disagreement, ...]:
    """Return where sources disagree with the record, in all treaties: what differs first, the furthest apart first.

    Raises:
        UnknownNameError: if there is no such view.
    """
    found = [
        each
        for treaty in book.treaties
        if voices_with_outcomes(book, treaty)
        for stated in against(book, Question(treaty, Day(0), view=view, known=known))
        for each in _of_outcome(stated)
    ]
    return tuple(sorted(found, key=lambda each: (each.verdict != DIFFERS, -(each.apart or 0), each.treaty)))


def _of_outcome(stated: Against) -> Iterator[Disagreement]:
    for bound in stated.bounds:
        if bound.verdict in (DIFFERS, ONE_SIDE):
            confusion = bound.confusions[0] if bound.confusions else None
            yield Disagreement(
                stated.treaty,
                stated.instrument,
                stated.clause,
                stated.party,
                stated.voice,
                stated.status,
                bound.which,
                bound.claimed,
                bound.days,
                bound.verdict,
                _apart(bound),
                confusion.name if confusion else "none",
                confusion.text if confusion else "",
                stated.cite,
            )


def _apart(bound: Compared) -> int | None:
    """Return how many days lie between what is claimed and the record, at least."""
    if bound.claimed is None or bound.days is None:
        return None
    try:
        one, other = (act_day_from_edtf(text) for text in (bound.claimed, bound.days))
    except DateError:
        return None
    gaps = (max(0, max(a[0], b[0]) - min(a[1], b[1])) for a in one.candidates for b in other.candidates)
    return min(gaps)


def members_of(book: Book) -> Scope:
    """Return the questions of how every treaty stands for everyone who can be a party."""
    from inforce.corpus import Scope

    who = tuple(possible_parties(book).items())
    return Scope(instruments=False, clauses=False, parties=True, who=who)


def network_of_book(book: Book, what: str, on: date, view: str, *, directed: bool) -> pa.Table:
    """Return who is bound to whom on a day by what is named as for a column of a panel.

    Raises:
        PanelError: if it is not so written.
        UnknownNameError: if the book has no such treaty, clause or view.
    """
    from inforce.corpus import batches
    from inforce.corpus.network import network
    from inforce.corpus.panel_asked import Asked, obligation_from_text

    column = obligation_from_text(f"network={what}")
    rows = batches(book, view=view, scope=scope_of(book, Asked(columns=(column,))))
    return network(rows, on, column, directed=directed)
