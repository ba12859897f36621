"""A treaty that comes with the program is asked in the views of its own record."""

from pathlib import Path

from inforce import open
from inforce.answers.concerned import views_concerning

OWN = """\
treaty-format 1
include "{founding}"
view mine "My own"
  hears        all
"""


def test_a_shipped_treaty_has_the_views_of_its_own_record() -> None:
    book = open().book
    assert set(views_concerning(book, "sino-soviet-1945")) == set(views_concerning(book, "sino-soviet-1950"))
    assert {"roc", "prc"} <= set(views_concerning(book, "sino-soviet-1945"))
    assert "indonesia" not in views_concerning(book, "sino-soviet-1945")
    assert "roc" not in views_concerning(book, "un-charter")
    assert "indonesia" in views_concerning(book, "un-charter")


def test_a_view_in_a_file_of_ones_own_concerns_a_shipped_treaty(tmp_path: Path) -> None:
    shipped = next(path for path in open().paths if path.name == "un-charter.treaty.md")
    mine = tmp_path / "mine.treaty"
    mine.write_text(OWN.format(founding=shipped), encoding="utf-8")
    assert {"mine", "indonesia"} <= set(views_concerning(open(mine).book, "un-charter"))
