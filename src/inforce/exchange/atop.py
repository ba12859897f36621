"""ATOP, Alliance Treaty Obligations and Provisions: members with their obligations, alliances and phases."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from inforce.corpus.schema import table_of
from inforce.exchange.actors import actors_table
from inforce.exchange.claims import (
    Meaning,
    Sheet,
    claims_from_codes,
    claims_from_dates,
    distinct_parties,
    joined_claims,
)
from inforce.exchange.dates import Ints, Sentinel, dates_from_texts
from inforce.exchange.files import File, needed_file
from inforce.exchange.gathering import Described, Gathering, Imported, Tell, surely_after
from inforce.exchange.parts import day_texts
from inforce.exchange.report import CONTRADICTS
from inforce.exchange.templates import MEMBERSHIP, MEMBERSHIP_TABLE

ATOP = Described(
    "atop",
    "ATOP, the Alliance Treaty Obligations and Provisions project",
    json.dumps(
        {
            "id": "atop",
            "type": "article-journal",
            "title": "Alliance Treaty Obligations and Provisions, 1815-1944",
            "author": [
                {"family": "Leeds", "given": "Brett Ashley"},
                {"family": "Ritter", "given": "Jeffrey M."},
                {"family": "Mitchell", "given": "Sara McLaughlin"},
                {"family": "Long", "given": "Andrew G."},
            ],
            "container-title": "International Interactions",
            "volume": "28",
            "issue": "3",
            "page": "237-260",
            "issued": {"date-parts": [[2002]]},
            "URL": "http://www.atopdata.org",
        }
    ),
)
ENTRY, EXIT = ("yrent", "moent", "dayent"), ("yrexit", "moexit", "dayexit")
BEGIN, END = ("begyr", "begmo", "begday"), ("endyr", "endmo", "endday")
_MEMBER = ("atopid", "member", "phase", *ENTRY, *EXIT)
_KEYS = frozenset(
    {"atopid", "atopidphase", "cowid", "cow4id", "member", "version", *ENTRY, *EXIT, *BEGIN, *END}
)
"""Columns that say what a row is about; every other one of the member table is coded content."""


def still_in_force(text: str) -> Sentinel | None:
    """Take an exit year of 0 for what the codebook means by it.

    >>> still_in_force("0").meaning
    'year 0 stands for no end: still in force when the data were coded'
    """
    return (
        Sentinel("year 0 stands for no end: still in force when the data were coded") if text == "0" else None
    )


def import_atop(files: Sequence[File], tell: Tell) -> Imported:
    """Read the member table of ATOP, and the tables of alliances and phases if they are there.

    Raises:
        ForeignFileError: if there is no member table.
    """
    members = needed_file(files, "the member table of ATOP", *_MEMBER)
    found = Gathering()
    tell(f"reading {members.name}", 0.0)
    sheet = _sheet(members)
    _read_members(sheet, found)
    tell(f"reading the coded content of {members.name}", 0.3)
    found.claims.append(
        claims_from_codes(sheet, [one for one in members.table.column_names if one not in _KEYS])
    )
    levels = [file for file in files if file.has("atopid", *BEGIN, *END)]
    for file in levels:
        tell(f"reading {file.name}", 0.7)
        _read_level(file, found)
    parties = distinct_parties(sheet.treaty, sheet.party)
    _two_rows(sheet, found)
    tables = {
        "claims": joined_claims(found.claims),
        "parties": parties,
        "treaties": _treaties(members),
        "templates": MEMBERSHIP_TABLE,
        "actors": _with_codes(actors_table(files, parties["party"])),
    }
    return Imported(tables, tuple((file, ATOP) for file in (members, *levels)), tuple(found.remarks))


def name_of(atopid: str, phase: str) -> str:
    """Return what an alliance, or one of its phases, is called here.

    >>> name_of("1005", "0"), name_of("1350", "2")
    ('atop-1005', 'atop-1350-2')
    """
    return f"atop-{atopid}" if phase in ("0", "") else f"atop-{atopid}-{phase}"


def _names(file: File) -> list[str]:
    phases = file.texts("phase") if file.has("phase") else [""] * file.rows
    return [name_of(*each) for each in zip(file.texts("atopid"), phases, strict=True)]


def _sheet(file: File) -> Sheet:
    """Return the member table as rows about a phase and a member; a second membership in it is another one."""
    treaty, party = _names(file), file.texts("member")
    met: dict[tuple[str, str], int] = {}
    labels = []
    for pair in zip(treaty, party, strict=True):
        met[pair] = met.get(pair, 0) + 1
        labels.append(f"#{met[pair]}" if met[pair] > 1 else "")
    columns = (pa.array(each, pa.string()).dictionary_encode() for each in (treaty, party, labels))
    return Sheet(file, ATOP.voice, *columns)


def _read_members(sheet: Sheet, found: Gathering) -> None:
    file = sheet.file
    entered = dates_from_texts(day_texts(file, ENTRY))
    left = dates_from_texts(day_texts(file, EXIT), still_in_force)
    for columns, dates, name in ((ENTRY, entered, "enter"), (EXIT, left, "leave")):
        found.claims.append(claims_from_dates(sheet, " ".join(columns), dates, Meaning("outcome", name)))
        found.tell_dates(file, " ".join(columns), dates)
    shown = [("entry", entered), ("exit", left)]
    found.contradicts(file, "left before it entered", surely_after(entered, left), shown)
    if file.has("ineffect"):
        in_effect = file.numbers("ineffect")
        found.contradicts(file, "in effect, and left", (in_effect == 1) & left.given, shown)
        found.contradicts(file, "not in effect, and never left", (in_effect == 0) & ~left.given, shown)


def _read_level(file: File, found: Gathering) -> None:
    """Read the days of alliances or phases as a whole: outcomes of no member in particular."""
    sheet = Sheet(file, ATOP.voice, pa.array(_names(file), pa.string()).dictionary_encode())
    began = dates_from_texts(day_texts(file, BEGIN))
    ended = dates_from_texts(day_texts(file, END), still_in_force)
    for columns, dates, name in ((BEGIN, began, "enter"), (END, ended, "leave")):
        found.claims.append(claims_from_dates(sheet, " ".join(columns), dates, Meaning("outcome", name)))
        found.tell_dates(file, " ".join(columns), dates)
    found.contradicts(
        file, "ended before it began", surely_after(began, ended), [("begin", began), ("end", ended)]
    )


def _two_rows(sheet: Sheet, found: Gathering) -> None:
    """Remark who is in one phase twice: its second membership is read as one of its own."""
    assert sheet.party is not None
    assert sheet.label is not None
    turns: Ints = np.flatnonzero(np.array(sheet.label.to_pylist()) != "")
    texts = [f"{sheet.party[turn]} in {sheet.treaty[turn]}" for turn in turns[:3].tolist()]
    about = "one member twice in one phase: read as a second membership"
    found.note(CONTRADICTS, sheet.file, about, turns, texts)


def _treaties(members: File) -> pa.Table:
    phases = dict(
        zip(_names(members), zip(members.texts("atopid"), members.texts("phase"), strict=True), strict=True)
    )
    return table_of(
        "treaties",
        {
            "treaty": list(phases),
            "title": [
                f"ATOP alliance {atopid}" + (f", phase {phase}" if phase != "0" else "")
                for atopid, phase in phases.values()
            ],
            "kind": ["alliance" if phase == "0" else "phase of an alliance" for _, phase in phases.values()],
            "template": [MEMBERSHIP] * len(phases),
            "parameters": [
                json.dumps({"atopid": atopid, "phase": phase}) for atopid, phase in phases.values()
            ],
        },
    )


def _with_codes(actors: pa.Table) -> pa.Table:
    """Return actors with the number by which ATOP knows them, which is that of Correlates of War."""
    codes = [int(actor) if actor.isdigit() else None for actor in actors["actor"].to_pylist()]
    at = actors.schema.get_field_index("cow")
    return actors.set_column(at, actors.schema.field(at), pa.array(codes, pa.int32()))
