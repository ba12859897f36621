"""Lives through one resolved world day by day: every occurrence has its day, every state its days.

Written from sections 3.5 to 3.9 of the design and nothing else. It shares no code with the engine: no rails, no
circuit, only dictionaries of what is so by today. A bilateral treaty, without instruments of its own.
"""

from collections.abc import Iterator

from inforce.model import Act, Clause, Event, Offset, Treaty
from inforce.temporal import Day, day_after
from tests.properties.beginnings import OWN_POWERS
from tests.properties.standing import Standing
from tests.properties.world import Asked, Pending, World, later, whole_term

MANNERS = {"ratification": ("ratify", "accept", "approve", "accede"), "signature": ("sign",)}


class Course(Standing):
    """The course of one world, lived day after day."""

    def live(self, day: int) -> dict[Asked, str]:
        """Live one day more; return the status of everything on it."""
        self.day = day
        self._hear()
        self._enter_into_force()
        self.note_what_is_void()
        self.note_declarations()
        self._judge_acts()
        self._take_effects()
        self._extend()
        self.note_application()
        for asked, clause in self.asked():
            self.statuses[asked] = self._status_of_clause(clause, asked[1])
            self._note_breach(clause, asked)
        for holder in ("", *self.treaty.parties):
            self.statuses["", holder] = self._status_of_treaty(holder)
        self.powers = {asked: self._has_power(clause, asked[1]) for asked, clause in self.asked()}
        self.note_what_could_be_done()
        return dict(self.statuses)

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

    def _judge_acts(self) -> None:
        """An act counts if its power existed at the close of the day before and its window is open today."""
        for asked, clause in self.asked():
            if clause.kind != "power" and not (clause.provisional and clause.notice):
                continue
            for act in self.acts("refuse" if clause.provisional else clause.verb):
                if clause.effect and clause.effect.ground and act.objects != (clause.effect.ground,):
                    continue
                actors = {actor.code for actor in act.actors}
                holds = asked[1] in actors if asked[1] else set(self.treaty.parties) <= actors
                if holds and self.powers.get(asked) and self._window(clause) == "open":
                    self._use(clause, asked, act)

    def _use(self, clause: Clause, asked: Asked, act: Act) -> None:
        if self._is_short(clause, act) and not self.world.short_works.get(act, True):
            return
        self.uses.add((asked, act))
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
        if named is not None and named > self.day and not self._is_short(clause, act):
            return named
        return self._run_out(clause, act)

    def _run_out(self, clause: Clause, act: Act) -> int:
        """Return the day on which the notice of a use has run."""
        base = self.world.counted_from.get(act, self.day)
        return later(base, clause.notice.offset) if clause.notice else self.day

    def _is_short(self, clause: Clause, act: Act) -> bool:
        """Whether a use names a day that comes before its notice has run."""
        named = self.world.named_effects.get(act)
        if named is None or clause.notice is None or (clause.effect and clause.effect.at_end_of):
            return False
        return named < self._run_out(clause, act)

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
        working = [item for item in self.pending if item.works <= self.day and not self._is_held_back(item)]
        self.worked |= {(item.clause.id, item.holder) for item in working}
        self.uses = {
            (asked, act) for asked, act in self.uses if asked in self.worked or not self._is_revoked(act)
        }
        self.pending = [
            item for item in self.pending if item not in working and not self._is_revoked(item.act)
        ]
        self.note_refusals(
            {
                (item.clause.effect.what, item.holder, item.act, item.clause)
                for item in working
                if item.clause.effect
            }
        )
        effects = {(item.clause.effect.what, item.holder) for item in working if item.clause.effect}
        if any(what == "ends" for what, _ in effects) or self._expires():
            self.ended = True
        self.suspended_by |= {holder for what, holder in effects if what == "suspends"}
        for act in self.acts("resume"):
            actors = {actor.code for actor in act.actors}
            self.suspended_by -= self.suspended_by if actors >= set(self.treaty.parties) else actors
        if self.ended:
            self.suspended_by.clear()

    def _is_held_back(self, item: Pending) -> bool:
        """Whether an effect that would follow today waits for something to be over."""
        asked = item.clause.postponed
        return asked is not None and self.holds(asked, item.holder)

    def _is_revoked(self, done: Act) -> bool:
        actors = {actor.code for actor in done.actors}
        return any(
            done.label in act.objects and actors <= {actor.code for actor in act.actors}
            for act in self.acts("revoke")
        )

    def _expires(self) -> bool:
        """Whether the treaty ends by itself today: its term runs out, or what it lasts for is over."""
        terms = self.treaty.terms
        over = self._runs_out()
        if terms.continues is not None:
            goes_on = self.holds(terms.continues, "")
            self.run_out |= over if whole_term(terms) is not None else self.entered and goes_on
            over = self.run_out and not goes_on
        return over or (terms.until is not None and self.entered and self.holds(terms.until, ""))

    def _runs_out(self) -> bool:
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

    def _has_power(self, clause: Clause, holder: str) -> bool:
        """Whether a power exists at the close of today."""
        if clause.effect and clause.effect.what in OWN_POWERS:
            return self.has_own_power(clause, holder)
        able = self.in_force and not self.accepts(clause, holder)
        return clause.kind == "power" and able and self._conditions_met(clause, holder)


def course_of(
    treaty: Treaty, world: World, rules: frozenset[str], days: range
) -> dict[int, dict[Asked, str]]:
    """Return the one status of the treaty and of each clause per bearer, for each day.

    What is void is so from the start, whenever that came to light; acts were judged as it then stood (S13).
    """
    course = Course(treaty, world, rules)
    lived: dict[int, dict[Asked, str]] = {}
    begun: set[int] = set()
    for day in days:
        lived[day] = course.live(day)
        begun |= {day} if course.begun else set()
    kinds = {clause.id: clause for clause in course.clauses}
    if not course.is_null:
        return lived
    return {
        day: {
            asked: masked(kinds.get(asked[0]), status) if day in begun else status
            for asked, status in row.items()
        }
        for day, row in lived.items()
    }


def masked(clause: Clause | None, status: str) -> str:
    """Return a status as it is in a void treaty: that masks everything but the right to say so."""
    if clause is None:
        return "void"
    if clause.effect and clause.effect.what == "voids":
        return status
    return "ceased" if clause.kind == "constitutive" else "not_applicable"
