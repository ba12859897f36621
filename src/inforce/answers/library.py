"""The front door in Python: open books, ask treaties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from msgspec.structs import replace

from inforce.answers.asking import (
    BetweenAsked,
    DueAsked,
    day_from_text,
    pair_from_asked,
    today,
    window_from_asked,
)
from inforce.answers.desk import TreatyDesk
from inforce.load import Added, book_from_cache_or_files, digest_from_files, shipped_books
from inforce.model import ALL_VOICES, Book
from inforce.source import Problem

if TYPE_CHECKING:
    import pyarrow as pa

    from inforce.answers.between import Bond
    from inforce.answers.panels import PanelAsked
    from inforce.answers.whole import Disagreement
    from inforce.answers.window import Due
    from inforce.corpus import Columnar, Panel
    from inforce.corpus.duck import Watching


class BookProblemsError(ValueError):
    """Some files of a book have problems; ``problems`` has them all, with their places."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        from inforce.source import text_from_problem

        self.problems = problems
        super().__init__("\n\n".join(text_from_problem(problem) for problem in problems))


def open(*paths: str | Path, store: str | None = None) -> Library:
    """Open books: the files named, or every book shipped with the package; with a store, what its log adds to them.

    A folder that ends in ``.corpus`` is a columnar book, and is opened alone.

    Raises:
        BookProblemsError: if a file, or an entry of the log, has problems; the error tells all of them.
        CorpusError: if a folder that ends in .corpus is no columnar book, or is named together with other books.
        RefusedError: if there is no such store.

    >>> open().treaty("sino-soviet-1945").status(on="1947-07-01").answers[0].status
    'in_force'
    """
    found = [Path(path) for path in paths] or list(shipped_books())
    if any(path.suffix == ".corpus" for path in found):
        return _columnar(found, store)
    added = _added(store, found) if store else ()
    loaded = book_from_cache_or_files(found, added)
    if loaded.problems:
        raise BookProblemsError(loaded.problems)
    return Library(loaded.book, tuple(found), added)


def _added(store: str, paths: Sequence[Path]) -> tuple[Added, ...]:
    from inforce.store import open_store

    with open_store(store, paths, create=False) as log:
        return log.added()


def _columnar(paths: list[Path], store: str | None) -> Library:
    from inforce.answers.corpora import CorpusLibrary
    from inforce.corpus.columnar import CorpusError, open_columnar

    if store:
        raise CorpusError("A log adds to treaty files. A columnar book is asked without one.")
    if len(paths) > 1:
        raise CorpusError("A columnar book is asked alone: name it without other books.")
    return CorpusLibrary(open_columnar(paths[0]), paths[0])


class Library:
    """Open books, ready for questions. Where they are a columnar book, ``columnar`` is that, and ``book`` is empty."""

    def __init__(
        self,
        book: Book,
        paths: tuple[Path, ...] = (),
        added: tuple[Added, ...] = (),
        columnar: Columnar | None = None,
    ) -> None:
        self.book, self.paths, self.added, self.columnar = book, paths, added, columnar

    def treaty(self, name: str, parties: Sequence[str] = ()) -> TreatyDesk:
        """Return the desk at which one treaty is asked; ``parties`` are those of whom it will be, if that is known.

        Raises:
            UnknownNameError: if no book has such a treaty; the error has the nearest names.
        """
        return TreatyDesk(self.book, self.paths, name, self.added)

    def between(
        self, one: str, other: str, on: str | date | None = None, **asked: Unpack[BetweenAsked]
    ) -> tuple[Bond, ...]:
        """Return everything that binds two parties on a day, today if none is given.

        ``asked`` may name ``view``, ``known``, ``statuses`` of clauses, and ``over`` for what has ended too.

        Raises:
            UnknownNameError: if a party, a view or a status does not exist, or a government is named for a party.

        >>> open().between("CHN", "SUN", on="1947-07-01", view="roc")[0].standing.status
        'in_force'
        """
        from inforce.answers.between import between

        return between(self.book, pair_from_asked(one, other, on, asked), today())

    def due(self, first: str | date, last: str | date, **asked: Unpack[DueAsked]) -> tuple[Due, ...]:
        """Return what falls due from one day through another, in one treaty or in all.

        ``asked`` may name ``treaty``, ``party``, ``view`` and ``known``; ``undated`` asks for duties without a day too,
        ``over`` for days of what has ended by then.

        Raises:
            UnknownNameError: if the treaty, the party or the view does not exist, or a government is named for a party.
            DateError: if a day is impossible, or the last comes before the first.

        >>> seen = open().due("1974-01-01", "1974-12-31", party="CHN", known="1949-01-01")
        >>> [each.days for each in seen if each.kind == "last_notice"]
        ['[1974-08-24..1974-08-27]']
        """
        from inforce.answers.due import due

        return due(self.book, window_from_asked(first, last, asked), today())

    def panel(self, watching: Watching | None = None, **asked: Unpack[PanelAsked]) -> Panel:
        """Return a panel for statistics: a row for each state, pair or party and year, a column for each obligation.

        ``asked`` may name ``unit``, ``columns`` (``"aid=sino-soviet-1945/5"``), ``view``, ``known``, ``boundary``, the
        years ``first`` and ``last``, ``directed``, ``counted``, and ``codes`` with ``actors``, a table of them.

        Raises:
            UnknownNameError: if a name does not exist; the error has the nearest.
            PanelError: if what is asked makes no panel.
            CorpusExtraError: if what the extra `corpus` brings is not installed.

        >>> found = open().panel(columns=["allied=sino-soviet-1945"], first=1949, last=1951, view="prc")
        >>> [(row["actor1"], row["year"], row["allied"]) for row in found.table().to_pylist()][:3]
        [('CHN', 1949, 1), ('CHN', 1950, 1), ('CHN', 1951, 0)]
        """
        from inforce.answers.panels import panel_of_book

        return panel_of_book(self.book, asked, self.digest, watching)

    def exits(self, view: str = ALL_VOICES.id) -> pa.Table:
        """Return who left what and when, over all treaties: a row for each exit, in the order of the calendar.

        Raises:
            UnknownNameError: if there is no such view.
            CorpusExtraError: if what the extra `corpus` brings is not installed.
        """
        from inforce.answers.whole import members_of
        from inforce.corpus import batches
        from inforce.corpus.exits import exits

        return exits(batches(self.book, view=view, scope=members_of(self.book)))

    def notices(self, year: int, **asked: Unpack[DueAsked]) -> tuple[Due, ...]:
        """Return the last days for notices that fall in a year, in all treaties or as ``asked`` narrows them.

        Raises:
            UnknownNameError: if the treaty, the party or the view does not exist.

        >>> [each.days for each in open().notices(1974, party="CHN", known="1949-01-01")]
        ['[1974-08-24..1974-08-27]']
        """
        found = self.due(f"{year:04}-01-01", f"{year:04}-12-31", **asked)
        return tuple(each for each in found if each.kind == "last_notice")

    def disagreements(self, view: str = ALL_VOICES.id) -> Sequence[Disagreement] | pa.Table:
        """Return where sources disagree with the record, over all treaties, ranked, with the likely confusion.

        Raises:
            UnknownNameError: if there is no such view.
        """
        from inforce.answers.whole import disagreements

        return disagreements(self.book, view)

    def network(
        self, what: str, on: str | date, view: str = ALL_VOICES.id, *, directed: bool = True
    ) -> pa.Table:
        """Return who is bound to whom on a day: edges, with how many treaties or clauses, and which.

        ``what`` is written as for a column of a panel: ``locarno-1925``, ``*/2``.

        Raises:
            UnknownNameError: if no such treaty, clause or view exists.
            CorpusExtraError: if what the extra `corpus` brings is not installed.

        >>> found = open().network("new-start-2010", "2012-01-01", directed=False)
        >>> found.select(["source", "target", "at_least"]).to_pylist()
        [{'source': 'RUS', 'target': 'USA', 'at_least': 1}]
        """
        from inforce.answers.whole import network_of_book

        day = date.fromordinal(day_from_text(on))
        return network_of_book(self.book, what, day, view, directed=directed)

    def sample(
        self, seed: int, n: int, *treaties: str, view: str = ALL_VOICES.id, known: str | date | None = None
    ) -> pa.Table:
        """Return how treaties stand for everyone in ``n`` worlds, each one resolution of the evidence.

        Raises:
            UnknownNameError: if no such treaty or view exists.
            CorpusExtraError: if what the extra `corpus` brings is not installed.

        >>> worlds = open().sample(1, 2, "new-start-2010")
        >>> sorted(set(worlds["world"].to_pylist()))
        [1, 2]
        """
        from inforce.answers.whole import members_of
        from inforce.corpus.sample import sample

        scope = replace(members_of(self.book), treaties=treaties)
        day = day_from_text(known) if known else None
        return sample(self.book, seed, n, view=view, known=day, scope=scope)

    @property
    def digest(self) -> str:
        """A digest of every file of the books: the same for the same texts, wherever they stand."""
        return f"books sha256:{digest_from_files(self.paths)}"

    @property
    def treaties(self) -> tuple[str, ...]:
        """The names of the treaties."""
        return tuple(self.book.treaties)
