"""Panels of open books: which questions a panel needs, who can be a party, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, TypedDict

from inforce.answers.asking import day_from_text, today
from inforce.answers.membership import possible_parties
from inforce.answers.panel_sources import provenance_of_book, provenance_of_columnar
from inforce.answers.question import UnknownNameError
from inforce.engine import view_named
from inforce.model import Act, Book, Treaty

if TYPE_CHECKING:
    from inforce.corpus import Columnar, Panel, Scope
    from inforce.corpus.duck import Watching
    from inforce.corpus.panel_asked import Asked, Selector

_APART = ("suspend-between", "suspend-towards", "terminate-towards", "object")
"""Acts after which a treaty may be for one what it is not for another."""


class PanelAsked(TypedDict, total=False):
    """What a panel is to have; whatever is left out has the default of the command line.

    ``columns`` are written as on the command line: ``NAME=TREATY/CLAUSE``. ``actors`` is a table of dated codes, or its
    file; ``covered`` a table of actors, all of whom the books cover.
    """

    unit: str
    columns: Sequence[str]
    view: str | None
    known: str | date | None
    boundary: str
    first: int | None
    last: int | None
    directed: bool
    counted: bool
    codes: str
    actors: object
    covered: object


def panel_of_book(book: Book, asked: PanelAsked, digest: str, watching: Watching | None = None) -> Panel:
    """Return a panel of a book under a view; ``digest`` stands for the book in its citation.

    Raises:
        UnknownNameError: if the book has no view, treaty or clause of a name, or a list no such unit, rule or code.
        PanelError: if what is asked makes no panel.
        CorpusExtraError: if what the extra brings is not installed.
    """
    from inforce.corpus import batches
    from inforce.corpus.panel import panel_from_rows
    from inforce.corpus.panel_work import Basis

    what, view = _asked(asked), asked.get("view") or "all-voices"
    view_named(book, view)
    said = asked.get("known")
    known = day_from_text(said) if said else None
    scope = scope_of(book, what)
    rows = batches(book, view=view, known=known, scope=scope)
    basis = Basis(
        provenance_of_book(book, scope.treaties, digest, asked),
        last=date.fromordinal(min(known or today(), today())),
        actors=asked.get("covered"),
        codes=asked.get("actors"),
    )
    return panel_from_rows(rows, what, basis, watching)


def _asked(asked: PanelAsked) -> Asked:
    from inforce.corpus.panel_asked import Asked, check_asked, obligations_from_texts

    found = Asked(
        unit=asked.get("unit") or "dyad-year",
        columns=obligations_from_texts(tuple(asked.get("columns") or ())),
        boundary=asked.get("boundary") or "any",
        first=asked.get("first"),
        last=asked.get("last"),
        directed=asked.get("directed", True),
        counted=asked.get("counted", False),
        codes=asked.get("codes") or "",
    )
    check_asked(found)
    return found


def scope_of(book: Book, asked: Asked) -> Scope:
    """Return the questions that a panel needs and no more: its treaties and clauses, for everyone who can be a party.

    Where something may hold between two that holds for each, or the other way round, each pair is asked alone.

    Raises:
        UnknownNameError: if the book has no such treaty or clause; the error has the nearest names.
    """
    from inforce.corpus import Scope

    selectors = [each for column in asked.columns for each in column.selectors]
    treaties = {treaty.id: treaty for each in selectors for treaty in _treaties(book, each)}
    only = tuple(dict.fromkeys(pair for each in selectors for pair in _clauses(book, each)))
    who = possible_parties(book)
    apart = [treaty.id for treaty in treaties.values() if _is_apart(book, treaty, who[treaty.id])]
    return Scope(
        treaties=tuple(treaties),
        instruments=False,
        clauses=bool(only),
        parties=True,
        who=tuple((name, who[name]) for name in treaties),
        only=only,
        apart=tuple(apart) if asked.of_pairs else (),
        each_addressee=asked.of_pairs,
    )


def _treaties(book: Book, selector: Selector) -> list[Treaty]:
    found = [treaty for treaty in book.treaties.values() if fnmatchcase(treaty.id, selector.treaty)]
    if not found:
        raise UnknownNameError("treaty", selector.treaty, tuple(book.treaties))
    return found


def _clauses(book: Book, selector: Selector) -> Iterator[tuple[str, str]]:
    if not selector.clause:
        return
    every = [clause for treaty in _treaties(book, selector) for clause in treaty.clauses]
    found = [clause for clause in every if fnmatchcase(clause.id, selector.clause)]
    if not found:
        names = tuple(f"{clause.treaty}/{clause.id}" for clause in every)
        raise UnknownNameError("clause", f"{selector.treaty}/{selector.clause}", names)
    yield from ((clause.treaty, clause.id) for clause in found)


def _is_apart(book: Book, treaty: Treaty, who: Sequence[str]) -> bool:
    """Whether something may be between two of a treaty that does not follow from what it is for each."""
    if len(who) == 2:
        return True
    later = (action for other in book.treaties.values() for action in other.actions)
    if any(action.what == "suspends" and action.treaty == treaty.id for action in later):
        return True
    if any(clause.incompatible or clause.in_place_of for clause in treaty.clauses) or treaty.displaced:
        return True
    return any(
        isinstance(claim.proposition, Act)
        and claim.proposition.treaty == treaty.id
        and (claim.reserving or claim.proposition.verb in _APART)
        for claim in book.claims
    )


def panel_of_columnar(columnar: Columnar, asked: PanelAsked, watching: Watching | None = None) -> Panel:
    """Return a panel of a columnar book under a view.

    Its own table of actors has the codes; the days that its voices speak of are what it covers.

    Raises:
        UnknownNameError: if the book has no view or treaty of a name, or a list no such unit, rule or code.
        PanelError: if what is asked makes no panel.
        CorpusExtraError: if what the extra brings is not installed.
    """
    from inforce.corpus.intervals import batches
    from inforce.corpus.panel import panel_from_rows
    from inforce.corpus.panel_work import Basis

    what, view, said = _asked(asked), asked.get("view") or "all-voices", asked.get("known")
    patterns = {each.treaty for column in what.columns for each in column.selectors}
    treaties = None if "*" in patterns else _matching(columnar.treaties, patterns)
    rows = batches(columnar, view=view, known=day_from_text(said) if said else None, treaties=treaties)
    voices = columnar.manifest.coverage
    basis = Basis(
        provenance_of_columnar(columnar, asked),
        first=min((date.fromisoformat(each.first) for each in voices if each.first), default=None),
        last=max((date.fromisoformat(each.last) for each in voices if each.last), default=None),
        actors=asked.get("covered"),
        codes=asked.get("actors") or columnar.table("actors"),
    )
    return panel_from_rows(rows, what, basis, watching)


def _matching(names: Sequence[str], patterns: set[str]) -> list[str]:
    for pattern in patterns:
        if not any(fnmatchcase(name, pattern) for name in names):
            raise UnknownNameError("treaty", pattern, tuple(names))
    return [name for name in names if any(fnmatchcase(name, pattern) for pattern in patterns)]
