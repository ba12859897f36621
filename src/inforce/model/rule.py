"""The one shape of a rule of general treaty law."""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from inforce.model.clause import Clause
from inforce.model.condition import Condition
from inforce.model.invalidity import Nullity
from inforce.model.terms import EntryIntoForce
from inforce.model.treaty import Treaty
from inforce.temporal import Day, Span

Custom = Literal["custom-firm", "custom-core", "progressive", "disputed"]


class Residual(Struct, frozen=True):
    """What a rule adds to a treaty where its own text is silent.

    A rule answers in the terms of a treaty text: an entry into force, clauses. ``keeps_executed``: what was
    performed stays performed after the end. ``suspended_while``: clauses that need relations rest while it holds.
    ``continues``: a new government leaves the party the same. ``reservations``: a reservation works between its
    author and each other party. ``silence_accepts_after``: who is silent for so long accepts it.
    ``awaits_acceptance``: consent with a reservation works once one other has accepted it. ``impermissible``: what
    follows from a reservation that is not permitted, ``severed`` or ``void``. ``nullities``: what makes a treaty
    void by law. ``succession``: what a succession of states does to the treaties of the predecessor, ``by-law``,
    ``by-consent`` or, for a newly independent state, ``clean-slate``. ``priority``: which of two incompatible
    treaties goes before the other, as they have ``declared`` or the ``later``. ``rests_while_later``: the treaty
    rests while a later one of all its parties that suspends it is in force. ``newcomers``: who joins the treaty
    that this one amends joins this one. ``rights_lost``: who affirms a treaty can no longer invoke what it knew.
    ``spares_humanitarian``: no breach suspends or ends a clause that protects persons. ``consent_of_third``: a
    third state bears no duty that it has not accepted. ``waits``: how long what is invoked against a treaty waits
    for an objection. ``later_goes_before``: a clause gives way to one of a later treaty with which it is
    incompatible. ``voids_defective_notices``: a notice that is too short, misses an addressee or leaves out what it
    has to state has no effect; ``short_notices_work``: one that is only too short works when its time has run.
    """

    entry: EntryIntoForce | None = None
    clauses: tuple[Clause, ...] = ()
    keeps_executed: bool = False
    suspended_while: Condition | None = None
    continues: bool = False
    reservations: bool = False
    silence_accepts_after: Span | None = None
    awaits_acceptance: bool = False
    impermissible: str = ""
    nullities: tuple[Nullity, ...] = ()
    succession: str = ""
    priority: str = ""
    rests_while_later: bool = False
    newcomers: bool = False
    rights_lost: bool = False
    spares_humanitarian: bool = False
    consent_of_third: bool = False
    waits: Span | None = None
    later_goes_before: bool = False
    voids_defective_notices: bool = False
    short_notices_work: bool = False


class Rule(Struct, frozen=True):
    """One rule of general treaty law, with its article, its dates and its standing as custom.

    ``binding_from`` is the day from which the article could bind as treaty law (27 January 1980 for the
    Vienna Convention, art. 84); before it, an answer says "as reflecting custom". ``default`` says whether
    a view that names no rules applies it.
    """

    id: str
    article: str
    title: str
    sentence: str
    custom: Custom
    residual: Callable[[Treaty], Residual]
    binding_from: Day
    default: bool = True
