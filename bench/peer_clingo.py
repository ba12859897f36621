"""clingo on the whole work, from facts in its own words to what begins and ends; some treaties to a program.

Its time is that of grounding and solving: intervals are made of what begins and ends only to compare them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import clingo
import workload
from work_columns import Columns

_RULES = Path(__file__).with_suffix(".lp").read_text()
_TOGETHER = 100
"""So many treaties to a program: with more of them clingo takes longer for each."""

_PARAMETERS = workload.P("day")
Interval = tuple[int, str, str, int, int]
Spans = list[tuple[int, int]]
Changes = dict[str, list[tuple[int, bool]]]


class Peer:
    """The events as facts, and what a model shows."""

    def __init__(self, columns: Columns) -> None:
        facts = [
            " ".join(
                f"event({turn},{day},{kind},{'n' if party == '-' else party})." for day, kind, party in one
            )
            for turn, one in enumerate(columns.events())
        ]
        count = len(facts)
        self._programs = [" ".join(facts[first : first + _TOGETHER]) for first in range(0, count, _TOGETHER)]
        self._changes: list[Changes] = [{} for _ in facts]

    def run(self) -> None:
        """Solve every program."""
        for changes in self._changes:
            changes.clear()
        for facts in self._programs:
            control = clingo.Control(["--warn=none", *_constants()])
            control.add("base", [], _RULES)
            control.add("base", [], facts)
            control.ground([("base", [])])
            control.solve(on_model=self._take)

    def _take(self, model: clingo.Model) -> None:
        for symbol in model.symbols(shown=True):
            fluent, treaty, day = symbol.arguments
            changes = self._changes[treaty.number].setdefault(str(fluent), [])
            changes.append((day.number, symbol.name == "begins"))

    def intervals(self) -> set[Interval]:
        """Return what the models say, as intervals."""
        return {
            (turn, norm, status, since, until)
            for turn, changes in enumerate(self._changes)
            for norm, status, spans in _statuses(changes)
            for since, until in _joined(spans)
        }


def _constants() -> list[str]:
    values = {"horizon": _PARAMETERS.H, "year": _PARAMETERS.Y, "within": _PARAMETERS.D}
    return [word for name, value in values.items() for word in ("-c", f"{name}={value}")]


def _statuses(changes: Changes) -> list[tuple[str, str, Spans]]:
    """Return each status of each norm with the spans that it has, which may touch."""
    held = {fluent: _spans(sorted(found)) for fluent, found in changes.items()}
    live, voted, aid = (held.get(name, []) for name in ("live", "voted", "aid"))
    due, kept, broken, ever = (held.get(name, []) for name in ("due", "kept", "broken", "ever_due"))
    over = {manner: held.get(f"over({manner})", []) for manner in ("expired", "terminated")}
    before = _without([(0, _PARAMETERS.H)], [*live, *over["expired"], *over["terminated"]])
    owed = _within(live, voted)
    found = [
        *(("treaty", "pending", before), ("treaty", "in_force", live)),
        *(("n1", "pending", [*before, *_without(live, voted)]), ("n1", "suspended", _within(owed, aid))),
        *(("n1", "in_force", _without(owed, aid)), ("n2", "pending", _without([*before, *live], ever))),
        *(("n2", "in_force", due), ("n2", "fulfilled", kept), ("n2", "violated", broken)),
        *((f"p{party}", "in_force", held.get(f"may({party})", [])) for party in "ab"),
    ]
    for manner, spans in over.items():
        found += [("treaty", manner, spans), ("n1", manner, spans)]
        found.append(("n2", manner, _without(spans, [*kept, *broken])))
    return found


def _spans(changes: Sequence[tuple[int, bool]]) -> Spans:
    """Return when a fluent holds; one that begins on the day on which it ends holds on."""
    spans: Spans = []
    since = None
    for day, is_on in changes:
        if is_on and since is None:
            since = day
        elif not is_on and since is not None:
            spans.append((since, day))
            since = None
    return spans if since is None else [*spans, (since, _PARAMETERS.H)]


def _within(spans: Spans, others: Spans) -> Spans:
    both = [(max(a, c), min(b, d)) for a, b in spans for c, d in others]
    return [span for span in both if span[0] < span[1]]


def _without(spans: Spans, others: Spans) -> Spans:
    for since, until in others:
        parts = [part for a, b in spans for part in ((a, min(b, since)), (max(a, until), b))]
        spans = [part for part in parts if part[0] < part[1]]
    return spans


def _joined(spans: Spans) -> Spans:
    joined: Spans = []
    for since, until in sorted(spans):
        if joined and joined[-1][1] == since:
            since = joined.pop()[0]  # noqa: PLW2901
        joined.append((since, until))
    return joined
