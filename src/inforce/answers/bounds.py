"""When a status begins and ends in a view, beside the days that a source gives for it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from inforce.answers.disputes import grouped_by_value
from inforce.answers.status import Asked
from inforce.engine import Happening, Resolution, Stay, stays_of
from inforce.model import Claim
from inforce.temporal import (
    BEGINNING,
    FOREVER,
    Candidates,
    Day,
    Stretch,
    UncertainDay,
    edtf_from_uncertain,
    intersect,
    subtract,
    union,
)

AGREES, POSSIBLE, ONE_SIDE, DIFFERS = "agrees", "possible", "one_side", "differs"
VERDICTS = {
    AGREES: "agrees",
    POSSIBLE: "one of the days that the record leaves open",
    ONE_SIDE: "one side of a dispute",
    DIFFERS: "differs",
}
"""What a day that a source gives may be beside the record."""


class Bound(Struct, frozen=True):
    """One end of a stretch in a view: its possible days in each case, None where it does not come.

    ``claimed`` is None where the source says that it does not come.
    """

    which: str
    claimed: UncertainDay | None
    cases: tuple[Happening | None, ...]
    resolutions: tuple[Resolution, ...]

    @property
    def days(self) -> Candidates:
        """All days on which it may come in the view."""
        found: Candidates = ()
        for case in self.cases:
            found = union(found, case.days if case else ())
        return found

    @property
    def comes(self) -> bool:
        """Whether it comes in every case."""
        return all(case is not None and case.sure for case in self.cases)

    @property
    def verdict(self) -> str:
        """How the day that is claimed stands to the record."""
        if self.claimed is None:
            return AGREES if not self.days else DIFFERS if self.comes else self._open
        claimed = self.claimed.candidates
        if not intersect(claimed, self.days):
            return DIFFERS
        if self.comes and not subtract(self.days, claimed):
            return AGREES
        return self._open

    @property
    def _open(self) -> str:
        values = {id(r): frozenset({case}) for r, case in zip(self.resolutions, self.cases, strict=True)}
        groups = grouped_by_value(self.resolutions, lambda item: values[id(item)])
        return ONE_SIDE if len(groups) > 1 else POSSIBLE


def bounds_of(claim: Claim, asked: Asked, status: str) -> Iterator[Bound]:
    """Yield the beginning and the end that a claim gives to a status, beside those of a view.

    An end that the source calls unknown is not compared.
    """
    stretch = claim.stretch
    assert stretch is not None
    resolutions = asked.solution.resolutions
    stays = [_nearest(stays_of(item, "status", status), stretch) for item in resolutions]
    if not stretch.unknown_start and not stretch.open_start:
        begins = tuple(stay.begins if stay else None for stay in stays)
        yield Bound("begins", stretch.start, begins, resolutions)
    if not stretch.unknown_end:
        ends = tuple(stay.ends if stay else None for stay in stays)
        claimed = None if stretch.open_end else _next_day(stretch.stop)
        yield Bound("ends", claimed, ends, resolutions)


def _nearest(stays: Sequence[Stay], stretch: Stretch) -> Stay | None:
    """Return the stay that shares most days with what is claimed; with none, the one that begins nearest."""
    first, last = stretch.start.first, FOREVER if stretch.open_end else stretch.stop.last

    def closeness(stay: Stay) -> tuple[int, int]:
        begins, ends = stay.begins.days[0][0], stay.ends.days[-1][1] if stay.ends else FOREVER
        return max(0, min(last, ends) - max(first, begins)), -abs(begins - first)

    return max(stays, key=closeness, default=None)


def _next_day(days: UncertainDay) -> UncertainDay:
    """Return the first days without a status of which the last days with it are given."""
    moved = ((_after(first), _after(last)) for first, last in days.candidates)
    return UncertainDay(tuple(moved), days.doubtful)


def _after(day: Day) -> Day:
    return Day(day + 1) if BEGINNING < day < FOREVER else day


def told_days(days: Candidates | UncertainDay | None) -> str | None:
    """Write days as EDTF; None where there are none."""
    if not days:
        return None
    return edtf_from_uncertain(days if isinstance(days, UncertainDay) else UncertainDay(days))
