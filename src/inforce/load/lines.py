"""What all directives share: a name and a title in the head, then lines, each read by its key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from inforce.load.citations import citations_from_tokens
from inforce.load.phrase import said_text, unquoted
from inforce.model import Actor, Asset, Citation, Group, Instrument, LanguageName, Line, Treaty, View

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Detail, Directive, Token

T = TypeVar("T")
C = TypeVar("C", Actor, Asset, Group, Instrument, Treaty, View)
N = TypeVar("N", Actor, Asset, Instrument, Treaty)
_STAND_ALONE = frozenset(
    {"event", "state", "at once", "without delay", "in its power", "in the shortest time"}
    | {"essential", "needs relations", "humanitarian", "on expiry", "from signature", "unverified"}
    | {"without reservation", "entry into force opposed", "entry into force not opposed"}
)
LineReader = Callable[[T, "Detail", "Draft"], T]
"""Read one indented line into the value that is being built."""


def with_lines(value: T, details: Iterable[Detail], readers: Mapping[str, LineReader[T]], draft: Draft) -> T:
    """Add to a value what its lines say, each read by its key."""
    for detail in details:
        reader = readers.get(detail.key)
        if reader is not None and says_something(detail, draft):
            value = reader(value, detail, draft)
    return value


def says_something(detail: Detail, draft: Draft) -> bool:
    """Tell whether something stands after a key that does not stand alone, and report it if nothing does."""
    if detail.rest or detail.key in _STAND_ALONE:
        return True
    draft.report(detail.tokens[0], f"Nothing stands after {detail.key}.")
    return False


def title_from_head(directive: Directive, draft: Draft) -> str:
    """Read the title after the name in a head, and report what else stands there."""
    rest = directive.head[1:]
    title = unquoted(rest[0]) if rest and rest[0].kind == "string" else ""
    extra = rest[1:] if title or (rest and rest[0].kind == "string") else rest
    if extra:
        hint = "A name is one word in kebab-case; a title stands after it in quotation marks."
        draft.report_across(extra, "Nothing more is expected here.", hint)
    return title


def name_from_head(directive: Directive, draft: Draft) -> str | None:
    """Return the name that a directive gives, or report that it gives none."""
    if directive.head and directive.head[0].kind == "word":
        return directive.head[0].text
    hint = f"Write it after the word, as in {directive.keyword} some-name."
    draft.report(directive.tokens[0], f"This {directive.keyword} has no name.", hint)
    return None


def language_name(detail: Detail, draft: Draft) -> LanguageName | None:
    """Read a name in a language: ``zh "中蘇友好同盟條約"``."""
    match detail.rest:
        case [language, text] if language.kind == "word" and text.kind == "string":
            return LanguageName(language.text, unquoted(text))
    incomplete(detail, draft, 'Write the language and the name, as in zh "…".')
    return None


def one_name(detail: Detail, draft: Draft, kind: str) -> str | None:
    """Read a line that says one name of a kind."""
    if len(detail.rest) == 1:
        return draft.named(kind, detail.rest[0])
    incomplete(detail, draft, f"Write the name of one {kind} here.")
    return None


def incomplete(detail: Detail, draft: Draft, hint: str) -> None:
    """Report that what stands after a key is missing or not what the key asks for."""
    draft.report_across(detail.rest, f"This line is incomplete or says too much: {detail.key}.", hint)


def line_citations(detail: Detail, draft: Draft) -> tuple[Citation, ...]:
    """Read the citations of one line."""
    return citations_from_tokens(detail.citations, draft)


def cited(value: C, detail: Detail, draft: Draft) -> C:
    """Add the citations of one line to what it is a line of."""
    citations = line_citations(detail, draft)
    return replace(value, citations=value.citations + citations) if citations else value


def titled(value: N, detail: Detail, draft: Draft) -> N:
    """Read the line ``title``: the title in the language of the file, or one in another language."""
    if len(detail.rest) == 1 and detail.rest[0].kind == "string":
        return replace(cited(value, detail, draft), title=unquoted(detail.rest[0]))
    return with_name(value, detail, draft)


def with_name(value: N, detail: Detail, draft: Draft) -> N:
    """Read a name in a language into what it names."""
    name = language_name(detail, draft)
    added = cited(value, detail, draft)
    return replace(added, names=(*value.names, name)) if name else added


def said_lines(details: Iterable[Detail], draft: Draft) -> tuple[Line, ...]:
    """Keep every line as it stands in the file, for showing what the record says."""
    return tuple(kept_line(detail, draft.muted()) for detail in details)


def kept_line(detail: Detail, draft: Draft) -> Line:
    """Keep a line that is shown but not computed."""
    rest, voice = split_voice(detail.rest, draft)
    return Line(detail.key, said_text(rest), voice, line_citations(detail, draft))


def split_voice(tokens: tuple[Token, ...], draft: Draft) -> tuple[tuple[Token, ...], str]:
    """Part a line from the ``said by V`` at its end; the voice is empty if there is none."""
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at].text == "by" and tokens[at - 1].text == "said" and at + 2 == len(tokens):
            return tokens[: at - 1], voice_from_token(tokens[-1], draft) or ""
    return tokens, ""


def voice_from_token(token: Token, draft: Draft) -> str | None:
    """Resolve a voice: an actor, or ``record`` for the compiler's own neutral statement."""
    return token.text if token.text == "record" else draft.named("actor", token)
