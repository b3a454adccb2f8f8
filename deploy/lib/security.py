"""Attacks on a running demonstration, and one table of what ran, how many cases there were and what was found.

    security.py --address URL --socket SCGI_SOCKET --run DEPLOY_RUN --folder RUN_FOLDER --rounds N [PART…]

Parts: pages, schema, injection, files, raw, slow, fuzz. What a tool said in full lies in the folder --logs names.
"""

import argparse
import http.client
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parents[2]


class Attack:
    def __init__(self, options):
        self.options = options
        self.host, self.port = urlsplit(options.address).hostname, urlsplit(options.address).port or 80
        self.rows = []

    def note(self, part, cases, findings, remark=""):
        self.rows.append((part, cases, findings, remark))
        print(f"{part}: {cases} cases, {findings} findings {remark}", flush=True)

    def said(self, name, command, limit, **more):
        """Runs a tool, keeps what it says, and gives it."""
        log = Path(self.options.logs) / f"{name}.log"
        with open(log, "w") as out:
            try:
                code = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, timeout=limit, **more).returncode
            except subprocess.TimeoutExpired:
                code = "time is up"
        return code, log.read_text(errors="replace")

    def alive(self):
        with urllib.request.urlopen(self.options.address + "/readyz", timeout=10) as answer:
            return answer.status == 200

    # Pages in a browser: every payload in every field, foreign forms, sessions, headers of every page.
    def pages(self):
        environment = dict(
            os.environ, PARADERO_ADDRESS=self.options.address, PARADERO_RUN=self.options.run,
            PARADERO_RUN_FOLDER=self.options.folder, PARADERO_DEPTH="full", PYTHONDONTWRITEBYTECODE="1",
        )  # fmt: skip
        browser = ROOT / "Tests" / "Browser"
        command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", "--rootdir", str(browser)]
        code, text = self.said("pages", command + [str(browser / "test_security.py")], 3600, env=environment)
        failed = sum(map(int, re.findall(r"(\d+) (?:failed|error)", text)))
        sent = sum(map(int, re.findall(r"XSS [^:]+: (\d+)", text)))
        refused = sum(map(int, re.findall(r"CSRF [^:]+: (\d+)", text)))
        # A run that ended before it could count failed too.
        found = max(failed, 1) if code else 0
        self.note("XSS in chromium", sent, found, "payloads sent into fields, policy switched off")
        self.note("CSRF, fixation, headers", refused, found, "foreign sendings refused")

    # schemathesis on the description of the API that the service itself serves.
    def schema(self):
        tool = shutil.which("schemathesis", path=str(Path(sys.executable).parent)) or "schemathesis"
        # What people type is free text: that a date cannot be read is an answer, not a fault of the schema.
        command = [
            tool, "run", self.options.address + "/api/v1/openapi.json", "--phases", "examples,coverage,fuzzing",
            "--max-examples", str(max(20, self.options.rounds // 50)), "--rate-limit", "20/s", "--no-color", "--seed", "7",
            "--exclude-checks", "positive_data_acceptance",
        ]  # fmt: skip
        _, text = self.said("schemathesis", command, 1800, cwd=self.options.logs)
        cases = re.search(r"(\d+) generated", text)
        # A method that nobody knows is answered by 501, as RFC 9110 has it; the tool would rather see 405.
        blocks = [each for each in text.split("Test Case ID:")[1:] if not ("-X QUERY" in each and "[501]" in each)]
        found = sum(len(re.findall(r"^- ST\d+", each, re.M)) for each in blocks)
        self.note("schemathesis", int(cases.group(1)) if cases else 0, found + (cases is None))

    # sqlmap on every input of strangers: queries, forms, JSON, cookies, headers.
    def injection(self):
        address = self.options.address
        json_body = '{"name":"Maria","birth":"1989","country":"GT","sex":"female","arrestPlace":"Kern","aNumber":"012345678"}'
        targets = {
            "query": ["-u", address + "/en/facilities?q=adelanto&state=CA", "-p", "q,state"],
            "api query": ["-u", address + "/api/v1/facilities?q=adelanto&state=CA", "-p", "q,state"],
            "path": ["-u", address + "/en/facility/LOSHOLD*"],
            "form": self.form("/en", "/en/search", "name=Maria&birth=1989&country=GT&sex=female&arrestPlace=Kern"),
            "json": ["-u", address + "/api/v1/search", "--data", json_body, "-H", "Content-Type: application/json"],
            "cookies": ["-u", address + "/en/staff", "--cookie", "language=en*; staff=" + "A" * 43 + "*"],
            "headers": ["-u", address + "/", "-H", "Accept-Language: es*", "-H", "If-None-Match: x*"],
            "password": self.form("/en/staff/sign-in", "/en/staff/sign-in", "name=maria&password=x"),
            "code": self.form("/en/staff/one-time-code", "/en/staff/one-time-code", "code=K7M2-9DPT-4H0W-R5CZ-8Q3X-7B"),
            "sign-up": self.form("/en/sign-up", "/en/sign-up", "name=Maria&barState=CA&barNumber=1234&office=Kern&accountName=maria&notCounsel=yes"),
            "receipt": self.form("/en/receipt", "/en/receipt", "receipt=K7M2-9DPT-4H0W-R5CZ-8Q&act=open"),
            "follow": self.form("/en/receipt", "/en/follow", "name=Maria&birth=1989&country=GT&arrestPlace=Kern"),
        }  # fmt: skip
        level = "3" if self.options.rounds >= 5000 else "1"
        requests, found, taken_back = 0, 0, 0
        for name, target in targets.items():
            command = ["sqlmap", *target, "--batch", "--level", level, "--risk", "2", "--flush-session", "--threads", "2"]
            command += ["--ignore-code", "*", "--disable-coloring", "--output-dir", str(Path(self.options.logs) / "sqlmap")]
            command += ["-v", "3", "--technique", "BEUSQ"]
            _, text = self.said(f"sqlmap-{name.replace(' ', '-')}", command, 900)
            requests += text.count("[PAYLOAD]")
            # Its last word counts: it suspects first, and looks again. A run that ends without a word found something or died.
            found += max(len(re.findall(r"^Parameter: .*\(", text, re.M)), "do not appear to be injectable" not in text)
            taken_back += len(re.findall(r"appears to be '.*' injectable", text))
        remark = f"{len(targets)} inputs, level {level}" + (f", {taken_back} suspected and taken back" if taken_back else "")
        self.note("sqlmap", requests, found, remark)

    # The cookies of a page with a form, and the token that is tied to them: without both, what is typed is not looked at.
    def shown(self, page):
        with urllib.request.urlopen(self.options.address + page, timeout=10) as answer:
            cookies = "; ".join(each.split(";")[0] for each in answer.headers.get_all("Set-Cookie") or [])
            return cookies, re.search(r'name="token" value="([^"]+)"', answer.read().decode()).group(1)

    def form(self, page, action, typed):
        cookies, token = self.shown(page)
        fields = ",".join(each.split("=")[0] for each in typed.split("&"))
        return ["-u", self.options.address + action, "--data", f"{typed}&token={token}", "--cookie", cookies, "-p", fields]

    # Files that an import is given: none may crash it, fill the memory or be followed elsewhere.
    def files(self):
        folder = Path(tempfile.mkdtemp(prefix="hostile", dir=self.options.logs))
        import gzip
        import zipfile

        made = {
            "bomb.csv.gz": gzip.compress(b"Name,DOB\n" + b"A" * 50_000_000),
            "poly.csv": b"GIF89a/*\nName,DOB\n<?php */ ?>,1990-01-01\n",
            "pdf.csv": b"%PDF-1.7\nName,DOB\nA,1990-01-01\n%%EOF",
            "nul.csv": b"Name,DOB\nA\0B,1990-01-01\n",
            "quotes.csv": b'Name,DOB\n"' + b"A" * 5_000_000,
            "wide.csv": b",".join([b"c"] * 200_000) + b"\n" + b"1," * 200_000,
            "formula.csv": b"Name,DOB\n=cmd|' /C calc'!A0,1990-01-01\n",
            "utf16.csv": "Name,DOB\nMar\u00eda,1990-01-01\n".encode("utf-16"),
            "invalid.csv": b"Name,DOB\n\xff\xfe\xc0\x80\xed\xa0\x80,1990-01-01\n",
            "empty.csv": b"",
            "..%2f..%2fetc%2fpasswd.csv": b"Name,DOB\nA B,1990-01-01\n",
            "line\nbreak;$(touch pwned).csv": b"Name,DOB\nA B,1990-01-01\n",
        }
        for name, content in made.items():
            (folder / name).write_bytes(content)
        with zipfile.ZipFile(folder / "slip.zip", "w") as archive:
            archive.writestr("../../../slipped.csv", "Name,DOB\nA B,1990-01-01\n")
        (folder / "hostile.csv").write_bytes(
            subprocess.run([sys.executable, "-B", str(ROOT / "deploy/lib/rosters.py"), "hostile"], capture_output=True).stdout
        )
        os.symlink("/etc/shadow", folder / "link.csv")
        subprocess.run(["chmod", "-R", "a+rX", str(folder.parent)], check=False)
        found = 0
        for path in sorted(folder.iterdir()):
            command = [self.options.run, "--run", self.options.folder, "import", "records", str(path), "--dry-run", "--quiet"]
            code, text = self.said("files", command + ["--source", "Hostile", "--source-kind", "roster"], 60)
            # A sentence and a code of its own are right; a crash, a hang or another file's content are not.
            bad = code == "time is up" or code < 0 or code in (70, 132, 134, 139) or "root:" in text or "Fatal" in text
            if bad:
                print(f"  {path.name!r} ended with {code}")
            found += bad
        self.note("files for the import", len(list(folder.iterdir())), found + ("pwned" in os.listdir(".")))
        shutil.rmtree(folder)

    # Malformed and smuggled HTTP, raw. Tests/GatewayTests send more, at every split point.
    def raw(self):
        host, hidden = f"Host: localhost:{self.port}\r\n", f"GET /hidden HTTP/1.1\r\nHost: localhost:{self.port}\r\n\r\n"
        post = f"POST /en/search HTTP/1.1\r\n{host}"
        refused = {
            "no host": "GET / HTTP/1.1\r\n\r\n",
            "two hosts": f"GET / HTTP/1.1\r\n{host}{host}\r\n",
            "foreign host": "GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
            "user in host": f"GET / HTTP/1.1\r\nHost: a@localhost:{self.port}\r\n\r\n",
            "absolute target": f"GET http://elsewhere.example/ HTTP/1.1\r\n{host}\r\n",
            "two lengths": f"{post}Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde",
            "length and chunks": f"{post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}",
            "chunked twice": f"{post}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n{hidden}",
            "unknown coding": f"{post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n{hidden}",
            "coding with a tab": f"{post}Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n{hidden}",
            "negative length": f"{post}Content-Length: -1\r\n\r\n",
            "length with a plus": f"{post}Content-Length: +5\r\n\r\nabcde",
            "hex length": f"{post}Content-Length: 0x5\r\n\r\nabcde",
            "overflowing length": f"{post}Content-Length: 18446744073709551617\r\n\r\na",
            "bad chunk size": f"{post}Transfer-Encoding: chunked\r\n\r\n-5\r\nabcde\r\n0\r\n\r\n",
            "overflowing chunk": f"{post}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\na\r\n0\r\n\r\n",
            "chunk that spills": f"{post}Transfer-Encoding: chunked\r\n\r\n1\r\nabcde\r\n0\r\n\r\n",
            "space before colon": f"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
            "nul in target": f"GET /\0 HTTP/1.1\r\n{host}\r\n",
            "encoded nul": f"GET /%00 HTTP/1.1\r\n{host}\r\n",
            "overlong slash": f"GET /..%c0%af HTTP/1.1\r\n{host}\r\n",
            "climbing": f"GET /api/../../etc/passwd HTTP/1.1\r\n{host}\r\n",
            "encoded climbing": f"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n{host}\r\n",
            "encoded slash": f"GET /en%2fstaff HTTP/1.1\r\n{host}\r\n",
            "backslash": f"GET /en\\staff HTTP/1.1\r\n{host}\r\n",
            "no such version": f"GET / HTTP/9.9\r\n{host}\r\n",
            "preface of http/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "trace": f"TRACE / HTTP/1.1\r\n{host}\r\n",
            "connect": f"CONNECT localhost:22 HTTP/1.1\r\n{host}\r\n",
            "no such method": f"JEFF / HTTP/1.1\r\n{host}\r\n",
            "huge target": f"GET /{'a' * 70000} HTTP/1.1\r\n{host}\r\n",
            "huge header": f"GET / HTTP/1.1\r\n{host}X: {'a' * 70000}\r\n\r\n",
            "huge body": f"{post}Content-Length: 99999999\r\n\r\n",
            "tls to plain": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        }  # fmt: skip
        found = 0
        for name, text in refused.items():
            heard = self.exchange(text.encode("latin-1"))
            statuses = [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3})", heard)]
            if any(status < 400 for status in statuses) or len(statuses) > 1 or b"root:" in heard:
                print(f"  {name}: {statuses}")
                found += 1
        self.note("raw HTTP", len(refused), found + (not self.alive()))

    def exchange(self, data, limit=6):
        heard = b""
        with socket.create_connection((self.host, self.port), timeout=limit) as line:
            try:
                line.sendall(data)
                line.shutdown(socket.SHUT_WR)
                while part := line.recv(65536):
                    heard += part
            except OSError:
                pass
        return heard

    # Slow clients by the thousand, with good users beside them.
    def slow(self):
        connections, seconds = ("1000", "20") if self.options.rounds < 5000 else ("4000", "60")
        waits, wrong, cases = [], 0, 0
        for name, how in {"headers": "-H", "body": "-B", "reading": "-X"}.items():
            command = ["slowhttptest", how, "-c", connections, "-l", seconds, "-r", "500", "-i", "2", "-p", "3"]
            command += ["-u", self.options.address + ("/en/search" if how == "-B" else "/en"), "-t", "POST" if how == "-B" else "GET"]
            attack = threading.Thread(target=self.said, args=(f"slow-{name}", command, int(seconds) + 60))
            attack.start()
            cases += int(connections)
            while attack.is_alive():
                start = time.monotonic()
                wrong += not self.is_served()
                waits.append(time.monotonic() - start)
                time.sleep(0.05)
        waits.sort()
        p99 = waits[int(len(waits) * 0.99) - 1] * 1000
        self.note("slowhttptest", cases, wrong, f"{len(waits)} good requests beside it, p99 {p99:.0f} ms")

    # A good user comes from another address than the flood, whose limits are its own.
    def is_served(self):
        line = http.client.HTTPConnection(self.host, self.port, timeout=10, source_address=("127.0.0.2", 0))
        try:
            line.request("GET", "/healthz")
            return line.getresponse().status == 200
        except OSError:
            return False
        finally:
            line.close()

    # Mutated requests straight into the service's own socket: the reader of SCGI, targets, forms, JSON, cookies, names.
    def fuzz(self):
        chance = random.Random(7)
        seeds = [self.scgi(*each) for each in self.seeds()]
        words = [b"\0", b"\r\n", b"%00", b"%", b"&", b"=", b"\xff\xfe", b"{", b"[" * 50, b'"\\ud800"', b"9" * 30, b"-1", b"SCGI",
                 "\u202e\u0301\u200d".encode(), "\U0001d538".encode(), b"CONTENT_LENGTH", b"multipart/form-data; boundary=", b";", b"0:,"]  # fmt: skip
        before, found, tally = self.process(), 0, {}
        for _ in range(self.options.rounds):
            data = bytearray(chance.choice(seeds))
            for _ in range(chance.choice((1, 1, 2, 3, 8))):
                at, kind = chance.randrange(len(data) + 1), chance.randrange(5)
                if kind == 0 and data:
                    data[min(at, len(data) - 1)] = chance.randrange(256)
                elif kind == 1:
                    data[at:at] = chance.choice(words)
                elif kind == 2:
                    del data[at : at + chance.randrange(1, 9)]
                elif kind == 3:
                    other = chance.choice(seeds)
                    data[at:] = other[chance.randrange(len(other)) :]
                else:
                    data[at:at] = data[at : at + chance.randrange(40)]
            status = self.scgi_status(bytes(data))
            tally[status] = tally.get(status, 0) + 1
            found += status in (500, "refused")
        # Whole requests with mutated values: these get past the reader, into names, dates, codes, receipts and JSON.
        receipt, code, applicant = (self.shown(page) for page in ("/en/receipt", "/en/staff/one-time-code", "/en/sign-up"))
        forms = [("/en/receipt", "receipt", "act=open&", receipt), ("/en/staff/one-time-code", "code", "", code)]
        forms += [("/en/follow", field, "name=Maria&", receipt) for field in ("birth", "aNumber", "arrestPlace")]
        forms += [("/en/sign-up", field, "barState=CA&", applicant) for field in ("name", "barNumber", "office", "accountName")]
        for _ in range(self.options.rounds):
            noise = "".join(chr(chance.choice((chance.randrange(32, 127), chance.randrange(0x80, 0x3000), 0x1F600))) for _ in range(chance.randrange(60)))
            field = chance.choice(("name", "birth", "country", "aNumber", "sex", "arrestedOn", "arrestPlace"))
            kind = chance.randrange(3)
            if kind == 0:
                action, field, others, (cookies, token) = chance.choice(forms)
                request = ("POST", action, f"{others}{field}={quote(noise)}&token={token}", "application/x-www-form-urlencoded", cookies)
            elif kind == 1:
                request = ("POST", "/en/search", f"name=Maria&{field}={quote(noise)}", "application/x-www-form-urlencoded", "")
            else:
                request = ("POST", "/api/v1/search", json.dumps({"name": "Maria", field: noise}), "application/json", "")
            status = self.scgi_status(self.scgi(*request))
            tally[status] = tally.get(status, 0) + 1
            found += status in (500, "refused")
        found += not self.alive() or self.process() != before
        remark = ", ".join(f"{status}: {count}" for status, count in sorted(tally.items(), key=lambda each: -each[1]))
        self.note("mutations into SCGI", 2 * self.options.rounds, found, remark)

    def seeds(self):
        form, parts = "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"
        multipart = '--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nMaria\r\n--b--\r\n'
        cookie = "language=es; staff=" + "A" * 43 + "; visitor=" + "B" * 43
        return [
            ("GET", "/en", "", "", cookie), ("GET", "/en/facilities?q=a%20b&state=CA", "", "", ""),
            ("POST", "/en/search", "name=Mar%C3%ADa+Lopez&birth=1989&country=GT&aNumber=A012345678", form, cookie),
            ("POST", "/en/search", multipart, parts, ""),
            ("POST", "/api/v1/search", '{"name":"Mar\\u00eda","birth":"3/15/1989","sex":null}', "application/json", ""),
            ("POST", "/en/staff/sign-in", "name=maria&password=three+paper+boats&token=x", form, cookie),
            ("POST", "/en/staff/one-time-code", "code=K7M2-9DPT-4H0W-R5CZ-8Q3X-7B&token=x", form, cookie),
        ]  # fmt: skip

    def scgi(self, method, target, body, kind, cookie):
        body = body.encode()
        origin = f"http://localhost:{self.port}"
        pairs = [("CONTENT_LENGTH", str(len(body))), ("SCGI", "1"), ("REQUEST_METHOD", method), ("REQUEST_URI", target)]
        pairs += [("DOCUMENT_URI", target.split("?")[0]), ("CONTENT_TYPE", kind), ("SERVER_PROTOCOL", "HTTP/1.1")]
        pairs += [("HTTP_HOST", f"localhost:{self.port}"), ("HTTP_ORIGIN", origin), ("HTTP_ACCEPT_LANGUAGE", "es, en;q=0.5")]
        if cookie:
            pairs.append(("HTTP_COOKIE", cookie))
        head = b"".join(name.encode() + b"\0" + value.encode() + b"\0" for name, value in pairs)
        return str(len(head)).encode() + b":" + head + b"," + body

    def scgi_status(self, data):
        heard = b""
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(15)
                line.connect(self.options.socket)
                line.sendall(data)
                line.shutdown(socket.SHUT_WR)
                while len(heard) < 64 and (part := line.recv(4096)):
                    heard += part
        except (BrokenPipeError, ConnectionResetError):
            pass
        except OSError:
            return "refused"
        status = re.match(rb"Status: (\d{3})", heard)
        return int(status.group(1)) if status else "closed"

    def process(self):
        with urllib.request.urlopen(self.options.address + "/metrics", timeout=10) as answer:
            started = re.search(rb"process_start_time_seconds\S* (\S+)", answer.read())
        return started.group(1) if started else None


PARTS = ("raw", "fuzz", "schema", "injection", "files", "pages", "slow")


def main():
    reader = argparse.ArgumentParser()
    for name in ("address", "socket", "run", "folder", "logs"):
        reader.add_argument("--" + name, required=True)
    reader.add_argument("--rounds", type=int, default=2000)
    reader.add_argument("parts", nargs="*", choices=[*PARTS, []])
    options = reader.parse_args()
    os.makedirs(options.logs, exist_ok=True)
    attack = Attack(options)
    for part in options.parts or PARTS:
        try:
            getattr(attack, part)()
        except Exception as fault:
            attack.note(part, 0, 1, f"could not run: {fault!r}")
    print(f"\n{'what':<26}{'cases':>9}{'findings':>10}")
    for part, cases, findings, remark in attack.rows:
        print(f"{part:<26}{cases:>9,}{findings:>10}  {remark}")
    sys.exit(any(findings for _, _, findings, _ in attack.rows))


if __name__ == "__main__":
    main()
