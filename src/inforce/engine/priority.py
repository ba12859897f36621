"""Clauses of two treaties that do not go together: which of them gives way between those bound by both.

General law: Vienna Convention, arts. 30 and 59(2). A clause that gives way comes back when the other treaty is over,
or one of the two has left it, for it was never repealed.
"""

from collections.abc import Iterator

from inforce.engine.circuit import NO, YES, Kind, Node, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.parties import CONSENT, is_party_alone, parties_of
from inforce.engine.powers import other_party
from inforce.model import TREATY_STATUSES, Clause, Rule, Treaty
from inforce.temporal import Day

Winner = tuple[Clause, int, Reason]
"""A clause before which another gives way, if a state holds, and for which reason."""


def gives_way(c: Compilation, clause: Clause, bearer: str) -> int:
    """Build the state that a clause gives way to one with which it is incompatible.

    Between two, where the other treaty is in force between them. Asked of one party, it gives way if it does so
    towards every other: one owes it as long as it owes it to anybody.
    """
    winners = list(_winners(c, clause))
    everyone = parties_of(c, clause.treaty)
    if not winners or (bearer not in everyone and is_party_alone(c, clause.treaty)):
        return c.builder.constant(NO)
    one, other = (bearer, c.pair[1] or other_party(c, clause.treaty, bearer))
    if one not in everyone:
        one, other = c.treaty(clause.treaty).parties[:2]
    if other in everyone and (c.pair[1] or not is_party_alone(c, clause.treaty)):
        return _between(c, one, other, winners)
    return _towards_all(c, clause, one, winners)


def _towards_all(c: Compilation, clause: Clause, one: str, winners: list[Winner]) -> int:
    """Build the state that a clause gives way towards every other member, and there is one."""
    owed, out = [], []
    for other in (party for party in parties_of(c, clause.treaty) if party != one):
        member, yields = c.node("member", clause.treaty, other), _between(c, one, other, winners)
        owed.append(c.builder.conjunction(member, c.builder.negation(yields)))
        out.append(c.builder.conjunction(member, yields))
    return c.builder.conjunction(
        c.builder.disjunction(*out), c.builder.negation(c.builder.disjunction(*owed))
    )


def _between(c: Compilation, one: str, other: str, winners: list[Winner]) -> int:
    states = []
    for winner, prevails, reason in winners:
        both = c.node("governs", winner.treaty, winner.instrument, *sorted((one, other)))
        stands = Reason("clause", winner.id, f"{winner.sentence} ({winner.treaty})", winner.citations)
        states.append(c.builder.under(c.builder.conjunction(c.builder.under(both, stands), prevails), reason))
    return c.builder.disjunction(*states)


def governs(c: Compilation, treaty: str, instrument: str, one: str, other: str) -> int:
    """Build the state that a treaty is in force between two."""
    if not {one, other} <= set(parties_of(c, treaty)):
        return c.builder.constant(NO)
    chain = c.node("pair_status", treaty, one, other, instrument)
    return c.builder.add(Node(Kind.PICK, (chain,), mask=1 << TREATY_STATUSES.index("in_force")))


def _winners(c: Compilation, clause: Clause) -> Iterator[Winner]:
    """Yield the clauses with which one is incompatible, by its own line or by theirs."""
    rivals = [(each.treaty, each.clause) for each in clause.incompatible]
    rivals += _rivals(c).get((clause.treaty, clause.id), [])
    for treaty, name in dict.fromkeys(rivals):
        yield (c.clause(treaty, name), *_prevails(c, treaty, clause.treaty))


def _rivals(c: Compilation) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return for each clause those of other treaties that say that they are incompatible with it, as read here."""
    return c.reckoned(("rivals", ""), lambda: _reckon_rivals(c))


def _reckon_rivals(c: Compilation) -> dict[tuple[str, str], list[tuple[str, str]]]:
    read = {(each.clause.treaty, each.clause.id) for each in c.book.readings if each.clause.incompatible}
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for item in (item for treaty in c.book.treaties.values() for item in treaty.clauses):
        key = (item.treaty, item.id)
        if item.incompatible or key in read:
            for each in c.clause(*key).incompatible:
                found.setdefault((each.treaty, each.clause), []).append(key)
    return found


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
