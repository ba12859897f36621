"""What is asked of a treaty or a part of it, and its stable address: the same in the page and in the shell."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from msgspec import Struct

from inforce.model import ALL_VOICES
from inforce.temporal import Day, iso_from_day

BASE = "http://127.0.0.1:8945"
"""Where ``inforce serve`` shows everything, unless it is told otherwise."""


class Asked(Struct, frozen=True):
    """What is asked of a treaty; ``on`` is None where the address names no day, which means today.

    ``party`` is for whom; ``whole`` shows all of its time instead of the years in which most changes.
    """

    treaty: str
    part: str = ""
    on: Day | None = None
    view: str = ALL_VOICES.id
    known: Day | None = None
    party: str = ""
    whole: bool = False


def address_of(asked: Asked, form: str = "") -> str:
    """Return the stable address of a question; a ``form`` such as ``csv`` asks for it as data.

    The day of a part belongs to its path, as in ``/t/sino-soviet-1945/5@1950-02-14``; that of a treaty is ``on``.

    >>> from inforce.temporal import day_from_iso
    >>> address_of(Asked("sino-soviet-1945", "5", day_from_iso("1950-02-14"), "roc"), "json")
    '/t/sino-soviet-1945/5@1950-02-14.json?view=roc'
    """
    day = iso_from_day(asked.on) if asked.on is not None else ""
    path = f"/t/{quote(asked.treaty)}"
    if asked.part:
        path += f"/{quote(asked.part, safe='()')}" + (f"@{day}" if day else "")
    query = {
        "on": "" if asked.part else day,
        "view": "" if asked.view == ALL_VOICES.id else asked.view,
        "known": iso_from_day(asked.known) if asked.known is not None else "",
        "for": asked.party,
        "whole": "1" if asked.whole else "",
    }
    told = urlencode({key: value for key, value in query.items() if value})
    return f"{path}{f'.{form}' if form else ''}{f'?{told}' if told else ''}"
