"""Links the slips of a world with Splink on DuckDB and writes persons.csv: the peer that Saldo's linkage is set beside.

    python splink_link.py SLIPS_FOLDER OUT_FOLDER [--threads 2] [--threshold 0.999] [--also 0.9,0.95]

Prints one JSON document: version, pairs, seconds by stage, and what each threshold gave. The persons of a further threshold (`--also`)
stand in persons-THRESHOLD.csv; its seconds are listed apart, since a user would not spend them.
"""

import argparse
import json
import time
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow
import splink
from splink import DuckDBAPI, Linker

from latin import document_key, latin
from splink_settings import DETERMINISTIC_RULES, TRAINING_RULES, settings

RECALL_OF_DETERMINISTIC_RULES = 0.7
PAIRS_FOR_U = 5_000_000

stages: dict[str, float] = {}


def main() -> None:
    options = parse_options()
    con = duckdb.connect()
    con.execute(f"set threads = {options.threads}; set enable_progress_bar = false")
    with stage("read"):
        slips = read_slips(con, options.slips)
    linker = Linker(DuckDBAPI(con).register("slip"), settings(), log_level="ERROR")
    with stage("train"):
        train(linker)
    with stage("predict"):
        pairs = linker.inference.predict(threshold_match_probability=min([options.threshold, *options.also]))
    with stage("cluster"):
        persons = cluster(con, linker, pairs, options.threshold, options.out / "persons.csv")
    seconds, cpu_seconds = dict(stages), time.process_time()
    found = {options.threshold: persons}
    with stage("further thresholds"):
        for threshold in options.also:
            found[threshold] = cluster(con, linker, pairs, threshold, options.out / f"persons-{threshold}.csv")
    print(json.dumps({
        "version": splink.__version__, "duckdb": duckdb.__version__, "slips": slips, "threshold": options.threshold,
        "pairs": count(con, f"select count(*) from {pairs.physical_name}"),
        "seconds": seconds, "cpu_seconds": cpu_seconds, "seconds_further": stages["further thresholds"], "persons": found,
    }))  # fmt: skip


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("slips", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--threshold", type=float, default=0.999)
    parser.add_argument("--also", type=lambda text: [float(part) for part in text.split(",")], default=[])
    return parser.parse_args()


@contextmanager
def stage(name: str):
    start = time.perf_counter()
    yield
    stages[name] = round(time.perf_counter() - start, 3)


def read_slips(con: duckdb.DuckDBPyConnection, folder: Path) -> int:
    """Reads the slips into the table `slip`; each distinct spelling is transliterated once."""
    con.execute(f"create table raw as select * from read_csv('{folder}/*.csv', all_varchar = true)")
    add_spellings(con, "latin_name", latin, ["surname", "given_name", "patronymic"])
    add_spellings(con, "document_key", document_key, ["document"])
    con.execute("""create table slip as select row_number() over () as unique_id, office, slip_id,
        s.plain as surname, g.plain as given_name, p.plain as patronymic, d.plain as document,
        birth_date, birth_date[1:4] as birth_year,
        case when length(birth_date) = 10 and birth_date[6:] <> '01-01' then birth_date[6:] end as birthday,
        sex, citizenship, birth_country, s.plain[1] as surname_initial,
        kind, origin, destination, coalesce(event_on, registered_on)::date as dated_on
      from raw left join latin_name s on s.spelt = surname left join latin_name g on g.spelt = given_name
        left join latin_name p on p.spelt = raw.patronymic left join document_key d on d.spelt = raw.document""")
    read, kept = count(con, "select count(*) from raw"), count(con, "select count(*) from slip")
    if read != kept:
        raise RuntimeError(f"{read} slips read, {kept} after the joins")
    return kept


def add_spellings(con: duckdb.DuckDBPyConnection, table: str, plain, columns: list[str]) -> None:
    spellings = " union all ".join(f"select {column} as spelt from raw" for column in columns)
    rows = con.execute(f"select distinct spelt from ({spellings}) where spelt is not null").fetchall()
    spelt = [row[0] for row in rows]
    plain_spellings = pyarrow.table({"spelt": spelt, "plain": [plain(text) for text in spelt]})
    con.register("plain_spellings", plain_spellings)
    con.execute(f"create table {table} as select * from plain_spellings")


def train(linker: Linker) -> None:
    """As the manual has it: the prior from sure rules, u from random pairs, m by EM within blocks."""
    linker.training.estimate_probability_two_random_records_match(
        DETERMINISTIC_RULES, recall=RECALL_OF_DETERMINISTIC_RULES
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS_FOR_U, seed=1)
    for rule in TRAINING_RULES:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)


def count(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    # fetchone() would leave the result open, and DuckDB 2 refuses further work on a connection until it is read to the end.
    return con.execute(sql).fetchall()[0][0]


def cluster(con: duckdb.DuckDBPyConnection, linker: Linker, pairs, threshold: float, file: Path) -> int:
    """Persons as connected components of the pairs above a threshold; how many there are."""
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=threshold)
    table = found.physical_name
    con.execute(f"copy (select office, slip_id, cluster_id as person from {table}) to '{file}'")
    return count(con, f"select count(distinct cluster_id) from {table}")


if __name__ == "__main__":
    main()
