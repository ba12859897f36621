"""Lists of states: who is a member of the state system, from when and until when, with which codes."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
from msgspec import Struct

from inforce.corpus.schema import table_of
from inforce.exchange.actors import table_of_actors
from inforce.exchange.claims import Meaning, Sheet, claims_from_dates, distinct_parties, joined_claims
from inforce.exchange.dates import Dates
from inforce.exchange.files import File, ForeignFileError
from inforce.exchange.gathering import Gathering, Imported, Tell, surely_after
from inforce.exchange.named import Named
from inforce.exchange.state_lists import Kind, days_of, kind_of, spells_of
from inforce.exchange.templates import MEMBERSHIP, MEMBERSHIP_TABLE
from inforce.temporal import BEGINNING, FOREVER


class _Listed(Struct, frozen=True):
    """A list of states with what was read of it."""

    kind: Kind
    sheet: Sheet
    named: tuple[Named, ...]


def import_states(files: Sequence[File], tell: Tell) -> Imported:
    """Read lists of states.

    Raises:
        ForeignFileError: if a file is none.
    """
    found, lists = Gathering(), list[_Listed]()
    for turn, file in enumerate(files):
        tell(f"reading {file.name}", turn / len(files))
        kind = kind_of(file)
        if kind is None:
            raise ForeignFileError(
                f"{file.name} is none of the lists of states that are known: see the manual."
            )
        sheet, days = _sheet(file, kind), days_of(file, kind)
        _read(sheet, kind, days, found)
        lists.append(_Listed(kind, sheet, tuple(spells_of(file, kind, *days))))
    spoken = tuple((one.sheet.file, one.kind.described) for one in lists)
    return Imported(_tables(lists, found), spoken, tuple(found.remarks))


def _tables(lists: Sequence[_Listed], found: Gathering) -> dict[str, pa.Table]:
    kinds = [one.kind for one in lists]
    parties = [distinct_parties(one.sheet.treaty, one.sheet.party) for one in lists]
    treaties = {
        "treaty": [kind.name for kind in kinds],
        "title": [kind.described.title for kind in kinds],
        "kind": ["list of states"] * len(kinds),
        "template": [MEMBERSHIP] * len(kinds),
    }
    return {
        "claims": joined_claims(found.claims),
        "parties": pa.concat_tables(parties).unify_dictionaries(),
        "treaties": table_of("treaties", treaties),
        "templates": MEMBERSHIP_TABLE,
        "actors": table_of_actors([named for one in lists for named in one.named]),
    }


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
