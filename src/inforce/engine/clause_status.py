"""The status of a clause for one bearer: one chain of priorities for each kind of norm (design, 3.5)."""

from inforce.engine.circuit import MAYBE, NO, YES, Kind, Node, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.duties import waivers
from inforce.engine.general_law import hears
from inforce.engine.membership import as_between
from inforce.engine.pairs import is_pair, reserved_out
from inforce.engine.parties import is_party_alone, joined, left, parties_of
from inforce.engine.powers import BETWEEN, basis, other_party
from inforce.model import HOLDS, STATUSES, Clause, Condition, FactHolds

_AT_ONCE = ("passes", "pass", "counts", "count")
"""What these constitute is done in an instant; the end of the treaty does not undo it (rule executed-acts-stay)."""


def clause_status(c: Compilation, treaty: str, name: str, bearer: str, other: str) -> int:
    """Build the chain of a clause: the first of its statuses that holds is the status."""
    clause = c.clause(treaty, name)
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
    """Return whether a clause is not there: read in by voices not heard, without force, another's, or reserved."""
    heard = any(hears(c.view, voice) for voice in clause.inferred_by)
    if clause.inferred_by and not heard:
        return c.builder.constant(YES)
    unbound = c.builder.negation(c.node("binding", clause.treaty, clause.instrument))
    reserved = reserved_out(c, clause, bearer, c.pair[1])
    return c.builder.disjunction(unbound, _of_others(c, clause, bearer), reserved)


def _of_others(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that a clause is borne by others: by actors that it names, or by a group as it then stands."""
    if bearer not in c.book.actors or clause.bearer.subject:
        return c.builder.constant(NO)
    if clause.bearer.group:
        return c.builder.negation(c.node("in_group", clause.bearer.group, bearer))
    named = clause.bearer.actors
    return c.builder.constant(YES if named and bearer not in named else NO)


def _begun(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that a clause has begun to bind: its treaty and instrument for all, and for its bearer."""
    if clause.on_expiry:
        return c.builder.latch(c.node("expired", clause.treaty, clause.instrument))
    if clause.from_signature:
        return c.node("concluded", clause.treaty)
    entered = c.node("entered", clause.treaty, clause.instrument)
    if is_party_alone(c, clause.treaty) and bearer in parties_of(c, clause.treaty):
        return c.builder.conjunction(entered, joined(c, clause.treaty, bearer))
    return entered


def _over(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that a clause has ended: with its treaty, by its own sunset, or because its party left."""
    states = []
    if not clause.survives and not clause.on_expiry:
        states.append(c.node("ended", clause.treaty, clause.instrument))
    if bearer and bearer in c.book.actors and not clause.survives and not clause.on_expiry:
        states.append(left(c, clause.treaty, bearer, c.node("departure", clause.treaty, bearer)))
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
    states = [c.node("suspended", clause.treaty)]
    if c.pair[1]:
        states.append(c.node("suspended_between", clause.treaty, *sorted(c.pair)))
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
    states += [c.node("opened", clause.treaty, clause.id), c.node("not_closed", clause.treaty, clause.id)]
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
        "conditional": c.builder.negation(triggered),
        "overdue": c.builder.conjunction(outstanding, c.node("lapsed", *asked)),
        "due": c.builder.conjunction(outstanding, c.builder.negation(c.node("lapsed", *asked))),
    }


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
    used = c.builder.latch(c.node("exercise", *asked)) if once else c.builder.constant(NO)
    return _common(c, clause, bearer) | {
        "exercised": used,
        "lost": closed,
        "conditional": _waiting(c, clause, bearer),
    }


def _constitutive(c: Compilation, clause: Clause, bearer: str) -> dict[str, int]:
    met = c.node("conditions_met", clause.treaty, clause.id, bearer)
    over = _over(c, clause, bearer)
    if clause.verb in _AT_ONCE and keeps_executed(c, clause.treaty):
        alive = c.builder.conjunction(_begun(c, clause, bearer), met, c.builder.negation(over))
        over = c.builder.conjunction(over, c.builder.negation(c.builder.latch(c.builder.rise(alive))))
    found = _common(c, clause, bearer)
    return {
        "not_yet_operative": found["not_yet_operative"],
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
