"""A built clause with what it was built from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from inforce.load.clause_head import ClauseHead
    from inforce.model import Clause
    from inforce.parse.syntax import Detail


class ClauseSource(Struct, frozen=True):
    """Keep a clause with its head and its lines, for those who read it otherwise."""

    clause: Clause
    head: ClauseHead
    details: tuple[Detail, ...]
