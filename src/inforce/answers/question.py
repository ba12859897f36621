"""Name what is asked: which signals of the engine answer a question."""

from inforce.engine import Signal, UnknownNameError, supplied_clauses, treaty_named, view_named
from inforce.model import FLAGS, Book, Clause, Treaty, View

__all__ = ["FLAG_NAMES", "UnknownNameError", "clause_named", "flags_of", "treaty_named", "view_named"]

FLAG_NAMES = tuple(flag for flag in FLAGS if flag != "projected")
"""The flags that the record decides; ``projected`` depends on the day of knowledge alone."""


def clause_named(book: Book, view: View, treaty: Treaty, name: str) -> Clause:
    """Return a clause of a treaty by number or alias, or one that general law supplies in the view.

    Raises:
        UnknownNameError: if there is no such clause.
    """
    supplied = supplied_clauses(view, treaty)
    for clause in (*treaty.clauses, *supplied):
        if name == clause.id or name in clause.aliases:
            return clause
    names = [n for clause in (*treaty.clauses, *supplied) for n in (clause.id, *clause.aliases)]
    raise UnknownNameError("clause", name, tuple(names))


<<<<<<< HEAD
def bearers_of(treaty: Treaty, clause: Clause, party: str) -> tuple[str, ...]:
    """Return for whom a clause is asked: the party named, or everyone who bears it."""
    if party:
        return (party,)
    if clause.bearer.each:
        return treaty.parties
    return clause.bearer.actors[:1] if len(clause.bearer.actors) == 1 else clause.bearer.actors or ("",)


def instances_between(
    treaty: Treaty, clause: Clause, between: tuple[str, str], party: str = ""
) -> tuple[tuple[str, str], ...]:
    """Return who owes a clause to whom, as between two: each direction in which one of them bears it.

    A clause that no party bears alone, since it is theirs jointly, an organ's or of a thing, is one instance without
    a direction; one that another party bears is none.
    """
    ways = (between, between[::-1])
    bearers = set(between) if clause.bearer.each else set(clause.bearer.actors) & set(between)
    if not bearers:
        return () if set(clause.bearer.actors) & set(treaty.parties) else (("", ""),)
    owed = set(clause.counterparty.actors) & set(treaty.parties)
    return tuple(
        (one, other)
        for one, other in ways
        if one in bearers and party in ("", one) and (not owed or other in owed)
    )


def counterparty_of(treaty: Treaty, clause: Clause, bearer: str) -> str:
    """Return to whom a clause is owed, where the clause or a bilateral treaty says so."""
    if clause.counterparty.actors:
        return clause.counterparty.actors[0]
    others = [party for party in treaty.parties if party != bearer]
    return others[0] if bearer in treaty.parties and len(treaty.parties) == _BILATERAL else ""


def signals_of(
    question: Question, treaty: Treaty, clause: Clause | None, party: str, view: View
) -> dict[str, Signal]:
    """Return the signals of an answer: its status, and the ways in which the treaty may end."""
    instrument = question.instrument or (clause.instrument if clause else "")
    return {"status": status_signal(question, treaty, clause, party), **endings_of(treaty, instrument, view)}


def flags_of(
    treaty: Treaty, clause: Clause | None, party: str, between: tuple[str, str] | None = None
) -> dict[str, Signal]:
=======
def flags_of(treaty: Treaty, clause: Clause | None, party: str) -> dict[str, Signal]:
>>>>>>> h-kernel
    """Return the signals of the flags of an answer; they are run apart, for they turn on other disputes."""
    if clause is None and between:
        return {flag: ("flag", treaty.id, "", between[0], flag, between[1]) for flag in FLAG_NAMES}
    name = clause.id if clause else ""
    return {flag: ("flag", treaty.id, name, party, flag) for flag in FLAG_NAMES}
