"""The formats: a word for each, the same behind an address and behind ``--to``, and how each is called on the web."""

from __future__ import annotations

from msgspec import Struct


class Form(Struct, frozen=True):
    """A format: its media type, and what it has of a treaty or of a part."""

    media: str
    has: str


FORMS = {
    "json": Form("application/json", "the status on the day, as `inforce status --json`"),
    "csv": Form(
        "text/csv",
        "every interval of the treaty and of all its parts, or of the part, as a table",
    ),
    "ndjson": Form(
        "application/x-ndjson", "the same intervals, an answer of `inforce timeline --json` a line"
    ),
    "svg": Form("image/svg+xml", "the picture of `inforce timeline --svg`"),
    "md": Form("text/markdown", "the article, or the reasons of the part's status"),
    "ics": Form("text/calendar", "what falls due in the twenty years after the day, as a calendar"),
    "ttl": Form("text/turtle", "the claims about the treaty and the status on the day, as RDF"),
    "bibtex": Form("application/x-bibtex", "the sources, for LaTeX and citation managers"),
    "csl-json": Form(
        "application/vnd.citationstyles.csl+json", "the sources, for Zotero and other citation managers"
    ),
}
"""The formats of a treaty or a part of it."""

WHOLE = {
    "csv": "every interval, a row each",
    "ndjson": "every interval, an answer a line",
    "json": "every interval, as the answers of one query",
    "ttl": "every treaty, every claim and every interval",
    "bibtex": "every source",
    "csl-json": "every source",
}
"""The formats of everything in the books at once, and what each has then."""
