"""A share is counted in a weight that the treaty gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import Book, Instrument, Terms, Treaty
from inforce.source import Problem, did_you_mean


def check_weights(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report an entry into force that counts in a weight of which there is no table."""
    terms = [(entry, treaty.terms) for entry, treaty in built(entries, Treaty)]
    terms += [(entry, instrument.terms) for entry, instrument in built(entries, Instrument)]
    for entry, own in terms:
        for name in _missing(own):
            known = {weight.name for weight in own.weights}
            hint = did_you_mean(name, known) or f"Add the line: weights {name} from {name}.csv."
            yield entry.draft.problem(entry.directive.head[:1], f"There is no weight called {name}.", hint)


def _missing(terms: Terms) -> Iterator[str]:
    given = {weight.name for weight in terms.weights}
    for quorum in terms.entry.quorums if terms.entry else ():
        if quorum.weight and quorum.weight not in given:
            yield quorum.weight
