"""The first line of a clause: its number, other names, its instrument, and who infers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.load.lines import voice_from_token
from inforce.load.phrase import listed

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Directive, Token

_WORDS = ("alias", "in", "inferred", "by")
_FORM = "Write clause 8 alias T8a in protocol, or clause N1x inferred from N1 by ROC."


class HeadParts(Struct, frozen=True):
    """The tokens of a clause's head by the word before them, nothing resolved yet."""

    id: Token | None
    aliases: tuple[Token, ...] = ()
    instrument: Token | None = None
    sources: tuple[Token, ...] = ()
    voices: tuple[Token, ...] = ()
    extra: tuple[Token, ...] = ()


class ClauseHead(Struct, frozen=True):
    """What the first line of a clause says, names resolved."""

    id: str
    instrument: str = ""
    aliases: tuple[str, ...] = ()
    inferred_from: tuple[str, ...] = ()
    inferred_by: tuple[str, ...] = ()


def parts_from_directive(directive: Directive) -> HeadParts:
    """Sort the tokens of the head; names are collected from it before any is resolved."""
    parts: dict[str, list[Token]] = {"": [], **{word: [] for word in _WORDS}}
    word = ""
    for token in directive.head:
        if token.text in _WORDS and parts[""]:
            word = token.text
        elif not (word == "inferred" and token.text == "from"):
            parts[word].append(token)
    lines = (detail.rest for detail in directive.details if detail.key == "alias")
    aliases = (*parts["alias"], *(token for rest in lines for token in rest))
    named, placed = parts[""], parts["in"]
    return HeadParts(
        named[0] if named else None,
        listed(aliases),
        placed[0] if placed else None,
        listed(parts["inferred"]),
        listed(parts["by"]),
        (*named[1:], *placed[1:]),
    )


def head_from_parts(parts: HeadParts, directive: Directive, draft: Draft) -> ClauseHead | None:
    """Resolve the names in a clause's head."""
    if parts.id is None:
        draft.report(directive.tokens[0], "This clause has no number.", _FORM)
        return None
    if parts.extra:
        draft.report_across(parts.extra, "This is not understood.", _FORM)
    instrument = draft.named("instrument", parts.instrument, draft.treaty) if parts.instrument else ""
    sources = (draft.named("clause", token, draft.treaty) for token in parts.sources)
    voices = (voice_from_token(token, draft) for token in parts.voices)
    if parts.sources and not parts.voices:
        draft.report_across(
            parts.sources, "Nobody infers this clause.", "Add by whom: inferred from N1 by ROC."
        )
    return ClauseHead(
        parts.id.text,
        instrument or "",
        tuple(token.text for token in parts.aliases),
        tuple(name for name in sources if name),
        tuple(voice for voice in voices if voice),
    )
