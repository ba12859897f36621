"""Who speaks for a state: the state is the party, the government speaks (design, S11)."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from inforce.engine.audible import Heard, rank_of
from inforce.engine.choices import widest
from inforce.engine.evidence import Speakers
from inforce.model import Book, Claim, GovernmentClaim, Speaks, View
from inforce.temporal import BEGINNING, FOREVER, NEVER, Day, Timeline


class _Segment:
    """A stretch of days and the governments that the deciding voices name for it."""

    def __init__(self, since: Day, until: Day, governments: tuple[str, ...]) -> None:
        self.since, self.until, self.governments = since, until, governments


class _Turn(NamedTuple):
    """A government that a voice of some rank names, from a day until another."""

    government: str
    rank: int
    since: Day
    until: Day


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
        turns: dict[str, list[tuple[Day, Day]]] = {}
        for speaker in own:
            turns.setdefault(speaker.government, []).append(
                (speaker.since or BEGINNING, speaker.until or FOREVER)
            )
        option = {name: _timeline(sorted(spans)) for name, spans in turns.items()}
        return Speakers(state, (option,), ("",), ((),))
    ways = [_segments(named) for named in _ways(heard)]
    parts = [part for segments in ways for part in segments]
    contested = sorted({name for part in parts if len(part.governments) > 1 for name in part.governments})
    if not contested:
        return Speakers(state, (_widest(ways, ""),), ("",), (tuple(h.claim for h in heard),))
    claims = tuple(tuple(h.claim for h in heard if _government(h) == name) for name in contested)
    return Speakers(state, tuple(_widest(ways, name) for name in contested), tuple(contested), claims)


def _government(item: Heard) -> str:
    proposition = item.claim.proposition
    return proposition.government if isinstance(proposition, Speaks) else ""


def _ways(heard: Sequence[Heard]) -> Iterator[list[_Turn]]:
    """Yield each way in which the turns may lie, as far as any day can tell them apart.

    On a given day an uncertain turn has begun or not, and is over or not: its first and last candidate days have all
    of that. One that is doubtful, or perhaps not known yet, may also not be there.
    """
    yield from (
        [turn for turn in turns if turn is not None]
        for turns in product(*(_turns(item) for item in heard if not item.claim.against))
    )


def _turns(item: Heard) -> list[_Turn | None]:
    claim = item.claim
    start = claim.stretch.start if claim.stretch else claim.when
    stop = claim.stretch.stop if claim.stretch else None
    starts = {start.first, start.last} if start else {BEGINNING}
    stops = {stop.first, stop.last} if stop else {FOREVER}
    doubtful = item.optional or any(end is not None and end.doubtful for end in (start, stop))
    turns = [
        _Turn(_government(item), item.rank, since, FOREVER if last >= FOREVER else Day(last + 1))
        for since in sorted(starts)
        for last in sorted(stops)
    ]
    return [*turns, None] if doubtful else list(turns)


def _segments(named: Sequence[_Turn]) -> list[_Segment]:
    starts = sorted(
        {BEGINNING, *(day for turn in named for day in (turn.since, turn.until) if day < FOREVER)}
    )
    return [
        _Segment(since, until, _named_on(named, since))
        for since, until in zip(starts, [*starts[1:], FOREVER], strict=True)
    ]


def _named_on(named: Sequence[_Turn], day: Day) -> tuple[str, ...]:
    current = [turn for turn in named if turn.since <= day < turn.until]
    top = min((turn.rank for turn in current), default=0)
    return tuple(sorted({turn.government for turn in current if turn.rank == top}))


def _widest(ways: Sequence[Sequence[_Segment]], preferred: str) -> dict[str, Timeline]:
    """Return who certainly and who possibly speaks when, over all the ways in which the turns may lie."""
    options = [_option(segments, preferred) for segments in ways]
    names = sorted({name for option in options for name in option})
    return {name: widest([option.get(name, NEVER) for option in options]) for name in names}


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
