"""The list of a columnar book: from an address to a page of treaties, or to the same as data."""

from __future__ import annotations

from math import ceil

from litestar import Response, get
from litestar.di import NamedDependency

from inforce.answers.queries import query_of_list
from inforce.web.api_asked import WRONG, Limit, Offset
from inforce.web.api_books import page_of
from inforce.web.api_values import Listing
from inforce.web.corpora import CorpusShelf
from inforce.web.frame import coverage, frame
from inforce.web.more_pages import PAGE, number_asked
from inforce.web.pages import Asking, html
from inforce.web.telling import page
from inforce.web.visit import Visit, Visiting


@get("/", sync_to_thread=True, include_in_schema=False)
def show_corpus(request: Asking, shelf: NamedDependency[CorpusShelf], visit: Visiting) -> Response[str]:
    """Show the treaties, a page of them at a time."""
    return _shown(request, shelf, visit)


@get("/search", sync_to_thread=True, include_in_schema=False)
def search_corpus(request: Asking, shelf: NamedDependency[CorpusShelf], visit: Visiting) -> Response[str]:
    """Show the treaties in which all the words stand that are looked for."""
    return _shown(request, shelf, visit)


def _shown(request: Asking, shelf: CorpusShelf, visit: Visit) -> Response[str]:
    words = request.query_params.get("q", "").strip()
    number = number_asked(request.query_params.get("page", "1"))
    found = shelf.found(words)
    shown = {"found": found[(number - 1) * PAGE : number * PAGE], "total": len(found), "q": words}
    pages = max(1, ceil(len(found) / PAGE))
    return html(page("corpus.html", **frame(shelf, visit), **shown, page_number=number, pages=pages))


@get("/treaties", sync_to_thread=True, responses=WRONG)
def list_corpus(shelf: NamedDependency[CorpusShelf], limit: Limit = 100, offset: Offset = 0) -> Listing:
    """List treaties and the view, as ``inforce list``."""
    page_here = page_of(len(shelf.listed), offset, limit)
    return Listing(query_of_list(), shelf.listed[offset : offset + limit], page_here, coverage(shelf))
