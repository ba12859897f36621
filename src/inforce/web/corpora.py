"""A columnar book that is served: a shelf for each treaty, made when it is asked for, and the list of all."""

from __future__ import annotations

from functools import cached_property

from anyio.to_thread import run_sync
from litestar import Request
from litestar.datastructures import State

from inforce.answers import Library
from inforce.answers.listing import Listed, listing_from_columnar
from inforce.corpus import Columnar
from inforce.web.address import named_from_path
from inforce.web.shelf import Kept, Shelf

_TREATIES_KEPT = 64


class CorpusShelf(Shelf):
    """A columnar book. It has no treaty itself: each has a shelf of its own, kept while it is asked."""

    def __init__(self, library: Library, columnar: Columnar) -> None:
        super().__init__(library)
        manifest = columnar.manifest
        self.columnar = columnar
        self.digest = manifest.digest[:12]
        self.corpus = manifest.title or library.paths[0].name
        self.told = _told(columnar, self.corpus)
        self._each: Kept[Shelf] = Kept(_TREATIES_KEPT)

    def of(self, treaty: str) -> Shelf:
        """Return the shelf of one treaty.

        Raises:
            UnknownNameError: if the book has no such treaty.
        """
        return self._each.get(treaty, lambda: self._shelf(treaty))

    def _shelf(self, treaty: str) -> Shelf:
        found = Shelf(Library(self.library.treaty(treaty).book))
        found.corpus, found.told = self.corpus, self.told
        return found

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Every treaty and the view of the book, in short."""
        return listing_from_columnar(self.columnar)

    def found(self, words: str) -> tuple[Listed, ...]:
        """Return the treaties in whose name, title or parties all the words stand."""
        wanted = words.casefold().split()
        return tuple(
            each
            for each in self.listed
            if each.kind == "treaty"
            and all(word in f"{each.id} {each.title} {' '.join(each.parties)}".casefold() for word in wanted)
        )


def _told(columnar: Columnar, title: str) -> str:
    rows, manifest = columnar.manifest.rows, columnar.manifest
    retrieved = f", retrieved {manifest.retrieved}" if manifest.retrieved else ""
    years = [day[:4] for each in manifest.coverage for day in (each.first, each.last) if day]
    span = f", from {min(years)} to {max(years)}" if years else ""
    return (
        f"In the book: {rows.get('treaties', 0):,} treaties of {title}, {rows.get('claims', 0):,} claims"
        f"{span}{retrieved}. Edition {manifest.digest[:12]}."
    )


def shelf_from_library(library: Library) -> Shelf:
    """Return a shelf for open books, be they treaty files or a columnar book."""
    return CorpusShelf(library, library.columnar) if library.columnar is not None else Shelf(library)


async def shelf_for(shelf: Shelf, request: Request[object, object, State]) -> Shelf:
    """Return the shelf that answers a request: of a columnar book, that of the treaty which the address names.

    Raises:
        UnknownNameError: if the book has no such treaty.
    """
    if not isinstance(shelf, CorpusShelf):
        return shelf
    params = request.path_params
    name = str(params.get("treaty") or "") or named_from_path(str(params.get("name") or "")).name
    name = name or request.query_params.get("treaty", "")
    return await run_sync(shelf.of, name) if name else shelf
