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
    return (
        _items(incomplete, ((treaty.id, treaty.title) for treaty in book.treaties.values())) if book else []
    )


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


def instruments(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose the instruments of the treaty that is asked, with their titles."""
    return _items(
        incomplete, ((each.id, each.title) for treaty in _treaties(ctx) for each in treaty.instruments)
    )


def parties(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose the parties of the treaty that is asked, with their names."""
    book = _book(ctx)
    codes = dict.fromkeys(code for treaty in _treaties(ctx) for code in treaty.parties)
    return _items(incomplete, ((code, _name(book, code)) for code in codes))


def every_party(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose everyone who can be a party to a treaty of the books, with their names."""
    from inforce.answers.membership import possible_parties

    book = _book(ctx)
    codes = dict.fromkeys(code for who in possible_parties(book).values() for code in who) if book else {}
    return _items(incomplete, ((code, _name(book, code)) for code in codes))


def statuses(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose the statuses of the closed lists."""
    from inforce.answers.between import STATUS_NAMES

    return _items(incomplete, ((name, "") for name in STATUS_NAMES))


def actors(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose every actor of the books, governments and bodies among them, with their names."""
    book = _book(ctx)
    return _items(incomplete, ((actor.code, actor.name) for actor in book.actors.values())) if book else []


def names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose every actor, asset and fact of the books, with what each is called."""
    book = _book(ctx)
    if not book:
        return []
    called = {code: actor.name for code, actor in book.actors.items()}
    called |= {name: asset.title for name, asset in book.assets.items()}
    called |= {name: fact.sentence for name, fact in book.facts.items()}
    return _items(incomplete, called.items())


def voters(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose everyone whose vote is in a roll call."""
    book = _book(ctx)
    names = dict.fromkeys(ballot.voter for claim in book.claims for ballot in claim.votes) if book else {}
    return _items(incomplete, ((name, "") for name in names))


def voices(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose the voices that state an outcome of the treaty that is asked, with their names."""
    from inforce.answers.against import voices_with_outcomes

    book = _book(ctx)
    treaties = _treaties(ctx)
    found = dict.fromkeys(v for t in treaties for v in voices_with_outcomes(book, t.id)) if book else {}
    return _items(incomplete, ((voice, _name(book, voice)) for voice in found))


def _name(book: Book | None, code: str) -> str:
    return book.actors[code].name if book and code in book.actors else ""


def powers(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose the acts that need a power."""
    from inforce.model import POWERS

    return _items(incomplete, ((power, "") for power in dict.fromkeys(POWERS)))


def claims(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose the claims of the books by their names, with what they say."""
    from inforce.answers.wording import text_from_claim

    book = _book(ctx)
    return _items(incomplete, ((claim.id, text_from_claim(claim)) for claim in book.claims)) if book else []


def readings(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose readings, as the option takes them."""
    book = _book(ctx)
    found = book.readings if book else ()
    return _items(incomplete, ((f"{each.clause.id} by {each.voice}", each.clause.sentence) for each in found))


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Propose the rules of general law, with their sentences."""
    from inforce.rules import RULES

    return _items(incomplete, ((rule.id, rule.article) for rule in RULES.values()))


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
