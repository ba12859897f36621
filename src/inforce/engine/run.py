"""What a run of a circuit keeps: the value of every signal, today, before, and from when."""

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

from inforce.engine.circuit import EVENT_KINDS, NONE, Circuit
from inforce.engine.memory import Sightings, TermMemory
from inforce.engine.moments import day_of_moment, moment_of_day
from inforce.engine.signals import Change
from inforce.temporal import BEGINNING, Day

NEVER = Day(-(2**41))
"""Before every day: the last day of something that has not happened."""

BEFORE_ALL = Day(BEGINNING - 1)
"""The day on which every node is evaluated for the first time, before anything can happen."""


class Run:
    """One run of a circuit on the signals of one case.

    ``value`` is a state's value or an event's ``maybe`` today; ``settled`` an event's first possible day if it is
    sure today. ``history`` has, for a state, each day of change with the value from then; for an event, each
    evaluated day on which it may happen. ``settlements`` has, for an event, the days on which it was sure with its
    first possible day; ``judged``, for an act, its days with the power as it stood at the close of the day before.
    ``secure`` says of acts of uncertain day whether a run without them showed their power certain before every
    candidate day (design, S4); ``frozen`` has verdicts that stand as they fell (S13).
    """

    __slots__ = (
        "agenda",
        "before",
        "changed_on",
        "circuit",
        "day",
        "frozen",
        "history",
        "incoming",
        "inputs",
        "judged",
        "last_off",
        "last_on",
        "lasted_until",
        "moments",
        "possible_since",
        "queue",
        "secure",
        "settled",
        "settlements",
        "sightings",
        "sure",
        "terms",
        "value",
    )

    def __init__(self, circuit: Circuit, secure: Mapping[int, bool]) -> None:
        count = len(circuit.nodes)
        self.circuit = circuit
        self.inputs = tuple(node.inputs for node in circuit.nodes)
        self.secure = secure
        self.frozen: Mapping[tuple[int, Day], int] = {}
        self.moments = 1
        self.day = BEFORE_ALL
        self.value = [NONE] * count
        self.before = [NONE] * count
        self.changed_on = [NEVER] * count
        self.settled: list[Day | None] = [None] * count
        self.last_on = [NEVER] * count
        self.last_off = [NEVER] * count
        self.lasted_until = [NEVER] * count
        self.possible_since = [BEFORE_ALL] * count
        self.sure = [True] * count
        self.history: list[list[tuple[Day, int]]] = [[] for _ in range(count)]
        self.settlements: dict[int, list[tuple[Day, Day]]] = {}
        self.judged: dict[int, list[tuple[Day, int]]] = {}
        self.sightings: dict[int, Sightings] = {}
        self.terms: dict[int, TermMemory] = {}
        self.incoming: dict[Day, list[tuple[int, Change]]] = {}
        self.agenda: dict[Day, int] = {}
        self.queue: list[Day] = []

    def begun(self, secure: Mapping[int, bool], frozen: Mapping[tuple[int, Day], int]) -> "Run":
        """Return a run that goes on from here, leaving this one as it is."""
        run = Run.__new__(Run)
        run.circuit, run.inputs, run.day = self.circuit, self.inputs, self.day
        run.secure, run.frozen, run.moments = secure, frozen, 1
        run.value, run.before = self.value.copy(), self.before.copy()
        run.changed_on, run.settled = self.changed_on.copy(), self.settled.copy()
        run.last_on, run.last_off = self.last_on.copy(), self.last_off.copy()
        run.lasted_until, run.possible_since = self.lasted_until.copy(), self.possible_since.copy()
        run.sure = self.sure.copy()
        run.history = [changes.copy() for changes in self.history]
        run.settlements = {index: found.copy() for index, found in self.settlements.items()}
        run.judged, run.sightings, run.terms = {}, {}, {}
        run.incoming, run.agenda, run.queue = {}, {}, []
        return run

    @property
    def remembers(self) -> bool:
        """Whether a timer or a term remembers an event."""
        seen = [*self.sightings.values()]
        for memory in self.terms.values():
            seen += (memory.starts, memory.notices)
        return any(one.ranges or one.settles or one.open_since is not None for one in seen)

    def feed(self, signals: Mapping[int, Sequence[Change]]) -> None:
        """Enter the changes of the input nodes."""
        incoming, agenda = self.incoming, self.agenda
        for index, changes in signals.items():
            bit = 1 << index
            for change in changes:
                day = change[0]
                if day in incoming:
                    incoming[day].append((index, change))
                else:
                    incoming[day] = [(index, change)]
                agenda[day] = agenda.get(day, 0) | bit
        self.queue = sorted(agenda)

    def day_of(self, moment: Day) -> Day:
        """Return the day of a moment."""
        return moment if self.moments == 1 else day_of_moment(moment, self.moments)

    def moment_of(self, day: Day) -> Day:
        """Return the first moment of a day."""
        return day if self.moments == 1 else moment_of_day(day, self.moments)

    def wake(self, day: Day, index: int) -> None:
        """Have a node evaluated on a coming day."""
        known = self.agenda.get(day)
        if known is None:
            heappush(self.queue, day)
            self.agenda[day] = 1 << index
        else:
            self.agenda[day] = known | 1 << index

    def wake_later(self, day: Day, index: int) -> None:
        """Have a node evaluated on a coming day, if it is still to come."""
        if day > self.day:
            self.wake(day, index)

    def next_day(self) -> int:
        """Go on to the next day on the agenda; return the nodes to evaluate."""
        self.day = heappop(self.queue)
        return self.agenda.pop(self.day)

    def yesterday(self, state: int) -> int:
        """Return the value of a state at the close of the day before."""
        return self.before[state] if self.changed_on[state] == self.day else self.value[state]

    def value_on(self, state: int, day: Day) -> int:
        """Return the value that a state has on a day, once the run is over."""
        value = NONE
        for since, then in self.history[state]:
            if since > day:
                break
            value = then
        return value

    def is_event(self, index: int) -> bool:
        """Whether a node is an event."""
        return self.circuit.nodes[index].kind in EVENT_KINDS
