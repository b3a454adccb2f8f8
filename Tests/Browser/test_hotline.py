"""The responder's way in a real browser: a report with the keyboard alone, a hand-off, an alert, its correction."""

import re
import time

import pytest
from conftest import LANGUAGES, WIDTHS, Visit
from test_quality import violations
from test_staff import sign_in


@pytest.fixture(scope="module")
def responder(browser):
    """The state of a browser in which the sample responder is signed in."""
    seen = Visit(browser, 360)
    sign_in(seen, "en", "sample-responder")
    assert seen.page.url.endswith("/en/staff"), seen.page.inner_text("main")
    state = seen.context.storage_state()
    seen.close()
    return state


def taken(seen, fields, place="Elm and 2nd (invented)"):
    """Types a report and gives the path of its page."""
    seen.open("/en/staff/hotline/new")
    seen.page.fill("input[name=place]", place)
    if fields:
        seen.page.locator("details summary", has_text="More, if the caller knows it").click()
    for name, value in fields.items():
        control = seen.page.locator(f"[name={name}]").first
        if control.evaluate("e => e.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)
    with seen.page.expect_navigation():
        seen.page.locator("form button.main").first.click()
    return "/" + seen.page.url.split("/", 3)[3].split("?")[0]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_page_of_the_hotline(visit, responder, language, width):
    seen = visit(width, scripts=True, bypass_csp=True, storage_state=responder)
    base = f"/{language}/staff/hotline"
    seen.open(base + "?show=all")
    reports = [link.get_attribute("href") for link in seen.page.locator(".places > li > a").all()]
    assert len(reports) >= 6, "the demonstration has invented reports"
    for path, name in (
        (base, "queue"),
        (base + "/new", "new"),
        (reports[0], "first"),
        (reports[-1], "last"),
        (sorted(reports, key=lambda path: int(path.split("/")[-1]))[0] + "/alert", "propose"),
        (base + "/network", "network"),
        (base + "/alerts", "alerts"),
        (base + "/alerts/1", "alert"),
        (f"/{language}/alerts", "public"),
        (f"/{language}/staff/arrests", "arrests"),
        (f"/{language}/staff/arrests?by=state&held=place", "arrests by state"),
    ):
        assert seen.open(path).status == 200, path
        assert violations(seen) == [], path
        assert seen.overflow() <= 0, path
        seen.picture(f"hotline {language} {name}")


def test_a_report_is_taken_with_the_keyboard_in_a_few_keys(visit, responder):
    seen = visit(360, storage_state=responder)
    seen.open("/en/staff/hotline/new")
    # The first question has the focus: arrow to “No”, tab over who takes over, type the place, Enter.
    focused = seen.page.evaluate("document.activeElement.name")
    assert focused == "dependent"
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.type("Elm and 2nd (invented)")
    with seen.page.expect_navigation():
        seen.page.keyboard.press("Enter")
    text = seen.page.inner_text("main")
    assert "Elm and 2nd (invented)" in text and "New" in text and "Not verified" in text
    seen.picture("hotline en taken")


def test_a_child_alone_is_handed_on_with_the_report(visit, responder):
    seen = visit(360, storage_state=responder)
    seen.open("/en/staff/hotline/new")
    seen.page.check("input[name=dependent][value=yes]")
    seen.page.fill("input[name=place]", "Maple Court (invented)")
    with seen.page.expect_navigation():
        seen.page.locator("form button.main").first.click()
    text = seen.page.inner_text("main")
    assert "Somebody is alone now" in text and "Children at Home (invented)" in text
    assert "Waiting for an answer" in text
    seen.picture("hotline en alone")
    assert seen.overflow() <= 0


def test_an_alert_is_published_by_two_callers_and_its_correction_stays_to_be_seen(visit, responder):
    seen = visit(360, storage_state=responder)
    stamp = str(int(time.time()))[-6:]
    place = f"Birch and {stamp[:3]}rd"
    one = taken(seen, {"what": "agents", "basis": "saw", "caller": f"555 01{stamp[:1]} {stamp[2:]}"}, place)
    two = taken(seen, {"what": "agents", "basis": "saw", "caller": f"555 02{stamp[:1]} {stamp[2:]}"}, place)
    seen.open(one + "/alert")
    assert "cannot be published yet" in seen.page.inner_text("main")
    seen.open(two)
    number = one.split("/")[-1]
    with seen.page.expect_navigation():
        seen.page.locator(f"button[aria-label='The same: {number}']").click()
    seen.open(one + "/alert")
    seen.page.fill("input[name=place]", place)
    seen.page.select_option("select[name=state]", "OR")
    with seen.page.expect_navigation():
        seen.page.locator("form:has(select[name=hours]) button.main").click()
    alert = "/" + seen.page.url.split("/", 3)[3].split("?")[0]
    stranger = visit(360)
    stranger.open("/en/alerts")
    assert f"{place}, OR" in stranger.page.inner_text("main")
    seen.open(alert)
    seen.page.check("input[name=kind][value=false-alarm]")
    with seen.page.expect_navigation():
        seen.page.locator("form:has(select[name=bands]) button.main").click()
    stranger.open("/es/alerts")
    text = stranger.page.inner_text("main")
    assert f"{place}, OR" in text and "Era una falsa alarma" in text
    assert not re.search(r"sample-responder|555", text), "nobody is named"
    stranger.picture("hotline es public corrected")
