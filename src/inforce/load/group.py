"""The directive ``group``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.lines import LineReader, cited, name_from_head, title_from_head, with_lines
from inforce.load.phrase import listed
from inforce.model import Group

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive


def group_from_directive(directive: Directive, draft: Draft) -> Group | None:
    """Build a named list of actors; records change its members by date."""
    name = name_from_head(directive, draft)
    if name is None:
        return None
    citations = citations_from_tokens(directive.citations, draft)
    group = Group(name, title_from_head(directive, draft) or name, citations=citations)
    return with_lines(group, directive.details, _LINES, draft)


def _members(group: Group, detail: Detail, draft: Draft) -> Group:
    named = (draft.named("actor", token) for token in listed(detail.rest))
    members = (*group.members, *(name for name in named if name))
    return replace(cited(group, detail, draft), members=members)


_LINES: dict[str, LineReader[Group]] = {"members": _members, "note": cited}
