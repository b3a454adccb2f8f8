"""A real browser on the real service: the family's way, in both languages, at both widths, with JavaScript off."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ADDRESS = os.environ["PARADERO_ADDRESS"]
PICTURES = os.environ.get("PARADERO_PICTURES")
WIDTHS = (360, 1280)
LANGUAGES = ("en", "es")

# Invented people whom every demonstration has, typed as a relative might (DemoPeople.swift); nobody else is meant.
KNOWN = {"name": "Jose Angel Ernandez Villatoro", "birth": "1991", "country": "HN", "arrestPlace": "Los Angeles"}
SWAPPED = {"name": "María de la Cruz Menjívar", "birth": "3 mayo 1979", "country": "SV"}
UNKNOWN = {"name": "Qwertine Zzyxwvut Plorgh", "birth": "1963", "country": "IS"}


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """A page and everything that went over the wire for it."""

    def __init__(self, browser, width, scripts=False, **options):
        self.width = width
        self.context = browser.new_context(
            viewport={"width": width, "height": 780}, java_script_enabled=scripts, **options
        )
        self.page = self.context.new_page()
        self.requests = []
        self.page.on("request", lambda request: self.requests.append(request))
        self.bytes = 0
        self.wire = self.context.new_cdp_session(self.page)
        self.wire.send("Network.enable")
        self.wire.on("Network.loadingFinished", self._weigh)
        self.faults = []
        self.page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)

    def _weigh(self, event):
        self.bytes += int(event["encodedDataLength"])

    def forget(self):
        """Empties the browser's cache and starts weighing anew."""
        self.wire.send("Network.clearBrowserCache")
        self.bytes = 0

    def open(self, path):
        answer = self.page.goto(ADDRESS + path)
        return answer

    def fill(self, facts):
        """Fills the fields of a search, opening what hides them."""
        for field, value in facts.items():
            if self.page.locator(f"select[name={field}]").count() == 1:
                self.page.select_option(f"select[name={field}]", value)
                continue
            control = self.page.locator(f"input[type=text][name={field}]")
            if not control.is_visible():
                self.page.locator(f"details:has([name={field}]) > summary").click()
            control.fill(value)

    def search(self, language, facts, before_sending=lambda: None):
        self.open(f"/{language}")
        self.fill(facts)
        before_sending()
        with self.page.expect_navigation() as navigation:
            self.page.locator("form button.main").click()
        return navigation.value

    def overflow(self):
        """Pixels by which the page is wider than the screen. Measured from outside: scripts may be off."""
        session = self.context.new_cdp_session(self.page)
        size = session.send("Page.getLayoutMetrics")["cssContentSize"]
        return size["width"] - self.width

    def picture(self, name):
        if PICTURES:
            safe = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
            self.page.screenshot(path=Path(PICTURES) / f"{safe}-{self.width}.png", full_page=True)

    def close(self):
        self.context.close()


@pytest.fixture
def visit(browser):
    opened = []

    def make(width=360, scripts=False, **options):
        made = Visit(browser, width, scripts, **options)
        opened.append(made)
        return made

    yield make
    for each in opened:
        each.close()
