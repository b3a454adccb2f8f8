"""Asks a running service through nginx, one search after the other, and says how long answers took.

  service.py PORT PEOPLE SEARCHES OUT OPEN…

As families do: half of the searches are in Spanish, every request comes from a network of its own (one that asks too often is
slowed down), and people who were told of are looked for again. Automatic answers close when ten people were told of in an
hour: where nobody is named from then on the command OPEN is run, as a responder would after looking at what happened.

Other work on the machine makes everything slower for a while: of a few rounds that one counts in which /healthz, which does
nothing, was answered most evenly. Writes a line of JSON with all of them.
"""

import csv
import json
import re
import socket
import subprocess
import sys
import time

# So many are told of before answers close; each so often, so many in a round, and so many rounds.
BEFORE_CLOSING = 10
TIMES = 6
PEOPLE = 40
ROUNDS = 6


class Line:
    """A connection, from a network of its own; without a number from where operators ask. Python's own HTTP client would take
    a part of a millisecond that belongs to no service."""

    def __init__(self, port, number=None):
        here = "127.0.0.1" if number is None else f"127.{number // 250 + 1}.{number % 250 + 1}.7"
        self.port = port
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60, source_address=(here, 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def timed(self, method, path, body=None, language="en"):
        """Milliseconds until the whole answer was there, its status and its bytes."""
        sent = (body or "").encode()
        lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{self.port}", "Accept: application/json",
                 f"Accept-Language: {language}"]
        if body is not None:
            lines += ["Content-Type: application/json", f"Content-Length: {len(sent)}"]
        request = "\r\n".join(lines).encode() + b"\r\n\r\n" + sent
        start = time.perf_counter()
        self.socket.sendall(request)
        text, end = b"", -1
        while end < 0 or len(text) < end:
            part = self.socket.recv(65536)
            if not part:
                break
            text += part
            if end < 0 and (head := text.find(b"\r\n\r\n")) >= 0:
                length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", text[:head + 2])
                if not length:
                    sys.exit(f"{path} answers without a length.")
                end = head + 4 + int(length.group(1))
        took = (time.perf_counter() - start) * 1000
        return took, int(text[9:12] or 0), text[text.find(b"\r\n\r\n") + 4:]

    def close(self):
        self.socket.close()


def ready(port):
    """Waits until searches are answered from memory, and what a start did slowly is over."""
    operator = Line(port)
    for _ in range(600):
        _, status, text = operator.timed("GET", "/readyz")
        if status == 200 and b"behind" in text:
            break
        time.sleep(1)
    else:
        sys.exit("The index was not read in ten minutes: see /readyz of the service.")
    for _ in range(120):
        line = Line(port, 0)
        took, status, _ = line.timed("POST", "/api/v1/search", json.dumps({"name": "Ana Prueba Ejemplo"}))
        line.close()
        if status == 200 and took < 100:
            return
        time.sleep(1)


def summary(times):
    times = sorted(times)
    if not times:
        return {"count": 0, "median_ms": None, "p95_ms": None}
    return {"count": len(times), "median_ms": round(times[len(times) // 2], 3),
            "p95_ms": round(times[len(times) * 95 // 100], 3)}


class Asking:
    """The searches of all rounds, one after the other."""

    def __init__(self, port, searches, command):
        self.port, self.command = port, command
        with open(searches, newline="", encoding="utf-8") as file:
            self.rows = iter([row for row in csv.DictReader(file) if row["birth_date"] and row["country"]])
        self.told = self.explained = self.networks = 0
        self.refused = {}

    def line(self):
        self.networks += 1
        return Line(self.port, self.networks)

    def ask(self, row, times):
        """A search; again, some times, where somebody was told of. Whether somebody was."""
        typed = json.dumps({"name": row["full_name"], "birth": row["birth_date"], "country": row["country"]})
        for time_again in range(TIMES):
            line = self.line()
            times["floor"].append(line.timed("GET", "/healthz")[0])
            line.close()
            line = self.line()
            took, status, text = line.timed("POST", "/api/v1/search", typed, "es" if time_again % 2 else "en")
            line.close()
            if status != 200:
                self.refused[status] = self.refused.get(status, 0) + 1
                return False
            answer = json.loads(text)
            if answer["outcome"] != "found":
                times["not_found"].append(took)
                return False
            times["found"].append(took)
            self.explained += 1 if answer["records"][0]["fits"] else 0
        return True

    def round(self):
        """Times in milliseconds by kind, of so many people, or as many as there are."""
        times, told = {"floor": [], "found": [], "not_found": []}, 0
        for row in self.rows:
            if self.ask(row, times):
                told += 1
            elif self.told + told >= BEFORE_CLOSING:
                done = subprocess.run(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
                if done.returncode != 0:
                    sys.exit(f"Automatic answers were not opened: {done.stderr.strip()}")
            if told == PEOPLE:
                break
        self.told += told
        # One that was cut short for want of people would be judged by a handful of answers.
        return {kind: summary(found) for kind, found in times.items()} if told == PEOPLE else None


def main(port, people, searches, out, command):
    ready(port)
    asking = Asking(port, searches, command)
    # The first searches touch memory that later ones find in the processor's caches.
    asking.round()
    rounds = [each for each in (asking.round() for _ in range(ROUNDS)) if each]
    if not rounds:
        sys.exit(f"{asking.told} people were told of, which is no whole round: ask more people to be invented.")
    calmest = min(rounds, key=lambda each: each["floor"]["p95_ms"])
    facts = {"people": people, "told_of": asking.told, "explained": asking.explained, "refused": asking.refused,
             "searches": sum(each["found"]["count"] + each["not_found"]["count"] for each in rounds),
             **calmest, "rounds": rounds}
    with open(out, "w", encoding="utf-8") as file:
        json.dump(facts, file)
    print(json.dumps(facts))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5:])
