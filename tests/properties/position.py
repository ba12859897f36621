"""What is so in a resolved world by the end of a day, and which conditions hold on it."""

from collections import defaultdict
from collections.abc import Iterator

from inforce.model import (
    Act,
    All,
    BreachEstablished,
    Clause,
    ClauseIs,
    Condition,
    Either,
    FactHolds,
    Not,
    Proposition,
    Treaty,
)
from inforce.temporal import Day, Span, day_after
from tests.properties.supplied import supplied_clauses
from tests.properties.world import Asked, Duty, Pending, World, later


class Position:
    """What is so by the end of the day to which a world has been lived."""

    def __init__(self, treaty: Treaty, world: World, rules: frozenset[str]) -> None:
        self.treaty, self.world, self.rules = treaty, world, rules
        self.clauses = [world.readings.get(clause.id, clause) for clause in treaty.clauses]
        self.clauses += supplied_clauses(treaty, rules)
        self.day = 0
        self.consents: set[tuple[str, str]] = set()
        self.signed: set[str] = set()
        self.enters: int | None = None
        self.entered = self.ended = False
        self.was_in_force = self.run_out = False
        self.extended = Span()
        self.suspended_by: set[str] = set()
        self.facts_done: set[tuple[str, str]] = set()
        self.breach_said: set[tuple[str, str]] = set()
        self.unremedied: set[Asked] = set()
        self.for_good: set[object] = set()
        self.held_yesterday: dict[object, bool] = {}
        self.waived: set[Asked] = set()
        self.duties: dict[Asked, Duty] = defaultdict(Duty)
        self.pending: list[Pending] = []
        self.uses: set[tuple[Asked, Act]] = set()
        self.worked: set[Asked] = set()
        self.statuses: dict[Asked, str] = {}
        self.powers: dict[Asked, bool] = {}
        self.effective: dict[Proposition, int] = {}
        self._begin()
        self.calendar = self._calendar()

    def _begin(self) -> None:
        """Begin with nobody applying the text, nobody refusing it, and nothing to make it void."""
        self.refusals: set[tuple[str, Act]] = set()
        self.stopped: set[Asked] = set()
        self.agreed: set[str] = set()
        self.ever_applied: set[str] = set()
        self.lapsed: set[str] = set()
        self.lapsing: set[str] = set()
        self.is_null = False
        self.affirmed: set[str] = set()
        self.could: dict[Asked, bool] = defaultdict(bool)

    def _calendar(self) -> dict[int, list[Proposition]]:
        """Return what happens each day; an act of a government counts if it speaks for its state that day."""
        days: dict[int, list[Proposition]] = defaultdict(list)
        for proposition, day in self.world.happened.items():
            if not isinstance(proposition, Act) or self._is_spoken(proposition, day):
                days[day].append(proposition)
        return days

    def _is_spoken(self, act: Act, day: int) -> bool:
        return all(
            not actor.government or self.world.speakers.get(actor.code, {}).get(day) == actor.government
            for actor in act.actors
        )

    def asked(self) -> Iterator[tuple[Asked, Clause]]:
        """Yield each clause with each of its bearers."""
        for clause in self.clauses:
            bearers = self.treaty.parties if clause.bearer.each else clause.bearer.actors or ("",)
            for bearer in bearers:
                yield (clause.id, bearer), clause

    def acts(self, verb: str) -> Iterator[Act]:
        """Yield today's acts of a verb."""
        return (p for p in self.calendar.get(self.day, ()) if isinstance(p, Act) and p.verb == verb)

    def has_used(self, asked: Asked) -> bool:
        """Whether a power has been used, and the use was not taken back before it worked."""
        return any(asked == used for used, _ in self.uses)

    def other(self, party: str) -> str:
        """Return the other party."""
        return next((one for one in self.treaty.parties if one != party), "") if party else ""

    @property
    def in_force(self) -> bool:
        """Whether the treaty is in force: entered and not ended; ending beats beginning."""
        return self.entered and not self.ended

    @property
    def suspended(self) -> bool:
        """Whether the treaty is suspended by somebody."""
        return bool(self.suspended_by)

    # Conditions

    def holds(self, asked: Condition, bearer: str) -> bool:
        """Whether a condition holds today, for one bearer."""
        match asked:
            case FactHolds(fact=fact, whom=whom):
                return self._of_whom(fact, whom, bearer)
            case Not(condition=part):
                return not self.holds(part, bearer)
            case All(conditions=parts):
                return all(self.holds(part, bearer) for part in parts)
            case Either(conditions=parts):
                return any(self.holds(part, bearer) for part in parts)
            case ClauseIs(clause=name, statuses=statuses):
                mine = [
                    status
                    for (clause, who), status in self.statuses.items()
                    if clause == name and who == bearer
                ]
                any_ = [status for (clause, _), status in self.statuses.items() if clause == name]
                return (mine or any_)[0] in statuses
            case BreachEstablished(clauses=names):
                return self.entered and any(self._is_broken(name, self.other(bearer)) for name in names)
        raise TypeError(asked)

    def _of_whom(self, fact: str, whom: str, bearer: str) -> bool:
        other = self.other(bearer)
        if whom == "either":
            return self._fact(fact, bearer) or self._fact(fact, other)
        if whom == "both":
            return self._fact(fact, bearer) and self._fact(fact, other)
        return self._fact(fact, {"it": bearer, "the other": other}.get(whom, whom))

    def _fact(self, fact: str, whom: str) -> bool:
        """Whether an event has happened or a state holds today."""
        lasting = any(
            self.day in days
            for state, days in self.world.held.items()
            if (state.fact, state.whom) == (fact, whom)
        )
        return lasting or (fact, whom) in self.facts_done

    def _is_broken(self, name: str, by: str) -> bool:
        """Whether a breach was found or admitted since entry into force, or stands on the facts unremedied."""
        return (name, by) in self.breach_said or (name, by) in self.unremedied

    def _once_met(self, clause: Clause, bearer: str) -> bool:
        """Whether the conditions precedent have been met, today included: for good."""
        key = ("once", clause.id, bearer)
        if all(self.holds(asked, bearer) for asked in clause.once):
            self.for_good.add(key)
        return key in self.for_good

    def _continues(self, clause: Clause, bearer: str) -> bool:
        return all(self.holds(asked, bearer) for asked in clause.so_long_as)

    def _conditions_met(self, clause: Clause, bearer: str) -> bool:
        return self._once_met(clause, bearer) and self._continues(clause, bearer)

    def _window(self, clause: Clause) -> str:
        """Tell whether the days on which a power may be used are still to come, open or past."""
        if clause.window is None or self.enters is None:
            return "open"
        end = day_after(Day(self.enters), self.treaty.terms.term or Span())
        if clause.window.earliest is not None and self.day < later(end, clause.window.earliest):
            return "to come"
        if clause.window.term == "first" and clause.window.latest is not None:
            return "past" if self.day > later(end, clause.window.latest) else "open"
        return "open"
