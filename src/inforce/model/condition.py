"""Conditions: names joined by *and*, *or*, *not*."""

from __future__ import annotations

from msgspec import Struct

from inforce.model.invalidity import Bar, Defect


class FactHolds(Struct, frozen=True, tag="fact"):
    """A fact holds (a state) or has happened (an event); ``whom`` says of whom, if of anyone.

    ``whom`` is an actor's code or one of the roles ``it``, ``the other``, ``either``, ``both``.
    """

    fact: str
    whom: str = ""


class ClauseIs(Struct, frozen=True, tag="clause"):
    """A clause has one of some statuses: *clause 4 is performed*."""

    clause: str
    statuses: tuple[str, ...]
    whom: str = ""


class TreatyIs(Struct, frozen=True, tag="treaty"):
    """A treaty has a status: *kyoto-protocol is in force*."""

    treaty: str
    statuses: tuple[str, ...]
    whom: str = ""


class BreachEstablished(Struct, frozen=True, tag="breach"):
    """A breach of one of the clauses by an actor is found, admitted, or stands on the facts.

    ``whom`` is an actor's code, or one of the roles ``it``, ``the other`` and ``another`` (any party but the bearer).
    """

    clauses: tuple[str, ...]
    whom: str


class RelationsSevered(Struct, frozen=True, tag="severed"):
    """Diplomatic relations between the parties are severed."""


class Not(Struct, frozen=True, tag="not"):
    """The condition does not hold."""

    condition: Condition


class All(Struct, frozen=True, tag="and"):
    """Every one of the conditions holds."""

    conditions: tuple[Condition, ...]


class Either(Struct, frozen=True, tag="or"):
    """At least one of the conditions holds."""

    conditions: tuple[Condition, ...]


Condition = FactHolds | ClauseIs | TreatyIs | BreachEstablished | RelationsSevered | Not | All | Either


class Fact(Struct, frozen=True):
    """A named fact with one sentence in plain words that explanations reuse.

    ``nature`` is ``event`` (happens on a day), ``state`` (lasts over a stretch) or ``defined`` (follows
    from ``definition``). ``grounds`` are those on which treaties are invalid or may be ended by it,
    ``bars`` the actors whom it bars from invoking one.
    """

    id: str
    sentence: str
    nature: str
    of: str = ""
    definition: Condition | None = None
    grounds: tuple[Defect, ...] = ()
    bars: tuple[Bar, ...] = ()
