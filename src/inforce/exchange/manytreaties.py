"""GGO and IEADB as ``manytreaties`` publishes them: who signed, ratified, was bound and left, treaty by treaty."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from inforce.corpus.schema import table_of
from inforce.exchange.actors import actors_table
from inforce.exchange.claims import Meaning, Sheet, distinct_parties, joined_claims
from inforce.exchange.copied import copied_exits, several_days, several_titles
from inforce.exchange.dates import Bools, Dates, Sentinel
from inforce.exchange.files import File, ForeignFileError
from inforce.exchange.gathering import Described, Gathering, Imported, Tell, surely_after
from inforce.exchange.report import NOTED
from inforce.exchange.templates import MEMBERSHIP, MEMBERSHIP_TABLE

SIGNED, RATIFIED = Meaning("act", "sign"), Meaning("act", "ratify")
ENTERS, LEAVES = Meaning("outcome", "enter"), Meaning("outcome", "leave")
_YEAR = re.compile(r"\d{4}")
_ZERO = "0001-01-01"
_FAR = 2500
"""A year from here on stands for no day: 9999 in GGO, 2599 to 2999 in IEADB."""


class DataSet(Struct, frozen=True):
    """One of the two data sets: its columns about a party, in the order signature, ratification, entry, end."""

    described: Described
    parties: tuple[str, str, str, str]


GGO = DataSet(
    Described(
        "ggo",
        "GGO in manytreaties",
        json.dumps(
            {
                "id": "manytreaties-ggo",
                "type": "dataset",
                "title": "manytreaties: agreements and parties, GGO",
                "author": [{"literal": "The authors of manytreaties"}],
                "publisher": "globalgov/manytreaties",
                "URL": "https://github.com/globalgov/manytreaties",
                "license": "CC BY 4.0",
            }
        ),
    ),
    ("StateSignature", "StateRatification", "StateForce", "StateEnd"),
)
IEADB = DataSet(
    Described(
        "ieadb",
        "IEADB, the International Environmental Agreements Database, in manytreaties",
        json.dumps(
            {
                "id": "ieadb",
                "type": "dataset",
                "title": "International Environmental Agreements (IEA) Database Project",
                "author": [{"family": "Mitchell", "given": "Ronald B."}],
                "URL": "https://iea.uoregon.edu",
                "note": "As published by globalgov/manytreaties",
            }
        ),
    ),
    ("stateSignature", "Rat", "Force", "End"),
)
_AGREEMENTS = ("treatyID", "Title", "Begin", "End", "Force", "TypeAmbit")


def import_manytreaties(files: Sequence[File], tell: Tell) -> Imported:
    """Read the parties and agreements of GGO, of IEADB or of both.

    Raises:
        ForeignFileError: if no file has parties.
    """
    found = Gathering()
    lists = _lists_of_parties(files)
    texts = [(file, GGO if file.has("TypeDomain") else IEADB) for file in files if file.has(*_AGREEMENTS)]
    for turn, (file, one) in enumerate(lists):
        tell(f"reading {file.name}", turn / (len(lists) + 1))
        _read_parties(file, one, found)
    for file, one in texts:
        _read_agreements(file, one, found)
    tell("joining", len(lists) / (len(lists) + 1))
    members = [file for file, _ in lists]
    parties = distinct_parties(*(_joined(members, name) for name in ("treatyID", "stateID")))
    tables = {
        "claims": joined_claims(found.claims),
        "parties": parties,
        "treaties": _treaties(members, [file for file, _ in texts], found),
        "templates": MEMBERSHIP_TABLE,
        "actors": actors_table(files, parties["party"]),
    }
    spoken = tuple((file, one.described) for file, one in (*lists, *texts))
    return Imported(tables, spoken, tuple(found.remarks))


def _lists_of_parties(files: Sequence[File]) -> list[tuple[File, DataSet]]:
    """Return the files that list parties, each with its data set.

    Raises:
        ForeignFileError: if there is none.
    """
    sets = (GGO, IEADB)
    lists = [(file, one) for file in files for one in sets if file.has("stateID", "treatyID", *one.parties)]
    if not lists:
        raise ForeignFileError(
            "No file lists parties: one with the columns stateID, treatyID and those of GGO "
            f"({', '.join(GGO.parties)}) or of IEADB ({', '.join(IEADB.parties)}) is needed."
        )
    return lists


def no_days(text: str) -> Sentinel | None:
    """Take a year in the far future for what it stands for, an end or an entry that has not come, and the zero day.

    >>> no_days("2899-01-01").meaning
    'a year from 2500 on stands for no day: it had not come'
    """
    if text == _ZERO:
        return Sentinel(f"{_ZERO} stands for no day: it is what an empty cell became")
    year = _YEAR.match(text)
    if year and int(year[0]) >= _FAR:
        return Sentinel(f"a year from {_FAR} on stands for no day: it had not come")
    return None


def _read_parties(file: File, one: DataSet, found: Gathering) -> None:
    treaty, party = (file.column(name).dictionary_encode() for name in ("treatyID", "stateID"))
    sheet = Sheet(file, one.described.voice, treaty, party)
    read = [
        found.read(sheet, column, meaning, no_days)
        for column, meaning in zip(one.parties, (SIGNED, RATIFIED, ENTERS, LEAVES), strict=True)
    ]
    _contradictions(file, one, read, found)
    for column, dates in zip(one.parties, read, strict=True):
        several_days(sheet, column, dates, found)
    copied_exits(sheet, one.parties[3], read[3], surely_after(read[2], read[3]), found)


def _contradictions(file: File, one: DataSet, read: Sequence[Dates], found: Gathering) -> None:
    signed, ratified, entered, left = read
    names = one.parties
    pairs = (
        ("signed after it ratified", surely_after(signed, ratified), 0, 1),
        ("in force for a party before it ratified", surely_after(ratified, entered), 1, 2),
        ("ended before it was in force", surely_after(entered, left), 2, 3),
        ("ended on the day on which it came into force", _same_day(entered, left), 2, 3),
    )
    for about, wrong, first, second in pairs:
        found.contradicts(file, about, wrong, [(names[turn], read[turn]) for turn in (first, second)])
    silent = ratified.given & ~entered.given
    found.note(
        NOTED, file, "ratified, and no day of entry into force: when it was bound is not said",
        np.flatnonzero(silent), [f"{names[1]} {text}" for text in ratified.cells(np.flatnonzero(silent)[:3])],
    )  # fmt: skip


def _same_day(one: Dates, other: Dates) -> Bools:
    found: Bools = one.exact & other.exact & (one.first == other.first)
    return found


def _read_agreements(file: File, one: DataSet, found: Gathering) -> None:
    """Read what is said of a treaty as a whole: outcomes of no party in particular."""
    sheet = Sheet(file, one.described.voice, file.column("treatyID").dictionary_encode())
    entered = found.read(sheet, "Force", ENTERS, no_days)
    left = found.read(sheet, "End", LEAVES, no_days)
    wrong = surely_after(entered, left)
    found.contradicts(file, "ended before it was in force", wrong, [("Force", entered), ("End", left)])


def _joined(files: Sequence[File], column: str) -> pa.Array:
    return pa.chunked_array([file.column(column) for file in files]).dictionary_encode().combine_chunks()


def _treaties(members: Sequence[File], texts: Sequence[File], found: Gathering) -> pa.Table:
    """Return each treaty once, with the title that the agreements give it, else the one that the parties do."""
    for file in (*texts, *members):
        several_titles(file, found)
    columns = {
        name: pa.chunked_array([_column(file, name) for file in (*texts, *members)]).combine_chunks()
        for name in ("treatyID", "Title", "TypeAmbit")
    }
    every = pa.table({**columns, "turn": np.arange(len(columns["treatyID"]))})
    first = every.group_by("treatyID", use_threads=False).aggregate([("turn", "min")]).sort_by("turn_min")
    kept = every.take(first["turn_min"])
    return table_of(
        "treaties",
        {
            "treaty": kept["treatyID"],
            "title": kept["Title"],
            "kind": pc.utf8_lower(kept["TypeAmbit"]),
            "template": [MEMBERSHIP] * kept.num_rows,
        },
    )


def _column(file: File, name: str) -> pa.Array:
    return file.column(name) if file.has(name) else pa.array([""] * file.rows, pa.string())
