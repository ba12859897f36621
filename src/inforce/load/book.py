"""The conductor: files, their names, then every directive built, then the checks of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from inforce.load.actor import actor_from_directive
from inforce.load.added import files_with_added
from inforce.load.asset import asset_from_directive
from inforce.load.bibliography import json_beside, sources_from_files
from inforce.load.checks import CHECKS
from inforce.load.claim_id import with_unique_ids
from inforce.load.clause import clause_from_directive
from inforce.load.collect import collect_names, treaty_of_instrument
from inforce.load.draft import Draft, Shared
from inforce.load.entries import Entry, built
from inforce.load.expectation import expectation_from_directive
from inforce.load.fact import fact_from_directive
from inforce.load.files import Files, Placed, files_from_paths
from inforce.load.group import group_from_directive
from inforce.load.instrument import instrument_from_directive
from inforce.load.loaded import Added, Loaded
from inforce.load.names import Names, sites_built_in
from inforce.load.own_sources import Sources, with_own_sources
from inforce.load.reading import reading_from_directive
from inforce.load.record import claims_from_directive
from inforce.load.rule_names import rule_names
from inforce.load.treaty import treaty_from_directive
from inforce.load.turns import with_turns
from inforce.load.view import view_from_directive
from inforce.model import (
    Actor,
    Asset,
    Book,
    Claim,
    Clause,
    Displacement,
    Expectation,
    Fact,
    Group,
    Instrument,
    Reading,
    Treaty,
    View,
)
from inforce.parse.syntax import Directive
from inforce.source import Problem

T = TypeVar("T")
MOST = 1_000
"""The most problems that are told at once."""

_BUILDERS: dict[str, Callable[[Directive, Draft], object]] = {
    "actor": actor_from_directive,
    "group": group_from_directive,
    "asset": asset_from_directive,
    "fact": fact_from_directive,
    "treaty": treaty_from_directive,
    "instrument": instrument_from_directive,
    "clause": clause_from_directive,
    "reading": reading_from_directive,
    "view": view_from_directive,
    "expect": expectation_from_directive,
    "record": claims_from_directive,
}
"""One builder a directive, in the order in which they build on one another."""


def book_from_files(
    paths: Sequence[Path], rule_ids: Iterable[str] | None = None, added: Sequence[Added] = ()
) -> Loaded:
    """Load files and what they include into a book, with every problem at once.

    A mistake never raises: what can be read is in the book, and the rest is among the problems. Files without
    `inforce` rules at hand, as in a test, may name the rules that views can apply. ``added`` is read behind the files.
    """
    return loaded_from_files(files_with_added(files_from_paths(paths), added), rule_ids)[0]


def loaded_from_files(files: Files, rule_ids: Iterable[str] | None = None) -> tuple[Loaded, tuple[Path, ...]]:
    """Load what was read, and tell which files the book depends on."""
    built = built_from_files(files, rule_ids)
    book = book_from_entries(built.entries, built.sources)
    found = (*built.shared.problems, *problems_of_checks(book, built.entries))
    return Loaded(book, told(found), tuple(files.documents)), (*built.read, *built.shared.read_also)


class Built(Struct, frozen=True):
    """What was built from some files, before it is put together and checked as a whole."""

    entries: tuple[Entry, ...]
    sources: Sources
    shared: Shared
    read: tuple[Path, ...]


def built_from_files(files: Files, rule_ids: Iterable[str] | None = None) -> Built:
    """Build every directive of what was read."""
    bibliographies = json_beside(files.read)
    known, problems = sources_from_files(bibliographies)
    sources, of_added = with_own_sources(known, files.added)
    shared = Shared(_names(sources, rule_ids), [*files.problems, *problems, *of_added], {}, {}, [])
    drafts = _drafts(files, shared)
    collect_names(files.placed, drafts, shared.names)
    entries = entries_from_placed(files.placed, drafts)
    return Built(entries, sources, shared, (*files.read, *bibliographies))


def problems_of_checks(book: Book, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield what the checks of the whole find in some entries of a book."""
    for check in CHECKS:
        yield from check(book, entries)


def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order the problems, and tell no more of them than anybody mends."""
    found = sorted(dict.fromkeys(problems))
    if len(found) > MOST:
        message, hint = "There are more problems from here on.", "Mend the ones above first."
        found[MOST:] = [replace(found[MOST], message=message, hint=hint)]
    return tuple(found)


def _names(sources: Sources, rule_ids: Iterable[str] | None) -> Names:
    rules = rule_names() if rule_ids is None else rule_ids
    return Names({"source": sites_built_in(sources), "rule": sites_built_in(rules)})


def _drafts(files: Files, shared: Shared) -> list[Draft]:
    """Give each directive a desk; one that stands under no treaty belongs to the only one there is."""
    treaties = files.treaties()
    only = treaties[0] if len(treaties) == 1 else ""
    drafts = [
        Draft(each.document, shared, each.directive.heading, each.treaty or only) for each in files.placed
    ]
    return [
        replace(draft, treaty=treaty_of_instrument(each, draft))
        if each.directive.keyword == "instrument"
        else draft
        for each, draft in zip(files.placed, drafts, strict=True)
    ]


def entries_from_placed(placed: Sequence[Placed], drafts: Sequence[Draft]) -> tuple[Entry, ...]:
    """Build directive after directive, kind after kind, and give them back in the order of the files."""
    values: dict[int, Entry] = {}
    for keyword, builder in _BUILDERS.items():
        for place, each in enumerate(placed):
            if each.directive.keyword == keyword:
                draft = drafts[place]
                value = builder(each.directive, draft)
                values[place] = Entry(each.directive, draft, value)
                if isinstance(value, Fact):
                    draft.shared.facts.setdefault(value.id, value)
    return tuple(values[place] for place in sorted(values))


def book_from_entries(entries: Sequence[Entry], sources: Sources) -> Book:
    """Put together what was built."""
    return Book(
        treaties=_treaties(entries),
        actors=_by_name((actor.code, actor) for _, actor in built(entries, Actor)),
        groups=_by_name((group.id, group) for _, group in built(entries, Group)),
        assets=_by_name((asset.id, asset) for _, asset in built(entries, Asset)),
        facts=_by_name((fact.id, fact) for _, fact in built(entries, Fact)),
        views=_by_name((view.id, view) for _, view in built(entries, View)),
        readings=tuple(reading for _, reading in built(entries, Reading)),
        claims=with_unique_ids(with_turns(built(entries, Claim))),
        sources=sources,
        expectations=tuple(each for _, each in built(entries, Expectation)),
    )


def _by_name(named: Iterable[tuple[str, T]]) -> dict[str, T]:
    """Keep the first of each name; a second one is a problem already."""
    table: dict[str, T] = {}
    for name, value in named:
        table.setdefault(name, value)
    return table


def _displaced(clauses: Sequence[Clause], treaty: str) -> Iterator[Displacement]:
    """Yield the clauses of a treaty in the place of which clauses of others stand."""
    for later in clauses:
        for each in later.in_place_of:
            if each.treaty == treaty:
                yield Displacement(each.clause, later.treaty)


def _treaties(entries: Sequence[Entry]) -> dict[str, Treaty]:
    """Give each treaty its instruments, its clauses, and the facts that found a ground against it or bar one."""
    instruments = [each for _, each in built(entries, Instrument)]
    clauses = [each for _, each in built(entries, Clause)]
    defects = [defect for _, fact in built(entries, Fact) for defect in fact.grounds]
    bars = [bar for _, fact in built(entries, Fact) for bar in fact.bars]
    treaties = _by_name((treaty.id, treaty) for _, treaty in built(entries, Treaty))
    folders = _folders(entries)
    return {
        name: replace(
            treaty,
            instruments=tuple(
                _by_name((each.id, each) for each in instruments if each.part_of == name).values()
            ),
            clauses=tuple(_by_name((each.id, each) for each in clauses if each.treaty == name).values()),
            defects=tuple(defect for defect in defects if defect.treaty == name),
            beside=folders[name],
            bars=tuple(bar for bar in bars if bar.treaty == name),
            displaced=tuple(_displaced(clauses, name)),
        )
        for name, treaty in treaties.items()
    }


def _folders(entries: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    """Return, for each treaty, those whose files stand in its folder: what is written there concerns them all."""
    folders: dict[Path, list[str]] = {}
    for entry, treaty in built(entries, Treaty):
        folders.setdefault(Path(entry.draft.document.file).resolve().parent, []).append(treaty.id)
    return {name: tuple(names) for names in folders.values() for name in names}
