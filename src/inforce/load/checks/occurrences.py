"""A second dated line of one voice about the same thing says whether it is the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.load.entries import Entry, built
from inforce.model import Act, Book, Claim, Event, Finding, Invalidity, State
from inforce.source import Problem


def check_occurrences(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Report a second record of one voice for one occurrence that is neither named, again, nor a correction.

    An occurrence is an act, its actor with the government, its object and its label (design, S9). Whether a
    second date is another occurrence or a change of mind is for a person to say.
    """
    first: dict[tuple[object, ...], tuple[str, int]] = {}
    for entry, claim in built(entries, Claim):
        if claim.corrects or not isinstance(claim.proposition, Act | Event | State | Finding | Invalidity):
            continue
        where = (entry.draft.document.file, claim.line)
        file, line = first.setdefault((claim.proposition, claim.voice, claim.against), where)
        if (file, line) != where:
            place = f"line {line}" if file == where[0] else f"{file}:{line}"
            message = f"The same voice, {claim.voice}, has recorded this already, in {place}."
            hint = "If it happened again, write again or give it a name, ^name; if not, write corrects ^name."
            yield entry.draft.problem(entry.directive.tokens[:1], message, hint)
