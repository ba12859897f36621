"""Lists of states: who is a member of the state system, from when and until when, with which codes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pyarrow as pa
from msgspec import Struct

from inforce.corpus.schema import table_of
from inforce.exchange.actors import Named, table_of_actors
from inforce.exchange.claims import Meaning, Sheet, claims_from_dates, distinct_parties, joined_claims
from inforce.exchange.dates import EPOCH, Dates, Sentinel, dates_from_texts
from inforce.exchange.files import File, ForeignFileError
from inforce.exchange.gathering import Described, Gathering, Imported, Tell, surely_after
from inforce.exchange.parts import day_texts
from inforce.exchange.templates import MEMBERSHIP, MEMBERSHIP_TABLE
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


def _described(voice: str, title: str, author: str, year: int) -> Described:
    item = {"id": voice, "type": "dataset", "title": title, "author": [{"literal": author}]}
    return Described(voice, title, json.dumps(item | {"issued": {"date-parts": [[year]]}}))


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
        _described("manystates-ggo", "manystates: states, GGO", _MANYSTATES, 2021),
        "stateID", "StateName", ("Begin",), ("End",), iso=True,
    ),
    Kind(
        "isd-states",
        _described("manystates-isd", "manystates: states, ISD", _MANYSTATES, 2021),
        "stateID", "StateName", ("Begin",), ("End",), cow="cowNR", iso=True,
    ),
    Kind(
        "manystates-gw",
        _described("manystates-gw", "manystates: states, GW", _MANYSTATES, 2021),
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


def import_states(files: Sequence[File], tell: Tell) -> Imported:
    """Read lists of states.

    Raises:
        ForeignFileError: if a file is none.
    """
    found, tables, named = Gathering(), list[pa.Table](), list[Named]()
    spoken, kinds = list[tuple[File, Described]](), list[Kind]()
    for turn, file in enumerate(files):
        tell(f"reading {file.name}", turn / len(files))
        kind = kind_of(file)
        if kind is None:
            raise ForeignFileError(
                f"{file.name} is none of the lists of states that are known: see the manual."
            )
        sheet = _sheet(file, kind)
        begin, end = _days(file, kind)
        _read(sheet, kind, (begin, end), found)
        named += _named(file, kind, begin, end)
        tables.append(distinct_parties(sheet.treaty, sheet.party))
        spoken.append((file, kind.described))
        kinds.append(kind)
    return Imported(
        {
            "claims": joined_claims(found.claims),
            "parties": pa.concat_tables(tables).unify_dictionaries(),
            "treaties": table_of(
                "treaties",
                {
                    "treaty": [kind.name for kind in kinds],
                    "title": [kind.described.title for kind in kinds],
                    "kind": ["list of states"] * len(kinds),
                    "template": [MEMBERSHIP] * len(kinds),
                },
            ),
            "templates": MEMBERSHIP_TABLE,
            "actors": table_of_actors(named),
        },
        tuple(spoken),
        tuple(found.remarks),
    )


def listed_states(file: File) -> Iterator[Named]:
    """Yield the states of a file, if it is a list of states; the last spell of each is the one that counts."""
    kind = kind_of(file)
    if kind is not None:
        yield from _named(file, kind, *_days(file, kind))


def _sheet(file: File, kind: Kind) -> Sheet:
    treaty = pa.array([kind.name] * file.rows, pa.string()).dictionary_encode()
    return Sheet(
        file, kind.described.voice, treaty, file.column(kind.actor).dictionary_encode(), _spells(file, kind)
    )


def _spells(file: File, kind: Kind) -> pa.Array:
    """Label the second and every later time that a list has a state."""
    met: dict[str, int] = {}
    labels = []
    for actor in file.texts(kind.actor):
        met[actor] = met.get(actor, 0) + 1
        labels.append(f"#{met[actor]}" if met[actor] > 1 else "")
    return pa.array(labels, pa.string()).dictionary_encode()


def _days(file: File, kind: Kind) -> tuple[Dates, Dates]:
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


def _read(sheet: Sheet, kind: Kind, days: tuple[Dates, Dates], found: Gathering) -> None:
    """Read a list: in from the first day, out from the day after the last."""
    begin, end = days
    names = (" ".join(kind.begin), " ".join(kind.end))
    after = Dates(
        end.code, end.texts, end.given, end.first + (end.first > BEGINNING), end.last + (end.last < FOREVER),
        end.doubtful, end.edtf, end.refused, end.sentinels,
    )  # fmt: skip
    for name, dates, what in zip(names, (begin, after), ("enter", "leave"), strict=True):
        found.claims.append(claims_from_dates(sheet, name, dates, Meaning("outcome", what)))
        found.tell_dates(sheet.file, name, dates)
    found.contradicts(
        sheet.file, "gone before it began", surely_after(begin, end), list(zip(names, days, strict=True))
    )


def _named(file: File, kind: Kind, begin: Dates, end: Dates) -> Iterator[Named]:
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
