"""Names of records: each given once, and given if it is referred to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import Act, Book, Claim, CountsAs, Proposition, verb_named
from inforce.parse.syntax import Token
from inforce.source import Problem, did_you_mean


def check_label_references(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report a record that acts upon, corrects or qualifies a record that is not there."""
    found = [
        (entry, claim.line, name) for entry, claim in built(entries, Claim) for name in _references(claim)
    ]
    claims = book.claims if found else ()
    labels = {claim.proposition.label: claim.line for claim in claims if claim.proposition.label}
    told: set[tuple[str, int, str]] = set()
    for entry, line, name in found:
        where = (entry.draft.document.file, line, name)
        if name not in labels and where not in told:
            told.add(where)
            yield _missing(entry, name, labels)


def check_labels_once(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report a name that stands for two different things; another voice may say the same thing again."""
    first: dict[str, tuple[Proposition, str, int]] = {}
    for entry, claim in built(entries, Claim):
        label, file = claim.proposition.label, entry.draft.document.file
        known, where, line = first.setdefault(label, (claim.proposition, file, claim.line))
        if label and known != claim.proposition and (where, line) != (file, claim.line):
            place = f"line {line}" if where == file else f"{where}:{line}"
            message = f"There is already a record called ^{label}, in {place}."
            yield entry.draft.problem((_label(entry, label),), message, "Give one of the two another name.")


def _references(claim: Claim) -> Iterator[str]:
    proposition = claim.proposition
    if claim.corrects:
        yield claim.corrects
    if isinstance(proposition, CountsAs):
        yield proposition.act
    if isinstance(proposition, Act) and verb_named(proposition.verb).object == "act":
        yield from proposition.objects


def _missing(entry: Entry, name: str, labels: dict[str, int]) -> Problem:
    token = _label(entry, name)
    return entry.draft.problem(
        (token,), f"There is no record called ^{name}.", did_you_mean(name, labels, labels)
    )


def _label(entry: Entry, name: str) -> Token:
    """Find the label in a record and the lines under it; the date stands for one that is not written."""
    lines = (entry.directive.tokens, *(detail.tokens for detail in entry.directive.details))
    tokens = (token for line in lines for token in line if token.text == f"^{name}")
    return next(tokens, entry.directive.tokens[0])
