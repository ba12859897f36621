"""A picture in words, for those who do not see it."""

from collections.abc import Iterator

from inforce.answers.article.grammar import ended
from inforce.answers.picture.value import Picture


def description_of(picture: Picture) -> str:
    """Return what the picture shows, row by row, and what it marks."""
    return " ".join((picture.basis, *_tracks(picture), *_marks(picture)))


def _tracks(picture: Picture) -> Iterator[str]:
    for group in picture.groups:
        if group.title:
            yield ended(group.title)
        for track in group.tracks:
            for lane in track.lanes:
                label = f" ({lane.label})" if lane.label else ""
                yield ended(f"{track.name}{label}: {'; '.join(bar.about for bar in lane.bars)}")


def _marks(picture: Picture) -> Iterator[str]:
    for mark in picture.marks:
        yield ended(f"Mark {mark.letter}, {mark.about}")
