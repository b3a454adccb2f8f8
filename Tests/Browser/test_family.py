"""What a family does: type a name, read the answer, call somebody."""

import pytest
from conftest import ADDRESS, KNOWN, LANGUAGES, SWAPPED, UNKNOWN, WIDTHS


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facts", (KNOWN, SWAPPED), ids=("misspelled", "day and month exchanged"))
def test_a_badly_spelled_relative_is_found_without_javascript(visit, language, width, facts):
    seen = visit(width)
    answer = seen.search(language, facts)
    assert answer.status == 200
    page = seen.page
    assert page.locator("html").get_attribute("lang") == language
    record = page.locator("article.record").first
    assert record.is_visible()
    words = record.inner_text()
    assert ("invented" in words.lower()) or ("inventad" in words.lower())
    assert record.locator(".where strong").inner_text().strip()
    assert record.locator(".fits li").count() >= 2
    assert record.locator("a[href^='tel:']").count() >= 1
    assert page.url == f"{ADDRESS}/{language}/search"
    assert seen.overflow() <= 0
    seen.picture(f"result {language} {facts['birth']}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_result_echoes_nothing_that_was_not_typed(visit, language):
    seen = visit()
    seen.search(language, KNOWN)
    text = seen.page.content()
    # What the record holds and the searcher did not give: the spelling, the birth date, the A-number.
    for secret in ("VIYATORO", "Viyatoro", "HERNANDES", "234561078", "1991-03-04", "1991-04-03"):
        assert secret not in text


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_not_found_leads_on(visit, language, width):
    seen = visit(width)
    answer = seen.search(language, UNKNOWN)
    assert answer.status == 200
    page = seen.page
    assert page.locator("article.record").count() == 0
    for number in ("1-888-351-4024", "1-800-898-7180", "1-800-203-7001"):
        link = page.locator("a[href='tel:+%s']" % number.replace("-", "")).first
        assert link.count() == 1, number
    rows = page.locator(".spellings tbody tr")
    assert rows.count() >= 3
    assert "plorgh" in page.locator(".spellings").inner_text().lower()
    assert page.locator("input[type=text][name=name]").input_value() == UNKNOWN["name"]
    assert seen.overflow() <= 0
    seen.picture(f"not found {language}")


def test_the_way_back_to_the_form_keeps_what_was_typed(visit):
    seen = visit()
    seen.search("es", KNOWN)
    with seen.page.expect_navigation():
        seen.page.locator("form:has(input[name=change]) button").first.click()
    assert seen.page.locator("input[type=text][name=name]").input_value() == KNOWN["name"]
    assert seen.page.locator("select[name=country]").input_value() == "HN"


def test_an_answer_is_read_in_the_other_language_without_typing_again(visit):
    seen = visit()
    seen.search("en", KNOWN)
    with seen.page.expect_navigation():
        seen.page.locator("header form button[lang=es]").click()
    assert seen.page.locator("html").get_attribute("lang") == "es"
    assert seen.page.locator("article.record").count() >= 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "facts",
    ({"name": "", "birth": "1991"}, {"name": "Ana", "birth": "31/02/1990"}, {"name": "x" * 400}, {"name": "Ana", "aNumber": "12"}),
    ids=("no name", "31 February", "endless name", "short number"),
)
def test_a_fault_is_told_at_its_field_and_nothing_typed_is_lost(visit, language, facts):
    seen = visit()
    answer = seen.search(language, facts)
    assert answer.status in (400, 422)
    assert seen.page.locator("#problem").is_visible()
    assert seen.page.locator(".fault").count() == 1
    for field, value in facts.items():
        assert seen.page.locator(f"main input[type=text][name={field}]").input_value() == value
    assert seen.overflow() <= 0
    seen.picture(f"fault {language} {list(facts)[-1]}")


@pytest.mark.parametrize(
    "name", ("王小明", "محمد عبد الله", "Nguyễn Thị Hương", "O'Brien-Núñez", "<script>alert(1)</script>", "a\u0301\u202eb", "👩‍👩‍👧")
)
def test_any_script_can_be_typed(visit, name):
    seen = visit()
    answer = seen.search("en", {"name": name})
    assert answer.status in (200, 400, 422)
    assert seen.page.locator("input[type=text][name=name]").input_value() == name
    assert seen.overflow() <= 0


def test_no_search_term_is_ever_in_an_address(visit):
    seen = visit()
    seen.search("en", KNOWN)
    for request in seen.requests:
        assert "ernandez" not in request.url.lower()
        assert "?" not in request.url


def test_the_first_page_speaks_the_language_of_the_browser(visit):
    spanish = visit(locale="es-GT")
    spanish.open("/")
    assert spanish.page.locator("html").get_attribute("lang") == "es"
    other = visit(locale="fr-FR")
    other.open("/")
    assert other.page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_has_its_address_its_office_and_its_moves(visit, language, width):
    seen = visit(width)
    assert seen.open(f"/{language}/facility/LOSHOLD").status == 200
    text = seen.page.locator("main").inner_text()
    assert "300 N. Los Angeles" in text
    assert "B-18" in text
    assert seen.page.locator("a[href='tel:+12138307911']").count() >= 1
    assert seen.page.locator("table tbody tr").count() >= 3
    assert seen.page.locator("svg").count() >= 1
    assert seen.overflow() <= 0
    seen.picture(f"facility {language}")
