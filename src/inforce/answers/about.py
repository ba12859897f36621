"""What the record says about one name: a treaty, an actor, a thing or territory, a fact, a record by its label."""

from collections.abc import Iterator

from msgspec.structs import asdict

from inforce.answers.question import UnknownNameError, treaty_named
from inforce.answers.show import Shown, ShownLine, shown_claim, shown_instrument, shown_lines, with_sources
from inforce.answers.wording import text_from_citations
from inforce.model import HOLDS, ActorAt, Asset, Book, Claim, Fact, LanguageName, Treaty


def about(book: Book, treaty_id: str, name: str) -> Shown:
    """Return what a name stands for, and every record that concerns it, in the order of the files.

    Raises:
        UnknownNameError: if nothing in the book is called so.

    >>> import inforce
    >>> shown = about(inforce.open().book, "sino-soviet-1945", "port-arthur")
    >>> shown.kind, shown.title
    ('asset', 'Port Arthur')
    """
    treaty = treaty_named(book, treaty_id)
    if name in (treaty.id, *(instrument.id for instrument in treaty.instruments)):
        return box(book, treaty, name)
    found = tuple(claim for claim in book.claims if name in _names_in(claim))
    kind, title, lines = _definition(book, name)
    if not kind and not found:
        raise UnknownNameError("name", name, tuple(_all_names(book)))
    parts = tuple(shown_claim(claim, treaty.id) for claim in found)
    return with_sources(book, Shown(treaty.id, kind or "about", name, title, tuple(lines), parts))


def box(book: Book, treaty: Treaty, name: str) -> Shown:
    """Return what the record says of a treaty or instrument itself, without its clauses and acts."""
    if name == treaty.id:
        return with_sources(
            book, Shown(treaty.id, "treaty", name, treaty.title, tuple(shown_lines(treaty.said)))
        )
    (found,) = (instrument for instrument in treaty.instruments if instrument.id == name)
    return with_sources(book, shown_instrument(treaty, found))


def _definition(book: Book, name: str) -> tuple[str, str, list[ShownLine]]:
    """Return the kind of a defined name, what it is called, and the lines of its definition."""
    if name in book.actors:
        actor = book.actors[name]
        of = [ShownLine("government of", claim.state, claim.voice) for claim in actor.governments]
        organ = [ShownLine("organ of", actor.organ_of)] if actor.organ_of else []
        return "actor", actor.name, [*_names(actor.names), *of, *organ]
    if name in book.assets:
        asset: Asset = book.assets[name]
        cite = text_from_citations(asset.citations)
        return (
            "asset",
            asset.title,
            [*_names(asset.names), *([ShownLine("source", "", cite=cite)] if cite else [])],
        )
    if name in book.facts:
        return "fact", "", _sentence(book.facts[name])
    return "", "", []


def _sentence(fact: Fact) -> list[ShownLine]:
    return [
        ShownLine("means", fact.sentence),
        ShownLine("kind", " of ".join(filter(None, (fact.nature, fact.of)))),
    ]


def _names(names: tuple[LanguageName, ...]) -> Iterator[ShownLine]:
    for name in names:
        yield ShownLine(f"name {name.language}", name.text)


def _names_in(claim: Claim) -> Iterator[str]:
    """Yield every name that a record mentions: of its fact, thing, actors, objects, and its own label."""
    for value in asdict(claim.proposition).values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, ActorAt):
                yield from (each.code, each.government)
            elif isinstance(each, str) and each:
                yield each.removeprefix(HOLDS)


def _all_names(book: Book) -> Iterator[str]:
    yield from (*book.actors, *book.assets, *book.facts)
    yield from (claim.proposition.label for claim in book.claims if claim.proposition.label)
