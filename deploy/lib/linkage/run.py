"""deploy/bench linkage: everybody's answers to the same questions, scored alike.

Run by deploy/lib/bench_linkage.sh, which builds what it needs. The tables go to standard output and into the folder.
"""

import argparse
import csv
import json
import pathlib
import shutil

import report as reporting
import scores
import strata
from report import milliseconds, ratio, share
from sides import Sides, say

TRIGRAMS = {"best": "pg_trgm on name + same date (best recall)", "fast": "pg_trgm on “name date” (fastest)"}


class Bench:
    def __init__(self, options):
        self.options = options
        self.folder = pathlib.Path(options.folder)
        self.sides = Sides(options.program, options.share, options.database, "2026-11-20")
        self.report = reporting.Report()

    # One set of people, everybody on it

    def compare(self, name, folder, place, splink=True):
        """Our answers to all searches, the others' to as many as they can bear; a row of the table for each."""
        truth, _ = scores.truths(folder / "searches.csv")
        asked = scores.spread(list(truth), self.options.trigram_searches)
        small = {query: truth[query] for query in asked}
        searches = [(folder / "searches.csv", folder / "ours.csv")]
        if (folder / "absent.csv").exists():
            searches.append((folder / "absent.csv", folder / "ours-absent.csv"))
        batch = folder / "ours-batch.csv" if place == "place" else None
        load, own, *more = self.sides.ours(folder / "records.csv", searches, batch=batch)
        answers = scores.ranked(folder / "ours.csv")
        rows, figures = [], {"load": load, "search": own, "more": more, "ours": scores.places(truth, answers)}
        size = self.sides.load(folder / "records.csv")
        figures["theirs"] = {}
        lines = [("exact first + last + country", "exact"), *((label, key) for key, label in TRIGRAMS.items())]
        for label, method in lines:
            path = folder / f"{method}.csv"
            took = self.sides.ask(folder / "searches.csv", method, self.options.trigram_searches, path)
            found = {query: lines[:10] for query, lines in scores.ranked(path).items()}
            figures["theirs"][method] = {"places": scores.places(small, found), **took}
            rows.append(self._row(label, small, found, took, size["megabytes"], own))
        if splink:
            took = self.sides.splink(folder / "searches.csv", folder / "records.csv", place, folder / "splink.csv")
            found = scores.ranked(folder / "splink.csv")
            figures["splink"] = {"places": scores.places(truth, found), **took}
            rows.append(self._row(f"Splink, strict blocking ({took['linking_seconds']:.1f} s for all)", truth, found,
                                  {}, took["megabytes"], own))
        took = {"median_ms": own["median_ms"], "p95_ms": own["p95_ms"]}
        rows.append(self._row("Paradero, the same searches as SQL", small, answers, took, load["index_megabytes"], own))
        rows.append(self._row("Paradero, all searches", truth, answers, took, load["index_megabytes"], own))
        self.report.title(f"{name}: {load['records']:,.0f} records, {len(truth):,} searches ({len(small):,} by SQL)")
        self.report.table(("", "R@1", "R@10", "precision", "F1", "p50 ms", "p95 ms", "× p95", "MB"), rows)
        self.report.say(f"index: {load['records_per_second']:,.0f} records a second, {load['index_megabytes']:,.0f} MB, "
                        f"whole process {load['resident_megabytes']:,.0f} MB")
        self.report.figures[name] = {"load": load, "search": own, "more": more}
        figures.update(truth=truth, answers=answers, small=small)
        return figures

    @staticmethod
    def _row(label, truth, answers, took, megabytes, own):
        places = scores.places(truth, answers)
        positives = sum(1 for right in truth.values() if right)
        f1, precision, _, _ = scores.best_f1(scores.top_answers(truth, {
            query: lines for query, lines in answers.items() if query in truth}), positives)
        p95 = took.get("p95_ms")
        return (label, share(scores.recall(places, 1)), share(scores.recall(places, 10)), share(precision), share(f1),
                milliseconds(took.get("median_ms")), milliseconds(p95),
                ratio(p95, own["p95_ms"]) if p95 else "–", f"{megabytes:,.0f}")

    # The sets

    def invented(self, people):
        folder = self.folder / f"invented-{people}"
        self.sides.people(folder, people, self.options.searches, absent=self.options.absent)
        found = self.compare(f"Invented people, {people:,}", folder, "country", splink=people < 5_000_000)
        if people >= 1_000_000:
            self._targets_of_size(people, found)
        if people == 1_000_000:
            strata.halved(self.report, f"all, {people:,} people", found)
        if people == 1_000_000 or people == max(self.options.people):
            self._trust(folder)

    def _targets_of_size(self, people, found):
        own, load = found["search"], found["load"]
        limit = 4 if people < 5_000_000 else 15
        self.report.target(f"search at {people:,}, p95 in the process", f"< {limit} ms", f"{own['p95_ms']:.2f} ms",
                           own["p95_ms"] < limit)
        theirs = min(found["theirs"][method]["p95_ms"] for method in TRIGRAMS)
        self.report.target(f"times as fast as pg_trgm at {people:,} (the faster one's p95)", "≥ 40",
                           f"{theirs / own['p95_ms']:.0f}", theirs / own["p95_ms"] >= 40)
        self.report.target(f"index of {people:,} records", "≥ 200,000 a second",
                           f"{load['records_per_second']:,.0f}", load["records_per_second"] >= 200_000)
        if people >= 5_000_000:
            self.report.target("memory of five million", "< 1,000 MB", f"{load['resident_megabytes']:,.0f} MB",
                               load["resident_megabytes"] < 1000)

    def cultures(self, people=100_000):
        """Strata by name culture and by kind of error, against the better trigram query of each stratum's own searches."""
        folder = self.folder / f"cultures-{people}"
        self.sides.people(folder, people, 100, each_culture=self.options.each_culture)
        searches = folder / "cultures.csv"
        truth, rows = scores.truths(searches)
        self.sides.ours(folder / "records.csv", [(searches, folder / "ours.csv")])
        self.sides.load(folder / "records.csv")
        theirs = {}
        for method in TRIGRAMS:
            self.sides.ask(searches, method, 0, folder / f"{method}.csv")
            theirs[method] = scores.places(truth, scores.ranked(folder / f"{method}.csv"))
        ours = scores.places(truth, scores.ranked(folder / "ours.csv"))
        strata.report(self.report, rows, ours, theirs)

    def _trust(self, folder):
        """What is called likely, how often it is right, and whom it is said of who is not in the data."""
        truth, _ = scores.truths(folder / "searches.csv")
        lines = {}
        for name in ("ours", "ours-absent"):
            with open(folder / f"{name}.csv", encoding="utf-8") as file:
                seen = set()
                lines[name] = [row for row in csv.DictReader(file) if not (row["query"] in seen or seen.add(row["query"]))]
        top = [(float(row["probability"]), row["record"] == truth[row["query"]], row["likely"] == "1")
               for row in lines["ours"]]
        strangers = [(float(row["probability"]), False, row["likely"] == "1") for row in lines["ours-absent"]]
        absent = sum(1 for _ in open(folder / "absent.csv", encoding="utf-8")) - 1
        likely = [right for _, right, called in top if called]
        false = sum(called for _, _, called in strangers)
        bound = scores.lower_bound(sum(likely), len(likely))
        # As many searches for people who are not there as for people who are: a search page knows no better.
        half = strangers[:: max(1, len(strangers) // max(1, len(top)))][: len(top)]
        table, error = scores.reliability([(probability, right) for probability, right, _ in top + half])
        self.report.title("Reliability of the first answer, half of the people in the data and half not")
        self.report.table(("probability", "answers", "said", "right"), [
            (f"{low:.3f} – {high:.3f}", count, share(said), share(was)) for low, high, count, said, was in table])
        self.report.target("“likely” is right", "≥ 0.99, bound 0.985",
                           f"{sum(likely) / max(1, len(likely)):.4f} of {len(likely)}, bound {bound:.4f}",
                           sum(likely) >= 0.99 * len(likely) and bound >= 0.985)
        self.report.target("calibration error", "≤ 0.02", f"{error:.4f}", error <= 0.02)
        self.report.target("a likely match for people who are not there", "< 1 in 1,000",
                           f"{false} of {absent:,}", false * 1000 < absent)

    def febrl(self):
        folder = self.folder / "febrl4"
        self.sides.febrl(folder, 0)
        truth, _ = scores.truths(folder / "searches.csv")
        searches, records = folder / "searches.csv", folder / "records.csv"
        took = [
            ("Splink", "splink", self.sides.splink(searches, records, "place", folder / "splink.csv")),
            ("recordlinkage, ECM", "ecm", self.sides.recordlinkage(searches, records, folder / "ecm.csv")),
            ("paradero link", "link", self.sides.link(searches, records, folder / "link.csv")),
        ]
        self._linking("FEBRL4, 5,000 × 5,000: name, birth date, state", truth, folder, took, 0.985, "all pairs")

    def again(self):
        """Lists that are linked with themselves, at the probability that says “rather than not”."""
        folder = self.folder / "again"
        self.sides.again(folder)
        rows, scored = [], {}
        for name, title in (("febrl1", "FEBRL1"), ("febrl2", "FEBRL2"), ("febrl3", "FEBRL3"), ("families", "2,000 in houses of four")):
            # Splink cannot be trained on the families: no two rows agree in all, and none has a place.
            others = [("Splink", self.sides.splink_again)] * (name != "families")
            for label, link in (*others, ("paradero", self.sides.link_again)):
                path, answers = folder / f"{name}.csv", folder / f"{name}-{label}.csv"
                link(path, answers)
                scored[name, label] = scores.pairs_again(answers, path.with_suffix(".truth"))
                rows.append((f"{title}, {label}", *map(share, scored[name, label])))
        self.report.title("Who stands in a list more than once, at p ≥ 0.5")
        self.report.table(("", "F1", "precision", "recall"), rows)
        for name in ("febrl1", "febrl2", "febrl3"):
            ours, theirs = scored[name, "paradero"][0], scored[name, "Splink"][0]
            self.report.target(f"F1, {name.upper()} with itself, p ≥ 0.5", f"≥ Splink's {theirs:.4f}", f"{ours:.4f}", ours >= theirs)
        best = scored["families", "paradero"][0]
        self.report.target("F1, families with themselves, p ≥ 0.5", "≥ 0.99", f"{best:.4f}", best >= 0.99)

    def febrl_among(self, kinds=("even",), lookalikes=995_000):
        names = {"even": "every name equally frequent", "frequent": "names as frequent as in FEBRL"}
        for kind in kinds:
            name = names[kind]
            folder = self.folder / f"febrl-{kind}-{lookalikes}"
            self.sides.febrl(folder, lookalikes, even=kind == "even")
            found = self.compare(f"FEBRL4 among a million, {name}", folder, "place")
            truth, splink = found["truth"], found["splink"]
            batch = next(line for line in found["more"] if line["what"] == "batch")
            first, ten = (scores.recall(found["ours"], most) for most in (1, 10))
            if kind == "even":
                self.report.target("FEBRL4 among a million, R@1 / R@10", "≥ 0.935 / 0.978",
                                   f"{first:.4f} / {ten:.4f}", first >= 0.935 and ten >= 0.978)
            else:
                self.report.say(f"R@1 / R@10 here: {first:.4f} / {ten:.4f}; targets are for the set above")
            took = [("Splink", "splink", splink),
                    ("paradero link", "link", self.sides.link(folder / "searches.csv", folder / "records.csv",
                                                              folder / "link.csv"))]
            self._linking(f"Linking 5,000 with a million, {name}", truth, folder, took,
                          0.95 if kind == "even" else None, "top answer")
            self._speed(folder, found, splink, batch, kind)

    def _linking(self, title, truth, folder, took, wanted, kind):
        positives = sum(1 for right in truth.values() if right)
        rows, ours = [], 0.0
        for label, name, facts in took:
            answers = scores.ranked(folder / f"{name}.csv")
            pairs, top = scores.all_pairs(truth, answers), scores.top_answers(truth, answers)
            best, best_top = scores.best_f1(pairs, positives), scores.best_f1(top, positives)
            even = scores.f1_even(truth, answers, positives)
            single = scores.best_f1(scores.one_to_one(truth, answers), positives)
            seconds = facts.get("linking_seconds", facts.get("seconds"))
            rows.append((label, share(best[0]), share(best[1]), share(best[2]), share(best_top[0]), share(single[0]), share(even),
                         f"{facts.get('training_seconds', '–')}", f"{seconds}"))
            if name == "link":
                ours = best_top[0] if kind == "top answer" else best[0]
        self.report.title(title)
        self.report.table(("", "F1 all pairs", "precision", "recall", "F1 top answer", "one-to-one", "F1 at p ≥ 0.5", "training s",
                           "linking s"), rows)
        if wanted:
            self.report.target(f"F1, {title.split(':')[0]}, {kind}", f"≥ {wanted}", f"{ours:.4f}", ours >= wanted)

    def _speed(self, folder, found, splink, batch, kind):
        seconds, theirs = batch["seconds"], splink["linking_seconds"]
        places = scores.places(found["truth"], scores.ranked(folder / "ours-batch.csv"))
        first, ten = scores.recall(places, 1), scores.recall(places, 10)
        other_first, other_ten = (scores.recall(splink["places"], most) for most in (1, 10))
        self.report.say(f"5,000 searches on all processors, the least of nine runs: {seconds:.2f} s, "
                        f"R@1 / R@10 {first:.4f} / {ten:.4f}, beside Splink's {theirs:.2f} s for blocking and scoring, "
                        f"{other_first:.4f} / {other_ten:.4f} (building the index took {found['load']['seconds']:.1f} s)")
        if kind == "even":
            self.report.target("5,000 searches in a million beside Splink's strict blocking", "≥ 4×, higher recall",
                               ratio(theirs, seconds),
                               theirs / seconds >= 4 and first > other_first and ten > other_ten)
            same = self.sides.pairs(folder / "records.csv", folder / "searches.csv", folder / "splink.csv")
            own = same["pairs"] / same["seconds"]
            found_too, alone = splink["pairs"] / theirs, splink["pairs"] / splink["weighing_seconds"]
            self.report.say(f"the same {same['pairs']:,.0f} pairs weighed: {own / 1e6:.2f} M a second; Splink weighs "
                            f"{alone / 1e6:.2f} M, and finds and weighs {found_too / 1e6:.2f} M")
            self.report.target("pairs weighed a second, the same beside Splink's weighing alone", "≥ 5×",
                               f"{own / 1e6:.2f} M beside {alone / 1e6:.2f} M", own / alone >= 5)

    def following(self, open_searches=100_000, arriving=500):
        """New records against open searches, and every pair weighed, which shows whether one was missed."""
        folder = self.folder / "following"
        self.sides.people(folder, open_searches * 10, open_searches)
        truth, _ = scores.truths(folder / "searches.csv")
        wanted = {right for right in truth.values() if right}
        with open(folder / "records.csv", encoding="utf-8") as source:
            reader = csv.DictReader(source)
            lines = [row for row in reader if row["id"] in wanted]
            lines = scores.spread(lines, arriving)[:arriving]
        with open(folder / "arriving.csv", "w", newline="", encoding="utf-8") as target:
            out = csv.DictWriter(target, lines[0].keys())
            out.writeheader()
            out.writerows(lines)
        load, met = self.sides.following(folder / "records.csv", folder / "searches.csv", folder / "arriving.csv")
        self.report.title(f"Following: {met['arriving']:,.0f} new records against {met['open']:,.0f} open searches, "
                          f"{load['people']:,.0f} people listed")
        self.report.say(f"processor time of a record: median {met['median_ms']:.2f} ms, p95 {met['p95_ms']:.2f} ms, most "
                        f"{met['slowest_ms']:.2f} ms; {met['weighed_each']:.1f} searches weighed for each")
        self.report.say(f"of {met['arriving'] * met['open'] / 1e6:,.0f} million pairs weighed {met['pairs']:,.0f} are matches; "
                        f"met {met['met']:,.0f}, missed {met['missed']:.0f}")
        self.report.target("a new record against 100,000 open searches, p95", "≤ 2 ms", f"{met['p95_ms']:.2f} ms",
                           met["p95_ms"] <= 2)
        self.report.target("missed against the full cross-match", "0", f"{met['missed']:.0f} of {met['pairs']:,.0f}",
                           met["missed"] == 0)

    def service(self):
        """The time that the bench of the running service measured: through nginx, with explanations."""
        figures = json.loads((self.folder / "service.json").read_text(encoding="utf-8"))
        self.report.title(f"The service behind nginx: {figures['people']:,} people, {figures['searches']:,} searches by the API")
        rows = [(name, milliseconds(figures[key]["median_ms"]), milliseconds(figures[key]["p95_ms"]),
                 f"{figures[key]['count']:,}") for name, key in
                (("an answer without a search (/healthz)", "floor"), ("found, with explanations", "found"),
                 ("not found, with advice", "not_found")) if figures[key]["count"]]
        self.report.table(("", "p50 ms", "p95 ms", "answers"), rows)
        self.report.say("the round in which /healthz was most even; found p95 of all rounds: "
                        + ", ".join(f"{each['found']['p95_ms']:.2f}" for each in figures["rounds"]) + " ms")
        p95 = figures["found"]["p95_ms"]
        self.report.target("search at 1,000,000 through nginx, found, p95", "< 10 ms", f"{p95:.2f} ms",
                           p95 < 10 if figures["people"] >= 1_000_000 else None)

    def run(self):
        parts = {"febrl": self.febrl, "again": self.again, "cultures": self.cultures, "among": self.febrl_among,
                 "frequent": lambda: self.febrl_among(("frequent",)), "following": self.following,
                 "service": self.service}
        for name in self.options.only:
            if name == "invented":
                for people in self.options.people:
                    say(f"invented, {people:,}")
                    self.invented(people)
                    self._show()
            elif name in parts:
                say(name)
                parts[name]()
                self._show()
            else:
                raise SystemExit(f"There is no part “{name}”: invented, {', '.join(parts)}.")
        self.report.close()
        self._show()
        if not self.options.keep:
            for entry in self.folder.iterdir():
                if entry.is_dir():
                    shutil.rmtree(entry)

    def _show(self):
        """Prints what is new, and keeps all: a run that is cut short has told what it knew."""
        print(self.report.fresh(), flush=True)
        (self.folder / "results.txt").write_text(self.report.text, encoding="utf-8")
        (self.folder / "results.json").write_text(json.dumps(self.report.figures), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    for name in ("program", "share", "database", "folder"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--people", type=lambda text: [int(word) for word in text.split(",")], default=[10_000])
    parser.add_argument("--only", type=lambda text: text.split(","), required=True)
    parser.add_argument("--searches", type=int, default=5000)
    parser.add_argument("--trigram-searches", type=int, default=500)
    parser.add_argument("--each-culture", type=int, default=500)
    parser.add_argument("--absent", type=int, default=10_000)
    parser.add_argument("--keep", action="store_true")
    Bench(parser.parse_args()).run()


main()
