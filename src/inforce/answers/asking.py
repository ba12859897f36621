"""What narrows a question in Python, and the days in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from inforce.temporal import Day, day_from_iso

if TYPE_CHECKING:
    from inforce.answers.between import Pair
    from inforce.answers.window import Window


class About(TypedDict, total=False):
    """What a question is about, besides the treaty and the day; whatever is left out is not narrowed."""

    view: str | None
    known: str | date | None
    clause: str | None
    instrument: str | None
    party: str | None
    between: tuple[str, str] | None


class DueAsked(TypedDict, total=False):
    """What narrows the question of what falls due; ``undated`` and ``over`` widen it."""

    treaty: str | None
    party: str | None
    view: str | None
    known: str | date | None
    undated: bool
    over: bool


class BetweenAsked(TypedDict, total=False):
    """What narrows a question between two: the view, the knowledge, some statuses of clauses, what is over too."""

    view: str | None
    known: str | date | None
    statuses: Sequence[str]
    over: bool


def window_from_asked(first: str | date, last: str | date, asked: DueAsked) -> Window:
    """Return the window of days that is asked, with the defaults of the command line.

    Raises:
        DateError: if a day is impossible.
    """
    from inforce.answers.window import Window

    known = asked.get("known")
    return Window(
        day_from_text(first),
        day_from_text(last),
        treaty=asked.get("treaty") or "",
        party=asked.get("party") or "",
        view=asked.get("view") or "all-voices",
        known=day_from_text(known) if known else None,
        undated=asked.get("undated", False),
        over=asked.get("over", False),
    )


def pair_from_asked(one: str, other: str, on: str | date | None, asked: BetweenAsked) -> Pair:
    """Return what is asked between two, with the defaults of the command line.

    Raises:
        DateError: if a day is impossible.
    """
    from inforce.answers.between import Pair

    known = asked.get("known")
    return Pair(
        one,
        other,
        on=day_or_today(on),
        view=asked.get("view") or "all-voices",
        known=day_from_text(known) if known else None,
        statuses=tuple(status.replace(" ", "_") for status in asked.get("statuses", ())),
        over=asked.get("over", False),
    )


def day_from_text(text: str | date) -> Day:
    """Return a day from ISO text or a date of the standard library.

    Raises:
        DateError: if there is no such day.
    """
    return Day(text.toordinal()) if isinstance(text, date) else day_from_iso(text)


def day_or_today(text: str | date | None) -> Day:
    """Return the day that is asked, today if none is.

    Raises:
        DateError: if there is no such day.
    """
    return day_from_text(text) if text else today()


def today() -> Day:
    """Return today: the faces ask the clock, the engine never does."""
    return Day(date.today().toordinal())
