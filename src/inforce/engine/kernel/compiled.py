"""Compile with numba; keep what was compiled where numba can."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar
from zlib import crc32

import numba

from inforce.engine.kernel import columns

P = ParamSpec("P")
R = TypeVar("R")

_seen = [crc32(repr(sorted((k, v) for k, v in vars(columns).items() if isinstance(v, int))).encode())]


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function that only compiled functions call."""
    code = function.__code__  # type: ignore[attr-defined]
    _seen[0] = crc32(code.co_code + repr((code.co_consts, code.co_names)).encode(), _seen[0])
    found: Callable[P, R] = numba.njit(error_model="numpy", nogil=True)(function)
    return found


def fingerprint() -> int:
    """Return a number that differs when any function compiled so far does.

    Numba keeps a compiled function until its own file changes and never looks at those that it calls.
    """
    return _seen[0]


def entrance(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function that everybody may call, and keep it on disk where there is a place for it."""
    try:
        found: Callable[P, R] = numba.njit(error_model="numpy", nogil=True, cache=True)(function)
    except RuntimeError:  # numba finds no directory that it may write to: compile once a process
        found = numba.njit(error_model="numpy", nogil=True)(function)
    return found
