"""Who comes after whom: successors and predecessors, as the record names them."""

from collections.abc import Iterable, Iterator
from itertools import product

from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Slot, actors_of

SUCCEEDING = ("succeed", "become-independent", "continue")
"""The acts by which a state comes after another."""
SUCCESSION_NOTICES = ("notify-succession", "agree-succession")
"""The acts by which it says that it takes its place in a treaty: alone, or together with the other party."""


def with_heirs(parties: Iterable[str], pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return some parties and whoever comes after one of them, at any remove; a pair is a successor and a predecessor.

    >>> with_heirs(("YUG", "POL"), (("SCG", "YUG"), ("SRB", "SCG"), ("SVK", "CSK")))
    ('YUG', 'POL', 'SCG', 'SRB')
    """
    found, known = dict.fromkeys(parties), list(pairs)
    while heirs := sorted(heir for heir, before in known if before in found and heir not in found):
        found |= dict.fromkeys(heirs)
    return tuple(found)


def successions(c: Compilation) -> Iterator[tuple[str, str]]:
    """Yield each successor with its predecessor."""
    for verb in SUCCEEDING:
        for slot in c.act_slots(verb, ""):
            yield from product(actors_of(slot), predecessors_in(slot))


def predecessors_of(c: Compilation, party: str) -> tuple[tuple[str, str], ...]:
    """Return whom a party comes after, each with the act by which it does."""
    found = (
        (verb, predecessor)
        for verb in SUCCEEDING
        for slot in c.act_slots(verb, "")
        if party in actors_of(slot)
        for predecessor in predecessors_in(slot)
    )
    return tuple(dict.fromkeys(found))


def predecessors_in(slot: Slot) -> tuple[str, ...]:
    """Return after whom somebody comes by an act."""
    return slot[4] if isinstance(slot[4], tuple) else ()
