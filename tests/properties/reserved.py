"""Lives through one resolved record of reservations, and says what holds between whom.

It follows articles 19 to 23 of the Vienna Convention and shares no code with the engine. Every act is judged by how
things stood at the close of the day before.
"""

from collections.abc import Iterator, Mapping
from itertools import permutations, product

from inforce.model import Act, Finding, Reservability
from inforce.temporal import Day, Span, day_after
from tests.properties.reserving import CLAUSES, PARTIES, Reserving, Way

Asked = tuple[str, str, str]
"""A clause (none: the treaty), for whom, and towards whom (nobody: for the first alone)."""

Happened = list[tuple[Act | Finding, Way]]
YEAR = Span(months=12)


def asked() -> Iterator[Asked]:
    """Yield the treaty and each clause, for each party alone and for each ordered pair."""
    for clause in ("", *CLAUSES):
        yield from ((clause, party, "") for party in PARTIES)
        yield from ((clause, one, other) for one, other in permutations(PARTIES, 2))


def worlds(record: Reserving) -> Iterator[tuple[Happened, bool]]:
    """Yield every resolution: one way for each thing, and one answer to what a view leaves open in law."""
    laws = {"severed": (False,), "void": (True,), "": (False, True)}[record.rule]
    for ways in product(*(thing.ways for thing in record.things)):
        happened = [(thing.about, way) for thing, way in zip(record.things, ways, strict=True)]
        for law in laws:
            yield [(a, w) for a, w in happened if w.day is not None and isinstance(a, Act | Finding)], law


def days_of(record: Reserving) -> list[int]:
    """Return the days on which something may change, and the days after them."""
    found: set[int] = set()
    for thing in record.things:
        for way in thing.ways:
            for day in (way.day, way.received):
                if day is not None:
                    found |= {day - 1, day, day + 1, day_after(Day(day), YEAR) - 1, day_after(Day(day), YEAR)}
    return sorted(found)


class Life:
    """How things stand by the end of a day, in one world."""

    def __init__(self, happened: Happened, says: Reservability | None, *, voids: bool, silence: bool) -> None:
        self.happened, self.says, self.voids, self.silence = happened, says, voids, silence
        self.expressed: set[str] = set()
        self.consented: set[str] = set()
        self.tried: set[str] = set()
        self.made: dict[tuple[str, str], int] = {}
        self.standing: set[tuple[str, str]] = set()
        self.falls: list[tuple[int, str, str]] = []
        self.accepted: set[tuple[str, str, str]] = set()
        self.ever_objected: set[tuple[str, str, str]] = set()
        self.objected: set[tuple[str, str, str]] = set()
        self.opposing: set[tuple[str, str, str]] = set()
        self.dropped: list[tuple[int, str, str, str]] = []
        self.in_force = False

    def permission(self, clause: str) -> str:
        """Return what the treaty says of a reservation to a clause."""
        if self.says is None:
            return ""
        named = not self.says.clauses or clause in self.says.clauses
        if self.says.says == "only":
            return "authorised" if named else "forbidden"
        return self.says.says if named else ""

    def is_bad(self, party: str, clause: str) -> bool:
        """Whether a reservation is impermissible: by the text, or because a court says so, whenever it does."""
        return self.permission(clause) == "forbidden" or any(
            isinstance(about, Finding) and about.party == party and clause in about.clauses
            for about, _ in self.happened
        )

    def live(self, day: int) -> None:
        """Live through a day: judge its acts by the day before, then let them work together."""
        acts = [(about, way) for about, way in self.happened if way.day == day and isinstance(about, Act)]
        done = [(act, way, self._keys(act)) for act, way in acts]
        bound = set(self.expressed)
        for act, way, keys in done:
            self._do(act, way, keys, bound, day)
        self._consider_the_fallen(day)
        self._accept_in_silence(day)
        self.in_force = self.in_force or len(self.consented) > 1

    def _keys(self, act: Act) -> list[tuple[str, str, str]]:
        """Return the reservations, with the one who reacts, that an act may be about, as they stood the day before."""
        who = act.actors[0].code
        clauses = [clause for clause in CLAUSES if not act.objects or clause in act.objects]
        whole = [(who, act.party, clause) for clause in clauses]
        match act.verb:
            case "object":
                return [
                    key
                    for key in whole
                    if key[1:] in self.standing
                    and key not in self.accepted
                    and self.permission(key[2]) != "authorised"
                ]
            case "accept-reservation":
                return [key for key in whole if key[1:] in self.standing]
            case "withdraw-objection":
                return [key for key in whole if key in self.objected]
            case "withdraw-reservation":
                return [("", who, clause) for clause in clauses if (who, clause) in self.made]
        return []

    def _do(self, act: Act, way: Way, keys: list[tuple[str, str, str]], bound: set[str], day: int) -> None:
        who = act.actors[0].code
        match act.verb:
            case "deposit":
                self._consent(who, way, who in bound, day)
            case "object":
                self.ever_objected |= set(keys)
                self.objected |= set(keys)
                self.opposing |= set(keys) if way.opposes else set()
            case "accept-reservation":
                self.accepted |= set(keys)
            case "withdraw-objection":
                self.dropped += [(max(day, way.received or day), *key) for key in keys]
            case "withdraw-reservation":
                self.falls += [(max(day, way.received or day), party, clause) for _, party, clause in keys]

    def _consent(self, who: str, way: Way, was_bound: bool, day: int) -> None:
        self.expressed.add(who)
        if not was_bound:
            for clause in way.reserving:
                self.made.setdefault((who, clause), day)
                self.standing.add((who, clause))
        if self.voids and any(self.is_bad(who, clause) for clause in way.reserving):
            self.tried.add(who)
        else:
            self.consented.add(who)

    def _consider_the_fallen(self, day: int) -> None:
        """Let what is withdrawn fall; an objection falls with its reservation. Ending beats beginning."""
        for _, party, clause in (fall for fall in self.falls if fall[0] == day):
            self.standing.discard((party, clause))
            gone = {key for key in self.objected if key[1:] == (party, clause)}
            self.objected -= gone
            self.opposing -= gone
        for _, *key in (drop for drop in self.dropped if drop[0] == day):
            self.objected.discard((key[0], key[1], key[2]))
            self.opposing.discard((key[0], key[1], key[2]))

    def _accept_in_silence(self, day: int) -> None:
        for (party, clause), made in self.made.items() if self.silence else ():
            for other in PARTIES:
                key = (other, party, clause)
                due = day >= day_after(Day(made), YEAR) and other in self.expressed and other != party
                silent = (party, clause) in self.standing and key not in self.ever_objected
                if due and silent and self.permission(clause) != "authorised":
                    self.accepted.add(key)

    # What holds

    def is_member(self, party: str) -> bool:
        """Whether the treaty is in force for a party."""
        return self.in_force and party in self.consented

    def reserved(self, party: str, clause: str) -> bool:
        """Whether a party has a permissible reservation to a clause that stands."""
        return (party, clause) in self.standing and not self.is_bad(party, clause)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether one of two keeps the treaty out of force between them."""
        return any({one, other} == {key[0], key[1]} for key in self.opposing)

    def status(self, what: Asked) -> str:
        """Return the status of what is asked."""
        clause, one, other = what
        if not clause:
            return self._of_treaty(one, other)
        return self._of_clause(clause, one, other)

    def _of_treaty(self, one: str, other: str) -> str:
        both = [party for party in (one, other) if party]
        if any(party in self.tried and party not in self.consented for party in both):
            return "not_a_party"
        if not all(self.is_member(party) for party in both):
            return "not_concluded"
        return "not_a_party" if other and self.are_apart(one, other) else "in_force"

    def _of_clause(self, clause: str, one: str, other: str) -> str:
        if self._is_out(clause, one, other):
            return "not_applicable"
        both = [party for party in (one, other) if party]
        return "owed" if all(self.is_member(party) for party in both) else "not_yet_operative"

    def _is_out(self, clause: str, one: str, other: str) -> bool:
        if other:
            return self.reserved(one, clause) or self.reserved(other, clause) or self.are_apart(one, other)
        if self.reserved(one, clause):
            return True
        others = [party for party in PARTIES if party != one and self.is_member(party)]
        return bool(others) and all(self.reserved(party, clause) for party in others)


def truth_of(record: Reserving) -> Mapping[tuple[int, Asked], frozenset[str]]:
    """Return, over all resolutions, the statuses that each thing asked has on each day."""
    found: dict[tuple[int, Asked], set[str]] = {}
    every = list(asked())
    for happened, voids in worlds(record):
        life = Life(happened, record.says, voids=voids, silence=record.silence)
        for day in days_of(record):
            life.live(day)
            for what in every:
                found.setdefault((day, what), set()).add(life.status(what))
    return {key: frozenset(statuses) for key, statuses in found.items()}
