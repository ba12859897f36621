"""What would settle an open answer: the disputes and the uncertain days on which it turns."""

from collections.abc import Callable, Iterator, Sequence

from inforce.answers.wording import words_from_proposition
from inforce.engine import Choice, Resolution, Solution, cone_of, statuses_on
from inforce.temporal import Day, count


def settled_by(solution: Solution, output: str, day: Day) -> tuple[str, ...]:
    """Name what evidence would settle the value of a day, each thing once.

    A choice matters if two cases that differ only in it differ in value. What was left on rails cannot be told
    apart; it is named where nothing else explains the open value.
    """
    return settling(solution, output, lambda item: statuses_on(item, output, day))


def settling(solution: Solution, output: str, value: Callable[[Resolution], object]) -> tuple[str, ...]:
    """Name what evidence would settle a value that an output gives in each case."""
    named: dict[str, None] = {}
    for readings in dict.fromkeys(item.readings for item in solution.resolutions):
        cases = [item for item in solution.resolutions if item.readings == readings]
        named.update(dict.fromkeys(_mattering(cases, value)))
    if not named:
        named.update(dict.fromkeys(_on_rails(solution.resolutions[0], output)))
    return tuple(named)


def _mattering(cases: Sequence[Resolution], value: Callable[[Resolution], object]) -> Iterator[str]:
    values = {id(item): value(item) for item in cases}
    for at, choice in enumerate(cases[0].choices):
        seen: dict[tuple[int, ...], object] = {}
        for item in cases:
            rest = tuple(id(option) for i, option in enumerate(item.case.options) if i != at)
            if seen.setdefault(rest, values[id(item)]) != values[id(item)]:
                yield name_of_choice(choice)
                break


def _on_rails(resolution: Resolution, output: str) -> Iterator[str]:
    """Yield what was left on rails, as far as the output depends on it."""
    cone = cone_of(resolution.circuit, (output,))
    for choice, option in zip(resolution.choices, resolution.case.options, strict=True):
        if choice.inputs & cone and (
            choice.unknown or any(count(days) > 1 for days in option.open_days.values())
        ):
            yield name_of_choice(choice)


def name_of_choice(choice: Choice) -> str:
    """Name what is open, as a person would ask for it."""
    if isinstance(choice.about, str):
        return choice.about
    what = words_from_proposition(choice.about)
    return f"whether, or on which day: {what}" if choice.disputed else f"on which day: {what}"
