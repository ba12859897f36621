"""Runs as they are asked for, one circuit and one case each, and all of them at once in the kernel."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TypeVar

import numpy as np
from msgspec import Struct

from inforce.engine.choices import Signals
from inforce.engine.kernel import columns as at
from inforce.engine.kernel.arrays import Cases, Ints
from inforce.engine.kernel.batch import Batch
from inforce.engine.moments import in_moments
from inforce.temporal import Day

V = TypeVar("V")


class Job(Struct, frozen=True):
    """One run: a plan made ready, the signals of a case, and what other runs have found about its acts.

    Nodes are numbered as in the circuit; ``numbers`` has their numbers in the plan.
    """

    batch: Batch
    numbers: Mapping[int, int]
    signals: Signals
    turns: Mapping[int, int] = {}
    secure: Mapping[int, bool] = {}
    frozen: Mapping[tuple[int, Day], int] = {}


def rows_of_jobs(jobs: Sequence[Job]) -> list[Ints]:
    """Return the rows of each job, in its own order; jobs of one plan are run together."""
    together: dict[int, list[int]] = {}
    for turn, job in enumerate(jobs):
        together.setdefault(id(job.batch), []).append(turn)
    found: list[Ints] = [np.empty((0, at.ROW_COLUMNS), np.int64)] * len(jobs)
    for turns in together.values():
        cases = cases_from_jobs([jobs[turn] for turn in turns])
        for block in jobs[turns[0]].batch.rows(cases):
            starts = np.flatnonzero(np.diff(block[:, at.ROW_CASE])) + 1
            for rows in np.split(block, starts):
                found[turns[int(rows[0, at.ROW_CASE])]] = rows
    return found


def cases_from_jobs(jobs: Sequence[Job]) -> Cases:
    """Return the signals of jobs that share a plan as flat arrays."""
    signals = [_signals(job) for job in jobs]
    secure = [[(number, int(held)) for number, held in _numbered(job, job.secure)] for job in jobs]
    frozen = [
        [(job.numbers[act], day, held) for (act, day), held in job.frozen.items() if act in job.numbers]
        for job in jobs
    ]
    moments = np.array([_moments(job) for job in jobs], np.int64)
    signals_at, every = _flat(signals, 4)
    return Cases(signals_at, every, moments, *_flat(secure, 2), *_flat(frozen, 3))


def _signals(job: Job) -> list[tuple[int, int, int, int]]:
    signals = in_moments(job.signals, job.turns, _moments(job)) if job.turns else job.signals
    found = [
        (change.day, number, change.value, at.UNSET if change.settled is None else change.settled)
        for number, changes in _numbered(job, signals)
        for change in changes
    ]
    return sorted(found, key=lambda signal: signal[0])


def _moments(job: Job) -> int:
    return max(job.turns.values()) + 1 if job.turns else 1


def _numbered(job: Job, values: Mapping[int, V]) -> list[tuple[int, V]]:
    """Return what belongs to nodes that the plan has, by their numbers in it."""
    return [(job.numbers[index], value) for index, value in values.items() if index in job.numbers]


def _flat(rows: Sequence[Sequence[tuple[int, ...]]], columns: int) -> tuple[Ints, Ints]:
    """Return where the rows of each case begin, and all rows."""
    begins = np.array(list(accumulate(map(len, rows), initial=0)), np.int64)
    every = np.array([row for found in rows for row in found], np.int64).reshape(-1, columns)
    return begins, every
