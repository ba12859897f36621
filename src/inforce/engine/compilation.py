"""What is being compiled: a book under a view, with the evidence that the view hears.

Every signal of a treaty has a name, and each part of the compiler says how one name is built. Parts ask for one
another by name through ``Compilation.node``, so that none imports another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from typing import Any, Protocol, TypeVar

from inforce.engine.builder import NOBODY, Builder
from inforce.engine.circuit import Circuit, Kind, Node
from inforce.engine.evidence import Evidence, Occurrence, Slot
from inforce.engine.general_law import residuals_of
from inforce.model import ActorAt, Book, Clause, Instrument, Residual, Rule, Terms, Treaty, View
from inforce.temporal import UncertainDay

T = TypeVar("T")


class Part(Protocol):
    """How one named signal is built."""

    def __call__(self, c: Compilation, *args: str) -> int:
        """Build the signal and return its node."""
        ...


_BETWEEN_TWO = frozenset(
    {"once_met", "conditions_met", "operative", "start", "performance", "arisen", "outstanding", "late"}
    | {"lapsed", "time_out", "power", "use"}
)
"""The signals of a clause that differ from counterparty to counterparty; all others are the same for every pair."""

ReadAs = Mapping[tuple[str, str], Clause]
"""Clauses as a reading has them, by treaty and clause."""


class Compilation:
    """Build the circuit of what is asked, and of all that it depends on."""

    def __init__(
        self, book: Book, view: View, evidence: Evidence, parts: Mapping[str, Callable[..., int]]
    ) -> None:
        self.book = book
        self.view = view
        self.evidence = evidence
        self.builder = Builder()
        self.read_as: ReadAs = {}
        self.touched: set[tuple[str, str]] = set()
        self.pair = ("", "")
        self.whole = self
        self._parts = parts
        self._residuals: dict[str, list[tuple[Rule, Residual]]] = {}
        self._by_name: dict[str, dict[str, Clause]] = {}
        self._by_effect: dict[str, dict[str, list[Clause]]] = {}
        self._reckoned: dict[tuple[str, str], Any] = {}

    def node(self, name: str, *args: object) -> int:
        """Return the node of a signal, building it on first use.

        Raises:
            CycleError: if the signal depends on itself without an act.
        """
        if not self.pair[1]:
            return self.builder.once((name, *args), lambda: self._parts[name](self, *args))
        if name not in _BETWEEN_TWO:
            return self.whole.node(name, *args)
        key = (name, *args, "between", *self.pair)
        return self.builder.once(key, lambda: self._parts[name](self, *args))

    def continued(self) -> Compilation:
        """Return a compilation that goes on from what this one has built, and leaves it as it is."""
        found = copy(self)
        found.builder, found.whole = self.builder.copied(), found
        found.touched = self.touched.copy()
        found._residuals, found._reckoned = self._residuals.copy(), self._reckoned.copy()
        found._by_name, found._by_effect = self._by_name.copy(), self._by_effect.copy()
        return found

    def between(self, bearer: str, other: str) -> Compilation:
        """Return this compilation for a clause as owed by its bearer to one other party (design, S14)."""
        found = copy(self)
        found.pair, found.whole = (bearer, other), self
        return found

    def reckoned(self, key: tuple[str, str], reckon: Callable[[], T]) -> T:
        """Return what holds of a whole compilation, reckoned on first use."""
        if key not in self._reckoned:
            self._reckoned[key] = reckon()
        found: T = self._reckoned[key]
        return found

    def circuit(self, outputs: dict[str, int]) -> Circuit:
        """Return the circuit with its named outputs."""
        return self.builder.circuit(outputs)

    # What the book says, as this view reads it

    def treaty(self, treaty: str) -> Treaty:
        """Return a treaty of the book."""
        return self.book.treaties[treaty]

    def instrument(self, treaty: str, instrument: str) -> Instrument | None:
        """Return an instrument of a treaty; None for the treaty itself."""
        return next((item for item in self.treaty(treaty).instruments if item.id == instrument), None)

    def terms(self, treaty: str, instrument: str) -> Terms:
        """Return the final clauses of a treaty or of one of its instruments."""
        found = self.instrument(treaty, instrument)
        return found.terms if found else self.treaty(treaty).terms

    def residuals(self, treaty: str) -> list[tuple[Rule, Residual]]:
        """Return what the rules that this view applies add to a treaty."""
        if treaty not in self._residuals:
            self._residuals[treaty] = residuals_of(self.view, self.treaty(treaty))
        return self._residuals[treaty]

    def clauses(self, treaty: str) -> Iterator[Clause]:
        """Yield the clauses of a treaty, as read here, and those that general law supplies."""
        for clause in self.treaty(treaty).clauses:
            self.touched.add((treaty, clause.id)) if clause.effect else None
            yield self.read_as.get((treaty, clause.id), clause)
        for _, residual in self.residuals(treaty):
            yield from residual.clauses

    def clauses_that(self, treaty: str, what: str) -> list[Clause]:
        """Return the clauses of a treaty with one effect, or those by which a text ``applies`` provisionally."""
        if treaty not in self._by_effect:
            found: dict[str, list[Clause]] = {}
            for clause in self.clauses(treaty):
                if clause.provisional is not None:
                    found.setdefault("applies", []).append(clause)
                if clause.effect is not None:
                    found.setdefault(clause.effect.what, []).append(clause)
            self._by_effect[treaty] = found
        return self._by_effect[treaty].get(what, [])

    def clause(self, treaty: str, name: str) -> Clause:
        """Return a clause by its number or an alias, as read here.

        Raises:
            KeyError: if the treaty has no such clause.
        """
        if treaty not in self._by_name:
            self._by_name[treaty] = self._named(treaty)
        clause = self._by_name[treaty][name]
        if not clause.rule:
            self.touched.add((treaty, clause.id))
        return clause

    def _named(self, treaty: str) -> dict[str, Clause]:
        """Return the clauses of a treaty by number and by alias; a treaty's own clause stands before a rule's."""
        found = {item.id: item for _, residual in self.residuals(treaty) for item in residual.clauses}
        for clause in self.treaty(treaty).clauses:
            read = self.read_as.get((treaty, clause.id), clause)
            found.update(dict.fromkeys((clause.id, *clause.aliases), read))
        return found

    # What occurred, as this view hears it

    def act_slots(self, verb: str, treaty: str) -> list[Slot]:
        """Return the slots of a verb of which the object is a treaty."""
        return self.evidence.acts.get((verb, treaty), [])

    def act_slots_of(self, verb: str, treaty: str, actor: str) -> list[Slot]:
        """Return the slots of a verb of which the object is a treaty and somebody is among the actors."""
        return self.evidence.acts_of.get((verb, treaty, actor), [])

    def occurrences(self, slot: Slot) -> Iterator[tuple[int, Occurrence | None]]:
        """Yield an input for all plain occurrences of a slot together, and one for each other occurrence.

        Where the sides of a dispute name other days of effect or receipt, each side has an input of its own.
        Each is heard only as far as the governments named in it speak for their states on that day.
        """
        found = self.evidence.occurrences.get(slot, ())
        if any(item.is_plain for item in found):
            yield self._input(slot, ("plain", slot)), None
        for item in found:
            if item.is_plain:
                continue
            if not item.differs_by_side:
                yield self._input(slot, ("one", item.proposition)), item
                continue
            for turn, option in enumerate(item.options):
                side = Occurrence(item.proposition, item.slot, (option,), disputed=False)
                yield self._input(slot, ("side", item.proposition, turn)), side

    def event(self, slot: Slot) -> int:
        """Return the event that any occurrence of a slot happens."""
        return self.builder.any_of(*(event for event, _ in self.occurrences(slot)))

    def states(self, slot: Slot) -> list[int]:
        """Return the inputs of a lasting fact: one for what is undisputed, one for each disputed state."""
        found = self.evidence.conditions.get(slot, ())
        names = [("states", slot)] if any(item.is_plain for item in found) else []
        open_ones = [("state", item.proposition) for item in found if not item.is_plain]
        return [self.builder.add(Node(Kind.STATE_INPUT, slot=name)) for name in (*names, *open_ones)]

    def _input(self, slot: Slot, name: Slot) -> int:
        node = self.builder.add(Node(Kind.EVENT_INPUT, slot=name))
        actors = slot[3] if slot[0] == "act" else ()
        assert isinstance(actors, tuple)
        speak = [self.speaks(actor) for actor in actors if isinstance(actor, ActorAt) and actor.government]
        return self.builder.gate(node, self.builder.conjunction(*speak))

    def speaks(self, actor: ActorAt) -> int:
        """Return the state that the government named speaks for its state."""
        speakers = self.evidence.speakers.get(actor.code)
        if speakers is None or not any(actor.government in option for option in speakers.options):
            return self.builder.constant(0)
        return self.builder.add(Node(Kind.STATE_INPUT, slot=("speaks", actor.government, actor.code)))

    def placed(self, judge: int, effect: UncertainDay) -> int:
        """Return the effect of a backdated act: an event on its effect day, as sure as the act was judged."""
        return self.builder.add(Node(Kind.EVENT_INPUT, slot=("placed", judge, effect)))

    def unknown(self, about: str) -> int:
        """Return an event that may happen on any day and is never sure: nothing says."""
        return self.builder.add(Node(Kind.EVENT_INPUT, slot=("unknown", about)))

    def open_law(self, about: str, sides: tuple[str, str]) -> int:
        """Return a state of the law that nothing in the view answers: it is not so, or it is so, on all days."""
        return self.builder.add(Node(Kind.STATE_INPUT, slot=("open law", about, sides)))

    def on_day(self, day: int) -> int:
        """Return the event that a calendar day comes."""
        return self.builder.add(Node(Kind.EVENT_INPUT, slot=("day", day)))

    def on_one_of(self, days: UncertainDay) -> int:
        """Return the event that one of some calendar days comes, nobody knows which."""
        return self.builder.add(Node(Kind.EVENT_INPUT, slot=("days", days)))


__all__ = ["NOBODY", "Compilation", "Part", "ReadAs"]
