"""WIPO."""

from collections.abc import Sequence

from inforce.exchange.files import File
from inforce.exchange.gathering import Imported, Tell


def import_wipo(files: Sequence[File], tell: Tell) -> Imported:
    """Not yet."""
    raise NotImplementedError
