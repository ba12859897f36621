"""What a question turns on: who bears a clause and to whom, and which signals answer it."""

from inforce.engine.general_law import supplied_clauses
from inforce.engine.solve import Signal
from inforce.model import Clause, Question, Treaty, View

_BILATERAL = 2


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


def status_signal(question: Question, treaty: Treaty, clause: Clause | None, party: str) -> Signal:
    """Return the signal of the status that a question asks for, of one bearer."""
    if clause is not None:
        other = question.between[1] if question.between else ""
        return ("clause_status", treaty.id, clause.id, party, other)
    if question.between is not None:
        return ("pair_status", treaty.id, *question.between, question.instrument)
    return ("treaty_status", treaty.id, question.instrument, party)


TOO_FEW = "too-few-parties"
"""The name of the end that comes when fewer parties remain than the text asks for."""


def endings_of(treaty: Treaty, instrument: str, view: View) -> dict[str, Signal]:
    """Return the events by which a treaty may end, by the clause or rule that they rest on."""
    found: dict[str, Signal] = {"ending:expiry": ("expiry", treaty.id, instrument)}
    if treaty.terms.fewer_than:
        found[f"ending:{TOO_FEW}"] = ("too_few", treaty.id)
    supplied = supplied_clauses(view, treaty)
    for clause in (*treaty.clauses, *supplied):
        if clause.effect is not None and clause.effect.what == "ends":
            holders = ("",) if clause.bearer.jointly else clause.bearer.actors or treaty.parties
            for holder in holders:
                found[f"ending:{clause.id}:{holder}"] = ("effect", treaty.id, clause.id, holder)
    return found
