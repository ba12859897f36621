"""What an address asks: a treaty or a part of it, a day, a view, a day of knowledge; and the address of it."""

from __future__ import annotations

from msgspec import Struct

from inforce.exchange.forms.address import Asked, address_of
from inforce.exchange.forms.kinds import FORMS

__all__ = ["FORMS", "Asked", "Named", "address_of", "named_from_path"]


class Named(Struct, frozen=True):
    """The last part of a path, taken apart: a name, a day if one is written, a form if one is."""

    name: str
    on: str = ""
    form: str = ""


def named_from_path(text: str) -> Named:
    """Take the last part of a path apart.

    >>> named_from_path("5@1950-02-14.json")
    Named(name='5', on='1950-02-14', form='json')
    """
    stem, dot, last = text.rpartition(".")
    form = last if dot and last in FORMS else ""
    name, _, on = (stem if form else text).partition("@")
    return Named(name, on, form)
