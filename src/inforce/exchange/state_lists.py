"""The lists of states that are known: their columns, their days, and the states that they have."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import numpy as np
from msgspec import Struct

from inforce.exchange.dates import EPOCH, Dates, Sentinel, dates_from_texts
from inforce.exchange.files import File
from inforce.exchange.gathering import Described
from inforce.exchange.named import Named
from inforce.exchange.parts import day_texts
from inforce.temporal import BEGINNING, FOREVER


class Kind(Struct, frozen=True):
    """One published list: who speaks in it, its columns, and what its treaty is called here.

    ``begin`` and ``end`` are one column of dates or three of year, month and day; ``last`` says that an end on the last
    day of the whole list is the end of the list and not of a state.
    """

    name: str
    described: Described
    actor: str
    title: str
    begin: tuple[str, ...]
    end: tuple[str, ...]
    cow: str = ""
    gw: str = ""
    last: bool = False
    iso: bool = False


def _described(voice: str, title: str, author: str, year: int | None = None) -> Described:
    item = {"id": voice, "type": "dataset", "title": title, "author": [{"literal": author}]}
    issued = {"issued": {"date-parts": [[year]]}} if year else {}
    return Described(voice, title, json.dumps(item | issued))


_MANYSTATES = "globalgov/manystates"
KINDS = (
    Kind(
        "cow-state-system",
        _described("cow", "State System Membership, v2016", "Correlates of War Project", 2017),
        "stateabb", "statenme", ("styear", "stmonth", "stday"), ("endyear", "endmonth", "endday"),
        cow="ccode", last=True,
    ),
    Kind(
        "gw-state-system",
        _described("gw", "List of independent states", "Gleditsch, Kristian S., and Michael D. Ward", 1999),
        "stateabb", "statename", ("startdate",), ("enddate",), gw="gwcode", last=True,
    ),
    Kind(
        "ggo-states",
        _described("manystates-ggo", "manystates: states, GGO", _MANYSTATES),
        "stateID", "StateName", ("Begin",), ("End",), iso=True,
    ),
    Kind(
        "isd-states",
        _described("manystates-isd", "manystates: states, ISD", _MANYSTATES),
        "stateID", "StateName", ("Begin",), ("End",), cow="cowNR", iso=True,
    ),
    Kind(
        "manystates-gw",
        _described("manystates-gw", "manystates: states, GW", _MANYSTATES),
        "stateID", "StateName", ("Begin",), ("End",), gw="cowNR", iso=True,
    ),
)  # fmt: skip
_ONLY = {"isd-states": "ISD_Category", "ggo-states": "Region", "manystates-gw": "cowID"}
"""A column by which a list is told from others that have the same."""


def kind_of(file: File) -> Kind | None:
    """Return which list a file is."""
    for kind in KINDS:
        columns = (kind.actor, kind.title, *kind.begin, *kind.end, *filter(None, (kind.cow, kind.gw)))
        if file.has(*columns, *filter(None, (_ONLY.get(kind.name, ""),))):
            return kind
    return None


def listed_states(file: File) -> Iterator[Named]:
    """Yield the states of a file, if it is a list of states; the last spell of each is the one that counts."""
    kind = kind_of(file)
    if kind is not None:
        yield from spells_of(file, kind, *days_of(file, kind))


def days_of(file: File, kind: Kind) -> tuple[Dates, Dates]:
    """Return the first and the last day of each spell."""
    begin, end = (day_texts(file, columns) for columns in (kind.begin, kind.end))
    last = max(filter(None, end.to_pylist()), default="") if kind.last else ""
    return dates_from_texts(begin), dates_from_texts(end, _ends(last))


def _ends(last: str) -> Callable[[str], Sentinel | None]:
    def rule(text: str) -> Sentinel | None:
        if last and text == last:
            return Sentinel(f"{last}, the last day of the list, stands for no end")
        if text.startswith("9999"):
            return Sentinel("year 9999 stands for no end")
        if text.endswith(".."):
            return Sentinel("a day followed by two dots is the last day of the list and no end")
        return None

    return rule


def spells_of(file: File, kind: Kind, begin: Dates, end: Dates) -> Iterator[Named]:
    """Yield each spell of each state."""
    cow = file.numbers(kind.cow) if kind.cow else np.full(file.rows, -1)
    gw = file.numbers(kind.gw) if kind.gw else np.full(file.rows, -1)
    names = zip(file.texts(kind.actor), file.texts(kind.title), strict=True)
    for turn, (actor, name) in enumerate(names):
        yield Named(
            actor,
            name,
            cow=_code(cow[turn]),
            gw=_code(gw[turn]),
            iso3=actor if kind.iso else None,
            since=int(begin.first[turn] - EPOCH)
            if begin.given[turn] and begin.first[turn] > BEGINNING
            else None,
            until=int(end.last[turn] + 1 - EPOCH) if end.given[turn] and end.last[turn] < FOREVER else None,
        )


def _code(number: int) -> int | None:
    return int(number) if number >= 0 else None
