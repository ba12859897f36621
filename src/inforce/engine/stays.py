"""From runs to days: when, in one case, a chain comes to a status and when it leaves it (design, S15)."""

from collections.abc import Iterator

from msgspec import Struct

from inforce.engine.happenings import Happening
from inforce.engine.solve import Resolution
from inforce.model import TREATY_STATUSES
from inforce.temporal import FOREVER, Day

_BEFORE = frozenset({"not_concluded", "signed", "not_yet_operative", "conditional", "closed"})
"""What may come before a status and never after it."""

_AFTER = frozenset({"ended", "ceased", "lost", "not_applicable"})
"""What a clause does not come back from; a treaty may be joined again after it was left.

Where a text is applied provisionally it comes back from all of it: the text may lapse, and enter into force later.
"""

_APPLIED = frozenset({"applied_by", "applied_by_agreement"})
"""The signals that a circuit has where a text may be applied provisionally."""


class Stay(Struct, frozen=True):
    """In one case a chain has a status from one of the days of ``begins`` until one of ``ends``; None is no end.

    The days of ``ends`` are the first without the status.
    """

    begins: Happening
    ends: Happening | None


def beginnings_of(resolution: Resolution, output: str, status: str) -> tuple[Happening, ...]:
    """Return each time that a chain comes to a status in a case: possibly, or surely once nothing else is left."""
    return tuple(stay.begins for stay in stays_of(resolution, output, status))


def stays_of(resolution: Resolution, output: str, status: str) -> tuple[Stay, ...]:
    """Return each time that a chain has, or may have, a status in a case, from its beginning to its end.

    On rails the days may be too many, never too few: what may have been interrupted is two stays.
    """
    node = resolution.circuit.outputs[output]
    statuses = resolution.circuit.nodes[node].statuses
    if status not in statuses:
        return ()
    settled = _settled(resolution, statuses)
    bits = {name: 1 << turn for turn, name in enumerate(statuses)}
    others = (bit for name, bit in bits.items() if name != status and name not in settled)
    tracker = _Tracker(bits[status], between=0 if status in settled else sum(others))
    found = [stay for day, mask in resolution.run.history[node] for stay in tracker.on(day, mask)]
    return tuple(sorted((*found, *tracker.at_last()), key=lambda stay: stay.begins.days))


def _settled(resolution: Resolution, statuses: tuple[str, ...]) -> frozenset[str]:
    """Return the statuses between which a chain goes one way only."""
    if not _APPLIED.isdisjoint(resolution.circuit.names.values()):
        return frozenset()
    return _BEFORE if statuses == TREATY_STATUSES else _BEFORE | _AFTER


class _Tracker:
    """Follow one status through a run: since when it may hold, whether it surely did, since when it may not."""

    def __init__(self, bit: int, between: int) -> None:
        self.bit, self.between = bit, between
        self.since: Day | None = None
        self.begins: Happening | None = None
        self.wavers: Day | None = None
        self.interrupted = False

    def on(self, day: Day, mask: int) -> Iterator[Stay]:
        """Yield the stays that a day's change brings to an end, or may bring."""
        if not mask & self.bit:
            yield from self._over(day)
        elif mask == self.bit:
            yield from self._certain(day)
        elif self.since is None:
            self.since = day
        elif self.begins is not None and self.wavers is None:
            self.wavers = day
        if mask & self.bit and mask & self.between:
            self.interrupted = True

    def at_last(self) -> Iterator[Stay]:
        """Yield the stays that go on when nothing changes any more."""
        if self.begins is not None and self.wavers is None:
            yield Stay(self.begins, None)
        elif self.since is not None:
            yield from self._over(FOREVER)

    def _certain(self, day: Day) -> Iterator[Stay]:
        """Note that the status holds for sure; before, it may have held, or have been interrupted."""
        open_since = self.since if self.begins is None else self.wavers
        if self.begins is None:
            self.begins = _within(open_since or day, day, sure=True)
            if open_since is not None and self.interrupted:
                yield Stay(_within(open_since, Day(day - 1)), _within(Day(open_since + 1), day))
        elif open_since is not None and self.interrupted:
            yield Stay(self.begins, _within(open_since, day))
            self.begins = _within(Day(open_since + 1), day)
        self.since, self.wavers, self.interrupted = self.since or day, None, False

    def _over(self, day: Day) -> Iterator[Stay]:
        """Yield what ends by a day on which the status cannot hold any more, or never certainly ends."""
        if self.begins is not None:
            sure = day != FOREVER
            yield Stay(self.begins, _within(self.wavers or day, day, sure=sure))
            open_since = Day(self.wavers + 1) if self.wavers is not None and self.interrupted else None
        else:
            open_since = self.since
        if open_since is not None and open_since < day:
            last = day if day == FOREVER else Day(day - 1)
            yield Stay(_within(open_since, last), _within(Day(open_since + 1), day))
        self.since, self.begins, self.wavers, self.interrupted = None, None, None, False


def _within(first: Day, last: Day, *, sure: bool = False) -> Happening:
    return Happening(((first, last),), sure)
