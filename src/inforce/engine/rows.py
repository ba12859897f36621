"""From runs to rows: over which days which statuses are possible (design, S10 and S15)."""

from inforce.engine.circuit import Circuit
from inforce.engine.courses import (
    Course,
    Row,
    certainty_of,
    order_of_statuses,
    rows_from_courses,
    statuses_from_bits,
)
from inforce.engine.solve import Resolution, Solution
from inforce.temporal import Day

__all__ = ["Row", "certainty_on", "possible_on", "rows_from_solution", "statuses_on", "statuses_within"]


def chain_node(circuit: Circuit, output: str) -> int:
    """Return the node of a chain among the outputs."""
    return circuit.outputs[output]


def rows_from_solution(solution: Solution, output: str) -> list[Row]:
    """Join the rows of all cases: possible is what is possible in one of them.

    The rows of one chain cover all days and never overlap.
    """
    return rows_from_courses(_courses(solution, output), has_unknown=_has_unknown(solution))


def _courses(solution: Solution, output: str) -> list[Course]:
    found = []
    for item in solution.resolutions:
        node = chain_node(item.circuit, output)
        found.append(Course(item.sides, item.circuit.nodes[node], item.run.history[node]))
    return found


def statuses_on(resolution: Resolution, output: str, day: Day) -> frozenset[str]:
    """Return the statuses that are possible on a day in one case."""
    node = chain_node(resolution.circuit, output)
    return statuses_from_bits(resolution.circuit.nodes[node], resolution.run.value_on(node, day))


def statuses_within(resolution: Resolution, output: str, first: Day, last: Day) -> frozenset[str]:
    """Return the statuses that are possible on one of some days, both ends included, in one case."""
    node = chain_node(resolution.circuit, output)
    changes = [day for day, _ in resolution.run.history[node] if first < day <= last]
    return frozenset[str]().union(*(statuses_on(resolution, output, day) for day in (first, *changes)))


def possible_on(solution: Solution, output: str, day: Day) -> tuple[str, ...]:
    """Return the statuses that are possible on a day in some case, in their order of priority."""
    found = frozenset[str]().union(*(statuses_on(item, output, day) for item in solution.resolutions))
    order = order_of_statuses([course.node for course in _courses(solution, output)])
    return tuple(name for name in order if name in found)


def certainty_on(solution: Solution, output: str, day: Day) -> str:
    """Say why a value is open: disputed if it differs between the sides of a dispute, else uncertain or unknown.

    It is unknown where what is open is expressly unknown in the evidence.
    """
    values = [statuses_on(item, output, day) for item in solution.resolutions]
    return certainty_of(_courses(solution, output), values, has_unknown=_has_unknown(solution))


def _has_unknown(solution: Solution) -> bool:
    return any(choice.unknown for item in solution.resolutions for choice in item.choices)
