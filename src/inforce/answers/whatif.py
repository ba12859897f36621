"""What changes if claims, readings or rules were otherwise."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.acts import ActAnswer, acts
from inforce.answers.answer import Answer
from inforce.answers.question import UnknownNameError, view_named
from inforce.answers.status import status
from inforce.load import Added
from inforce.model import Book, Claim, Question, View
from inforce.source import Problem
from inforce.temporal import Day


class Supposition(Struct, frozen=True):
    """What is supposed: records added, claims dropped, readings followed, lines replaced, rules applied or not.

    ``readings`` and ``replace`` are pairs of a clause and a voice, or a clause and its new line.
    """

    add: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    replace: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class Opened(Struct, frozen=True):
    """A book with the files that it was read from, and what was read behind them: it can be read again with more."""

    book: Book
    paths: tuple[Path, ...]
    added: tuple[Added, ...] = ()


class WhatIf(Struct, frozen=True):
    """The answers as they are and as they would be; ``problems`` are mistakes in what was supposed.

    ``acts`` are the acts that were added, each with its effect or what it lacks.
    """

    before: tuple[Answer, ...]
    after: tuple[Answer, ...]
    problems: tuple[Problem, ...] = ()
    acts: tuple[ActAnswer, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether any answer would be different."""
        return [_gist(answer) for answer in self.before] != [_gist(answer) for answer in self.after]


def _gist(answer: Answer) -> tuple[object, ...]:
    return (
        answer.clause,
        answer.party,
        answer.status,
        answer.possible,
        answer.since,
        answer.until,
        answer.flags,
    )


def whatif(opened: Opened, question: Question, supposed: Supposition, today: Day | None = None) -> WhatIf:
    """Answer a question twice: as the record stands, and as supposed.

    Raises:
        UnknownNameError: if a claim, clause, voice or rule is named that does not exist.
    """
    book = opened.book
    before = status(book, question, today)
    changed, problems = _changed_book(opened, question, supposed)
    if problems:
        return WhatIf(before, (), problems)
    view = _changed_view(view_named(changed, question.view), changed, supposed)
    views = {**changed.views, "what-if": view}
    seen = replace(changed, views=views)
    after = status(seen, replace(question, view="what-if"), today)
    judged = _judged(seen, {claim.id for claim in book.claims}, question) if supposed.add else ()
    return WhatIf(before, tuple(replace(answer, view=question.view) for answer in after), acts=judged)


def _judged(book: Book, recorded: set[str], question: Question) -> tuple[ActAnswer, ...]:
    """Judge the acts that are not on record."""
    found = acts(book, question.treaty, view_id="what-if", known=question.known)
    return tuple(replace(act, view=question.view) for act in found if act.id not in recorded)


def _changed_book(
    opened: Opened, question: Question, supposed: Supposition
) -> tuple[Book, tuple[Problem, ...]]:
    book = opened.book
    if supposed.add or supposed.replace:
        from inforce.load.supposed import SUPPOSED, book_supposing

        lines = [*supposed.add]
        for clause, line in supposed.replace:
            lines += [f"reading {clause} by {SUPPOSED}", f"  {line}"]
        loaded = book_supposing(opened.paths, lines, question.treaty, opened.added)
        if loaded.problems:
            return book, loaded.problems
        book = loaded.book
    return replace(book, claims=tuple(_kept(book.claims, supposed.drop))), ()


def _kept(claims: Sequence[Claim], drop: Iterable[str]) -> list[Claim]:
    """Return the claims without those that are named by label or by identifier."""
    names = set(drop)
    known = {name for claim in claims for name in (claim.id, claim.id.split("@")[0])}
    for name in sorted(names - known):
        raise UnknownNameError("claim", name, tuple(sorted(known)))
    return [claim for claim in claims if claim.id not in names and claim.id.split("@")[0] not in names]


def _changed_view(view: View, book: Book, supposed: Supposition) -> View:
    for clause, voice in supposed.readings:
        if not any(r.voice == voice and clause in (r.clause.id, *r.clause.aliases) for r in book.readings):
            readers = tuple(f"{r.clause.id} by {r.voice}" for r in book.readings)
            raise UnknownNameError("reading", f"{clause} by {voice}", readers)
    _check_rules((*supposed.rules, *supposed.without))
    read = [(_number(book, clause), voice) for clause, voice in supposed.readings]
    read += [(_number(book, clause), "what-if") for clause, _ in supposed.replace]
    rules = view.rules if view.rules is None else (*view.rules, *supposed.rules)
    tiers = view.tiers if view.tiers is None else ((*view.tiers[0], "what-if"), *view.tiers[1:])
    without = (*view.without, *supposed.without)
    return replace(
        view, id="what-if", readings=(*read, *view.readings), rules=rules, tiers=tiers, without=without
    )


def _check_rules(named: Iterable[str]) -> None:
    from inforce.rules import RULES

    for rule in named:
        if rule not in RULES:
            raise UnknownNameError("rule", rule, tuple(RULES))


def _number(book: Book, name: str) -> str:
    """Return the number of a clause by which readings are kept, given it or an alias."""
    for treaty in book.treaties.values():
        for clause in treaty.clauses:
            if name in (clause.id, *clause.aliases):
                return clause.id
    return name
