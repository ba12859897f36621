"""Expectations: a treaty's own tests."""

from msgspec import Struct

from inforce.temporal import Day


class Question(Struct, frozen=True):
    """Ask for a status: of a treaty, an instrument or a clause, on a day, in a view, as known on a day."""

    treaty: str
    on: Day
    instrument: str = ""
    clause: str = ""
    party: str = ""
    between: tuple[str, str] | None = None
    view: str = "all-voices"
    known: Day | None = None


class Expectation(Struct, frozen=True):
    """Expect a set of possible statuses; more than one is a contested answer."""

    question: Question
    possible: tuple[str, ...]
    file: str = ""
    line: int = 0
    text: str = ""
