"""Something that comes on a day, case by case: from what the cases yield to one answer about its days."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Answer, Because
from inforce.answers.disputes import grouped_by_value
from inforce.answers.openness import settling
from inforce.answers.reasons import reasons_from_grounds
from inforce.answers.status import Asked
from inforce.engine import Ground, Happening, Resolution, statuses_within
from inforce.model import STATUSES
from inforce.temporal import (
    Candidates,
    Day,
    UncertainDay,
    count,
    edtf_from_uncertain,
    intersect,
    iter_days,
    union,
)

_MOST_DAYS = 1_000
"""Days of one case beyond this many are compared by their bounds."""

Explain = Callable[[Resolution, Day], Iterable[Ground]]
"""Why something happens on a day, in one case."""


class Occasion(Struct, frozen=True):
    """One thing of a kind that comes on a day: in each case when, and in ``asked`` whose status it is about.

    ``output`` is the signal from which the days were read, ``explain`` says why a day is one of them. ``status`` is
    the status on its days where the kind says it: what opens is exercisable.
    """

    kind: str
    text: str
    asked: Asked
    output: str
    cases: tuple[Happening | None, ...]
    explain: Explain
    status: str = ""

    @property
    def days(self) -> Candidates:
        """All days on which it may come."""
        found: Candidates = ()
        for case in self.cases:
            found = union(found, case.days if case else ())
        return found

    @property
    def sure(self) -> bool:
        """Whether it comes in every case."""
        return all(case is not None and case.sure for case in self.cases)

    def comes_within(self, first: Day, last: Day) -> bool:
        """Tell whether one of its days lies in a window, both ends included."""
        return bool(intersect(self.days, ((first, last),)))

    @property
    def statuses(self) -> frozenset[str]:
        """The statuses that are possible on its days, each case on its own days.

        On the last day of a duty its time has not run out.
        """
        if self.status:
            return frozenset({self.status})
        pairs = zip(self.asked.solution.resolutions, self.cases, strict=True)
        found = frozenset[str]().union(
            *(
                statuses_within(resolution, "status", first, last)
                for resolution, case in pairs
                if case is not None
                for first, last in case.days
            )
        )
        return found - {"overdue"} if self.output == "time_out" else found


def occasions(
    kind: str,
    text: str,
    asked: Asked,
    read: tuple[str, Callable[[Resolution], Sequence[Happening]]],
    explain: Explain,
) -> Iterator[Occasion]:
    """Yield each time that something happens: the first time of every case together, then the second, and so on.

    ``read`` names the output and tells when, in a case, it happens. Where a case has fewer times than another, each
    of its times goes with the nearest.
    """
    output, happens = read
    found = [tuple(happens(resolution)) for resolution in asked.solution.resolutions]
    turns = max(found, key=len, default=())
    placed = [_placed(each, turns) for each in found]
    for turn in range(len(turns)):
        cases = tuple(each.get(turn) for each in placed)
        yield Occasion(kind, text, asked, output, cases, explain)


def _placed(found: Sequence[Happening], turns: Sequence[Happening]) -> dict[int, Happening]:
    """Return which turn each time of a case is, in their order, as near to the turns of the fullest case as may be."""
    placed: dict[int, Happening] = {}
    first = 0
    for at, happening in enumerate(found):
        free = range(first, len(turns) - (len(found) - at) + 1)
        day = happening.days[0][0]
        turn = min(free, key=lambda index: abs(turns[index].days[0][0] - day))
        placed[turn], first = happening, turn + 1
    return placed


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
