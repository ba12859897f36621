"""Something that comes on a day, case by case: from what the cases yield to one answer about its days."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from inforce.answers.status import Asked
from inforce.engine import Ground, Happening, Resolution, statuses_within
from inforce.temporal import (
    Candidates,
    Day,
    intersect,
    union,
)

Explain = Callable[[Resolution, Day], Iterable[Ground]]
"""Why something happens on a day, in one case."""


_NOT_THEN = {
    "time_out": frozenset({"overdue"}),
    "start": frozenset({"not_yet_operative", "conditional"}),
}
"""What a duty cannot be on a day that was read from an output, though it may be on a day that is possible besides."""


class Occasion(Struct, frozen=True):
    """One thing of a kind that comes on a day: in each case when, and in ``asked`` whose status it is about.

    ``output`` is the signal from which the days were read, ``explain`` says why a day is one of them. ``status`` is
    the status on its days where the kind says it: what opens is exercisable.
    """

    kind: str
    text: str
    asked: Asked
    output: str
    cases: tuple[Happening | None, ...]
    explain: Explain
    status: str = ""

    @property
    def days(self) -> Candidates:
        """All days on which it may come."""
        found: Candidates = ()
        for case in self.cases:
            found = union(found, case.days if case else ())
        return found

    @property
    def sure(self) -> bool:
        """Whether it comes in every case."""
        return all(case is not None and case.sure for case in self.cases)

    def comes_within(self, first: Day, last: Day) -> bool:
        """Tell whether one of its days lies in a window, both ends included."""
        return bool(intersect(self.days, ((first, last),)))

    @property
    def statuses(self) -> frozenset[str]:
        """The statuses that are possible on its days, each case on its own days.

        On the last day of a duty its time has not run out, and on the day on which it arises it waits no longer.
        """
        if self.status:
            return frozenset({self.status})
        pairs = zip(self.asked.solution.resolutions, self.cases, strict=True)
        found = frozenset[str]().union(
            *(
                statuses_within(resolution, "status", first, last)
                for resolution, case in pairs
                if case is not None
                for first, last in case.days
            )
        )
        return found - _NOT_THEN.get(self.output, frozenset())


def occasions(
    kind: str,
    text: str,
    asked: Asked,
    read: tuple[str, Callable[[Resolution], Sequence[Happening]]],
    explain: Explain,
) -> Iterator[Occasion]:
    """Yield each time that something happens: the first time of every case together, then the second, and so on.

    ``read`` names the output and tells when, in a case, it happens. Where a case has fewer times than another, each
    of its times goes with the nearest.
    """
    output, happens = read
    found = [tuple(happens(resolution)) for resolution in asked.solution.resolutions]
    turns = max(found, key=len, default=())
    placed = [_placed(each, turns) for each in found]
    for turn in range(len(turns)):
        cases = tuple(each.get(turn) for each in placed)
        yield Occasion(kind, text, asked, output, cases, explain)


def _placed(found: Sequence[Happening], turns: Sequence[Happening]) -> dict[int, Happening]:
    """Return which turn each time of a case is, in their order, as near to the turns of the fullest case as may be."""
    placed: dict[int, Happening] = {}
    first = 0
    for at, happening in enumerate(found):
        free = range(first, len(turns) - (len(found) - at) + 1)
        day = happening.days[0][0]
        turn = min(free, key=lambda index: abs(turns[index].days[0][0] - day))
        placed[turn], first = happening, turn + 1
    return placed
