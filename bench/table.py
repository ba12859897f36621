"""The figures as one table, for a terminal and for the docs."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

Figures = dict[str, object]


class Line(NamedTuple):
    """A figure, what it is, what it has to be, and the figure that says how much it was measured on."""

    name: str
    meaning: str
    limit: str = ""
    count: str = ""


LINES = (
    Line("kernel_vs_oracle", "kernel, times the speed of hand-written Python", "≥ 8", "kernel_treaties"),
    Line("kernel_two_rails_vs_oracle", "the same with everything on two rails", "", "kernel_treaties"),
    Line("kernel_vs_reference", "kernel, times the speed of the reference evaluator", "", "kernel_treaties"),
    Line("kernel_vs_sql", "kernel, times a hand-written DuckDB script", "≥ 3", "kernel_vs_sql_treaties"),
    Line(
        "kernel_vs_pandas",
        "kernel, times hand-written pandas, both for the treaty alone",
        "",
        "kernel_vs_pandas_treaties",
    ),
    Line("kernel_vs_clingo", "kernel, times clingo", "≥ 500", "kernel_vs_clingo_treaties"),
    Line("kernel_treaties_per_s", "treaties a second in the kernel, one core", "", "kernel_treaties"),
    Line(
        "kernel_exponent",
        "exponent of the kernel's time, from 1,000 treaties up",
        "≤ 1.03",
        "kernel_peak_treaties",
    ),
    Line("kernel_peak_mb", "MB at most, a process from file to file", "≤ 1,024", "kernel_peak_treaties"),
    Line("kernel_peak_s", "seconds of that process", "", "kernel_peak_treaties"),
    Line("kernel_first_call_s", "seconds from first import to first rows, warm cache", "< 1"),
    Line(
        "kernel_differing_treaties",
        "treaties of which the kernel finds another interval",
        "0",
        "kernel_compared_treaties",
    ),
    Line(
        "kernel_two_rails_differing_treaties",
        "the same with everything on two rails",
        "0",
        "kernel_two_rails_compared_treaties",
    ),
    Line(
        "reference_differing_treaties",
        "the same of the reference evaluator, from claims",
        "0",
        "reference_compared_treaties",
    ),
    Line(
        "reference_compared_s",
        "seconds of the reference evaluator for them",
        "",
        "reference_compared_treaties",
    ),
    Line("reference_vs_oracle", "reference evaluator, times hand-written Python", "", "treaties"),
    Line("ggo_csv_to_intervals_s", "seconds from a data set's file to intervals", "≤ 3"),
    Line("between_ms", "ms for what binds two states on a day, in that data set", "≤ 5"),
    Line("panel_10m_rows_s", "seconds for a panel of 10 million rows, to Parquet", "≤ 4"),
    Line("founding_load_ms", "ms to load and check the founding record"),
    Line("status_ms", "ms for a status with all its reasons, the slowest view"),
    Line("multilateral_s", "seconds for all statuses of 200 parties with 1,000 records"),
    Line("multilateral_pair_ms", "ms for one pair of them on a day"),
    Line(
        "due_all_s",
        "seconds of processor for what falls due within a year, for all parties of all shipped books",
    ),
    Line("cold_start_ratio", "command from the shell, times a bare `import click`"),
    Line("date_us", "µs to read an uncertain date, the slowest form"),
    Line(
        "status_rps_ratio", "statuses a second from the server, times a bare route of its framework", "≥ 0.5"
    ),
    Line("status_p99_ms", "ms for such a status, the slowest in a hundred"),
    Line("export_s", "seconds for every interval of every clause of every treaty, from the shell"),
    Line("export_mb_beyond_the_books", "MB that this takes beside the books"),
    Line(
        "export_http_status_p99_ms",
        "ms for a status while everything is being exported, the slowest in a hundred",
    ),
    Line("store_sqlite_lost", "acknowledged entries that a log loses by kills in the middle of writes", "0"),
    Line("store_postgresql_lost", "the same in PostgreSQL", "0"),
)


def table_of(figures: Figures) -> str:
    """Return every figure that has a line, in columns, then those that have none."""
    rows = [("figure", "", "limit", "treaties"), *_rows(figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    named = {part for line in LINES for part in (line.name, line.count)}
    rest = [f"{name}: {value}" for name, value in figures.items() if name not in named]
    return "\n".join([*(line.rstrip() for line in lines), "", *rest])


def page_of(figures: Figures) -> str:
    """Return the page of the docs."""
    rows = ["| figure | | limit | treaties |", "|---|---:|---|---:|"]
    rows += [f"| {' | '.join(row)} |" for row in _rows(figures)]
    return "\n".join((_HEAD.format(machine=_machine()), *rows, "", _FOOT))


def _rows(figures: Figures) -> Iterable[tuple[str, str, str, str]]:
    for line in LINES:
        if line.name in figures:
            count = figures.get(line.count)
            yield line.meaning, _shown(figures, line.name), line.limit, _number(count) if count else ""


def _shown(figures: Figures, name: str) -> str:
    value = figures[name]
    if value is None:
        return str(figures.get(f"{name}_reason") or figures.get("kernel_reason") or "not measured")
    return _number(value)


def _number(value: object) -> str:
    if not isinstance(value, int | float):
        return str(value)
    if isinstance(value, int) or value >= 100:
        return f"{value:,.0f}"
    return f"{value:.4g}"


def _machine() -> str:
    """Say where and when it was measured."""
    today = datetime.now(UTC).date().isoformat()
    return f"{today}, {platform.system()} on {os.cpu_count()} cores, Python {platform.python_version()}"


_HEAD = """# How fast

Measured by `python bench/run.py --write-docs` on {machine}.
With `--full` it measures more treaties. Ratios are medians of rounds in which everybody takes a turn, on one
core, in seconds of processor: what a shared machine does meanwhile is not in them. Other seconds are those of
the clock, medians too, on a machine that others use.
"""

_FOOT = """The work is that of `bench/workload.py`: bilateral treaties with about sixteen events each, made up. Each
is in force when both have ratified, for thirty years and then by periods of five unless notice is given; one
duty waits for an event and is suspended by another, one has ninety days from each trigger; a finding gives
the other side the power to terminate. The hand-written Python is the oracle: every interval of everybody has
to be the same.

Everybody begins with the events in memory, in the form that is theirs, and ends with the intervals in memory:
tuples for Python, columns for the kernel, a table for DuckDB (one thread), a frame for pandas, facts and
models for clingo. The kernel is the only one of them that was not written for this work: it runs the circuit
of a treaty file (`bench/work.treaty`).

`python bench/kernel_agreement.py 100000` compares every interval of as many treaties with the oracle's, in the
kernel and in the reference evaluator alike.

`pip install 'inforce[bench]'` installs the peers. Where one is missing its figure is empty and says so.
"""
