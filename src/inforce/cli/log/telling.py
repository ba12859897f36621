"""Entries of the log, in lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.cli.screen import say, say_json

if TYPE_CHECKING:
    from datetime import datetime

    from inforce.answers.broken import Broken
    from inforce.load import Loaded
    from inforce.store import Dated, Entry, Standing, Store


class Listed(Struct, frozen=True):
    """An entry and what has become of it."""

    entry: Entry
    standing: Standing


def tell_written(verb: str, store: Store, entry: Entry, before: Loaded, *, as_json: bool) -> None:
    """Tell an entry that was acknowledged, and which expectations it breaks, or would: nobody shall find out later."""
    listed = Listed(entry, store.standing(entry.id))
    is_open = listed.standing == "proposed"
    after = store.book_if(entry.id) if is_open else store.book()
    broken = broken_between(before, after, entry.treaty)
    if as_json:
        say_json({"verb": f"log {verb}", "treaty": entry.treaty}, [listed], broken=broken)
        return
    say(lines_of_entries([listed]))
    if broken:
        from inforce.answers.broken import lines_of_broken

        say(lines_of_broken(broken, would=is_open))


def broken_between(before: Loaded, after: Loaded, treaty: str) -> tuple[Broken, ...]:
    """Return the expectations that a change breaks; a book with problems is not whole, and nothing is asked of it."""
    if before.problems or after.problems:
        return ()
    from inforce.answers.broken import expectations_broken

    return expectations_broken(before.book, after.book, treaty)


def lines_of_entries(found: Iterable[Listed]) -> Iterator[str]:
    """Tell entries: the number, who and when, what became of it, the reason, the lines, their dates and sources."""
    for each in found:
        entry = each.entry
        yield f"{entry.id}  {_head(each)}, {entry.author}, {moment(entry.recorded)}"
        yield f"  {entry.treaty}: {' '.join(entry.reason.split())}"
        yield from (f"    {line}" for line in entry.text.split("\n") if line)
        yield from (f"    {_dates(claim)}" for claim in entry.claims)
        yield from (f"    {source}" for source in _sources(entry))


def _sources(entry: Entry) -> Iterator[str]:
    """Tell the sources that an entry brought along; a proposal that was imported may have what cannot be read."""
    if not entry.sources:
        return
    from inforce.answers.wording import text_from_source
    from inforce.load.bibliography import sources_from_json

    try:
        yield from map(text_from_source, sources_from_json(entry.sources.encode()))
    except ValueError:
        yield entry.sources


def moment(when: datetime) -> str:
    """Tell when something was recorded, to the second."""
    return when.strftime("%Y-%m-%d %H:%M:%S UTC")


_FATES = {"proposed": "open", "stands": "in the book"}


def _head(each: Listed) -> str:
    entry = each.entry
    if entry.about is not None:
        return f"{entry.kind} of {entry.about}"
    corrects = f" of {entry.corrects}" if entry.corrects is not None else ""
    return f"{entry.kind}{corrects}, {_FATES.get(each.standing, each.standing)}"


def _dates(claim: Dated) -> str:
    told = [f"happened {claim.happened}" if claim.happened else "undated"]
    told += [f"said {claim.said}"] if claim.said else []
    told += [f"known {claim.known}"] if claim.known else []
    return f"{claim.name}: {claim.voice}, {', '.join(told)}"
