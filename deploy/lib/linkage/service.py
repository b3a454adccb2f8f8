"""Asks a running service through nginx, one search after the other, and says how long answers took.

  service.py PORT PEOPLE SEARCHES OUT

Half of the searches are in Spanish. Each comes from another loopback address, as from families of their own: an address
that asks too often is slowed down. Writes a line of JSON.
"""

import csv
import http.client
import json
import sys
import time

ADDRESSES = 250


def connection(port, number):
    """A connection that is kept, from an address of its own."""
    made = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(f"127.0.1.{number % ADDRESSES + 1}", 0))
    made.connect()
    return made


def timed(line, method, path, body=None, language="en"):
    headers = {"Host": f"localhost:{PORT}", "Accept": "application/json", "Accept-Language": language}
    if body is not None:
        headers["Content-Type"] = "application/json"
    start = time.perf_counter()
    line.request(method, path, body, headers)
    answer = line.getresponse()
    text = answer.read()
    return (time.perf_counter() - start) * 1000, answer.status, text


def ready(port):
    """Waits until searches are answered from memory: while everybody is read, the database's keys are slower."""
    since, fast = time.monotonic(), 0
    line = connection(port, 0)
    while fast < 20 and time.monotonic() - since < 240:
        took, status, _ = timed(line, "POST", "/api/v1/search", json.dumps({"name": "Ana Prueba Ejemplo"}))
        fast = fast + 1 if status == 200 and took < 30 else 0
        time.sleep(0.3)


def summary(times):
    times = sorted(times)
    if not times:
        return {"count": 0, "median_ms": None, "p95_ms": None}
    return {"count": len(times), "median_ms": round(times[len(times) // 2], 3),
            "p95_ms": round(times[len(times) * 95 // 100], 3)}


def main(port, people, searches, out):
    ready(port)
    lines = [connection(port, number) for number in range(ADDRESSES)]
    floor, found, missed, other = [], [], [], 0
    with open(searches, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        line = lines[number % ADDRESSES]
        took, status, _ = timed(lines[(number + ADDRESSES // 2) % ADDRESSES], "GET", "/healthz")
        floor.append(took)
        typed = {"name": row["full_name"], "birth": row["birth_date"], "country": row["country"]}
        took, status, text = timed(line, "POST", "/api/v1/search", json.dumps(typed), "es" if number % 2 else "en")
        if status != 200:
            other += 1
            continue
        (found if json.loads(text)["outcome"] == "found" else missed).append(took)
    # The first searches touch memory that later ones find in the processor's caches.
    facts = {"people": people, "searches": len(rows), "refused": other, "floor": summary(floor[100:]),
             "found": summary(found[100:]), "not_found": summary(missed)}
    with open(out, "w", encoding="utf-8") as file:
        json.dump(facts, file)
    print(json.dumps(facts))


PORT = int(sys.argv[1])
main(PORT, int(sys.argv[2]), sys.argv[3], sys.argv[4])
