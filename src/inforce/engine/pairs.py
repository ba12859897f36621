"""One clause towards one counterparty: an instance for each ordered pair, computed when asked (design, S14)."""

from inforce.engine.circuit import NO
from inforce.engine.compilation import Compilation
from inforce.engine.parties import is_party_alone, parties_of
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
    owed, out = [], []
    for other in others:
        member = c.node("member", clause.treaty, other)
        gone = c.node("excluded", clause.treaty, bearer, other, clause.id)
        owed.append(c.builder.conjunction(member, c.builder.negation(gone)))
        out.append(
            gone
            if clause.id in reserved_clauses(c, clause.treaty, bearer)
            else (c.builder.conjunction(member, gone))
        )
    return c.builder.conjunction(
        c.builder.disjunction(*out), c.builder.negation(c.builder.disjunction(*owed))
    )


def _reasoned(c: Compilation, treaty: str, state: int) -> int:
    """Name the rule of general law above what it rests on."""
    rule = rule_of_reservations(c, treaty)
    assert rule is not None
    return c.builder.under(state, basis_of_reservation(rule))


def is_pair(c: Compilation, treaty: str, other: str) -> bool:
    """Whether a clause asked towards another party differs from the same clause asked alone."""
    return bool(other) and is_party_alone(c, treaty) and other in parties_of(c, treaty)


def between_two(c: Compilation, treaty: str, one: str, other: str) -> dict[str, tuple[int, ...]]:
    """Return what gives a treaty a status between two alone: an objection that opposed its entry into force."""
    if not reservers(c, treaty):
        return {}
    ever = [c.builder.latch(c.builder.rise(c.node("member", treaty, party))) for party in (one, other)]
    apart = c.builder.conjunction(c.node("opposed", treaty, one, other), *ever)
    return {"not_a_party": (_reasoned(c, treaty, apart),)}


def pair_binds(c: Compilation, treaty: str, one: str, other: str) -> int:
    """Build the state that a treaty is in force between two: for both, and neither opposed the other."""
    return c.builder.conjunction(
        c.node("member", treaty, one),
        c.node("member", treaty, other),
        c.builder.negation(c.node("opposed", treaty, one, other)),
    )
