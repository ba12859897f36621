"""Propositions and acts as sentences, in the words of the closed list."""

from inforce.answers.article.dates import words_from_uncertain, words_of_when
from inforce.answers.article.grammar import listed
from inforce.answers.article.names import Names
from inforce.answers.wording import words_from_status
from inforce.model import (
    HOLDS,
    Act,
    Claim,
    CountsAs,
    Event,
    Finding,
    Invalidity,
    Outcome,
    Proposition,
    Speaks,
    State,
    verb_named,
)
from inforce.temporal import Span, text_from_span

_WHAT = ("to ", "that ")
_BY_PARTY = ("allege", "admit", "tolerate", "invoke")


def sentence_from_proposition(proposition: Proposition, names: Names, claim: Claim | None = None) -> str:
    """Return what a proposition says, without a full stop; with its claim, also the days that an act names."""
    match proposition:
        case Act():
            return _act(proposition, names, claim)
        case Event(fact=fact, whom=whom) | State(fact=fact, whom=whom):
            held = fact.startswith(HOLDS)
            return _holding(fact, whom, names) if held else names.fact(fact, whom)
        case Finding() | Invalidity():
            return _finding(proposition, names)
        case Speaks(government=government, state=state):
            return f"{names.actor(government)} speaks for {names.actor(state)}"
        case Outcome(treaty=treaty, status=status, clause=clause, instrument=instrument, party=party):
            of = f"clause {clause}" if clause else names.instrument(instrument) or names.treaty(treaty)
            of_whom = f" for {names.actor(party)}" if party else ""
            return f"{of} is {words_from_status(status)}{of_whom}"
        case CountsAs(verb=verb):
            return f"it counts as {_meaning(verb)}"


def _finding(found: Finding | Invalidity, names: Names) -> str:
    body = f"{names.actor(found.body)} finds that"
    if isinstance(found, Invalidity):
        return f"{body} {names.treaty(found.treaty)} is void{_on_the_ground(found.ground)}"
    party, clauses = names.actor(found.party), names.clauses(found.clauses, found.treaty)
    if found.about:
        return f"{body} the reservation of {party} to {clauses} is impermissible"
    return f"{body} {party} failed to carry out {clauses}"


def _on_the_ground(ground: str) -> str:
    return f" on the ground of {ground}" if ground else ""


def _holding(fact: str, whom: str, names: Names) -> str:
    return f"{names.actor(whom)} holds {names.phrase(fact.removeprefix(HOLDS))}"


def _meaning(verb: str) -> str:
    return "no act upon a treaty" if verb == "none" else f"an act of {verb_named(verb).meaning}"


def _act(act: Act, names: Names, claim: Claim | None) -> str:
    actors = listed([names.actor_at(actor) for actor in act.actors])
    return f"{actors} {_deed(act, names)}".rstrip() + (_particulars(claim) if claim else "")


def _deed(act: Act, names: Names) -> str:
    """Return what is done: the words of the act about its object, and towards or by whom."""
    known = verb_named(act.verb)
    verb, party = known.words[len(act.actors) > 1], names.actor(act.party) if act.party else ""
    if known.object == "reservation":
        to = f" to {names.clauses(act.objects, act.treaty)}" if act.objects else ""
        return f"{verb} {party}".rstrip() + to
    if "…" in verb:
        return f"{verb.replace('…', names.treaty(act.treaty))} {party}"
    if act.verb == "impeach":
        return f"{verb} {names.treaty(act.treaty)}{_on_the_ground(', '.join(act.objects))}"
    whose = f" {'by' if act.verb in _BY_PARTY else 'for'} {party}" if party else ""
    return f"{verb} {_objects(act, names)} {known.tail}".rstrip() + whose


def _objects(act: Act, names: Names) -> str:
    match verb_named(act.verb).object:
        case "treaty":
            titles = [names.phrase(part) for part in act.objects]
            return f"{listed(titles)} of {names.treaty(act.treaty)}" if titles else names.treaty(act.treaty)
        case "clauses":
            return names.clauses(act.objects, act.treaty) if act.objects else names.treaty(act.treaty)
        case "text":
            on = "on " if act.verb == "decide" and not act.objects[0].startswith(_WHAT) else ""
            return on + listed([f"“{text}”" for text in act.objects])
        case "act":
            return listed([_labelled(label, names) for label in act.objects])
        case _:
            return listed([names.phrase(text) for text in act.objects])


def _labelled(label: str, names: Names) -> str:
    """Name an act that another act is upon: by what it was, and when."""
    for claim in names.book.claims:
        if claim.id.split("@")[0] == label and isinstance(claim.proposition, Act):
            day = f" of {words_from_uncertain(claim.when)}" if claim.when else ""
            return f"the {verb_named(claim.proposition.verb).meaning}{day}"
    return f"“{label}”"


def _particulars(claim: Claim) -> str:
    """Return the days and times that an act names, as parts of its sentence."""
    told = ""
    if claim.until is not None:
        told += f" to {words_from_uncertain(claim.until)}"
    if claim.offset is not None and claim.offset.after != Span():
        told += f" by {text_from_span(claim.offset.after)}"
    if claim.received is not None:
        told += f", received {words_of_when(claim.received)}"
    if claim.counting_from is not None:
        told += f", counting from {words_from_uncertain(claim.counting_from)}"
    if claim.effect is not None:
        told += f", to take effect {words_of_when(claim.effect)}"
    if claim.reserving:
        told += f", with a reservation to clause{'s' * (len(claim.reserving) > 1)} {listed(claim.reserving)}"
    if claim.opposes:
        told += ", and opposes the entry into force between them"
    return told
