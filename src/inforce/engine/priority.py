"""Clauses of two treaties that do not go together: which of them gives way between those bound by both.

General law: Vienna Convention, arts. 30, 40 and 59(2). A clause that an amendment replaces does not apply between two
who are bound by it; one that yields to another rests between them, for it comes back when the other is over.
"""

from collections.abc import Iterator

from inforce.engine.circuit import NO, YES, Kind, Node, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.parties import CONSENT, parties_of
from inforce.model import TREATY_STATUSES, Clause, Rule, Treaty
from inforce.temporal import Day

REPLACED, RESTING = "not_applicable", "suspended"
_BILATERAL = 2


def displaced(c: Compilation, clause: Clause, who: tuple[str, str], status: str) -> int:
    """Build the state that a clause gives way to another, between two or, asked of one, towards every other party.

    ``status`` says in which way: ``not_applicable`` where it is replaced, ``suspended`` where it yields.
    """
    winners = [winner for winner in _winners(c, clause) if winner[1] == status]
    if not winners:
        return c.builder.constant(NO)
    everyone = parties_of(c, clause.treaty)
    one, other = who
    if one not in everyone and len(everyone) == _BILATERAL:
        one, other = everyone
    if other in everyone:
        return _between(c, clause, one, other, winners)
    return _towards_all(c, clause, one, winners) if one in everyone else c.builder.constant(NO)


Winner = tuple[Clause, str, int, Reason]
"""A clause before which another gives way, in which way, if a state holds, and for which reason."""


def _towards_all(c: Compilation, clause: Clause, one: str, winners: list[Winner]) -> int:
    """Build the state that a clause gives way towards all others: one owes it as long as it owes it to anybody."""
    owed, out = [], []
    for other in (party for party in parties_of(c, clause.treaty) if party != one):
        member = c.node("member", clause.treaty, other)
        gives_way = _between(c, clause, one, other, winners)
        owed.append(c.builder.conjunction(member, c.builder.negation(gives_way)))
        out.append(c.builder.conjunction(member, gives_way))
    return c.builder.conjunction(
        c.builder.disjunction(*out), c.builder.negation(c.builder.disjunction(*owed))
    )


def _between(c: Compilation, clause: Clause, one: str, other: str, winners: list[Winner]) -> int:
    states = []
    for winner, _, prevails, reason in winners:
        both = c.node("governs", winner.treaty, winner.instrument, *sorted((one, other)))
        stands = Reason("clause", winner.id, f"{winner.sentence} ({winner.treaty})", winner.citations)
        both = c.builder.under(both, stands) if reason.kind == "rule" else both
        states.append(c.builder.under(c.builder.conjunction(both, prevails), reason))
    return c.builder.disjunction(*states)


def governs(c: Compilation, treaty: str, instrument: str, one: str, other: str) -> int:
    """Build the state that a treaty is in force between two."""
    if not {one, other} <= set(parties_of(c, treaty)):
        return c.builder.constant(NO)
    chain = c.node("pair_status", treaty, one, other, instrument)
    return c.builder.add(Node(Kind.PICK, (chain,), mask=1 << TREATY_STATUSES.index("in_force")))


def _winners(c: Compilation, clause: Clause) -> Iterator[Winner]:
    """Yield the clauses before which one gives way: those that replace it, and those with which it is incompatible."""
    here = (clause.treaty, clause.id)
    for rival in c.whole.rivals(clause):
        item = c.clause(rival.treaty, rival.id)
        what = next(each.what for each in item.against if (each.treaty, each.clause) == here)
        if what == "replaces":
            text = f"{item.sentence}, in the place of clause {clause.id} of {clause.treaty}"
            yield item, REPLACED, c.builder.constant(YES), Reason("clause", item.id, text, item.citations)
        else:
            yield (item, RESTING, *_prevails(c, item.treaty, clause.treaty))
    for relation in clause.against:
        if relation.what != "replaces":
            other = c.clause(relation.treaty, relation.clause)
            yield (other, RESTING, *_prevails(c, other.treaty, clause.treaty))


def _prevails(c: Compilation, treaty: str, other: str) -> tuple[int, Reason]:
    """Build the state that one treaty goes before another, and say by which rule.

    What the treaties say goes first (art. 30(2)), then which is the later (art. 30(3) and (4)(a)).
    """
    rules = {residual.priority: rule for rule, residual in c.residuals(treaty) if residual.priority}
    declared = _declared(c.treaty(treaty), c.treaty(other))
    if declared is not None and "declared" in rules:
        return c.builder.constant(YES if declared else NO), _reason(rules["declared"])
    later = _is_later(c, treaty, other) if "later" in rules else None
    if later is not None:
        return c.builder.constant(YES if later else NO), _reason(rules["later"])
    first, second = sorted((treaty, other))
    asked = c.open_law(
        f"which goes first, {first} or {second}",
        (f"{second} goes before {first}", f"{first} goes before {second}"),
    )
    reason = Reason("rule", "unknown", f"nothing says whether {first} or {second} goes first")
    return asked if treaty == first else c.builder.negation(asked), reason


def _reason(rule: Rule) -> Reason:
    return Reason("rule", rule.id, rule.sentence)


def _declared(treaty: Treaty, other: Treaty) -> bool | None:
    """Return whether two treaties say that the first goes before the second; None where neither says anything."""
    for one, two, answer in ((treaty, other, True), (other, treaty, False)):
        over = any(a.what == "prevails over" and a.treaty == two.id for a in one.actions)
        under = any(a.what == "subject to" and a.treaty == one.id for a in two.actions)
        if over or under:
            return answer
    return None


def _is_later(c: Compilation, treaty: str, other: str) -> bool | None:
    """Return whether a treaty was concluded later than another, as far as the first acts on each tell."""
    mine, theirs = _first_act(c, treaty), _first_act(c, other)
    if mine is None or theirs is None:
        return None
    if mine[0] > theirs[1]:
        return True
    return False if mine[1] < theirs[0] else None


def _first_act(c: Compilation, treaty: str) -> tuple[Day, Day] | None:
    """Return between which days the first signature of a treaty lies, or the first consent to it."""
    for verbs in (("sign", "sign-definitively"), CONSENT):
        slots = (slot for verb in verbs for slot in c.act_slots(verb, treaty))
        found = [o for slot in slots for item in c.evidence.occurrences[slot] for o in item.options]
        days = [option.candidates for option in found if option.candidates]
        if days:
            return min(each[0][0] for each in days), min(each[-1][1] for each in days)
    return None


# A whole treaty that rests while a later one lasts


def suspended_by_later(c: Compilation, treaty: str) -> int:
    """Build the state that a treaty rests because a later one of all its parties lets it (art. 59(2))."""
    rule = next((rule for rule, residual in c.residuals(treaty) if residual.rests_while_later), None)
    if rule is None:
        return c.builder.constant(NO)
    named = set(c.treaty(treaty).parties)
    states = [
        c.builder.conjunction(
            c.node("in_force", later.id, ""), c.builder.negation(c.node("void", later.id, ""))
        )
        for later in _suspending(c, treaty)
        if named <= set(later.parties)
    ]
    resting = c.builder.conjunction(c.node("in_force", treaty, ""), c.builder.disjunction(*states))
    return c.builder.under(resting, _reason(rule))


def suspended_between_by_later(c: Compilation, treaty: str, one: str, other: str) -> int:
    """Build the state that a treaty rests between two who are parties to a later one of some that lets it (art. 58)."""
    some = next((clause for clause in c.clauses(treaty) if clause.verb == "suspend-between"), None)
    if some is None:
        return c.builder.constant(NO)
    named = set(c.treaty(treaty).parties)
    states = [
        c.node("governs", later.id, "", *sorted((one, other)))
        for later in _suspending(c, treaty)
        if not named <= set(later.parties)
    ]
    return c.builder.under(c.builder.disjunction(*states), Reason("rule", some.rule, some.sentence))


def _suspending(c: Compilation, treaty: str) -> Iterator[Treaty]:
    for later in c.book.treaties.values():
        if any(action.what == "suspends" and action.treaty == treaty for action in later.actions):
            yield later
