"""Compile with numba; keep what was compiled where numba can."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast
from zlib import crc32

import numba

from inforce.engine.kernel import columns

P = ParamSpec("P")
R = TypeVar("R")

_OPTIONS = {"error_model": "numpy", "nogil": True, "_nrt": False}
"""Nothing is allocated in compiled code, so nothing is counted there: counting references costs half the time."""

_numbers = sorted((name, value) for name, value in vars(columns).items() if isinstance(value, int))
_seen = [crc32(repr((_numbers, _OPTIONS)).encode())]


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function that only compiled functions call."""
    return _compiled(function, forceinline=False)


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function into those that call it: for what runs for every node of every day."""
    return _compiled(function, forceinline=True)


def _compiled(function: Callable[P, R], *, forceinline: bool) -> Callable[P, R]:
    code = function.__code__
    written = repr((code.co_consts, code.co_names, forceinline)).encode()
    _seen[0] = crc32(code.co_code + written, _seen[0])
    return _njit(function, forceinline=forceinline)


def fingerprint() -> int:
    """Return a number that differs when any function compiled so far does.

    Numba keeps a compiled function until its own file changes and never looks at those that it calls.
    """
    return _seen[0]


def entrance(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function that everybody may call, and keep it on disk where there is a place for it."""
    try:
        return _njit(function, cache=True)
    except RuntimeError:  # numba finds no directory that it may write to: compile once a process
        return _njit(function)


def _njit(function: Callable[P, R], **options: bool) -> Callable[P, R]:
    njit = cast("Callable[..., Callable[[Callable[P, R]], Callable[P, R]]]", numba.njit)
    return njit(**options, **_OPTIONS)(function)
