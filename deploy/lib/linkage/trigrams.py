"""The other side in SQL: exact matching as the official locator does it, and the trigram queries of PostgreSQL.

  trigrams.py load DATABASE-ADDRESS RECORDS            makes the table and its indexes, and prints their size
  trigrams.py ask DATABASE-ADDRESS SEARCHES METHOD COUNT ANSWERS

METHOD is exact, best or fast. One connection, prepared statements, one search after the other. Writes
query,record,weight,probability and prints one line of JSON with the times.
"""

import csv
import json
import sys
import time
import unicodedata

import psycopg

import scores

EXACT = """
select id, 1.0::real from listed where first_last_place = %(exact)s or last_first_place = %(exact)s limit 10"""

# The best recall that was found: names alike, and everybody born on the day; what agrees beside the name counts too.
BEST = """
with found as (
  select id, name, born, place from listed where name %% %(name)s
  union
  select id, name, born, place from listed where born = %(born)s
)
select id, max(similarity(name, %(name)s) + 0.35 * coalesce(similarity(born, %(born)s), 0)
  + case when born = %(born)s then 0.25 else 0 end
  + case when place = %(place)s then 0.1 else 0 end)::real as score
from found group by id order by score desc, id limit 10"""

# The fastest: one column with name and date under one index, and nothing else looked at.
FAST = """
select id, max(similarity(name_date, %(name_date)s)) as score from listed
where name_date %% %(name_date)s group by id order by score desc, id limit 10"""

METHODS = {"exact": EXACT, "best": BEST, "fast": FAST}


def fold(text):
    """Lower case, without accents and punctuation."""
    plain = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join("".join(letter.lower() if letter.isalnum() else " " for letter in plain).split())


def date(text):
    return text.replace("-", "") or None


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def load(connection, records):
    start = time.monotonic()
    with connection.cursor() as cursor:
        cursor.execute("create extension if not exists pg_trgm")
        cursor.execute("drop table if exists listed")
        cursor.execute("""create unlogged table listed (id bigint, name text, born text, place text, name_date text,
            first_last_place text, last_first_place text)""")
        with cursor.copy("copy listed from stdin") as copy:
            for row in rows(records):
                name, place = fold(row["full_name"]), row["country"] or row["place"]
                # Without separate fields the whole name stands in either order.
                first_last = f"{fold(row['given_name'])} {fold(row['family_name'])}" if row["family_name"] else name
                last_first = f"{fold(row['family_name'])} {fold(row['given_name'])}" if row["family_name"] else name
                born = date(row["birth_date"])
                copy.write_row((int(row["id"]), name, born, place or None, f"{name} {born or row['birth_year']}",
                                f"{first_last}|{place}", f"{last_first}|{place}"))
        cursor.execute("set maintenance_work_mem = '512MB'")
        for statement in (
            "create index on listed using gin (name gin_trgm_ops)",
            "create index on listed using gin (name_date gin_trgm_ops)",
            "create index on listed (born)", "create index on listed (first_last_place)",
            "create index on listed (last_first_place)",
        ):
            cursor.execute(statement)
        cursor.execute("vacuum analyze listed")
        size = cursor.execute("select pg_total_relation_size('listed') / 1000000").fetchone()[0]
    print(json.dumps({"seconds": round(time.monotonic() - start, 1), "megabytes": int(size)}))


def ask(connection, searches, method, count, answers):
    """Asks COUNT searches spread evenly over the file; 0 means all."""
    asked = list(rows(searches))
    times = []
    with connection.cursor() as cursor, open(answers, "w", newline="", encoding="utf-8") as file:
        cursor.execute("select name from listed limit 1")
        out = csv.writer(file)
        out.writerow(["query", "record", "weight", "probability"])
        for row in scores.spread(asked, count):
            name, born = fold(row["full_name"]), date(row["birth_date"])
            place = row["country"] or row["place"] or None
            exact = f"{fold(row['given_name'])} {fold(row['family_name'])}|{place or ''}"
            values = {"name": name, "born": born, "place": place, "exact": exact, "name_date": f"{name} {born or ''}"}
            start = time.perf_counter()
            found = cursor.execute(METHODS[method], values, prepare=True).fetchall()
            times.append((time.perf_counter() - start) * 1000)
            out.writerows((row["id"], record, score, "") for record, score in found)
    times.sort()
    print(json.dumps({
        "searches": len(times), "median_ms": round(times[len(times) // 2], 3),
        "p95_ms": round(times[len(times) * 95 // 100], 3), "seconds": round(sum(times) / 1000, 1),
    }))


def main(task, address, *arguments):
    with psycopg.connect(address, autocommit=True) as connection:
        if task == "load":
            load(connection, *arguments)
        else:
            ask(connection, arguments[0], arguments[1], int(arguments[2]), arguments[3])


main(*sys.argv[1:])
