"""The desk at which an article is written: the book, the treaty, the views asked, and how a statement is made."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from inforce.answers.acts import ActAnswer, acts
from inforce.answers.answer import Answer
from inforce.answers.article.about import claims_about, views_about
from inforce.answers.article.dates import words_of_when
from inforce.answers.article.grammar import listed
from inforce.answers.article.names import Names
from inforce.answers.article.value import Run, Statement
from inforce.answers.question import treaty_named, view_named
from inforce.answers.timeline import timeline
from inforce.engine import Knowledge, knowledge_of
from inforce.model import ALL_VOICES, RECORD, Book, Citation, Claim, Question, Reading, View
from inforce.temporal import Day

_NO_DAY = Day(0)


class Desk:
    """Everything that the writers of the sections share.

    Raises:
        UnknownNameError: if the book has no such treaty or view.
    """

    def __init__(self, book: Book, treaty_id: str, view_id: str = "", known: Day | None = None) -> None:
        self.book, self.known = book, known
        self.treaty = treaty_named(book, treaty_id)
        self.asked: View = view_named(book, view_id or ALL_VOICES.id)
        self.names = Names(book, self.treaty)
        heard = (each for each in claims_about(book, self.treaty) if is_known(each, known))
        self.claims: tuple[Claim, ...] = tuple(heard)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The views to tell: the one asked, or, heard alike, each of the book's and then all voices."""
        if self.asked is not ALL_VOICES:
            return (self.asked,)
        return (*views_about(self.book, self.treaty, self.claims), ALL_VOICES)

    @cached_property
    def timelines(self) -> dict[str, tuple[Answer, ...]]:
        """Every interval of the treaty in each view."""
        return {view.id: timeline(self.book, self._question(view)) for view in self.views}

    def _question(self, view: View) -> Question:
        return Question(self.treaty.id, _NO_DAY, view=view.id, known=self.known)

    @cached_property
    def verdicts(self) -> dict[str, dict[str, ActAnswer]]:
        """What became of each act in each view, by the claim that records it."""
        return {
            view.id: {
                act.id: act for act in acts(self.book, self.treaty.id, view_id=view.id, known=self.known)
            }
            for view in self.views
        }

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of clauses of the treaty."""
        return tuple(each for each in self.book.readings if each.clause.treaty == self.treaty.id)

    def voice(self, claim: Claim) -> str:
        """Return who makes a claim, and when it was said."""
        return f"{self.names.actor(claim.voice)}{self.said_on(claim)}"

    def said_on(self, claim: Claim) -> str:
        """Return when a claim was made, in parentheses, if the record says so."""
        told = []
        if claim.said is not None:
            told.append(f"said {words_of_when(claim.said)}")
        if claim.known is not None and claim.known != claim.said:
            told.append(f"known {words_of_when(claim.known)}")
        return f" ({', '.join(told)})" if told else ""


def is_known(claim: Claim, known: Day | None) -> bool:
    """Whether a claim may have been known by a day."""
    return knowledge_of(claim, known) is not Knowledge.NO


def stated(
    *parts: str | Run, on: str | Iterable[str], cites: Iterable[Citation] = (), voice: str = RECORD
) -> Statement:
    """Make a statement of texts and runs, with what it rests on."""
    grounds = (on,) if isinstance(on, str) else tuple(on)
    return Statement(tuple(_runs(parts)), grounds, tuple(dict.fromkeys(cites)), voice)


def _runs(parts: Iterable[str | Run]) -> Iterator[Run]:
    for part in parts:
        if isinstance(part, Run):
            yield part
        elif part:
            yield Run(part)


def quoted(view: View) -> str:
    """Name a view by its title."""
    return f"“{view.title or view.id}”"


def in_views(views: Sequence[View]) -> str:
    """Say in whose view something is so."""
    named = [quoted(view) for view in views if view is not ALL_VOICES]
    told = [f"in the view{'s' * (len(named) > 1)} {listed(named)}"] if named else []
    return listed([*told, *("with every voice heard alike" for view in views if view is ALL_VOICES)])
