"""Entry into force: the treaty's own rule, then the rule in its silence, then unknown."""

from itertools import chain, combinations

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import Reason
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import actors_of
from inforce.engine.parties import parties_of
from inforce.engine.quorums import quorum
from inforce.model import EntryIntoForce, NotBefore, Offset
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
    reached = c.builder.rise(_met(c, treaty, rule))
    if any(c.node("extinction", party) != NOBODY for party in parties_of(c, treaty)):
        reached = c.builder.rise(
            c.builder.latch(reached)
        )  # once for good: a state that ends takes nothing back
    ready = c.builder.timer(reached, rule.offset)
    return _not_before(c, treaty, ready, rule.not_before) if rule.not_before else ready


def _not_before(c: Compilation, treaty: str, ready: int, bound: NotBefore) -> int:
    """Build the event that all else is there and the bound has come, whichever is later."""
    if bound.offset.on is not None:
        opened = c.on_day(bound.offset.on)
    elif bound.of == "opening":
        opened = c.builder.timer(_opening(c, treaty), bound.offset)
    elif bound.condition is not None:
        opened = c.builder.rise(c.node("condition", treaty, bound.condition, "", ""))
    else:
        opened = c.node("entry", bound.of, "")
    return c.builder.rise(c.builder.conjunction(c.builder.latch(ready), c.builder.latch(opened)))


def _opening(c: Compilation, treaty: str) -> int:
    """Build the event that a treaty is opened for signature; where nobody records it, nobody knows when it was."""
    opened = c.builder.any_of(*(c.event(slot) for slot in c.act_slots("open", treaty)))
    return c.unknown(f"the opening of {treaty} for signature") if opened == NOBODY else opened


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
