"""One source as an entry of BibTeX; what BibTeX has no field for stays out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

KINDS = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "incollection",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""What an item of CSL-JSON is in BibTeX; whatever is not named here is ``misc``."""

_WITHIN = {
    "article": "journal",
    "incollection": "booktitle",
    "techreport": "institution",
    "phdthesis": "school",
}
_PUBLISHED = {"techreport": "institution", "phdthesis": "school"}
_PLAIN = ("volume", "number", "language", "note")
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_NO_KEY = re.compile(r"[^\w:.+/-]")


def bibtex_of(item: dict[str, Any]) -> str:
    r"""Return an item of CSL-JSON as an entry of BibTeX, in UTF-8.

    >>> item = {"id": "yeh-1953", "type": "speech", "title": "China & the USSR", "author": [{"literal": "Yeh"}]}
    >>> print(bibtex_of(item), end="")
    @misc{yeh-1953,
      author = {{Yeh}},
      title = {China \& the USSR},
    }
    """
    kind = KINDS.get(str(item.get("type", "")), "misc")
    fields = "".join(f"  {name} = {{{text}}},\n" for name, text in _fields(item, kind) if text)
    return f"@{kind}{{{_NO_KEY.sub('-', str(item['id']))},\n{fields}}}\n"


def _fields(item: dict[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    yield "author", _people(item.get("author"))
    yield "editor", _people(item.get("editor"))
    yield "title", _plain(item.get("title"))
    container, publisher = _plain(item.get("container-title")), _plain(item.get("publisher"))
    yield _WITHIN.get(kind, "howpublished"), container if kind not in _PUBLISHED else publisher
    if kind not in _PUBLISHED:
        yield "publisher", publisher
    day = _day(item.get("issued"))
    yield "year", day[:4] if day[:4].isdigit() else ""
    yield "date", day
    yield "pages", _plain(item.get("page")).replace("–", "--")
    yield from ((name, _plain(item.get(name))) for name in _PLAIN)
    yield "url", re.sub(r"[{}\\]", "", str(item.get("URL") or ""))


def _people(people: Any) -> str:
    named = (each for each in people or () if isinstance(each, dict))
    return " and ".join(filter(None, map(_person, named)))


def _person(person: dict[str, Any]) -> str:
    """Return a name; one that is no person's stands in braces, so that nobody takes it apart."""
    if literal := _plain(person.get("literal")):
        return f"{{{literal}}}"
    return ", ".join(filter(None, (_plain(person.get("family")), _plain(person.get("given")))))


def _day(issued: Any) -> str:
    if not isinstance(issued, dict):
        return ""
    dates = ("-".join(map(_two, parts)) for parts in issued.get("date-parts") or () if parts)
    return str(issued.get("literal") or issued.get("raw") or "/".join(dates))


def _two(part: Any) -> str:
    return f"{int(part):02}" if str(part).isdigit() else str(part)


def _plain(value: Any) -> str:
    return "".join(_SPECIAL.get(char, char) for char in str(value or ""))
