"""Small random records of a state that ends and one that comes after it, and what is so in each resolution."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from hypothesis import strategies as st

from inforce.model import Act, Actor, ActorAt, Book, Claim, EntryIntoForce, Quorum, Terms, Treaty, View
from inforce.temporal import Day, UncertainDay, day_from_iso

TREATY, OLD, HEIR = "many", "X", "S"
PARTIES = (OLD, "Y", "Z")
FIRST = day_from_iso("2000-01-01")
LAST = 5
VERBS = ("succeed", "become-independent", "continue")
RULES = {"by-law": "succession-by-continuity", "by-consent": "succession-needs-consent", "open": ""}
TERMS = Terms(entry=EntryIntoForce("upon deposit by 2 states", quorums=(Quorum("deposit", number=2),)))

some_days = st.integers(0, LAST)
spans = st.one_of(
    some_days.map(lambda n: (n, n)), st.tuples(some_days, some_days).map(lambda t: (min(t), max(t)))
)


@dataclass(frozen=True)
class Succeeding:
    """A record: deposits, the end of a state, how and when another comes after it, and when it says so."""

    deposits: tuple[tuple[int, int] | None, ...]
    until: int | None
    verb: str
    succession: tuple[int, int]
    denied: bool
    notice: tuple[int, int] | None
    effect: int | None
    rule: str

    @property
    def view(self) -> View:
        """The view in which it is asked."""
        rules = ("clean-slate", *filter(None, (RULES[self.rule],)))
        return View("v", "V", rules=rules)

    @property
    def book(self) -> Book:
        """The record as a book."""
        actors = {code: Actor(code, code) for code in (*PARTIES, HEIR, "A", "B")}
        actors[OLD] = Actor(
            OLD, OLD, state_until=None if self.until is None else uncertain(self.until, self.until)
        )
        treaty = Treaty(TREATY, "T", PARTIES, terms=TERMS)
        return Book({TREATY: treaty}, actors, {}, {}, {}, {"v": self.view}, (), tuple(self.claims()))

    def claims(self) -> Iterator[Claim]:
        """Yield what is claimed."""
        for party, days in zip(PARTIES, self.deposits, strict=True):
            if days is not None:
                yield Claim(f"d{party}", Act("deposit", (ActorAt(party),), TREATY), "A", uncertain(*days))
        came = Act(self.verb, (ActorAt(HEIR),), "", (OLD,))
        yield Claim("s", came, "A", uncertain(*self.succession))
        if self.denied:
            yield Claim("n", came, "B", against=True)
        if self.notice is not None:
            said = Act("notify-succession", (ActorAt(HEIR),), TREATY)
            effect = None if self.effect is None else uncertain(self.effect, self.effect)
            yield Claim("t", said, "A", uncertain(*self.notice), effect=effect)

    def resolutions(self) -> Iterator["Resolved"]:
        """Yield every way in which it may have been."""
        came: list[int | None] = [*range(self.succession[0], self.succession[1] + 1)]
        came += [None] if self.denied else []
        deposits = product(*(_days(each) for each in self.deposits))
        bound = {"by-law": (True,), "by-consent": (False,), "open": (True, False)}[self.rule]
        for given, came_on, said, law in product(deposits, came, _days(self.notice), bound):
            yield Resolved(self, given, came_on, said, law)


def uncertain(first: int, last: int) -> UncertainDay:
    """Return one of the days of the record from the first to the last."""
    return UncertainDay(((Day(FIRST + first), Day(FIRST + last)),))


def _days(span: tuple[int, int] | None) -> list[int | None]:
    return [None] if span is None else [*range(span[0], span[1] + 1)]


@dataclass(frozen=True)
class Resolved:
    """One way in which a record may have been, worked out day by day from the law."""

    record: Succeeding
    given: tuple[int | None, ...]
    came: int | None
    said: int | None
    law: bool

    @property
    def end_of_old(self) -> int:
        """The first day without the predecessor."""
        continued = self.came if self.record.verb == "continue" and self.came is not None else LAST + 99
        return min(continued, LAST + 99 if self.record.until is None else self.record.until)

    def consented(self, party: str, day: int) -> bool:
        """Whether one of those named has consented and exists."""
        on = self.given[PARTIES.index(party)]
        end = self.end_of_old if party == OLD else LAST + 99
        return on is not None and on <= day < end

    @property
    def inherits(self) -> bool:
        """Whether the predecessor was bound at the close of the day before the succession."""
        return self.came is not None and self.consented(OLD, self.came - 1)

    def by_law(self, day: int) -> bool:
        """Whether the heir is bound without saying so."""
        binds = {"succeed": self.law, "become-independent": False, "continue": True}[self.record.verb]
        return self.inherits and binds and self.came is not None and self.came <= day

    def has_said(self, day: int) -> bool:
        """Whether the heir has notified with effect."""
        return (
            self.inherits and self.said is not None and self.came is not None and self.came < self.said <= day
        )

    def own(self, party: str, day: int) -> bool:
        """Whether a party's own consent, or its predecessor's, works."""
        if party != HEIR:
            return self.consented(party, day)
        since = self.came if self.record.effect is None else self.record.effect
        return self.by_law(day) or (self.has_said(LAST + 99) and since is not None and since <= day)

    def counts(self, day: int) -> bool:
        """Whether there are two who count towards the entry into force."""
        heir = self.by_law(day) or self.has_said(day)
        return sum(self.consented(party, day) for party in PARTIES) + heir >= 2

    def statuses(self) -> Iterator[tuple[int, str, str]]:
        """Yield the status of each on each day."""
        everyone = (*PARTIES, HEIR)
        entered = ended = were_two = False
        joined: set[str] = set()
        for day in range(-1, LAST + 2):
            entered = entered or self.counts(day)
            two = sum(self.own(party, day) for party in everyone) >= 2
            were_two = were_two or (two and entered)
            ended = ended or (were_two and not two and day >= self.end_of_old)
            for party in everyone:
                member = entered and not ended and self.own(party, day)
                joined |= {party} if member else set()
                yield day, party, self._status(party, day, member, party in joined)

    def _status(self, party: str, day: int, member: bool, joined: bool) -> str:
        if member:
            waits = party == HEIR and not self.by_law(day) and not self.has_said(day)
            return "suspended" if waits else "in_force"
        if joined:
            return "ended"
        return "not_a_party" if party == OLD and day >= self.end_of_old else "not_concluded"


@st.composite
def successions(draw: st.DrawFn, *, certain: bool) -> Succeeding:
    """Draw a record; a certain one has one resolution."""
    when = some_days.map(lambda n: (n, n)) if certain else spans
    return Succeeding(
        deposits=tuple(draw(st.one_of(st.none(), when, when)) for _ in PARTIES),
        until=draw(st.one_of(st.none(), some_days)),
        verb=draw(st.sampled_from(VERBS)),
        succession=draw(when),
        denied=False if certain else draw(st.booleans()),
        notice=draw(st.one_of(st.none(), when)),
        effect=draw(st.one_of(st.none(), some_days)),
        rule=draw(st.sampled_from(("by-law", "by-consent") if certain else tuple(RULES))),
    )
