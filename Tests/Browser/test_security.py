"""What attackers try against pages, in a real browser and beside it: headers everywhere, payloads in every field, forms of
other sites, sessions that somebody else chose. PARADERO_DEPTH=full sends longer lists; deploy/bench security sets it."""

import gzip
import os
import re
from html.parser import HTMLParser
from itertools import cycle, islice
from urllib.parse import urljoin, urlsplit

import pytest
from conftest import ADDRESS, KNOWN, LANGUAGES, Visit
from payloads import FULL, MARK, QUICK
from playwright.sync_api import Error
from test_staff import PAGES, run, sign_in

PAYLOADS = FULL if os.environ.get("PARADERO_DEPTH") == "full" else QUICK
ACCOUNTS = (None, *PAGES)
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
# What is done by following a link is looked at elsewhere: it ends the session that looks.
DEAF = re.compile(r"/leave$|sign-out")


class Found(HTMLParser):
    """The links, addresses and forms of a page."""

    def __init__(self, page, address):
        super().__init__()
        self.address, self.links, self.loads, self.forms = address, set(), set(), []
        self.is_main, self.of_main = False, []
        self.feed(page)

    def handle_endtag(self, tag):
        if tag == "main":
            self.is_main = False

    def handle_starttag(self, tag, attributes):
        attributes = {name: value or "" for name, value in attributes}
        if tag == "a" and "href" in attributes:
            self.links.add(urljoin(self.address, attributes["href"]).split("#")[0])
        for name in ("src", "srcset", "data", "poster", "background"):
            if name in attributes:
                self.loads.add(urljoin(self.address, attributes[name]))
        if tag == "link":
            self.loads.add(urljoin(self.address, attributes.get("href", "")))
        if tag == "main":
            self.is_main = True
        if tag == "form":
            action = urljoin(self.address, attributes.get("action") or self.address)
            self.forms.append((attributes.get("method", "get").lower(), action, {}))
            if self.is_main:
                self.of_main.append(self.forms[-1])
        if tag in ("input", "select", "textarea", "button") and self.forms and attributes.get("name"):
            self.forms[-1][2].setdefault(attributes["name"], attributes.get("value", ""))


@pytest.fixture(scope="module")
def signed_in(browser):
    """The state of a browser for each sample account; none for a family's."""
    # Forms of the operator that close accounts and reset factors are tried on this one.
    run("account", "invite", f"browser-payload-{os.getpid()}", "--role", "monitor", "--organisation", "Sample")
    kept = {None: None}
    for account in PAGES:
        seen = Visit(browser, 1280)
        sign_in(seen, "en", account)
        kept[account] = seen.context.storage_state()
        seen.close()
    return kept


def crawl(context, starts, limit=150):
    """Every page that links lead to, once for each form of address; identifiers of records count as one."""
    waiting, known, pages = [ADDRESS + start for start in starts], set(), []
    while waiting and len(pages) < limit:
        address = waiting.pop(0)
        shape = re.sub(r"[A-Z0-9]{4,}|\d+|=[^&]*", "*", address[len(ADDRESS) :])
        if shape in known or DEAF.search(urlsplit(address).path):
            continue
        known.add(shape)
        answer = context.request.get(address)
        kind = answer.headers.get("content-type", "")
        found = Found(answer.text(), address) if kind.startswith("text/html") else None
        pages.append((address, answer, found))
        if found:
            waiting += sorted(link for link in found.links | found.loads if link.startswith(ADDRESS + "/"))
    return pages


def form_kind(action, fields):
    """What a form is for: where it goes, its fields, and the step that it names; records count as one."""
    steps = tuple(fields.get(name) for name in ("step", "form", "act", "kind"))
    return re.sub(r"[A-Z0-9]{4,}|\d+", "*", urlsplit(action).path), tuple(sorted(fields)), steps


def starts_of(account, language):
    if account is None:
        return [f"/{language}", "/", "/healthz", "/robots.txt", "/api/v1/openapi.json", "/api/v1/facilities", "/nowhere"]
    return [f"/{language}/staff", f"/{language}/staff/visits"]


def options(state):
    return {"storage_state": state} if state else {}


@pytest.mark.parametrize("account", ACCOUNTS)
def test_every_page_that_links_lead_to_bears_every_header(visit, signed_in, account):
    seen = visit(**options(signed_in[account]))
    pages = [page for language in LANGUAGES for page in crawl(seen.context, starts_of(account, language))]
    assert len(pages) > 8
    for address, answer, found in pages:
        assert answer.status < 500, address
        for name, value in HEADERS.items():
            assert answer.headers.get(name) == value, f"{address}: {name}"
        policy = answer.headers.get("content-security-policy", "")
        assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy, address
        assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy, address
        assert "geolocation=()" in answer.headers.get("permissions-policy", ""), address
        assert "/" not in answer.headers.get("server", ""), address
        if "/assets/" not in address and not address.endswith("openapi.json"):
            assert "no-store" in answer.headers.get("cache-control", ""), address
        if found:
            assert all(load.startswith(ADDRESS + "/") for load in found.loads), address
            assert " style=" not in answer.text() and not re.search(r"<script(?![^>]*\ssrc=)|\son\w+=", answer.text()), address


def test_trace_is_refused_and_forms_are_answered_uncompressed(visit):
    request = visit().context.request
    assert request.fetch(ADDRESS + "/en", method="TRACE").status in (405, 501)
    answer = request.post(ADDRESS + "/en/search", form=KNOWN, headers={"Accept-Encoding": "gzip, br", "Origin": ADDRESS})
    assert answer.status == 200 and "content-encoding" not in answer.headers


TYPED = """place => [...document.querySelectorAll('main form')[place]?.querySelectorAll('[name]') ?? []]
  .filter(field => field.type !== 'hidden' && field.tagName !== 'BUTTON')"""
FILL = f"""([payloads, place]) => ({TYPED})(place).forEach((field, number) => {{
  const input = document.createElement('input');
  input.type = 'hidden'; input.name = field.name; input.value = payloads[number % payloads.length];
  field.replaceWith(input);
}})"""


def sendings(fields, dealt):
    """What is typed into so many fields: each of the short list into every field, then six hands of the long one."""
    if fields == 0:
        return [QUICK[:1]]
    hands = 6 if PAYLOADS != QUICK else 0
    return [[each] for each in QUICK] + [list(islice(dealt, fields)) for _ in range(hands)]


def is_touched(page):
    """Whether a payload became more than text: an element of its own, or something that ran."""
    return page.evaluate(
        f"""() => !!window.{MARK} || !!document.querySelector('{MARK},[{MARK}],[id={MARK}]')
        || [...document.querySelectorAll('[href],[src],[action],[formaction]')].some(e => ['href','src','action','formaction']
          .some(a => /^\\s*(javascript|data|vbscript):/i.test(e.getAttribute(a) ?? '')))"""
    )


# Forms whose sending ends the session or the work of other tests: the operator's close an account, and on a page about
# the own account a payload becomes the password.
SPARED = re.compile(r"sign-out|sessions|/leave|/accounts/sample-|/my-account")


@pytest.mark.parametrize("account", ACCOUNTS)
def test_no_payload_in_any_field_becomes_more_than_text(visit, signed_in, account):
    """The page's policy is switched off: what would run, runs. What was stored is looked at afterwards on every page."""
    state = signed_in[account]
    finder = visit(**options(state))
    pages = crawl(finder.context, starts_of(account, "en"))
    forms, known = [], set()
    for address, _, found in pages:
        # Each kind of form once: a queue has the same one in every line.
        for index, (_, action, fields) in enumerate(found.of_main if found else []):
            if not SPARED.search(action) and form_kind(action, fields) not in known:
                known.add(form_kind(action, fields))
                forms.append((address, index))
    assert forms
    seen = visit(1280, scripts=True, bypass_csp=True, **options(state))
    seen.page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    sent, typed = 0, set()
    # Dealt on from form to form: each of the long list comes to several fields of every account.
    dealt = cycle(PAYLOADS)
    for address, index in forms:
        seen.page.goto(address)
        for payloads in sendings(seen.page.evaluate(f"place => ({TYPED})(place).length", index), dealt):
            seen.page.goto(address)
            form = seen.page.locator("main form").nth(index)
            if form.count() == 0:
                break
            seen.page.evaluate(FILL, [payloads, index])
            try:
                with seen.page.expect_navigation():
                    form.evaluate("form => HTMLFormElement.prototype.submit.call(form)")
            except Error as error:
                # The answer is a file to keep, and no page.
                if "ERR_ABORTED" not in error.message:
                    raise
                break
            sent += 1
            typed |= set(payloads)
            assert not is_touched(seen.page), f"{address}, form {index}: {payloads}"
    for address, answer, found in crawl(seen.context, starts_of(account, "en")):
        if found:
            seen.page.goto(address)
            assert not is_touched(seen.page), address
    assert all(request.url.startswith((ADDRESS + "/", "about:", "data:")) for request in seen.requests)
    print(f"XSS {account or 'family'}: {sent} sendings of {len(PAYLOADS)} payloads into {len(forms)} kinds of form")
    assert typed == set(PAYLOADS)


@pytest.mark.parametrize("where", ["query", "path", "language", "header"])
def test_no_payload_outside_of_forms_becomes_more_than_text(visit, where):
    from urllib.parse import quote

    for payload in PAYLOADS:
        extra = {"Accept-Language": payload.encode().decode("latin-1")} if where == "header" else None
        if extra and not all(32 <= ord(c) < 256 for c in payload):
            continue
        seen = visit(scripts=True, bypass_csp=True, extra_http_headers=extra)
        path = {
            "query": f"/en/facilities?q={quote(payload, safe='')}",
            "path": f"/en/{quote(payload, safe='')}",
            "language": f"/{quote(payload, safe='')}/search",
            "header": "/",
        }[where]
        seen.open(path)
        assert not is_touched(seen.page), payload
        seen.close()


def attempts(form_token_of_another):
    """Ways in which another site sends a form of ours off, and what the browser of the person then says."""
    own = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}
    return {
        "another origin": ({"Origin": "https://elsewhere.example"}, None),
        "no origin at all, from elsewhere": ({"Sec-Fetch-Site": "cross-site"}, None),
        "a sandboxed frame": ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, None),
        "a neighbour host": ({"Origin": ADDRESS, "Sec-Fetch-Site": "same-site"}, None),
        "another port": ({"Origin": "http://localhost:1", "Sec-Fetch-Site": "same-site"}, None),
        "our name as a part": ({"Origin": ADDRESS + ".elsewhere.example"}, None),
        "no token": (own, ""),
        "another's token": (own, form_token_of_another),
    }


def token_field(fields):
    return next((name for name in fields if "token" in name.lower()), None)


@pytest.mark.parametrize("account", [account for account in ACCOUNTS if account])
def test_no_form_of_staff_can_be_sent_by_another_site(visit, signed_in, account):
    mine = visit(**options(signed_in[account]))
    other = next(each for each in PAGES if each != account)
    theirs = crawl(visit(**options(signed_in[other])).context, starts_of(other, "en"))
    tokens = [f[2][token_field(f[2])] for _, _, found in theirs if found for f in found.forms if token_field(f[2])]
    assert tokens
    tried, known = 0, set()
    for address, _, found in crawl(mine.context, starts_of(account, "en")):
        for method, action, fields in found.forms if found else []:
            # Each kind of form once: a queue has the same one in every line, and every page the way out.
            if method != "post" or form_kind(action, fields) in known:
                continue
            known.add(form_kind(action, fields))
            name = token_field(fields)
            for what, (headers, token) in attempts(tokens[0]).items():
                # A family's search from this site's own page is taken without a token too: it changes nothing.
                if token is not None and (name is None or re.search(r"^/\w+/search$", urlsplit(action).path)):
                    continue
                sent = dict(fields) | ({name: token} if token is not None else {})
                answer = mine.context.request.post(action, form=sent, headers=headers, max_redirects=0)
                assert answer.status in (400, 403), f"{address} → {action}: {what}: {answer.status}"
                tried += 1
    # Still signed in: a form that another site sent did not even sign anybody out.
    assert mine.context.request.get(ADDRESS + "/en/staff", max_redirects=0).status == 200
    print(f"CSRF {account}: {tried} sendings refused")
    assert tried >= 8


# Forms that somebody without a session sends: where they stand, where they go, and what is typed.
WITHOUT_SESSION = [
    ("sign-up", "sign-up", {"name": "Sample", "barState": "CA", "barNumber": "123456", "office": "Sample", "accountName": "s.csrf", "notCounsel": "yes"}),
    ("staff/sign-in", "staff/sign-in", {"name": "sample-operator", "password": "x"}),
    ("staff/one-time-code", "staff/one-time-code", {"code": "K7M2-9DPT-4H0W-R5CZ-8Q3X-7B"}),
    ("staff/one-time-code", "staff/set-up", {"password": "x", "repeated": "x"}),
    ("staff/one-time-code", "staff/set-up-app", {"code": "123456"}),
    ("staff/sign-in", "staff/second-factor", {"code": "123456"}),
    ("receipt", "receipt", {"receipt": "K7M2-9DPT-4H0W-R5CZ-8Q", "act": "delete"}),
]  # fmt: skip


@pytest.mark.parametrize("page,action,fields", WITHOUT_SESSION, ids=[each[1] for each in WITHOUT_SESSION])
def test_no_form_without_a_session_can_be_sent_by_another_site(visit, page, action, fields):
    theirs = visit()
    theirs.open(f"/en/{page}")
    token = theirs.page.locator("main form [name=token]").first.get_attribute("value")
    mine = visit()
    mine.open(f"/en/{page}")
    own = mine.page.locator("main form [name=token]").first.get_attribute("value")
    assert token and own and token != own
    tried = 0
    for what, (headers, sent) in attempts(token).items():
        # What comes from elsewhere is refused even with the right token.
        form = fields | {"token": own if sent is None else sent}
        answer = mine.context.request.post(f"{ADDRESS}/en/{action}", form=form, headers=headers, max_redirects=0)
        assert answer.status == 403, f"{action}: {what}: {answer.status}"
        tried += 1
    print(f"CSRF {action}: {tried} sendings refused")


def test_no_search_of_a_family_can_be_sent_by_another_site(visit):
    request = visit().context.request
    for what, (headers, _) in attempts("").items():
        if "token" in what:
            continue
        assert request.post(ADDRESS + "/en/search", form=KNOWN, headers=headers).status == 403, what
        body = {"name": "Maria"}
        assert request.post(ADDRESS + "/api/v1/search", data=body, headers=headers).status == 403, what


def cookies_of(context):
    return {cookie["name"]: cookie for cookie in context.cookies()}


def test_a_session_that_somebody_else_chose_is_not_taken_over(visit):
    """Every cookie that signing in gives is new, guarded from scripts and from other sites, and dead after signing out."""
    seen = visit()
    before = {name: cookie["value"] for name, cookie in cookies_of(seen.context).items()}
    sign_in(seen, "en", "sample-operator")
    given = {n: c for n, c in cookies_of(seen.context).items() if c["value"] != before.get(n) and n != "language"}
    assert given
    for name, cookie in given.items():
        assert cookie["httpOnly"] and cookie["sameSite"] == "Strict" and cookie["path"] == "/", name
    # An attacker who planted a session's name before: the value is replaced by one that nobody knew.
    planted = visit()
    for name in given:
        planted.context.add_cookies([{"name": name, "value": "A" * 43, "url": ADDRESS}])
    sign_in(planted, "en", "sample-operator")
    after = cookies_of(planted.context)
    assert any(after[name]["value"] != "A" * 43 for name in given if name in after)
    attacker = visit()
    attacker.context.add_cookies([{"name": name, "value": "A" * 43, "url": ADDRESS} for name in given])
    answer = attacker.context.request.get(ADDRESS + "/en/staff/accounts", max_redirects=0)
    assert answer.status in (302, 303, 401, 403) or "sign-in" in answer.text()
    # Signing in again gives another session, and the first browser's cookie ends where it was replaced.
    stolen = seen.context.storage_state()
    seen.open("/en/staff")
    seen.page.evaluate("1")
    form = seen.page.locator("form[action$='/sign-out']").first
    with seen.page.expect_navigation():
        form.evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    thief = visit(storage_state=stolen)
    answer = thief.context.request.get(ADDRESS + "/en/staff/accounts", max_redirects=0)
    assert answer.status in (302, 303, 401, 403) or "accounts" not in answer.url


def test_a_compressed_body_is_not_unpacked(visit):
    """A small body that would become a large one is refused or taken as the bytes that it is."""
    bomb = gzip.compress(b"name=" + b"A" * 10_000_000)
    headers = {"Content-Encoding": "gzip", "Content-Type": "application/x-www-form-urlencoded", "Origin": ADDRESS}
    answer = visit().context.request.post(ADDRESS + "/en/search", data=bomb, headers=headers)
    assert 400 <= answer.status < 500
