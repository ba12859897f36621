"""What to see beside an article: treaties that act upon one another or share their parties, and addresses."""

import re
from collections.abc import Iterator

from inforce.answers.article.desk import Desk, stated
from inforce.answers.article.grammar import begun, ended
from inforce.answers.article.value import Block, Run, Section, Statement
from inforce.model import Line

_ADDRESS = re.compile(r"https?://[^\s\"<>]+")


def see_also(desk: Desk) -> Section:
    """Write the treaties and pages that go with this one."""
    statements = (*_lines(desk, "see also"), *_acted_upon(desk), *_acting(desk), *_of_the_same_parties(desk))
    return Section("see-also", "See also", tuple(Block((each,)) for each in statements), listed=True)


def external_links(desk: Desk) -> Section:
    """Write the addresses that the record gives for the treaty."""
    blocks = tuple(Block((each,)) for each in _lines(desk, "link"))
    return Section("external-links", "External links", blocks, listed=True)


def _lines(desk: Desk, key: str) -> Iterator[Statement]:
    for line in desk.treaty.said:
        if line.key == key:
            yield stated(*_linked(desk, line), on=f"treaty {desk.treaty.id}", cites=line.citations)


def _linked(desk: Desk, line: Line) -> Iterator[str | Run]:
    """Yield a text with its addresses as links, and treaties of the book by their titles."""
    at = 0
    for match in _ADDRESS.finditer(line.text):
        yield desk.names.phrase(line.text[at : match.start()])
        yield Run(match[0], url=match[0])
        at = match.end()
    yield desk.names.phrase(line.text[at:])


def _acted_upon(desk: Desk) -> Iterator[Statement]:
    for action in desk.treaty.actions:
        told = f"{desk.names.treaty(action.treaty)}, on which this treaty acts ({action.what})"
        yield stated(ended(begun(told)), on=f"treaty {desk.treaty.id}", cites=action.citations)


def _acting(desk: Desk) -> Iterator[Statement]:
    for other in desk.book.treaties.values():
        for action in other.actions:
            if action.treaty == desk.treaty.id:
                told = f"{desk.names.treaty(other.id)}, which acts on this treaty ({action.what})"
                yield stated(ended(begun(told)), on=f"treaty {other.id}", cites=action.citations)


def _of_the_same_parties(desk: Desk) -> Iterator[Statement]:
    acting = {
        other.id for other in desk.book.treaties.values() for a in other.actions if a.treaty == desk.treaty.id
    }
    acted = {action.treaty for action in desk.treaty.actions}
    for other in desk.book.treaties.values():
        if other.id in acting | acted | {desk.treaty.id}:
            continue
        if set(other.parties) == set(desk.treaty.parties):
            told = ended(f"{begun(desk.names.treaty(other.id))}, of the same parties")
            yield stated(told, on=f"treaty {other.id}")
