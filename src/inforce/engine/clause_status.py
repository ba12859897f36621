"""The status of a clause for one bearer: one chain of priorities for each kind of norm (design, 3.5)."""

from inforce.engine.application import application_status
from inforce.engine.builder import NOBODY
from inforce.engine.circuit import MAYBE, NO, YES, Kind, Node, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.duties import application_end, waivers
from inforce.engine.general_law import hears
from inforce.engine.lost_rights import lost
from inforce.engine.membership import as_between, begun_for, of_others, outlived
from inforce.engine.pairs import concerned, is_pair, reserved_out
from inforce.engine.parties import left
from inforce.engine.powers import BETWEEN, OWN_STATUS, basis, other_party
from inforce.engine.priority import gives_way
from inforce.engine.sparing import spared
from inforce.engine.successive import displaced
from inforce.model import HOLDS, STATUSES, Clause, Condition, FactHolds

_AT_ONCE = ("passes", "pass", "counts", "count")
"""What these constitute is done in an instant; the end of the treaty does not undo it (rule executed-acts-stay)."""


def clause_status(c: Compilation, treaty: str, name: str, bearer: str, other: str) -> int:
    """Build the chain of a clause: the first of its statuses that holds is the status."""
    clause = c.clause(treaty, name)
    if clause.kind == "power" and clause.effect and clause.effect.what in OWN_STATUS:
        return c.node("right_status", treaty, clause.id, bearer, clause.verb)
    if is_pair(c, treaty, other):
        c = c.between(bearer, other)
    held = {
        "achieve": _achieve,
        "maintain": _maintain,
        "prohibition": _maintain,
        "permission": _permission,
        "power": _power,
        "constitutive": _constitutive,
    }[clause.kind](c, clause, bearer)
    held = as_between(c, clause, held, (bearer, other))
    order = _order(c, clause)
    states = tuple(held.get(status, c.builder.constant(NO)) for status in order[:-1])
    states = (*states, held.get(order[-1], c.builder.constant(YES)))
    return c.builder.add(Node(Kind.CHAIN, states, statuses=order, reason=basis(c, clause)))


def _order(c: Compilation, clause: Clause) -> tuple[str, ...]:
    """Return the statuses in their order; where nothing keeps what was executed, the end comes first."""
    order = STATUSES[clause.kind]
    if clause.kind == "achieve" and not keeps_executed(c, clause.treaty):
        rest = tuple(status for status in order if status != "ended")
        at = rest.index("performed")
        return (*rest[:at], "ended", *rest[at:])
    return order


def keeps_executed(c: Compilation, treaty: str) -> bool:
    """Whether the view applies the rule that what was executed stays."""
    return any(residual.keeps_executed for _, residual in c.residuals(treaty))


def _not_applicable(c: Compilation, clause: Clause, bearer: str) -> int:
    """Return whether a clause is not there: read in by voices not heard, void, another's, reserved, displaced."""
    heard = any(hears(c.view, voice) for voice in clause.inferred_by)
    if clause.inferred_by and not heard:
        return c.builder.constant(YES)
    unbound = c.builder.negation(c.node("binding", clause.treaty, clause.instrument))
    reserved = reserved_out(c, clause, bearer, c.pair[1])
    third = c.node("unconsented", clause.treaty, clause.id, bearer)
    gone = (_void(c, clause, bearer), unbound, of_others(c, clause, bearer), reserved, third)
    return c.builder.disjunction(*gone, displaced(c, clause, bearer), gives_way(c, clause, bearer))


def _void(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that the treaty of a clause is void for its bearer, or for the one towards whom it is asked."""
    return c.builder.disjunction(*(c.node("void", clause.treaty, who) for who in concerned(c, bearer)))


def _begun(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that a clause has begun: in force for its bearer, applied before, or from signature."""
    if clause.on_expiry:
        return c.builder.latch(c.node("expired", clause.treaty, clause.instrument))
    if clause.from_signature:
        return c.node("concluded", clause.treaty)
    return begun_for(c, clause, bearer)


def _over(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that a clause has ended: with its treaty, by its own sunset, or because its party left."""
    states = []
    if not clause.survives and not clause.on_expiry:
        states.append(c.node("ended", clause.treaty, clause.instrument, *spared(c, clause)))
        if not clause.from_signature:
            text = (clause.treaty, clause.instrument)
            states += [c.node("lapsed_application", *text, who) for who in concerned(c, bearer)]
    if bearer and bearer in c.book.actors and not clause.survives and not clause.on_expiry:
        departure = c.node("departure", clause.treaty, bearer, *spared(c, clause))
        states.append(left(c, clause.treaty, bearer, departure))
    states.append(outlived(c, clause, bearer))
    other = other_party(c, clause.treaty, bearer)
    for asked in clause.until:
        states.append(
            c.builder.latch(c.builder.rise(c.node("condition", clause.treaty, asked, bearer, other)))
        )
    if clause.until_day is not None:
        states.append(c.builder.latch(c.on_day(clause.until_day)))
    if clause.on_expiry:
        unexpired = c.builder.negation(_begun(c, clause, bearer))
        states.append(c.builder.conjunction(c.node("ended", clause.treaty, clause.instrument), unexpired))
    return c.builder.disjunction(*states)


def _resting(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that a clause is suspended: its treaty is, or a condition that held has failed."""
    under = spared(c, clause)
    states = [c.node("suspended", clause.treaty, *under)]
    states += [c.node("resting_alone", clause.treaty, who, *under) for who in concerned(c, bearer)]
    if c.pair[1]:
        states.append(c.node("suspended_between", clause.treaty, *sorted(c.pair), *under))
    if bearer in c.book.actors:
        states.append(c.node("awaiting", clause.treaty, bearer))
    if clause.needs_relations:
        for _, residual in c.residuals(clause.treaty):
            if residual.suspended_while is not None:
                states.append(c.node("condition", clause.treaty, residual.suspended_while, bearer, ""))
    if clause.so_long_as:
        met = c.node("once_met", clause.treaty, clause.id, bearer)
        states.append(c.builder.conjunction(met, _has_failed(c, clause, bearer)))
    return c.builder.disjunction(*states)


def _continuing(c: Compilation, clause: Clause, bearer: str) -> int:
    other = other_party(c, clause.treaty, bearer)
    return c.builder.conjunction(
        *(c.node("condition", clause.treaty, a, bearer, other) for a in clause.so_long_as)
    )


def _has_failed(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that what must go on holding has held, whether the clause bound then or not, and fails."""
    held = _continuing(c, clause, bearer)
    return c.builder.conjunction(c.builder.negation(held), c.builder.latch(c.builder.rise(held)))


def _waiting(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that a clause waits: a condition precedent, its first day, or what must go on holding.

    A continuing condition that has held and failed does not make it wait: the clause is then suspended.
    """
    states = [c.node("once_met", clause.treaty, clause.id, bearer)]
    states += [
        c.node("opened", clause.treaty, clause.id, bearer),
        c.node("not_closed", clause.treaty, clause.id),
    ]
    waits = [c.builder.negation(c.builder.conjunction(*states))]
    if clause.so_long_as:
        held = _continuing(c, clause, bearer)
        never = c.builder.negation(c.builder.latch(c.builder.rise(held)))
        waits.append(c.builder.conjunction(c.builder.negation(held), never))
    return c.builder.disjunction(*waits)


def _common(c: Compilation, clause: Clause, bearer: str) -> dict[str, int]:
    return {
        "not_applicable": _not_applicable(c, clause, bearer),
        "not_yet_operative": c.builder.negation(
            c.builder.disjunction(
                _begun(c, clause, bearer), c.node("ended", clause.treaty, clause.instrument)
            )
        ),
        "ended": _over(c, clause, bearer),
        "suspended": _resting(c, clause, bearer),
    }


def _achieve(c: Compilation, clause: Clause, bearer: str) -> dict[str, int]:
    asked = (clause.treaty, clause.id, bearer)
    triggered = c.builder.latch(c.node("start", *asked))
    outstanding = c.node("outstanding", *asked)
    ever = c.builder.latch(c.node("performance", *asked))
    done = c.builder.conjunction(triggered, ever, c.builder.negation(outstanding))
    waived = waivers(c, clause, bearer)
    return _common(c, clause, bearer) | {
        "performed_late": c.builder.conjunction(done, c.node("late", *asked)),
        "performed": c.builder.conjunction(done, c.builder.negation(c.node("late", *asked))),
        "released": c.builder.latch(c.builder.any_of(*waived)),
        "conditional": _unasked(c, clause, bearer, triggered, ever),
        "overdue": c.builder.conjunction(outstanding, c.node("lapsed", *asked)),
        "due": c.builder.conjunction(outstanding, c.builder.negation(c.node("lapsed", *asked))),
    }


def _unasked(c: Compilation, clause: Clause, bearer: str, triggered: int, ever: int) -> int:
    """Build the state that a duty has not arisen, or only while the text was applied provisionally, and is not done."""
    never = c.builder.negation(triggered)
    if application_end(c, clause, bearer) == NOBODY:
        return never
    idle = c.builder.negation(
        c.builder.disjunction(ever, c.node("outstanding", clause.treaty, clause.id, bearer))
    )
    return c.builder.disjunction(never, idle)


def _maintain(c: Compilation, clause: Clause, bearer: str) -> dict[str, int]:
    breached = c.builder.constant(NO)
    if clause.breached_while is not None and _is_own(c, clause.breached_while, bearer):
        other = other_party(c, clause.treaty, bearer)
        breached = c.node("condition", clause.treaty, clause.breached_while, bearer, other)
    return _common(c, clause, bearer) | {
        "conditional": _waiting(c, clause, bearer),
        "breached": breached,
    }


def _is_own(c: Compilation, asked: Condition, bearer: str) -> bool:
    """Whether a fact can be the bearer's doing: a state of somebody else is not, nor what somebody else holds."""
    if isinstance(asked, FactHolds) and asked.fact.startswith(HOLDS):
        return asked.whom == bearer
    found = c.book.facts.get(asked.fact) if isinstance(asked, FactHolds) and not asked.whom else None
    return found is None or found.of in ("", bearer)


def _permission(c: Compilation, clause: Clause, bearer: str) -> dict[str, int]:
    return _common(c, clause, bearer) | {"closed": _waiting(c, clause, bearer)}


def _power(c: Compilation, clause: Clause, bearer: str) -> dict[str, int]:
    asked = (clause.treaty, clause.id, bearer)
    closed = c.builder.negation(c.node("not_closed", clause.treaty, clause.id))
    once = clause.effect is not None and clause.effect.what != BETWEEN
    used = c.node("used_up", *asked) if once else c.builder.constant(NO)
    return _common(c, clause, bearer) | {
        "exercised": used,
        "lost": c.builder.disjunction(closed, lost(c, *asked)),
        "conditional": _waiting(c, clause, bearer),
    }


def _constitutive(c: Compilation, clause: Clause, bearer: str) -> dict[str, int]:
    valid = c.builder.negation(_void(c, clause, bearer))
    if clause.provisional is not None:
        held = application_status(c, clause, bearer)
        waiting = c.builder.conjunction(held["not_yet_operative"], valid)
        ceased = c.builder.disjunction(held["ceased"], c.builder.negation(valid))
        return held | {"not_yet_operative": waiting, "ceased": ceased}
    met = c.node("conditions_met", clause.treaty, clause.id, bearer)
    over = _over(c, clause, bearer)
    if clause.verb in _AT_ONCE and keeps_executed(c, clause.treaty):
        alive = c.builder.conjunction(_begun(c, clause, bearer), met, c.builder.negation(over))
        over = c.builder.conjunction(over, c.builder.negation(c.builder.latch(c.builder.rise(alive))))
    found = _common(c, clause, bearer)
    return {
        "not_yet_operative": c.builder.conjunction(found["not_yet_operative"], valid),
        "ceased": c.builder.disjunction(over, found["not_applicable"]),
        "conditional": c.builder.negation(met),
    }


def unremedied(c: Compilation, treaty: str, name: str, bearer: str) -> int:
    """Build the state that a clause is breached, or was and has not been performed, waived or settled."""
    clause = c.clause(treaty, name)
    chain = c.node("clause_status", treaty, clause.id, bearer, "")
    bad = ("breached", "overdue")
    order = c.builder.nodes[chain].statuses
    mask = sum(1 << order.index(status) for status in bad if status in order)
    breached = c.builder.add(Node(Kind.PICK, (chain,), mask=mask))
    mended = waivers(c, clause, bearer)
    if clause.kind == "achieve":
        mended.append(c.node("performance", treaty, clause.id, bearer))
    return c.builder.latch(c.builder.rise(breached), c.builder.any_of(*mended))


__all__ = ["MAYBE", "Reason", "clause_status", "keeps_executed", "unremedied"]
