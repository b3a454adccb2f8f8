"""A family follows a search: eight words, what they open, how to be called; and the responder who calls."""

import re

import pytest
from conftest import ADDRESS, LANGUAGES, UNKNOWN, WIDTHS, Visit
from test_quality import violations
from test_staff import sign_in

CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}-[0-9A-Z]{2}\b")
REASON = "First call, as the family asked for it."


def press(seen, button):
    with seen.page.expect_navigation():
        seen.page.locator(button).first.click()


def follow(seen, language):
    """From a search that found nothing to the page with the receipt; gives its words and its characters."""
    seen.search(language, UNKNOWN)
    press(seen, "#follow button.main")
    press(seen, "main form button.main")
    words, code = seen.page.locator(".secret").all_inner_texts()
    return words, code


def enter(seen, language, receipt):
    seen.open(f"/{language}/receipt")
    seen.page.fill("#receipt", receipt)
    press(seen, "main form button.main")


@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_way_of_a_receipt(visit, language, width, scheme):
    seen = visit(width, scripts=True, color_scheme=scheme, bypass_csp=True)

    def look(name):
        assert violations(seen) == [], name
        assert seen.overflow() <= 0, name
        if scheme == "light":
            seen.picture(f"receipt {language} {name}")

    seen.search(language, UNKNOWN)
    look("offer")
    press(seen, "#follow button.main")
    look("what is kept")
    press(seen, "main form button.main")
    look("words")
    words = seen.page.locator(".secret").first.inner_text()
    press(seen, "main form:has(input[name=act][value=keep]) button")
    look("opened")
    seen.page.fill("#reach", "not a number")
    press(seen, "main form:has(input[name=act][value=want]) button")
    look("fault")
    assert seen.page.locator("main section").first.locator("#reach-fault").count() == 1
    seen.open(f"/{language}/receipt")
    look("door")
    seen.page.fill("#receipt", "one two three")
    press(seen, "main form button.main")
    look("door with a fault")
    enter(seen, language, words)
    press(seen, "main form:has(input[name=act][value=delete]) button")
    look("deleted")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_is_kept_in_words_and_opens_in_any_form_without_javascript(visit, language):
    seen = visit()
    words, code = follow(seen, language)
    assert len(words.split()) == 8 and CODE.fullmatch(code)
    press(seen, "main form:has(input[name=act][value=keep]) button")
    for receipt in (words, words.upper(), code, code.replace("-", " ").lower()):
        enter(seen, language, receipt)
        text = seen.page.inner_text("main")
        assert seen.page.locator("input[name=act][value=delete]").count() == 1
        # Whoever finds the receipt does not learn whom it is about.
        assert UNKNOWN["name"] not in text and UNKNOWN["birth"] not in text
        assert seen.page.url == f"{ADDRESS}/{language}/receipt"
    for request in seen.requests:
        assert not any(word in request.url for word in words.split() if len(word) > 5), request.url
        assert code not in request.url


def test_a_receipt_opens_in_the_other_language(visit):
    seen = visit()
    words, _ = follow(seen, "es")
    enter(seen, "en", words)
    assert seen.page.locator("input[name=act][value=delete]").count() == 1
    press(seen, "main form:has(input[name=act][value=delete]) button")
    enter(seen, "es", words)
    assert "borró" in seen.page.inner_text("main")


def test_a_form_of_another_browser_is_refused(visit):
    mine, other = visit(), visit()
    words, _ = follow(mine, "en")
    other.open("/en/receipt")
    token = other.page.locator("input[name=token]").input_value()
    answer = mine.page.request.post(
        f"{ADDRESS}/en/receipt", headers={"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"},
        form={"token": token, "act": "delete", "receipt": words},
    )  # fmt: skip
    assert answer.status == 403
    enter(mine, "en", words)
    assert mine.page.locator("input[name=act][value=delete]").count() == 1


@pytest.fixture(scope="module")
def responder(browser):
    seen = Visit(browser, 360)
    sign_in(seen, "en", "sample-responder")
    kept = seen.context.storage_state()
    seen.close()
    return kept


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_family_asks_for_a_call_and_a_responder_opens_the_contact(visit, responder, language, width):
    family = visit(width)
    follow(family, language)
    assert family.page.locator("main form input[type=radio]").count() == 0
    family.page.fill("#reach", "+1 555 010 0142")
    family.page.fill("#reach-note", "planted: ask for nobody")
    press(family, "main form:has(input[name=act][value=want]) button")
    # Nothing else is said on top: not that the words, which she did not want, were not kept.
    assert family.page.locator(".notice[role=status]").count() == 1 and family.page.locator(".notice").count() == 1
    seen = visit(width, scripts=True, bypass_csp=True, storage_state=responder)
    seen.open(f"/{language}/staff/calls")
    assert violations(seen) == [] and seen.overflow() <= 0
    seen.picture(f"calls {language}")
    press(seen, "article.record:last-of-type h3 a")
    assert violations(seen) == [] and seen.overflow() <= 0
    assert "555" not in seen.page.inner_text("main")
    press(seen, "form:has(input[name=change][value=take]) button")
    seen.page.fill("#why", "short")
    press(seen, "form:has(input[name=change][value=open]) button")
    assert "555" not in seen.page.inner_text("main")
    seen.page.fill("#why", REASON)
    press(seen, "form:has(input[name=change][value=open]) button")
    text = seen.page.inner_text("main")
    assert "555 010 0142" in text and "planted: ask for nobody" in text
    assert violations(seen) == [] and seen.overflow() <= 0
    seen.picture(f"call with contact {language}")
    assert REASON not in seen.page.url and "555" not in seen.page.url
    seen.page.select_option("#outcome", "nothing to tell")
    press(seen, "form:has(input[name=change][value=finish]) button")
    assert seen.page.locator("#contact").count() == 0
