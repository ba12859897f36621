"""Accept, reject and withdraw: what becomes of an entry."""

from __future__ import annotations

from typing import Unpack

from inforce.cli.log.options import BY, ENTRY, REASON, STORE, Entering, opened
from inforce.cli.options import FILES, JSON, taking
from inforce.cli.verb import verb


class _Decided(Entering):
    entry: int


@verb("accept")
@taking(ENTRY, STORE, BY, REASON, FILES, JSON)
def accept_command(**asked: Unpack[_Decided]) -> None:
    """Accept a proposal.

    From then on its lines are in the book. They are checked again with the book as it has become. An expectation that
    held and fails with them is told: the evidence may be right and the expectation out of date.
    """
    from inforce.cli.log.telling import tell_written

    with opened(asked["store"], asked["books"]) as store:
        before = store.book()
        done = store.accept(asked["entry"], asked["by"], asked["reason"])
        tell_written("accept", store, done, before, as_json=asked["as_json"])


@verb("reject")
@taking(ENTRY, STORE, BY, REASON, FILES, JSON)
def reject_command(**asked: Unpack[_Decided]) -> None:
    """Reject a proposal.

    It stays in the log, with the reason, and enters no book.
    """
    from inforce.cli.log.telling import tell_written

    with opened(asked["store"], asked["books"]) as store:
        before = store.book()
        done = store.reject(asked["entry"], asked["by"], asked["reason"])
        tell_written("reject", store, done, before, as_json=asked["as_json"])


@verb("withdraw")
@taking(ENTRY, STORE, BY, REASON, FILES, JSON)
def withdraw_command(**asked: Unpack[_Decided]) -> None:
    """Withdraw an entry.

    A proposal is taken back; an entry that was made by mistake leaves the book. Both stay in the log.
    """
    from inforce.cli.log.telling import tell_written

    with opened(asked["store"], asked["books"]) as store:
        before = store.book()
        done = store.withdraw(asked["entry"], asked["by"], asked["reason"])
        tell_written("withdraw", store, done, before, as_json=asked["as_json"])
