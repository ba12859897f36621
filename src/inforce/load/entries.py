"""What was built from each directive, for the checks of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Directive

T = TypeVar("T")


class Entry(Struct, frozen=True):
    """One directive, the desk at which it was built, and what came of it."""

    directive: Directive
    draft: Draft
    value: object


def built(entries: Iterable[Entry], kind: type[T]) -> Iterator[tuple[Entry, T]]:
    """Yield what was built of one kind, each with its entry; the claims of a record come one by one."""
    for entry in entries:
        values = entry.value if isinstance(entry.value, tuple) else (entry.value,)
        for value in values:
            if isinstance(value, kind):
                yield entry, value
