"""Whether an act would count on a day: its power existed at the close of the day before, and still is there."""

from inforce.answers.answer import Because
from inforce.engine import Resolution, Signal, Solution, possible_on
from inforce.model import Clause
from inforce.temporal import Day

AVAILABLE = "exercisable"
_JUDGED = Because("rule", "", "an act counts only if its power existed at the close of the day before")


def power_signals_of(clause: Clause, verb: str, sides: tuple[str, str]) -> dict[str, Signal]:
    """Return what tells where a power stands, and what judges its use; ``sides`` are its holder and towards whom.

    A declaration at signature is judged by rules of its own.
    """
    holder, other = sides
    named = (clause.treaty, clause.id, holder)
    if clause.provisional is None:
        return {"power": ("clause_status", *named, other), "usable": ("usable", *named, other)}
    found: dict[str, Signal] = {"power": ("right_status", *named, verb)}
    return found if verb == "decline" else found | {"usable": ("usable", *named, other)}


def verdict_on(solution: Solution, day: Day) -> str:
    """Tell whether an act would count on a day: yes, no or open."""
    possible = possible_on(solution, "power", day)
    if AVAILABLE not in possible:
        return "no"
    found = {_usable_before(each, day) for each in solution.resolutions}
    if found == {"yes"} and possible == (AVAILABLE,):
        return "yes"
    return "no" if found == {"no"} else "open"


def first_day_from(solution: Solution, on: Day) -> Day | None:
    """Return the first day, from the one asked, on which an act certainly would count."""
    days = {on} | {day for each in solution.resolutions for day in _days_of_change(each) if day > on}
    return next((day for day in sorted(days) if verdict_on(solution, day) == "yes"), None)


def judged_before(solution: Solution, on: Day) -> tuple[Because, ...]:
    """Say why a power that is there today cannot be used today."""
    there = possible_on(solution, "power", on) == (AVAILABLE,)
    return (_JUDGED,) if there and verdict_on(solution, on) == "no" else ()


def _usable_before(resolution: Resolution, day: Day) -> str:
    node = resolution.circuit.outputs.get("usable")
    if node is None:
        return "yes"
    return ("no", "open", "", "yes")[resolution.run.value_on(node, Day(day - 1))]


def _days_of_change(resolution: Resolution) -> list[Day]:
    """Return the days on which the power changes, and those after it is seen to."""
    outputs, history = resolution.circuit.outputs, resolution.run.history
    seen = [Day(day + 1) for day, _ in history[outputs["usable"]]] if "usable" in outputs else []
    return [*(day for day, _ in history[outputs["power"]]), *seen]
