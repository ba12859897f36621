"""The one clock of a store, which a test may set."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return what the system says the time is, in UTC.

    >>> system_clock().tzname()
    'UTC'
    """
    return datetime.now(UTC)


def not_before(now: datetime, last: datetime | None) -> datetime:
    """Return the time of an entry: that of the clock, but never earlier than the entry before it.

    A clock may be set back; the order of the log is that of commit, and its times must not say otherwise.

    >>> not_before(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)).month
    3
    """
    return now if last is None or last <= now else last
