"""Links two of the benchmark's files with the recordlinkage toolkit: its expectation maximisation, on the same fields.

  recordlinkage_side.py SEARCHES RECORDS ANSWERS

Writes query,record,weight,probability and prints one line of JSON.
"""

import json
import sys
import time
import warnings

import pandas
import recordlinkage

warnings.filterwarnings("ignore")


def table(path):
    frame = pandas.read_csv(path, dtype=str).set_index("id")
    frame["initial"] = frame["given_name"].str[:1]
    return frame


def main(searches, records, answers):
    left, right = table(searches), table(records)
    start = time.monotonic()
    indexer = recordlinkage.Index()
    for key in ("birth_date", "given_name", "family_name"):
        indexer.block(key)
    pairs = indexer.index(left, right)
    compare = recordlinkage.Compare()
    for key in ("given_name", "family_name"):
        compare.string(key, key, method="jarowinkler", threshold=0.85, label=key)
    compare.exact("birth_date", "birth_date", label="birth_date")
    compare.exact("place", "place", label="place")
    features = compare.compute(pairs, left, right)
    model = recordlinkage.ECMClassifier()
    model.fit_predict(features)
    probability = model.prob(features)
    taken = time.monotonic() - start
    frame = probability.rename("probability").reset_index()
    frame.columns = ["query", "record", "probability"]
    frame["weight"] = frame["probability"]
    frame[["query", "record", "weight", "probability"]].to_csv(answers, index=False)
    print(json.dumps({"seconds": round(taken, 3), "pairs": len(pairs)}))


main(*sys.argv[1:4])
