"""What is in some books, in short."""

from msgspec import Struct

from inforce.model import ALL_VOICES, Book, Treaty


class Listed(Struct, frozen=True):
    """A treaty or a view of a book, in short."""

    kind: str
    id: str
    title: str
    parties: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


def listing_from_book(book: Book) -> tuple[Listed, ...]:
    """Return the treaties of a book, then its views, the built-in one last."""
    treaties = (_listed(treaty) for treaty in book.treaties.values())
    views = (Listed("view", view.id, view.title) for view in (*book.views.values(), ALL_VOICES))
    return (*treaties, *views)


def _listed(treaty: Treaty) -> Listed:
    instruments = tuple(each.id for each in treaty.instruments)
    clauses = tuple(each.id for each in treaty.clauses)
    return Listed("treaty", treaty.id, treaty.title, treaty.parties, instruments, clauses)
