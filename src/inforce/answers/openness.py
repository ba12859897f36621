"""What would settle an open answer: the disputes and the uncertain days on which it turns."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from inforce.answers.wording import words_from_proposition
from inforce.engine import Choice, Ground, Resolution, Solution, cone_of, grounds_on, statuses_on
from inforce.temporal import Day, count


def settled_by(solution: Solution, output: str, day: Day) -> tuple[str, ...]:
    """Name what evidence would settle the value of a day, each thing once.

    A choice matters if two cases that differ only in it differ in value. What was left on rails cannot be told
    apart; it is named where nothing else explains the open value, as far as the value rests on it.
    """
    return settling(solution, output, lambda item: statuses_on(item, output, day), day)


def settling(
    solution: Solution, output: str, value: Callable[[Resolution], object], on: Day | None = None
) -> tuple[str, ...]:
    """Name what evidence would settle a value that an output gives in each case, on a day if it is one of a day."""
    named: dict[str, None] = {}
    for readings in dict.fromkeys(item.readings for item in solution.resolutions):
        cases = [item for item in solution.resolutions if item.readings == readings]
        named.update(dict.fromkeys(_mattering(cases, value)))
    named.update(dict.fromkeys(_readings(solution.resolutions, value)))
    if not named:
        named.update(dict.fromkeys(_on_rails(solution.resolutions[0], output, on)))
    return tuple(named)


def _readings(cases: Sequence[Resolution], value: Callable[[Resolution], object]) -> Iterator[str]:
    """Name the readings between which the value differs."""
    values: dict[tuple[str, ...], set[object]] = {}
    for item in cases:
        values.setdefault(item.readings, set()).add(value(item))
    for at in range(len(cases[0].readings)):
        seen: dict[tuple[str, ...], set[object]] = {}
        for readings, found in values.items():
            if seen.setdefault((*readings[:at], *readings[at + 1 :]), found) != found:
                yield f"how to read it: {', or '.join(dict.fromkeys(one[at] for one in values))}"
                break


def _mattering(cases: Sequence[Resolution], value: Callable[[Resolution], object]) -> Iterator[str]:
    chosen = [(tuple(map(id, item.case.options)), value(item)) for item in cases]
    for at, choice in enumerate(cases[0].choices):
        seen: dict[tuple[int, ...], object] = {}
        for options, found in chosen:
            if seen.setdefault((*options[:at], *options[at + 1 :]), found) != found:
                yield name_of_choice(choice)
                break


def _on_rails(resolution: Resolution, output: str, on: Day | None) -> Iterator[str]:
    """Name what was left open in a case and bears on the output: first of all what the grounds of a day mention."""
    cone = cone_of(resolution.circuit, (output,))
    left = [
        choice
        for choice, option in zip(resolution.choices, resolution.case.options, strict=True)
        if choice.inputs & cone
        and (choice.unknown or any(count(days) > 1 for days in option.open_days.values()))
    ]
    grounds = set(_mentioned(grounds_on(resolution, output, on))) if on is not None else set[object]()
    yield from (name_of_choice(each) for each in [one for one in left if one.about in grounds] or left)


def _mentioned(grounds: Iterable[Ground]) -> Iterator[object]:
    """Yield what grounds are about, those behind them included."""
    for ground in grounds:
        if ground.claim is not None:
            yield ground.claim.proposition
        elif ground.about[:1] == ("unknown",):
            yield ground.about[1]
        yield from _mentioned(ground.children)


def name_of_choice(choice: Choice) -> str:
    """Name what is open, as a person would ask for it."""
    if isinstance(choice.about, str):
        return choice.about
    what = words_from_proposition(choice.about)
    return f"whether, or on which day: {what}" if choice.disputed else f"on which day: {what}"
