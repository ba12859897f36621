"""What would settle an open answer: the disputes and the uncertain days on which it turns."""

from collections.abc import Iterable, Iterator, Sequence

from inforce.answers.wording import words_from_proposition
from inforce.engine import Choice, Ground, Resolution, Solution, grounds_on, statuses_on
from inforce.temporal import Day, count


def settled_by(solution: Solution, output: str, day: Day) -> tuple[str, ...]:
    """Name what evidence would settle the value of a day, each thing once.

    A choice matters if two cases that differ only in it differ in value. What was left on rails cannot be told
    apart; it is named where nothing else explains the open value, as far as the value rests on it.
    """
    named: dict[str, None] = {}
    for readings in dict.fromkeys(item.readings for item in solution.resolutions):
        cases = [item for item in solution.resolutions if item.readings == readings]
        named.update(dict.fromkeys(_mattering(cases, output, day)))
    named.update(dict.fromkeys(_readings(solution.resolutions, output, day)))
    left = [item for item in solution.resolutions if len(statuses_on(item, output, day)) > 1]
    if not named and left:
        named.update(dict.fromkeys(_on_rails(left[0], output, day)))
    return tuple(named)


def _readings(cases: Sequence[Resolution], output: str, day: Day) -> Iterator[str]:
    """Name the readings between which the value differs."""
    values: dict[tuple[str, ...], frozenset[str]] = {}
    for item in cases:
        found = values.get(item.readings, frozenset())
        values[item.readings] = found | statuses_on(item, output, day)
    for at in range(len(cases[0].readings)):
        seen: dict[tuple[str, ...], frozenset[str]] = {}
        for readings, value in values.items():
            if seen.setdefault((*readings[:at], *readings[at + 1 :]), value) != value:
                yield f"how to read it: {', or '.join(dict.fromkeys(one[at] for one in values))}"
                break


def _mattering(cases: Sequence[Resolution], output: str, day: Day) -> Iterator[str]:
    values = {id(item): statuses_on(item, output, day) for item in cases}
    for at, choice in enumerate(cases[0].choices):
        seen: dict[tuple[int, ...], frozenset[str]] = {}
        for item in cases:
            rest = tuple(id(option) for i, option in enumerate(item.case.options) if i != at)
            if seen.setdefault(rest, values[id(item)]) != values[id(item)]:
                yield name_of_choice(choice)
                break


def _on_rails(resolution: Resolution, output: str, day: Day) -> Iterator[str]:
    """Name what was left open in a case: first of all what the grounds of its value mention."""
    left = [
        choice
        for choice, option in zip(resolution.choices, resolution.case.options, strict=True)
        if choice.unknown or any(count(days) > 1 for days in option.open_days.values())
    ]
    grounds = set(_mentioned(grounds_on(resolution, output, day)))
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
