"""One clause towards one counterparty: an instance for each ordered pair, computed when asked (design, S14)."""

from inforce.engine.circuit import NO
from inforce.engine.compilation import Compilation
from inforce.engine.defects import SOUND
from inforce.engine.effects import comes_about
from inforce.engine.evidence import Occurrence, Slot, actors_of
from inforce.engine.parties import is_party_alone, parties_of
from inforce.engine.powers import BETWEEN, against, use_of_slot
from inforce.engine.reservations import (
    basis_of_reservation,
    reserved_clauses,
    reservers,
    rule_of_reservations,
)
from inforce.model import Clause


def reserved_out(c: Compilation, clause: Clause, bearer: str, other: str) -> int:
    """Build the state that a clause does not apply to its bearer because of reservations.

    Between two: either reserved it, or the treaty is not in force between them. For one party alone: it is owed
    to nobody, for towards every other party it is reserved.
    """
    parties = parties_of(c, clause.treaty)
    if bearer not in parties or not reservers(c, clause.treaty):
        return c.builder.constant(NO)
    if other:
        return _reasoned(
            c,
            clause.treaty,
            c.builder.disjunction(
                c.node("excluded", clause.treaty, bearer, other, clause.id),
                c.node("opposed", clause.treaty, bearer, other),
            ),
        )
    towards = [one for one in parties if one != bearer]
    if not any(clause.id in reserved_clauses(c, clause.treaty, one) for one in parties):
        return c.builder.constant(NO)
    return _reasoned(c, clause.treaty, _towards_all(c, clause, bearer, towards))


def _towards_all(c: Compilation, clause: Clause, bearer: str, others: list[str]) -> int:
    """Build the state that a clause is reserved and owed to no party."""
    owed, out = [], []
    for other in others:
        valid = c.builder.negation(c.node("void", clause.treaty, other))
        member = c.builder.conjunction(_takes_part(c, clause, other), valid)
        theirs = c.node("reserved", clause.treaty, other, bearer, clause.id)
        own = c.node("reserved", clause.treaty, bearer, other, clause.id)
        owed.append(c.builder.conjunction(member, c.builder.negation(c.builder.disjunction(own, theirs))))
        out += [own, c.builder.conjunction(member, theirs)]
    reserved = c.builder.disjunction(*out)
    return c.builder.conjunction(reserved, c.builder.negation(c.builder.disjunction(*owed)))


def _reasoned(c: Compilation, treaty: str, state: int) -> int:
    """Name the rule of general law above what it rests on."""
    rule = rule_of_reservations(c, treaty)
    assert rule is not None
    return c.builder.under(state, basis_of_reservation(rule))


def concerned(c: Compilation, bearer: str) -> tuple[str, ...]:
    """Return whom a clause concerns: its bearer, if that is an actor, and the one towards whom it is asked."""
    actor = bearer if bearer in c.book.actors else ""
    return tuple(dict.fromkeys((actor, *filter(None, c.pair[1:]))))


def is_pair(c: Compilation, treaty: str, other: str) -> bool:
    """Whether a clause asked towards another party differs from the same clause asked alone."""
    return bool(other) and is_party_alone(c, treaty) and other in parties_of(c, treaty)


def between_two(c: Compilation, treaty: str, one: str, other: str) -> dict[str, tuple[int, ...]]:
    """Return what gives a treaty a status between two alone: an objection that opposed it, or a suspension."""
    members = [c.node("member", treaty, party) for party in (one, other)]
    resting = c.node("suspended_between", treaty, *sorted((one, other)))
    found: dict[str, tuple[int, ...]] = {"suspended": (c.builder.conjunction(resting, *members),)}
    if reservers(c, treaty):
        ever = [c.builder.latch(c.builder.rise(member)) for member in members]
        apart = c.builder.conjunction(c.node("opposed", treaty, one, other), *ever)
        found["not_a_party"] = (_reasoned(c, treaty, apart),)
    return found


def suspended_between(c: Compilation, treaty: str, one: str, other: str, *spared: str) -> int:
    """Build the state that a treaty rests between two: they agreed so, or one suspended it towards the other."""
    resting = []
    for clause in c.clauses_that(treaty, BETWEEN):
        if clause.effect is None or clause.effect.under in spared:
            continue
        resting += (
            _agreed(c, clause, one, other)
            if clause.verb == "suspend-between"
            else (_towards(c, clause, one, other) + _towards(c, clause, other, one))
        )
    return c.builder.disjunction(*resting, c.node("suspended_between_by_later", treaty, one, other))


def _agreed(c: Compilation, clause: Clause, one: str, other: str) -> list[int]:
    """Return the states that both have agreed to suspend the treaty between them, and have not resumed it."""
    resumed = [c.event(slot) for slot in _both(c, "resume-between", clause.treaty, one, other)]
    return [
        c.builder.conjunction(
            *(
                c.builder.latch(
                    use_of_slot(c, clause, who, slot, "", (event, SOUND)), c.builder.any_of(*resumed)
                )
                for who in (one, other)
            )
        )
        for slot in _both(c, "suspend-between", clause.treaty, one, other)
        for event, _ in c.occurrences(slot)
    ]


def _both(c: Compilation, verb: str, treaty: str, one: str, other: str) -> list[Slot]:
    return [slot for slot in c.act_slots(verb, treaty) if {one, other} <= set(actors_of(slot))]


def _towards(c: Compilation, clause: Clause, one: str, other: str) -> list[int]:
    """Return the states that one has suspended the treaty towards the other, and has not resumed it."""
    resumed = [c.event(slot) for slot in _done_to(c, "resume-towards", clause.treaty, one, other)]
    return [
        c.builder.latch(
            comes_about(c, clause, one, use_of_slot(c, clause, one, slot, other, (event, SOUND)), occurrence),
            c.builder.any_of(*resumed),
        )
        for slot in _done_to(c, "suspend-towards", clause.treaty, one, other)
        if not clause.bearer.but_one or other in against(c, clause, slot)
        for event, occurrence in c.occurrences(slot)
    ]


def _expelled(
    c: Compilation, clause: Clause, slot: Slot, party: str, done: tuple[int, Occurrence | None]
) -> int:
    event, occurrence = done
    first = actors_of(slot)[0]
    return comes_about(
        c, clause, first, use_of_slot(c, clause, first, slot, party, (event, SOUND)), occurrence
    )


def expulsion(c: Compilation, treaty: str, party: str, *spared: str) -> int:
    """Build the event that all the others end a treaty towards one party, otherwise than under what is spared."""
    return c.builder.any_of(
        *(
            _expelled(c, clause, slot, party, (event, occurrence))
            for clause in c.clauses_that(treaty, "expels")
            if clause.effect is not None and clause.effect.under not in spared
            for slot in _expelling(c, clause, party)
            for event, occurrence in c.occurrences(slot)
        )
    )


def _expelling(c: Compilation, clause: Clause, party: str) -> list[Slot]:
    slots = c.act_slots(clause.verb, clause.treaty)
    return [slot for slot in slots if slot[5] == party and against(c, clause, slot)]


def _done_to(c: Compilation, verb: str, treaty: str, one: str, other: str) -> list[Slot]:
    return [slot for slot in c.act_slots(verb, treaty) if one in actors_of(slot) and slot[5] == other]


def pair_binds(c: Compilation, clause: Clause, one: str, other: str) -> int:
    """Build the state that a text is in force or applied between two: for both, and neither opposed the other."""
    return c.builder.conjunction(
        _takes_part(c, clause, one),
        _takes_part(c, clause, other),
        c.builder.negation(c.node("opposed", clause.treaty, one, other)),
    )


def _takes_part(c: Compilation, clause: Clause, party: str) -> int:
    """Build the state that the text of a clause is in force for a party, or applied by it provisionally."""
    applied = c.node("provisional", clause.treaty, clause.instrument, party)
    return c.builder.disjunction(c.node("member", clause.treaty, party), applied)
