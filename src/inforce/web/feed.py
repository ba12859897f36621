"""The log as a feed (Atom, RFC 4287): each entry once, under a name that it keeps wherever the log is served."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from inforce.store import Entry, Watched

_ATOM = "http://www.w3.org/2005/Atom"
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
register_namespace("", _ATOM)


def feed_of(entries: Sequence[Entry], watched: Sequence[Watched], base: str) -> bytes:
    """Return entries, newest first, as a feed about what is watched, or about everything."""
    query = urlencode([(each.kind, each.name) for each in watched])
    here = f"{base}/feed.atom" + (f"?{query}" if query else "")
    feed = Element(f"{{{_ATOM}}}feed")
    about = ", ".join(each.name for each in watched) or "every treaty"
    _text(feed, "title", f"inforce: what is entered about {about}")
    _text(feed, "id", here)
    _text(feed, "updated", _moment(entries[0].recorded if entries else _BEGINNING))
    _link(feed, "self", here, "application/atom+xml")
    _link(feed, "alternate", f"{base}/log", "text/html")
    for entry in entries:
        _add(feed, entry, base)
    text: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return text


def _add(feed: Element, entry: Entry, base: str) -> None:
    found = SubElement(feed, f"{{{_ATOM}}}entry")
    of = f" of entry {entry.about}" if entry.about else ""
    _text(found, "title", f"{entry.treaty}: {entry.kind}{of} (entry {entry.id})")
    _text(found, "id", uuid5(NAMESPACE_URL, entry.digest).urn)
    _text(found, "updated", _moment(entry.recorded))
    _text(found, "published", _moment(entry.recorded))
    _text(SubElement(found, f"{{{_ATOM}}}author"), "name", entry.author)
    SubElement(found, f"{{{_ATOM}}}category", term=entry.treaty)
    _link(found, "alternate", f"{base}/log/{entry.id}", "text/html")
    _text(found, "content", "\n\n".join(filter(None, (entry.reason, entry.text))))


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}{name}").text = "".join(filter(_may_stand, text))


def _may_stand(char: str) -> bool:
    """Whether XML 1.0 knows a character."""
    return char in "\t\n\r" or "\x20" <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff"


def _link(parent: Element, relation: str, address: str, kind: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}link", rel=relation, href=address, type=kind)


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
