"""How each voted: a table beside the file, one voter and its vote a line."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.model import VOTES, Ballot
from inforce.source import SourceText, read_source

if TYPE_CHECKING:
    from inforce.load.cursor import Cursor
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token


def ballots_from_cursor(cursor: Cursor, draft: Draft) -> tuple[Ballot, ...]:
    """Read the table that a line ``vote 25-9-24 from FILE`` names; other votes have none."""
    texts = [token.text for token in cursor.rest]
    if "from" not in texts[:-1] or not texts[-1].endswith(".csv"):
        return ()
    token = cursor.rest[-1]
    path = Path(draft.document.file).parent / token.text
    draft.shared.read_also.append(path)
    source = read_source(path)
    if not isinstance(source, SourceText):
        draft.report(token, f"The table {token.text} cannot be read. {source.message}")
        return ()
    ballots = tuple(_ballots(source, token, draft))
    _check_count(ballots, cursor.rest[0], token, draft)
    return ballots


def _ballots(source: SourceText, token: Token, draft: Draft) -> Iterator[Ballot]:
    seen: set[str] = set()
    for number, row in enumerate(csv.reader(source.lines), start=1):
        voter, vote = (row[0].strip(), row[1].strip().lower()) if len(row) > 1 else ("", "")
        if voter and vote in VOTES and voter not in seen:
            seen.add(voter)
            yield Ballot(voter, vote)
        elif number > 1 and "".join(row).strip():
            said = f"Line {number} of {token.text} is not a voter, each once, and its vote: {','.join(row)[:60]}."
            draft.report(token, said, f"A vote is {', '.join(VOTES[:-1])} or {VOTES[-1]}.")


def _check_count(ballots: tuple[Ballot, ...], total: Token, table: Token, draft: Draft) -> None:
    """See that the votes of the table add up to what the line says."""
    said = total.text.split("-")
    if not all(part.isdigit() for part in said):
        return
    counted = Counter(ballot.vote for ballot in ballots)
    found = [str(counted[vote]) for vote in VOTES[: len(said)]]
    if found != said:
        message = f"The votes in {table.text} add up to {'-'.join(found)}, not to {total.text}."
        draft.report(total, message, "Correct the count or the table.")
