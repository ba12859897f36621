"""From runs to rows: over which days which statuses are possible (design, S10 and S15)."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from inforce.engine.circuit import Circuit, Kind
from inforce.engine.run import Run
from inforce.engine.solve import Resolution, Solution
from inforce.temporal import BEGINNING, FOREVER, Day


class Row(Struct, frozen=True):
    """A maximal run of days with one set of possible statuses; ``until`` is None where it does not end.

    ``certainty`` is that of its first day.
    """

    since: Day
    until: Day | None
    possible: tuple[str, ...]
    certainty: str


def chain_node(circuit: Circuit, output: str) -> int:
    """Return the node of a chain among the outputs."""
    return circuit.outputs[output]


def rows_from_run(circuit: Circuit, run: Run, output: str) -> list[tuple[Day, int]]:
    """Return the changes of one chain in one run: from each day, the possible statuses as bits."""
    return run.history[chain_node(circuit, output)]


def rows_from_solution(solution: Solution, output: str) -> list[Row]:
    """Join the rows of all cases: possible is what is possible in one of them.

    The rows of one chain cover all days and never overlap.
    """
    rows: list[Row] = []
    for day in _days_of_change(solution.resolutions, output):
        possible = possible_on(solution, output, day)
        if rows and rows[-1].possible == possible:
            continue
        if rows:
            rows[-1] = Row(rows[-1].since, day, rows[-1].possible, rows[-1].certainty)
        rows.append(Row(day, None, possible, certainty_on(solution, output, day)))
    return rows


def _days_of_change(resolutions: Sequence[Resolution], output: str) -> list[Day]:
    days = {BEGINNING}
    for item in resolutions:
        days.update(
            day for day, _ in rows_from_run(item.circuit, item.run, output) if BEGINNING < day < FOREVER
        )
    return sorted(days)


def statuses_on(resolution: Resolution, output: str, day: Day) -> frozenset[str]:
    """Return the statuses that are possible on a day in one case."""
    node = resolution.circuit.nodes[chain_node(resolution.circuit, output)]
    mask = resolution.run.value_on(chain_node(resolution.circuit, output), day)
    if node.kind is not Kind.CHAIN:
        return frozenset({("no", "open", "", "yes")[mask]})
    return frozenset(name for bit, name in enumerate(node.statuses) if mask >> bit & 1)


def statuses_within(resolution: Resolution, output: str, first: Day, last: Day) -> frozenset[str]:
    """Return the statuses that are possible on one of some days, both ends included, in one case."""
    node = chain_node(resolution.circuit, output)
    changes = [day for day, _ in resolution.run.history[node] if first < day <= last]
    return frozenset[str]().union(*(statuses_on(resolution, output, day) for day in (first, *changes)))


def possible_on(solution: Solution, output: str, day: Day) -> tuple[str, ...]:
    """Return the statuses that are possible on a day in some case, in their order of priority."""
    found = frozenset[str]().union(*(statuses_on(item, output, day) for item in solution.resolutions))
    return tuple(name for name in _order(solution, output) if name in found)


def _order(solution: Solution, output: str) -> Iterator[str]:
    seen: dict[str, None] = {}
    for item in solution.resolutions:
        node = item.circuit.nodes[chain_node(item.circuit, output)]
        names = node.statuses if node.kind is Kind.CHAIN else ("yes", "open", "no")
        seen.update(dict.fromkeys(names))
    return iter(seen)


def certainty_on(solution: Solution, output: str, day: Day) -> str:
    """Say why a value is open: disputed if it differs between the sides of a dispute, else uncertain or unknown.

    It is unknown where what is open is expressly unknown in the evidence.
    """
    by_sides: dict[tuple[object, ...], frozenset[str]] = {}
    for item in solution.resolutions:
        by_sides[item.sides] = by_sides.get(item.sides, frozenset()) | statuses_on(item, output, day)
    whole = frozenset[str]().union(*by_sides.values())
    if len(whole) == 1:
        return "certain"
    if len(set(by_sides.values())) > 1:
        return "disputed"
    return "unknown" if _has_unknown(solution) else "uncertain"


def _has_unknown(solution: Solution) -> bool:
    return any(choice.unknown for item in solution.resolutions for choice in item.choices)
