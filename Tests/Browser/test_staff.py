"""The pages behind the sign-in, in a real browser: reachable by all, one code one sign-in, each role its own pages."""

import os
import re
import subprocess

import pytest
from conftest import KNOWN, LANGUAGES, WIDTHS
from test_quality import violations

PAGES = {
    "sample-responder": ("", "/search", "/attempts", "/protection", "/sessions"),
    "sample-operator": ("", "/accounts", "/sessions"),
    "sample-attorney": ("", "/sessions"),
}
CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}-[0-9A-Z]{2}\b")


def one_time_code(account):
    """A new one-time code of a sample account, as an operator at the machine gets it."""
    said = subprocess.run(
        [os.environ["PARADERO_RUN"], "--run", os.environ["PARADERO_RUN_FOLDER"], "sample", "code", account],
        check=True, capture_output=True, text=True, timeout=120,
    ).stdout  # fmt: skip
    return CODE.search(said).group()


def send(seen, button="form button.main"):
    with seen.page.expect_navigation():
        seen.page.locator(button).click()


def sign_in(seen, language, code):
    seen.open(f"/{language}/staff/sign-in")
    seen.page.fill("#code", code)
    send(seen)


@pytest.fixture(scope="module")
def states(browser):
    """One signed-in browser state for each sample account, so that each test need not sign in again."""
    kept = {}
    for account in PAGES:
        from conftest import Visit

        seen = Visit(browser, 360)
        sign_in(seen, "en", one_time_code(account))
        assert seen.page.url.endswith("/en/staff"), seen.page.inner_text("main")
        kept[account] = seen.context.storage_state()
        seen.close()
    return kept


@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("account", PAGES)
def test_axe_finds_nothing_on_a_page_of_staff(visit, states, account, language, width, scheme):
    for path in PAGES[account]:
        seen = visit(width, scripts=True, color_scheme=scheme, bypass_csp=True, storage_state=states[account])
        assert seen.open(f"/{language}/staff{path}").status == 200
        assert violations(seen) == [], path
        assert seen.overflow() <= 0, path
        if scheme == "light":
            seen.picture(f"staff {account} {language} {path or 'home'}")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_weighing_of_a_search_is_shown_to_staff(visit, states, language, width):
    seen = visit(width, scripts=True, bypass_csp=True, storage_state=states["sample-responder"])
    seen.open(f"/{language}/staff/search")
    for field, value in KNOWN.items():
        if seen.page.locator(f"select[name={field}]").count() == 1:
            seen.page.select_option(f"select[name={field}]", value)
        else:
            seen.page.fill(f"input[name={field}]", value)
    send(seen)
    seen.picture(f"staff answer {language}")
    words = seen.page.inner_text("main")
    assert re.search(r"(Record|Registro|Ficha) \d+", words), words
    assert re.search(r"[+−-]\d+[.,]\d", words), "each fact has its weight"
    assert violations(seen) == []
    assert seen.overflow() <= 0
    seen.picture(f"staff answer {language}")


def test_a_look_elsewhere_is_noted(visit, states):
    seen = visit(storage_state=states["sample-responder"])
    seen.open("/en/staff/attempts")
    seen.page.fill("input[name=lastName]", "Zzyxwvut")
    seen.page.select_option("select[name=locator]", "official_locator")
    seen.page.select_option("select[name=result]", "no_match")
    send(seen)
    assert "Zzyxwvut" not in seen.page.url
    assert "Zzyxwvut" in seen.page.inner_text("main")
    seen.picture("staff noted en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_hidden_at_once_and_shown_again(visit, states, language):
    family = visit()
    family.search(language, KNOWN)
    assert family.page.locator("article.record").count() == 1
    seen = visit(scripts=True, bypass_csp=True, storage_state=states["sample-responder"])
    seen.open(f"/{language}/staff/search")
    for field, value in KNOWN.items():
        if seen.page.locator(f"select[name={field}]").count() == 1:
            seen.page.select_option(f"select[name={field}]", value)
        else:
            seen.page.fill(f"input[name={field}]", value)
    send(seen)
    send(seen, "form:has(input[name=change][value=new]) button")
    assert seen.page.input_value("#protect-person").isdigit()
    send(seen, "#protect button")
    assert seen.page.url.endswith("?done")
    assert violations(seen) == []
    assert seen.overflow() <= 0
    seen.picture(f"staff hidden {language}")
    family.search(language, KNOWN)
    assert family.page.locator("article.record").count() == 0
    seen.page.locator("details:has(input[value=lift]) summary").first.click()
    send(seen, "form:has(input[value=lift]) button")
    family.search(language, KNOWN)
    assert family.page.locator("article.record").count() == 1


def test_a_code_opens_once(visit):
    code = one_time_code("sample-operator")
    first = visit()
    sign_in(first, "en", code)
    assert first.page.url.endswith("/en/staff")
    second = visit()
    sign_in(second, "en", code)
    assert "/sign-in" in second.page.url
    assert second.open("/en/staff/accounts").url.endswith("/sign-in") or second.page.locator("#code").count() == 1
    second.picture("staff code used en")


def test_signing_out_ends_it(visit):
    seen = visit()
    sign_in(seen, "es", one_time_code("sample-operator"))
    seen.page.locator("main nav summary").click()
    send(seen, "form[action='/es/staff/sign-out'] button")
    seen.open("/es/staff/accounts")
    assert seen.page.locator("#code").count() == 1
    seen.picture("staff signed out es")
