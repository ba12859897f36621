"""The page of two views: what differs, over time and on the day."""

import re

from litestar import Litestar
from litestar.testing import TestClient
from playwright.sync_api import expect

from inforce.answers import open as open_books
from tests.web.conftest import Watched
from tests.web.test_web_browser import move_to
from tests.web.test_web_pages import FOUNDING, words

Client = TestClient[Litestar]
PAIR = f"{FOUNDING}/compare?a=roc&b=prc"


def test_the_page_counts_what_the_library_finds(client: Client) -> None:
    found = open_books().treaty("sino-soviet-1945").apart("roc", "prc", "1951-06-01")
    page = client.get(f"{PAIR}&on=1951-06-01").text
    assert f"{len(found.answers)} differences" in words(page)
    assert page.count('<rect class="apart"') > len(found.answers)
    assert "communique-1950-02-14" in page


def test_the_interface_gives_the_same_with_both_answers(client: Client) -> None:
    found = client.get(
        "/api/v1/treaties/sino-soviet-1945/compare?a=roc&b=prc&on=1951-06-01&clause=8.term"
    ).json()
    (each,) = found["answers"]
    assert (each["one"]["status"], each["other"]["status"]) == ("holds", "ceased")
    assert (each["since"], each["until"]) == ("1950-02-14", "1953-02-25")
    assert found["evidence"][0]["view"] == "prc"


def test_a_view_does_not_differ_from_itself_and_an_unknown_one_is_told(client: Client) -> None:
    assert "same status on every day" in client.get(f"{FOUNDING}/compare?a=roc&b=roc").text
    assert client.get(f"{FOUNDING}/compare?a=roc&b=prk").status_code == 404


def test_the_view_switch_leads_to_it(client: Client) -> None:
    page = client.get(f"{FOUNDING}?on=1951-06-01&view=prc").text
    (link,) = re.findall(r'href="([^"]+)">Compare two views', page)
    assert link == f"{FOUNDING}/compare?a=prc&amp;b=roc&amp;on=1951-06-01"


def test_dragging_the_day_tells_what_differs_on_it(watched: Watched) -> None:
    page = watched.open(f"{PAIR}&on=1947-01-01")
    treaty = page.locator(".compared tbody").first
    for day, one, other in (("1950-02-13", "in force", "in force"), ("1950-02-14", "in force", "ended")):
        move_to(page, day)
        expect(treaty.locator(".now .word").nth(0)).to_have_text(one)
        expect(treaty.locator(".now .word").nth(1)).to_have_text(other)
        page.wait_for_url(f"**on={day}**")
    expect(page.locator("#story .banner")).to_contain_text("117 differences")
