"""The directive ``instrument``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.form import Found, Reader, read_forms
from inforce.load.lines import (
    LineReader,
    cited,
    kept_line,
    name_from_head,
    one_name,
    said_lines,
    title_from_head,
    titled,
    voice_from_token,
    with_lines,
)
from inforce.load.phrase import listed, phrase_from_tokens, said_text
from inforce.load.terms import TERM_LINES
from inforce.model import Instrument

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive, Token


def instrument_from_directive(directive: Directive, draft: Draft) -> Instrument | None:
    """Build one text of a treaty; without ``part of`` it belongs to the treaty above it in the file."""
    name = name_from_head(directive, draft)
    if name is None:
        return None
    title = title_from_head(directive, draft) or name
    citations = citations_from_tokens(directive.citations, draft)
    instrument = Instrument(name, title, draft.treaty, citations=citations)
    instrument = with_lines(instrument, directive.details, _LINES, draft)
    return replace(instrument, said=said_lines(directive.details, draft))


def part_of(directive: Directive) -> Token | None:
    """Return the treaty that an instrument says it is part of, before any name is resolved."""
    lines = (detail.rest for detail in directive.details if detail.key == "part of")
    return next((rest[0] for rest in lines if rest), None)


def _part_of(instrument: Instrument, detail: Detail, draft: Draft) -> Instrument:
    name = one_name(detail, draft, "treaty")
    return replace(cited(instrument, detail, draft), part_of=name or instrument.part_of)


def _character(instrument: Instrument, detail: Detail, draft: Draft) -> Instrument:
    return replace(cited(instrument, detail, draft), character=said_text(detail.rest))


def _binding(instrument: Instrument, detail: Detail, draft: Draft) -> Instrument:
    """Read who says and who denies that the text binds."""
    voices = read_forms(phrase_from_tokens(detail.rest), _BINDING, draft)
    if voices is None:
        return instrument
    said, denied = voices
    return replace(
        cited(instrument, detail, draft),
        binding_said_by=instrument.binding_said_by + said,
        binding_denied_by=instrument.binding_denied_by + denied,
    )


def _voices(tokens: tuple[Token, ...], draft: Draft) -> tuple[str, ...]:
    named = (voice_from_token(token, draft) for token in listed(tokens))
    return tuple(voice for voice in named if voice)


def _said(found: Found, draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _voices(found.tokens("names"), draft), ()


def _denied(found: Found, draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (), _voices(found.tokens("names"), draft)


def _both(found: Found, draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _voices(found.tokens("names"), draft), _voices(found.tokens("names2"), draft)


_BINDING: dict[str, Reader[tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "said by NAMES": _said,
    "denied by NAMES": _denied,
    "said by NAMES denied by NAMES2": _both,
}


def _terms(instrument: Instrument, detail: Detail, draft: Draft) -> Instrument:
    terms = TERM_LINES[detail.key](instrument.terms, detail, draft)
    return replace(cited(instrument, detail, draft), terms=terms)


def _kept(instrument: Instrument, detail: Detail, draft: Draft) -> Instrument:
    return replace(instrument, lines=(*instrument.lines, kept_line(detail, draft)))


_LINES: dict[str, LineReader[Instrument]] = {
    "part of": _part_of,
    "title": titled,
    "character": _character,
    "binding": _binding,
    **dict.fromkeys(TERM_LINES, _terms),
    **dict.fromkeys(("silent on", "published", "authentic", "unverified", "note"), _kept),
}
