"""Triples whose names begin with one address, and the Turtle that they are written as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from inforce.exchange.forms.terms import PREFIXES, own

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Triple


class Triples:
    """Make triples whose names begin with one address."""

    def __init__(self, base: str) -> None:
        self.base, self._prefixes = base, {**PREFIXES, "inforce": f"{base}/terms#"}

    def head(self) -> bytes:
        """Return the prefixes, in an order of our own: the writer of triples has another one each time."""
        return "".join(f"@prefix {name}: <{of}> .\n" for name, of in self._prefixes.items()).encode()

    def body(self, triples: Iterable[Triple]) -> bytes:
        """Write triples as Turtle, without the prefixes that stand above them."""
        from pyoxigraph import RdfFormat, serialize

        told: bytes = serialize(triples, format=RdfFormat.TURTLE, prefixes=self._prefixes) or b""
        while told.startswith(b"@prefix"):
            _, _, told = told.partition(b"\n")
        return told

    def is_a(self, node: NamedNode, kind: str) -> Triple:
        """Return what a thing is, in our words."""
        return self.says(node, f"{PREFIXES['rdf']}type", self.named(own(self.base, kind)))

    def texts(self, node: NamedNode, said: Iterable[tuple[str, str]]) -> Iterator[Triple]:
        """Return what is said of a thing in our words, each with a text."""
        return (self.says(node, own(self.base, key), text) for key, text in said)

    def node(self, path: str) -> NamedNode:
        """Return a thing that has an address here."""
        return self.named(f"{self.base}{path}")

    def named(self, address: str) -> NamedNode:
        """Return a thing by its whole address."""
        from pyoxigraph import NamedNode

        return NamedNode(address)

    def says(self, about: NamedNode, key: str, value: NamedNode | str, kind: str = "") -> Triple:
        """Return one triple; ``kind`` is the language or the type of a text."""
        from pyoxigraph import Literal, NamedNode, Triple

        if not isinstance(value, str):
            return Triple(about, NamedNode(key), value)
        if kind.startswith("http"):
            return Triple(about, NamedNode(key), Literal(value, datatype=NamedNode(kind)))
        return Triple(about, NamedNode(key), Literal(value, language=kind) if kind else Literal(value))
