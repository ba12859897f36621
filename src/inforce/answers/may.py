"""Whether a party may do something: yes, no or open; what it needs, since when, and what would follow."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from inforce.answers.answer import Because
from inforce.answers.disputes import reasons_of_cases
from inforce.answers.question import UnknownNameError, treaty_named, view_named
from inforce.answers.wording import text_from_day, text_from_offset
from inforce.engine import possible_on, rows_from_solution, rules_of, solve
from inforce.model import POWERS, RECORD, Act, ActorAt, Book, Claim, Clause, Treaty, View
from inforce.temporal import Day, UncertainDay

_AVAILABLE = "exercisable"


class MayAnswer(Struct, frozen=True):
    """Whether a party may do an act on a day under one clause or rule.

    ``first_day`` is the first day from then on on which it certainly may; ``earliest_effect`` the first day on which
    an act done on the day asked, or on that first day, would have ended the treaty or the membership.
    """

    treaty: str
    act: str
    party: str
    on: str | None
    view: str
    verdict: str
    clause: str | None
    status: str | None
    needs: tuple[str, ...]
    not_needed: tuple[str, ...]
    first_day: str | None
    earliest_effect: str | None
    because: tuple[Because, ...]


def may(
    book: Book, act: str, treaty_id: str, party: str, on: Day, view_id: str = "all-voices", known: Day | None = None
) -> tuple[MayAnswer, ...]:
    """Answer for every clause and rule that gives the power; where none does, say so.

    Raises:
        UnknownNameError: if the treaty, the view, the party or the act does not exist.
    """
    treaty, view = treaty_named(book, treaty_id), view_named(book, view_id)
    if party not in book.actors and party not in treaty.parties:
        raise UnknownNameError("actor", party, tuple(book.actors))
    clauses = [clause for clause in _powers(treaty, view) if act in (clause.verb, clause.id, *clause.aliases)]
    if not clauses and act not in POWERS:
        raise UnknownNameError("act", act, tuple(sorted(set(POWERS) | {c.id for c in _powers(treaty, view)})))
    if not clauses:
        return (_nothing(treaty, act, party, on, view),)
    return tuple(_answer(book, treaty, view, clause, act, party, on, known) for clause in clauses)


def _powers(treaty: Treaty, view: View) -> list[Clause]:
    supplied = (clause for rule in rules_of(view) for clause in rule.residual(treaty).clauses)
    return [clause for clause in (*treaty.clauses, *supplied) if clause.kind == "power"]


def _nothing(treaty: Treaty, act: str, party: str, on: Day, view: View) -> MayAnswer:
    text = f"no clause of {treaty.id}, and no rule that the view applies, gives a power to {act}"
    because = (Because("rule", "", text),)
    return MayAnswer(
        treaty.id, act, party, text_from_day(on), view.id, "no", None, None, (), (), None, None, because
    )


def _answer(
    book: Book, treaty: Treaty, view: View, clause: Clause, act: str, party: str, on: Day, known: Day | None
) -> MayAnswer:
    holder = "" if clause.bearer.jointly else party
    signals = {"power": ("clause_status", treaty.id, clause.id, holder, "")}
    solution = solve(book, view, signals, known)
    possible = possible_on(solution, "power", on)
    rows = rows_from_solution(solution, "power")
    first = next((max(row.since, on) for row in rows if row.possible == (_AVAILABLE,) and (row.until or on + 1) > on), None)
    verdict = "yes" if possible == (_AVAILABLE,) else "open" if _AVAILABLE in possible else "no"
    return MayAnswer(
        treaty=treaty.id,
        act=act,
        party=party,
        on=text_from_day(on),
        view=view.id,
        verdict=verdict,
        clause=clause.id,
        status=possible[0] if len(possible) == 1 else "contested",
        needs=tuple(_needs(clause)),
        not_needed=tuple(_not_needed(clause)),
        first_day=text_from_day(first),
        earliest_effect=text_from_day(_earliest_effect(book, treaty, view, clause, holder, first, known)),
        because=tuple(reasons_of_cases(solution, "power", on, book, treaty.id)),
    )


def _needs(clause: Clause) -> Iterator[str]:
    """Yield what a power asks of the one who uses it."""
    if clause.bearer.jointly:
        yield "all the parties together"
    if clause.once:
        yield clause.sentence
    if clause.window is not None and clause.window.earliest is not None:
        yield f"not before the end of the {clause.window.term} term"
    if clause.window is not None and clause.window.latest is not None:
        yield f"no later than {text_from_offset(clause.window.latest)} from the end of the {clause.window.term} term"
    if clause.notice is not None:
        receipt = f" from receipt by {clause.notice.receiver}" if clause.notice.from_receipt else ""
        yield f"notice: {text_from_offset(clause.notice.offset)}{receipt}"
    yield from (f"{line.key} {line.text}" for line in clause.lines if line.key in ("to", "stating", "with the agreement of"))


def _not_needed(clause: Clause) -> Iterator[str]:
    """Yield what a power could ask and does not."""
    if clause.notice is None and not (clause.effect and clause.effect.at_end_of):
        yield "no notice"
    if not any(line.key == "stating" for line in clause.lines):
        yield "no reasons"
    if not clause.bearer.jointly and not any(line.key == "with the agreement of" for line in clause.lines):
        yield "no consent of the other side"


def _earliest_effect(
    book: Book, treaty: Treaty, view: View, clause: Clause, holder: str, first: Day | None, known: Day | None
) -> Day | None:
    """Try the act on its first day, and see when the treaty ends by it."""
    if first is None or clause.effect is None:
        return None
    actors = tuple(ActorAt(code) for code in ((holder,) if holder else treaty.parties))
    voice = view.tiers[0][0] if view.tiers else RECORD
    tried = Claim("tried", Act(clause.verb, actors, treaty.id, label="tried"), voice, when=UncertainDay(((first, first),)))
    signals = {"effect": ("effect", treaty.id, clause.id, holder)}
    solution = solve(book, view, signals, None, (*_known(book.claims, known), tried))
    days = [_first_settled(resolution.run.settlements.get(resolution.circuit.outputs["effect"], ()), first) for resolution in solution.resolutions]
    return max((day for day in days if day is not None), default=None) if None not in days else None


def _known(claims: Iterable[Claim], known: Day | None) -> Iterator[Claim]:
    return (c for c in claims if known is None or c.when is None or c.when.last <= known)


def _first_settled(settlements: Iterable[tuple[Day, Day]], first: Day) -> Day | None:
    return next((day for day, _ in settlements if day >= first), None)
