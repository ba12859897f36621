"""What a source states, beside the record: one outcome with each of its ends compared."""

from msgspec import Struct

from inforce.answers.answer import Answer
from inforce.answers.confusions import Confusion


class InView(Struct, frozen=True):
    """One end of a status in one view: its possible days, and how the source's day stands to them."""

    view: str
    days: str | None
    verdict: str


class Compared(Struct, frozen=True):
    """One end of what a source states, ``begins`` or ``ends``, beside the record.

    ``claimed`` is the first day with the status, or the first without it; None where the source says that it does
    not end. ``days`` and ``verdict`` are those of the view that is asked; ``views`` has every view.
    """

    which: str
    claimed: str | None
    days: str | None
    verdict: str
    views: tuple[InView, ...]
    confusions: tuple[Confusion, ...]


class Against(Struct, frozen=True):
    """An outcome that a voice states, beside the record: the intervals of the view, and each end compared.

    A denied outcome is kept and shown; it gives no days to compare.
    """

    id: str
    voice: str
    text: str
    cite: str
    denied: bool
    treaty: str
    instrument: str | None
    clause: str | None
    party: str | None
    status: str
    bounds: tuple[Compared, ...]
    record: tuple[Answer, ...]
