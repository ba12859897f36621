"""From degrees to a flat map: the Natural Earth projection, cut at the antimeridian.

The formula is the polynomial of B. Šavrič, B. Jenny, T. Patterson, D. Petrovič and L. Hurni, "A Polynomial Equation for
the Natural Earth Projection", Cartography and Geographic Information Science 38 (2011), 363-372.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import ceil, pi, radians

Point = tuple[float, float]
Ring = Sequence[Point]

WIDTH = 1000.0
_SCALE = WIDTH / (2 * pi * 0.8707)
_STEP = 4.0
"""A straight line on a globe of degrees is a curve on the map: longer ones than so many degrees are broken."""


def projected(point: Point) -> Point:
    """Return where a longitude and a latitude in degrees lie on the map.

    >>> projected((0.0, 0.0)) == (WIDTH / 2, HEIGHT / 2)
    True
    >>> round(projected((180.0, 0.0))[0])
    1000
    """
    x, y = _plane(radians(point[0]), radians(point[1]))
    return WIDTH / 2 + _SCALE * x, HEIGHT / 2 - _SCALE * y


def _plane(lam: float, phi: float) -> Point:
    two = phi * phi
    four = two * two
    x = 0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))
    y = 1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four))
    return lam * x, phi * y


HEIGHT = round(2 * _SCALE * _plane(0.0, pi / 2)[1], 1)


def path_of(rings: Sequence[Ring]) -> str:
    """Return rings of longitudes and latitudes as an SVG path, to a tenth of a unit of a map 1,000 units wide.

    >>> path_of([[(0, 0), (10, 0), (10, 10), (0, 0)]]).count("M")
    1
    """
    return "".join(_outline(piece) for ring in rings for piece in pieces_of(ring))


def pieces_of(ring: Ring) -> Iterator[Ring]:
    """Yield a ring as it lies between 180° west and 180° east: in one piece, or cut at the antimeridian.

    A ring that leaps from one side to the other goes on beyond 180° in truth. One that goes around a pole is led
    over it.
    """
    whole = _around_pole(_unwrapped(ring))
    for turn in (-360.0, 0.0, 360.0):
        moved = [(lon + turn, lat) for lon, lat in whole]
        piece = _kept(_kept(moved, lambda point: point[0] + 180, -180.0), lambda point: 180 - point[0], 180.0)
        if len(piece) > 2 and max(lon for lon, _ in piece) > min(lon for lon, _ in piece):
            yield piece


def _unwrapped(ring: Ring) -> list[Point]:
    """Return a ring without leaps: each longitude as near to the one before as it can be written."""
    found = [(float(ring[0][0]), float(ring[0][1]))]
    for lon, lat in ring[1:]:
        before = found[-1][0]
        found.append((lon - 360 * round((lon - before) / 360), float(lat)))
    return found


def _around_pole(ring: list[Point]) -> list[Point]:
    """Lead a ring that does not close, since it goes around the earth, over the pole that is nearer."""
    first, last = ring[0], ring[-1]
    if abs(last[0] - first[0]) < 180:
        return ring
    pole = 90.0 if sum(lat for _, lat in ring) > 0 else -90.0
    return [*ring, (last[0], pole), (first[0], pole), first]


def _kept(ring: Ring, inside: Callable[[Point], float], edge: float) -> list[Point]:
    """Return the part of a ring on the inner side of a meridian (Sutherland and Hodgman's clipping)."""
    found: list[Point] = []
    for one, other in pairwise([*ring, ring[0]] if ring else []):
        within, beyond = inside(one) >= 0, inside(other) >= 0
        if within:
            found.append(one)
        if within != beyond:
            part = (edge - one[0]) / (other[0] - one[0])
            found.append((edge, one[1] + part * (other[1] - one[1])))
    return found


def _outline(ring: Ring) -> str:
    points: list[str] = []
    for point in _dense(ring):
        x, y = projected(point)
        told = f"{x:.1f} {y:.1f}"
        if not points or points[-1] != told:
            points.append(told)
    return f"M{'L'.join(points)}Z" if len(points) > 2 else ""


def _dense(ring: Ring) -> Iterator[Point]:
    for (lon, lat), (far, high) in pairwise([*ring, ring[0]]):
        parts = max(1, ceil(max(abs(far - lon), abs(high - lat)) / _STEP))
        for part in range(parts):
            yield lon + (far - lon) * part / parts, lat + (high - lat) * part / parts


def _line(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in map(projected, points))


_ROUND = range(-90, 91, 5)
EARTH = _line([*((-180, lat) for lat in _ROUND), *((180, -lat) for lat in _ROUND)]) + "Z"
"""The edge of the map."""

GRATICULE = "".join(_line([(lon, lat) for lat in _ROUND]) for lon in range(-150, 180, 30)) + "".join(
    _line([(-180, lat), (180, lat)]) for lat in range(-60, 90, 30)
)
"""Every thirtieth meridian and parallel; parallels are straight in this projection."""
