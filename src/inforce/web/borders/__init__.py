"""Borders that somebody gives: read from GeoJSON, projected once, drawn by us."""

from inforce.web.borders.reading import BordersError, borders_from_files
from inforce.web.borders.value import Borders, Shape

__all__ = ["Borders", "BordersError", "Shape", "borders_from_files"]
