"""Compute when seven WIPO treaties entered into force for each party: python -m tests.wipo.entry [FILE].

The rules are a treaty file of ours, the deposits are those of the published table, and what comes out is set beside the
day that the table gives. Without a file, the sample beside this module is read.
"""

import csv
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

import inforce
from inforce.answers.each import asked_of_each
from inforce.engine import Hearing
from inforce.model import ALL_VOICES, Book, Question
from inforce.temporal import Day, day_from_iso, iso_from_day

HERE = Path(__file__).parent
RULES = HERE / "rules.treaty.md"
SAMPLE = HERE / "sample.csv"
TREATIES = {
    "WIPO Copyright Treaty (WCT)": "wct-1996",
    "WIPO Performances and Phonograms Treaty (WPPT)": "wppt-1996",
    "Beijing": "beijing-2012",
    "Marrakesh": "marrakesh-2013",
    "Patent": "patent-law-2000",
    "Singapore": "singapore-2006",
    "Trademark": "trademark-law-1994",
}
"""The treaties by their names in the table."""


class Deposit(Struct, frozen=True):
    """One line of the table: who deposited an instrument, and from when the treaty is published as in force for it."""

    treaty: str
    party: str
    day: str
    published: str


class Entry(Struct, frozen=True):
    """One deposit, with the day that the rule gives; empty where it gives none."""

    deposit: Deposit
    ruled: str

    @property
    def agrees(self) -> bool:
        """Whether the rule gives the day that is published."""
        return self.ruled == self.deposit.published


def deposits_from_table(path: Path) -> list[Deposit]:
    """Read the instruments of the seven treaties."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return [
            Deposit(
                TREATIES[line["Treaty"]],
                line["Contracting Party"],
                line["Instrument Date"],
                line["Entry Into Force Date"],
            )
            for line in csv.DictReader(lines)
            if line["Treaty"] in TREATIES and line["Instrument Date"]
        ]


def code_from_name(name: str) -> str:
    """Make a code of the treaty language from a name.

    >>> code_from_name("Côte d'Ivoire")
    'Cote-d-Ivoire'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")


def record_from_deposits(deposits: Iterable[Deposit]) -> str:
    """Write the deposits as a part of a treaty file: an actor for each party, a record for each instrument."""
    found = list(deposits)
    names = {code_from_name(each.party): each.party for each in found}
    names |= {"Indonesia": "Indonesia", "Switzerland": "Switzerland"}  # who stands in the rules
    actors = [f'actor {code} "{name}"' for code, name in sorted(names.items())]
    records = sorted(
        f"{each.day}     {code_from_name(each.party)} deposits its instrument for {each.treaty}"
        for each in found
    )
    return "\n".join(["treaty-format 1", "", *actors, "", *records, ""])


def entries(path: Path) -> list[Entry]:
    """Compute from when each treaty is in force for each who deposited."""
    deposits = deposits_from_table(path)
    with TemporaryDirectory() as folder:
        (Path(folder) / "deposits.treaty").write_text(record_from_deposits(deposits), encoding="utf-8")
        shutil.copy(RULES, folder)
        book = inforce.open(Path(folder) / RULES.name).book
    days = {treaty: dict(_days(book, treaty, deposits)) for treaty in dict.fromkeys(TREATIES.values())}
    return [Entry(each, days[each.treaty].get(code_from_name(each.party), "")) for each in deposits]


def _days(book: Book, treaty: str, deposits: Iterable[Deposit]) -> Iterator[tuple[str, str]]:
    """Yield each party with the first day on which the treaty is surely in force for it."""
    who = [code_from_name(each.party) for each in deposits if each.treaty == treaty]
    question = Question(treaty, on=_ANY_DAY)
    for asked in asked_of_each(Hearing(book, ALL_VOICES), question, who):
        since = next((row.since for row in asked.rows if set(row.possible) == {"in_force"}), None)
        if since is not None:
            yield asked.party, iso_from_day(since)


_ANY_DAY: Day = day_from_iso("2000-01-01")


def table(found: Iterable[Entry]) -> Iterator[str]:
    """Tell, line by line, where the rule and the publication differ, and how many agree."""
    listed = list(found)
    for entry in listed:
        if not entry.agrees:
            each = entry.deposit
            days = f"{each.day}  {each.published or 'none':10}  {entry.ruled or 'none'}"
            yield f"{each.treaty:18}  {code_from_name(each.party):30}  {days}"
    dated = [entry for entry in listed if entry.deposit.published]
    agreeing = sum(entry.agrees for entry in dated)
    yield f"{agreeing} of {len(dated)} published days agree; {len(listed) - len(dated)} instruments without one"


if __name__ == "__main__":
    print("\n".join(table(entries(Path(sys.argv[1]) if sys.argv[1:] else SAMPLE))))
