"""An act upon a reservation needs a reservation that somebody has recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import Act, Book, Claim, Finding, Proposition, verb_named
from inforce.source import Problem, did_you_mean

Made = dict[str, set[str]]
"""The clauses that each party reserves, on signing or on consenting."""


def check_reservations(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report an objection, an acceptance, a withdrawal or a finding about a reservation that is not recorded."""
    told: set[tuple[str, int]] = set()
    for entry, claim in built(entries, Claim):
        where = (entry.draft.document.file, claim.line)
        found = _subject(claim.proposition)
        if found is None or where in told:
            continue
        told.add(where)
        party, treaty, clauses = found
        problem = _problem(entry, party, clauses, _made(book, treaty))
        if problem:
            yield problem


def _subject(proposition: Proposition) -> tuple[str, str, tuple[str, ...]] | None:
    """Return whose reservation to which clauses of which treaty a record is about."""
    if isinstance(proposition, Finding) and proposition.about:
        return proposition.party, proposition.treaty, proposition.clauses
    if isinstance(proposition, Act) and verb_named(proposition.verb).object == "reservation":
        party = proposition.party or (proposition.actors[0].code if proposition.actors else "")
        return party, proposition.treaty, proposition.objects
    return None


def _made(book: Book, treaty: str) -> Made:
    found: Made = {}
    for claim in book.claims:
        act = claim.proposition
        if claim.reserving and isinstance(act, Act) and act.treaty == treaty:
            for actor in act.actors:
                found.setdefault(actor.code, set()).update(claim.reserving)
    return found


def _problem(entry: Entry, party: str, clauses: tuple[str, ...], made: Made) -> Problem | None:
    known = made.get(party, set())
    missing = [clause for clause in clauses if clause not in known]
    if (known and not missing) or not party:
        return None
    token = next((t for t in entry.directive.head if t.text in (*missing, party)), entry.directive.head[0])
    if known:
        told = f"{party} is not recorded to have reserved {', '.join(missing)}."
        return entry.draft.problem((token,), told, f"It has reserved {', '.join(sorted(known))}.")
    hint = (
        did_you_mean(party, made) or "A reservation stands behind an act of consent: ratifies, reserving 9."
    )
    return entry.draft.problem((token,), f"{party} is not recorded to have made a reservation.", hint)
