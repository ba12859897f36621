"""A book that grows by records: its files are read and built once, and each addition on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

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
from inforce.model import Claim, Treaty
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
        book = book_from_entries(found.entries, found.sources)
        self._problems = (*found.shared.problems, *problems_of_checks(book, others))
        self._added: dict[Added, tuple[tuple[Entry, ...], tuple[Problem, ...]]] = {}

    @property
    def treaties(self) -> tuple[str, ...]:
        """The names of the treaties of the files."""
        return tuple(treaty.id for _, treaty in built(self._built.entries, Treaty))

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

    def claims_of(self, added: Added) -> Iterator[Claim]:
        """Yield the claims of one addition."""
        for _, claim in built(self._of(added)[0], Claim):
            yield claim

    def forget(self, added: Added) -> None:
        """Let go of an addition that is not going to be asked for again."""
        self._added.pop(added, None)

    def _of(self, added: Added) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
        if added not in self._added:
            self._added[added] = _built_alone(added, self._built.shared)
        return self._added[added]


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
