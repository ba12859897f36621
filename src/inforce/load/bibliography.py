"""The bibliography beside a treaty: CSL-JSON, as Zotero writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from inforce.model import Source
from inforce.source import Problem, place_of_file

_MAIN = "sources.json"


class Person(msgspec.Struct, frozen=True):
    """An author or an editor, as CSL-JSON names one."""

    family: str = ""
    given: str = ""
    literal: str = ""

    def __str__(self) -> str:
        return self.literal or ", ".join(filter(None, (self.family, self.given)))


class Issued(msgspec.Struct, frozen=True, rename="kebab"):
    """A date in CSL-JSON: parts, or text."""

    date_parts: tuple[tuple[int | str, ...], ...] = ()
    literal: str = ""
    raw: str = ""

    def __str__(self) -> str:
        dates = (
            "-".join(f"{int(part):02}" if str(part).isdigit() else str(part) for part in parts)
            for parts in self.date_parts
        )
        return self.literal or self.raw or "/".join(dates)


class Item(msgspec.Struct, frozen=True, rename="kebab"):
    """One item of CSL-JSON, as far as an answer shows it."""

    id: str | int
    type: str = ""
    title: str = ""
    author: tuple[Person, ...] = ()
    container_title: str = ""
    issued: Issued = Issued()
    url: str = msgspec.field(default="", name="URL")
    note: str = ""
    editor: tuple[Person, ...] = ()
    publisher: str = ""
    volume: str | int = ""
    page: str | int = ""
    language: str = ""


def json_beside(files: Iterable[Path]) -> tuple[Path, ...]:
    """Return the JSON files in the folders of some files, in order."""
    folders = dict.fromkeys(Path(file).parent for file in files)
    return tuple(path for folder in folders for path in _json_in(folder))


def sources_from_files(paths: Iterable[Path]) -> tuple[dict[str, Source], tuple[Problem, ...]]:
    """Read every bibliography among some JSON files; other JSON is none of our business.

    A JSON file is a bibliography if it is an array of objects that have an ``id``. One that is named like a
    bibliography, ``sources.json``, and is none, is a problem.
    """
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for path in paths:
        for found in _items(path):
            if isinstance(found, Problem):
                problems.append(found)
            elif sources.setdefault(found.key, found) != found:
                message = f"The bibliography has two different sources called {found.key}."
                problems.append(
                    Problem(place_of_file(str(path)), "", "", message, "Give one of them another id.")
                )
    return sources, tuple(problems)


def sources_from_json(data: bytes) -> list[Source]:
    """Read the items of a bibliography.

    Raises:
        ValueError: if it is no array of items, each with an id.
    """
    return list(map(_source, _decoded(data)))


def _json_in(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(path for path in folder.glob("*.json") if path.is_file()))
    except (OSError, ValueError):
        return ()


def _items(path: Path) -> Iterator[Source | Problem]:
    try:
        yield from sources_from_json(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors
        if path.name == _MAIN:
            hint = "Export it from Zotero as CSL-JSON: an array of items, each with an id."
            yield Problem(place_of_file(str(path)), "", "", f"This is not a bibliography: {error}.", hint)


def _decoded(data: bytes) -> list[Item]:
    try:
        return msgspec.json.decode(data, type=list[Item])
    except msgspec.ValidationError:
        loose = msgspec.json.decode(data, type=list[dict[str, Any]])
        return [_lenient(item) for item in loose]


def _lenient(item: dict[str, Any]) -> Item:
    """Read an item of which some field is not as the standard has it: that field is left out."""
    fields = {field.encode_name for field in msgspec.structs.fields(Item)}
    kept: dict[str, Any] = {}
    for name in fields & item.keys():
        try:
            msgspec.convert({"id": "", **{name: item[name]}}, Item)
        except msgspec.ValidationError:
            continue
        kept[name] = item[name]
    return msgspec.convert(kept, Item)


def _source(item: Item) -> Source:
    return Source(
        str(item.id),
        item.type,
        item.title,
        _people(item.author),
        item.container_title,
        str(item.issued),
        item.url,
        item.note,
        _people(item.editor),
        item.publisher,
        str(item.volume),
        str(item.page),
        item.language,
    )


def _people(people: Iterable[Person]) -> str:
    return "; ".join(filter(None, map(str, people)))
