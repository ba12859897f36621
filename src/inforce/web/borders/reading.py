"""Read borders from GeoJSON (RFC 7946): which actor each feature names, on which days it holds, its outline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from inforce.source import Problem, place_of_file, text_from_problem
from inforce.temporal import BEGINNING, FOREVER, DateError, Day, day_from_iso
from inforce.web.borders.projection import path_of
from inforce.web.borders.value import Borders, Shape

CODES = ("code", "ISO_A3", "ISO_A3_EH", "ISO3", "ISO3166-1-Alpha-3", "ADM0_A3", "iso_a3", "iso3")
"""The properties that may name the actor: the first that has a value does."""

NAMES = ("name", "NAME", "ADMIN", "cntry_name")
"""The properties that may name the shape for people."""

FIRSTS, LASTS = ("start", "gwsdate"), ("end", "gwedate")
"""The properties with the first day and with the last, itself included, as in CShapes."""

_NO_CODE = ("", "-99", "-1")
_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?")
_FIX = "Give a GeoJSON FeatureCollection (RFC 7946), in degrees of longitude and latitude."


class BordersError(ValueError):
    """Files of borders have problems; the message tells all of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(text_from_problem, problems)))


class _WrongError(ValueError):
    """Something is wrong with one feature: what, and what would mend it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def borders_from_files(paths: Sequence[Path]) -> Borders:
    """Return the borders of some files.

    Raises:
        BordersError: if a file cannot be read, or a feature is not what it should be; it has every problem.
    """
    problems: list[Problem] = []
    shapes = [shape for path in paths for shape in _shapes(path, problems)]
    if problems:
        raise BordersError(problems)
    return Borders(tuple(shapes), tuple(path.name for path in paths))


def _shapes(path: Path, problems: list[Problem]) -> Iterator[Shape]:
    try:
        features = _features(path)
    except _WrongError as error:
        problems.append(_problem(path, 0, error))
        return
    for number, feature in enumerate(features, start=1):
        try:
            yield _shape(feature)
        except _WrongError as error:
            problems.append(_problem(path, number, error))


def _problem(path: Path, number: int, error: _WrongError) -> Problem:
    heading = f"feature {number}" if number else ""
    return Problem(place_of_file(str(path)), heading, "", error.message, error.hint)


def _features(path: Path) -> list[Any]:
    try:
        found = msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise _WrongError(
            f"The file cannot be read: {error.strerror}.", "Name a file that is there."
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _WrongError(f"This is no JSON: {error}.", _FIX) from None
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list) or found.get("type") != "FeatureCollection":
        raise _WrongError("This is no FeatureCollection.", _FIX)
    return features


def _shape(feature: object) -> Shape:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise _WrongError("This is no Feature.", _FIX)
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        raise _WrongError("Its properties are no object.", _FIX)
    since, until = _days(properties)
    path = path_of(_rings(feature.get("geometry")))
    return Shape(_first(properties, CODES), _first(properties, NAMES), path, since, until)


def _first(properties: Mapping[str, object], names: Sequence[str]) -> str:
    found = (str(properties[name]).strip() for name in names if properties.get(name) is not None)
    return next((text for text in found if text not in _NO_CODE), "")


def _days(properties: Mapping[str, object]) -> tuple[Day, Day]:
    first, last = (_day(properties, names) for names in (FIRSTS, LASTS))
    if first is not None and last is not None and last < first:
        raise _WrongError("It ends before it begins.", "Write the first day as start and the last as end.")
    since = first if first is not None else BEGINNING
    return since, Day(last + 1) if last is not None else FOREVER


def _day(properties: Mapping[str, object], names: Sequence[str]) -> Day | None:
    text = _first(properties, names)
    if not text:
        return None
    written = _DAY.fullmatch(text)
    try:
        if written is None:
            raise DateError("no day", text=text)
        year, month, day = written.groups()
        return day_from_iso(f"{year}-{int(month):02d}-{int(day):02d}")
    except DateError:
        name = next(name for name in names if properties.get(name) is not None)
        raise _WrongError(f"{name} is {text!r}, which is no day.", "Write it as 1945-08-14.") from None


def _rings(geometry: object) -> list[list[tuple[float, float]]]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise _WrongError(
            f"Its geometry is {kind or 'missing'}.", "Borders are of type Polygon or MultiPolygon."
        )
    assert isinstance(geometry, dict)
    coordinates = geometry.get("coordinates")
    polygons = [coordinates] if kind == "Polygon" else coordinates
    try:
        return [_ring(ring) for polygon in polygons for ring in polygon]  # type: ignore[union-attr]
    except (TypeError, ValueError, IndexError, KeyError) as error:
        if isinstance(error, _WrongError):
            raise
        message = "Its coordinates are no lists of positions."
        raise _WrongError(
            message, "A ring is [[lon, lat], …], its last position equal to its first."
        ) from None


def _ring(ring: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    found = [(float(position[0]), float(position[1])) for position in ring]
    if len(found) < 4 or found[0] != found[-1]:
        raise _WrongError(
            "A ring is not closed.", "It has four positions or more, the last equal to the first."
        )
    if any(not (-540 <= lon <= 540 and -90 <= lat <= 90) for lon, lat in found):
        raise _WrongError(
            "Its coordinates are no degrees.", "Give longitude and latitude (WGS 84), not a projection."
        )
    return found
