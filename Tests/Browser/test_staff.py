"""The pages behind the sign-in, in a real browser: reachable by all, two steps in, each role its own pages."""

import os
import re
import subprocess

import cv2
import numpy as np
import pytest
from conftest import KNOWN, LANGUAGES, WIDTHS
from test_quality import violations

PAGES = {
    "sample-responder": ("", "/search", "/attempts", "/protection", "/sessions"),
    "sample-operator": (
        "", "/accounts", "/accounts/sample-responder", "/invite", "/applications", "/keys", "/sessions",
    ),
    "sample-attorney": ("", "/sessions", "/my-account", "/keys"),
    "sample-monitor": ("", "/sessions"),
}
PASSWORD = "quiet harbor seven lanterns"


def run(*words):
    """What the installation's program says."""
    return subprocess.run(
        [os.environ["PARADERO_RUN"], "--run", os.environ["PARADERO_RUN_FOLDER"], *words],
        check=True, capture_output=True, text=True, timeout=120,
    ).stdout  # fmt: skip


def factor_code(account):
    """Six digits of a sample account's second factor that were not used yet."""
    return run("sample", "code", account, "--bare").strip()


def send(seen, button="form button.main"):
    with seen.page.expect_navigation():
        seen.page.locator(button).click()


def sign_in(seen, language, account):
    seen.open(f"/{language}/staff/sign-in")
    seen.page.fill("#name", account)
    seen.page.fill("#password", PASSWORD)
    send(seen)
    seen.page.fill("#code", factor_code(account))
    send(seen)


@pytest.fixture(scope="module")
def states(browser):
    """One signed-in browser state for each sample account, so that each test need not sign in again."""
    kept = {}
    for account in PAGES:
        from conftest import Visit

        seen = Visit(browser, 360)
        sign_in(seen, "en", account)
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
    seen.fill(KNOWN)
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
    seen.fill(KNOWN)
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
    code = factor_code("sample-monitor")
    for expected in ("/en/staff", "/en/staff/second-factor"):
        seen = visit()
        seen.open("/en/staff/sign-in")
        seen.page.fill("#name", "sample-monitor")
        seen.page.fill("#password", PASSWORD)
        send(seen)
        seen.page.fill("#code", code)
        send(seen)
        assert seen.page.url.endswith(expected)
    seen.picture("staff code used en")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_in_can_be_gone_by_all(visit, language, width):
    seen = visit(width, scripts=True, bypass_csp=True)
    for path in ("/staff/sign-in", "/staff/one-time-code", "/sign-up"):
        assert seen.open(f"/{language}{path}").status == 200
        assert violations(seen) == [], path
        assert seen.overflow() <= 0, path
        seen.picture(f"door {language} {path}")
    seen.open(f"/{language}/staff/sign-in")
    seen.page.fill("#name", "sample-responder")
    seen.page.fill("#password", "not the password of it")
    send(seen)
    assert violations(seen) == []
    assert seen.page.locator("#password[aria-invalid=true]").count() == 1
    seen.page.fill("#password", PASSWORD)
    send(seen)
    seen.page.locator("details > summary").last.click()
    assert violations(seen) == []
    assert seen.overflow() <= 0
    seen.picture(f"door {language} second factor")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invitation_leads_to_a_password_and_an_app(visit, language):
    """The code, the password pasted, the picture read as a phone reads it, the codes to print."""
    name = f"browser-{language}-{os.getpid()}"
    said = run("account", "invite", name, "--role", "responder", "--organisation", "Sample Support Network")
    code = re.search(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}-[0-9A-Z]{2}\b", said).group()
    seen = visit(scripts=True, bypass_csp=True)
    seen.open(f"/{language}/staff/one-time-code")
    seen.page.fill("#code", code.lower().replace("-", " "))
    send(seen)
    assert violations(seen) == []
    for field in ("#password", "#repeated"):
        seen.page.fill(field, "three paper boats and a bell")
    send(seen)
    assert violations(seen) == []
    assert seen.overflow() <= 0
    key = seen.page.inner_text(".key").replace(" ", "")
    picture = cv2.imdecode(np.frombuffer(seen.page.locator("svg.qr").screenshot(), np.uint8), cv2.IMREAD_COLOR)
    # Telephones try as they move: two readers get the picture at several sizes. One of them misses one code in forty.
    sizes = [cv2.resize(picture, None, fx=by, fy=by, interpolation=cv2.INTER_CUBIC) for by in (1, 2, 3, 0.7, 1.5, 4)]
    readers = [cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector()]
    read = next((text for reader in readers for text, _, _ in map(reader.detectAndDecode, sizes) if text), "")
    assert read == f"otpauth://totp/Paradero:{name}?secret={key}&issuer=Paradero&algorithm=SHA1&digits=6&period=30"
    digits = subprocess.run(["oathtool", "--totp", "--base32", key], check=True, capture_output=True, text=True)
    seen.picture(f"staff set up {language}")
    seen.page.fill("#code", digits.stdout.strip())
    send(seen)
    assert seen.page.locator(".codes li").count() == 10
    assert violations(seen) == []
    assert seen.overflow() <= 0
    seen.open(f"/{language}/staff/my-account")
    assert violations(seen) == []


def test_signing_out_ends_it(visit):
    seen = visit()
    sign_in(seen, "es", "sample-operator")
    seen.page.locator("main nav summary").click()
    send(seen, "form[action='/es/staff/sign-out'] button")
    seen.open("/es/staff/accounts")
    assert seen.page.locator("#password").count() == 1
    seen.picture("staff signed out es")
