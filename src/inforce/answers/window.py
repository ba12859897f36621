"""A window of days, and what may come on a day in it."""

from msgspec import Struct

from inforce.answers.answer import Answer, Because
from inforce.temporal import DateError, Day, iso_from_day

KINDS = {
    "last_day": "the last day of a duty, still in time",
    "postponed": "what was the last day of a duty before it was postponed",
    "arises": "a duty falls due, its conditions being met",
    "last_notice": "the last day for a notice or another use of a power",
    "opens": "the first day of a power or a permission",
    "takes_effect": "a notice that has been given takes effect",
    "expires": "a term runs out for good, if nobody acts",
    "renews": "a term runs out and begins anew, if nobody acts",
    "no_day": "a duty is due, and no day is set for it",
}
"""The closed list of what may come on a day."""


class Window(Struct, frozen=True):
    """The days that are asked, both ends included, and what narrows the question.

    ``undated`` asks for duties without a day too, ``over`` also for days on which what they belong to has ended.
    """

    first: Day
    last: Day
    treaty: str = ""
    party: str = ""
    view: str = "all-voices"
    known: Day | None = None
    undated: bool = False
    over: bool = False


class Due(Struct, frozen=True):
    """Something that comes on a day: its kind and its possible days in EDTF (None where there is no day).

    ``sure`` says whether it comes in every case, ``certainty`` whether its day is open and why. ``answer`` is the
    status on these days, each case on its own; ``because`` says why it is these days.
    """

    kind: str
    days: str | None
    sure: bool
    certainty: str
    text: str
    answer: Answer
    because: tuple[Because, ...]


class WindowError(DateError):
    """A window ends before it begins."""

    def __init__(self, window: Window) -> None:
        first, last = iso_from_day(window.first), iso_from_day(window.last)
        super().__init__("the window ends before it begins", text=f"{first} to {last}")
        self.args = (
            f"The window ends before it begins. Write from {last} to {first}, the earlier day first.",
        )
