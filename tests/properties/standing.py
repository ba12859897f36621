"""The one status of everything on a day of a resolved world, by the closed lists of the design (3.5)."""

from collections.abc import Iterator

from inforce.model import STATUSES, Act, BreachEstablished, Clause, Condition, Event, FactHolds, Finding
from tests.properties.beginnings import BOTH, OWN_POWERS, Beginnings
from tests.properties.world import Asked, Duty, first_of, later

AT_ONCE = ("passes", "pass", "counts", "count")
"""What is done in an instant: where what was executed stays, the end does not undo it."""

STATE_FACTS = ("aid", "war")
"""The facts of this family that last; all others happen on a day."""


class Standing(Beginnings):
    """Says how everything stands at the end of a day."""

    def _status_of_treaty(self, party: str) -> str:
        signers = {code for code in self.treaty.parties if self.signed_by(code) and not self.refuses(code)}
        outside = self.refuses(party) and not self.entered and not self.applies(party)
        held = {
            "not_a_party": party != BOTH and (party not in self.treaty.parties or outside),
            "ended": self.ended,
            "suspended": self.in_force and self.suspended,
            "in_force": self.in_force,
            "provisional": self.applies(party),
            "signed": party in signers if party else bool(signers),
        }
        return first_of(STATUSES["treaty"], held)

    def _status_of_clause(self, clause: Clause, bearer: str) -> str:
        if clause.kind == "power" and clause.effect and clause.effect.what in OWN_POWERS:
            return first_of(STATUSES["power"], self._own_power(clause, bearer))
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
            "not_yet_operative": not self._has_begun(clause, bearer) and not self.ended,
            "ended": self._is_over(clause, bearer),
            "suspended": self.suspended or self._has_failed(clause, bearer),
        }

    def _has_begun(self, clause: Clause, bearer: str) -> bool:
        """Whether a clause has begun: what ends a treaty in force has nothing to work on before."""
        if clause.kind == "power" and clause.effect:
            return self.entered
        return self.entered or self.who(bearer) in self.ever_applied

    def _own_power(self, clause: Clause, holder: str) -> dict[str, bool]:
        """Say how a power stands that needs no treaty in force: to refuse to become a party, to invoke a ground."""
        able = self.is_able(clause, holder)
        if able:
            self.for_good.add(("able", clause.id, holder))
        held = {"exercised": self.has_used((clause.id, holder))}
        if clause.effect and clause.effect.what == "voids":
            lost, established = holder in self.affirmed, self._once_met(clause, holder)
            return held | {"not_yet_operative": not self.begun, "lost": lost, "conditional": not established}
        never = ("able", clause.id, holder) not in self.for_good
        return held | {"not_yet_operative": never, "ended": not able}

    def _is_over(self, clause: Clause, bearer: str) -> bool:
        """Whether a clause has ended: with its treaty or because what it holds until has come."""
        for asked in clause.until:
            if self.holds(asked, bearer):
                self.for_good.add(("until", clause.id, bearer))
        past = clause.until_day is not None and self.day >= clause.until_day
        lapsed = self.who(bearer) in self.lapsed
        return self.ended or lapsed or past or ("until", clause.id, bearer) in self.for_good

    def _has_failed(self, clause: Clause, bearer: str) -> bool:
        """Whether a continuing condition fails after having held."""
        if not clause.so_long_as:
            return False
        key = ("held", clause.id, bearer)
        if self._continues(clause, bearer):
            self.for_good.add(key)
            return False
        return key in self.for_good and self._once_met(clause, bearer)

    def _maintain(self, clause: Clause, bearer: str) -> dict[str, bool]:
        broken = clause.breached_while is not None and self.holds(clause.breached_while, bearer)
        return {"conditional": not self._conditions_met(clause, bearer), "breached": broken}

    def _permission(self, clause: Clause, bearer: str) -> dict[str, bool]:
        return {"closed": not self._conditions_met(clause, bearer)}

    def _power(self, clause: Clause, bearer: str) -> dict[str, bool]:
        window = self._window(clause) if self.entered else "open"
        return {
            "exercised": self.has_used((clause.id, bearer)),
            "lost": window == "past" or self.accepts(clause, bearer),
            "conditional": window == "to come" or not self._conditions_met(clause, bearer),
        }

    def accepts(self, clause: Clause, holder: str) -> bool:
        """Whether somebody has let the treaty go on after the breach its power rests on, and none was said since."""
        broken = {
            name for asked in clause.once if isinstance(asked, BreachEstablished) for name in asked.clauses
        }
        if not broken or "lost-right-to-invoke" not in self.rules:
            return False
        key = ("accepted", clause.id, holder)
        affirms = any(actor.code == holder for act in self.acts("affirm") for actor in act.actors)
        if affirms and self._once_met(clause, holder):
            self.for_good.add(key)
        if any(who != holder and name in broken for name, who in self._said_today()):
            self.for_good.discard(key)
        return key in self.for_good

    def _said_today(self) -> Iterator[tuple[str, str]]:
        """Yield the breaches found or admitted today: of which clause, by whom."""
        for item in self.calendar.get(self.day, ()):
            if isinstance(item, Finding):
                yield from ((name, item.party) for name in item.clauses)
            if isinstance(item, Act) and item.verb == "admit":
                yield from ((name, item.actors[0].code) for name in item.objects)

    def _constitutive(self, clause: Clause, bearer: str) -> dict[str, bool]:
        """What is done in an instant is not undone by the end, where what was executed stays."""
        if clause.provisional:
            return self._application(clause, bearer)
        met, over = self._conditions_met(clause, bearer), self._is_over(clause, bearer)
        key = ("done", clause.id, bearer)
        if self._has_begun(clause, bearer) and met and not over:
            self.for_good.add(key)
        kept = clause.verb in AT_ONCE and "executed-acts-stay" in self.rules and key in self.for_good
        return {"ceased": over and not kept, "conditional": not met}

    def _application(self, clause: Clause, party: str) -> dict[str, bool]:
        """Say how a clause stands by which a party applies the text provisionally."""
        return {
            "not_yet_operative": self.is_pending and not self.has_begun(clause, party),
            "ceased": not self.is_pending or self.has_stopped(clause, party),
            "conditional": not self._conditions_met(clause, party),
            "ended": False,
            "suspended": False,
        }

    def _achieve(self, clause: Clause, bearer: str) -> dict[str, bool]:
        duty = self.duties[clause.id, bearer]
        if self.who(bearer) in self.lapsing:
            self._let_lapse(duty, clause)
        self._let_time_run(duty, clause, bearer)
        self._let_arise(duty, clause, bearer)
        self._let_time_run(duty, clause, bearer)
        if self._is_performed_today(clause, bearer):
            if duty.phase == "due" and self.binds(bearer):
                duty.phase, duty.done = "performed", True
            elif duty.phase == "overdue":
                duty.phase, duty.done = "performed_late", True
        return {
            "performed": duty.phase == "performed",
            "performed_late": duty.phase == "performed_late",
            "overdue": duty.phase == "overdue",
            "released": self._is_released(clause, bearer),
            "conditional": not duty.phase,
        }

    def _let_lapse(self, duty: Duty, clause: Clause) -> None:
        """What provisional application asked for is over; a clock that began with the duty stops."""
        if clause.each_time:
            duty.phase = (
                ("performed" if duty.done else "") if duty.phase in ("due", "overdue") else duty.phase
            )
        elif self._is_counted_from_duty(clause) and duty.phase in ("due", "overdue"):
            duty.phase, duty.last = "due", None
        duty.again = not clause.each_time

    def _is_counted_from_duty(self, clause: Clause) -> bool:
        return clause.deadline is not None and clause.deadline.offset.on is None and not clause.deadline.of

    def _let_time_run(self, duty: Duty, clause: Clause, bearer: str) -> None:
        """Overdue from the day after the last day: if the clause binds then, or that day is fixed whatever binds."""
        if duty.phase == "due" and duty.last is None:
            duty.last = self._last_day(clause) if not self._is_counted_from_duty(clause) else None
        runs = self.binds(bearer) or (not self._is_counted_from_duty(clause) and not self.ended)
        if duty.phase == "due" and duty.last is not None and self.day > duty.last and runs:
            duty.phase = "overdue"

    def _let_arise(self, duty: Duty, clause: Clause, bearer: str) -> None:
        """A duty arises on each trigger, or once its conditions are met; a trigger while it runs is ignored."""
        binds = self._once_met(clause, bearer) and self.binds(bearer)
        if clause.each_time:
            arises = binds and self._happens_today(clause.each_time) and duty.phase != "due"
        else:
            arises = binds and (not duty.phase or (duty.again and duty.phase == "due"))
            duty.again = duty.again and not binds
        if arises:
            duty.phase, duty.last = "due", self._last_day(clause)

    def _last_day(self, clause: Clause) -> int | None:
        if clause.deadline is None or clause.deadline.offset.on is not None:
            return clause.deadline.offset.on if clause.deadline else None
        base = self.enters if clause.deadline.of == "entry into force" else self.day
        return later(base, clause.deadline.offset) if base is not None else None

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

    def _is_released(self, clause: Clause, bearer: str) -> bool:
        """Whether somebody else has waived the duty: nobody waives its own."""
        return any(name == clause.id and who != bearer for name, who in self.waived)

    def _note_breach(self, clause: Clause, asked: Asked) -> None:
        """Note what is found, admitted or done against a clause, and what mends it."""
        for name, party in self._said_today():
            if name == clause.id:
                self._note_said(clause, party)
        is_bad = self.statuses[asked] in ("breached", "overdue")
        if is_bad and not self.held_yesterday.get(("bad", asked), False):
            self.unremedied.add(asked)
        self.held_yesterday["bad", asked] = is_bad
        if self.duties[asked].phase in ("performed", "performed_late") or self._is_waived_today(
            clause, asked[1]
        ):
            self.unremedied.discard(asked)

    def _note_said(self, clause: Clause, party: str) -> None:
        """Note that a breach is found or admitted: by one whom the text binds, or has bound."""
        if self.entered or self.applies(party):
            self.breach_said.add((clause.id, party))

    def _is_waived_today(self, clause: Clause, bearer: str) -> bool:
        return any(
            clause.id in act.objects and {actor.code for actor in act.actors} - {bearer}
            for act in self.acts("waive")
        )
