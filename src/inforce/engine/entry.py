"""Entry into force: the treaty's own rule, then the rule in its silence, then unknown."""

from itertools import chain, combinations

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import Kind, Node, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import actors_of
from inforce.engine.groups import everyone_ever_in
from inforce.engine.parties import is_limited, parties_of
from inforce.model import EntryIntoForce, Offset, Quorum
from inforce.temporal import Span


def entry_rule(c: Compilation, treaty: str, instrument: str) -> tuple[EntryIntoForce | None, Reason]:
    """Return the rule of entry into force that applies, and where it comes from."""
    own = c.terms(treaty, instrument).entry
    if own is not None and (own.quorums or own.along_with or own.offset.on is not None):
        return own, Reason("clause", instrument or treaty, f"in force {own.text}", own.citations)
    if instrument:
        text = f"follows {treaty}, of which it is part"
        return EntryIntoForce(text, along_with=treaty), Reason("clause", instrument, text)
    for rule, residual in c.residuals(treaty):
        if residual.entry is not None:
            return residual.entry, Reason("rule", rule.id, rule.sentence)
    return None, Reason("rule", "unknown", "nothing says when the treaty enters into force")


def entry(c: Compilation, treaty: str, instrument: str) -> int:
    """Build the event that a treaty or an instrument enters into force."""
    rule, _ = entry_rule(c, treaty, instrument)
    if rule is None:
        signed = c.node("signed", treaty, "")
        return c.builder.gate(c.unknown(f"entry into force of {treaty}"), signed)
    if rule.along_with:
        return _along_with(c, rule.along_with)
    if rule.offset.on is not None and not rule.quorums:
        return c.on_day(rule.offset.on)
    return c.builder.timer(c.builder.rise(_met(c, treaty, rule)), rule.offset)


def quorums_met(c: Compilation, treaty: str) -> int:
    """Build the state that the consents that bring a treaty into force have been there, whatever became of them."""
    rule, _ = entry_rule(c, treaty, "")
    return c.builder.latch(c.builder.rise(_met(c, treaty, rule)), NOBODY) if rule else c.builder.constant(0)


def _met(c: Compilation, treaty: str, rule: EntryIntoForce) -> int:
    return c.builder.conjunction(*(quorum(c, treaty, item) for item in rule.quorums))


def _along_with(c: Compilation, other: str) -> int:
    if other in c.book.treaties:
        return c.node("entry", other, "")
    owner = next(t.id for t in c.book.treaties.values() if any(i.id == other for i in t.instruments))
    return c.node("entry", owner, other)


def quorum(c: Compilation, treaty: str, asked: Quorum) -> int:
    """Build the state that the acts of consent that a clause asks for are there."""
    if asked.each_party or asked.actors:
        parties = asked.actors or c.treaty(treaty).parties
        return c.builder.conjunction(*(_counted(c, treaty, party, asked.manner) for party in parties))
    if asked.group and not asked.number and not asked.weight:
        return _each_member(c, treaty, asked)
    everyone = parties_of(c, treaty)
    states = tuple(_counting(c, treaty, party, asked) for party in everyone)
    weights = tuple(_weight(c, treaty, party, asked.weight) for party in everyone)
    needed = _share(c, treaty, asked) if asked.weight else float(asked.number)
    if not states:
        return c.builder.constant(0)
    return c.builder.add(Node(Kind.COUNT, states, weights=weights, threshold=needed))


def _counting(c: Compilation, treaty: str, party: str, asked: Quorum) -> int:
    """Build the state that a party counts for a quorum: it has consented, and is in the group if one is asked."""
    consented = _counted(c, treaty, party, asked.manner)
    return (
        c.builder.conjunction(consented, c.node("in_group", asked.group, party)) if asked.group else consented
    )


def _counted(c: Compilation, treaty: str, party: str, manner: str) -> int:
    """Build the state that a consent counts: who may not become a party yet does not bring a treaty into force."""
    consented = c.node("consented", treaty, party, manner)
    if manner == "signature" or not is_limited(c, treaty):
        return consented
    return c.builder.conjunction(consented, c.node("eligible", treaty, party))


def _each_member(c: Compilation, treaty: str, asked: Quorum) -> int:
    """Build the state that every member of a group, as it stands on the day, has consented."""
    states = []
    for member in everyone_ever_in(c, asked.group):
        consented = _counted(c, treaty, member, asked.manner)
        outside = c.builder.negation(c.node("in_group", asked.group, member))
        states.append(c.builder.disjunction(outside, consented))
    return c.builder.conjunction(*states)


def _share(c: Compilation, treaty: str, asked: Quorum) -> float:
    """Return how much a share comes to, in the unit of its table."""
    weights = c.terms(treaty, "").weights
    total = next((item.total for item in weights if item.name == asked.weight), 0.0)
    return asked.share * total / 100


def _weight(c: Compilation, treaty: str, party: str, name: str) -> float:
    if not name:
        return 1.0
    weights = c.terms(treaty, "").weights
    return next((item.value for item in weights if item.name == name and item.actor == party), 0.0)


def entered(c: Compilation, treaty: str, instrument: str) -> int:
    """Build the state that a treaty or instrument has entered into force, whatever became of it later."""
    _, reason = entry_rule(c, treaty, instrument)
    return c.builder.latch(c.node("entry", treaty, instrument), NOBODY, reason)


def expiry(c: Compilation, treaty: str, instrument: str) -> int:
    """Build the event that a treaty or an instrument ends by itself: its term runs out, or what it lasts for."""
    terms, ran_out = c.terms(treaty, instrument), _term_ran_out(c, treaty, instrument)
    entered = c.node("entered", treaty, instrument)
    ends = []
    if terms.continues is not None:
        goes_on = c.node("condition", treaty, terms.continues, "", "")
        begun = ran_out if ran_out != NOBODY else c.builder.rise(c.builder.conjunction(entered, goes_on))
        ends.append(c.builder.conjunction(c.builder.latch(begun), c.builder.negation(goes_on)))
    if terms.until is not None:
        ends.append(c.builder.conjunction(entered, c.node("condition", treaty, terms.until, "", "")))
    if terms.until_day is not None:
        ends.append(c.builder.conjunction(entered, c.builder.latch(c.on_day(terms.until_day))))
    by_itself = (c.builder.rise(c.builder.latch(c.builder.rise(end))) for end in ends)
    return c.builder.any_of(*by_itself, NOBODY if terms.continues is not None else ran_out)


def _term_ran_out(c: Compilation, treaty: str, instrument: str) -> int:
    """Build the event that a term runs out, extensions counted at once from the start."""
    terms = c.terms(treaty, instrument)
    if terms.term is None or (terms.renewal is not None and terms.renewal.times is None):
        return NOBODY
    length = terms.term
    if terms.renewal is not None and terms.renewal.period is not None and terms.renewal.times:
        length = length + terms.renewal.period * terms.renewal.times
    start = c.node("entry", treaty, instrument)
    extensions = [] if instrument else _extensions(c, treaty)
    if not extensions:
        return c.builder.timer(start, Offset(after=length))
    every = range(len(extensions))
    some = chain.from_iterable(combinations(every, size) for size in range(len(extensions) + 1))
    return c.builder.any_of(*(_end_extended(c, start, length, extensions, made) for made in some))


def _end_extended(
    c: Compilation, start: int, length: Span, extensions: list[tuple[int, Span]], made: tuple[int, ...]
) -> int:
    """Build the end of a term that just these agreements had extended by the close of the day before."""
    states = [c.builder.latch(act) for act, _ in extensions]
    just_these = c.builder.conjunction(
        *(state if turn in made else c.builder.negation(state) for turn, state in enumerate(states))
    )
    for turn in made:
        length = length + extensions[turn][1]
    return c.builder.act(c.builder.timer(start, Offset(after=length)), lambda: just_these, name="expiry")


def expired(c: Compilation, treaty: str, instrument: str) -> int:
    """Build the event that a term runs out while the treaty or instrument is in force: an early end is no expiry.

    The term itself is left out of what may have ended it before: of an uncertain beginning, it would be in its own
    way on every day but the first.
    """
    return c.builder.act(
        c.node("expiry", treaty, instrument), lambda: c.node("unended", treaty, instrument), name="expiry"
    )


def _extensions(c: Compilation, treaty: str) -> list[tuple[int, Span]]:
    """Return the agreements of all parties to extend a term, in order of their days."""
    found = []
    for slot in c.act_slots("extend", treaty):
        if not set(c.treaty(treaty).parties) <= set(actors_of(slot)):
            continue
        for event, occurrence in c.occurrences(slot):
            claims = [claim for option in occurrence.options for claim in option.claims] if occurrence else []
            spans = [claim.offset.after for claim in claims if claim.offset]
            days = (
                [first for option in occurrence.options for first, _ in option.candidates]
                if occurrence
                else []
            )
            if spans and days:
                act = c.builder.act(event, lambda: c.node("in_force", treaty, ""), name="extend")
                found.append((min(days), act, spans[0]))
    return [(act, span) for _, act, span in sorted(found, key=lambda item: item[0])]
