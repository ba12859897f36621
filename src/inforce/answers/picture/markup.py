"""XML as text, built of elements; every text and every attribute is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

Attribute = str | int | float
Attributes = dict[str, Attribute]


class Markup(str):
    """A piece of XML that is well-formed already."""

    __slots__ = ()


def element(name: str, attributes: Mapping[str, Attribute] | None = None, *inside: str | Markup) -> Markup:
    """Return an element with what stands inside it.

    >>> element("text", {"x": 1.50}, "5 < 6")
    '<text x="1.5">5 &lt; 6</text>'
    """
    told = "".join(f" {key}={quoteattr(_plain(value))}" for key, value in (attributes or {}).items())
    content = "".join(part if isinstance(part, Markup) else text(part) for part in inside)
    return Markup(f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>")


def words_at(x: float, y: float, words: str, size: float, **more: Attribute) -> Markup:
    """Return words at a place, to be selected and searched as any text."""
    named = {key.replace("_", "-"): value for key, value in more.items()}
    return element("text", {"x": x, "y": y, "font-size": size, **named}, words)


def text(words: str) -> Markup:
    """Return words as XML; what XML cannot hold, such as control characters, is left out."""
    return Markup(escape("".join(char for char in words if char >= " " or char in "\t\n")))


def _plain(value: Attribute) -> str:
    """Return a number without needless digits, so that the same picture is the same file everywhere."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return "".join(char for char in str(value) if char >= " ")
