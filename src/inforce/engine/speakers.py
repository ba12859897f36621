"""Who speaks for a state: the state is the party, the government speaks (design, S11)."""

from collections.abc import Sequence

from inforce.engine.audible import Heard, rank_of
from inforce.engine.evidence import Speakers
from inforce.model import Book, Claim, GovernmentClaim, Speaks, View
from inforce.temporal import BEGINNING, FOREVER, Day, Timeline


class _Segment:
    """A stretch of days and the governments that the deciding voices name for it."""

    def __init__(self, since: Day, until: Day, governments: tuple[str, ...]) -> None:
        self.since, self.until, self.governments = since, until, governments


def speakers_from_heard(book: Book, view: View, speaking: dict[str, list[Heard]]) -> dict[str, Speakers]:
    """Return who may speak for each state of the book that has a government or a claimed one."""
    claims = {state: list(heard) for state, heard in speaking.items()}
    for actor in book.actors.values():
        for government in actor.governments:
            rank = rank_of(view, government.voice)
            if rank is not None:
                claims.setdefault(government.state, []).append(_heard(actor.code, government, rank))
    named = {speaker.state for speaker in view.speakers}
    return {state: _speakers(state, claims.get(state, []), view) for state in sorted(set(claims) | named)}


def _heard(code: str, government: GovernmentClaim, rank: int) -> Heard:
    claim = Claim(
        id=f"{code}-speaks-for-{government.state}",
        proposition=Speaks(code, government.state),
        voice=government.voice,
        when=government.since,
        citations=government.citations,
    )
    return Heard(claim, rank)


def _speakers(state: str, heard: Sequence[Heard], view: View) -> Speakers:
    own = [speaker for speaker in view.speakers if speaker.state == state]
    if own:
        timelines = {s.government: (s.since or BEGINNING, s.until or FOREVER) for s in own}
        option = {name: _timeline([since_until]) for name, since_until in timelines.items()}
        return Speakers(state, (option,), ("",), ((),))
    segments = _segments(heard)
    contested = sorted({name for part in segments if len(part.governments) > 1 for name in part.governments})
    if not contested:
        return Speakers(state, (_option(segments, ""),), ("",), (tuple(h.claim for h in heard),))
    claims = tuple(tuple(h.claim for h in heard if _government(h) == name) for name in contested)
    return Speakers(state, tuple(_option(segments, name) for name in contested), tuple(contested), claims)


def _government(item: Heard) -> str:
    proposition = item.claim.proposition
    return proposition.government if isinstance(proposition, Speaks) else ""


def _segments(heard: Sequence[Heard]) -> list[_Segment]:
    starts = sorted({BEGINNING, *(_since(item.claim) for item in heard)})
    return [
        _Segment(since, until, _named_on(heard, since))
        for since, until in zip(starts, [*starts[1:], FOREVER], strict=True)
    ]


def _since(claim: Claim) -> Day:
    if claim.stretch is not None:
        return claim.stretch.start.first
    return claim.when.first if claim.when else BEGINNING


def _named_on(heard: Sequence[Heard], day: Day) -> tuple[str, ...]:
    current = [item for item in heard if _since(item.claim) <= day and not item.claim.against]
    top = min((item.rank for item in current), default=0)
    return tuple(sorted({_government(item) for item in current if item.rank == top}))


def _option(segments: Sequence[_Segment], preferred: str) -> dict[str, Timeline]:
    """Return who speaks when, if the preferred government does wherever it is claimed to."""
    turns: dict[str, list[tuple[Day, Day]]] = {}
    for part in segments:
        for name in part.governments:
            if name == preferred or preferred not in part.governments:
                turns.setdefault(name, []).append((part.since, part.until))
    return {name: _timeline(spans) for name, spans in turns.items()}


def _timeline(spans: Sequence[tuple[Day, Day]]) -> Timeline:
    flips: list[Day] = []
    for since, until in spans:
        if flips and flips[-1] == since:
            flips.pop()
        else:
            flips.append(since)
        if until < FOREVER:
            flips.append(until)
    return Timeline(tuple(flips), tuple(flips))
