"""What comes before entry into force, and what was never valid: provisional application, refusal, invalidity.

Written from the Vienna Convention, arts. 18, 25, 45 to 52 and 69, and the design; it shares nothing with the engine.
"""

from collections.abc import Iterator

from inforce.model import Act, Clause, Event, Invalidity
from tests.properties.position import Position

BOTH = ""
"""Asked of nobody in particular: whether both parties do it."""

OWN_POWERS = ("unsigns", "unapplies", "voids")
"""Effects of the powers that need no treaty in force."""


class Beginnings(Position):
    """Knows who applies the text provisionally, who is a signatory still, and whether anything makes it void."""

    def signed_by(self, party: str) -> bool:
        """Whether a party has signed by today."""
        return (party, "signature") in self.consents

    def refuses(self, party: str) -> bool:
        """Whether a signatory has made clear that it will not become a party."""
        return any(holder == party for holder, _ in self.refusals)

    def consented_by(self, party: str) -> bool:
        """Whether a party has consented to be bound, in the manner that the treaty asks for."""
        entry = self.treaty.terms.entry
        return (party, entry.quorums[0].manner if entry else "ratification") in self.consents

    @property
    def begun(self) -> bool:
        """Whether there is something that could be void: somebody has signed or consented."""
        return bool(self.consents) or self.entered

    @property
    def is_pending(self) -> bool:
        """Whether the treaty has neither entered into force nor ended."""
        return not self.entered and not self.ended

    def provisional_clauses(self) -> Iterator[Clause]:
        """Yield the clauses that have somebody apply the text provisionally."""
        return (clause for clause in self.clauses if clause.provisional)

    def has_begun(self, clause: Clause, party: str) -> bool:
        """Whether the day has come from which a clause has a party apply the text."""
        assert clause.provisional is not None
        since = clause.provisional.since
        is_named = party in clause.bearer.actors
        joined = self.signed_by(party) or (is_named and any(holder == party for holder, _ in self.consents))
        return (clause.bearer.each or is_named) and joined and (since is None or self.day >= since)

    def has_stopped(self, clause: Clause, party: str) -> bool:
        """Whether what a party did has stopped its applying the text."""
        return (clause.id, party) in self.stopped

    def applies_by(self, clause: Clause, party: str) -> bool:
        """Whether a clause has a party apply the text today, entry into force apart."""
        met = self._conditions_met(clause, party)
        return self.has_begun(clause, party) and met and not self.has_stopped(clause, party)

    def applies(self, party: str) -> bool:
        """Whether a party applies the text provisionally today; nobody named, whether both do."""
        if party == BOTH:
            each = [self.applies(one) for one in self.treaty.parties]
            return all(each)
        by_clause = [self.applies_by(clause, party) for clause in self.provisional_clauses()]
        return self.is_pending and (any(by_clause) or party in self.agreed)

    def who(self, bearer: str) -> str:
        """Return the party a clause is asked for; a bearer that is none stands for both."""
        return bearer if bearer in self.treaty.parties else BOTH

    def binds(self, bearer: str) -> bool:
        """Whether the text binds today: in force, or applied provisionally."""
        return self.in_force or self.applies(self.who(bearer))

    # A day

    def note_what_is_void(self) -> None:
        """Note what makes the treaty void without anybody's invoking it, and what gives up a ground."""
        forced = any(defect.ground == "threat or use of force" for defect in self.treaty.defects)
        for item in self.calendar.get(self.day, ()):
            by_force = isinstance(item, Event) and item.fact == "flaw" and forced and "coercion" in self.rules
            self.is_null = self.is_null or isinstance(item, Invalidity) or by_force
        for act in self.acts("affirm"):
            self.affirmed |= {actor.code for actor in act.actors}
        for act in self.acts("annul"):
            everyone = {actor.code for actor in act.actors} >= set(self.treaty.parties)
            self.is_null = self.is_null or (everyone and self.could["annul", ""])

    def note_declarations(self) -> None:
        """Let the parties agree to apply the text, or declare that they do not, as far as they could yesterday."""
        for act in self.acts("apply"):
            self.agreed |= {actor.code for actor in act.actors} if self.could["apply", ""] else set()
        for clause in self.provisional_clauses():
            for act in self.acts("decline"):
                for actor in act.actors:
                    if self.could[clause.id, actor.code]:
                        self.stopped.add((clause.id, actor.code))

    def note_refusals(self, effects: set[tuple[str, str, Act, Clause]]) -> None:
        """Let notices not to become a party work; consenting after all, or revoking, makes a signatory again."""
        for what, holder, act, clause in effects:
            self.is_null = self.is_null or what == "voids"
            if what == "unsigns":
                self.refusals.add((holder, act))
            if what == "unapplies":
                self._stop(clause, holder)
        for act in self.acts("revoke"):
            actors = {actor.code for actor in act.actors}
            self.refusals = {
                (holder, done)
                for holder, done in self.refusals
                if done.label not in act.objects or not {actor.code for actor in done.actors} <= actors
            }
        self.refusals = {(holder, done) for holder, done in self.refusals if not self._consents_today(holder)}

    def _stop(self, clause: Clause, holder: str) -> None:
        """Stop what the notice was about: the clause's own application, or whatever is silent on how it ends."""
        if clause.provisional:
            self.stopped.add((clause.id, holder))
            return
        self.stopped |= {(each.id, holder) for each in self.provisional_clauses() if each.notice is None}
        self.agreed.discard(holder)

    def _consents_today(self, party: str) -> bool:
        entry = self.treaty.terms.entry
        signs = entry is not None and entry.quorums[0].manner == "signature"
        verbs = ("sign",) if signs else ("ratify", "accept", "approve")
        return any(
            party in {actor.code for actor in act.actors}
            for verb in (*verbs, "accede")
            for act in self.acts(verb)
        )

    def note_application(self) -> None:
        """Note whose provisional application lapses today, and who has ever applied the text."""
        self.lapsing.clear()
        for who in (*self.treaty.parties, BOTH):
            applies = self.applies(who)
            if applies:
                self.ever_applied.add(who)
            lapsed = who in self.ever_applied and not applies and not self.entered
            if lapsed and who not in self.lapsed:
                self.lapsing.add(who)
            (self.lapsed.add if lapsed else self.lapsed.discard)(who)

    # What could be done tomorrow

    def note_what_could_be_done(self) -> None:
        """Note, at the close of the day, what may be done tomorrow without a power of the treaty in force."""
        self.could.clear()
        self.could["apply", ""] = self.is_pending
        self.could["annul", ""] = self.begun
        for clause in self.provisional_clauses():
            for party in self.treaty.parties:
                in_time = clause.opting_out == "at any time" or not self.signed_by(party)
                self.could[clause.id, party] = self.is_pending and bool(clause.opting_out) and in_time

    def has_own_power(self, clause: Clause, holder: str) -> bool:
        """Whether somebody could refuse to become a party, or invoke a ground, as it stands today."""
        what = clause.effect.what if clause.effect else ""
        if what == "voids":
            return self.begun and self._once_met(clause, holder) and holder not in self.affirmed
        if self.is_null and self.begun:
            return False
        return self.is_able(clause, holder)

    def is_able(self, clause: Clause, holder: str) -> bool:
        """Whether there is something that a refusal would end."""
        if clause.effect and clause.effect.what == "unsigns":
            return self.signed_by(holder) and not self.consented_by(holder)
        if clause.provisional:
            return self.is_pending and self.applies_by(clause, holder)
        silent = [self.applies_by(each, holder) for each in self.provisional_clauses() if each.notice is None]
        return self.is_pending and (any(silent) or holder in self.agreed)
