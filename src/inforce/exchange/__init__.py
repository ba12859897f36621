"""Importers from published data sets: their cells as claims, what cannot be read refused, contradictions told."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inforce.exchange.conduct import IMPORTERS, import_files
    from inforce.exchange.report import Report

__all__ = ["IMPORTERS", "Report", "import_files"]


def __getattr__(name: str) -> Any:
    """Import what needs Arrow when it is asked for."""
    if name in ("IMPORTERS", "import_files"):
        from inforce.exchange import conduct

        return getattr(conduct, name)
    if name == "Report":
        from inforce.exchange.report import Report

        return Report
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
