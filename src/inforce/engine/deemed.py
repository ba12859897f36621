"""Who ceases to be a party without saying so, and who alone may become one: because of another treaty or a group."""

from msgspec.structs import replace

from inforce.engine.builder import NOBODY
from inforce.engine.circuit import Reason
from inforce.engine.compilation import Compilation
from inforce.engine.powers import basis
from inforce.model import Clause


def deemed_departure(c: Compilation, clause: Clause, party: str) -> int:
    """Build the event that a party ceases to be one by what it does, or does not do, elsewhere."""
    deemed = clause.deemed
    if deemed is None:
        return NOBODY
    if deemed.how == "stays out":
        late = replace(deemed.offset, days=deemed.offset.days + 1)  # the last day is still in time
        time = c.builder.timer(c.node("entry", deemed.of, ""), late, NOBODY, basis(c, clause))
        return c.builder.act(
            time, lambda: c.builder.negation(c.node("member", deemed.of, party)), name="deemed"
        )
    happened = _elsewhere(c, deemed.how, deemed.of, party)
    return c.builder.timer(happened, deemed.offset, NOBODY, basis(c, clause))


def _elsewhere(c: Compilation, how: str, of: str, party: str) -> int:
    if how == "withdraws":
        return c.builder.gate(c.node("departure", of, party), c.builder.latch(_joining(c, of, party)))
    if how == "is":
        return c.event(("event", of, party))
    if how == "leaves":
        return c.builder.rise(c.builder.negation(c.node("in_group", of, party)))
    joined = c.builder.latch(_joining(c, of, party))
    member = c.node("member", of, party)
    return c.builder.rise(c.builder.conjunction(joined, c.builder.negation(member)))


def _joining(c: Compilation, treaty: str, party: str) -> int:
    return c.builder.rise(c.node("member", treaty, party))


def eligible(c: Compilation, treaty: str, party: str) -> int:
    """Build the state that a state may become a party: where a treaty is only for parties to another, or members."""
    whole = c.treaty(treaty)
    states = [c.node("member", other, party) for other in whole.only_parties_to]
    states += [c.node("in_group", group, party) for group in whole.only_members_of]
    found = c.builder.conjunction(*states)
    if not states:
        return found
    names = " and ".join((*whole.only_parties_to, *whole.only_members_of))
    return c.builder.under(
        found, Reason("clause", treaty, f"only for those who take part in {names}", whole.citations)
    )
