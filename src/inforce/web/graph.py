"""A treaty and the claims about it as RDF (Turtle): who says what, when, on which source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from inforce.answers.article.about import claims_about
from inforce.answers.article.desk import is_known
from inforce.answers.wording import text_from_claim
from inforce.model import Claim, Treaty
from inforce.temporal import edtf_from_stretch, edtf_from_uncertain
from inforce.web.address import Asked, address_of
from inforce.web.part_page import part_named, question_of
from inforce.web.shelf import Shelf

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Triple

_TERMS = "http://purl.org/dc/terms/"
_PROV = "http://www.w3.org/ns/prov#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


def turtle_from_treaty(shelf: Shelf, asked: Asked, base: str) -> bytes:
    """Return a treaty, the claims about it and the answers of the day as Turtle; names are addresses of this server."""
    from pyoxigraph import RdfFormat, serialize

    graph = _Graph(base)
    triples = [
        *graph.treaty(shelf.treaty(asked.treaty)),
        *_claims(graph, shelf, asked),
        *_answers(graph, shelf, asked),
    ]
    prefixes = {"dcterms": _TERMS, "prov": _PROV, "rdfs": _RDFS, "inforce": graph.own("")}
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b""


class _Graph:
    """Make triples whose names begin with one address."""

    def __init__(self, base: str) -> None:
        self.base = base

    def own(self, name: str) -> str:
        """Return one of our own terms."""
        return f"{self.base}/terms#{name}"

    def node(self, path: str) -> NamedNode:
        """Return a thing that has an address here."""
        from pyoxigraph import NamedNode

        return NamedNode(f"{self.base}{path}")

    def says(self, about: NamedNode, key: str, value: NamedNode | str, kind: str = "") -> Triple:
        """Return one triple; ``kind`` is the language or the type of a text."""
        from pyoxigraph import Literal, NamedNode, Triple

        if not isinstance(value, str):
            return Triple(about, NamedNode(key), value)
        if kind.startswith("http"):
            return Triple(about, NamedNode(key), Literal(value, datatype=NamedNode(kind)))
        return Triple(about, NamedNode(key), Literal(value, language=kind) if kind else Literal(value))

    def treaty(self, treaty: Treaty) -> Iterator[Triple]:
        """Yield what a treaty is called, and who its text names as parties."""
        node = self.node(f"/t/{quote(treaty.id)}")
        yield self.says(node, f"{_RDF}type", self.node("/terms#Treaty"))
        yield self.says(node, f"{_TERMS}title", treaty.title, "en")
        for name in treaty.names:
            yield self.says(node, f"{_TERMS}alternative", name.text, name.language)
        for party in treaty.parties:
            yield self.says(node, self.own("party"), party)

    def claim(self, claim: Claim, treaty: str) -> Iterator[Triple]:
        """Yield one claim: what it says, in whose voice, when it was so and when it was said, on which sources."""
        node = self.node(f"/t/{quote(treaty)}#claim-{quote(claim.id)}")
        yield self.says(node, f"{_RDF}type", self.node("/terms#Claim"))
        yield self.says(node, f"{_TERMS}subject", self.node(f"/t/{quote(treaty)}"))
        yield self.says(node, f"{_RDFS}label", text_from_claim(claim))
        yield self.says(node, f"{_PROV}wasAttributedTo", self.node(f"/terms#voice-{quote(claim.voice)}"))
        when = edtf_from_uncertain(claim.when) if claim.when else ""
        when = when or (edtf_from_stretch(claim.stretch) if claim.stretch else "")
        if when:
            yield self.says(node, self.own("when"), when, _EDTF)
        if claim.said is not None:
            yield self.says(node, self.own("said"), edtf_from_uncertain(claim.said), _EDTF)
        if claim.against:
            yield self.says(node, self.own("denied"), "true", "http://www.w3.org/2001/XMLSchema#boolean")
        for citation in claim.citations:
            yield self.says(node, f"{_TERMS}source", self.node(f"/source/{quote(citation.key)}"))


def _claims(graph: _Graph, shelf: Shelf, asked: Asked) -> Iterator[Triple]:
    for claim in claims_about(shelf.book, shelf.treaty(asked.treaty)):
        if is_known(claim, asked.known):
            yield from graph.claim(claim, asked.treaty)


def _answers(graph: _Graph, shelf: Shelf, asked: Asked) -> Iterator[Triple]:
    """Yield the status on the day, which is computed and no claim."""
    part, _ = part_named(shelf, asked)
    question = question_of(asked, part)
    for answer in shelf.answers(question):
        from msgspec.structs import replace

        node = graph.node(address_of(replace(asked, on=question.on, party=answer.party or asked.party)))
        yield graph.says(node, f"{_RDF}type", graph.node("/terms#Answer"))
        yield graph.says(node, f"{_TERMS}subject", graph.node(f"/t/{quote(asked.treaty)}"))
        for status in answer.possible:
            yield graph.says(node, graph.own("possibleStatus"), status)
        yield graph.says(node, graph.own("certainty"), answer.certainty)
        for key, day in (("since", answer.since), ("until", answer.until)):
            if day:
                yield graph.says(node, graph.own(key), day, _EDTF)
