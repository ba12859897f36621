"""A record that comes with the program says where each line of it is from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry
from inforce.load.shipped import shipped_folder
from inforce.model import Book
from inforce.source import Problem

_REMARKS = frozenset({"note", "unverified", "corrects", "image", "counting from", "to take effect"})

_PLACES = {"record": "the act", "clause": "its number"}


def check_citations(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report a shipped record or clause without a citation or the word ``unverified``.

    A citation behind the act counts for what stands under it; without one each line under it needs its own. One
    citation anywhere in a clause is enough: its lines are one text.
    """
    files = {entry.draft.document.file for entry in entries}
    folder = str(shipped_folder().resolve())
    shipped = {file for file in files if os.path.realpath(file).startswith(folder + os.sep)}
    for entry in entries:
        thing = entry.directive.keyword
        of_shipped = thing in _PLACES and entry.draft.document.file in shipped
        if of_shipped and not _is_sourced(entry):
            hint = f"Add [@key, locator] behind {_PLACES[thing]}, or the word unverified."
            message = f"This {thing} does not say where it is from."
            yield entry.draft.problem(entry.directive.tokens[:1], message, hint)


def _is_sourced(entry: Entry) -> bool:
    directive = entry.directive
    unverified = any(token.text == "unverified" for token in directive.head)
    unverified = unverified or any(detail.key == "unverified" for detail in directive.details)
    if directive.citations or unverified:
        return True
    if directive.keyword == "clause":
        return any(detail.citations for detail in directive.details)
    lines = [detail for detail in directive.details if detail.key not in _REMARKS]
    return bool(lines) and all(detail.citations for detail in lines)
