"""The engine and the oracle of the benchmark say the same of the same treaties."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


def test_the_intervals_are_those_of_the_oracle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(BENCH), *sys.path])
    workload, engine_work = import_module("workload"), import_module("engine_work")
    parameters, work = workload.P("day"), engine_work.Work()
    for events in workload.gen(40):
        claims = engine_work.claims_from_events(events)
        found = engine_work.found_in_run(*work.intervals(claims))
        ours = engine_work.oracle_rows(found, parameters.H)
        assert ours == sorted(workload.oracle(events, parameters)[0])
