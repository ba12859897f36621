"""What a record says besides its proposition: who says so, from when it works, what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.model import Ballot, Citation, Detail, Offset
from inforce.temporal import UncertainDay

if TYPE_CHECKING:
    from inforce.parse.syntax import Token

INLINE_KEYS = (
    "said by",
    "denied by",
    "received by",
    "counting from",
    "to take effect",
    "with effect from",
    "at the request of",
    "on the ground of",
    "as an outcome",
    "entry into force opposed",
    "entry into force not opposed",
    "without reservation",
    "reserving",
    "between them",
    "for itself",
    "for themselves",
    "towards",
    "stating",
    "corrects",
    "unverified",
    "against",
    "again",
    "then",
    "to",
    "by",
    "for",
)
"""What may stand behind an act on its own line; some of it may stand in a line below as well."""

LONG_KEYS = (
    *(key for key in INLINE_KEYS if " " in key),
    "reserving",
    "towards",
    "against",
    "unverified",
    "corrects",
    "again",
    "then",
)
"""The keys that no plain words would be mistaken for."""


class VoiceLine(Struct, frozen=True):
    """One voice that says or denies what is recorded, with its own dates and sources."""

    voice: str
    against: bool = False
    said: UncertainDay | None = None
    known: UncertainDay | None = None
    effect: UncertainDay | None = None
    citations: tuple[Citation, ...] = ()
    reserving: tuple[str, ...] | None = None
    opposes: bool | None = None

    @property
    def says_it(self) -> bool:
        """Whether the voice stands for the whole record: it neither denies it nor adds a particular to it."""
        return not self.against and self.effect is None and self.reserving is None and self.opposes is None


class Marks(Struct, frozen=True):
    """Everything that a record says besides its proposition.

    ``party`` and ``by`` are kept as tokens, because what they name depends on the act.
    """

    label: str = ""
    again: bool = False
    then: bool = False
    outcome: bool = False
    ground: str = ""
    party: Token | None = None
    by: tuple[Token, ...] = ()
    until: UncertainDay | None = None
    offset: Offset | None = None
    effect: UncertainDay | None = None
    received: UncertainDay | None = None
    counting_from: UncertainDay | None = None
    corrects: str = ""
    unverified: str = ""
    voices: tuple[VoiceLine, ...] = ()
    details: tuple[Detail, ...] = ()
    between: bool = False
    towards: Token | None = None
    reserving: tuple[str, ...] | None = None
    opposes: bool | None = None
    votes: tuple[Ballot, ...] = ()
    alone: bool = False
    received_by: tuple[str, ...] = ()
