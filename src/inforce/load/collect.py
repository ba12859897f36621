"""The first pass: every name that the files give, before anything is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from inforce.load.clause_head import parts_from_directive
from inforce.load.instrument import part_of
from inforce.load.names import Names, Site
from inforce.model import ALL_VOICES

if TYPE_CHECKING:
    from inforce.load.draft import Draft
    from inforce.load.files import Placed
    from inforce.parse.syntax import Token

_NAMED = frozenset({"treaty", "actor", "group", "asset", "fact", "view"})


def collect_names(placed: Iterable[Placed], drafts: Iterable[Draft], names: Names) -> None:
    """Enter every name, and report those that are given twice."""
    names.of("view")[ALL_VOICES.id] = Site("", 0, ALL_VOICES.id)
    for each, draft in zip(placed, drafts, strict=True):
        for kind, token, name in _given(each, draft):
            _enter(names, kind, token, name, draft)


def _given(placed: Placed, draft: Draft) -> Iterator[tuple[str, Token, str]]:
    """Yield the names that a directive gives: of which kind, where, and what each stands for."""
    directive, keyword = placed.directive, placed.directive.keyword
    if keyword == "clause":
        parts = parts_from_directive(directive)
        if parts.id is not None:
            for token in (parts.id, *parts.aliases):
                yield f"clause {draft.treaty}", token, parts.id.text
    elif directive.head and directive.head[0].kind == "word":
        token = directive.head[0]
        if keyword == "instrument":
            yield f"instrument {treaty_of_instrument(placed, draft)}", token, token.text
        elif keyword in _NAMED:
            yield keyword, token, token.text


def treaty_of_instrument(placed: Placed, draft: Draft) -> str:
    """Return the treaty that an instrument says it is part of, else the one it stands under."""
    token = part_of(placed.directive)
    return token.text if token else draft.treaty


def _enter(names: Names, kind: str, token: Token, name: str, draft: Draft) -> None:
    table = names.of(kind)
    site = Site(draft.document.file, token.line, name)
    first = table.setdefault(token.text, site)
    if first is site or (first.name == name and first.line == site.line and first.file == site.file):
        return
    thing, _, treaty = kind.partition(" ")
    article = "an" if thing[0] in "aio" else "a"
    where = f" in {treaty}" if treaty else ""
    line = f"in line {first.line}" if first.file == draft.document.file else f"in {first.file}:{first.line}"
    line = line if first.line else "built in"
    message = f"There is already {article} {thing} called {token.text}{where}, {line}."
    draft.report(token, message, "Give one of the two another name.")
