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
from inforce.temporal import Candidates, Day, UncertainDay, edtf_from_uncertain, intersect, union

Explain = Callable[[Resolution, Day], Iterable[Ground]]
"""Why something happens on a day, in one case."""


class Occasion(Struct, frozen=True):
    """One thing of a kind that comes on a day: in each case when, and in ``asked`` whose status it is about.

    ``output`` is the signal from which the days were read, ``explain`` says why a day is one of them.
    """

    kind: str
    text: str
    asked: Asked
    output: str
    cases: tuple[Happening | None, ...]
    explain: Explain

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
        """The statuses that are possible on its days, each case on its own days."""
        pairs = zip(self.asked.solution.resolutions, self.cases, strict=True)
        return frozenset[str]().union(
            *(
                statuses_within(resolution, "status", first, last)
                for resolution, case in pairs
                if case is not None
                for first, last in case.days
            )
        )


def occasions(
    kind: str,
    text: str,
    asked: Asked,
    read: tuple[str, Callable[[Resolution], Sequence[Happening]]],
    explain: Explain,
) -> Iterator[Occasion]:
    """Yield each time that something happens: the first time of every case together, then the second, and so on.

    ``read`` names the output and tells when, in a case, it happens.
    """
    output, happens = read
    found = [tuple(happens(resolution)) for resolution in asked.solution.resolutions]
    for turn in range(max((len(each) for each in found), default=0)):
        cases = tuple(each[turn] if turn < len(each) else None for each in found)
        yield Occasion(kind, text, asked, output, cases, explain)


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
    pairs = zip(occasion.asked.solution.resolutions, occasion.cases, strict=True)
    return {id(resolution): frozenset((case,)) for resolution, case in pairs}


def _reasons(occasion: Occasion, values: Mapping[int, frozenset[object]]) -> Iterator[Because]:
    asked = occasion.asked
    if certainty_of(occasion) != "certain":
        for name in settling(asked.solution, occasion.output, lambda item: values[id(item)]):
            yield Because("case", "open", f"to settle it, find out {name}")
    groups = grouped_by_value(asked.solution.resolutions, lambda item: values[id(item)])
    for names, resolutions in groups:
        found = [case for item in resolutions for case in values[id(item)] if isinstance(case, Happening)]
        if len(groups) > 1:
            condition = " and ".join(names) or "in every other case"
            yield Because("case", "; ".join(names), f"{_told(found)} if {condition}")
        if found:
            at = found[0].days[0][0]
            grounds = occasion.explain(resolutions[0], at)
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
    if len(possible) == 1:
        certainty = "certain"
    else:
        certainty = answer.certainty if answer.certainty != "certain" else "uncertain"
    return replace(
        answer,
        on=days_told(occasion.days),
        status=possible[0] if len(possible) == 1 else "contested",
        possible=possible,
        certainty=certainty,
    )
