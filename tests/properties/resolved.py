"""Lives through one resolved world day by day: every occurrence has its day, every state its days.

Written from sections 3.5 to 3.9 of the design and nothing else. It shares no code with the engine: no rails, no
circuit, only dictionaries of what is so by today. A bilateral treaty, without instruments of its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from inforce.model import (
    STATUSES,
    Act,
    All,
    BreachEstablished,
    Clause,
    ClauseIs,
    Condition,
    Either,
    Event,
    FactHolds,
    Finding,
    Not,
    Offset,
    Proposition,
    State,
    Terms,
    Treaty,
)
from inforce.temporal import Day, Span, day_after, day_before
from tests.properties.supplied import supplied_clauses

Asked = tuple[str, str]
"""What is asked: a clause and its bearer; no clause is the treaty itself."""

MANNERS = {"ratification": ("ratify", "accept", "approve", "accede"), "signature": ("sign",)}
AT_ONCE = ("passes", "pass", "counts", "count")


@dataclass(frozen=True)
class World:
    """One way in which everything was: when each thing happened, when each state held, who spoke, what was read."""

    happened: Mapping[Proposition, int]
    held: Mapping[State, frozenset[int]] = field(default_factory=dict)
    speakers: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    readings: Mapping[str, Clause] = field(default_factory=dict)
    named_effects: Mapping[Proposition, int] = field(default_factory=dict)
    counted_from: Mapping[Proposition, int] = field(default_factory=dict)
    lengths: Mapping[Proposition, Span] = field(default_factory=dict)


@dataclass
class Duty:
    """Where one duty to achieve stands: ``""`` (not arisen), due, overdue, performed, performed_late."""

    phase: str = ""
    last: int | None = None


@dataclass
class Pending:
    """A power was used and works on a day, unless revoked before."""

    works: int
    act: Act
    clause: Clause
    holder: str


class Course:
    """The course of one world: what is so by the end of the day to which it has been lived."""

    def __init__(self, treaty: Treaty, world: World, rules: frozenset[str]) -> None:
        self.treaty, self.world, self.rules = treaty, world, rules
        self.clauses = [world.readings.get(clause.id, clause) for clause in treaty.clauses]
        self.clauses += supplied_clauses(treaty, rules)
        self.day = 0
        self.consents: set[tuple[str, str]] = set()
        self.signed: set[str] = set()
        self.enters: int | None = None
        self.entered = self.ended = False
        self.was_in_force = False
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
        self.used: set[Asked] = set()
        self.statuses: dict[Asked, str] = {}
        self.powers: dict[Asked, bool] = {}
        self.effective: dict[Proposition, int] = {}
        self.calendar = self._calendar()

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

    # One day

    def live(self, day: int) -> dict[Asked, str]:
        """Live one day more; return the status of everything on it."""
        self.day = day
        self._hear()
        self._enter_into_force()
        self._judge_acts()
        self._take_effects()
        self._extend()
        for asked, clause in self.asked():
            self.statuses[asked] = self._status_of_clause(clause, asked[1])
            self._note_breach(clause, asked)
        for holder in ("", *self.treaty.parties):
            self.statuses["", holder] = self._status_of_treaty(holder)
        self.powers = {asked: self._has_power(clause, asked[1]) for asked, clause in self.asked()}
        return dict(self.statuses)

    def asked(self) -> Iterator[tuple[Asked, Clause]]:
        """Yield each clause with each of its bearers."""
        for clause in self.clauses:
            bearers = self.treaty.parties if clause.bearer.each else clause.bearer.actors or ("",)
            for bearer in bearers:
                yield (clause.id, bearer), clause

    def acts(self, verb: str) -> Iterator[Act]:
        """Yield today's acts of a verb."""
        return (p for p in self.calendar.get(self.day, ()) if isinstance(p, Act) and p.verb == verb)

    def _hear(self) -> None:
        """Take in what happens today and stays so."""
        for proposition in self.calendar.get(self.day, ()):
            if isinstance(proposition, Event):
                self.facts_done.add((proposition.fact, proposition.whom))
            elif isinstance(proposition, Act):
                for manner, verbs in MANNERS.items():
                    self.consents |= {
                        (a.code, manner) for a in proposition.actors if proposition.verb in verbs
                    }
        for act in self.acts("waive"):
            self.waived |= {(name, actor.code) for name in act.objects for actor in act.actors}

    def _enter_into_force(self) -> None:
        """The treaty enters into force when every party has consented and the offset has run."""
        entry = self.treaty.terms.entry
        manner = entry.quorums[0].manner if entry else "ratification"
        offset = entry.offset if entry else Offset()
        if self.enters is None and all((party, manner) in self.consents for party in self.treaty.parties):
            self.enters = later(self.day, offset)
        if self.enters == self.day:
            self.entered = True

    # Acts and their effects

    def _judge_acts(self) -> None:
        """An act counts if its power existed at the close of the day before and its window is open today."""
        for asked, clause in self.asked():
            if clause.kind != "power":
                continue
            for act in self.acts(clause.verb):
                actors = {actor.code for actor in act.actors}
                holds = asked[1] in actors if asked[1] else set(self.treaty.parties) <= actors
                if holds and self.powers.get(asked) and self._window(clause) == "open":
                    self._use(clause, asked, act)

    def _use(self, clause: Clause, asked: Asked, act: Act) -> None:
        self.used.add(asked)
        self.effective.setdefault(act, self.day)
        works = self._works_on(clause, act)
        if works is not None:
            self.pending.append(Pending(works, act, clause, asked[1]))

    def _works_on(self, clause: Clause, act: Act) -> int | None:
        """Return the day on which a use works: at the end of a term, as the notice says, after it has run, at once."""
        assert clause.effect is not None
        if clause.effect.at_end_of:
            return next((end for end in self._ends(clause) if self._is_in_time(clause, end)), None)
        named = self.world.named_effects.get(act)
        if named is not None and named > self.day:
            return named
        base = self.world.counted_from.get(act, self.day)
        return later(base, clause.notice.offset) if clause.notice else self.day

    def _ends(self, clause: Clause) -> Iterator[int]:
        """Yield the ends of the first term, or of every period, each counted at once from the start."""
        terms = self.treaty.terms
        assert self.enters is not None
        assert terms.term is not None
        assert clause.effect is not None
        yield day_after(Day(self.enters), terms.term)
        if clause.effect.at_end_of == "running" and terms.renewal and terms.renewal.period:
            for turn in range(1, 100):
                yield day_after(Day(self.enters), terms.term + terms.renewal.period * turn)

    def _is_in_time(self, clause: Clause, end: int) -> bool:
        latest = clause.window.latest if clause.window else None
        return self.day <= (later(end, latest) if latest else end)

    def _take_effects(self) -> None:
        """Let what is due work; a revocation by those who acted stops what has not worked by today."""
        working = [item for item in self.pending if item.works == self.day]
        self.pending = [
            item for item in self.pending if item.works > self.day and not self._is_revoked(item.act)
        ]
        effects = {(item.clause.effect.what, item.holder) for item in working if item.clause.effect}
        if any(what == "ends" for what, _ in effects) or self._expires():
            self.ended = True
        self.suspended_by |= {holder for what, holder in effects if what == "suspends"}
        for act in self.acts("resume"):
            actors = {actor.code for actor in act.actors}
            self.suspended_by -= self.suspended_by if actors >= set(self.treaty.parties) else actors
        if self.ended:
            self.suspended_by.clear()

    def _is_revoked(self, done: Act) -> bool:
        actors = {actor.code for actor in done.actors}
        return any(
            done.label in act.objects and actors <= {actor.code for actor in act.actors}
            for act in self.acts("revoke")
        )

    def _expires(self) -> bool:
        """Whether a term that is not renewed for good runs out today."""
        terms = self.treaty.terms
        length = whole_term(terms)
        if length is None or self.enters is None:
            return False
        return day_after(Day(self.enters), length + self.extended) == self.day

    def _extend(self) -> None:
        """Let an agreement of the parties in force the day before lengthen the term, if it has not run out today."""
        if self.was_in_force:
            for act in self.acts("extend"):
                self.extended += self.world.lengths[act]
        self.was_in_force = self.in_force

    @property
    def suspended(self) -> bool:
        """Whether the treaty is suspended by somebody."""
        return bool(self.suspended_by)

    @property
    def in_force(self) -> bool:
        """Whether the treaty is in force: entered and not ended; ending beats beginning."""
        return self.entered and not self.ended

    def _has_power(self, clause: Clause, holder: str) -> bool:
        """Whether a power exists at the close of today."""
        return clause.kind == "power" and self.in_force and self._conditions_met(clause, holder)

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

    def other(self, party: str) -> str:
        """Return the other party."""
        return next((one for one in self.treaty.parties if one != party), "") if party else ""

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

    # Statuses

    def _status_of_treaty(self, party: str) -> str:
        signers = {code for code, manner in self.consents if manner == "signature"}
        held = {
            "not_a_party": bool(party) and party not in self.treaty.parties,
            "ended": self.ended,
            "suspended": self.in_force and self.suspended,
            "in_force": self.in_force,
            "signed": party in signers if party else bool(signers),
        }
        return first_of(STATUSES["treaty"], held)

    def _status_of_clause(self, clause: Clause, bearer: str) -> str:
        held = self._common(clause, bearer) | {
            "achieve": self._achieve,
            "maintain": self._maintain,
            "prohibition": self._maintain,
            "permission": self._permission,
            "power": self._power,
            "constitutive": self._constitutive,
        }[clause.kind](clause, bearer)
        order = STATUSES[clause.kind]
        if clause.kind == "achieve" and "executed-acts-stay" not in self.rules:
            order = ("not_applicable", "not_yet_operative", "ended", *order[2:])
        return first_of(order, held)

    def _common(self, clause: Clause, bearer: str) -> dict[str, bool]:
        return {
            "not_yet_operative": not self.entered and not self.ended,
            "ended": self._is_over(clause, bearer),
            "suspended": self.suspended or self._has_failed(clause, bearer),
        }

    def _is_over(self, clause: Clause, bearer: str) -> bool:
        """Whether a clause has ended: with its treaty or because what it holds until has come."""
        for asked in clause.until:
            if self.holds(asked, bearer):
                self.for_good.add(("until", clause.id, bearer))
        past = clause.until_day is not None and self.day >= clause.until_day
        return self.ended or past or ("until", clause.id, bearer) in self.for_good

    def _has_failed(self, clause: Clause, bearer: str) -> bool:
        """Whether a continuing condition fails after having held."""
        if not clause.so_long_as:
            return False
        key = ("held", clause.id, bearer)
        if self._continues(clause, bearer):
            self.for_good.add(key)
            return False
        return key in self.for_good and self._once_met(clause, bearer)

    def _achieve(self, clause: Clause, bearer: str) -> dict[str, bool]:
        duty = self.duties[clause.id, bearer]
        self._let_time_run(duty)
        self._let_arise(duty, clause, bearer)
        self._let_time_run(duty)
        if self._is_performed_today(clause, bearer):
            if duty.phase == "due" and self.in_force:
                duty.phase = "performed"
            elif duty.phase == "overdue":
                duty.phase = "performed_late"
        return {
            "performed": duty.phase == "performed",
            "performed_late": duty.phase == "performed_late",
            "overdue": duty.phase == "overdue",
            "released": self._is_released(clause, bearer),
            "conditional": not duty.phase,
        }

    def _let_time_run(self, duty: Duty) -> None:
        """Overdue from the day after the last day, if the clause binds then."""
        if duty.phase == "due" and duty.last is not None and self.day > duty.last and self.in_force:
            duty.phase = "overdue"

    def _let_arise(self, duty: Duty, clause: Clause, bearer: str) -> None:
        """A duty arises on each trigger, or once its conditions are met; a trigger while it runs is ignored."""
        binds = self._once_met(clause, bearer) and self.in_force
        if clause.each_time:
            arises = binds and self._happens_today(clause.each_time) and duty.phase != "due"
        else:
            arises = binds and not duty.phase
        if arises:
            duty.phase, duty.last = "due", self._last_day(clause)

    def _last_day(self, clause: Clause) -> int | None:
        if clause.deadline is None or clause.deadline.offset.on is not None:
            return clause.deadline.offset.on if clause.deadline else None
        base = self.enters if clause.deadline.of == "entry into force" else self.day
        assert base is not None
        return later(base, clause.deadline.offset)

    def _happens_today(self, fact: str) -> bool:
        today = self.calendar.get(self.day, ())
        return any(isinstance(item, Event) and item.fact == fact for item in today)

    def _is_performed_today(self, clause: Clause, bearer: str) -> bool:
        acts = any(
            clause.id in act.objects and bearer in [actor.code for actor in act.actors]
            for act in self.acts("perform")
        )
        return self._begins_today(clause.performed_by, clause, bearer) or acts

    def _begins_today(self, asked: Condition | None, clause: Clause, bearer: str) -> bool:
        """Whether an event happens today, or a state or compound condition begins to hold."""
        if asked is None:
            return False
        held, before = self.holds(asked, bearer), self.held_yesterday.get((clause.id, bearer), False)
        self.held_yesterday[clause.id, bearer] = held
        if isinstance(asked, FactHolds) and not self._is_state(asked.fact):
            return self._happens_today(asked.fact)
        return held and not before

    def _is_state(self, fact: str) -> bool:
        return fact in STATE_FACTS

    def _maintain(self, clause: Clause, bearer: str) -> dict[str, bool]:
        broken = clause.breached_while is not None and self.holds(clause.breached_while, bearer)
        return {"conditional": not self._conditions_met(clause, bearer), "breached": broken}

    def _permission(self, clause: Clause, bearer: str) -> dict[str, bool]:
        return {"closed": not self._conditions_met(clause, bearer)}

    def _power(self, clause: Clause, bearer: str) -> dict[str, bool]:
        window = self._window(clause) if self.entered else "open"
        return {
            "exercised": (clause.id, bearer) in self.used,
            "lost": window == "past",
            "conditional": window == "to come" or not self._conditions_met(clause, bearer),
        }

    def _constitutive(self, clause: Clause, bearer: str) -> dict[str, bool]:
        """What is done in an instant is not undone by the end, where what was executed stays."""
        met, over = self._conditions_met(clause, bearer), self._is_over(clause, bearer)
        key = ("done", clause.id, bearer)
        if self.entered and met and not over:
            self.for_good.add(key)
        kept = clause.verb in AT_ONCE and "executed-acts-stay" in self.rules and key in self.for_good
        return {"ceased": over and not kept, "conditional": not met}

    def _note_breach(self, clause: Clause, asked: Asked) -> None:
        """Note what is found, admitted or done against a clause, and what mends it."""
        for item in self.calendar.get(self.day, ()) if self.entered else ():
            if isinstance(item, Finding) and clause.id in item.clauses:
                self.breach_said.add((clause.id, item.party))
            if isinstance(item, Act) and item.verb == "admit" and clause.id in item.objects:
                self.breach_said.add((clause.id, item.actors[0].code))
        is_bad = self.statuses[asked] in ("breached", "overdue")
        if is_bad and not self.held_yesterday.get(("bad", asked), False):
            self.unremedied.add(asked)
        self.held_yesterday["bad", asked] = is_bad
        if self.duties[asked].phase in ("performed", "performed_late") or self._is_waived_today(
            clause, asked[1]
        ):
            self.unremedied.discard(asked)

    def _is_released(self, clause: Clause, bearer: str) -> bool:
        """Whether somebody else has waived the duty: nobody waives its own."""
        return any(name == clause.id and who != bearer for name, who in self.waived)

    def _is_waived_today(self, clause: Clause, bearer: str) -> bool:
        return any(
            clause.id in act.objects and {actor.code for actor in act.actors} - {bearer}
            for act in self.acts("waive")
        )


STATE_FACTS = ("aid", "war")
"""The facts of this family that last; all others happen on a day."""


def first_of(order: tuple[str, ...], held: Mapping[str, bool]) -> str:
    """Return the first status that holds; the last of the order is what is left."""
    return next((status for status in order[:-1] if held.get(status)), order[-1])


def later(base: int, offset: Offset) -> int:
    """Return the day to which an offset leads: forward, back, then single days."""
    return day_before(day_after(Day(base), offset.after), offset.before) + offset.days


def whole_term(terms: Terms) -> Span | None:
    """Return the whole length after which a treaty expires by itself, if it does."""
    if terms.term is None or (terms.renewal is not None and terms.renewal.times is None):
        return None
    if terms.renewal is None or terms.renewal.period is None or terms.renewal.times is None:
        return terms.term
    return terms.term + terms.renewal.period * terms.renewal.times


def course_of(
    treaty: Treaty, world: World, rules: frozenset[str], days: range
) -> dict[int, dict[Asked, str]]:
    """Return the one status of the treaty and of each clause per bearer, for each day."""
    course = Course(treaty, world, rules)
    return {day: course.live(day) for day in days}
