"""Texts that bind whoever does not reject them in time: consent by silence, agreed beforehand by a clause."""

from inforce.engine.builder import NOBODY
from inforce.engine.compilation import Compilation
from inforce.model import Action

COMMUNICATION = "communication"
"""The manner of an entry into force that waits for nobody's consent: its time runs from the text's being sent out."""


def communicated(c: Compilation, treaty: str) -> int:
    """Build the event that a text is communicated to those whom it will bind."""
    return c.builder.any_of(*(c.event(slot) for slot in c.act_slots("communicate", treaty)))


def amended(c: Compilation, treaty: str) -> tuple[Action, ...]:
    """Return the treaties whose parties a text binds in their silence."""
    whole = c.treaty(treaty)
    return tuple(action for action in whole.actions if action.what == "amends") if whole.tacit else ()


def accepted_in_silence(c: Compilation, treaty: str, party: str) -> int:
    """Build the event that a party to what is amended is bound: the time is over and it has not rejected the text.

    Who joins later joins what has been accepted.
    """
    time_is_over = c.builder.latch(_over(c, treaty))
    rejected = c.builder.latch(c.node("rejection", treaty, party))
    member = c.builder.disjunction(*(c.node("member", action.treaty, party) for action in amended(c, treaty)))
    silent = c.builder.conjunction(time_is_over, member, c.builder.negation(rejected))
    return c.builder.rise(silent)


def rejection(c: Compilation, treaty: str, party: str) -> int:
    """Build the event that a party rejects a text in time; the last day is still in time."""
    events = (c.event(slot) for slot in c.act_slots_of("reject", treaty, party))

    def in_time() -> int:
        open_still = c.builder.negation(c.builder.latch(_over(c, treaty)))
        return c.builder.named_conjunction({"not_closed": open_still})

    return c.builder.act(c.builder.any_of(*events), in_time, name=f"reject:{party}")


def _over(c: Compilation, treaty: str) -> int:
    """Build the event that the time for rejecting a text is over."""
    tacit = c.treaty(treaty).tacit
    return c.builder.timer(communicated(c, treaty), tacit) if tacit else NOBODY
