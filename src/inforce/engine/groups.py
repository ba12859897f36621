"""Groups: named lists whose members change by record."""

from inforce.engine.compilation import Compilation
from inforce.engine.evidence import actors_of


def everyone_ever_in(c: Compilation, group: str) -> tuple[str, ...]:
    """Return everyone who was ever in a group: its first members, then those who joined."""
    joined = [code for slot in _slots(c, "join", group) for code in actors_of(slot)]
    return tuple(dict.fromkeys((*c.book.groups[group].members, *sorted(joined))))


def in_group(c: Compilation, group: str, actor: str) -> int:
    """Build the state that an actor is in a group: from the first, or since it joined, until it leaves."""
    joins = c.builder.any_of(
        *(c.event(slot) for slot in _slots(c, "join", group) if actor in actors_of(slot))
    )
    leaves = c.builder.any_of(
        *(c.event(slot) for slot in _slots(c, "leave", group) if actor in actors_of(slot))
    )
    if actor in c.book.groups[group].members:
        return c.builder.negation(c.builder.latch(leaves, joins))
    return c.builder.latch(joins, leaves)


def _slots(c: Compilation, verb: str, group: str) -> list[tuple[object, ...]]:
    return [
        slot
        for slot in c.evidence.occurrences
        if slot[0] == "act" and slot[1] == verb and isinstance(slot[4], tuple) and group in slot[4]
    ]
