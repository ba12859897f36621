"""Claims: what somebody says happened, holds, was found, or follows."""

from msgspec import Struct

from inforce.model.citation import Citation
from inforce.model.terms import Offset
from inforce.temporal import Stretch, UncertainDay

RECORD = "record"
"""The voice of the compiler's own neutral statements."""


HOLDS = "holds "
"""How the fact begins that somebody holds a thing or territory: ``holds port-arthur``, of the holder."""


class ActorAt(Struct, frozen=True):
    """An actor together with the government that acts for it, where the record names one."""

    code: str
    government: str = ""

    def __str__(self) -> str:
        return f"{self.code} ({self.government})" if self.government else self.code


class Act(Struct, frozen=True, tag="act"):
    """Somebody did something with a treaty: one verb of the closed list, with its object.

    ``verb`` is the name of the act (``ratify``, ``terminate``, ``end`` …); ``objects`` are names of
    treaties, clauses, acts, groups or actors, as the verb asks. ``party`` is the other actor named.
    """

    verb: str
    actors: tuple[ActorAt, ...]
    treaty: str = ""
    objects: tuple[str, ...] = ()
    party: str = ""
    label: str = ""


class Event(Struct, frozen=True, tag="event"):
    """A fact that happens on a day happened."""

    fact: str
    whom: str = ""
    label: str = ""

    def __str__(self) -> str:
        return f"{self.fact} ({self.whom})" if self.whom else self.fact


class State(Struct, frozen=True, tag="state"):
    """A fact that lasts over a stretch of days held; ``HOLDS`` and a thing is the fact that ``whom`` holds it."""

    fact: str
    whom: str = ""
    label: str = ""

    def __str__(self) -> str:
        if self.fact.startswith(HOLDS):
            return f"{self.whom} {self.fact}"
        return f"{self.fact} ({self.whom})" if self.whom else self.fact


class Finding(Struct, frozen=True, tag="finding"):
    """A body found that a party failed to carry out clauses, or that its reservation to them is impermissible.

    ``about`` is empty for a failure to carry out, and ``reservation`` for the second.
    """

    body: str
    party: str
    treaty: str
    clauses: tuple[str, ...]
    label: str = ""
    about: str = ""


class Invalidity(Struct, frozen=True, tag="invalidity"):
    """A body found that a treaty is void, on a ground of the closed list if it named one."""

    body: str
    treaty: str
    ground: str = ""
    label: str = ""


class Speaks(Struct, frozen=True, tag="speaks"):
    """A government speaks for a state."""

    government: str
    state: str
    label: str = ""


class Outcome(Struct, frozen=True, tag="outcome"):
    """A source states a computed status; it is compared with the record, never an input to it."""

    treaty: str
    status: str
    clause: str = ""
    label: str = ""
    instrument: str = ""
    party: str = ""


class CountsAs(Struct, frozen=True, tag="counts"):
    """A recorded act, named by its label, counts as an act of the closed list (or as none)."""

    act: str
    verb: str
    label: str = ""


Proposition = Act | Event | State | Finding | Invalidity | Speaks | Outcome | CountsAs


class Detail(Struct, frozen=True):
    """A measure or remark under a record (turnout, vote, note), with its own voice if it has one."""

    key: str
    text: str
    voice: str = RECORD
    citations: tuple[Citation, ...] = ()


VOTES = ("yes", "no", "abstain")
"""How a voter may have voted, in the order in which a count names them."""


class Ballot(Struct, frozen=True):
    """How one voter voted; ``voter`` is the name in the roll call, which need not be an actor of the book."""

    voter: str
    vote: str


class Claim(Struct, frozen=True):
    """Somebody's statement of a proposition, for or against, with its dates and its source.

    Four dates, never merged: ``when`` (it happened; None means never or undated), ``said``, ``known``,
    and the day it was recorded here, which the claim log keeps. ``effect`` is the day on which an act is
    to work if that is not its own day; ``received`` and ``counting_from`` are days of a notice; ``until``
    is the new day that an act of postponement names, ``offset`` the time that an
    extension adds, ``then`` the turn of an act within its day (0 where the day's acts are simultaneous), and
    ``votes`` how each voted where a roll call is kept. ``under`` is the treaty under which the record stands in its
    file, whatever it is about. ``reserving`` are the clauses to which an act of consent makes a reservation (empty:
    none, None: nothing is said of it); ``opposes`` says whether an objection opposes the entry into force between two.
    ``received_by`` are those whom a notice reached, as far as the record names them.
    """

    id: str
    proposition: Proposition
    voice: str
    when: UncertainDay | None = None
    stretch: Stretch | None = None
    against: bool = False
    said: UncertainDay | None = None
    known: UncertainDay | None = None
    effect: UncertainDay | None = None
    received: UncertainDay | None = None
    counting_from: UncertainDay | None = None
    until: UncertainDay | None = None
    offset: Offset | None = None
    corrects: str = ""
    unverified: str = ""
    details: tuple[Detail, ...] = ()
    citations: tuple[Citation, ...] = ()
    line: int = 0
    then: int = 0
    votes: tuple[Ballot, ...] = ()
    under: str = ""
    reserving: tuple[str, ...] | None = None
    opposes: bool | None = None
    received_by: tuple[str, ...] = ()

    @property
    def states_something(self) -> bool:
        """Whether a notice states reasons, or whatever its clause asks it to state."""
        return any(detail.key == "stating" for detail in self.details)
