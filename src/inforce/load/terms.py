"""Final clauses: entry into force, term, what follows the term, weights, when few parties remain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.dates import span_from_phrase
from inforce.load.entry import entry_from_line, own_offset_from_line
from inforce.load.form import Found, Reader, read_forms
from inforce.load.lines import LineReader
from inforce.load.phrase import phrase_from_tokens
from inforce.load.until import continues, term_until
from inforce.load.weights import weights_from_file
from inforce.model import EntryIntoForce, Renewal, Terms, Weight

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail

_TIMES = {"one": 1, "two": 2, "three": 3}


def _entry(terms: Terms, detail: Detail, draft: Draft) -> Terms:
    before = terms.entry or EntryIntoForce("")
    entry = entry_from_line(detail, draft)
    entry = replace(entry, own_offset=before.own_offset, own_after_quorum=before.own_after_quorum)
    return replace(terms, entry=entry)


def _own(terms: Terms, detail: Detail, draft: Draft) -> Terms:
    own = own_offset_from_line(detail, draft)
    return replace(terms, entry=replace(terms.entry or EntryIntoForce(""), own_offset=own))


def _own_after_those(terms: Terms, detail: Detail, draft: Draft) -> Terms:
    own = _own(terms, detail, draft)
    return replace(own, entry=replace(own.entry or EntryIntoForce(""), own_after_quorum=True))


def _term(terms: Terms, detail: Detail, draft: Draft) -> Terms:
    if detail.rest[0].text in ("until", "through") and len(detail.rest) > 1:
        return term_until(terms, detail, draft)
    forms: dict[str, Reader[Terms]] = {
        "until CONDITION": lambda found, desk: terms,
        "until DATE": lambda found, desk: terms,
        "through DATE": lambda found, desk: terms,
        "unlimited": lambda found, desk: replace(terms, unlimited=True),
        "SPAN": lambda found, desk: replace(terms, term=span_from_phrase(found.phrase, desk)),
    }
    return read_forms(phrase_from_tokens(detail.rest), forms, draft) or terms


def _then(terms: Terms, detail: Detail, draft: Draft) -> Terms:
    renewal = read_forms(phrase_from_tokens(detail.rest), _RENEWALS, draft)
    return replace(terms, renewal=renewal) if renewal else terms


def _for_good(found: Found, draft: Draft) -> Renewal:
    return Renewal()


def _periods(found: Found, draft: Draft) -> Renewal | None:
    span = span_from_phrase(found.part("span"), draft)
    first = found.phrase.text.split()[0]
    return Renewal(span, _TIMES.get(first)) if span else None


_RENEWALS: dict[str, Reader[Renewal | None]] = {
    "indefinitely": _for_good,
    "SPAN at a time": _periods,
    "one further SPAN": _periods,
    "two further SPAN": _periods,
    "three further SPAN": _periods,
}


def _ends_if(terms: Terms, detail: Detail, draft: Draft) -> Terms:
    forms: dict[str, Reader[int]] = {
        "fewer than NUMBER parties remain": lambda found, desk: int(found.text("number"))
    }
    fewer = read_forms(phrase_from_tokens(detail.rest), forms, draft)
    return replace(terms, fewer_than=fewer or 0)


def _weights(terms: Terms, detail: Detail, draft: Draft) -> Terms:
    forms: dict[str, Reader[tuple[Weight, ...]]] = {"WEIGHT from FILE": weights_from_file}
    weights = read_forms(phrase_from_tokens(detail.rest), forms, draft)
    return replace(terms, weights=terms.weights + (weights or ()))


TERM_LINES: dict[str, LineReader[Terms]] = {
    "in force": _entry,
    "for a state depositing after the entry into force": _own,
    "for a state depositing after those": _own_after_those,
    "term": _term,
    "then": _then,
    "continues so long as": continues,
    "ends if": _ends_if,
    "weights": _weights,
}
"""The lines of a treaty or an instrument that its terms are made of."""
