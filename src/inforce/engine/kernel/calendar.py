"""Calendar spans on plain numbers: the same days as ``temporal`` and ``engine.offsets`` count."""

from inforce.engine.kernel.arrays import Ints
from inforce.engine.kernel.columns import (
    AFTER,
    BACK,
    BEGINNING,
    DAYS,
    FOLLOWING,
    FOREVER,
    MOMENTS,
    MONTH,
    MONTH_DAY,
    ON,
    UNSET,
)
from inforce.engine.kernel.compiled import compiled, inlined

_DAYS_IN_CYCLE = 146_097
_MARCH_FIRST = 306  # the ordinal of 0000-03-01 is -305


@compiled
def civil_from_day(day: int) -> tuple[int, int, int]:
    """Return year, month and day of the month; years begin in March while counting, so that leap days come last."""
    shifted = day + _MARCH_FIRST - 1
    cycle = shifted // _DAYS_IN_CYCLE
    of_cycle = shifted - cycle * _DAYS_IN_CYCLE
    year = (of_cycle - of_cycle // 1460 + of_cycle // 36524 - of_cycle // 146096) // 365
    of_year = of_cycle - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    of_month = of_year - (153 * month + 2) // 5 + 1
    civil_month = month + 3 if month < 10 else month - 9
    return year + cycle * 400 + (1 if civil_month <= 2 else 0), civil_month, of_month


@compiled
def day_from_civil(year: int, month: int, of_month: int) -> int:
    """Return the ordinal of a day that the calendar has."""
    from_march = year - 1 if month <= 2 else year
    cycle = from_march // 400
    of_cycle = from_march - cycle * 400
    turn = month - 3 if month > 2 else month + 9
    of_year = (153 * turn + 2) // 5 + of_month - 1
    return (
        cycle * _DAYS_IN_CYCLE + of_cycle * 365 + of_cycle // 4 - of_cycle // 100 + of_year - _MARCH_FIRST + 1
    )


@compiled
def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@compiled
def day_after(base: int, years: int, months: int, days: int) -> int:
    """Count a span from a day: years and months together, to the last day of a month that is too short, then days."""
    if base <= BEGINNING or base >= FOREVER:
        return base
    if years != 0 or months != 0:
        year, month, of_month = civil_from_day(base)
        turn = month - 1 + months
        year, month = year + years + turn // 12, turn % 12 + 1
        base = day_from_civil(year, month, min(of_month, days_in_month(year, month)))
    return min(max(base + days, BEGINNING), FOREVER)


@compiled
def day_by_offset(plan: Ints, offset: int, base: int) -> int:
    """Return the day to which an offset leads: forward, back, to the conventional day, then single days."""
    if plan[offset + ON] != UNSET:
        return plan[offset + ON]
    if base <= BEGINNING or base >= FOREVER:
        return base
    day = day_after(base, plan[offset + AFTER], plan[offset + AFTER + 1], plan[offset + AFTER + 2])
    day = day_after(day, -plan[offset + BACK], -plan[offset + BACK + 1], -plan[offset + BACK + 2])
    if plan[offset + FOLLOWING] != 0 and BEGINNING < day < FOREVER:
        year, month, _ = civil_from_day(day)
        day = day_from_civil(year + month // 12, month % 12 + 1, 1)
    if plan[offset + MONTH] != 0:
        day = _next_annual(day, plan[offset + MONTH], plan[offset + MONTH_DAY])
    return day + plan[offset + DAYS]


@compiled
def _next_annual(day: int, month: int, of_month: int) -> int:
    year, _, _ = civil_from_day(day)
    this_year = day_from_civil(year, month, of_month)
    return this_year if this_year >= day else day_from_civil(year + 1, month, of_month)


@inlined
def day_of(room: Ints, moment: int) -> int:
    """Return the day of a moment; where nothing is ordered within days, moments are days."""
    if room[MOMENTS] == 1 or moment <= BEGINNING or moment >= FOREVER:
        return moment
    return moment // room[MOMENTS]


@inlined
def moment_of(room: Ints, day: int) -> int:
    """Return the first moment of a day."""
    if room[MOMENTS] == 1 or day <= BEGINNING or day >= FOREVER:
        return day
    return day * room[MOMENTS]
