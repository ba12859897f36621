"""The outcomes that sources state, beside what the record yields in a view and in every other."""

from collections.abc import Iterator

from msgspec.structs import replace

from inforce.answers.answer import Answer
from inforce.answers.bounds import AGREES, DIFFERS, ONE_SIDE, Bound, bounds_of, told_days
from inforce.answers.compared import Against, Compared, InView
from inforce.answers.confusions import Confusion, confusions_of
from inforce.answers.entries import entry_days
from inforce.answers.hearings import hearing_of
from inforce.answers.puzzle import Puzzle
from inforce.answers.question import UnknownNameError, treaty_named, view_named
from inforce.answers.status import Asked, asked_for
from inforce.answers.wording import text_from_citations, text_from_claim, text_from_day
from inforce.model import ALL_VOICES, Book, Claim, Outcome, Question
from inforce.temporal import Day


def against(book: Book, question: Question, voice: str = "", today: Day | None = None) -> tuple[Against, ...]:
    """Return every outcome of a treaty that a voice states, or any voice, beside what the record yields.

    Raises:
        UnknownNameError: if the treaty or the view does not exist, or the voice states no outcome of the treaty.
    """
    treaty = treaty_named(book, question.treaty)
    view_named(book, question.view)
    stated = [claim for claim in book.claims if _outcome_of(claim, treaty.id)]
    voices = voices_with_outcomes(book, treaty.id)
    if voice and voice not in voices:
        raise UnknownNameError(f"voice with an outcome of {treaty.id}", voice, voices)
    desk = _Desk(book, question)
    chosen = [claim for claim in stated if voice in ("", claim.voice)]
    chosen.sort(
        key=lambda claim: (voices.index(claim.voice), claim.stretch.start.first if claim.stretch else 0)
    )
    return tuple(item for claim in chosen for item in desk.compared(claim, today))


def voices_with_outcomes(book: Book, treaty: str) -> tuple[str, ...]:
    """Return who states an outcome of a treaty, in the order of the files."""
    return tuple(dict.fromkeys(claim.voice for claim in book.claims if _outcome_of(claim, treaty)))


def _outcome_of(claim: Claim, treaty: str) -> bool:
    return isinstance(claim.proposition, Outcome) and claim.proposition.treaty == treaty


class _Desk:
    """Compare outcomes of one treaty: each view is heard once."""

    def __init__(self, book: Book, question: Question) -> None:
        self.book, self.question = book, question
        names = dict.fromkeys((question.view, *book.views_beside(question.treaty)))
        self.hearings = {name: hearing_of(book, name, question.known) for name in names}
        self.entries = entry_days(self.hearings[ALL_VOICES.id], question)

    def compared(self, claim: Claim, today: Day | None) -> Iterator[Against]:
        """Yield an outcome beside the record, for everyone whom it concerns."""
        outcome = claim.proposition
        assert isinstance(outcome, Outcome)
        party = outcome.party or self.question.party
        asked_of = replace(self.question, instrument=outcome.instrument, clause=outcome.clause, party=party)
        solved = {name: self._asked(asked_of, name) for name in self.hearings}
        for turn, asked in enumerate(solved[self.question.view]):
            in_views = {name: found[turn] for name, found in solved.items() if turn < len(found)}
            yield Against(
                id=claim.id,
                voice=claim.voice,
                text=text_from_claim(claim),
                cite=text_from_citations(claim.citations),
                denied=claim.against,
                treaty=outcome.treaty,
                instrument=outcome.instrument or None,
                clause=outcome.clause or None,
                party=asked.party or None,
                status=outcome.status,
                bounds=() if claim.against else tuple(self._bounds(claim, outcome, in_views)),
                record=tuple(_rows(claim, asked, today)),
            )

    def _asked(self, question: Question, view: str) -> list[Asked]:
        hearing = self.hearings[view]
        return asked_for(self.book, replace(question, view=view), flagged=False, hearing=hearing)

    def _bounds(self, claim: Claim, outcome: Outcome, in_views: dict[str, Asked]) -> Iterator[Compared]:
        """Yield the ends of an outcome, each in every view; an end that nobody gives or has is left out."""
        by_view = {name: tuple(bounds_of(claim, asked, outcome.status)) for name, asked in in_views.items()}
        for turn, bound in enumerate(by_view[self.question.view]):
            views = tuple(
                InView(name, told_days(bounds[turn].days), bounds[turn].verdict)
                for name, bounds in by_view.items()
                if name != ALL_VOICES.id or name == self.question.view
            )
            if bound.claimed is not None or any(each.days for each in views):
                confusions = self._confusions(bound, outcome, views)
                claimed, days = told_days(bound.claimed), told_days(bound.days)
                yield Compared(bound.which, claimed, days, bound.verdict, views, confusions)

    def _confusions(self, bound: Bound, outcome: Outcome, views: tuple[InView, ...]) -> tuple[Confusion, ...]:
        if bound.verdict not in (DIFFERS, ONE_SIDE) or bound.claimed is None:
            return ()
        agreeing = tuple(each.view for each in views if each.verdict == AGREES)
        found = confusions_of(
            Puzzle(
                self.book,
                self.book.treaties[outcome.treaty],
                "" if outcome.clause else _end_or_entry(outcome.status, bound.which),
                bound.claimed.candidates,
                bound.days,
                agreeing,
                self.entries,
            )
        )
        if (
            bound.verdict == ONE_SIDE and agreeing
        ):  # a view has this very day: nothing else needs to be mixed up
            return tuple(each for each in found if each.name == "one_view")
        return found


def _end_or_entry(status: str, which: str) -> str:
    return {("in_force", "begins"): "entry", ("in_force", "ends"): "end", ("ended", "begins"): "end"}.get(
        (status, which), ""
    )


def _rows(claim: Claim, asked: Asked, today: Day | None) -> Iterator[Answer]:
    """Yield the intervals of the view that share a day with what is stated."""
    stretch = claim.stretch
    for row in asked.rows:
        before = stretch is not None and row.until is not None and row.until <= stretch.start.first
        after = stretch is not None and not stretch.open_end and row.since > stretch.stop.last
        if not before and not after:
            yield replace(asked.answer(row.since, today, explained=False), on=text_from_day(None))
