"""Why an answer is what it is, case by case: which disputes it turns on, and what follows on each side."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from inforce.answers.answer import Because
from inforce.answers.openness import settled_by
from inforce.answers.reasons import reasons_from_grounds
from inforce.answers.wording import words_from_status
from inforce.engine import Resolution, Solution, grounds_on, possible_on, statuses_on
from inforce.model import Act, Book, Event, Finding, Invalidity, State
from inforce.temporal import Day

Sides = tuple[object, ...]
SPEAKERS = "who speaks for "


def reasons_of_cases(solution: Solution, output: str, day: Day, book: Book, treaty: str) -> Iterator[Because]:
    """Yield the reasons of an answer; for an open one, each group of cases with what follows in it."""
    yield from _settling(solution, output, day)
    groups = grouped_by_relevant_sides(solution.resolutions, output, day)
    if len(groups) == 1:
        first = groups[0][1][0]
        yield from reasons_from_grounds(grounds_on(first, output, day), book, treaty)
        return
    for names, resolutions in groups:
        statuses = frozenset[str]().union(*(statuses_on(item, output, day) for item in resolutions))
        told = " or ".join(words_from_status(status) for status in sorted(statuses))
        condition = " and ".join(names) or "in every other case"
        yield Because("case", "; ".join(names), f"{told} if {condition}")
        yield from reasons_from_grounds(grounds_on(resolutions[0], output, day), book, treaty, depth=1)


def _settling(solution: Solution, output: str, day: Day) -> Iterator[Because]:
    """Say what evidence would settle an open answer."""
    if len(possible_on(solution, output, day)) > 1:
        for name in settled_by(solution, output, day):
            yield Because("case", "open", f"to settle it, find out {name}")


def grouped_by_relevant_sides(
    resolutions: Sequence[Resolution], output: str, day: Day
) -> list[tuple[tuple[str, ...], list[Resolution]]]:
    """Group cases by the sides of only those disputes on which the status of a day turns."""
    return grouped_by_value(resolutions, lambda item: statuses_on(item, output, day))


def grouped_by_value(
    resolutions: Sequence[Resolution], value: Callable[[Resolution], frozenset[Any]]
) -> list[tuple[tuple[str, ...], list[Resolution]]]:
    """Group cases by the sides of only those disputes on which a value turns: statuses, or days.

    Under each reading other disputes may matter, so that each has groups of its own.
    """
    read: dict[Sides, list[Resolution]] = {}
    for item in resolutions:
        read.setdefault(item.readings, []).append(item)
    inner = {readings: _groups_of_sides(items, value) for readings, items in read.items()}
    yields = {
        readings: frozenset((names, _union(items, value)) for names, items in groups)
        for readings, groups in inner.items()
    }
    relevant = [at for at in range(len(resolutions[0].readings)) if _turns_on(yields, at)]
    found: dict[tuple[str, ...], list[Resolution]] = {}
    for readings, groups in inner.items():
        for names, items in groups:
            found.setdefault((*(str(readings[at]) for at in relevant), *names), []).extend(items)
    return list(found.items())


def _groups_of_sides(
    resolutions: Sequence[Resolution], value: Callable[[Resolution], frozenset[Any]]
) -> list[tuple[tuple[str, ...], list[Resolution]]]:
    """Group the cases of one reading by the sides on which a value turns."""
    first = len(resolutions[0].readings)
    values: dict[Sides, frozenset[Any]] = {item.sides: frozenset() for item in resolutions}
    for item in resolutions:
        values[item.sides] |= value(item)
    relevant = [at for at in range(first, len(resolutions[0].sides)) if _turns_on(values, at)]
    groups: dict[Sides, list[Resolution]] = {}
    for item in resolutions:
        groups.setdefault(tuple(item.sides[at] for at in relevant), []).append(item)
    return [(tuple(name_of_side(items[0], at) for at in relevant), items) for items in groups.values()]


def _union(
    resolutions: Sequence[Resolution], value: Callable[[Resolution], frozenset[Any]]
) -> frozenset[Any]:
    return frozenset[Any]().union(*(value(item) for item in resolutions))


def _turns_on(values: dict[Sides, frozenset[Any]], at: int) -> bool:
    """Whether the value differs between two cases that differ only in one dispute."""
    seen: dict[Sides, frozenset[Any]] = {}
    for sides, value in values.items():
        rest = (*sides[:at], *sides[at + 1 :])
        if seen.setdefault(rest, value) != value:
            return True
    return False


def name_of_side(resolution: Resolution, at: int) -> str:
    """Name one side of a dispute as a person would."""
    if at < len(resolution.readings):
        return resolution.readings[at]
    disputed = [
        (choice, option)
        for choice, option in zip(resolution.choices, resolution.case.options, strict=True)
        if choice.disputed
    ]
    choice, option = disputed[at - len(resolution.readings)]
    if isinstance(choice.about, str) and not choice.about.startswith(SPEAKERS):
        return option.label
    if isinstance(choice.about, str):
        return f"{option.label} speaks for {choice.about.rsplit(' ', 1)[-1]} on that day"
    return _side_of(choice.about, option.label, all(claim.against for claim in option.claims))


def _side_of(about: object, voices: str, denied: bool) -> str:
    match about:
        case State(fact=fact) | Event(fact=fact):
            what = fact
        case Act(verb=verb, actors=actors):
            what = f"{', '.join(str(actor) for actor in actors)} {verb}"
        case Finding(body=body) | Invalidity(body=body):
            what = f"the finding of {body}"
        case _:
            what = str(about)
    return f"{what} is not so, as {voices} says" if denied else f"{what} is as {voices} says"
