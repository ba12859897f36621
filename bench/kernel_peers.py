"""The kernel beside the oracle, the reference evaluator and its peers: ratios within rounds, medians of them."""

from __future__ import annotations

import statistics
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, cast

import workload
from kernel_work import circuit_of_everything, plan_of_work, run_all, signals_of
from scale import Scale
from timing import interleaved, ratio
from work_columns import KINDS, Columns, Signals

from inforce.engine import Evaluator
from inforce.engine.kernel.batch import Batch

Figures = dict[str, object]
Interval = tuple[int, str, str, int, int]
_ENOUGH = 60_000
"""The kernel is done with few treaties in milliseconds: it does so many in all, over and over, to be timed."""

_OF_TREATY = ("treaty", "terminated a", "terminated b")
_BEARING = frozenset({"ratify", "denounce", "finding", "terminate"})
"""What pandas finds, and the events that bear on it: beside it the kernel is asked for no more."""


class Peer(Protocol):
    """What does the work, or part of it, from memory to memory."""

    def run(self) -> object: ...
    def intervals(self) -> set[Interval]: ...


def peer_figures(columns: Columns, scale: Scale) -> Figures:
    """Compare the kernel with everybody."""
    some = columns.part(0, scale.treaties)
    return {
        **_oracle_figures(some, scale),
        **_peer_figure("sql", "duckdb", some, scale),
        **_peer_figure("pandas", "pandas", some, scale),
        **_peer_figure("clingo", "clingo", columns.part(0, scale.of_clingo), scale),
    }


def _oracle_figures(columns: Columns, scale: Scale) -> Figures:
    count, parameters, events = len(columns), workload.P("day"), list(columns.events())
    circuit = circuit_of_everything()
    planned = plan_of_work(circuit)
    cases = Signals(circuit, planned).cases(columns)
    batch, on_two_rails, evaluator = Batch(planned), Batch(planned, two_rails=True), Evaluator(circuit)
    few = [signals_of(found, circuit) for found in events[: scale.of_reference]]
    seconds = interleaved(
        {
            "oracle": lambda: [workload.oracle(found, parameters) for found in events],
            "one": lambda: run_all(batch, cases),
            "two": lambda: run_all(on_two_rails, cases),
            "reference": lambda: [evaluator.run(found) for found in few],
        },
        scale.rounds,
        dict.fromkeys(("one", "two"), max(1, _ENOUGH // count)),
    )
    per_treaty = {name: [second / count for second in found] for name, found in seconds.items()}
    per_treaty["reference"] = [second / len(few) for second in seconds["reference"]]
    return {
        "kernel_treaties": count,
        "kernel_nodes": planned.nodes,
        "kernel_treaties_per_s": 1 / statistics.median(per_treaty["one"]),
        "kernel_two_rails_treaties_per_s": 1 / statistics.median(per_treaty["two"]),
        "kernel_vs_oracle": ratio(per_treaty["oracle"], per_treaty["one"]),
        "kernel_two_rails_vs_oracle": ratio(per_treaty["oracle"], per_treaty["two"]),
        "kernel_vs_reference": ratio(per_treaty["reference"], per_treaty["one"]),
    }


def _peer_figure(name: str, package: str, columns: Columns, scale: Scale) -> Figures:
    """Compare the kernel with one peer, which has to find every interval that the oracle finds of its norms."""
    figure = f"kernel_vs_{name}"
    if find_spec(package) is None:
        return {figure: None, f"{figure}_reason": f"{package} not installed: pip install 'inforce[bench]'"}
    peer = cast("Peer", import_module(f"peer_{name}").Peer(columns))
    norms: frozenset[str] | None = getattr(peer, "norms", None)
    batch, cases = _kernel_on(columns, is_treaty_alone=norms is not None)
    seconds = interleaved(
        {"peer": peer.run, "kernel": lambda: run_all(batch, cases)},
        scale.rounds,
        {"kernel": max(1, _ENOUGH // len(columns))},
    )
    return {
        figure: ratio(seconds["peer"], seconds["kernel"]),
        f"{figure}_treaties": len(columns),
        f"{figure}_treaties_per_s": len(columns) / statistics.median(seconds["peer"]),
        f"{figure}_differing_intervals": len(peer.intervals() ^ _wanted(columns, norms)),
    }


def _kernel_on(columns: Columns, *, is_treaty_alone: bool) -> tuple[Batch, object]:
    """Make the kernel ready for the whole work, or for the treaty alone."""
    circuit = circuit_of_everything()
    if not is_treaty_alone:
        planned = plan_of_work(circuit)
        return Batch(planned), Signals(circuit, planned).cases(columns)
    planned = plan_of_work(circuit, _OF_TREATY)
    bearing = [number for number, (event, _) in enumerate(KINDS) if event in _BEARING]
    return Batch(planned), Signals(circuit, planned).cases(columns.only(bearing))


def _wanted(columns: Columns, norms: frozenset[str] | None) -> set[Interval]:
    parameters = workload.P("day")
    return {
        (turn, *row)
        for turn, events in enumerate(columns.events())
        for row in workload.oracle(events, parameters)[0]
        if norms is None or row[0] in norms
    }
