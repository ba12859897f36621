"""Citations at the end of a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from inforce.model import Citation
from inforce.source import Place

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.parse.syntax import Token


def citations_from_tokens(tokens: Iterable[Token], draft: Draft) -> tuple[Citation, ...]:
    """Read ``[@key, locator]``, several in one bracket parted by semicolons, and report unknown keys."""
    return tuple(citation for token in tokens for citation in _citations(token, draft))


def _citations(token: Token, draft: Draft) -> Iterator[Citation]:
    column = token.column + 1
    for part in token.text.removeprefix("[").removesuffix("]").split(";"):
        name, _, locator = part.strip().removeprefix("@").partition(",")
        key = name.strip()
        shift = part.find(key) if key else 0
        if draft.names.of("source").get(key) is None:
            place = Place(draft.document.file, token.line, column + shift, max(len(key), 1))
            draft.report_at(place, f"There is no source called {key} in the bibliography.", _fix(key, draft))
        if key:
            yield Citation(key, locator.strip())
        column += len(part) + 1


def _fix(key: str, draft: Draft) -> str:
    sources = draft.names.of("source")
    if not sources:
        return "Put the bibliography beside the file, as CSL-JSON in sources.json."
    return draft.nearest(key, sources)
