"""Runs the programs that are compared, each on the same files, and keeps what they measured of themselves."""

import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent


def say(text):
    print(text, file=sys.stderr, flush=True)


class Sides:
    """The program, the database and the Python that has the other tools, by their addresses."""

    def __init__(self, program, share, database, day):
        self.program, self.share, self.database, self.day = program, share, database, day

    def _run(self, words, what):
        say(f"  {what}")
        start = time.monotonic()
        environment = {**os.environ, "PARADERO_SHARE": self.share, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(list(map(str, words)), capture_output=True, text=True, env=environment)
        if done.returncode != 0:
            raise SystemExit(f"{what} failed: {done.stderr.strip()[-2000:]}")
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        return lines, time.monotonic() - start

    def _python(self, script, *arguments, what):
        return self._run([sys.executable, HERE / script, *arguments], what)[0][-1]

    # The program

    def people(self, folder, people, searches, each_culture=0, absent=0, seed=7):
        folder.mkdir(parents=True, exist_ok=True)
        self._run([self.program, "bench", "people", "--out", folder, "--people", people, "--seed", seed, "--as-of",
                   self.day, "--searches", searches, "--each-culture", each_culture, "--absent", absent],
                  f"inventing {people:,} people")

    def ours(self, records, asked, learns=False, batch=None, limit=10):
        """Searches in files; asked is a list of (searches, answers). What was measured: load, then one for each."""
        words = [self.program, "bench", "linkage", "--records", records, "--as-of", self.day, "--limit", limit]
        for searches, answers in asked:
            words += ["--searches", searches, "--answers", answers]
        words += ["--learn"] * learns + (["--batch", batch] if batch else [])
        lines, _ = self._run(words, f"searching in memory: {pathlib.Path(records).parent.name}")
        return lines

    def following(self, records, searches, arriving):
        """New records against searches that are open; how fast, and what the cross-match finds beside."""
        return self._run([self.program, "bench", "linkage", "--records", records, "--as-of", self.day, "--searches", searches,
                          "--arriving", arriving], "following, with the cross-match of all pairs")[0]

    def pairs(self, records, searches, pairs):
        """The pairs that another program weighed, weighed by the program."""
        return self._run([self.program, "bench", "linkage", "--records", records, "--as-of", self.day, "--searches", searches,
                          "--pairs", pairs], "weighing the same pairs")[0][-1]

    def link(self, left, right, answers):
        """Links as a user would; the file is put into the form of the others."""
        raw = answers.with_suffix(".link.csv")
        _, seconds = self._run([self.program, "link", left, right, "--out", raw, "--threshold", "0.001"],
                               "paradero link")
        with open(raw, encoding="utf-8") as source, open(answers, "w", encoding="utf-8") as target:
            target.write("query,record,weight,probability\n")
            target.writelines(source.readlines()[1:])
        return {"seconds": round(seconds, 2)}

    def link_again(self, path, answers):
        """Who stands in a list twice."""
        self._run([self.program, "link", "--dedupe", path, "--out", answers, "--threshold", "0.001"],
                  f"paradero link --dedupe: {path.stem}")

    # The others

    def again(self, folder):
        say("  lists in which people stand more than once")
        subprocess.run([sys.executable, str(HERE / "again.py"), str(folder)], check=True)

    def splink_again(self, path, answers):
        return self._python("splink_again.py", path, answers, what=f"Splink on DuckDB: {path.stem}")

    def febrl(self, folder, lookalikes, even=False):
        if not (folder / "records.csv").exists():
            say(f"  FEBRL4 with {lookalikes:,} look-alikes")
            subprocess.run([sys.executable, str(HERE / "febrl.py"), str(folder), str(lookalikes), "1",
                            *["even"] * even], check=True)

    def splink(self, searches, records, place, answers):
        return self._python("splink_side.py", searches, records, place, answers, what="Splink on DuckDB")

    def recordlinkage(self, searches, records, answers):
        return self._python("recordlinkage_side.py", searches, records, answers, what="recordlinkage")

    def load(self, records):
        return self._python("trigrams.py", "load", self.database, records, what="loading PostgreSQL")

    def ask(self, searches, method, count, answers):
        return self._python("trigrams.py", "ask", self.database, searches, method, count, answers,
                            what=f"PostgreSQL: {method}")
