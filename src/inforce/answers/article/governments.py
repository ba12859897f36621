"""Who speaks for a state: which governments claim it, who recognised them, and whom each view lets speak."""

from collections.abc import Iterator

from inforce.answers.article.dates import words_from_day, words_from_uncertain, words_of_when
from inforce.answers.article.desk import Desk, quoted, stated
from inforce.answers.article.grammar import begun, ended, listed
from inforce.answers.article.value import Block, Section, Statement
from inforce.answers.article.voices import statements_of_doubt
from inforce.model import RECORD, Actor, GovernmentClaim, Speaks, View
from inforce.temporal import BEGINNING


def governments(desk: Desk) -> Section:
    """Write a block for each party for which several governments speak."""
    blocks = tuple(_block(desk, state) for state in desk.treaty.parties if len(_rivals(desk, state)) > 1)
    return Section("who-speaks", "Who speaks for a party", blocks, listed=True)


def _rivals(desk: Desk, state: str) -> list[tuple[Actor, GovernmentClaim]]:
    return [
        (actor, claim)
        for actor in desk.book.actors.values()
        for claim in actor.governments
        if claim.state == state
    ]


def _block(desk: Desk, state: str) -> Block:
    statements = (
        *(_claimed(desk, actor, claim) for actor, claim in _rivals(desk, state)),
        *_recognised(desk, state),
        *(said for view in desk.views for said in _spoken(desk, view, state)),
    )
    return Block(statements, begun(desk.names.actor(state)))


def _claimed(desk: Desk, actor: Actor, claim: GovernmentClaim) -> Statement:
    name = begun(desk.names.actor(actor.code))
    since = f" from {words_from_uncertain(claim.since)} on" if claim.since else ""
    says = "claims to speak" if claim.voice == actor.code else "speaks"
    text = f"{name} {says} for {desk.names.actor(claim.state)}{since}"
    if claim.voice not in (RECORD, actor.code):
        text += f", according to {desk.names.actor(claim.voice)}"
    return stated(ended(text), on=f"actor {actor.code}", cites=claim.citations, voice=claim.voice)


def _recognised(desk: Desk, state: str) -> Iterator[Statement]:
    for claim in desk.claims:
        said = claim.proposition
        if not isinstance(said, Speaks) or said.state != state:
            continue
        when = f", {words_of_when(claim.when)}" if claim.when else ""
        if claim.stretch is not None:
            when = f" from {words_from_uncertain(claim.stretch.start)} on"
        what = f"{desk.names.actor(said.government)} speaks for {desk.names.actor(state)}{when}"
        who = desk.names.actor(claim.voice)
        text = f"{begun(who)} denies that {what}" if claim.against else f"According to {who}, {what}"
        if claim.voice == RECORD and not claim.against:
            text = begun(what)
        yield stated(ended(text), on=f"claim {claim.id}", cites=claim.citations, voice=claim.voice)
        yield from statements_of_doubt([claim])


def _spoken(desk: Desk, view: View, state: str) -> Iterator[Statement]:
    """Say whom a view lets speak for a state, and since when."""
    told = []
    for each in view.speakers:
        if each.state == state:
            since = f" from {words_from_day(each.since)}" if each.since and each.since > BEGINNING else ""
            until = f" before {words_from_day(each.until)}" if each.until else ""
            told.append(f"{desk.names.actor(each.government)}{since}{until}")
    if told:
        text = f"In the view {quoted(view)} it is {listed(told)}."
        yield stated(text, on=f"answer {view.id}", cites=view.citations)
