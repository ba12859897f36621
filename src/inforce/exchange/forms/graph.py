"""A treaty, the claims about it and what is computed of it as RDF (Turtle): who says what, when, on which source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec.structs import replace

from inforce.answers import Answer
from inforce.answers.article.about import claims_about
from inforce.answers.article.desk import is_known
from inforce.answers.question import treaty_named
from inforce.answers.wording import text_from_claim
from inforce.exchange.forms.address import Asked, address_of
from inforce.exchange.forms.books import Books
from inforce.exchange.forms.terms import CLASSES, EDTF, PREFIXES, PROPERTIES, own, voice
from inforce.exchange.forms.triples import Triples
from inforce.model import Claim, Treaty
from inforce.temporal import day_from_iso, edtf_from_stretch, edtf_from_uncertain

if TYPE_CHECKING:
    from pyoxigraph import Triple


def turtle_of(books: Books, asked: Asked, answers: Iterable[Answer], base: str) -> bytes:
    """Return a treaty, the claims about it and some answers as Turtle; names are addresses that begin with ``base``."""
    graph = Graph(base)
    return graph.head() + graph.body((*graph.record(books, asked), *graph.answers(asked, answers)))


def vocabulary(base: str) -> bytes:
    """Return the words of our own as Turtle: what each is, and what it means."""
    graph, rdfs = Graph(base), PREFIXES["rdfs"]
    kinds = {
        **dict.fromkeys(CLASSES, f"{rdfs}Class"),
        **dict.fromkeys(PROPERTIES, f"{PREFIXES['rdf']}Property"),
    }
    meanings = {**CLASSES, **PROPERTIES}
    triples = (triple for name, kind in kinds.items() for triple in graph.word(name, kind, meanings[name]))
    return graph.head() + graph.body(triples)


class Graph(Triples):
    """Make the triples of what is recorded and of what is computed."""

    def record(self, books: Books, asked: Asked) -> Iterator[Triple]:
        """Yield what is recorded of a treaty: its names, and every claim about it that was known by then."""
        book = books.library.book
        treaty = treaty_named(book, asked.treaty)
        yield from self._treaty(treaty)
        for claim in claims_about(book, treaty):
            if is_known(claim, asked.known):
                yield from self._claim(claim, asked.treaty)

    def answers(self, asked: Asked, answers: Iterable[Answer]) -> Iterator[Triple]:
        """Yield answers, which are computed and no claims: of a day, or of an interval where they have none."""
        for answer in answers:
            node = self.node(_address_of(asked, answer))
            yield self.is_a(node, "Answer" if answer.on else "Interval")
            yield self.says(node, f"{PREFIXES['dcterms']}subject", self.node(f"/t/{quote(asked.treaty)}"))
            yield from self.texts(node, _said_of(answer))
            for key, day in (("since", answer.since), ("until", answer.until)):
                if day:
                    yield self.says(node, own(self.base, key), day, EDTF)

    def word(self, name: str, kind: str, meaning: str) -> Iterator[Triple]:
        """Yield what a word of our own is."""
        node = self.named(own(self.base, name))
        yield self.says(node, f"{PREFIXES['rdf']}type", self.named(kind))
        yield self.says(node, f"{PREFIXES['rdfs']}comment", meaning, "en")

    def _treaty(self, treaty: Treaty) -> Iterator[Triple]:
        node = self.node(f"/t/{quote(treaty.id)}")
        yield self.is_a(node, "Treaty")
        yield self.says(node, f"{PREFIXES['dcterms']}title", treaty.title, "en")
        for name in treaty.names:
            yield self.says(node, f"{PREFIXES['dcterms']}alternative", name.text, name.language)
        yield from self.texts(node, (("party", party) for party in treaty.parties))

    def _claim(self, claim: Claim, treaty: str) -> Iterator[Triple]:
        """Yield one claim: what it says, in whose voice, when it was so and when it was said, on which sources."""
        node, dcterms = self.node(f"/t/{quote(treaty)}#claim-{quote(claim.id)}"), PREFIXES["dcterms"]
        yield self.is_a(node, "Claim")
        yield self.says(node, f"{dcterms}subject", self.node(f"/t/{quote(treaty)}"))
        yield self.says(node, f"{PREFIXES['rdfs']}label", text_from_claim(claim))
        yield self.says(node, f"{PREFIXES['prov']}wasAttributedTo", self.named(voice(self.base, claim.voice)))
        for key, days in _days_of(claim):
            yield self.says(node, own(self.base, key), days, EDTF)
        if claim.against:
            yield self.says(node, own(self.base, "denied"), "true", f"{PREFIXES['xsd']}boolean")
        for citation in claim.citations:
            yield self.says(node, f"{dcterms}source", self.node(f"/source/{quote(citation.key)}"))


def _address_of(asked: Asked, answer: Answer) -> str:
    """Return the address of what is computed; an interval has its first day behind it."""
    part, party = answer.clause or answer.instrument or "", answer.party or asked.party
    on = day_from_iso(answer.on) if answer.on else None
    address = address_of(replace(asked, part=part, on=on, party=party))
    told = [] if answer.on else [f"since-{answer.since or ''}"]
    if answer.counterparty:
        told.append(f"to-{answer.counterparty}")
    return f"{address}#{quote('-'.join(told))}" if told else address


def _said_of(answer: Answer) -> Iterator[tuple[str, str]]:
    named = (("part", answer.clause or answer.instrument), ("bearer", answer.party))
    yield from ((key, text) for key, text in named if text)
    if answer.counterparty:
        yield "counterparty", answer.counterparty
    yield "view", answer.view
    yield from (("possibleStatus", status) for status in answer.possible)
    yield "certainty", answer.certainty


def _days_of(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield when it was so, when it was said and from when it was known, as far as the claim has that."""
    when = edtf_from_uncertain(claim.when) if claim.when else ""
    when = when or (edtf_from_stretch(claim.stretch) if claim.stretch else "")
    if when:
        yield "when", when
    for key, day in (("said", claim.said), ("known", claim.known)):
        if day is not None:
            yield key, edtf_from_uncertain(day)
