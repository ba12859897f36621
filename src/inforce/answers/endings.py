"""In which manner and by which rule a treaty ended."""

from inforce.answers.reasons import standing_of
from inforce.engine import TOO_FEW, Resolution, Solution
from inforce.model import Book
from inforce.rules import RULES
from inforce.temporal import Day

_MANNER_OF_RULE = {
    "consent-of-the-parties": "agreement",
    "later-treaty": "replacement",
    "material-breach": "termination",
}


def manner_and_basis(solution: Solution, day: Day, book: Book, treaty: str) -> tuple[str, str]:
    """Return how and by which clause or rule the treaty ended by a day, over all cases in which it did.

    Where the cases differ, each manner and basis is named, in the order of their days.
    """
    found: dict[str, Day] = {}
    for resolution in solution.resolutions:
        first = first_ending(resolution, day)
        if first is not None:
            found[first[0]] = min(first[1], found.get(first[0], first[1]))
    names = sorted(found, key=lambda name: found[name])
    manners = dict.fromkeys(manner_of(name) for name in names)
    bases = dict.fromkeys(basis_of(name, book, treaty) for name in names)
    return "; ".join(manners), "; ".join(bases)


def first_ending(resolution: Resolution, day: Day) -> tuple[str, Day] | None:
    """Return the first ending that may have come about by a day in one case."""
    ends = [
        (name.split(":")[1], on)
        for name, node in resolution.circuit.outputs.items()
        if name.startswith("ending:") and node >= 0
        for on, maybe in resolution.run.history[node]
        if on <= day and maybe
    ]
    return min(ends, key=lambda end: end[1], default=None)


def manner_of(name: str) -> str:
    """Return the manner of an end: expiry, too few parties, agreement, replacement, termination, denunciation."""
    if name in ("expiry", TOO_FEW):
        return name.replace("-", " ")
    return _MANNER_OF_RULE.get(name, "denunciation")


def basis_of(name: str, book: Book, treaty: str) -> str:
    """Return the rule or clause that an end rests on, a rule with its article and its standing."""
    if name in RULES:
        return f"{name} {standing_of(name, book, treaty)}"
    own = {"expiry": "the term of the treaty", TOO_FEW: "the number of parties that the treaty asks for"}
    return own.get(name, f"clause {name}")
