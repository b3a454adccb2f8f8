"""The attorney's way in a real browser without JavaScript: a request from filing to declaration, and a door with taps."""

import pytest
from conftest import LANGUAGES, WIDTHS
from test_quality import violations
from test_staff import send, sign_in

PAGES = ("", "/new", "/new?q=adelanto", "/new?place=LOSHOLD", "/door", "/door?place=LOSHOLD", "/paper-log",
         "/places", "/places?q=adelanto", "/places/LOSHOLD", "/places/LOSHOLD/2026-11-02")


@pytest.fixture(scope="module")
def attorney(browser):
    """The state of a browser in which the sample attorney is signed in."""
    from conftest import Visit

    seen = Visit(browser, 360)
    sign_in(seen, "en", "sample-attorney")
    assert seen.page.url.endswith("/en/staff"), seen.page.inner_text("main")
    state = seen.context.storage_state()
    seen.close()
    return state


def tap(seen, kind, because=None):
    """Taps the large button for what happened."""
    form = f"form:has(input[name=kind][value={kind}])"
    if because:
        seen.page.locator("details", has=seen.page.locator(form)).locator("summary").first.click()
        with seen.page.expect_navigation():
            seen.page.locator(f"{form} button[value={because}]").first.click()
    else:
        with seen.page.expect_navigation():
            seen.page.locator(f"{form} button").first.click()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_page_of_visits(visit, attorney, language, width):
    for path in PAGES:
        seen = visit(width, scripts=True, bypass_csp=True, storage_state=attorney)
        assert seen.open(f"/{language}/staff/visits{path}").status == 200, path
        assert violations(seen) == [], path
        assert seen.overflow() <= 0, path
        seen.picture(f"visits {language} {path.strip('/').replace('?', ' ').replace('=', ' ') or 'list'}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_goes_from_filing_to_declaration(visit, attorney, language):
    seen = visit(storage_state=attorney)
    seen.open(f"/{language}/staff/visits/new?place=LOSHOLD")
    seen.page.fill("input[name=clientName]", "Sample Client Zzyxw")
    seen.page.fill("input[name=askerName]", "Sample Attorney")
    seen.page.select_option("select[name=tie]", "prospective")
    seen.page.select_option("select[name=mode]", "contact")
    send(seen)
    assert "/visits/PV-" in seen.page.url
    own = "/" + seen.page.url.split("/", 3)[3].split("?")[0].split("#")[0]
    tap(seen, "arrived")
    assert seen.page.locator("p[role=status]").count() == 1
    tap(seen, "refused", because="no_legal_visits")
    seen.picture(f"visits {language} refused")
    assert seen.overflow() <= 0
    for paper in ("letter", "chronology", "declaration"):
        assert seen.open(f"{own}/{paper}").status == 200
        assert seen.overflow() <= 0, paper
        seen.picture(f"visits {language} {paper}")
    assert "penalty of perjury" in seen.page.inner_text("main")
    assert "S. C. Z." in seen.page.inner_text("main")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_of_a_place_is_noted_with_one_tap_and_seen(visit, attorney, language):
    seen = visit(storage_state=attorney)
    seen.open(f"/{language}/staff/visits/places/LOSHOLD")
    boxes = [button.bounding_box() for button in seen.page.locator(".taps button:visible").all()]
    assert len(boxes) == 4 and all(box["height"] >= 56 for box in boxes), "one thumb hits each button"
    assert any(box["y"] < 780 for box in boxes), "the first button is on the first screen"
    seen.picture(f"places {language} month")
    tap(seen, "open_observed")
    assert "/places/LOSHOLD/20" in seen.page.url
    assert seen.page.locator("p[role=status]").count() == 1
    seen.page.select_option("select[name=kind]", "hours_posted")
    seen.page.fill("input[name=from]", "8:00 am")
    seen.page.fill("input[name=to]", "4:00 pm")
    seen.page.fill("textarea[name=note]", "Legal visits 8 to 4. Zzyxw")
    send(seen)
    assert "Zzyxw" in seen.page.inner_text("main")
    assert seen.overflow() <= 0
    seen.picture(f"places {language} day")
    # What is taken back stays readable and counts no more.
    with seen.page.expect_navigation():
        seen.page.locator("ol.story form:has(input[value=taken_back]) button").last.click()
    assert seen.page.locator("ol.story .gone").count() >= 1


def test_several_people_wait_at_one_door(visit, attorney):
    seen = visit(storage_state=attorney)
    seen.open("/en/staff/visits/door?place=LOSHOLD")
    seen.page.fill("textarea[name=clients]", "Sample One Zzyxw\nSample Two Zzyxw")
    seen.page.select_option("select[name=tie]", "prospective")
    send(seen)
    assert "For 2 clients at once" in seen.page.inner_text("main")
    seen.picture("visits en waiting")
    boxes = [button.bounding_box() for button in seen.page.locator(".taps button:visible").all()]
    assert boxes and all(box["height"] >= 56 for box in boxes if box["height"]), "one thumb hits each button"
    assert any(box["y"] < 780 for box in boxes), "the first button is on the first screen"
    tap(seen, "let_in")
    assert "Inside with the person" in seen.page.inner_text("main")
    seen.page.locator("details summary", has_text="Note something else").click()
    seen.page.select_option("select[name=kind]", "room_observed")
    seen.page.select_option("select[name=door]", "yes")
    send(seen, "form:has(select[name=door]) button.main")
    assert "Was the door of the room open? Yes." in seen.page.inner_text("main")
    assert "B18-ROOM" in seen.page.inner_text("main")
    seen.picture("visits en room")


def test_a_list_is_searched_without_a_name_in_the_address(visit, attorney):
    seen = visit(storage_state=attorney)
    seen.open("/en/staff/visits")
    fold = seen.page.locator("details", has=seen.page.locator("summary", has_text="Show"))
    fold.locator("summary").click()
    fold.locator("input[name=text]").fill("zzyxw")
    with seen.page.expect_navigation():
        fold.locator("form button").click()
    assert "zzyxw" not in seen.page.url
    assert "Sample One Zzyxw" in seen.page.inner_text("main")
    seen.picture("visits en found")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_photo_is_added_opened_and_withdrawn(visit, attorney, language, tmp_path):
    """With a real upload, on a phone, without JavaScript."""
    photo = tmp_path / "sign at the door.png"
    photo.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301"
            "0100c9fe92ef0000000049454e44ae426082"
        )
    )
    seen = visit(360, storage_state=attorney)
    seen.open(f"/{language}/staff/visits/new?place=LOSHOLD")
    seen.page.fill("input[name=clientName]", f"Sample Files {language}")
    seen.page.fill("input[name=askerName]", "Sample Attorney")
    seen.page.select_option("select[name=tie]", "prospective")
    seen.page.select_option("select[name=mode]", "contact")
    send(seen)
    own = "/" + seen.page.url.split("/", 3)[3].split("?")[0].split("#")[0]
    assert seen.open(f"{own}/files").status == 200
    form = seen.page.locator("form:has(input[type=file])")
    form.locator("input[type=file]").set_input_files(str(photo))
    form.locator("input[name=what]").fill("Photo of the sign")
    form.locator("select[name=grade]").select_option("A")
    with seen.page.expect_navigation():
        form.locator("button").click()
    seen.picture(f"visits {language} files")
    assert seen.overflow() <= 0
    assert "Photo of the sign" in seen.page.inner_text("main")
    with seen.page.expect_download() as saved:
        seen.page.locator("form[action$='/original'] button").first.click()
    assert saved.value.suggested_filename.endswith("-exhibit-A.png")
    assert open(saved.value.path(), "rb").read() == photo.read_bytes()
    seen.page.locator("details:has(form[action$='/withdrawal']) summary").first.click()
    seen.page.fill("input[name=reason]", "Another door")
    with seen.page.expect_navigation():
        seen.page.locator("form[action$='/withdrawal'] button").first.click()
    assert "Another door" in seen.page.inner_text("main")
    again = visit(360, scripts=True, bypass_csp=True, storage_state=attorney)
    again.open(f"{own}/files")
    assert violations(again) == []
    assert again.overflow() <= 0
