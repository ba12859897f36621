"""What one question costs: a treaty and its record, a status with its reasons, a command, a date."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile

import workload
from engine_work import Work, claims_from_events, found_in_run, oracle_rows
from multilateral import multilateral
from timing import cpu_timed, timed

Figures = dict[str, object]
TREATIES = 3_000
ROUNDS = 5
FOUNDING = "sino-soviet-1945"


def reference_vs_oracle(count: int = TREATIES, rounds: int = ROUNDS) -> dict[str, float]:
    """Compare the reference evaluator with the oracle: claims in memory to status intervals, all of them equal."""
    events, parameters = workload.gen(count), workload.P("day")
    claims = [claims_from_events(found) for found in events]
    wanted = [sorted(workload.oracle(found, parameters)[0]) for found in events]
    work = Work()
    differing = sum(
        oracle_rows(found_in_run(*work.intervals(found)), parameters.H) != rows
        for found, rows in zip(claims, wanted, strict=True)
    )
    ratios, speeds = [], []
    for _ in range(rounds):
        oracle = timed(lambda: [workload.oracle(found, parameters)[0] for found in events])
        fresh = Work()
        ours = timed(lambda fresh=fresh: _all_intervals(fresh, claims))
        ratios.append(oracle / ours)
        speeds.append(count / ours)
    return {
        "reference_vs_oracle": statistics.median(ratios),
        "reference_treaties_per_s": statistics.median(speeds),
        "intervals_differing_treaties": differing,
        "treaties": count,
    }


def _all_intervals(work: Work, claims: list[tuple[object, ...]]) -> None:
    for found in claims:
        work.intervals(found)


def founding_load_ms(rounds: int = ROUNDS) -> float:
    """Measure loading and checking the founding record from its files, imports done, no cache."""
    from inforce.load import book_from_files, shipped_books

    paths = [path for path in shipped_books() if path.parent.name == FOUNDING]
    book_from_files(paths)
    return statistics.median(timed(lambda: book_from_files(paths)) for _ in range(rounds)) * 1000


def founding_expectations_ms(rounds: int = ROUNDS) -> float:
    """Measure loading the founding record and trying every line that it expects, as ``inforce check`` does."""
    from inforce.answers.expectations import check_expectations
    from inforce.load import book_from_files, shipped_books

    paths = [path for path in shipped_books() if path.parent.name == FOUNDING]
    check_expectations(book_from_files(paths).book)
    times = (timed(lambda: check_expectations(book_from_files(paths).book)) for _ in range(rounds))
    return statistics.median(times) * 1000


def status_ms(rounds: int = 21) -> dict[str, float]:
    """Measure a status with its full explanation in Python, in every view of the founding record."""
    import inforce

    desk = inforce.open().treaty("sino-soviet-1945")
    found = {}
    for view in desk.book.views_beside(FOUNDING):
        times = [
            timed(lambda view=view: desk.status(on="1952-06-01", view=view).why()) for _ in range(rounds)
        ]
        found[view] = statistics.median(times) * 1000
    return found


def due_all_s(rounds: int = 3) -> float:
    """Measure what falls due within a year in every treaty that is shipped, for everybody, the books open."""
    import inforce

    library = inforce.open()
    return statistics.median(
        cpu_timed(lambda: library.due("2026-01-01", "2026-12-31")) for _ in range(rounds)
    )


def cold_start_ratio(rounds: int = 11) -> dict[str, float]:
    """Compare the command from the shell, its book cached, with a bare ``import click``.

    Both have their modules compiled by a first run, as an installation has them.
    """
    ask = [sys.executable, "-m", "inforce", "status", "sino-soviet-1945", "--on", "1952-06-01"]
    peer = [sys.executable, "-c", "import click"]
    with tempfile.TemporaryDirectory() as cache:
        env = {**os.environ, "XDG_CACHE_HOME": cache, "PYTHONPYCACHEPREFIX": cache}
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # both are compared as installed: compiled once, then read
        for command in (ask, ask, peer):
            subprocess.run(command, env=env, check=True, capture_output=True)
        ours, theirs = [], []
        for _ in range(rounds):
            theirs.append(timed(lambda: subprocess.run(peer, env=env, check=True, capture_output=True)))
            ours.append(timed(lambda: subprocess.run(ask, env=env, check=True, capture_output=True)))
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    return {"cold_start_ratio": ratio, "cold_start_ms": statistics.median(ours) * 1000}


def date_us(count: int = 20_000) -> dict[str, float]:
    """Measure reading a date of each common form, uncached."""
    from inforce.temporal import act_day_from_edtf

    forms = {
        "day": "1945-08-{:02d}",
        "month": "1945-{:02d}",
        "year": "19{:02d}",
        "doubtful": "1945-08-{:02d}?",
    }
    found = {}
    for name, form in forms.items():
        texts = [form.format(turn % 12 + 1) for turn in range(count)]
        found[name] = min(
            timed(lambda texts=texts: [act_day_from_edtf(text) for text in texts]) for _ in range(5)
        )
    return {name: seconds / count * 1e6 for name, seconds in found.items()}


def answer_figures(treaties: int) -> Figures:
    """Return every figure of single questions."""
    dates, statuses = date_us(), status_ms()
    return {
        **reference_vs_oracle(treaties),
        "founding_load_ms": founding_load_ms(),
        "founding_load_and_expectations_ms": founding_expectations_ms(),
        "status_ms": max(statuses.values()),
        "status_ms_by_view": statuses,
        "due_all_s": due_all_s(),
        **multilateral(),
        **cold_start_ratio(),
        "date_us": max(dates.values()),
        "date_us_by_form": dates,
    }
