"""All the names of a book, collected before anything is built, so that order does not matter."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Site(Struct, frozen=True):
    """Say where a name is given: the file, the line and the name that it stands for."""

    file: str
    line: int
    name: str


def sites_built_in(names: Iterable[str]) -> dict[str, Site]:
    """Return names that no line gives, each standing for itself."""
    return {name: Site("", 0, name) for name in names}


class Names(Struct):
    """Keep names by kind; a clause or an instrument has its name within its treaty.

    Kinds are ``treaty``, ``actor``, ``group``, ``asset``, ``fact``, ``view``, ``source`` and ``rule``; within
    a treaty ``clause <treaty>`` and ``instrument <treaty>``.
    """

    kinds: dict[str, dict[str, Site]]

    def of(self, kind: str) -> dict[str, Site]:
        """Return the names of one kind."""
        return self.kinds.setdefault(kind, {})

    def clauses(self, treaty: str) -> dict[str, Site]:
        """Return the clauses of a treaty by each of their names."""
        return self.of(f"clause {treaty}")

    def instruments(self, treaty: str) -> dict[str, Site]:
        """Return the instruments of a treaty."""
        return self.of(f"instrument {treaty}")

    def kinds_of(self, name: str) -> tuple[str, ...]:
        """Return what a name is in this book, in words: to say what it is not."""
        return tuple(kind.split()[0] for kind, names in self.kinds.items() if name in names)
