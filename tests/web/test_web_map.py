"""The map: borders that somebody gives, drawn with the status of each state."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from litestar import Litestar
from litestar.testing import TestClient
from playwright.sync_api import Browser, expect

from inforce.answers import open as open_books
from inforce.cli.verbs import inforce_command
from inforce.temporal import day_from_iso
from inforce.web.app import app_from_live
from inforce.web.borders import BordersError, borders_from_files
from inforce.web.borders.projection import HEIGHT, WIDTH, path_of, pieces_of, projected
from inforce.web.live import Live
from inforce.web.settings import Settings
from tests.web.conftest import served
from tests.web.test_web_browser import move_to, serious
from tests.web.test_web_pages import words

Client = TestClient[Litestar]
BORDERS = Path(__file__).parent / "borders.geojson"
MAP = "/map?treaty=sino-soviet-1945"


@pytest.fixture(scope="module")
def mapped() -> Litestar:
    """The application with borders of our own invention."""
    return app_from_live(Live(open_books()), Settings(borders=borders_from_files([BORDERS])))


@pytest.fixture(scope="module")
def atlas(mapped: Litestar) -> Iterator[Client]:
    with TestClient(mapped) as client:
        yield client


def land(svg: str, code: str) -> list[str]:
    """Return how the borders of a code are drawn."""
    return re.findall(rf'<g data-shape="{code}"[^>]*>.*?class="land ([a-z]+)"', svg)


def test_each_state_is_drawn_by_its_status(atlas: Client) -> None:
    kinds = {"1945-08-20": "waits", "1947-01-01": "holds", "1951-06-01": "disputed", "1955-01-01": "nothing"}
    for day, kind in kinds.items():
        page = atlas.get(f"{MAP}&on={day}").text
        assert land(page, "CHN") == [kind], day
        assert land(page, "SUN") == [kind], day
        assert land(page, "FIN") == ["stranger"]
        assert land(page, "") == ["unknown"]


def test_borders_hold_on_their_days_the_last_included(atlas: Client) -> None:
    def drawn(day: str) -> set[str]:
        return set(
            re.findall(r'data-shape="([A-Z]+)"', atlas.get(f"/map.svg?treaty=genocide-1948&on={day}").text)
        )

    assert drawn("1991-12-25") == {"SUN", "CHN", "FIN"}
    assert drawn("1991-12-26") == {"RUS", "CHN", "FIN"}


def test_the_table_says_the_same_and_who_has_no_borders(atlas: Client) -> None:
    page = atlas.get("/map?treaty=ottawa-1997&on=2026-01-05").text
    assert re.search(r'data-code="FIN".*?class="word">in force<', page, re.DOTALL)
    assert "no borders on this day" in page
    assert "50 in force" in words(page)
    rows = list(csv.DictReader(io.StringIO(atlas.get("/map.csv?treaty=ottawa-1997&on=2026-01-05").text)))
    assert sum(row["status"] == "in_force" for row in rows) == 50
    assert {row["bearer"] for row in rows} >= {"FIN", "POL"}


def test_the_map_counts_what_the_roll_counts(atlas: Client) -> None:
    day = "2014-01-01"
    (roll, *_) = open_books().treaty("cwc-1993").parties(day)
    rows = csv.DictReader(io.StringIO(atlas.get(f"/map.csv?treaty=cwc-1993&on={day}").text))
    assert sum(row["status"] == "in_force" for row in rows) == roll.at_least


def test_without_borders_the_page_says_how_to_give_them(client: Client) -> None:
    page = client.get(f"{MAP}&on=1951-06-01").text
    assert "inforce serve --borders FILE.geojson" in page
    assert "ended or in force" in words(page)


def test_the_projection_is_natural_earth() -> None:
    # B. Savric and others (2011): half as high as wide, 0.52, with parallels straight and the poles as lines
    assert pytest.approx(0.52, abs=0.001) == HEIGHT / WIDTH
    left, right = projected((-180, 60)), projected((180, 60))
    assert left[1] == pytest.approx(right[1])
    assert 0 < projected((-180, 90))[0] < WIDTH / 2
    assert projected((0, 30))[1] + projected((0, -30))[1] == pytest.approx(HEIGHT)


def test_a_ring_over_the_antimeridian_is_cut_in_two() -> None:
    ring = [(170, 0), (-170, 0), (-170, 10), (170, 10), (170, 0)]
    east, west = sorted(sorted({lon for lon, _ in piece}) for piece in pieces_of(ring))
    assert (east, west) == ([-180, -170], [170, 180])
    beyond = [(170, 0), (190, 0), (190, 10), (170, 10), (170, 0)]
    assert path_of([ring]) == path_of([beyond])


def test_a_ring_around_the_pole_is_led_over_it() -> None:
    ring = [(-180, -70), (-60, -70), (60, -70), (180, -70), (-180, -70)]
    (piece,) = pieces_of(ring)
    assert {lat for _, lat in piece} == {-70, -90}
    assert {lon for lon, _ in piece} >= {-180, 180}


def features(kind: str, coordinates: object, **properties: str) -> str:
    """Return a file with one feature."""
    geometry = {"type": kind, "coordinates": coordinates}
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


CLOSED = [[[0, 0], [9, 0], [9, 9], [0, 0]]]
MISTAKES = {
    '{"type": "Polygon"}': ("", "This is no FeatureCollection."),
    "{": ("", "This is no JSON"),
    features("Point", [0, 0]): ("feature 1", "Polygon or MultiPolygon"),
    features("Polygon", [0, 0]): ("feature 1", "no lists of positions"),
    features("Polygon", [[[0, 0], [9, 0], [9, 9], [1, 1]]]): ("feature 1", "A ring is not closed."),
    features("Polygon", [[[0, 0], [900000, 0], [9, 9], [0, 0]]]): ("feature 1", "not a projection"),
    features("Polygon", CLOSED, start="1950-02-30"): ("feature 1", "1950-02-30"),
    features("Polygon", CLOSED, start="1950-02-03", end="1949-01-01"): ("feature 1", "ends before it begins"),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_with_its_feature_and_its_fix(text: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BordersError) as error:
        borders_from_files([path])
    (problem,) = error.value.problems
    heading, message = MISTAKES[text]
    assert problem.heading == heading
    assert message in f"{problem.message} {problem.hint}"
    found = CliRunner().invoke(inforce_command, ["serve", "--borders", str(path)])
    assert (found.exit_code, message in found.output) == (2, True)


@pytest.fixture(scope="module")
def atlas_address(mapped: Litestar) -> Iterator[str]:
    with served(mapped) as address:
        yield address


def test_the_map_follows_the_day_and_keeps_nobody_out(browser: Browser, atlas_address: str) -> None:
    page = browser.new_context(viewport={"width": 1300, "height": 900}).new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{atlas_address}{MAP}&on=1947-01-01")
    china = page.locator('[data-shape="CHN"] .land')
    expect(china).to_have_class("land holds")
    assert serious(page) == []
    move_to(page, "1951-06-01")
    expect(china).to_have_class("land disputed")
    page.wait_for_url("**on=1951-06-01**")
    expect(page.locator("#story .counts")).to_contain_text("ended or in force")
    page.locator('[data-shape="CHN"] a').click()
    expect(page.locator("#why")).to_contain_text("PRC speaks for CHN")
    assert Axe().run(page, context={"include": [["#why"]]}).response["violations"] == []
    assert day_from_iso("1951-06-01") == int(page.locator("#day").input_value())
    assert complaints == []
    page.context.close()
