#!/usr/bin/env python3
"""Writes rosters of invented people to standard output, for trying and measuring imports.

  rosters.py roster ROWS SEED SEED-FOLDER   a county's export: names, births, numbers, places of the seed data
  rosters.py hostile                        a short file with everything that can be wrong with one
"""

import csv
import datetime
import random
import sys

GIVEN = """Ana Maria Jose Juan Carlos Luis Pedro Rosa Elena Miguel Angel Sofia Diego Marta Jorge Lucia Andres Carmen Raul
Ines Hugo Paola Oscar Teresa Ivan Silvia Mario Gloria Pablo Nora Felix Irma Ruben Olga Cesar Alma Edgar Dora Wei Mei Amir
Fatima Omar Leila Pierre Marie Jean Rose Nguyen Linh Minh Raj Priya Arjun Dawit Hanna Joao Beatriz Ivanna Dmitri""".split()
STEMS = """Gar Lop Mar Her Gon Per San Ram Tor Flo Riv Gom Dia Cru Mor Rey Gut Ort Cas Rui Alv Men Vas Jim Rom Sua Agu
Del Pad Con Nav Sot Bar Pin Leo Ros Car Mej Cab Esp Val Mol Ava Sil Per Nun Ver Sal Per Cor Fue Cal""".split()
MIDDLES = "a e i o u an en in on ar er ir or al el il ol as es is os".split()
ENDS = "cia ez nandez rez zalez quez dez tiz tillo mos tro ra ro na no la lo sa so via vez do da les nas".split()
COUNTRIES = ["Guatemala", "HONDURAS", "Mexico", "El Salvador", "Venezuelan", "CU", "Haiti", "Ecuador", "India", "Brazil"]
ACCENTS = str.maketrans("aeioun", "áéíóúñ")


def surname(rng):
    word = rng.choice(STEMS) + rng.choice(MIDDLES) + rng.choice(ENDS)
    return word.translate(ACCENTS) if rng.random() < 0.08 else word


def roster(rows, seed, folder):
    rng = random.Random(seed)
    with open(f"{folder}/facilities.csv", newline="", encoding="utf-8") as file:
        places = [line["name"] if rng.random() < 0.7 else line["code"] for line in csv.DictReader(file)]
    first_birth = datetime.date(1950, 1, 1).toordinal()
    first_day = datetime.date(2025, 1, 1).toordinal()
    days = [datetime.date.fromordinal(first_day + day).strftime("%m/%d/%Y") for day in range(600)]
    out = csv.writer(sys.stdout, lineterminator="\r\n")
    out.writerow(["Inmate Name", "DOB", "Sex", "Country of Birth", "A-Number", "Booking #", "Facility", "Booking Date/Time",
                  "Arrest Date", "Arrest Location", "Notes"])
    for row in range(rows):
        name = f"{surname(rng)} {surname(rng)}, {rng.choice(GIVEN)} {rng.choice(GIVEN)}"
        if row % 2:
            name = name.upper()
        birth = datetime.date.fromordinal(first_birth + rng.randrange(20000))
        day = rng.randrange(1, 600)
        out.writerow([
            name, f"{birth.month:02}/{birth.day:02}/{birth.year}", rng.choice("MF"), rng.choice(COUNTRIES),
            f"A{200_000_000 + row}" if rng.random() < 0.7 else "", f"B{seed}-{row:07}", rng.choice(places),
            f"{days[day]} {rng.randrange(24):02}:{rng.randrange(1, 60):02}", days[day - 1], "Fresno, CA", "",
        ])


def hostile():
    out = sys.stdout.buffer

    def line(text):
        out.write(text.encode("latin-1") + b"\r\n")

    line("Sheriff's Office;;;;;")
    line("Apellido, Nombre;F. Nac.;A#;Centro;Fecha de detención;Notas")
    line("LOPEZ, ANA;13/1/1990;012345678;Adams County Correctional Center;3/2/2026;fine")
    line("MUÑOZ, JOSÉ;14/2/1991;A-22 222 222;ADAMSMS;4/2/2026;Latin-1")
    line("RUIZ, EVA;31/2/1992;;ADAMSMS;5/2/2026;there is no 31 February")
    line('"MORA, LUZ;15/3/1993;;ADAMSMS;6/2/2026;a quote that never closes')
    line("DIAZ, SOL;16/4/1994;;ADAMSMS;7/2/2026;the line after it")
    line("CANO, PAZ;17/5/1995;;ADA\0MSMS;8/2/2026;a NUL byte")
    line("VEGA, INES;18/6/1996;;ADAMSMS;9/2/2026;" + "x" * (10 << 20))
    line("SOTO, IRIS;19/7/1997;;ADAMSMS;10/2/2026;the line after 10 MB")
    line("LOPEZ, ANA;13/1/1990;012345678;Adams County Correctional Center;3/2/2026;the same row again")
    line("OKAFOR, CHIDI;20/8/1971;012345678;ADAMSMS;11/2/2026;somebody else's number")
    line("FNU LNU;;;;;nobody")
    line("PEREZ, RUBEN / GIL, LEO;21/9/1998;;ADAMSMS;12/2/2026;two people")
    line("ROJAS, MAR;23/11/2000;;ADAMSMS;14/2/2026;one;cell;too;many")
    line('"LEON, CRUZ\nJOSE";24/12/2001;;Nowhere Jail;15/2/2026;a name on two lines')
    line("PAZ, ABEL;1/2/1988;12;ADAMSMS;16/2/2026;not an A-number")
    line('SOL, NOE;"5/6/1987')


def main():
    match sys.argv[1:]:
        case ["roster", rows, seed, folder]:
            roster(int(rows), int(seed), folder)
        case ["hostile"]:
            hostile()
        case _:
            sys.exit(__doc__)


main()
