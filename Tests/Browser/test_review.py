"""The monitor's way in a real browser without JavaScript: queue, case, names opened with a reason, decision, question."""

import re

import pytest
from conftest import LANGUAGES, WIDTHS, Visit
from test_quality import violations
from test_staff import send, sign_in
from test_visits import tap


def signed_in(browser, name):
    seen = Visit(browser, 360)
    sign_in(seen, "en", name)
    assert seen.page.url.endswith("/en/staff"), seen.page.inner_text("main")
    state = seen.context.storage_state()
    seen.close()
    return state


@pytest.fixture(scope="module")
def monitor(browser):
    """The state of a browser in which the sample monitor is signed in."""
    return signed_in(browser, "sample-monitor")


@pytest.fixture(scope="module")
def asked(browser):
    """The sample attorney's browser, with a request at a door where an officer could hear what was said."""
    state = signed_in(browser, "sample-attorney")
    seen = Visit(browser, 360, storage_state=state)
    seen.open("/en/staff/visits/door?place=LOSHOLD")
    seen.page.fill("textarea[name=clients]", "Sample Reviewed Zzyxw")
    seen.page.select_option("select[name=tie]", "prospective")
    send(seen)
    own = "/" + seen.page.url.split("/", 3)[3].split("?")[0].split("#")[0]
    tap(seen, "let_in")
    seen.page.locator("details summary", has_text="Note something else").click()
    seen.page.select_option("select[name=kind]", "room_observed")
    seen.page.select_option("select[name=door]", "yes")
    seen.page.select_option("select[name=officer]", "yes")
    send(seen, "form:has(select[name=door]) button.main")
    seen.close()
    return state, own


def first_case(seen, language):
    assert seen.open(f"/{language}/staff/review").status == 200
    links = seen.page.locator(".places > li > a")
    assert links.count() > 0, "the queue holds what the rules flagged"
    return links.first.get_attribute("href")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_page_of_the_review(visit, monitor, asked, language, width):
    seen = visit(width, scripts=True, bypass_csp=True, storage_state=monitor)
    case = first_case(seen, language)
    for path, name in (
        (f"/{language}/staff/review", "queue"),
        (f"/{language}/staff/review?order=due&severity=red", "red"),
        (case, "case"),
        (f"/{language}/staff/review/figures", "figures"),
        (f"/{language}/staff/review/figures?by=rule", "rules"),
    ):
        assert seen.open(path).status == 200, path
        assert violations(seen) == [], path
        assert seen.overflow() <= 0, path
        seen.picture(f"review {language} {name}")


def test_a_case_is_opened_with_a_reason_and_decided_with_the_keyboard(visit, monitor, asked):
    seen = visit(360, storage_state=monitor)
    case = first_case(seen, "en")
    seen.open(case)
    assert "Zzyxw" not in seen.page.content() and "PV-" not in seen.page.inner_text("main")
    seen.page.fill("input[name=because]", "To compare with the log")
    with seen.page.expect_navigation():
        seen.page.keyboard.press("Enter")
    assert "PV-" in seen.page.inner_text("main")
    seen.picture("review en opened")
    # From the first choice on, without a mouse: arrow, tab, type, tab, tab, enter.
    seen.page.focus("input[name=verdict]")
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.type("The door was open, and the officer says so.")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Tab")
    with seen.page.expect_navigation():
        seen.page.keyboard.press("Enter")
    assert seen.page.locator("p[role=status]").count() == 1
    assert "Not upheld" in seen.page.inner_text("main")
    seen.picture("review en decided")


def test_the_attorney_is_asked_and_answers_on_the_request(visit, monitor, asked):
    state, own = asked
    seen = visit(360, storage_state=monitor)
    seen.open("/en/staff/review?place=LOSHOLD&show=all")
    found = None
    for link in [a.get_attribute("href") for a in seen.page.locator(".places > li > a").all()]:
        seen.open(link)
        if seen.page.locator("input[value=needs_facts]").count():
            found = link
            seen.page.check("input[value=needs_facts]")
            seen.page.fill("textarea[name=reason]", "What the room was is not clear")
            seen.page.fill("textarea[name=question]", "Which room was it?")
            with seen.page.expect_navigation():
                seen.page.locator("#decide button").click()
            office = visit(360, storage_state=state)
            office.open(own)
            if "Which room was it?" in office.page.inner_text("main"):
                break
    assert found and "Which room was it?" in office.page.inner_text("main")
    assert "not clear" not in office.page.inner_text("main"), "the reason is the reviewer's own"
    assert violations_without_scripts(office)
    office.page.fill("textarea[name=answer]", "The one at the end of the corridor.")
    with office.page.expect_navigation():
        office.page.locator("#questions button").click()
    office.picture("review en answered")
    seen.open(found)
    assert "The one at the end of the corridor." in seen.page.inner_text("main")
    assert "the attorney answered" in seen.page.inner_text("main")


def violations_without_scripts(seen):
    """Every control of the page has a name, as far as can be seen without running a script in it."""
    for control in seen.page.locator("textarea, select, input:not([type=hidden])").all():
        name = control.get_attribute("id")
        assert name and seen.page.locator(f"label[for='{name}']").count() == 1, name
    return True


def test_a_filter_travels_in_the_address_and_names_nobody(visit, monitor):
    seen = visit(1280, storage_state=monitor)
    seen.open("/en/staff/review")
    seen.page.locator("details summary", has_text="Show others").click()
    seen.page.select_option("select[name=severity]", "red")
    with seen.page.expect_navigation():
        seen.page.locator("form[method=get] button").click()
    assert re.search(r"severity=red", seen.page.url)


@pytest.fixture(scope="module")
def watched(browser):
    """A short day and a closed one of a place, told by the sample attorney, so that there is something to draw."""
    state = signed_in(browser, "sample-attorney")
    seen = Visit(browser, 360, storage_state=state)
    for day, kind, start, end in (("2026-11-10", "open_observed", "8:00", "12:00"), ("2026-11-11", "closed_observed", "0:00", "0:00")):
        seen.open(f"/en/staff/visits/places/NYCHOLD/{day}")
        seen.page.select_option("select[name=kind]", kind)
        seen.page.fill("input[name=from]", start)
        seen.page.fill("input[name=to]", end)
        seen.page.select_option("select[name=closedOtherwise]", "yes")
        send(seen, "form:has(select[name=kind]) button.main")
    seen.close()
    return state


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_page_of_figures(visit, monitor, watched, language, width):
    seen = visit(width, scripts=True, bypass_csp=True, storage_state=monitor)
    days = "from=2026-11-01&until=2026-12-01"
    for path, name in (
        (f"/{language}/staff/review/places?{days}", "places"),
        (f"/{language}/staff/review/places/NYCHOLD?{days}", "place"),
        (f"/{language}/staff/review/orders", "orders"),
        (f"/{language}/staff/review/orders/B18?{days}", "order"),
        (f"/{language}/staff/review/rows?{days}", "rows"),
        (f"/{language}/staff/review/patterns?{days}", "patterns"),
        (f"/{language}/published", "published"),
    ):
        assert seen.open(path).status == 200, path
        assert violations(seen) == [], path
        assert seen.overflow() <= 0, path
        seen.picture(f"figures {language} {name}")


def test_a_place_is_drawn_and_told_in_words_and_numbers(visit, monitor, watched):
    seen = visit(360, storage_state=monitor)
    seen.open("/en/staff/review/places/NYCHOLD?from=2026-11-01&until=2026-12-01")
    drawn = seen.page.locator("svg[role=img]").first.get_attribute("aria-label")
    assert "Closed all day: 11" in drawn and "Nobody told: 1, 2" in drawn, drawn
    assert seen.page.locator("table tbody tr").count() >= 2
    seen.page.locator("table a", has_text="November 10, 2026").first.click()
    assert seen.page.url.endswith("/en/staff/visits/places/NYCHOLD/2026-11-10")


def test_nothing_is_published_where_nothing_is_verified(visit):
    seen = visit(360)
    seen.open("/en/published")
    assert "Nothing can be published yet." in seen.page.inner_text("main")
