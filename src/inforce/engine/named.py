"""Treaties and views by name, and what is said where there is none of a name."""

from inforce.model import ALL_VOICES, Book, Treaty, View


class UnknownNameError(LookupError):
    """A question names something that the book does not have; ``nearest`` has the names that are close."""

    def __init__(self, kind: str, name: str, known: tuple[str, ...]) -> None:
        from inforce.source.nearest import nearest

        self.kind, self.name, self.nearest = kind, name, nearest(name, known)
        close = f" Did you mean {', '.join(self.nearest)}?" if self.nearest else _list(known)
        super().__init__(f"There is no {kind} called {name}.{close}")


def _list(known: tuple[str, ...]) -> str:
    return f" There are: {', '.join(known[:12])}." if known else ""


def treaty_named(book: Book, name: str) -> Treaty:
    """Return a treaty of a book.

    Raises:
        UnknownNameError: if the book has no such treaty.
    """
    if name not in book.treaties:
        raise UnknownNameError("treaty", name, tuple(book.treaties))
    return book.treaties[name]


def view_named(book: Book, name: str) -> View:
    """Return a view of a book, or the built-in one.

    Raises:
        UnknownNameError: if there is no such view.
    """
    if name != ALL_VOICES.id and name not in book.views:
        raise UnknownNameError("view", name, (*book.views, ALL_VOICES.id))
    return book.view(name)
