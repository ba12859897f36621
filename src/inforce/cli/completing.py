"""The names that a shell proposes when the Tab key is pressed: those of the books that are asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from inforce.model import Book, Treaty


def treaties(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose treaties, with their titles."""
    book = _book(ctx)
    return _items(incomplete, ((treaty.id, treaty.title) for treaty in book.treaties.values())) if book else []


def views(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose views, the built-in one among them, with their titles."""
    from inforce.model import ALL_VOICES

    book = _book(ctx)
    found = (*book.views.values(), ALL_VOICES) if book else (ALL_VOICES,)
    return _items(incomplete, ((view.id, view.title) for view in found))


def clauses(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose the clauses of the treaty that is asked, by number and by alias, with their sentences."""
    return _items(
        incomplete,
        (
            (name, clause.sentence)
            for treaty in _treaties(ctx)
            for clause in treaty.clauses
            for name in (clause.id, *clause.aliases)
        ),
    )


def parties(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose the parties of the treaty that is asked, with their names."""
    book = _book(ctx)
    codes = dict.fromkeys(code for treaty in _treaties(ctx) for code in treaty.parties)
    actors = book.actors if book else {}
    return _items(incomplete, ((code, actors[code].name if code in actors else "") for code in codes))


def actors(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose every actor of the books, governments and bodies among them, with their names."""
    book = _book(ctx)
    return _items(incomplete, ((actor.code, actor.name) for actor in book.actors.values())) if book else []


def _treaties(ctx: click.Context) -> tuple[Treaty, ...]:
    """Return the treaty that is asked; every one where it has not been typed yet or does not exist."""
    book = _book(ctx)
    if book is None:
        return ()
    named = book.treaties.get(ctx.params.get("treaty") or "")
    return (named,) if named else tuple(book.treaties.values())


def _book(ctx: click.Context) -> Book | None:
    """Return the books that are asked as far as they can be read: nobody is told of problems by a Tab key."""
    from pathlib import Path

    from inforce.load import book_from_cache_or_files, shipped_books

    paths = [Path(each) for each in ctx.params.get("books") or ()] or list(shipped_books())
    try:
        return book_from_cache_or_files(paths).book
    except Exception:  # the shell would print a traceback over what the person is typing
        return None


def _items(incomplete: str, named: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=about) for name, about in named if name.startswith(incomplete)]
