"""A book that grows by records: its files are read and built once, and each addition on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from inforce.load.added import files_with_added
from inforce.load.book import (
    book_from_entries,
    built_from_files,
    entries_from_placed,
    problems_of_checks,
    told,
)
from inforce.load.draft import Draft, Shared
from inforce.load.entries import Entry, built
from inforce.load.files import Files, files_from_paths
from inforce.load.loaded import Added, Loaded
from inforce.load.names import Names, sites_built_in
from inforce.load.own_sources import Sources, keys_cited, with_own_sources
from inforce.model import Book, Claim
from inforce.source import Problem

_RECORD = "record"


class _Alone(Struct, frozen=True):
    """What was built of one addition, and which sources it cites that came with an addition."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    cited: frozenset[str]


class Growing:
    """Load a book again and again as records are added to its files, or taken out again.

    Adding records changes no clause, so what the checks say of everything else is asked once. The result is that of
    `book_from_files` with the same additions; only it comes sooner.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)
        found = built_from_files(files_from_paths(paths))
        self._built, self._read = found, (*found.read, *found.shared.read_also)
        self._stamps = tuple(map(_stamp, self._read))
        self._records = [each for each in found.entries if each.directive.keyword == _RECORD]
        others = [each for each in found.entries if each.directive.keyword != _RECORD]
        self.book = book_from_entries(found.entries, found.sources)
        self._problems = (*found.shared.problems, *problems_of_checks(self.book, others))
        self._added: dict[Added, _Alone] = {}
        self._near: dict[object, list[tuple[Added | None, Entry]]] = {}
        self._known: tuple[tuple[Added, ...], Book] = ((), self.book)
        self._named: tuple[Sources, Names] = (found.sources, found.shared.names)
        self._index(None, self._records)

    @property
    def is_fresh(self) -> bool:
        """Whether the files are still those that were read."""
        return self._stamps == tuple(map(_stamp, self._read))

    def loaded(self, added: Iterable[Added]) -> Loaded:
        """Return the book with records added behind its files, and every problem."""
        added = tuple(added)
        sources, problems = with_own_sources(self._built.sources, added)
        found = [self._of(each, sources) for each in added]
        more = [entry for each in found for entry in each.entries]
        book = book_from_entries((*self._built.entries, *more), sources)
        checked = problems_of_checks(book, (*self._records, *more))
        own = (problem for each in found for problem in each.problems)
        return Loaded(book, told((*self._problems, *problems, *own, *checked)))

    def problems_of(self, new: Added, standing: tuple[Added, ...]) -> tuple[Problem, ...]:
        """Return the problems of lines that are added to others, which they do not touch.

        Only records that say the same, or have the same name, are looked at beside the new ones: a check that compares
        records compares these.
        """
        book = self._book_known(standing)
        sources, problems = with_own_sources(book.sources, (new,))
        found = self._built_alone(new, sources)
        claims = [claim for _, claim in built(found.entries, Claim)]
        book = replace(book, claims=(*book.claims, *claims))
        checked = problems_of_checks(book, (*self._beside(claims, standing), *found.entries))
        own = (each for each in checked if each.place.file == new.file)
        return told((*problems, *found.problems, *own))

    def claims_of(self, added: Added) -> tuple[Claim, ...]:
        """Return the claims of some lines."""
        found = self._added.get(added) or self._built_alone(added, self._built.sources)
        return tuple(claim for _, claim in built(found.entries, Claim))

    def _of(self, added: Added, sources: Sources) -> _Alone:
        """Return what was built of one addition, again where a source that it cites has gone or a problem may have."""
        found = self._added.get(added)
        if found is None or found.problems or not found.cited <= sources.keys():
            self._added[added] = self._built_alone(added, sources)
        if found is None:
            self._index(added, self._added[added].entries)
        return self._added[added]

    def _built_alone(self, added: Added, sources: Sources) -> _Alone:
        """Build the records of one addition with the names of the whole book, and with what it may cite."""
        files = files_with_added(Files([], [], [], []), (added,))
        shared = self._built.shared
        own = Shared(self._names_with(sources), [*files.problems], shared.facts, shared.clauses, [])
        drafts = [Draft(each.document, own, each.directive.heading, each.treaty) for each in files.placed]
        entries = entries_from_placed(files.placed, drafts)
        own.names = shared.names  # so that not every addition keeps a bibliography of its own
        cited = (keys_cited(added.text) & sources.keys()) - self._built.sources.keys()
        return _Alone(entries, tuple(own.problems), cited)

    def _names_with(self, sources: Sources) -> Names:
        """Return the names of the book, of which the sources are these; those asked for last are kept."""
        if self._named[0] is not sources:
            kinds = self._built.shared.names.kinds
            self._named = sources, Names({**kinds, "source": sites_built_in(sources)})
        return self._named[1]

    def _book_known(self, standing: tuple[Added, ...]) -> Book:
        """Return the book with some additions, made from the one before if they only are more."""
        known, book = self._known
        if standing[: len(known)] != known:
            known, book = (), self.book
        coming = standing[len(known) :]
        sources, _ = with_own_sources(book.sources, coming)
        more = [claim for each in coming for _, claim in built(self._of(each, sources).entries, Claim)]
        if coming:
            book = replace(book, claims=(*book.claims, *more), sources=sources)
        self._known = (standing, book)
        return book

    def _index(self, added: Added | None, entries: Iterable[Entry]) -> None:
        for entry, claim in built(entries, Claim):
            for key in _keys(claim):
                self._near.setdefault(key, []).append((added, entry))

    def _beside(self, claims: Iterable[Claim], standing: tuple[Added, ...]) -> Iterator[Entry]:
        """Yield the entries that say what some claims say, or have a name of theirs, each once."""
        near = [found for claim in claims for key in _keys(claim) for found in self._near.get(key, ())]
        there = {None, *standing} if any(added for added, _ in near) else {None}
        seen: set[int] = set()
        for added, entry in near:
            if added in there and id(entry) not in seen:
                seen.add(id(entry))
                yield entry


def _keys(claim: Claim) -> Iterator[object]:
    """Yield under what a claim is found by another that may be in its way."""
    yield claim.proposition
    if claim.proposition.label:
        yield claim.proposition.label


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return found.st_mtime_ns, found.st_size
