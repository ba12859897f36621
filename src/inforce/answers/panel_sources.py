"""What a panel rests on: the sources of a book's treaties, or of a columnar book, with a digest and the version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from inforce.answers.show import show
from inforce.answers.wording import text_from_source
from inforce.model import Book

if TYPE_CHECKING:
    from inforce.answers.panels import PanelAsked
    from inforce.corpus import Columnar, Provenance

_KEY = re.compile(r"\[@([^\],]+)")


def provenance_of_book(book: Book, treaties: Sequence[str], digest: str, asked: PanelAsked) -> Provenance:
    """Return what a panel of some treaties of a book rests on."""
    sources = {
        key: book.sources[key] for name in treaties for key in _cited(book, name) if key in book.sources
    }
    return _provenance(digest, tuple(map(text_from_source, sources.values())), asked)


def provenance_of_columnar(columnar: Columnar, asked: PanelAsked) -> Provenance:
    """Return what a panel of a columnar book rests on."""
    manifest = columnar.manifest
    made = f"{manifest.title}, imported by {manifest.program or 'inforce'}, retrieved {manifest.retrieved}"
    return _provenance(
        f"columnar book sha256:{manifest.digest}", (made, *map(_csl, manifest.citations)), asked
    )


def _provenance(digest: str, sources: tuple[str, ...], asked: PanelAsked) -> Provenance:
    from inforce.corpus import Provenance

    covered = asked.get("covered")
    return Provenance(
        what="",
        rule="",
        view=asked.get("view") or "all-voices",
        version=version("inforce"),
        digest=digest,
        sources=sources,
        coverage=f"the actors of {Path(covered).name}" if isinstance(covered, str | Path) else "",
        known=str(asked.get("known") or ""),
    )


def _cited(book: Book, treaty: str) -> Iterator[str]:
    """Yield the keys of the sources of a treaty's text and of every record about it."""
    shown = show(book, treaty)
    for item in (shown, *(part for part in shown.parts if part.kind != "record")):
        for line in item.lines:
            yield from _KEY.findall(line.cite)
    for claim in book.claims:
        if treaty in (claim.under, getattr(claim.proposition, "treaty", "")):
            yield from (citation.key for citation in claim.citations)


class _Person(msgspec.Struct):
    family: str = ""
    given: str = ""
    literal: str = ""


class _Item(msgspec.Struct, rename="kebab"):
    """What is told of a CSL-JSON item."""

    id: str = ""
    title: str = ""
    author: tuple[_Person, ...] = ()
    container_title: str = ""
    issued: dict[str, list[list[int]]] = {}
    URL: str = msgspec.field(default="", name="URL")


def _csl(text: str) -> str:
    """Write a citation that is kept as CSL-JSON; what is none stays as it is."""
    try:
        item = msgspec.json.decode(text, type=_Item, strict=False)
    except msgspec.MsgspecError:
        return text
    people = "; ".join(who.literal or ", ".join(filter(None, (who.family, who.given))) for who in item.author)
    parts = item.issued.get("date-parts") or [[]]
    year = str(parts[0][0]) if parts[0] else ""
    told = ", ".join(filter(None, (people, year, item.title, item.container_title, item.URL)))
    return f"[@{item.id}] {told}"
