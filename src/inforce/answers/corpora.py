"""Columnar books as a library: one treaty at a desk, and what binds two parties among thousands of treaties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from inforce.answers.answer import Answer, Because
from inforce.answers.asking import BetweenAsked, DueAsked, day_from_text, day_or_today
from inforce.answers.between import Bond
from inforce.answers.desk import TreatyDesk
from inforce.answers.library import Library
from inforce.answers.membership import SamePartyError
from inforce.answers.question import UnknownNameError
from inforce.answers.wording import text_from_day
from inforce.model import ALL_VOICES, Book
from inforce.temporal import Day

if TYPE_CHECKING:
    import pyarrow as pa

    from inforce.answers.panels import PanelAsked
    from inforce.answers.window import Due
    from inforce.corpus import Panel
    from inforce.corpus.columnar import Columnar
    from inforce.corpus.duck import Watching
    from inforce.corpus.standing import Standing, Tie


class CorpusLibrary(Library):
    """A columnar book, ready for questions. What is asked once about all of it is kept."""

    columnar: Columnar

    def __init__(self, columnar: Columnar, path: Path) -> None:
        super().__init__(Book(), (path,), columnar=columnar)

    def treaty(self, name: str, parties: Sequence[str] = ()) -> TreatyDesk:
        """Return the desk at which one treaty is asked, for some of its parties or for all.

        Raises:
            UnknownNameError: if the book has no such treaty, or it no such party; the error has the nearest names.
        """
        from inforce.corpus.instance import book_of_treaty

        return TreatyDesk(book_of_treaty(self.columnar, name, parties), (), name)

    @property
    def treaties(self) -> tuple[str, ...]:
        """The names of the treaties."""
        return self.columnar.treaties

    @cached_property
    def standing(self) -> Standing:
        """How every treaty stands for everybody, in the view that hears every voice."""
        from inforce.corpus.intervals import results
        from inforce.corpus.standing import Standing

        return Standing(results(self.columnar))

    def between(
        self, one: str, other: str, on: str | date | None = None, **asked: Unpack[BetweenAsked]
    ) -> tuple[Bond, ...]:
        """Return every treaty that binds two parties on a day, today if none is given.

        Only the treaties that name both are computed; ``over`` asks for those that do not bind them too. Clauses are
        not told here, so that ``statuses`` of clauses find nothing.

        Raises:
            UnknownNameError: if a party or the view does not exist, or one party stands on both sides.
        """
        if one == other:
            raise SamePartyError(one, self._parties())
        if asked.get("statuses"):
            return ()
        day = day_or_today(on)
        view, told = asked.get("view") or ALL_VOICES.id, asked.get("known")
        known = day_from_text(told) if told else None
        standing = self._standing_of(one, other, view, known)
        ties = standing.between(one, other, day, over=asked.get("over", False))
        titles = self._titles([tie.treaty for tie in ties])
        return tuple(
            Bond(tie.treaty, None, titles[tie.treaty], _answer(tie, one, other, day, (view, known)), {}, ())
            for tie in ties
        )

    def due(self, first: str | date, last: str | date, **asked: Unpack[DueAsked]) -> tuple[Due, ...]:
        """Refuse: what falls due is asked of treaty files, whose clauses have days.

        Raises:
            CorpusError: always.
        """
        from inforce.corpus import CorpusError

        raise CorpusError(
            "A columnar book is not asked what falls due. Ask a treaty file, whose clauses have days."
        )

    def panel(self, watching: Watching | None = None, **asked: Unpack[PanelAsked]) -> Panel:
        """Return a panel for statistics, with codes from the book's own table of actors unless another is named.

        Raises:
            UnknownNameError: if a name does not exist; the error has the nearest.
            PanelError: if what is asked makes no panel.
            CorpusExtraError: if what the extra `corpus` brings is not installed.
        """
        from inforce.answers.panels import panel_of_columnar

        return panel_of_columnar(self.columnar, asked, watching)

    def exits(self, view: str = ALL_VOICES.id) -> pa.Table:
        """Return who left what and when, over all treaties: a row for each exit, in the order of the calendar."""
        from inforce.corpus.exits import exits
        from inforce.corpus.intervals import batches

        return exits(batches(self.columnar, view=view))

    def disagreements(self, view: str = ALL_VOICES.id) -> pa.Table:
        """Return where two voices give different days, the furthest apart first; they are compared as they stand."""
        from inforce.corpus.collisions import collisions

        return collisions(self.columnar.table("claims"))

    def network(
        self, what: str, on: str | date, view: str = ALL_VOICES.id, *, directed: bool = True
    ) -> pa.Table:
        """Return who is bound to whom on a day: edges, with how many treaties, and which.

        Raises:
            UnknownNameError: if no such treaty or view exists.
        """
        from inforce.corpus.intervals import batches
        from inforce.corpus.network import network
        from inforce.corpus.panel_asked import obligation_from_text

        day = date.fromordinal(day_from_text(on))
        rows = batches(self.columnar, view=view)
        return network(rows, day, obligation_from_text(f"network={what}"), directed=directed)

    def sample(
        self, seed: int, n: int, *treaties: str, view: str = ALL_VOICES.id, known: str | date | None = None
    ) -> pa.Table:
        """Return how the treaties named, or all, stand for everyone in ``n`` possible worlds, treaty by treaty."""
        import pyarrow as pa

        found = [
            Library(self.treaty(name).book).sample(seed, n, name, view=view, known=known)
            for name in treaties or self.treaties
        ]
        return pa.concat_tables(found)

    def _standing_of(self, one: str, other: str, view: str, known: Day | None) -> Standing:
        """Compute the treaties that two share."""
        from inforce.corpus.intervals import results
        from inforce.corpus.standing import Standing

        shared = [self._named_in(party) for party in (one, other)]
        if "standing" in self.__dict__ and view == ALL_VOICES.id and known is None:
            return self.standing
        both = sorted(shared[0] & shared[1])
        return Standing(results(self.columnar, view=view, known=known, treaties=both, parties=(one, other)))

    def _named_in(self, party: str) -> frozenset[str]:
        """Return the treaties that name a party.

        Raises:
            UnknownNameError: if none does.
        """
        found = frozenset(self.columnar.party_table([party])["treaty"].to_pylist())
        if not found:
            raise UnknownNameError("party", party, self._parties())
        return found

    def _parties(self) -> tuple[str, ...]:
        return tuple(sorted(self.columnar.table("parties")["party"].unique().to_pylist()))

    def _titles(self, treaties: Sequence[str]) -> dict[str, str]:
        rows = self.columnar.table("treaties", list(treaties)).to_pylist()
        return {row["treaty"]: row["title"] or "" for row in rows}


def _answer(tie: Tie, one: str, other: str, on: Day, asked: tuple[str, Day | None]) -> Answer:
    """Return how a treaty stands between two in the one shape of an answer."""
    view, known = asked
    because = (Because("rule", "between-two", "in force between two when it is in force for each"),)
    return Answer(
        tie.treaty,
        *(None, None, one, other, text_from_day(on), view, text_from_day(known)),
        *(tie.status, tie.possible, tie.certainty, text_from_day(tie.since), text_from_day(tie.until)),
        *(None, None, None, (), because),
    )
