"""The oracle's work for our engine: its events as claims, our statuses as its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from inforce.engine import Evaluator, compile_signals, evidence_from_claims, resolutions_of
from inforce.engine.circuit import Circuit
from inforce.engine.evidence import Evidence
from inforce.engine.run import Run
from inforce.load import book_from_files
from inforce.model import Act, ActorAt, Claim, Event, Finding, Proposition, State
from inforce.temporal import FOREVER, Day, Stretch, UncertainDay

Occurred = tuple[int, str, str]
OracleRow = tuple[str, str, int, int]
TREATY = "work"
SIGNALS = {
    "treaty": ("treaty_status", TREATY, "", ""),
    "n1": ("clause_status", TREATY, "n1", "A", ""),
    "n2": ("clause_status", TREATY, "n2", "B", ""),
    "pa": ("clause_status", TREATY, "material-breach", "A", ""),
    "pb": ("clause_status", TREATY, "material-breach", "B", ""),
    "terminated a": ("effect", TREATY, "material-breach", "A"),
    "terminated b": ("effect", TREATY, "material-breach", "B"),
}
_BEFORE = {"not_yet_operative": "pending", "conditional": "pending", "not_concluded": "pending"}
_SAME = {
    **_BEFORE,
    "in_force": "in_force",
    "owed": "in_force",
    "due": "in_force",
    "suspended": "suspended",
    "performed": "fulfilled",
    "performed_late": "violated",
    "overdue": "violated",
    "exercisable": "in_force",
}
"""The oracle's word for each of our statuses; ``ended`` is ``expired`` or ``terminated`` by its manner."""


def _on(day: int) -> UncertainDay:
    return UncertainDay(((Day(day), Day(day)),))


def claims_from_events(events: Sequence[Occurred]) -> tuple[Claim, ...]:
    """Return what the oracle's events say, as claims; aid lasts from its start to the day before its stop."""
    claims: list[Claim] = []
    since: int | None = None
    for turn, (time, event, party) in enumerate(events):
        if event == "aid_start":
            since = time
        elif event == "aid_stop" and since is not None:
            claims.append(_aid(turn, since, _on(time - 1)))
            since = None
        elif event != "aid_stop":
            proposition = _proposition(event, party.upper(), f"#{turn}")
            claims.append(Claim(str(turn), proposition, "record", when=_on(time)))
    if since is not None:
        claims.append(_aid(len(events), since, UncertainDay(((FOREVER, FOREVER),))))
    return tuple(claims)


def _aid(turn: int, since: int, stop: UncertainDay) -> Claim:
    stretch = Stretch(_on(since), stop, open_end=stop.first == FOREVER)
    return Claim(str(turn), State("aid", label=f"#{turn}"), "record", stretch=stretch)


def _proposition(event: str, party: str, label: str) -> Proposition:
    actors = (ActorAt(party),)
    match event:
        case "ratify":
            return Act("ratify", actors, TREATY)
        case "denounce" | "terminate":
            return Act(event, actors, TREATY, label=label)
        case "finding":
            return Finding("C", party, TREATY, ("n1",), label)
        case "withdraw":
            return Event("withdrawal", label=label)
        case _:
            return Event(event, label=label)


class Work:
    """The treaty of the work, compiled once for each shape of evidence."""

    def __init__(self) -> None:
        self.book = book_from_files([Path(__file__).with_name("work.treaty")]).book
        self.view = self.book.view("work")
        self._evaluators: dict[object, Evaluator] = {}

    def intervals(self, claims: Iterable[Claim]) -> tuple[Circuit, Run]:
        """Go from claims to status intervals: hear, split into cases, run; the rows are the chains' histories."""
        evidence = evidence_from_claims(claims, self.view, None, self.book)
        evaluator = self._evaluator(evidence)
        (resolution,) = resolutions_of(evaluator, evidence)
        return evaluator.circuit, resolution.run

    def _evaluator(self, evidence: Evidence) -> Evaluator:
        shape = (frozenset(evidence.occurrences), frozenset(evidence.conditions))
        if shape not in self._evaluators:
            circuit, _ = compile_signals(self.book, self.view, evidence, SIGNALS, {})
            self._evaluators[shape] = Evaluator(circuit)
        return self._evaluators[shape]


class Found(NamedTuple):
    """What a run found: the statuses of each chain, its changes from day to day, and the days of each event."""

    statuses: dict[str, tuple[str, ...]]
    changes: dict[str, list[tuple[int, int]]]


def found_in_run(circuit: Circuit, run: Run) -> Found:
    """Return what the reference evaluator found."""
    nodes = {name: node for name, node in circuit.outputs.items() if node >= 0}
    return Found(
        {name: circuit.nodes[node].statuses for name, node in nodes.items()},
        {name: list(run.history[node]) for name, node in nodes.items()},
    )


def oracle_rows(found: Found, horizon: int) -> list[OracleRow]:
    """Return our intervals in the oracle's words: half-open, maximal, clipped to its horizon."""
    ended = next((day for status, day, _ in _spans(found, "treaty", horizon) if status == "ended"), None)
    manner = "terminated" if ended is not None and _is_terminated(found, ended) else "expired"
    rows: list[OracleRow] = []
    for name in ("treaty", "n1", "n2"):
        rows.extend(_merged(name, _told(name, _spans(found, name, horizon), manner)))
    for name in ("pa", "pb"):
        spans = [(_SAME[s], a, b) for s, a, b in _spans(found, name, horizon) if s == "exercisable"]
        rows.extend(_merged(name, spans))
    return sorted(rows)


def _spans(found: Found, name: str, horizon: int) -> list[tuple[str, int, int]]:
    statuses, changes = found.statuses[name], found.changes[name]
    ends = [min(day, horizon) for day, _ in changes[1:]] + [horizon]
    return [
        (statuses[mask.bit_length() - 1], day, end) for (day, mask), end in zip(changes, ends, strict=True)
    ]


def _is_terminated(found: Found, day: int) -> bool:
    effects = [found.changes.get(name, []) for name in ("terminated a", "terminated b")]
    return any(on == day for days in effects for on, _ in days)


def _told(name: str, spans: Sequence[tuple[str, int, int]], manner: str) -> list[tuple[str, int, int]]:
    """Put our words in the oracle's, which keeps a violation past the end."""
    told: list[tuple[str, int, int]] = []
    for status, since, until in spans:
        word = manner if status == "ended" else _SAME[status]
        if status == "ended" and name == "n2" and told and told[-1][0] == "violated":
            word = "violated"
        told.append((word, since, until))
    return told


def _merged(name: str, spans: Iterable[tuple[str, int, int]]) -> list[OracleRow]:
    rows: list[OracleRow] = []
    for status, since, until in spans:
        first = max(since, 0)
        if first >= until:
            continue
        if rows and rows[-1][1] == status and rows[-1][3] == first:
            rows[-1] = (name, status, rows[-1][2], until)
        else:
            rows.append((name, status, first, until))
    return rows
