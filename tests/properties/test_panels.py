"""A panel is what counting day by day gives: every unit, every rule, on random tables, the bounds included."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, permutations, product

import pyarrow as pa
import pytest

from inforce.corpus.panel import panel_from_rows
from inforce.corpus.panel_asked import BOUNDARIES, UNITS, Asked, Obligation, Selector
from inforce.corpus.panel_value import Provenance
from inforce.corpus.panel_work import Basis
from inforce.corpus.table import COLUMNS

NOBODY = Provenance("", "", "", "", "", ())
FIRST, LAST = 1999, 2003
DAYS = [
    date(FIRST, 1, 1) + timedelta(turn) for turn in range((date(LAST + 1, 1, 1) - date(FIRST, 1, 1)).days)
]
TREATY, CLAUSE = ("not_concluded", "in_force", "ended"), ("not_yet_operative", "owed", "ended")
Row = dict[str, object]
Bounds = tuple[int, int]
Held = dict[tuple[object, ...], list[Bounds]]
"""For each item of each unit its two rails, day by day."""

COLUMNS_ASKED = (
    Obligation("in_force", (Selector("*"),)),
    Obligation("owed", (Selector("t*", "1"), Selector("t1", "2"))),
)


def chain(row: Row, statuses: tuple[str, ...], chance: random.Random) -> Iterator[Row]:
    """Yield rows that cover all days, of which each may leave open which of two statuses holds."""
    edges: list[date | None] = [None, *sorted(chance.sample(DAYS, chance.randint(1, 5))), None]
    for since, until in pairwise(edges):
        possible = chance.sample(statuses, chance.choice((1, 1, 2)))
        yield {**row, "possible": possible, "status": "any", "since": since, "until": until}


def table(seed: int) -> list[Row]:
    """Return rows of a bilateral treaty, told pair by pair, and of one among three, told party by party."""
    chance = random.Random(seed)
    bare: Row = dict.fromkeys(COLUMNS)
    found: list[Row] = []
    for party in "AB":
        found += chain({**bare, "treaty": "t1", "bearer": party}, TREATY, chance)
    found += chain({**bare, "treaty": "t1", "bearer": "A", "counterparty": "B"}, TREATY, chance)
    for clause, one, other in (("1", "A", "B"), ("2", "B", "A")):
        row = {**bare, "treaty": "t1", "clause": clause, "bearer": one, "counterparty": other}
        found += chain(row, CLAUSE, chance)
    for party in "ABC":
        found += chain({**bare, "treaty": "t2", "bearer": party}, TREATY, chance)
        found += chain({**bare, "treaty": "t2", "clause": "1", "bearer": party}, CLAUSE, chance)
    found += chain({**bare, "treaty": "t2", "clause": "2"}, CLAUSE, chance)
    return found


def days_of(rows: list[Row], live: str, **asked: object) -> list[Bounds]:
    """Return for each day whether a status certainly and whether it possibly holds, of the rows that are asked for."""
    found = [row for row in rows if all(row[name] == value for name, value in asked.items())]
    return [_on(day, found, live) for day in DAYS]


def _on(day: date, rows: list[Row], live: str) -> Bounds:
    for row in rows:
        since, until, possible = row["since"], row["until"], row["possible"]
        assert isinstance(possible, list)
        after = isinstance(since, date) and day < since
        before = isinstance(until, date) and day >= until
        if not after and not before:
            return int(possible == [live]), int(live in possible)
    raise AssertionError(day)


def both(one: list[Bounds], other: list[Bounds]) -> list[Bounds]:
    return [(a[0] & b[0], a[1] & b[1]) for a, b in zip(one, other, strict=True)]


Key = tuple[str, ...]
"""A treaty and a party; of a clause also the clause, and to whom it is owed where the table says so."""


def held(rows: list[Row], unit: str, column: str) -> Held:
    """Return what holds for each unit, as the manual says that a panel is made."""
    members, owed = memberships(rows), duties(rows)
    if unit.startswith("dyad"):
        return pairs_in_force(rows, members) if column == "in_force" else pairs_owed(owed, members)
    found: Held = {}
    for key, days in (members if column == "in_force" else owed).items():
        who = (key[1],) if unit == "state-year" else key[:2]
        found[(*who, key)] = days
    return found


def memberships(rows: list[Row]) -> dict[Key, list[Bounds]]:
    found: dict[Key, list[Bounds]] = {}
    for treaty, party in (*product(("t1",), "AB"), *product(("t2",), "ABC")):
        found[treaty, party] = days_of(
            rows, "in_force", treaty=treaty, clause=None, bearer=party, counterparty=None
        )
    return found


def duties(rows: list[Row]) -> dict[Key, list[Bounds]]:
    asked = (("t1", "A", "1", "B"), ("t1", "B", "2", "A"), *(("t2", party, "1", "") for party in "ABC"))
    return {
        key: days_of(rows, "owed", treaty=key[0], bearer=key[1], clause=key[2], counterparty=key[3] or None)
        for key in asked
    }


def pairs_in_force(rows: list[Row], members: dict[Key, list[Bounds]]) -> Held:
    pair = days_of(rows, "in_force", treaty="t1", clause=None, bearer="A", counterparty="B")
    found: Held = {("A", "B", "t1"): pair, ("B", "A", "t1"): pair}
    for one, other in permutations("ABC", 2):
        found[one, other, "t2"] = both(members["t2", one], members["t2", other])
    return found


def pairs_owed(owed: dict[Key, list[Bounds]], members: dict[Key, list[Bounds]]) -> Held:
    found: Held = {}
    for (treaty, bearer, clause, towards), days in owed.items():
        for other in towards or "ABC".replace(bearer, ""):
            found[bearer, other, treaty, clause] = days if towards else both(days, members[treaty, other])
    return found


def counts(boundary: str, year: int, days: list[int]) -> bool:
    """Tell whether what holds on some days counts for a year."""
    within = [held for day, held in zip(DAYS, days, strict=True) if day.year == year]
    return {
        "any": any(within),
        "first": bool(within[0]),
        "last": bool(within[-1]),
        "majority": 2 * sum(within) > len(within),
    }[boundary]


def expected(rows: list[Row], asked: Asked, column: str) -> dict[tuple[object, ...], Bounds]:
    """Return the bounds of each unit and year, counted day by day."""
    units: dict[tuple[object, ...], list[list[Bounds]]] = {}
    width = len(UNITS[asked.unit])
    for key, days in held(rows, asked.unit, column).items():
        who = key[:width] if asked.directed or width == 1 else tuple(sorted(map(str, key[:width])))
        units.setdefault(who, []).append(days)
    found: dict[tuple[object, ...], Bounds] = {
        (*who, year): (0, 0) for who in covered(asked) for year in range(FIRST, LAST + 1)
    }
    for who, items in units.items():
        for year in range(FIRST, LAST + 1):
            low, high = (
                _value(asked, year, [[day[rail] for day in item] for item in items]) for rail in (0, 1)
            )
            found[(*who, year)] = low, high
    return found


def covered(asked: Asked) -> set[tuple[str, ...]]:
    """Return the units of whom the table tells: all who can be parties to the two treaties, alone or in pairs."""
    if asked.unit == "treaty-party-year":
        return {*product(("t1",), "AB"), *product(("t2",), "ABC")}
    if asked.unit == "state-year":
        return {("A",), ("B",), ("C",)}
    pairs = permutations("ABC", 2)
    return {pair if asked.directed else (min(pair), max(pair)) for pair in pairs}


def _value(asked: Asked, year: int, items: list[list[int]]) -> int:
    if asked.counted:
        return sum(counts(asked.boundary, year, item) for item in items)
    return int(counts(asked.boundary, year, [max(day) for day in zip(*items, strict=True)]))


def bounds_in(found: list[Row], column: str) -> dict[tuple[object, ...], Bounds]:
    """Return the bounds of a column by what comes before the columns."""
    names = [
        name
        for name in found[0]
        if name.rpartition("_")[0] not in ("in_force", "owed") and name not in ("in_force", "owed")
    ]
    low, high = (f"{column}_min", f"{column}_max") if f"{column}_min" in found[0] else (column, column)
    values = {tuple(row[name] for name in names): (row[low], row[high]) for row in found}
    return {key: (int(str(one)), int(str(two))) for key, (one, two) in values.items() if one is not None}


ASKED = [
    Asked(unit, COLUMNS_ASKED, boundary, FIRST, LAST, directed, counted)
    for unit, boundary in product(("state-year", "dyad-year", "treaty-party-year"), BOUNDARIES)
    for directed, counted in ((True, False), (True, True))
] + [Asked("dyad-year", COLUMNS_ASKED, boundary, FIRST, LAST, False, False) for boundary in BOUNDARIES]


@pytest.mark.parametrize("seed", range(3))
def test_a_panel_is_what_counting_day_by_day_gives(seed: int) -> None:
    rows = table(seed)
    given = pa.Table.from_pylist(rows, schema=pa.schema(COLUMNS.items()))
    for asked in ASKED[seed::3]:
        found = panel_from_rows(given, asked, Basis(NOBODY)).table().to_pylist()
        for column in ("in_force", "owed"):
            assert bounds_in(found, column) == expected(rows, asked, column), (seed, asked, column)


def test_days_are_the_rails_themselves() -> None:
    rows = table(0)
    given = pa.Table.from_pylist(rows, schema=pa.schema(COLUMNS.items()))
    asked = Asked("dyad-day", COLUMNS_ASKED, first=FIRST, last=LAST)
    found = panel_from_rows(given, asked, Basis(NOBODY)).table().to_pylist()
    for column in ("in_force", "owed"):
        lines = held(rows, "dyad-year", column)
        wanted: dict[tuple[object, ...], Bounds] = {
            (*pair, day): (0, 0) for pair in covered(asked) for day in DAYS
        }
        for key, days in lines.items():
            for day, (low, high) in zip(DAYS, days, strict=True):
                was = wanted.get((*key[:2], day), (0, 0))
                wanted[(*key[:2], day)] = max(was[0], low), max(was[1], high)
        assert bounds_in(found, column) == wanted
