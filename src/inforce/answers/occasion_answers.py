"""From an occasion to an answer: its days in words, how certain they are and why, the status on them."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from inforce.answers.answer import Answer, Because
from inforce.answers.disputes import grouped_by_value
from inforce.answers.occasion import Occasion
from inforce.answers.openness import settling
from inforce.answers.reasons import reasons_from_grounds
from inforce.engine import Happening
from inforce.model import STATUSES
from inforce.temporal import Candidates, Day, UncertainDay, count, edtf_from_uncertain, iter_days, union

_MOST_DAYS = 1_000
"""Days of one case beyond this many are compared by their bounds."""


def days_told(days: Candidates) -> str:
    """Write possible days as EDTF."""
    return edtf_from_uncertain(UncertainDay(days))


def certainty_of(occasion: Occasion) -> str:
    """Say how certain its day is: certain if it is one day in every case, disputed if the sides differ."""
    days = occasion.days
    if occasion.sure and days[0][0] == days[-1][1]:
        return "certain"
    values = _values(occasion)
    groups = grouped_by_value(occasion.asked.solution.resolutions, lambda item: values[id(item)])
    return "disputed" if len(groups) > 1 else "uncertain"


def reasons_of(occasion: Occasion) -> tuple[Because, ...]:
    """Return why it comes on its days; where they are open, case by case, with what would settle them."""
    return tuple(_reasons(occasion, _values(occasion)))


def _values(occasion: Occasion) -> Mapping[int, frozenset[object]]:
    """Return the days of each case, and whether it may not come at all, as far as they can be compared."""
    pairs = zip(occasion.asked.solution.resolutions, occasion.cases, strict=True)
    return {id(resolution): frozenset(_comparable(case)) for resolution, case in pairs}


def _comparable(case: Happening | None) -> Iterator[object]:
    if case is None or not case.sure:
        yield "not at all"
    if case is not None:
        yield from iter_days(case.days, _MOST_DAYS) if count(case.days) <= _MOST_DAYS else case.days


def _reasons(occasion: Occasion, values: Mapping[int, frozenset[object]]) -> Iterator[Because]:
    asked = occasion.asked
    cases = {id(item): case for item, case in zip(asked.solution.resolutions, occasion.cases, strict=True)}
    if certainty_of(occasion) != "certain":
        for name in settling(asked.solution, occasion.output, lambda item: values[id(item)]):
            yield Because("case", "open", f"to settle it, find out {name}")
    groups = grouped_by_value(asked.solution.resolutions, lambda item: values[id(item)])
    for names, resolutions in groups:
        found = [case for item in resolutions if (case := cases[id(item)])]
        if len(groups) > 1:
            condition = " and ".join(names) or "in every other case"
            yield Because("case", "; ".join(names), f"{_told(found)} if {condition}")
        if found:
            one = next(item for item in resolutions if cases[id(item)])
            grounds = occasion.explain(one, found[0].days[0][0])
            yield from reasons_from_grounds(grounds, asked.book, asked.treaty.id, int(len(groups) > 1))


def _told(found: Sequence[Happening]) -> str:
    days: Candidates = ()
    for each in found:
        days = union(days, each.days)
    return days_told(days) if days else "not at all"


def answer_on(occasion: Occasion, today: Day | None) -> Answer:
    """Return the answer of status on the days of an occasion, each case on its own days."""
    asked = occasion.asked
    order = STATUSES[asked.clause.kind if asked.clause else "treaty"]
    possible = tuple(status for status in order if status in occasion.statuses)
    answer = asked.answer(occasion.days[0][0], today)
    open_as = answer.certainty if answer.certainty != "certain" else "uncertain"
    return replace(
        answer,
        on=days_told(occasion.days),
        status=possible[0] if len(possible) == 1 else "contested",
        possible=possible,
        certainty="certain" if len(possible) == 1 else open_as,
    )
