"""What timers and terms remember between the days on which something changes."""

from inforce.engine.circuit import LASTING
from inforce.temporal import Day


class Sightings:
    """Remember on which days an event may have happened, and when it surely had.

    ``ranges`` are closed ranges of days; one more is open while the event may still be happening.
    ``settles`` are pairs of the first possible day and the day on which it was sure; ``cancelled_on`` is the last day
    on which what it began may have been cancelled.
    """

    __slots__ = ("cancelled_on", "open_since", "ranges", "settles")

    def __init__(self) -> None:
        self.ranges: list[tuple[Day, Day]] = []
        self.settles: list[tuple[Day, Day]] = []
        self.open_since: Day | None = None
        self.cancelled_on: Day | None = None

    def see(self, day: Day, maybe: int) -> None:
        """Note whether the event may happen today."""
        if maybe == LASTING:
            if self.open_since is None:
                self.open_since = day
        elif maybe:
            self.ranges.append((day if self.open_since is None else self.open_since, day))
            self.open_since = None
        elif self.open_since is not None:
            if self.open_since < day:
                self.ranges.append((self.open_since, Day(day - 1)))
            self.open_since = None

    def possible(self, today: Day) -> list[tuple[Day, Day]]:
        """Return all ranges, an open one through today."""
        if self.open_since is None:
            return self.ranges
        return [*self.ranges, (self.open_since, today)]

    def forget(self, last: Day) -> None:
        """Forget all possible days up to and including ``last``."""
        self.ranges = [(max(first, Day(last + 1)), end) for first, end in self.ranges if end > last]
        if self.open_since is not None and self.open_since <= last:
            self.open_since = Day(last + 1)


class TermMemory:
    """Remember the starts and notices of a term, and the ends that follow from them.

    ``ends`` is the set over all candidate starts and notices, never only the corners: those were unsound.
    ``sure`` is the first and the last possible end once an end is certain. ``any_day_since`` is the first day from
    which any day may be an end, where they are not told apart.
    """

    __slots__ = ("any_day_since", "ends", "notices", "starts", "sure")

    def __init__(self) -> None:
        self.starts = Sightings()
        self.notices = Sightings()
        self.ends: set[Day] = set()
        self.sure: tuple[Day, Day] | None = None
        self.any_day_since: Day | None = None
