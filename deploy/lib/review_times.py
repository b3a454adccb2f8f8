"""The time of each page of a monitor, through nginx, as the middle of several.

Usage: review_times.py ADDRESS RUN FOLDER     RUN is deploy/run, FOLDER the installation's
"""
import http.cookiejar
import re
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request

ACCOUNT = "sample-monitor"
PASSWORD = "quiet harbor seven lanterns"
TIMES = 7
# What a page may take at 10,000 requests.
GOAL = 1.0


class Browser:
    """Cookies and the last page; nothing else of a browser is needed here."""

    def __init__(self, address):
        self.address = address
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        self.page = ""

    def get(self, path):
        with self.opener.open(self.address + path, timeout=120) as answer:
            self.page = answer.read().decode()
        return self.page

    def send(self, path, **fields):
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', self.page))
        body = urllib.parse.urlencode({**hidden, **fields}).encode()
        asked = urllib.request.Request(self.address + path, body, {"Origin": self.address})
        with self.opener.open(asked, timeout=120) as answer:
            self.page = answer.read().decode()
            return answer.geturl()


def run(program, folder, *words):
    return subprocess.run([program, "--run", folder, *words], check=True, capture_output=True, text=True).stdout


def sign_in(browser, program, folder):
    code = run(program, folder, "sample", "code", ACCOUNT, "--bare").strip()
    browser.get("/en/staff/sign-in")
    at = browser.send("/en/staff/sign-in", name=ACCOUNT, password=PASSWORD)
    browser.send(urllib.parse.urlsplit(at).path, code=code)
    browser.get("/en/staff/review")


def measure(title, work):
    times = []
    size = 0
    for _ in range(TIMES):
        began = time.perf_counter()
        size = len(work())
        times.append(time.perf_counter() - began)
    middle, worst = statistics.median(times), max(times)
    late = "" if middle < GOAL else "  above a second"
    print(f"  {title:<34} {middle * 1000:7.0f} ms   at most {worst * 1000:7.0f} ms   {size:>9,} bytes{late}")
    return middle


def main(address, program, folder):
    browser = Browser(address)
    sign_in(browser, program, folder)
    queue = browser.get("/en/staff/review")
    count = re.search(r"<h2>([^<]*)</h2>", queue)
    print(f"  the queue holds {count.group(1) if count else 'nothing'}")
    case = re.search(r'href="(/en/staff/review/[0-9]+)"', queue)
    pages = [
        ("queue", "/en/staff/review"),
        ("queue by deadline, one rule", "/en/staff/review?order=due&rule=WAIT-60"),
        ("queue, everything", "/en/staff/review?show=all"),
        ("case", case.group(1) if case else "/en/staff/review"),
        ("figures by place", "/en/staff/review/figures"),
        ("figures by week", "/en/staff/review/figures?by=week"),
        ("figures by rule", "/en/staff/review/figures?by=rule"),
        ("requests behind a figure", "/en/staff/review/rows?ended=denied"),
        ("places and map", "/en/staff/review/places"),
        ("one place", "/en/staff/review/places/LOSHOLD"),
        ("an order, verified", "/en/staff/review/orders/DEMO"),
        ("an order, not verified", "/en/staff/review/orders/B18"),
        ("patterns", "/en/staff/review/patterns"),
        ("public page", "/en/published"),
    ]
    slow = [title for title, path in pages if measure(title, lambda path=path: browser.get(path)) >= GOAL]
    measure("report (command, CSV)", lambda: run(program, folder, "report"))
    print(f"  pages above a second: {', '.join(slow) if slow else 'none'}")


if __name__ == "__main__":
    main(*sys.argv[1:4])
