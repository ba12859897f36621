"""Treaties, made executable: what was in force, owed or ended, on any day, in whose view, and why.

This is the front door. It opens the room behind a name only when the name is used, so that importing the
package costs nothing.

>>> import inforce as inf
>>> inf.__version__.count(".")
2
"""

from importlib import import_module
from typing import Any

_DOORS = {"open": "inforce.answers", "panel": "inforce.exchange.panel", "cite": "inforce.corpus"}


def __getattr__(name: str) -> Any:
    """Open the room in which a public name lives, on first use (PEP 562)."""
    if name == "__version__":
        from importlib.metadata import version

        return version("inforce")
    if name not in _DOORS:
        raise AttributeError(f"module 'inforce' has no attribute {name!r}")
    return getattr(import_module(_DOORS[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), "__version__", *_DOORS])
