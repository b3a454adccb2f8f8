"""Links two of the benchmark's files with Splink on DuckDB, and says how long it took.

  splink_side.py SEARCHES RECORDS PLACE-COLUMN ANSWERS

Fields and levels are Splink's own for names, birth dates and a category, with term frequencies; its own advice for
training; blocking as strict as a search for one person can bear. Writes query,record,weight,probability of every pair
that was weighed and prints one line of JSON. Training is timed apart from linking, and linking as a whole apart from
weighing what blocking found, which is given to Splink as its own documentation says: each the least of nine runs, in
which it need not write down pairs that are hopeless.
"""

import json
import resource
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

STRICT = [
    block_on("birth_date"),
    block_on("given_name", "family_name"),
    "l.given_name = r.family_name and l.family_name = r.given_name",
    block_on("given_name", "substr(birth_date, 1, 4)"),
    block_on("family_name", "substr(birth_date, 1, 4)"),
    block_on("given_name", "substr(birth_date, 6, 5)"),
    block_on("family_name", "substr(birth_date, 6, 5)"),
    # Costs little, and finds two people in a hundred more: a typing error in both names, and another in the date.
    block_on("substr(given_name, 1, 3)", "substr(family_name, 1, 3)"),
]
RUNS = 9
HOPELESS = -20


def part(column, which):
    """A field of the name; where the file did not split it, at the comma, else the last word is the family name."""
    comma = "trim(split_part(full_name, ',', {}))".format(2 if which == "first" else 1)
    words = "regexp_replace(full_name, '\\s+\\S+$', '')" if which == "first" else "regexp_extract(full_name, '\\S+$')"
    split = f"case when contains(full_name, ',') then {comma} else {words} end"
    return f"case when coalesce(given_name, '') || coalesce(family_name, '') = '' then {split} else {column} end"


def table(connection, name, path, place):
    """Splink wants everything in lower case, nothing as null, and one column for each field."""
    connection.execute(f"""
      create table {name} as
      select id as unique_id,
        nullif(lower(strip_accents({part('given_name', 'first')})), '') as given_name,
        nullif(lower(strip_accents({part('family_name', 'last')})), '') as family_name,
        nullif(birth_date, '') as birth_date,
        nullif(lower({place}), '') as place
      from read_csv('{path}', header = true, all_varchar = true)""")


def setting(kind):
    return SettingsCreator(
        link_type=kind,
        comparisons=[
            cl.ForenameSurnameComparison("given_name", "family_name"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=STRICT,
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )


def train(linker):
    linker.training.estimate_probability_two_random_records_match(
        [block_on("given_name", "family_name", "birth_date")], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("birth_date"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("given_name", "family_name"))


def timed(linker):
    seconds = []
    for _ in range(RUNS):
        begun = time.monotonic()
        pairs = linker.inference.predict(threshold_match_weight=HOPELESS)
        seconds.append(time.monotonic() - begun)
        pairs.drop_table_from_database_and_remove_from_cache()
    return seconds


def main(searches, records, place, answers):
    connection = duckdb.connect()
    table(connection, "searches", searches, place)
    table(connection, "records", records, place)
    database = DuckDBAPI(connection)
    sides = [database.register(name, dataset_display_name=name + "_side") for name in ("searches", "records")]
    linker = Linker(sides, setting("link_only"))
    start = time.monotonic()
    train(linker)
    trained = time.monotonic()
    linking = timed(linker)
    # From here on the same pairs are weighed again, and not looked for.
    linker.table_management.register_blocked_pairs_for_predict(linker.inference.compute_blocked_pairs_for_predict())
    weighing = timed(linker)
    pairs = linker.inference.predict()
    name = pairs.physical_name
    count = connection.execute(f"select count(*) from {name}").fetchone()[0]
    connection.execute(f"""
      copy (select
          case when source_dataset_l = 'searches_side' then unique_id_l else unique_id_r end as query,
          case when source_dataset_l = 'searches_side' then unique_id_r else unique_id_l end as record,
          match_weight as weight, match_probability as probability
        from {name} order by query, weight desc)
      to '{answers}' (header true)""")
    print(json.dumps({
        "training_seconds": round(trained - start, 3), "linking_seconds": round(min(linking), 3),
        "weighing_seconds": round(min(weighing), 3), "runs": [round(seconds, 3) for seconds in linking], "pairs": count,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }))


if __name__ == "__main__":
    main(*sys.argv[1:5])
