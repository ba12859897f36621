"""One actor as a list of states names it."""

from __future__ import annotations

from msgspec import Struct


class Named(Struct, frozen=True):
    """One actor as a list names it, with the codes that it has there and the days between which it is listed."""

    actor: str
    name: str
    cow: int | None = None
    gw: int | None = None
    iso3: str | None = None
    since: int | None = None
    until: int | None = None
