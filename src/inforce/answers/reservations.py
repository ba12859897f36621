"""What became of each reservation of a record: made, accepted, objected to, withdrawn."""

from collections.abc import Iterator

from inforce.answers.answer import Because
from inforce.answers.wording import text_from_day
from inforce.engine import RESERVE, Resolution, Signal, Solution, statuses_on, uses_of
from inforce.model import CONSENTS, Act, Book, Claim, Treaty
from inforce.temporal import FOREVER, Day

Verdict = tuple[str, str | None, tuple[Because, ...]]
"""The effect of an act, what it lacks, and why."""

_LAST = Day(FOREVER - 1)
NOT_PERMITTED = "a reservation to {clause} is not permitted (Vienna Convention, art. 19)"
_NOT_CONFIRMED = "it was not confirmed when {party} consented to be bound (Vienna Convention, art. 23(2))"
_NO_RULE = "no rule that the view applies gives a reservation an effect"
_VOID = "its reservation is not permitted and takes the consent with it, as the view has it"
_PERHAPS_VOID = "what follows from an impermissible reservation is open"


def reserving_claims(book: Book, treaty: str) -> Iterator[tuple[Claim, Act]]:
    """Yield the claims of acts on a treaty that make a reservation."""
    for claim in book.claims:
        if claim.reserving and isinstance(claim.proposition, Act) and claim.proposition.treaty == treaty:
            yield claim, claim.proposition


def parties_acting(book: Book, treaty: Treaty) -> tuple[str, ...]:
    """Return the parties named in a treaty and everyone who signed it or consented to it."""
    acting = [
        actor.code
        for claim in book.claims
        if isinstance(claim.proposition, Act) and claim.proposition.treaty == treaty.id
        if claim.proposition.verb in ("sign", *CONSENTS)
        for actor in claim.proposition.actors
    ]
    return tuple(dict.fromkeys((*treaty.parties, *sorted(acting))))


def reservation_signals(book: Book, treaty: Treaty) -> dict[str, Signal]:
    """Return the signals of every reservation: whether it is permitted, and what each other party made of it."""
    found: dict[str, Signal] = {}
    others = parties_acting(book, treaty)
    for claim, act in reserving_claims(book, treaty.id):
        for party in (actor.code for actor in act.actors):
            found[f"void:{party}:{claim.reserving}"] = (
                "void_reservations",
                treaty.id,
                party,
                claim.reserving,
            )
            for clause in claim.reserving or ():
                found[f"reserved:{party}:{clause}"] = ("reservation", treaty.id, party, clause)
                found[f"impermissible:{party}:{clause}"] = ("impermissible", treaty.id, party, clause)
                for other in (one for one in others if one != party):
                    found.update(_of_other(treaty.id, other, party, clause))
    return found


def _of_other(treaty: str, other: str, party: str, clause: str) -> dict[str, Signal]:
    asked = (treaty, other, party, clause)
    key = f"{other}:{party}:{clause}"
    return {
        f"expressly:{key}": ("accepted_expressly", *asked),
        f"silence:{key}": ("accepted_by_silence", *asked),
        f"objection:{key}": ("objection", *asked, ""),
        f"opposing:{key}": ("objection", *asked, "opposing"),
        f"objected:{key}": ("objected", *asked, ""),
        f"stands:{key}": ("stands", treaty, party, clause, other),
    }


def verdict_on_consent(solution: Solution, claim: Claim, act: Act) -> Verdict | None:
    """Judge an act of consent by its reservations; None where they leave it as it is."""
    found = {
        status
        for actor in act.actors
        for resolution in solution.resolutions
        for status in _on_last_day(resolution, f"void:{actor.code}:{claim.reserving}")
    }
    if found <= {"no"}:
        return None
    return ("without_effect", _VOID, ()) if found == {"yes"} else ("open", _PERHAPS_VOID, ())


def _on_last_day(resolution: Resolution, name: str) -> frozenset[str]:
    return statuses_on(resolution, name, _LAST) if name in resolution.circuit.outputs else frozenset()


def verdict_on_reservation(solution: Solution, claim: Claim, act: Act, clause: str) -> Verdict | None:
    """Judge a reservation: None where it is one made in time, and the rest depends on the act that made it."""
    party = act.actors[0].code
    name = f"impermissible:{party}:{clause}"
    bad = {status for resolution in solution.resolutions for status in _on_last_day(resolution, name)}
    if bad == {"yes"}:
        return "without_effect", NOT_PERMITTED.format(clause=clause), ()
    if act.verb == "sign" and not any(
        _is_judged(resolution, act, claim) for resolution in solution.resolutions
    ):
        confirmed = any(_made(resolution, party, clause) for resolution in solution.resolutions)
        return (
            ("recorded", None, ())
            if confirmed
            else ("without_effect", _NOT_CONFIRMED.format(party=party), ())
        )
    if not any(_is_judged(resolution, act, claim) for resolution in solution.resolutions):
        return "without_effect", _NO_RULE, ()
    return ("open", NOT_PERMITTED.format(clause=clause), ()) if "yes" in bad or "open" in bad else None


def _is_judged(resolution: Resolution, act: Act, claim: Claim) -> bool:
    return any(True for _ in uses_of(resolution, act, claim, RESERVE))


def _made(resolution: Resolution, party: str, clause: str) -> bool:
    node = resolution.circuit.outputs[f"reserved:{party}:{clause}"]
    return node >= 0 and bool(resolution.run.history[node])


def told_reactions(solution: Solution, party: str, clause: str) -> Iterator[str]:
    """Tell who accepted a reservation, expressly or by silence, and who objected, each with its day."""
    told: dict[str, list[str]] = {}
    for name in solution.resolutions[0].circuit.outputs:
        kind, _, key = name.partition(":")
        if kind not in _REACTIONS or key.split(":", 1)[1:] != [f"{party}:{clause}"]:
            continue
        day = _day_of(solution, name)
        if day:
            told.setdefault(f"{_REACTIONS[kind]} {day}", []).append(key.partition(":")[0])
    for words, others in told.items():
        before, _, after = words.partition("{}")
        yield f"{before}{', '.join(others)}{after}"


_REACTIONS = {
    "expressly": "accepted by {}",
    "silence": "accepted by {}, by silence",
    "objection": "objected to by {}",
    "opposing": "entry into force opposed by {}",
}
"""How each reaction is told."""


def _day_of(solution: Solution, name: str) -> str:
    """Return since when something has happened: its day if every case has it on the same, else that it is open."""
    days: set[Day | None] = set()
    for resolution in solution.resolutions:
        node = resolution.circuit.outputs[name]
        settled = resolution.run.settlements.get(node, ()) if node >= 0 else ()
        days.add(settled[0][0] if settled else None)
        if not settled and node >= 0 and resolution.run.history[node]:
            return "perhaps"
    if days == {None}:
        return ""
    return f"on {text_from_day(next(iter(days)))}" if len(days) == 1 else "perhaps"
