"""The one clock of a store, which a test may set: that of the server where there is one, else that of the system."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

Clock = Callable[[], datetime]

SLACK = timedelta(minutes=5)
"""By so much the clocks of an office differ, or one is set back; a larger step says that one of them was wrong."""


def system_clock() -> datetime:
    """Return what the system says the time is, in UTC.

    >>> system_clock().tzname()
    'UTC'
    """
    return datetime.now(UTC)


def not_before(now: datetime, last: datetime | None) -> datetime:
    """Return the time of an entry: that of the clock, but not a little earlier than the entry before it.

    A clock that is set back by a little must not let times contradict the order of the log, which is that of commit.
    But a clock that once ran ahead, by a year perhaps, must not give its time to every entry from then on: then the
    time is what the clock says now, and whoever reads both sees that a clock was wrong.

    >>> noon = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    >>> not_before(noon, noon + timedelta(minutes=1)).minute
    1
    >>> not_before(noon, noon + timedelta(days=4000)).year
    2026
    """
    return last if last is not None and now < last <= now + SLACK else now


def time_from(clock: Clock, connection: Connection) -> datetime:
    """Return what the time is: all who write into one server have its clock, whatever their own say."""
    if clock is system_clock and connection.dialect.name == "postgresql":
        found: datetime = connection.exec_driver_sql("SELECT clock_timestamp()").scalar_one()
        return found.astimezone(UTC)
    return clock()
