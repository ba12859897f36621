"""Sources that lines bring along which stand in no file: a new source, with the claim that rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import category

import msgspec
from msgspec.structs import astuple

from inforce.load.bibliography import sources_from_json
from inforce.load.loaded import Added
from inforce.model import Source
from inforce.source import Problem, place_of_file

Sources = dict[str, Source]
LARGEST = 1_000_000
"""So many characters of sources one entry may bring."""

_CITED = re.compile(r"@([^,;\]\n]+)")
_ADDRESSES = ("https://", "http://")


def canonical(text: str) -> str:
    """Return CSL-JSON on one line, always an array; text that is none is left as it is, and is a problem later.

    >>> canonical('{"id": "note-1937"}')
    '[{"id":"note-1937"}]'
    """
    try:
        found: Any = msgspec.json.decode(text)
        items = found if isinstance(found, list) else [found]
        return msgspec.json.encode(items).decode() if items else ""
    except (ValueError, OverflowError, RecursionError):  # msgspec's errors are ValueErrors
        return text.strip()


def with_own_sources(known: Sources, added: Iterable[Added]) -> tuple[Sources, tuple[Problem, ...]]:
    """Return a bibliography with the sources that lines bring along, and what is wrong with these.

    Lines bring no source that they do not cite, and none under a key that another source has. The same source may be
    brought twice.
    """
    with_sources = [each for each in added if each.sources]
    found = dict(known) if with_sources else known
    problems = [problem for each in with_sources for problem in _taken(each, found)]
    return found, tuple(problems)


def keys_cited(text: str) -> frozenset[str]:
    """Return what may be a key in some lines: whatever stands behind an @.

    >>> sorted(keys_cited("1937-03-01 ARD agrees [@note-1937, p. 2; @gazette-1936]"))
    ['gazette-1936', 'note-1937']
    """
    return frozenset(each.strip() for each in _CITED.findall(text))


def _taken(added: Added, into: Sources) -> Iterator[Problem]:
    """Take the sources of some lines into a bibliography, and yield what is wrong with them."""
    if len(added.sources) > LARGEST:
        yield _problem(added, "The sources of these lines are too large.", "Bring only those that they cite.")
        return
    try:
        items = sources_from_json(added.sources.encode())
    except (ValueError, RecursionError) as error:
        hint = "Give CSL-JSON as Zotero exports it: one item, or an array of them, each with an id."
        yield _problem(added, f"The sources of these lines cannot be read: {error}.", hint)
        return
    for item in items:
        yield from (_problem(added, *told) for told in _mistakes(item, added, into))
        into.setdefault(item.key, item)


def _mistakes(item: Source, added: Added, known: Sources) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a source, each with the likely fix."""
    if not item.key.strip() or not item.key.isprintable() or not all(map(_is_text, astuple(item))):
        yield "A source has an id, and nothing in it but text.", "Leave out what cannot be printed."
        return
    if known.get(item.key, item) != item:
        message = f"There is another source called {item.key} in the bibliography."
        yield message, "Give this one another id, or leave it out if it is the same."
    if item.key not in keys_cited(added.text):
        yield f"No line cites the source {item.key}.", f"Cite it: [@{item.key}]. Or leave it out."
    if item.url and not item.url.startswith(_ADDRESSES):
        yield f"The source {item.key} has a URL that leads to no page: {item.url}.", "Begin it with https://."


def _is_text(part: str) -> bool:
    return all(each in "\n\t" or category(each) != "Cc" for each in part)


def _problem(added: Added, message: str, hint: str) -> Problem:
    return Problem(place_of_file(added.file), "", "", message, hint)
