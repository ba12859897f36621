"""The directive ``asset``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.load.citations import citations_from_tokens
from inforce.load.lines import (
    LineReader,
    cited,
    name_from_head,
    title_from_head,
    with_lines,
    with_name,
)
from inforce.model import Asset

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Directive


def asset_from_directive(directive: Directive, draft: Draft) -> Asset | None:
    """Build a thing or territory that clauses speak about."""
    name = name_from_head(directive, draft)
    if name is None:
        return None
    citations = citations_from_tokens(directive.citations, draft)
    asset = Asset(name, title_from_head(directive, draft) or name, citations=citations)
    return with_lines(asset, directive.details, _LINES, draft)


_LINES: dict[str, LineReader[Asset]] = {"name": with_name, "note": cited}
