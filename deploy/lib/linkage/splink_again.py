"""Finds who stands in a list twice with Splink on DuckDB: fields, levels, training and blocking as for two lists.

  splink_again.py LIST ANSWERS

Writes query,record,weight,probability and prints one line of JSON.
"""

import json
import sys

import duckdb
from splink import DuckDBAPI, Linker

from splink_side import setting, table, train


def main(path, answers):
    connection = duckdb.connect()
    table(connection, "list", path, "place")
    linker = Linker(DuckDBAPI(connection).register("list"), setting("dedupe_only"))
    train(linker)
    pairs = linker.inference.predict().physical_name
    connection.execute(f"""
      copy (select unique_id_l as query, unique_id_r as record, match_weight as weight, match_probability as probability
        from {pairs} where match_probability >= 0.001)
      to '{answers}' (header true)""")
    count = connection.execute(f"select count(*) from {pairs}").fetchone()[0]
    print(json.dumps({"pairs": count}))


if __name__ == "__main__":
    main(*sys.argv[1:3])
