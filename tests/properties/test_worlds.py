"""A world drawn from the evidence is one of those that the bounds allow, on every day, of every question."""

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from inforce.corpus import Scope, results
from inforce.corpus.sample import sample
from inforce.load import book_from_files, shipped_books

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.treaty.md"))[::4]
FOUNDING = tuple(path for path in shipped_books() if path.parent.name == "sino-soviet-1945")
Row = dict[str, object]
KEY = ("treaty", "instrument", "clause", "bearer", "counterparty")


def by_question(rows: list[Row]) -> dict[tuple[object, ...], list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[tuple(row[name] for name in KEY)].append(row)
    return found


def meet(one: Row, other: Row) -> bool:
    """Tell whether two rows have a day in common."""
    since = max(_day(one["since"], date.min), _day(other["since"], date.min))
    return since < min(_day(one["until"], date.max), _day(other["until"], date.max))


def _day(value: object, otherwise: date) -> date:
    return value if isinstance(value, date) else otherwise


@pytest.mark.parametrize("paths", [FOUNDING, *((path,) for path in CASES)], ids=lambda paths: paths[0].stem)
def test_a_world_lies_within_the_bounds(paths: tuple[Path, ...]) -> None:
    book, scope = book_from_files(paths).book, Scope(parties=True)
    bounds = by_question(results(book, scope=scope).to_pylist())
    worlds = sample(book, 3, 2, scope=scope).to_pylist()
    for world in (1, 2):
        for key, rows in by_question([row for row in worlds if row["world"] == world]).items():
            for row in rows:
                for bound in bounds[key]:
                    possible, allowed = row["possible"], bound["possible"]
                    assert isinstance(possible, list)
                    assert isinstance(allowed, list)
                    assert not meet(row, bound) or set(possible) <= set(allowed), (key, row, bound)
