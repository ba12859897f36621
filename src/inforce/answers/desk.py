"""The desk at which one treaty is asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Unpack

from msgspec.structs import replace

from inforce.answers.answer import Answers, Timelines
from inforce.answers.asking import About, DueAsked, day_from_text, day_or_today, today, window_from_asked
from inforce.answers.question import treaty_named
from inforce.answers.status import status
from inforce.answers.timeline import timeline, views
from inforce.answers.wording import text_from_day
from inforce.model import Question

if TYPE_CHECKING:
    from pathlib import Path

    from inforce.answers.acts import ActAnswer
    from inforce.answers.apart import Differing
    from inforce.answers.article import Article
    from inforce.answers.compared import Against
    from inforce.answers.may import MayAnswer
    from inforce.answers.parties import Roll
    from inforce.answers.show import Shown
    from inforce.answers.whatif import Supposition, WhatIf
    from inforce.answers.window import Due
    from inforce.load import Added
    from inforce.model import Book


class TreatyDesk:
    """Ask one treaty: its status, every interval, every view, its acts."""

    def __init__(self, book: Book, paths: tuple[Path, ...], name: str, added: tuple[Added, ...] = ()) -> None:
        treaty_named(book, name)
        self.book, self.paths, self.name, self.added = book, paths, name, added

    def status(self, on: str | date | None = None, **asked: Unpack[About]) -> Answers:
        """Answer what the status was on a day, today if none is given.

        ``asked`` may name ``view``, ``known``, ``clause``, ``instrument``, ``party`` and ``between``.

        Raises:
            UnknownNameError: if a name is not in the book.
            DateError: if a day is impossible.
        """
        question = self.question(on, **asked)
        return Answers(query_of("status", question), status(self.book, question, today()))

    def timeline(self, *views: str, **asked: Unpack[About]) -> Timelines:
        """Answer for every interval, in a view or in several, one after another.

        >>> import inforce
        >>> inforce.open().treaty("sino-soviet-1945").timeline("roc", "ussr").svg().splitlines()[0]
        '<?xml version="1.0" encoding="UTF-8"?>'
        """
        first = self.question(None, **asked)
        questions = tuple(replace(first, view=view) for view in dict.fromkeys(views or (first.view,)))
        query = {**query_of("timeline", first), "view": " ".join(each.view for each in questions)}
        found = (answer for each in questions for answer in timeline(self.book, each, today()))
        return Timelines(query, tuple(found), self.book, questions)

    def views(self, on: str | date | None = None, **asked: Unpack[About]) -> Answers:
        """Answer under every view of the book."""
        question = self.question(on, **asked)
        return Answers(query_of("views", question), views(self.book, question, today()))

    def apart(self, one: str, other: str, on: str | date | None = None, **asked: Unpack[About]) -> Differing:
        """Return where two views answer differently: for which clauses and whom, on which days, on which evidence.

        With a day, only what differs on it.

        Raises:
            UnknownNameError: if a name is not in the book.
            DateError: if a day is impossible.
        """
        from inforce.answers.apart import Differing, apart, holding_on, weighed

        question = self.question(on, **asked)
        found = apart(self.book, question, (one, other), today())
        found = holding_on(found, question.on) if on else found
        told = query_of("views", question)
        day = told["on"] if on else None
        query = {**told, "on": day, "view": f"{one} {other}", "clauses": True}
        return Differing(query, found, weighed(found))

    def acts(
        self, by: str = "", view: str = "all-voices", known: str | None = None, voter: str = ""
    ) -> tuple[ActAnswer, ...]:
        """Return each act with its effect or the element that it lacks; of one voter, those that it voted on."""
        from inforce.answers.acts import acts, voted_on

        found = acts(self.book, self.name, by, view, day_from_text(known) if known else None)
        return voted_on(found, voter) if voter else found

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
        from inforce.answers.whatif import Opened, whatif

        return whatif(
            Opened(self.book, self.paths, self.added), self.question(on, **asked), supposed, today()
        )

    def show(self, clause: str = "", about: str = "") -> Shown:
        """Return what the record says, of a clause or about a name, without computing anything."""
        from inforce.answers.about import about as shown_about
        from inforce.answers.show import show

        if about:
            return shown_about(self.book, self.name, about)
        return show(self.book, self.name, clause)

    def article(self, view: str | None = None, known: str | date | None = None) -> Article:
        """Write the article about the treaty from its record alone.

        With a view named, what is computed is told in that view; without one, view by view.

        Raises:
            UnknownNameError: if there is no such view.
            DateError: if a day is impossible.

        >>> import inforce
        >>> print(inforce.open().treaty("sino-soviet-1945").article().markdown().splitlines()[0])
        # Treaty of Friendship and Alliance of 14 August 1945
        """
        from inforce.answers.article import article
        from inforce.answers.article.illustration import illustrated

        day = day_from_text(known) if known else None
        return illustrated(article(self.book, self.name, view or "", day), self.paths)

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


def query_of(verb: str, question: Question) -> dict[str, str | None]:
    """Return a question as an answer repeats it, the same in every face."""
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
