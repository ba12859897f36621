"""A book that grows by records: its files are read and built once, and each addition on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

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
from inforce.model import Book, Claim
from inforce.source import Problem

_RECORD = "record"


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
        self._added: dict[Added, tuple[tuple[Entry, ...], tuple[Problem, ...]]] = {}
        self._near: dict[object, list[tuple[Added | None, Entry]]] = {}
        self._known: tuple[tuple[Added, ...], Book] = ((), self.book)
        self._index(None, self._records)

    @property
    def is_fresh(self) -> bool:
        """Whether the files are still those that were read."""
        return self._stamps == tuple(map(_stamp, self._read))

    def loaded(self, added: Iterable[Added]) -> Loaded:
        """Return the book with records added behind its files, and every problem."""
        found = [self._of(each) for each in added]
        more = [entry for entries, _ in found for entry in entries]
        book = book_from_entries((*self._built.entries, *more), self._built.sources)
        checked = problems_of_checks(book, (*self._records, *more))
        return Loaded(book, told((*self._problems, *(p for _, ps in found for p in ps), *checked)))

    def problems_of(self, new: Added, standing: tuple[Added, ...]) -> tuple[Problem, ...]:
        """Return the problems of lines that are added to others, which they do not touch.

        Only records that say the same, or have the same name, are looked at beside the new ones: a check that compares
        records compares these.
        """
        entries, problems = _built_alone(new, self._built.shared)
        claims = [claim for _, claim in built(entries, Claim)]
        book = self._book_known(standing)
        book = replace(book, claims=(*book.claims, *claims))
        checked = problems_of_checks(book, (*self._beside(claims, standing), *entries))
        return told((*problems, *(each for each in checked if each.place.file == new.file)))

    def claims_of(self, added: Added) -> tuple[Claim, ...]:
        """Return the claims of some lines."""
        found = self._added.get(added) or _built_alone(added, self._built.shared)
        return tuple(claim for _, claim in built(found[0], Claim))

    def _of(self, added: Added) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
        if added not in self._added:
            self._added[added] = _built_alone(added, self._built.shared)
            self._index(added, self._added[added][0])
        return self._added[added]

    def _book_known(self, standing: tuple[Added, ...]) -> Book:
        """Return the book with some additions, made from the one before if they only are more."""
        known, book = self._known
        if standing[: len(known)] != known:
            known, book = (), self.book
        more = [claim for each in standing[len(known) :] for _, claim in built(self._of(each)[0], Claim)]
        self._known = (standing, replace(book, claims=(*book.claims, *more)) if more else book)
        return self._known[1]

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


def _built_alone(added: Added, shared: Shared) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Build the records of one addition with the names of the whole book."""
    files = files_with_added(Files([], [], [], []), (added,))
    own = Shared(shared.names, [*files.problems], shared.facts, shared.clauses, [])
    drafts = [Draft(each.document, own, each.directive.heading, each.treaty) for each in files.placed]
    return entries_from_placed(files.placed, drafts), tuple(own.problems)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return found.st_mtime_ns, found.st_size
