"""The oracle's work for the kernel: its events as columns of signals, the kernel's rows as the oracle's.

One circuit for all treaties: that of a treaty in which everything has happened. What did not happen in a treaty is an
input without signals there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from engine_work import SIGNALS, Found, Occurred, Work, claims_from_events

from inforce.engine import compile_signals, evidence_from_claims
from inforce.engine.circuit import NO, TODAY, YES, Circuit
from inforce.engine.kernel.arrays import Cases, Ints
from inforce.engine.kernel.batch import Batch
from inforce.engine.kernel.columns import ROW_CASE, ROW_OUTPUT, ROW_SINCE, ROW_VALUE
from inforce.engine.kernel.plan import Planned, plan_from_circuit
from inforce.engine.signals import Change
from inforce.model import ActorAt
from inforce.temporal import Day

_ONCE = ("ratify", "finding", "terminate", "denounce")
_EVERYTHING = [
    *((turn, event, party) for turn, (event, party) in enumerate(((e, p) for e in _ONCE for p in "ab"), 1)),
    *(
        (turn, event, "-")
        for turn, event in enumerate(("referendum", "trigger", "withdraw", "aid_start"), 20)
    ),
]
Signal = tuple[int, int, int, int]


def circuit_of_everything() -> Circuit:
    """Return the circuit of the work with an input for every event that the generator may write."""
    work = Work()
    evidence = evidence_from_claims(claims_from_events(_EVERYTHING), work.view, None, work.book)
    return compile_signals(work.book, work.view, evidence, SIGNALS, {})[0]


def plan_of_work(circuit: Circuit, names: Iterable[str] = SIGNALS) -> Planned:
    """Return the plan that gives the oracle's rows, or some of them."""
    return plan_from_circuit(circuit, [circuit.outputs[name] for name in names])


def inputs_of(circuit: Circuit) -> dict[tuple[str, str], int]:
    """Return the input of each of the oracle's events, by event and party."""
    found: dict[tuple[str, str], int] = {}
    for index in circuit.inputs:
        _, slot = circuit.nodes[index].slot
        assert isinstance(slot, tuple)
        match slot:
            case ("act", str() as verb, _, (ActorAt(code=code), *_), *_):
                found[verb, code.lower()] = index
            case ("finding", _, str() as party, *_):
                found["finding", party.lower()] = index
            case (_, str() as fact, *_):
                found[{"withdrawal": "withdraw"}.get(fact, fact), "-"] = index
    return found


def signal_of(event: Occurred, inputs: dict[tuple[str, str], int]) -> tuple[int, Change]:
    """Return which input an event reaches, and with what."""
    day, name, party = event
    if name in ("aid_start", "aid_stop"):
        return inputs["aid", "-"], Change(Day(day), YES if name == "aid_start" else NO)
    return inputs[name, party], Change(Day(day), TODAY, Day(day))


def signals_of(events: Sequence[Occurred], circuit: Circuit) -> dict[int, list[Change]]:
    """Return the events of one treaty as the reference evaluator takes them."""
    inputs, found = inputs_of(circuit), dict[int, list[Change]]()
    for event in events:
        index, change = signal_of(event, inputs)
        found.setdefault(index, []).append(change)
    return found


def run_all(batch: Batch, cases: Cases) -> list[Ints]:
    """Run every treaty; return the rows in blocks."""
    return list(batch.rows(cases))


def found_in_rows(blocks: Sequence[Ints], circuit: Circuit, count: int) -> Iterator[Found]:
    """Yield what the kernel found of each treaty."""
    names = list(SIGNALS)
    statuses = {name: circuit.nodes[circuit.outputs[name]].statuses for name in names}
    every = np.concatenate(blocks)
    ends = np.searchsorted(every[:, ROW_CASE], np.arange(count + 1))
    for first, last in pairwise(ends):
        changes: dict[str, list[tuple[int, int]]] = {name: [] for name in names}
        for row in every[first:last].tolist():
            changes[names[row[ROW_OUTPUT]]].append((row[ROW_SINCE], row[ROW_VALUE]))
        yield Found(statuses, changes)
