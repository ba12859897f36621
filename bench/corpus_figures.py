"""A whole data set: from its CSV file to the table of intervals, and what binds two parties once it is open.

``python bench/corpus_figures.py`` prints the figures. GGO is read where it stands beside the repository; elsewhere rows
of the same number and shape are made up.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from timing import timed

Figures = dict[str, object]
FIGURES = ("ggo_csv_to_intervals_s", "between_ms")
GGO = Path(__file__).parents[2] / "shared" / "data" / "manytreaties" / "parties__GGO.csv"
HEAD = "stateID,treatyID,Title,StateSignature,StateRatification,StateForce,StateEnd"
ROWS, TREATIES, STATES = 98_320, 3_510, 274
_FIRST = date(1815, 1, 1)
_ASKED_AGAIN = 21


def corpus_figures(rounds: int = 3) -> Figures:
    """Measure GGO, or where it is missing as many rows of made-up data, under names of their own."""
    missing = [name for name in ("pyarrow", "numba") if find_spec(name) is None]
    if missing:
        reason = f"{', '.join(missing)} not installed: pip install 'inforce[corpus]'"
        return {**dict.fromkeys(FIGURES), "corpus_reason": reason}
    if GGO.exists():
        seconds, milliseconds, rows = _measured(GGO, rounds)
        return {**dict(zip(FIGURES, (seconds, milliseconds), strict=True)), "ggo_intervals": rows}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "parties.csv"
        path.write_text("\n".join((HEAD, *made_up_rows())) + "\n")
        seconds, milliseconds, rows = _measured(path, rounds)
    return {
        **dict.fromkeys(FIGURES),
        "corpus_reason": "GGO is not beside the repository; as many made-up rows were timed",
        "made_up_csv_to_intervals_s": seconds,
        "made_up_between_ms": milliseconds,
        "made_up_intervals": rows,
    }


def made_up_rows(seed: int = 1) -> Iterator[str]:
    """Yield as many rows as GGO has, of as many treaties and states, most of them with a few days."""
    dice = random.Random(seed)
    states = [f"S{turn:03d}" for turn in range(STATES)]
    for turn in range(ROWS):
        signed = _FIRST + timedelta(dice.randrange(74_000))
        ratified, entered = signed + timedelta(dice.randrange(900)), signed + timedelta(dice.randrange(1_500))
        days = (
            signed if dice.random() < 0.8 else "",
            ratified if dice.random() < 0.3 else "",
            entered if dice.random() < 0.6 else "",
            entered + timedelta(dice.randrange(9_000)) if dice.random() < 0.17 else "",
        )
        told = (day.isoformat() if isinstance(day, date) else day for day in days)
        state = states[int(STATES * dice.random() ** 2)]
        yield f"{state},T{turn % TREATIES},Treaty {turn % TREATIES},{','.join(told)}"


def _measured(path: Path, rounds: int) -> tuple[float, float, int]:
    """Return the median seconds to the table, the median milliseconds between two parties, and the rows."""
    from inforce.corpus.intervals import results
    from inforce.corpus.standing import Standing
    from inforce.exchange.conduct import read_files
    from inforce.temporal import day_from_iso

    seconds = [timed(lambda: results(read_files("manytreaties", [path]).columnar)) for _ in range(rounds)]
    table = results(read_files("manytreaties", [path]).columnar)
    standing, day = Standing(table), day_from_iso("1990-01-01")
    one, other = _most_bound(standing)
    asked = []
    for _ in range(_ASKED_AGAIN):
        started = time.perf_counter()
        standing.between(one, other, day)
        asked.append(time.perf_counter() - started)
    return statistics.median(seconds), statistics.median(asked) * 1000, table.num_rows


def _most_bound(standing: object) -> tuple[str, str]:
    """Return the two parties of which the table has most to say: the slowest question."""
    rows = standing.rows_of  # type: ignore[attr-defined]
    one, other, *_ = sorted(rows, key=lambda party: rows[party][0] - rows[party][1])
    return one, other


if __name__ == "__main__":
    print(json.dumps(corpus_figures(), indent=2))
