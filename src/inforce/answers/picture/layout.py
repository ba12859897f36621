"""Where everything stands in a picture: rows from top to bottom, marks above them, keys below."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from inforce.answers.picture.axis import Axis
from inforce.answers.picture.measure import rows_of, width_of
from inforce.answers.picture.value import Group, Lane, Mark, Picture, Track

WIDTH = 1200.0
MARGIN = 24.0
NAMES = 300.0
"""The width of the column of names and sentences."""

LANES = 96.0
"""The width of the column that says for whom a lane is."""

LEFT = MARGIN + NAMES + LANES + 12
LANE = 24.0
BAR = 16.0
BADGE = 18.0
SMALL, BODY, TITLE = 11.0, 12.0, 18.0


class PlacedTrack(Struct, frozen=True):
    """A track with the rows of its sentence, where it begins, and how high it is."""

    track: Track
    rows: tuple[str, ...]
    top: float
    height: float

    def lanes(self) -> Iterator[tuple[Lane, float]]:
        """Yield each lane with the middle of its line."""
        for number, lane in enumerate(self.track.lanes):
            yield lane, self.top + 4 + LANE * number + LANE / 2


class PlacedMark(Struct, frozen=True):
    """A mark with its place on the axis and the tier on which its letter stands."""

    mark: Mark
    x: float
    until: float
    tier: int


class Layout(Struct, frozen=True):
    """A whole picture, laid out."""

    picture: Picture
    axis: Axis
    marks: tuple[PlacedMark, ...]
    heads: tuple[tuple[str, float], ...]
    tracks: tuple[PlacedTrack, ...]
    top: float
    bottom: float

    @property
    def tiers(self) -> int:
        """How many tiers the letters of the marks take."""
        return max((each.tier + 1 for each in self.marks), default=0)


def layout_of(picture: Picture) -> Layout:
    """Lay a picture out."""
    axis = Axis(picture.first, picture.last, LEFT, WIDTH - LEFT - MARGIN)
    marks = _placed_marks(picture.marks, axis)
    tiers = max((each.tier + 1 for each in marks), default=0)
    top = MARGIN + 62 + tiers * (BADGE + 3)
    heads, tracks, bottom = _placed_tracks(picture.groups, top + 22)
    return Layout(picture, axis, marks, tuple(heads), tuple(tracks), top, bottom)


def _placed_marks(marks: Sequence[Mark], axis: Axis) -> tuple[PlacedMark, ...]:
    """Put the letters of marks on as many tiers as they need not to touch."""
    ends: list[float] = []
    placed: list[PlacedMark] = []
    for mark in marks:
        x, until = axis.x_of(mark.when.first), axis.x_of(mark.when.last)
        tier = next((at for at, end in enumerate(ends) if end <= x), len(ends))
        ends[tier : tier + 1] = [x + width_of(mark.letter, BODY) + BADGE / 2 + 4]
        placed.append(PlacedMark(mark, x, until, tier))
    return tuple(placed)


def _placed_tracks(
    groups: Sequence[Group], top: float
) -> tuple[list[tuple[str, float]], list[PlacedTrack], float]:
    heads: list[tuple[str, float]] = []
    tracks: list[PlacedTrack] = []
    for group in groups:
        if group.title:
            heads.append((group.title, top + 20))
            top += 30
        for track in group.tracks:
            placed = _placed_track(track, top)
            tracks.append(placed)
            top += placed.height
        top += 8
    return heads, tracks, top


def _placed_track(track: Track, top: float) -> PlacedTrack:
    rows = tuple(rows_of(track.sentence, SMALL, NAMES - 6, 3)) if track.sentence else ()
    words = 20 + 14 * len(rows) + 4
    return PlacedTrack(track, rows, top, max(LANE * len(track.lanes) + 8, words))
