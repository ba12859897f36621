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
    named = (each for each in _lines(desk, "see also") if each.text not in _told_with_their_act(desk))
    statements = (*named, *_acted_upon(desk), *_acting(desk), *_of_the_same_parties(desk))
    return Section("see-also", "See also", tuple(Block((each,)) for each in statements), listed=True)


def _told_with_their_act(desk: Desk) -> set[str]:
    """Return the sentences that name treaties which act on this one, or on which it acts: they are told with how."""
    return {ended(begun(desk.names.treaty(name))) for name in _bound_up(desk)}


def _bound_up(desk: Desk) -> set[str]:
    others = desk.book.treaties.values()
    acting = {other.id for other in others for action in other.actions if action.treaty == desk.treaty.id}
    return acting | {action.treaty for action in desk.treaty.actions}


def external_links(desk: Desk) -> Section:
    """Write the addresses that the record gives for the treaty."""
    blocks = tuple(Block((each,)) for each in _lines(desk, "link"))
    return Section("external-links", "External links", blocks, listed=True)


def _lines(desk: Desk, key: str) -> Iterator[Statement]:
    for line in desk.treaty.said:
        if line.key == key:
            for text in _parts(desk, line):
                told = _linked(desk, text)
                yield stated(*told, on=f"treaty {desk.treaty.id}", cites=line.citations)


def _parts(desk: Desk, line: Line) -> list[str]:
    """Part a line that names several treaties of the book; any other stays whole."""
    parts = line.text.split(", ")
    return parts if all(part in desk.book.treaties for part in parts) else [line.text]


def _linked(desk: Desk, text: str) -> Iterator[str | Run]:
    """Yield a text with its addresses as links, and treaties of the book by their titles."""
    if text in desk.book.treaties:
        yield ended(begun(desk.names.treaty(text)))
        return
    at = 0
    for match in _ADDRESS.finditer(text):
        yield desk.names.phrase(text[at : match.start()])
        yield Run(match[0], url=match[0])
        at = match.end()
    yield desk.names.phrase(text[at:])


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
    told = _bound_up(desk) | {desk.treaty.id}
    told |= {name for line in desk.treaty.said if line.key == "see also" for name in _parts(desk, line)}
    for other in desk.book.treaties.values():
        if other.id not in told and set(other.parties) == set(desk.treaty.parties):
            text = ended(f"{begun(desk.names.treaty(other.id))}, of the same parties")
            yield stated(text, on=f"treaty {other.id}")
