"""The templates of data sets: treaties in the treaty language, with placeholders for the parties."""

from __future__ import annotations

from inforce.corpus.schema import table_of
from inforce.corpus.template import COUNTED_IN, COUNTED_OUT, ONE_AT_A_TIME, PARTY

MEMBERSHIP = "membership"
"""A treaty of which a data set says no more than from when and until when each was a party."""

MEMBERSHIP_TEXT = f"""\
treaty-format 1

; What this says is all that a list of parties can be asked: it has no entry into force of its own, no term, and no
; way of leaving. A party is one from the day on which the data set counts it among the parties until the day from
; which on it no longer does. These days are what the voice of the data set says, and nothing else.

actor {PARTY} "A party"

fact {COUNTED_IN} "The data set counts it among the parties from this day on."
  event
fact {COUNTED_OUT} "The data set no longer counts it among the parties from this day on."
  event

treaty {MEMBERSHIP} "A treaty as a data set lists its parties"
  parties      {PARTY}
  in force     for each party once {COUNTED_IN}

clause list
  who is {COUNTED_OUT} ceases to be a party
"""


def membership_template() -> dict[str, object]:
    """Return the one row of the table of templates that a list of parties needs."""
    return {"name": [MEMBERSHIP], "text": [MEMBERSHIP_TEXT], "parties": [ONE_AT_A_TIME]}


MEMBERSHIP_TABLE = table_of("templates", membership_template())


def by_deposits(name: str, parties: int, needed: int) -> str:
    """Return a treaty that is in force three months after so many deposits, and for each later party after its own.

    >>> "3 months after deposit by 30 states" in by_deposits("wct", 40, 30)
    True
    """
    who = [f"P{turn}" for turn in range(1, parties + 1)]
    actors = "\n".join(f'actor {code} "Party {code[1:]}"' for code in who)
    return f"""\
treaty-format 1

{actors}

treaty {name} "A treaty that asks for {needed} deposits"
  parties      {", ".join(who)}
  in force     3 months after deposit by {needed} states
  for a state depositing after those  3 months after its deposit
"""
