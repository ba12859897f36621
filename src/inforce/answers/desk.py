"""The desk at which one treaty is asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Unpack

from inforce.answers.answer import Answers
from inforce.answers.asking import About, DueAsked, day_from_text, day_or_today, today, window_from_asked
from inforce.answers.question import treaty_named
from inforce.answers.status import status
from inforce.answers.timeline import timeline, views
from inforce.answers.wording import text_from_day
from inforce.model import Question

if TYPE_CHECKING:
    from pathlib import Path

    from inforce.answers.acts import ActAnswer
    from inforce.answers.compared import Against
    from inforce.answers.may import MayAnswer
    from inforce.answers.parties import Roll
    from inforce.answers.show import Shown
    from inforce.answers.whatif import Supposition, WhatIf
    from inforce.answers.window import Due
    from inforce.model import Book


class TreatyDesk:
    """Ask one treaty: its status, every interval, every view, its acts."""

    def __init__(self, book: Book, paths: tuple[Path, ...], name: str) -> None:
        treaty_named(book, name)
        self.book, self.paths, self.name = book, paths, name

    def status(self, on: str | date | None = None, **asked: Unpack[About]) -> Answers:
        """Answer what the status was on a day, today if none is given.

        ``asked`` may name ``view``, ``known``, ``clause``, ``instrument``, ``party`` and ``between``.

        Raises:
            UnknownNameError: if a name is not in the book.
            DateError: if a day is impossible.
        """
        question = self.question(on, **asked)
        return Answers(_query("status", question), status(self.book, question, today()))

    def timeline(self, **asked: Unpack[About]) -> Answers:
        """Answer for every interval."""
        question = self.question(None, **asked)
        return Answers(_query("timeline", question), timeline(self.book, question, today()))

    def views(self, on: str | date | None = None, **asked: Unpack[About]) -> Answers:
        """Answer under every view of the book."""
        question = self.question(on, **asked)
        return Answers(_query("views", question), views(self.book, question, today()))

    def acts(self, by: str = "", view: str = "all-voices", known: str | None = None) -> tuple[ActAnswer, ...]:
        """Return each act with its effect or the element that it lacks."""
        from inforce.answers.acts import acts

        return acts(self.book, self.name, by, view, day_from_text(known) if known else None)

    def may(
        self, act: str, party: str, on: str | date | None = None, view: str = "all-voices"
    ) -> tuple[MayAnswer, ...]:
        """Answer whether a party may do an act on a day, under every clause and rule that could let it."""
        from inforce.answers.may import may

        return may(self.book, act, self.question(on, party=party, view=view))

    def parties(self, on: str | date | None = None, **asked: Unpack[About]) -> tuple[Roll, ...]:
        """Return who is bound on a day, who has signed only, who has left, who never joined.

        The roll of the treaty comes first, then that of each instrument whose parties differ on the day.
        """
        from inforce.answers.parties import parties

        return parties(self.book, self.question(on, **asked), today())

    def due(self, first: str | date, last: str | date, **asked: Unpack[DueAsked]) -> tuple[Due, ...]:
        """Return what falls due in this treaty from one day through another, both included."""
        from inforce.answers.due import due

        return due(self.book, window_from_asked(first, last, {**asked, "treaty": self.name}), today())

    def against(self, voice: str = "", **asked: Unpack[About]) -> tuple[Against, ...]:
        """Return the outcomes that a voice states, or every voice, beside what the record yields.

        Raises:
            UnknownNameError: if the voice states no outcome of the treaty; the error has those that do.
        """
        from inforce.answers.against import against

        return against(self.book, self.question(None, **asked), voice, today())

    def whatif(self, supposed: Supposition, on: str | date | None = None, **asked: Unpack[About]) -> WhatIf:
        """Answer what changes if the record, its readings or the rules were otherwise."""
        from inforce.answers.whatif import whatif

        return whatif(self.book, self.paths, self.question(on, **asked), supposed, today())

    def show(self, clause: str = "") -> Shown:
        """Return what the record says, without computing anything."""
        from inforce.answers.show import show

        return show(self.book, self.name, clause)

    def question(self, on: str | date | None = None, **asked: Unpack[About]) -> Question:
        """Return a question about this treaty, with the defaults of the command line."""
        known = asked.get("known")
        return Question(
            treaty=self.name,
            on=day_or_today(on),
            instrument=asked.get("instrument") or "",
            clause=asked.get("clause") or "",
            party=asked.get("party") or "",
            between=asked.get("between"),
            view=asked.get("view") or "all-voices",
            known=day_from_text(known) if known else None,
        )


def _query(verb: str, question: Question) -> dict[str, str | None]:
    between = " ".join(question.between) if question.between else None
    return {
        "verb": verb,
        "treaty": question.treaty,
        "instrument": question.instrument or None,
        "clause": question.clause or None,
        "party": question.party or None,
        "between": between,
        "on": text_from_day(question.on) if verb not in ("timeline",) else None,
        "view": question.view,
        "known": text_from_day(question.known),
    }
