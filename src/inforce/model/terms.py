"""When an instrument enters into force, how long it lasts and how it may be left."""

from msgspec import Struct

from inforce.model.citation import Citation
from inforce.model.condition import Condition
from inforce.temporal import Day, Span


class Offset(Struct, frozen=True):
    """Move from a base day: forward by ``after``, back by ``before``, then to a conventional day.

    ``following_month`` goes to the first day of the month strictly after; ``days`` is added last.
    ``on`` replaces the whole by a fixed day. ``annual`` is the next such (month, day), base included.
    """

    after: Span = Span()
    before: Span = Span()
    following_month: bool = False
    days: int = 0
    on: Day | None = None
    annual: tuple[int, int] | None = None


class Quorum(Struct, frozen=True):
    """Ask for acts of consent: of each party, of named actors, of a number, of a share of a weight.

    ``manner`` is one of ``signature``, ``ratification``, ``deposit``, ``exchange``, ``accession``; or a fact that
    happens to each; or ``communication``, which waits for nobody's consent. ``part`` is a part of the signatories, as
    the text words it (``a majority``, ``two thirds``); ``beside`` are those who are not among them because the text
    names them besides.
    """

    manner: str
    each_party: bool = False
    actors: tuple[str, ...] = ()
    group: str = ""
    number: int = 0
    weight: str = ""
    share: float = 0.0
    part: str = ""
    beside: tuple[str, ...] = ()


class NotBefore(Struct, frozen=True):
    """Bound an entry into force: it does not come before an offset from a moment has run.

    ``of`` is ``opening`` (for signature), the name of a treaty whose entry into force has to come first, ``condition``
    for a condition that has to have been met, or empty for a day that the text names.
    """

    offset: Offset = Offset()
    of: str = ""
    condition: Condition | None = None


class EntryIntoForce(Struct, frozen=True):
    """State how an instrument enters into force, as its text says it.

    All quorums must be met; the offset then runs. ``along_with`` names an instrument or treaty that it
    follows; ``on`` is a day named by the text. ``own_offset`` is for a state that consents later: after
    the entry into force, or, with ``own_after_quorum``, as soon as the quorums have been met. ``not_before``
    holds back an entry into force of which all else is there.
    """

    text: str
    quorums: tuple[Quorum, ...] = ()
    offset: Offset = Offset()
    along_with: str = ""
    own_offset: Offset | None = None
    citations: tuple[Citation, ...] = ()
    own_after_quorum: bool = False
    not_before: NotBefore | None = None


class Weight(Struct, frozen=True):
    """One actor's part of a weight, in the unit of its table, and the ``total`` of which a share is one.

    The total is a hundred for a table in percent, and what the lines add up to for any other, on
    the day from which they count. ``since`` is that day, where the number has changed.
    """

    name: str
    actor: str
    value: float
    total: float = 100.0
    since: Day | None = None


class Renewal(Struct, frozen=True):
    """What follows the first term: for good (no period), or period after period, at most ``times``."""

    period: Span | None = None
    times: int | None = None


class Terms(Struct, frozen=True):
    """The final clauses of an instrument: entry into force, term, renewal.

    ``term`` is None when the text has no term; ``unlimited`` says that the text says so. ``until`` and ``until_day``
    end it by themselves; ``continues`` is what it lasts for beyond its term, or once that has begun.
    """

    entry: EntryIntoForce | None = None
    term: Span | None = None
    renewal: Renewal | None = None
    unlimited: bool = False
    fewer_than: int = 0
    weights: tuple[Weight, ...] = ()
    until: Condition | None = None
    until_day: Day | None = None
    continues: Condition | None = None

    @property
    def is_limited(self) -> bool:
        """Whether the text says of its end more than that there may be a notice."""
        limits = (self.term, self.until, self.until_day, self.continues)
        return any(limit is not None for limit in limits)
