"""The patterns of the families: each tells itself from the others in black on white; colour only repeats it."""

from collections.abc import Iterator

from inforce.answers.picture.families import BREACH, DISPUTED, DONE, DUE, HOLDS, NOTHING, UNCERTAIN, WAITS
from inforce.answers.picture.markup import Attributes, Markup, element

INK = {
    HOLDS: "#1d3f66",
    DUE: "#7a4d00",
    DONE: "#24602e",
    BREACH: "#8f1414",
    WAITS: "#555555",
    DISPUTED: "#5b2a86",
    UNCERTAIN: "#4d4d4d",
    NOTHING: "#777777",
}
"""The ink of each family; all are dark enough to print."""


def patterns() -> Iterator[Markup]:
    """Yield the definitions of the patterns."""
    for family, size, path, width in _STROKES:
        ink: Attributes = {"d": path, "stroke": INK[family], "stroke-width": width, "fill": "none"}
        yield _pattern(family, size, element("path", ink))
    for family, size, dots in _DOTS:
        dot: Attributes = {"r": 1.3, "fill": INK[family]}
        yield _pattern(family, size, *(element("circle", {"cx": x, "cy": y, **dot}) for x, y in dots))


_STROKES = (
    (DUE, 8, "M2 0V8", 4),
    (BREACH, 8, "M0 0L8 8M8 0L0 8", 2.6),
    (WAITS, 6, "M0 3H6", 1.2),
    (DISPUTED, 8, "M-2 2L2 -2M0 8L8 0M6 10L10 6", 2),
)
"""Patterns of strokes: family, size, path and width."""

_DOTS = (
    (DONE, 6, ((3.0, 3.0),)),
    (UNCERTAIN, 12, ((3.0, 3.0), (9.0, 9.0))),
)
"""Patterns of dots: family, size and where they stand."""


def _pattern(family: str, size: int, *inside: Markup) -> Markup:
    place: Attributes = {"id": family, "width": size, "height": size, "patternUnits": "userSpaceOnUse"}
    ground = element("rect", {"width": size, "height": size, "fill": "#ffffff"})
    return element("pattern", place, ground, *inside)


def fill_of(family: str) -> str:
    """Return how a bar of a family is filled."""
    return INK[HOLDS] if family == HOLDS else f"url(#{family})"
