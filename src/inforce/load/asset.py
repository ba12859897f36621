"""The directive ``asset``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.lines import (
    LineReader,
    language_name,
    line_citations,
    name_from_head,
    title_from_head,
    with_lines,
)
from inforce.model import Asset

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive


def asset_from_directive(directive: Directive, draft: Draft) -> Asset | None:
    """Build a thing or territory that clauses speak about."""
    name = name_from_head(directive, draft)
    if name is None:
        return None
    citations = citations_from_tokens(directive.citations, draft)
    asset = Asset(name, title_from_head(directive, draft) or name, citations=citations)
    return with_lines(asset, directive.details, _LINES, draft)


def _name(asset: Asset, detail: Detail, draft: Draft) -> Asset:
    name = language_name(detail, draft)
    named = replace(asset, names=(*asset.names, name)) if name else asset
    return _cited(named, detail, draft)


def _cited(asset: Asset, detail: Detail, draft: Draft) -> Asset:
    return replace(asset, citations=asset.citations + line_citations(detail, draft))


_LINES: dict[str, LineReader[Asset]] = {"name": _name, "note": _cited}
