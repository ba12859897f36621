"""A clause of a treaty and the norm that it states."""

from msgspec import Struct

from inforce.model.citation import Citation
from inforce.model.condition import Condition
from inforce.model.norm import NormKind
from inforce.model.terms import Offset
from inforce.temporal import Day, Span


class Deadline(Struct, frozen=True):
    """Say by when: within ``offset`` of a fact, of a moment of the treaty, or by a fixed day.

    ``of`` names a fact, or one of ``signature``, ``entry into force`` (the treaty's own) and
    ``entry into force for it`` (for the bearer); empty means the day on which the conditions are met. The offset
    gives the last day that is still in time (its base day is not counted).
    """

    offset: Offset
    of: str = ""


class Window(Struct, frozen=True):
    """Bound the days on which a power may be used, counted from the end of a term or from the beginning.

    ``term`` is ``first`` (the end of the first term), ``running`` (the end of any period), ``entry`` (the
    entry into force), ``own`` (the entry into force for the one who has the power) or ``day`` (days that the text
    names).
    ``latest`` leads from that end back to the last day, ``earliest`` to the first, and from
    the entry into force on to the first.
    """

    term: str
    latest: Offset | None = None
    earliest: Offset | None = None


class Notice(Struct, frozen=True):
    """Say how a power is exercised: by notice of an offset, counted from its making or receipt."""

    offset: Offset
    from_receipt: bool = False
    receiver: str = ""


class Effect(Struct, frozen=True):
    """Say what a power brings about when used.

    ``what`` is ``ends`` (the treaty), ``leaves`` (the actor ceases to be a party), ``suspends``,
    ``resumes``, ``expels`` (the party named ceases to be one), ``suspends between`` (two), ``suspends for itself`` or
    ``other``; before entry into force ``unsigns`` (the actor is no signatory any more) and ``unapplies``
    (it applies the treaty provisionally no more), and at any time ``voids`` (on a ``ground`` of invalidity).
    ``at_end_of`` is empty (at once, or when the notice has run) or
    ``first`` or ``running`` (at the end of that term). ``under`` is the article of the Vienna Convention on which a
    power of general law rests, where a right under it can be lost (art. 45) or asks for a procedure (art. 65).
    ``steps`` lead from there to a day of the calendar, one after the other.
    """

    what: str
    at_end_of: str = ""
    ground: str = ""
    under: str = ""
    steps: tuple[Offset, ...] = ()


class Provisional(Struct, frozen=True):
    """Say that a text is applied before its entry into force (general law: Vienna Convention, art. 25).

    ``instrument`` is empty for the treaty as a whole; ``since`` is None where it is applied from signature.
    """

    instrument: str = ""
    since: Day | None = None


class Deemed(Struct, frozen=True):
    """Say of whom a clause says that it ceases to be a party, ``offset`` after what happened elsewhere.

    ``how`` is ``withdraws`` (from the treaty ``of``), ``ceases`` (to be a party to it), ``leaves`` (the group ``of``),
    ``is`` (what the fact ``of`` says) or ``stays out`` (is not a party to the treaty when the offset has run since its
    entry into force).
    """

    how: str
    of: str
    offset: Offset = Offset()


class Reservability(Struct, frozen=True):
    """Say to which clauses a treaty lets a party make a reservation.

    ``says`` is ``forbidden``, ``authorised`` or ``only`` (authorised to these and forbidden to all others);
    without ``clauses`` it is said of all. ``lasting`` is how long one lasts, from the entry into force for its
    author and each time that it is renewed; without it, until it is withdrawn.
    """

    says: str
    clauses: tuple[str, ...] = ()
    lasting: Span | None = None


class Displaced(Struct, frozen=True):
    """A clause of another treaty with which one is incompatible, or in the place of which it stands (art. 30)."""

    treaty: str
    clause: str


class Bearer(Struct, frozen=True):
    """Who promises, or to whom: named actors, ``each`` party, all ``jointly``, or a thing (``subject``).

    ``but_one``: each party, but only together with all the others except one, against whom they act.
    """

    actors: tuple[str, ...] = ()
    each: bool = False
    jointly: bool = False
    group: str = ""
    subject: str = ""
    but_one: bool = False


class Line(Struct, frozen=True):
    """Keep one line of a clause that is shown but not computed: its first words and its text."""

    key: str
    text: str
    voice: str = ""
    citations: tuple[Citation, ...] = ()


class Clause(Struct, frozen=True):
    """One clause: who, what kind of norm, under which conditions, for how long, with which effect.

    ``once`` are conditions precedent, met for good; ``so_long_as`` must go on holding; ``until`` ends the
    clause. ``performed_by`` and ``breached_while`` tie the norm to facts. ``from_signature``: it binds from the
    signature on, as final clauses do (general law: Vienna Convention, art. 24(4)). ``inferred_by`` names the voices
    that read the clause into the text; without them it does not exist. ``essential_by`` are the voices that
    call the clause essential where that is not undisputed. ``said`` keeps every line as it stands in the file.
    ``rule`` names the rule of general
    law that supplies the clause where the treaty is silent. ``provisional``: its bearers apply a text provisionally;
    ``opting_out`` says when they may declare that they do not: ``at signature``, ``at any time`` or, empty, never.
    ``humanitarian``: it protects persons, and no breach suspends or ends it. ``in_place_of`` are clauses of earlier
    treaties in the place of which it stands; ``incompatible`` are those that do not go together with it.
    ``yearly`` is the month and the day by which a notice must be given to work in that year. ``addressees`` are the
    actors to whom a notice goes, or ``the other``; ``stating`` says that it has to state something, such as reasons.
    ``postponed`` is what holds an effect back as long as it lasts. ``outlives`` is for how long a clause that survives
    goes on after the end; without one, for good.
    """

    id: str
    treaty: str
    instrument: str
    kind: NormKind
    bearer: Bearer
    sentence: str
    counterparty: Bearer = Bearer()
    verb: str = ""
    aliases: tuple[str, ...] = ()
    once: tuple[Condition, ...] = ()
    so_long_as: tuple[Condition, ...] = ()
    until: tuple[Condition, ...] = ()
    until_day: Day | None = None
    deadline: Deadline | None = None
    each_time: str = ""
    standards: tuple[str, ...] = ()
    performed_by: Condition | None = None
    breached_while: Condition | None = None
    window: Window | None = None
    notice: Notice | None = None
    effect: Effect | None = None
    essential: bool = False
    essential_by: tuple[str, ...] = ()
    needs_relations: bool = False
    on_expiry: bool = False
    survives: bool = False
    from_signature: bool = False
    inferred_from: tuple[str, ...] = ()
    inferred_by: tuple[str, ...] = ()
    rule: str = ""
    lines: tuple[Line, ...] = ()
    said: tuple[Line, ...] = ()
    citations: tuple[Citation, ...] = ()
    reservability: Reservability | None = None
    provisional: Provisional | None = None
    opting_out: str = ""
    humanitarian: bool = False
    in_place_of: tuple[Displaced, ...] = ()
    yearly: tuple[int, int] | None = None
    addressees: tuple[str, ...] = ()
    stating: bool = False
    postponed: Condition | None = None
    deemed: Deemed | None = None
    incompatible: tuple[Displaced, ...] = ()
    outlives: Span | None = None
