"""The front door of panels in Python: of open books, or of a published data set by its preset."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from inforce.engine import UnknownNameError
from inforce.exchange.atop_panel import atop_panel

if TYPE_CHECKING:
    from inforce.answers.panels import PanelAsked
    from inforce.corpus import Panel

PRESETS: dict[str, Callable[[str | Path, int | None, int | None], Panel]] = {"atop": atop_panel}
"""The published tables that can be made from the user's own copy of a data set."""


def panel(*books: str | Path, **asked: Unpack[PanelAsked]) -> Panel:
    """Return a panel of books, or of every book that comes with the program.

    Raises:
        BookProblemsError: if a file has problems.
        UnknownNameError: if a name does not exist; the error has the nearest.
        PanelError: if what is asked makes no panel.
        CorpusExtraError: if what the extra `corpus` brings is not installed.

    >>> import inforce as inf
    >>> found = inf.panel(unit="state-year", columns=["arms=new-start-2010"], first=2010, last=2012)
    >>> [tuple(row.values()) for row in found.table().to_pylist()][:3]
    [('RUS', 2010, 0), ('RUS', 2011, 1), ('RUS', 2012, 1)]
    """
    from inforce.answers import open

    return open(*books).panel(**asked)


def preset(name: str, path: str | Path, first: int | None = None, last: int | None = None) -> Panel:
    """Return a published table, made from the user's own copy of the data set.

    Raises:
        UnknownNameError: if there is no such preset.
        InputError: if the path does not lead to what the preset reads.
        CorpusExtraError: if duckdb is not installed.
    """
    if name not in PRESETS:
        raise UnknownNameError("preset", name, tuple(PRESETS))
    return PRESETS[name](path, first, last)
