"""What falls due, as a calendar that other programs read (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from inforce.answers.asking import today
from inforce.answers.membership import possible_parties
from inforce.answers.telling import subject
from inforce.answers.window import Due, Window
from inforce.answers.wording import words_from_status
from inforce.exchange.forms.address import Asked
from inforce.exchange.forms.books import Books
from inforce.model import Book
from inforce.temporal import FOREVER, Day, act_day_from_edtf

if TYPE_CHECKING:
    from icalendar import Event

_YEARS = 20
MANY = 6
"""Of a treaty among more than so many, one party is asked at a time."""


class TooWideError(ValueError):
    """What is asked would keep a server busy for others; the message says how to narrow it."""


def dues_of(books: Books, asked: Asked) -> tuple[Due, ...]:
    """Return what falls due in a treaty in the years after the day that is asked; of a part, what concerns it.

    Raises:
        TooWideError: if the treaty is among many and no party is named.
    """
    first = asked.on or today()
    found = dues_within(books, asked, first, Day(first + _YEARS * 365))
    if not asked.part:
        return found
    return tuple(each for each in found if asked.part in (each.answer.clause, each.answer.instrument))


def dues_within(books: Books, asked: Asked, first: Day, last: Day) -> tuple[Due, ...]:
    """Return what falls due in a treaty within some days, or, where none is named, in each that is not among many.

    Raises:
        TooWideError: if the treaty is among many and no party is named.
    """
    book = books.library.book
    check_width(book, asked.treaty, asked.party)
    wide = too_wide(book, "")
    named = (asked.treaty,) if asked.treaty else (name for name in book.treaties if name not in wide)
    found = [each for name in named for each in _dues(books, asked, name, (first, last))]
    return tuple(sorted(found, key=lambda each: act_day_from_edtf(each.days).first if each.days else FOREVER))


def check_width(book: Book, treaty: str, party: str) -> None:
    """Refuse what would be asked of a treaty among many for all of them at once.

    Raises:
        TooWideError: if it is.
    """
    if treaty in too_wide(book, party):
        raise TooWideError(
            f"{treaty} is among many: name a party, with for=PARTY in an address, --for PARTY in the shell."
        )


def too_wide(book: Book, party: str) -> tuple[str, ...]:
    """Return the treaties among so many that what falls due in them is asked for one treaty and one party only."""
    if party:
        return ()
    return tuple(name for name, who in possible_parties(book).items() if len(who) > MANY)


def _dues(books: Books, asked: Asked, treaty: str, days: tuple[Day, Day]) -> tuple[Due, ...]:
    if asked.party and not asked.treaty and asked.party not in possible_parties(books.library.book)[treaty]:
        return ()
    return books.dues(Window(*days, treaty=treaty, party=asked.party, view=asked.view, known=asked.known))


def calendar_from_dues(dues: Iterable[Due], address: str) -> bytes:
    """Return what falls due as a calendar: an event of whole days for each, tentative where it is not certain."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//inforce//what falls due//EN")
    calendar.add("version", "2.0")
    for each in dues:
        if each.days is not None:
            calendar.add_component(_event(each, each.days, address))
    told: bytes = calendar.to_ical()
    return told


def _event(each: Due, days: str, address: str) -> Event:
    from icalendar import Event

    when, about = act_day_from_edtf(days), subject(each.answer)
    event = Event()
    event.add(
        "uid", f"{sha256(f'{each.kind} {days} {about} {each.answer.view}'.encode()).hexdigest()[:24]}@inforce"
    )
    event.add("dtstamp", datetime(2000, 1, 1, tzinfo=UTC))
    event.add("dtstart", date.fromordinal(when.first))
    event.add("dtend", date.fromordinal(when.last) + timedelta(days=1))
    event.add("summary", f"{each.text} ({about})")
    certain = each.sure and each.certainty == "certain"
    event.add("status", "CONFIRMED" if certain else "TENTATIVE")
    status = " or ".join(map(words_from_status, each.answer.possible))
    reasons = "\n".join(f"{'  ' * reason.depth}{reason.text}" for reason in each.because)
    event.add("description", f"{status}, view {each.answer.view}\n{reasons}")
    event.add("url", address)
    return event
