"""How long a panel of ten million dyad-years takes, from the table of intervals to a Parquet file.

224 actors in 1,000 treaties of 20 parties each, some years of it in force: 49,952 directed dyads in 201 years are
10,040,352 rows, of which every treaty in force is counted in. Nothing is left out of the time but making the intervals.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from datetime import date
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from timing import timed

ACTORS, TREATIES, PARTIES = 224, 1_000, 20
FIRST, LAST = 1816, 2016
Figures = dict[str, object]
FIGURES = ("panel_10m_rows_s", "panel_10m_rows", "panel_10m_peak_mb")


def panel_figures(rounds: int = 3) -> Figures:
    """Measure the panel; without the extra every figure is None, with the reason."""
    missing = [name for name in ("duckdb", "pyarrow") if find_spec(name) is None]
    if missing:
        reason = f"{', '.join(missing)} not installed: pip install 'inforce[corpus]'"
        return {**dict.fromkeys(FIGURES), "panel_reason": reason}
    intervals, found = intervals_of_parties(), []
    with tempfile.TemporaryDirectory() as folder:
        file, rows = Path(folder) / "panel.parquet", 0
        for _ in range(rounds):
            found.append(timed(lambda: write_panel(intervals, file)))
        rows = rows_in(file)
    return {
        "panel_10m_rows_s": statistics.median(found),
        "panel_10m_rows": rows,
        "panel_10m_peak_mb": _peak_mb(),
    }


def write_panel(intervals: object, file: Path) -> None:
    """Write the dyad-years of treaties in force, every actor covered throughout."""
    import pyarrow as pa

    from inforce.corpus.panel import panel_from_rows
    from inforce.corpus.panel_asked import Asked
    from inforce.corpus.panel_value import Provenance
    from inforce.corpus.panel_work import Basis

    everyone = pa.table({"actor": [f"A{turn:03}" for turn in range(ACTORS)]})
    basis = Basis(Provenance("", "", "", "", "", ()), last=date(LAST, 12, 31), actors=everyone)
    panel_from_rows(intervals, Asked(first=FIRST, last=LAST), basis).write(file)


def intervals_of_parties() -> object:
    """Return the table of intervals: three rows for each party of each treaty."""
    import pyarrow as pa

    from inforce.corpus.table import COLUMNS

    chance = random.Random(10)
    lines = []
    for treaty in range(TREATIES):
        begins = chance.randint(FIRST, LAST - 40)
        for party in chance.sample(range(ACTORS), PARTIES):
            since = date(begins + chance.randint(0, 9), chance.randint(1, 12), chance.randint(1, 28))
            until = date(since.year + chance.randint(1, 30), since.month, since.day)
            days = [None, since, until, None]
            for turn, status in enumerate(("not_concluded", "in_force", "ended")):
                lines.append((f"t{treaty}", f"A{party:03}", status, [status], days[turn], days[turn + 1]))
    names = ("treaty", "bearer", "status", "possible", "since", "until")
    given = dict(zip(names, map(list, zip(*lines, strict=True)), strict=True))
    given |= {"certainty": ["certain"] * len(lines), "view": ["all-voices"] * len(lines)}
    columns = {name: pa.array(given.get(name, [None] * len(lines)), kind) for name, kind in COLUMNS.items()}
    return pa.table(columns)


def rows_in(file: Path) -> int:
    """Return how many rows a file has."""
    import pyarrow.parquet as pq

    return int(pq.read_metadata(file).num_rows)


def _peak_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the figures."""
    for name, value in panel_figures().items():
        print(f"{name:32} {value}")


if __name__ == "__main__":
    main()
