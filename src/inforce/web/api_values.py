"""What the HTTP interface answers: a query, and answers of the same types as everywhere."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from inforce.answers import Answer
from inforce.answers.acts import ActAnswer
from inforce.answers.apart import Apart, Weighed
from inforce.answers.between import Bond
from inforce.answers.compared import Against
from inforce.answers.differences import Difference
from inforce.answers.listing import Listed
from inforce.answers.may import MayAnswer
from inforce.answers.parties import Roll
from inforce.answers.show import Shown
from inforce.answers.whatif import Supposition
from inforce.answers.window import Due
from inforce.model import Source
from inforce.web.looking import Hit, Resting
from inforce.web.network import Bound

Query = dict[str, Any]


class Page(Struct, frozen=True, rename={"after": "next"}):
    """Which part of a list this is: of how many, from which on; ``next`` is the offset that follows, if one does."""

    total: int
    offset: int
    after: int | None


class Listing(Struct, frozen=True):
    """What is in the book, in short, with its coverage."""

    query: Query
    answers: tuple[Listed, ...]
    page: Page
    coverage: str


class Found(Struct, frozen=True):
    """What has the words that are looked for."""

    query: Query
    answers: tuple[Hit, ...]
    coverage: str


class SourceAnswer(Struct, frozen=True):
    """A source and everything that rests on it."""

    key: str
    title: str
    author: str
    issued: str
    url: str
    rests: tuple[Resting, ...]


class Sources(Struct, frozen=True):
    """Sources, each with what rests on it."""

    query: Query
    answers: tuple[SourceAnswer, ...]
    coverage: str


class SourcesListed(Struct, frozen=True):
    """The sources of the books, a page at a time."""

    query: Query
    answers: tuple[Source, ...]
    page: Page
    coverage: str


class Network(Struct, frozen=True):
    """Who is bound to whom; ``many`` are treaties among many, of which only the number bound is told."""

    query: Query
    answers: tuple[Bound, ...]
    many: dict[str, int]
    coverage: str


class Intervals(Struct, frozen=True):
    """Every interval of a question, a page at a time."""

    query: Query
    answers: tuple[Answer, ...]
    page: Page


class Rolls(Struct, frozen=True):
    """Who is bound."""

    query: Query
    answers: tuple[Roll, ...]
    coverage: str


class Acts(Struct, frozen=True):
    """Acts with their effects."""

    query: Query
    answers: tuple[ActAnswer, ...]
    coverage: str


class Mays(Struct, frozen=True):
    """Whether a party may do an act."""

    query: Query
    answers: tuple[MayAnswer, ...]


class Dues(Struct, frozen=True):
    """What falls due."""

    query: Query
    answers: tuple[Due, ...]
    coverage: str


class Calendar(Struct, frozen=True):
    """What falls due in every treaty, a page at a time, with the coverage of the book."""

    query: Query
    answers: tuple[Due, ...]
    page: Page
    coverage: str


class Compared(Struct, frozen=True):
    """Where two views differ; ``evidence`` is on what most of the differences turn."""

    query: Query
    answers: tuple[Apart, ...]
    evidence: tuple[Weighed, ...]
    coverage: str


class Comparisons(Struct, frozen=True):
    """What sources state, beside the record."""

    query: Query
    answers: tuple[Against, ...]


class Bonds(Struct, frozen=True):
    """What binds two parties."""

    query: Query
    answers: tuple[Bond, ...]
    coverage: str


class Differences(Struct, frozen=True):
    """What would be different."""

    query: Query
    answers: tuple[Difference, ...]


class Records(Struct, frozen=True):
    """What the record says of a treaty with its parts, or of a clause or a name."""

    query: Query
    answers: tuple[Shown, ...]


class Supposed(Struct, frozen=True):
    """What is supposed, and which question it is asked of; nothing is written."""

    supposing: Supposition
    on: str | None = None
    clause: str | None = None
    instrument: str | None = None
    party: str | None = None
    between: tuple[str, str] | None = None
    view: str = "all-voices"
    known: str | None = None
