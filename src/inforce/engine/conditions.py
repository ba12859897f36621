"""Conditions as states: facts, clauses, treaties, breaches, joined by and, or, not."""

from collections.abc import Callable

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import Kind, Node
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Slot
from inforce.engine.parties import parties_of
from inforce.model import (
    STATUSES,
    TREATY_STATUSES,
    All,
    BreachEstablished,
    ClauseIs,
    Condition,
    Either,
    FactHolds,
    Not,
    RelationsSevered,
    TreatyIs,
)


def condition(c: Compilation, treaty: str, asked: Condition, bearer: str, other: str) -> int:
    """Build the state that a condition of a clause holds, for its bearer and counterparty."""
    match asked:
        case All() | Either() | Not():
            return _joined(c, treaty, asked, bearer, other)
        case FactHolds(fact=fact, whom=whom):
            if whom in ("either", "both") and not (bearer or other):
                return _of_all(c, treaty, fact, whom)
            return _of_whom(c, whom, bearer, other, lambda who: c.node("fact", treaty, fact, who))
        case BreachEstablished(clauses=clauses, whom=whom):
            authors = _authors(c, treaty, whom, bearer, other)
            return c.builder.disjunction(*(_breach(c, treaty, clauses, by) for by in authors))
        case ClauseIs() | TreatyIs():
            return _status_is(c, treaty, asked, bearer)
        case RelationsSevered():
            return c.node("severed", treaty)


def _joined(c: Compilation, treaty: str, asked: All | Either | Not, bearer: str, other: str) -> int:
    match asked:
        case All(conditions=parts):
            return c.builder.conjunction(
                *(c.node("condition", treaty, part, bearer, other) for part in parts)
            )
        case Either(conditions=parts):
            return c.builder.disjunction(
                *(c.node("condition", treaty, part, bearer, other) for part in parts)
            )
        case Not(condition=part):
            return c.builder.negation(c.node("condition", treaty, part, bearer, other))


def _status_is(c: Compilation, treaty: str, asked: ClauseIs | TreatyIs, bearer: str) -> int:
    if isinstance(asked, ClauseIs):
        return _clause_is(c, treaty, asked.clause, asked.statuses, asked.whom or bearer)
    chain = c.node("treaty_status", asked.treaty, "", asked.whom)
    return _pick(c, chain, TREATY_STATUSES, asked.statuses)


def _authors(c: Compilation, treaty: str, whom: str, bearer: str, other: str) -> tuple[str, ...]:
    """Return whose breach is asked for: one party's, or that of any party but the bearer."""
    if whom != "another":
        return (_named(whom, bearer, other),)
    return tuple(party for party in parties_of(c, treaty) if party != bearer)


def _named(whom: str, bearer: str, other: str) -> str:
    return {"it": bearer, "the other": other}.get(whom, whom)


def _of_whom(c: Compilation, whom: str, bearer: str, other: str, state: Callable[[str], int]) -> int:
    """Build a state for the role of whom it is asked; either and both are of the two sides."""
    if whom in ("either", "both"):
        join = c.builder.disjunction if whom == "either" else c.builder.conjunction
        return join(*(state(who) for who in (bearer, other) if who))
    return state(_named(whom, bearer, other))


def _of_all(c: Compilation, treaty: str, fact: str, whom: str) -> int:
    """Build a fact that a text asks of no party in particular: of any of them, or of all."""
    join = c.builder.disjunction if whom == "either" else c.builder.conjunction
    return join(*(c.node("fact", treaty, fact, party) for party in c.treaty(treaty).parties))


def fact(c: Compilation, treaty: str, name: str, whom: str) -> int:
    """Build the state that a fact holds, or has happened by the day."""
    found = c.book.facts.get(name)
    if found is not None and found.definition is not None:
        return c.node("condition", treaty, found.definition, whom, "")
    states = c.states(("state", name, whom))
    happened = c.builder.latch(c.event(("event", name, whom)))
    return c.builder.disjunction(*states, happened)


def fact_event(c: Compilation, treaty: str, asked: Condition, bearer: str, other: str) -> int:
    """Build the event that a fact happens, each time; of a state or a compound, that it begins to hold."""
    if isinstance(asked, FactHolds):
        found = c.book.facts.get(asked.fact)
        if found is not None and found.nature == "event":
            return c.event(("event", asked.fact, _named(asked.whom, bearer, other)))
    return c.builder.rise(c.node("condition", treaty, asked, bearer, other))


def _clause_is(c: Compilation, treaty: str, name: str, statuses: tuple[str, ...], whom: str) -> int:
    clause = c.clause(treaty, name)
    actors = clause.bearer.actors
    bearer = whom if whom in actors or not actors else actors[0]
    return _pick(c, c.node("clause_status", treaty, clause.id, bearer, ""), STATUSES[clause.kind], statuses)


def _pick(c: Compilation, chain: int, order: tuple[str, ...], statuses: tuple[str, ...]) -> int:
    if c.builder.nodes[chain].kind is not Kind.CHAIN:
        return chain
    names = c.builder.nodes[chain].statuses or order
    mask = sum(1 << names.index(status) for status in statuses if status in names)
    return c.builder.add(Node(Kind.PICK, (chain,), mask=mask))


def _breach(c: Compilation, treaty: str, clauses: tuple[str, ...], by: str) -> int:
    """Build the state that a breach is established: found, admitted, or standing on the facts as heard."""
    states = []
    for name in clauses:
        states.append(c.node("breach_said", treaty, name, by, "finding"))
        states.append(c.node("breach_said", treaty, name, by, "admit"))
        states.append(c.node("breach_stands", treaty, name, by))
    found = c.builder.disjunction(*states)
    return c.builder.conjunction(found, c.node("entered", treaty, ""))


def breach_said(c: Compilation, treaty: str, clause: str, by: str, how: str) -> int:
    """Build the state that a breach has been found, admitted or alleged, since the treaty entered into force.

    Without a clause, a breach of any clause counts.
    """
    return c.builder.latch(saying(c, treaty, clause, by, how))


def saying(c: Compilation, treaty: str, clause: str, by: str, how: str) -> int:
    """Build the event that a breach is found, admitted or alleged, each time."""
    said = c.evidence.breaches.get((how, treaty, by), [])
    if clause and said:
        named = (item for item in c.treaty(treaty).clauses if clause in (item.id, *item.aliases))
        names = {name for item in named for name in (item.id, *item.aliases)}
        said = [slot for slot in said if names & set(_clauses_of(slot))]
    events = [c.event(slot) for slot in said]
    if not events:
        return NOBODY
    bound = c.builder.disjunction(c.node("entered", treaty, ""), c.node("provisional", treaty, "", by))
    return c.builder.gate(c.builder.any_of(*events), bound)


def _clauses_of(slot: Slot) -> tuple[object, ...]:
    clauses = slot[3] if slot[0] == "finding" else slot[4]
    return clauses if isinstance(clauses, tuple) else ()


def breach_stands(c: Compilation, treaty: str, clause: str, by: str) -> int:
    """Build the state that a clause is breached or overdue on the facts, or was and is not remedied."""
    found = c.clause(treaty, clause)
    if found.breached_while is None and found.deadline is None:
        return c.builder.constant(0)
    if found.bearer.actors and by not in found.bearer.actors:
        return c.builder.constant(0)
    return c.node("unremedied", treaty, found.id, by)
