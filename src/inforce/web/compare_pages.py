"""The page of two views: from an address to what is shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from litestar import Response, get
from litestar.params import FromPath
from msgspec.structs import replace

from inforce.answers.wording import words_from_status
from inforce.web.address import Named
from inforce.web.comparing import ComparePage, compare_page
from inforce.web.frame import frame
from inforce.web.pages import Asking, html
from inforce.web.questions import asked_from_query
from inforce.web.shelf import Open
from inforce.web.telling import page
from inforce.web.visit import Visiting


@get("/t/{treaty:str}/compare", sync_to_thread=True, include_in_schema=False)
def show_compared(treaty: FromPath[str], request: Asking, shelf: Open, visit: Visiting) -> Response[str]:
    """Show where two views answer differently, or only the day's story where the page asks for that."""
    query = request.query_params
    asked = asked_from_query(shelf.book, treaty, Named(""), query)
    beside = shelf.book.views_beside(shelf.treaty(treaty).id)
    one = query.get("a") or beside[0]
    other = query.get("b") or next(view for view in (*beside, "all-voices") if view != one)
    shown = compare_page(shelf, asked, (one, other))
    template = "apart.html" if request.headers.get("HX-Target") == "story" else "compare.html"
    titles = {view: shelf.book.view(view).title for view in (*beside, one, other)}
    return html(
        page(
            template, **frame(shelf, visit), **_steps(shown), shown=shown, view_titles=titles, status=words_of
        )
    )


def words_of(possible: tuple[str, ...]) -> str:
    """Tell the statuses that are possible."""
    return " or ".join(map(words_from_status, possible))


def _steps(shown: ComparePage) -> dict[str, object]:
    """Return the days of change before and after the day."""
    at, then = bisect_left(shown.turns, shown.day), bisect_right(shown.turns, shown.day)
    return {
        "before": replace(shown.asked, on=shown.turns[at - 1]) if at else None,
        "after": replace(shown.asked, on=shown.turns[then]) if then < len(shown.turns) else None,
    }
