"""A truth value over all days, on two rails: what is certain and what is possible."""

from __future__ import annotations

from msgspec import Struct

from inforce.temporal.candidates import intersect
from inforce.temporal.day import BEGINNING, FOREVER, Day
from inforce.temporal.rail import (
    Rail,
    all_of,
    any_of,
    complement,
    is_ordered,
    rail_at,
    rail_through,
)
from inforce.temporal.uncertain import Stretch


class Timeline(Struct, frozen=True, gc=False):
    """What certainly holds and what possibly holds; the certain days are among the possible.

    >>> since_wednesday_or_thursday = Timeline(certain=(Day(4),), possible=(Day(3),))
    >>> [value_at(since_wednesday_or_thursday, Day(day)) for day in (2, 3, 4)]
    [0, 1, 3]
    """

    certain: Rail
    possible: Rail


NEVER = Timeline((), ())
ALWAYS = Timeline((BEGINNING,), (BEGINNING,))


def timeline_from_stretch(stretch: Stretch) -> Timeline:
    """Return when a recorded state possibly and when it certainly held.

    A state begins no later than its last day, so start days after every possible last day,
    and last days before every possible start, do not count. Nothing doubtful is certain.

    >>> from inforce.temporal.edtf import stretch_from_edtf
    >>> timeline_from_stretch(stretch_from_edtf("1945-08-24/1950-02"))
    Timeline(certain=(710267, 711890), possible=(710267, 711917))
    """
    start, stop = stretch.start, stretch.stop
    possible = rail_through(start.first, stop.last)
    if start.doubtful or stop.doubtful or not possible:
        return Timeline((), possible)
    starts = intersect(start.candidates, ((BEGINNING, stop.last),))
    stops = intersect(stop.candidates, ((start.first, FOREVER),))
    return Timeline(rail_through(starts[-1][1], stops[0][0]), possible)


def both(left: Timeline, right: Timeline) -> Timeline:
    """Return when the two hold together.

    >>> both(Timeline((), (Day(1),)), Timeline((Day(3), Day(5)), (Day(2), Day(5))))
    Timeline(certain=(), possible=(2, 5))
    """
    certain = all_of(left.certain, right.certain)
    return Timeline(certain, all_of(left.possible, right.possible))


def either(left: Timeline, right: Timeline) -> Timeline:
    """Return when at least one of the two holds.

    >>> either(Timeline((Day(1), Day(3)), (Day(1), Day(3))), Timeline((Day(3),), (Day(3),)))
    Timeline(certain=(1,), possible=(1,))
    """
    certain = any_of(left.certain, right.certain)
    return Timeline(certain, any_of(left.possible, right.possible))


def negate(timeline: Timeline) -> Timeline:
    """Return when the thing does not hold: what is not possible is certainly not so.

    >>> negate(Timeline(certain=(Day(4),), possible=(Day(3),))) == Timeline(
    ...     certain=(BEGINNING, Day(3)), possible=(BEGINNING, Day(4))
    ... )
    True
    """
    return Timeline(complement(timeline.possible), complement(timeline.certain))


def neither(left: Timeline, right: Timeline) -> Timeline:
    """Return when none of the two holds.

    >>> neither(NEVER, NEVER) == ALWAYS
    True
    """
    return negate(either(left, right))


def value_at(timeline: Timeline, day: Day) -> int:
    """Return 0 for no, 1 for possible only and 3 for certain, the rails as two bits.

    >>> value_at(ALWAYS, Day(1)), value_at(NEVER, Day(1))
    (3, 0)
    """
    return 2 * rail_at(timeline.certain, day) + rail_at(timeline.possible, day)


def is_sound(timeline: Timeline) -> bool:
    """Tell whether both rails are in order and nothing is certain that is not possible.

    >>> is_sound(Timeline(certain=(Day(3),), possible=(Day(4),)))
    False
    """
    certain, possible = timeline.certain, timeline.possible
    return is_ordered(certain) and is_ordered(possible) and all_of(certain, possible) == certain
