"""Pages as people meet them, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from inforce.temporal import day_from_iso
from tests.web.conftest import Watched
from tests.web.test_web_pages import FOUNDING, PATHS


def move_to(page: Page, day: str) -> None:
    """Drag the slider to a day, as far as a page can tell."""
    page.locator("#day").evaluate(
        "(slider, day) => { slider.value = day; slider.dispatchEvent(new Event('input', { bubbles: true })); }",
        day_from_iso(day),
    )


def serious(page: Page) -> list[str]:
    """Return what would keep somebody out; strips are hidden from readers, the words beside them say the same."""
    found = Axe().run(page, context={"exclude": [[".strip"]]}).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:160]}"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


ONE_OF_A_KIND = [path for path in PATHS if "known=" not in path and "notes-aid" not in path]


@pytest.mark.parametrize("path", ONE_OF_A_KIND)
def test_no_page_has_a_serious_barrier(watched: Watched, path: str) -> None:
    assert serious(watched.open(path)) == []


def test_nor_has_one_in_the_dark(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark", viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(f"{address}{FOUNDING}?on=1951-06-01")
    assert serious(page) == []
    context.close()


STORY = {
    "roc": {
        "1945-08-01": "not concluded",
        "1945-08-20": "signed",
        "1951-06-01": "in force",
        "1953-02-25": "ended",
    },
    "prc": {"1950-02-13": "in force", "1951-06-01": "ended"},
    "all-voices": {"1949-12-31": "in force", "1951-06-01": "ended or in force", "1955-01-01": "ended"},
}


@pytest.mark.parametrize("view", STORY)
def test_dragging_the_day_tells_the_story(watched: Watched, view: str) -> None:
    page = watched.open(f"{FOUNDING}?on=1947-01-01&view={view}")
    for day, status in STORY[view].items():
        move_to(page, day)
        expect(page.locator("tr.asked .word")).to_have_text(status)
        expect(page.locator("#story .banner .word")).to_have_text(status)
        page.wait_for_url(f"**on={day}**view={view}**")


def test_what_is_dragged_to_is_what_the_server_shows(watched: Watched) -> None:
    page = watched.open(f"{FOUNDING}?on=1947-01-01")
    move_to(page, "1952-06-01")
    page.wait_for_timeout(300)
    dragged = page.locator("tr[data-row] .now").all_inner_texts()
    links = page.locator("tr[data-row] .now a").evaluate_all("all => all.map((each) => each.href)")
    page = watched.open(f"{FOUNDING}?on=1952-06-01")
    assert page.locator("tr[data-row] .now").all_inner_texts() == dragged
    assert page.locator("tr[data-row] .now a").evaluate_all("all => all.map((each) => each.href)") == links


def test_another_view_changes_the_page_and_the_address(watched: Watched) -> None:
    page = watched.open(f"{FOUNDING}?on=1951-06-01")
    page.locator("#asked [name=view]").select_option("prc")
    expect(page.locator("#story .banner .word")).to_have_text("ended")
    page.wait_for_url("**view=prc**")
    move_to(page, "1947-01-01")
    expect(page.locator("#story .banner .word")).to_have_text("in force")


def test_a_status_opens_why_with_its_sources(watched: Watched) -> None:
    page = watched.open(f"{FOUNDING}?on=1951-06-01")
    page.locator(".clauses .now a.ask").nth(3).click()
    expect(page.locator("#why")).to_be_visible()
    expect(page.locator("#reasons")).to_contain_text("to settle it, find out who speaks for CHN")
    assert page.locator("#reasons .notes li").count() > 1
    page.keyboard.press("Escape")
    expect(page.locator("#why")).to_be_hidden()


def test_a_bar_opens_why_of_its_first_day(watched: Watched) -> None:
    page = watched.open(f"{FOUNDING}?on=1951-06-01&view=roc")
    page.locator("tr.asked .strip a[data-word='in force']").first.click()
    expect(page.locator("#reasons h2")).to_contain_text("27 August 1945")


def test_the_day_moves_with_the_keyboard(watched: Watched) -> None:
    page = watched.open(f"{FOUNDING}?on=1951-06-01")
    page.locator("#day").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#asked [name=on]")).to_have_value("1951-06-02")


def test_without_a_script_the_form_asks(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{FOUNDING}?on=1951-06-01")
    page.locator("#asked [name=on]").fill("1947-01-01")
    page.locator("#asked [name=view]").select_option("roc")
    page.locator("#asked button").click()
    expect(page.locator("#story .banner .word")).to_have_text("in force")
    context.close()
