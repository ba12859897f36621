"""Each act of a record: what it counts as, and its effect or the element that it lacks."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from inforce.answers.answer import Because
from inforce.answers.postponed import lacking_duty, solution_of_postponements
from inforce.answers.question import UnknownNameError, treaty_named, view_named
from inforce.answers.reasons import reasons_from_grounds
from inforce.answers.reservations import (
    reservation_signals,
    told_reactions,
    verdict_on_consent,
    verdict_on_reservation,
)
from inforce.answers.wording import text_from_citations, text_from_claim, text_from_day
from inforce.engine import (
    RESERVE,
    Knowledge,
    Resolution,
    Signal,
    Solution,
    Use,
    knowledge_of,
    lacking_grounds,
    rank_of,
    solve,
    supplied_clauses,
    uses_of,
)
from inforce.model import (
    CONSENTS,
    RECORD,
    Act,
    Ballot,
    Book,
    Claim,
    Detail,
    Finding,
    Invalidity,
    Treaty,
    View,
    verb_named,
)
from inforce.temporal import Day, edtf_from_uncertain

_INTERNAL = ("decide",)
_AGREED = ("extend", "revoke", "resume-notice")
"""Acts that work where they meet something to work on; by themselves they need no power of a clause."""
_TOGETHER = ("suspend-between",)
"""Acts that each of those who do them needs a power for."""

_SUCCESSION = ("notify-succession", "agree-succession")
_JUDGED = ("sign", "apply", "annul", "reject", *_SUCCESSION)
"""Acts that need no power of a clause, and change the legal position all the same."""

_ELEMENTS = {
    "in_force": "{treaty} was not in force at the close of the day before",
    "member": "the actor was not a party to {treaty} at the close of the day before",
    "conditions_met": "the conditions of the power to {verb} were not met at the close of the day before",
    "once_met": "the conditions of the power to {verb} were not met at the close of the day before",
    "opened": "the first day of the power to {verb} had not come",
    "not_closed": "the last day of the power to {verb} had passed",
    "multilateral": "{treaty} is a treaty between two: a reservation to it is only an offer to change it",
    "not_bound": "the actor was bound already, and a reservation is made on consenting (Vienna Convention, art. 19)",
    "reserved": "no such reservation stood at the close of the day before",
    "objected": "no such objection stood at the close of the day before",
    "not_authorised": "{treaty} itself permits the reservation: nobody need accept it (Vienna Convention, art. 20(1))",
    "not_accepted": "the actor had accepted the reservation (Vienna Convention, art. 20(5))",
    "notice": "the day that it names comes before its notice has run",
    "perhaps_short": "the day that it names may come before its notice has run",
    "addressees": "the notice is not recorded to have reached everybody to whom the clause sends it",
    "statement": "the notice does not state what the clause asks it to state",
    "valid": "{treaty} was void",
    "begun": "nobody had signed {treaty} or consented to it yet",
    "unanimous": "not all the other parties took part",
    "unaffirmed": "the actor had affirmed that {treaty} is valid, or that it goes on",
    "pending": "{treaty} had entered into force for it, or ended",
    "unsigned": "it had signed {treaty} before, and could declare this at signature only",
    "opting_out": "no clause lets a signatory of {treaty} declare otherwise",
    "applying": "the actor did not apply {treaty} provisionally at the close of the day before",
    "heritage": "the actor had succeeded no state that was bound by {treaty} at the close of the day before",
    "admitted": "{treaty} establishes an organisation, and nobody inherits a seat in it (Convention of 1978, art. 4)",
    "agreed": "{treaty} is a treaty between two: the other has to agree (Convention of 1978, art. 24)",
    "unbound_signatory": "the actor was not a signatory that had yet to consent at the close of the day before",
}
"""What an act may lack, by the signal that was not there."""

_AS_IT_STOOD = (
    "the power to {verb} did not exist as the position then stood; what came later changes no verdict"
)


class ActAnswer(Struct, frozen=True):
    """One act: who did what when, as what it counts, and with which effect in the view asked.

    ``effect`` is ``effective``, ``without_effect``, ``open``, ``not_heard`` or ``recorded`` (an act that by itself
    changes no legal position); ``missing`` names what it lacks.
    """

    id: str
    treaty: str
    text: str
    on: str | None
    counts_as: str
    effect: str
    missing: str | None
    voice: str
    cite: str
    view: str
    details: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()
    votes: tuple[Ballot, ...] = ()


def acts(
    book: Book, treaty_id: str, by: str = "", view_id: str = "all-voices", known: Day | None = None
) -> tuple[ActAnswer, ...]:
    """Return every act on a treaty, in the order of their days.

    Raises:
        UnknownNameError: if the book has no such treaty or view.
    """
    treaty, view = treaty_named(book, treaty_id), view_named(book, view_id)
    found = [
        claim
        for claim in book.claims
        if _is_act_on(claim, treaty.id, book)
        and _is_by(claim, by)
        and knowledge_of(claim, known) is not Knowledge.NO
    ]
    acting = (a.code for c in found if isinstance(c.proposition, Act) for a in c.proposition.actors)
    signals = power_signals(treaty, view, tuple(dict.fromkeys((*treaty.parties, *acting))))
    signals |= reservation_signals(book, treaty)
    signals |= _of_actors(found, treaty, _SUCCESSION, "succession_said")
    signals |= _of_actors(found, treaty, ("reject",), "rejection")
    if any(_verb_of(claim) == "suspend-notice" for claim in found):
        signals |= {
            f"effect:{name}": ("effect", *signal[1:])
            for name, signal in signals.items()
            if signal[0] == "exercise"
        }
    solution = solve(book, view, signals, known)
    postponed = solution_of_postponements(book, treaty, view, known) or solution
    answers = [
        _answer(claim, postponed if _verb_of(claim) == "postpone" else solution, book, treaty, view)
        for claim in found
    ]
    answers += [each for claim in found for each in _reservations(claim, solution, book, treaty)]
    return tuple(sorted(answers, key=lambda answer: answer.on or ""))


def _of_actors(
    claims: Iterable[Claim], treaty: Treaty, verbs: tuple[str, ...], signal: str
) -> dict[str, Signal]:
    """Return the signals by which acts are judged that need no power of a clause: one for each who does them."""
    acts = (claim.proposition for claim in claims if _verb_of(claim) in verbs)
    who = dict.fromkeys(actor.code for act in acts if isinstance(act, Act) for actor in act.actors)
    return {f"{signal}:{code}": (signal, treaty.id, code) for code in who}


def voted_on(found: Sequence[ActAnswer], voter: str) -> tuple[ActAnswer, ...]:
    """Keep the acts on which somebody voted, each with that vote alone.

    Raises:
        UnknownNameError: if no roll call has the voter; the error has the nearest names.
    """
    names = dict.fromkeys(ballot.voter for act in found for ballot in act.votes)
    if voter not in names:
        raise UnknownNameError("voter", voter, tuple(names))
    own = ((act, tuple(ballot for ballot in act.votes if ballot.voter == voter)) for act in found)
    return tuple(replace(act, votes=votes) for act, votes in own if votes)


def _is_act_on(claim: Claim, treaty: str, book: Book) -> bool:
    """Return whether a claim is of an act on a treaty, or of one on no treaty that the treaty's own folder records."""
    proposition = claim.proposition
    if not isinstance(proposition, Act | Finding | Invalidity):
        return False
    return proposition.treaty == treaty or (not proposition.treaty and book.is_beside(claim.under, treaty))


def _is_by(claim: Claim, by: str) -> bool:
    proposition = claim.proposition
    if isinstance(proposition, Finding | Invalidity):
        return by in ("", proposition.body)
    assert isinstance(proposition, Act)
    return not by or any(by in (actor.code, actor.government) for actor in proposition.actors)


def _verb_of(claim: Claim) -> str:
    return claim.proposition.verb if isinstance(claim.proposition, Act) else ""


def power_signals(treaty: Treaty, view: View, parties: tuple[str, ...]) -> dict[str, Signal]:
    """Return the signals by which every power over a treaty is used in a view, by those who may be its parties."""
    signals: dict[str, Signal] = {"status": ("treaty_status", treaty.id, "", "")}
    supplied = supplied_clauses(view, treaty)
    for clause in (*treaty.clauses, *supplied):
        if clause.kind == "power" and clause.effect is not None:
            holders = ("",) if clause.bearer.jointly else clause.bearer.actors or parties
            for holder in holders:
                signals[f"{clause.id}:{holder}"] = ("exercise", treaty.id, clause.id, holder)
    return signals


def _answer(claim: Claim, solution: Solution, book: Book, treaty: Treaty, view: View) -> ActAnswer:
    effect, missing, because = _effect(claim, solution, book, treaty)
    proposition = claim.proposition
    verb = (
        "finding"
        if isinstance(proposition, Finding | Invalidity)
        else verb_named(getattr(proposition, "verb", "")).meaning
    )
    return ActAnswer(
        id=claim.id,
        treaty=treaty.id,
        text=text_from_claim(claim),
        on=text_from_day(claim.when.first) if claim.when else None,
        counts_as=verb,
        effect=effect,
        missing=missing,
        voice=claim.voice,
        cite=text_from_citations(claim.citations),
        view=view.id,
        details=tuple(_detail(item) for item in claim.details),
        because=because,
        votes=claim.votes,
    )


def _reservations(claim: Claim, solution: Solution, book: Book, treaty: Treaty) -> Iterator[ActAnswer]:
    """Yield an answer for each clause to which an act makes a reservation, with what the others made of it."""
    act = claim.proposition
    if not isinstance(act, Act) or rank_of(solution.view, claim.voice) is None:
        return
    for clause in claim.reserving or ():
        verdict = verdict_on_reservation(solution, claim, act, clause)
        uses = ((r, use) for r in solution.resolutions for use in uses_of(r, act, claim, RESERVE))
        effect, missing, because = verdict or judged(uses, act, book, treaty)
        party, when = act.actors[0].code, f"{edtf_from_uncertain(claim.when)} " if claim.when else ""
        yield ActAnswer(
            id=f"{claim.id}:{clause}",
            treaty=treaty.id,
            text=f"{when}{', '.join(map(str, act.actors))}: reservation to {clause}",
            on=text_from_day(claim.when.first) if claim.when else None,
            counts_as="reservation",
            effect=effect,
            missing=missing,
            voice=claim.voice,
            cite=text_from_citations(claim.citations),
            view=solution.view.id,
            details=tuple(told_reactions(solution, party, clause)) if effect != "without_effect" else (),
            because=because,
        )


def _detail(item: Detail) -> str:
    """Tell a measure or remark, with its own voice if it has one."""
    said = f" -- {item.voice} {text_from_citations(item.citations)}" if item.voice != RECORD else ""
    return f"{item.key} {item.text}{said}".strip()


def _effect(
    claim: Claim, solution: Solution, book: Book, treaty: Treaty
) -> tuple[str, str | None, tuple[Because, ...]]:
    proposition = claim.proposition
    if rank_of(solution.view, claim.voice) is None:
        return "not_heard", f"the view does not hear {claim.voice}", ()
    if isinstance(proposition, Finding | Invalidity):
        return _effect_of_finding(proposition, solution), None, ()
    assert isinstance(proposition, Act)
    if proposition.verb in _INTERNAL:
        return "without_effect", "a decision inside a state moves nothing between states", ()
    uses = [(r, use) for r in solution.resolutions for use in uses_of(r, proposition, claim)]
    lacking = lacking_duty(proposition, claim, uses, solution, treaty)
    if lacking:
        return "without_effect", lacking, ()
    if _changes_nothing(proposition.verb, bool(uses)):
        return "recorded", None, ()
    voided = verdict_on_consent(solution, claim, proposition) if claim.reserving else None
    return voided or judged(uses, proposition, book, treaty)


def _changes_nothing(verb: str, used: bool) -> bool:
    """Whether an act by itself changes no legal position, or has met nothing that it could change."""
    if not used and verb in _AGREED:
        return True
    return verb_named(verb).power == "" and verb not in (*CONSENTS, *_JUDGED)


def judged(
    uses: Iterable[tuple[Resolution, Use]], act: Act, book: Book, treaty: Treaty
) -> tuple[str, str | None, tuple[Because, ...]]:
    """Judge an act over all cases and all the powers that it may use: effective, without effect, or open."""
    by_case: dict[int, list[tuple[Resolution, Use]]] = {}
    for resolution, use in uses:
        by_case.setdefault(id(resolution), []).append((resolution, use))
    if not by_case:
        return (
            "without_effect",
            f"no clause, and no rule that the view applies, gives a power to {act.verb}",
            (),
        )
    together = min if act.verb in _TOGETHER else max
    best = [together(items, key=lambda item: item[1].rank) for items in by_case.values()]
    ranks = {use.rank for _, use in best}
    if ranks == {Use.EFFECTIVE}:
        return "effective", None, ()
    resolution, use = min(best, key=lambda item: item[1].rank)
    because = tuple(reasons_from_grounds(lacking_grounds(resolution, use), book, treaty.id))
    missing = "; ".join(_missing(use, act, treaty.id)) or _AS_IT_STOOD.format(verb=act.verb)
    return ("without_effect" if ranks == {Use.NOTHING} else "open"), missing, because


def _effect_of_finding(found: Finding | Invalidity, solution: Solution) -> str:
    """Tell what a finding brings about: that a treaty is void has an effect, if it is not disputed."""
    if isinstance(found, Finding):
        return "recorded"
    choices = (choice for item in solution.resolutions for choice in item.choices if choice.about == found)
    return "open" if any(len(choice.by_side) > 1 for choice in choices) else "effective"


def _missing(use: Use, act: Act, treaty: str) -> Iterator[str]:
    """Name what an act lacked, in the order in which it is asked."""
    for name in dict.fromkeys(use.lacking):
        if name == "speaker":
            spoken = [f"{a.government} does not speak for {a.code}" for a in act.actors if a.government]
            yield f"{' and '.join(spoken) or 'its actor does not speak'} on that day in this view"
        else:
            yield _ELEMENTS.get(name, "its conditions were not met").format(treaty=treaty, verb=act.verb)
