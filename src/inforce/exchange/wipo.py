"""Parties to the treaties on copyright and patents that WIPO administers: signature, instrument, entry into force."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from inforce.corpus.schema import table_of
from inforce.corpus.template import ONE_AT_A_TIME
from inforce.exchange.actors import shipped_names, table_of_actors
from inforce.exchange.claims import (
    Meaning,
    Sheet,
    claims_from_dates,
    claims_from_texts,
    distinct_parties,
    joined_claims,
)
from inforce.exchange.dates import Dates, dates_from_texts
from inforce.exchange.files import File, needed_file
from inforce.exchange.gathering import Described, Gathering, Imported, Tell, surely_after
from inforce.exchange.named import Named
from inforce.exchange.report import NOTED
from inforce.exchange.templates import MEMBERSHIP, MEMBERSHIP_TEXT, by_deposits

WIPO = Described(
    "wipo",
    "Membership to copyright treaties (WIPO)",
    json.dumps(
        {
            "id": "wipo-membership",
            "type": "dataset",
            "title": "Membership to copyright treaties",
            "author": [{"literal": "World Intellectual Property Organization"}],
            "publisher": "datasets/membership-to-copyright-treaties",
            "URL": "https://github.com/datasets/membership-to-copyright-treaties",
            "license": "ODC-PDDL",
        }
    ),
)
NEEDED = {
    "wct": 30,
    "wppt": 30,
    "beijing": 30,
    "marrakesh": 20,
    "patent": 10,
    "singapore": 10,
    "trademark": 5,
}
"""The treaties whose text asks for so many deposits, and gives each party three months."""

_SIGNED, _INSTRUMENT, _ENTERS = "Signature Date", "Instrument Date", "Entry Into Force Date"
COLUMNS = ("Contracting Party", "Treaty", _SIGNED, "Instrument Type", _INSTRUMENT, _ENTERS)
VERBS = {"Accession": "accede", "Ratification": "deposit", "Acceptance": "deposit", "Approval": "deposit"}
"""What each type of instrument is; the day is that of its deposit. Any other notifies a succession."""

_SUCCESSION = "notify-succession"
_SHORT = re.compile(r"\((\w+)\)$")


def import_wipo(files: Sequence[File], tell: Tell) -> Imported:
    """Read the table of parties.

    Raises:
        ForeignFileError: if no file has its columns.
    """
    file = needed_file(files, "the table of parties", *COLUMNS)
    found = Gathering()
    tell(f"reading {file.name}", 0.0)
    codes = _codes(file.texts("Contracting Party"), shipped_names())
    treaty = pa.array([treaty_name(name) for name in file.texts("Treaty")], pa.string())
    party = pa.array([codes[name] for name in file.texts("Contracting Party")], pa.string())
    sheet = Sheet(file, WIPO.voice, treaty.dictionary_encode(), party.dictionary_encode())
    _read(sheet, found)
    _note_names(file, codes, found)
    parties = distinct_parties(treaty, party)
    tables = {
        "claims": joined_claims(found.claims),
        "parties": parties,
        **_treaties(file, parties),
        "actors": table_of_actors(
            [Named(code, name, iso3=_iso(code)) for name, code in sorted(codes.items())]
        ),
    }
    return Imported(tables, ((file, WIPO),), tuple(found.remarks))


def treaty_name(name: str) -> str:
    """Return what a treaty is called here: its abbreviation, or its name in kebab-case.

    >>> treaty_name("WIPO Copyright Treaty (WCT)"), treaty_name("WIPO GRATK Treaty")
    ('wct', 'wipo-gratk-treaty')
    """
    short = _SHORT.search(name)
    return re.sub(r"\W+", "-", short[1] if short else name).strip("-").lower()


def _read(sheet: Sheet, found: Gathering) -> None:
    file = sheet.file
    signed = found.read(sheet, _SIGNED, Meaning("act", "sign"))
    given = dates_from_texts(file.column(_INSTRUMENT))
    kinds = np.array([VERBS.get(kind, _SUCCESSION) for kind in file.texts("Instrument Type")])
    for verb in dict.fromkeys(kinds.tolist()):
        found.claims.append(
            claims_from_dates(sheet, _INSTRUMENT, given.only(kinds == verb), Meaning("act", verb))
        )
    found.tell_dates(file, _INSTRUMENT, given)
    found.claims.append(claims_from_texts(sheet, "Instrument Type", Meaning("manner", "instrument")))
    entered = found.read(sheet, _ENTERS, Meaning("outcome", "enter"))
    _contradictions(file, (signed, given, entered), found)


def _contradictions(file: File, read: tuple[Dates, Dates, Dates], found: Gathering) -> None:
    signed, given, entered = read
    shown = [(_INSTRUMENT, given), (_ENTERS, entered)]
    wrong = surely_after(signed, given)
    found.contradicts(file, "signed after its instrument", wrong, [(_SIGNED, signed), (_INSTRUMENT, given)])
    found.contradicts(file, "in force for a party before its instrument", surely_after(given, entered), shown)
    found.contradicts(file, "in force for a party without an instrument", entered.given & ~given.given, shown)
    silent = np.flatnonzero(given.given & ~entered.given)
    texts = [f"{_INSTRUMENT} {text}" for text in given.cells(silent[:3])]
    found.note(NOTED, file, "an instrument, and no day of entry into force", silent, texts)


def _codes(names: Sequence[str], shipped: Mapping[str, str]) -> dict[str, str]:
    """Return the code of each party: that of a state of the shipped books with its name, else the name itself."""
    by_name = {name: code for code, name in shipped.items()}
    return {name: by_name.get(name) or by_name.get(name.partition(" (")[0]) or name for name in names}


def _note_names(file: File, codes: Mapping[str, str], found: Gathering) -> None:
    names = file.texts("Contracting Party")
    turns = [turn for turn, name in enumerate(names) if codes[name] == name]
    first = [turn for turn in turns if names.index(names[turn]) == turn]
    about = "parties that are no state of the shipped books are called by their names"
    found.note(NOTED, file, about, np.array(first, np.int64), [names[turn] for turn in first[:3]])


def _iso(code: str) -> str | None:
    return code if len(code) == 3 and code.isupper() else None


def _treaties(file: File, parties: pa.Table) -> dict[str, pa.Table]:
    """Return each treaty with its template: its own rule where that is known, else the list of its parties."""
    titles = {treaty_name(name): name for name in file.texts("Treaty")}
    sizes = {name: pc.sum(pc.equal(parties["treaty"].cast(pa.string()), name)).as_py() for name in titles}
    ruled = [name for name in titles if name in NEEDED]
    return {
        "treaties": table_of(
            "treaties",
            {
                "treaty": list(titles),
                "title": list(titles.values()),
                "kind": ["multilateral"] * len(titles),
                "template": [name if name in NEEDED else MEMBERSHIP for name in titles],
                "parameters": [
                    json.dumps({"deposits": NEEDED[name]}) if name in NEEDED else None for name in titles
                ],
            },
        ),
        "templates": table_of(
            "templates",
            {
                "name": [MEMBERSHIP, *ruled],
                "text": [MEMBERSHIP_TEXT, *(by_deposits(name, sizes[name], NEEDED[name]) for name in ruled)],
                "parties": [ONE_AT_A_TIME, *(sizes[name] for name in ruled)],
            },
        ),
    }
