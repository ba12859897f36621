"""Name what is asked: which signals of the engine answer a question."""

from inforce.engine import Signal, supplied_clauses
from inforce.model import FLAGS, Book, Clause, Question, Treaty, View

_BILATERAL = 2
FLAG_NAMES = tuple(flag for flag in FLAGS if flag != "projected")
"""The flags that the record decides; ``projected`` depends on the day of knowledge alone."""


class UnknownNameError(LookupError):
    """A question names something that the book does not have; ``nearest`` has the names that are close."""

    def __init__(self, kind: str, name: str, known: tuple[str, ...]) -> None:
        from inforce.source.nearest import nearest

        self.kind, self.name, self.nearest = kind, name, nearest(name, known)
        close = f" Did you mean {', '.join(self.nearest)}?" if self.nearest else _list(known)
        super().__init__(f"There is no {kind} called {name}.{close}")


def _list(known: tuple[str, ...]) -> str:
    return f" There are: {', '.join(known[:12])}." if known else ""


def treaty_named(book: Book, name: str) -> Treaty:
    """Return a treaty of a book.

    Raises:
        UnknownNameError: if the book has no such treaty.
    """
    if name not in book.treaties:
        raise UnknownNameError("treaty", name, tuple(book.treaties))
    return book.treaties[name]


def view_named(book: Book, name: str) -> View:
    """Return a view of a book, or the built-in one.

    Raises:
        UnknownNameError: if there is no such view.
    """
    if name != "all-voices" and name not in book.views:
        raise UnknownNameError("view", name, (*book.views, "all-voices"))
    return book.view(name)


def clause_named(book: Book, view: View, treaty: Treaty, name: str) -> Clause:
    """Return a clause of a treaty by number or alias, or one that general law supplies in the view.

    Raises:
        UnknownNameError: if there is no such clause.
    """
    supplied = supplied_clauses(view, treaty)
    for clause in (*treaty.clauses, *supplied):
        if name == clause.id or name in clause.aliases:
            return clause
    names = [n for clause in (*treaty.clauses, *supplied) for n in (clause.id, *clause.aliases)]
    raise UnknownNameError("clause", name, tuple(names))


def bearers_of(treaty: Treaty, clause: Clause, party: str) -> tuple[str, ...]:
    """Return for whom a clause is asked: the party named, or everyone who bears it."""
    if party:
        return (party,)
    if clause.bearer.each:
        return treaty.parties
    return clause.bearer.actors[:1] if len(clause.bearer.actors) == 1 else clause.bearer.actors or ("",)


def instances_between(
    treaty: Treaty, clause: Clause, between: tuple[str, str], party: str = ""
) -> tuple[tuple[str, str], ...]:
    """Return who owes a clause to whom, as between two: each direction in which one of them bears it.

    A clause that no party bears alone, since it is theirs jointly, an organ's or of a thing, is one instance without
    a direction; one that another party bears is none.
    """
    ways = (between, between[::-1])
    bearers = set(between) if clause.bearer.each else set(clause.bearer.actors) & set(between)
    if not bearers:
        return () if set(clause.bearer.actors) & set(treaty.parties) else (("", ""),)
    owed = set(clause.counterparty.actors) & set(treaty.parties)
    return tuple(
        (one, other)
        for one, other in ways
        if one in bearers and party in ("", one) and (not owed or other in owed)
    )


def counterparty_of(treaty: Treaty, clause: Clause, bearer: str) -> str:
    """Return to whom a clause is owed, where the clause or a bilateral treaty says so."""
    if clause.counterparty.actors:
        return clause.counterparty.actors[0]
    others = [party for party in treaty.parties if party != bearer]
    return others[0] if bearer in treaty.parties and len(treaty.parties) == _BILATERAL else ""


def signals_of(
    question: Question, treaty: Treaty, clause: Clause | None, party: str, view: View
) -> dict[str, Signal]:
    """Return the signals of an answer: its status, and the ways in which the treaty may end."""
    instrument = question.instrument or (clause.instrument if clause else "")
    return {"status": status_signal(question, treaty, clause, party), **endings_of(treaty, instrument, view)}


def flags_of(treaty: Treaty, clause: Clause | None, party: str) -> dict[str, Signal]:
    """Return the signals of the flags of an answer; they are run apart, for they turn on other disputes."""
    name = clause.id if clause else ""
    return {flag: ("flag", treaty.id, name, party, flag) for flag in FLAG_NAMES}


def status_signal(question: Question, treaty: Treaty, clause: Clause | None, party: str) -> Signal:
    """Return the signal of the status that a question asks for, of one bearer."""
    if clause is not None:
        other = question.between[1] if question.between else ""
        return ("clause_status", treaty.id, clause.id, party, other)
    if question.between is not None:
        return ("pair_status", treaty.id, *question.between, question.instrument)
    return ("treaty_status", treaty.id, question.instrument, party)


TOO_FEW = "too-few-parties"
"""The name of the end that comes when fewer parties remain than the text asks for."""


def endings_of(treaty: Treaty, instrument: str, view: View) -> dict[str, Signal]:
    """Return the events by which a treaty may end, by the clause or rule that they rest on."""
    found: dict[str, Signal] = {"ending:expiry": ("expiry", treaty.id, instrument)}
    if treaty.terms.fewer_than:
        found[f"ending:{TOO_FEW}"] = ("too_few", treaty.id)
    supplied = supplied_clauses(view, treaty)
    for clause in (*treaty.clauses, *supplied):
        if clause.effect is not None and clause.effect.what == "ends":
            holders = ("",) if clause.bearer.jointly else clause.bearer.actors or treaty.parties
            for holder in holders:
                found[f"ending:{clause.id}:{holder}"] = ("effect", treaty.id, clause.id, holder)
    return found
