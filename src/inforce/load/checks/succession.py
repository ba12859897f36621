"""States end once: what they do, and who comes after them, fits the day of their end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import Act, Book, Claim
from inforce.source import Problem
from inforce.temporal import edtf_from_uncertain

_SUCCEEDING = ("succeed", "become-independent", "continue")


def check_succession(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report an act of a state that had ended, and a succession that comes only after the end of the predecessor.

    Who comes after a state takes over what bound it at the close of the day before, so a gap leaves nothing to take.
    """
    for entry, claim in built(entries, Claim):
        act = claim.proposition
        if not isinstance(act, Act) or claim.when is None or claim.against:
            continue
        acting = [actor.code for actor in act.actors if _is_over(book, actor.code, claim, 0)]
        for code in acting[:1]:
            told = f"{code} ended on {_end_of(book, code)}, and this is no earlier."
            yield entry.draft.problem(
                entry.directive.tokens[:1], told, "Name its successor, or correct a day."
            )
        gone = [code for code in act.objects if act.verb in _SUCCEEDING and _is_over(book, code, claim, 1)]
        for code in gone[:1]:
            told = f"{code} ended on {_end_of(book, code)}, before it is succeeded."
            hint = (
                "A successor takes over what bound it on the day before: write that day, or an earlier one."
            )
            yield entry.draft.problem(entry.directive.tokens[:1], told, hint)


def _is_over(book: Book, code: str, claim: Claim, days: int) -> bool:
    """Whether an actor certainly had ended before an act, by more than some days."""
    actor = book.actors.get(code)
    until = actor.state_until if actor else None
    return until is not None and claim.when is not None and claim.when.first >= until.last + days


def _end_of(book: Book, code: str) -> str:
    until = book.actors[code].state_until
    return edtf_from_uncertain(until) if until else ""
