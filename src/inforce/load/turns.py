"""The order of acts of one day, where the record writes ``then``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.model import Claim

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.load.entries import Entry
    from inforce.load.marks import Marks
    from inforce.parse.syntax import Directive


def check_then(marks: Marks, claims: tuple[Claim, ...], directive: Directive, draft: Draft) -> None:
    """Report a ``then`` on a day that is not known: there is nothing for it to follow."""
    if marks.then and any(
        claim.when is None or not claim.when.is_exact for claim in claims if not claim.against
    ):
        hint = "Give the one day on which it followed, or leave then out."
        draft.report(directive.head[0], "What comes then, comes on a day that is known.", hint)


def with_turns(claims: Iterable[tuple[Entry, Claim]]) -> Iterator[Claim]:
    """Number the acts that come then on one day, in the order of the files; a record's claims share a turn."""
    turns: dict[int, tuple[tuple[str, int], int]] = {}
    for entry, claim in claims:
        if not claim.then or claim.when is None:
            yield claim
            continue
        where = (entry.draft.document.file, claim.line)
        before, turn = turns.get(claim.when.first, (("", 0), 0))
        turn += where != before
        turns[claim.when.first] = (where, turn)
        yield replace(claim, then=turn)
