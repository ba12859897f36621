"""Which claims about one thing can be true together (design, S9)."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from inforce.temporal import BEGINNING, FOREVER, Candidates, Day, UncertainDay, intersect, subtract, union

EVERY_DAY: Candidates = ((BEGINNING, FOREVER),)


class DaySet(Struct, frozen=True):
    """What a claim leaves open: the days on which it may have been, and whether it may never have been.

    ``doubtful`` marks an assertion with a question mark. It is no denial, and narrows nothing that is firm.
    """

    days: Candidates
    never: bool
    doubtful: bool = False

    def meet(self, other: "DaySet") -> "DaySet":
        """Return what both leave open."""
        return DaySet(intersect(self.days, other.days), self.never and other.never)

    def join(self, other: "DaySet") -> "DaySet":
        """Return what either leaves open."""
        return DaySet(union(self.days, other.days), self.never or other.never)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left open: the claims contradict each other."""
        return not self.days and not self.never


def day_set_from_claim(when: UncertainDay | None, against: bool) -> DaySet:
    """Return what one claim leaves open.

    A denial without a date says never; a dated denial removes its days. A doubtful date keeps its days
    and leaves never open.

    >>> day_set_from_claim(None, against=True)
    DaySet(days=(), never=True, doubtful=False)
    """
    if when is None:
        return DaySet((), True) if against else DaySet(EVERY_DAY, False)
    if against:
        return DaySet(subtract(EVERY_DAY, when.candidates), True)
    return DaySet(when.candidates, when.doubtful, when.doubtful)


def largest_agreements(members_at: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """Keep the sets of claims that no other set contains, in order of their first claims."""
    kept: list[frozenset[int]] = []
    for members in sorted(set(members_at), key=len, reverse=True):
        if members and not any(members <= larger for larger in kept):
            kept.append(members)
    return sorted(kept, key=sorted)


def agreements(sets: Sequence[DaySet]) -> list[tuple[frozenset[int], DaySet]]:
    """Return the largest groups of claims that can be true together, each with what it leaves open.

    Doubt about different days is not agreement that it never was: for that, somebody must deny it.

    >>> day = lambda n: ((Day(n), Day(n)),)
    >>> [sorted(group) for group, _ in agreements([DaySet(day(1), False), DaySet(day(2), False)])]
    [[0], [1]]
    """
    points = {first for item in sets for first, _ in item.days}
    groups = [frozenset(i for i, item in enumerate(sets) if _has(item.days, point)) for point in points]
    if any(item.never and not item.doubtful for item in sets):
        groups.append(frozenset(i for i, item in enumerate(sets) if item.never))
    return [(group, meet_firm([sets[i] for i in sorted(group)])) for group in largest_agreements(groups)]


def meet_firm(sets: Sequence[DaySet]) -> DaySet:
    """Return what claims that agree leave open: the firm assertions, if any, decide without the doubtful ones."""
    firm = [item for item in sets if not item.doubtful]
    return meet_all(firm if any(not item.never for item in firm) else sets)


def meet_all(sets: Iterable[DaySet]) -> DaySet:
    """Return what all the sets leave open."""
    result = DaySet(EVERY_DAY, True)
    for item in sets:
        result = result.meet(item)
    return result


def narrowed(decided: DaySet, lower: Sequence[DaySet]) -> DaySet:
    """Let lower-ranked claims narrow what was decided, never contradict it.

    Where the lower claims disagree among themselves, every day that one of them leaves open stays open.
    """
    narrower = DaySet((), False)
    fitting = [item for item in lower if decided.never or not item.doubtful]
    for _, agreed in agreements([item for item in fitting if not item.meet(decided).is_empty]):
        narrower = narrower.join(agreed.meet(decided))
    return decided if narrower.is_empty else narrower


def _has(days: Candidates, point: Day) -> bool:
    return any(first <= point <= last for first, last in days)
