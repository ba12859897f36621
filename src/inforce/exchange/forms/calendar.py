"""What falls due, as a calendar that other programs read (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.answers.asking import today
from inforce.answers.membership import check_party, possible_parties
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
"""Of a treaty among more than so many, a page shows one party at a time."""
MOST_YEARS = 5
"""Of every treaty together so many years are asked at most; of one treaty as many as are wanted."""


class TooWideError(ValueError):
    """What is asked would keep a server busy for others; the message says how to narrow it."""


def dues_of(books: Books, asked: Asked) -> tuple[Due, ...]:
    """Return what falls due in a treaty in the years after the day that is asked; of a part, what concerns it."""
    first = asked.on or today()
    found = dues_within(books, asked, first, Day(first + _YEARS * 365))
    if not asked.part:
        return found
    return tuple(each for each in found if asked.part in (each.answer.clause, each.answer.instrument))


def dues_within(books: Books, asked: Asked, first: Day, last: Day) -> tuple[Due, ...]:
    """Return what falls due within some days in a treaty, or, where none is named, in every one.

    Raises:
        TooWideError: if it is asked of every treaty for more years than a server should be busy with.
        WindowError: if the last day comes before the first.
        UnknownNameError: if there is no such treaty or party.
    """
    window = Window(first, last, party=asked.party, view=asked.view, known=asked.known)
    return dues_in(books, replace(window, treaty=asked.treaty))


def dues_in(books: Books, window: Window) -> tuple[Due, ...]:
    """Return what falls due in a window, treaty by treaty, so that a server keeps what it has found of each.

    Raises:
        TooWideError: if it is asked of every treaty for more years than a server should be busy with.
        WindowError: if the last day comes before the first.
        UnknownNameError: if there is no such treaty or party.
    """
    if not window.treaty and window.last - window.first > MOST_YEARS * 366:
        raise TooWideError(f"Of every treaty together, ask at most {MOST_YEARS} years; or name one treaty.")
    names = (window.treaty,) if window.treaty else _concerned(books.library.book, window.party)
    found = [each for name in names for each in books.dues(replace(window, treaty=name))]
    return tuple(sorted(found, key=lambda each: act_day_from_edtf(each.days).first if each.days else FOREVER))


def _concerned(book: Book, party: str) -> tuple[str, ...]:
    """Return the treaties to which somebody can be a party, all if nobody is named."""
    who = possible_parties(book)
    if party:
        check_party(book, party, (code for codes in who.values() for code in codes))
    return tuple(name for name, codes in who.items() if party in ("", *codes))


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
