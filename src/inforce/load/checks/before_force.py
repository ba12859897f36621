"""What is said of a treaty before its entry into force, or of its validity, has something to be said of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import Act, Book, Claim, Invalidity
from inforce.source import Problem


def check_opting_out(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report a declaration not to apply a treaty provisionally that nothing has anybody apply so."""
    for entry, claim in built(entries, Claim):
        done = claim.proposition
        if not isinstance(done, Act) or done.verb != "decline" or done.treaty not in book.treaties:
            continue
        clauses = book.treaties[done.treaty].clauses
        if not any(clause.provisional for clause in clauses) and not _is_applied(book, done.treaty):
            message = f"Nobody applies {done.treaty} provisionally, so nobody can declare otherwise."
            hint = "Add the clause that says so: each signatory applies this provisionally from signature."
            yield entry.draft.problem(entry.directive.tokens[:1], message, hint)


def _is_applied(book: Book, treaty: str) -> bool:
    """Whether anybody is on record as applying a treaty provisionally."""
    acts = (claim.proposition for claim in book.claims if isinstance(claim.proposition, Act))
    return any(act.verb == "apply" and act.treaty == treaty for act in acts)


def check_finders(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report a party that finds its own treaty void: it can only invoke that, and a rule says what follows."""
    for entry, claim in built(entries, Claim):
        found = claim.proposition
        if not isinstance(found, Invalidity) or found.treaty not in book.treaties:
            continue
        if found.body in book.treaties[found.treaty].parties:
            message = f"{found.body} is a party to {found.treaty}, and finds nothing in its own case."
            ground = found.ground or "error"
            hint = f"Write {found.body} invokes the invalidity of {found.treaty} on the ground of {ground}."
            yield entry.draft.problem(entry.directive.tokens[:1], message, hint)
