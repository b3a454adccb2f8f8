"""What holds for every page: reachable by all, nothing from elsewhere, light."""

from pathlib import Path

import axe_playwright_python
import pytest
from conftest import ADDRESS, KNOWN, LANGUAGES, UNKNOWN, WIDTHS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
PAGES = ("", "/facilities", "/facility/LOSHOLD", "/facility/ADLNTCA", "/offices", "/about", "/leaving", "/no-such-page")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LIMIT = 40 * 1024


def violations(seen):
    """axe-core's findings. The page's own policy forbids scripts, so axe comes in through the debugger."""
    session = seen.context.new_cdp_session(seen.page)

    def run(expression):
        answer = session.send(
            "Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True}
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    run(AXE + "; 1")
    found = run("axe.run(document, {runOnly: %r, resultTypes: ['violations']}).then(r => r.violations)" % WCAG)
    return [(v["id"], [node["html"][:160] for node in v["nodes"]]) for v in found]


@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_page(visit, path, language, width, scheme):
    seen = visit(width, scripts=True, color_scheme=scheme, bypass_csp=True)
    seen.open(f"/{language}{path}")
    assert violations(seen) == []
    assert seen.overflow() <= 0
    if scheme == "light":
        seen.picture(f"page {language} {path or 'start'}")


@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facts", (KNOWN, UNKNOWN, {"name": ""}), ids=("found", "not found", "fault"))
def test_axe_finds_nothing_on_an_answer(visit, facts, language, width, scheme):
    seen = visit(width, scripts=True, color_scheme=scheme, bypass_csp=True)
    seen.search(language, facts)
    assert violations(seen) == []


def test_axe_would_see_a_fault(visit):
    """The control: a picture without words, planted in a page, is named."""
    seen = visit(scripts=True, bypass_csp=True)
    seen.open("/en")
    seen.page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert "image-alt" in [rule for rule, _ in violations(seen)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facts", (None, KNOWN, UNKNOWN), ids=("form", "found", "not found"))
def test_nothing_leaves_the_origin_and_all_weighs_little(visit, language, facts):
    seen = visit()
    if facts:
        # The answer alone, with all it needs, on a phone that kept nothing of the form's page.
        seen.search(language, facts, before_sending=seen.forget)
    else:
        seen.open(f"/{language}")
    seen.page.wait_for_load_state("networkidle")
    assert all(request.url.startswith(ADDRESS + "/") for request in seen.requests)
    assert 1024 < seen.bytes < LIMIT, f"{seen.bytes} bytes over the wire"
    assert seen.faults == []


@pytest.mark.parametrize("path", ("/en", "/es/search", "/en/facility/LOSHOLD", "/healthz", "/nowhere"))
def test_every_answer_bears_the_security_headers(visit, path):
    answer = visit().context.request.get(ADDRESS + path)
    headers = answer.headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "server" not in headers or "/" not in headers["server"]


def test_a_form_of_another_site_is_refused(visit):
    answer = visit().context.request.post(
        ADDRESS + "/en/search", form=KNOWN, headers={"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status == 403


def test_the_keyboard_alone_is_enough(visit):
    seen = visit(1280, scripts=True)
    seen.open("/en")
    reached = []
    for _ in range(40):
        seen.page.keyboard.press("Tab")
        reached.append(seen.page.evaluate("document.activeElement.name ?? ''"))
        if reached[-1] == "name":
            break
    assert "name" in reached
    seen.page.keyboard.type(KNOWN["name"])
    with seen.page.expect_navigation():
        seen.page.keyboard.press("Enter")
    assert seen.page.url.endswith("/en/search")


def test_the_way_out_leaves_nothing_to_go_back_to(visit):
    seen = visit()
    answer = seen.context.request.get(ADDRESS + "/leave", max_redirects=0)
    assert answer.status in (200, 302, 303)
    assert "no-store" in answer.headers["cache-control"]
