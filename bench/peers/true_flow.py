"""The model of `saldo mirror fit --model bayes` in Stan, and Saldo's fit of the same table beside it, cell by cell.

true_flow.py TABLE.csv SALDO_OUT [--form sampled|integrated] [--benchmark SE] [--chains 2] [--warmup 700] [--samples 2000]
             [--acceptance 0.95] [--seed 1] [--keep DRAWS.npz]
    TABLE.csv as `mirror fit --model bayes` reads it, alpha-2 codes, single years; SALDO_OUT is the folder of its --out.
    Differences are in posterior standard deviations; beside them the Monte Carlo error of both programs together.
"""

import argparse
import csv
import json
import math
import time
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import arviz
import numpy as np
import psutil
import stan

NAMES = ["sigma_low_medium", "sigma_high", "beta_pop_origin", "beta_pop_destination", "beta_distance", "psi_c0", "psi_c1", "sigma_y",
         "s0", "s1", "lambda_arrivals_low_medium", "lambda_arrivals_high", "lambda_departures_low_medium", "lambda_departures_high"]
SIDES = [("arrivals", "destination", 1), ("departures", "origin", 3)]


def read_data(path: str, benchmark: str) -> tuple[dict, list[tuple[str, str]], list[int]]:
    with open(path, encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    corridors = sorted({(row["origin"], row["destination"]) for row in rows})
    years = sorted({int(row["year"]) for row in rows})
    logs = np.log([[float(row[name]) for name in ("pop_origin", "pop_destination", "distance_km")] for row in rows])
    standardised = (logs - logs.mean(0)) / logs.std(0, ddof=1)
    x = np.zeros((len(corridors), len(years), 3))
    reports = []
    for row, covariates in zip(rows, standardised):
        corridor, year = corridors.index((row["origin"], row["destination"])), years.index(int(row["year"]))
        x[corridor, year] = covariates
        for side, end, share in SIDES:
            if row[f"{side}_reported"] == "":
                continue
            pinned = side == "arrivals" and row[end] == benchmark
            reports.append({
                "corridor": corridor + 1,
                "year": year + 1,
                "count": round(float(row[f"{side}_reported"])),
                "share": 0 if pinned else share + (row[f"undercount_class_{end}"] == "high"),
                "accuracy": 1 + (row[f"accuracy_class_{end}"] == "high"),
            })
    reports.sort(key=lambda report: report["corridor"])
    columns = {name: [int(report[name]) for report in reports] for name in reports[0]}
    many = [columns["corridor"].count(at + 1) for at in range(len(corridors))]
    data = {"corridors": len(corridors), "years": len(years), "reports": len(reports), "x": x.tolist(), **columns,
            "many": many, "first": [1 + sum(many[:at]) for at in range(len(corridors))]}
    return data, corridors, years


class ProcessorTime(Thread):
    """Processor time of the processes under this one, in which Stan samples; looked at four times a second while they live."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.used: dict[int, float] = {}
        self.ended = Event()

    def run(self) -> None:
        while not self.ended.wait(0.25):
            for process in psutil.Process().children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    times = process.cpu_times()
                    self.used[process.pid] = times.user + times.system

    def seconds(self) -> float:
        self.ended.set()
        self.join()
        return sum(self.used.values())


def error_of_mean(draws: np.ndarray) -> float:
    """Monte Carlo error of a mean; draws by sample and chain."""
    return float(draws.std(ddof=1) / math.sqrt(arviz.ess(draws.T, method="mean")))


def compare(label: str, draws: np.ndarray, mean: float, sd: float, saldo_error: float) -> dict:
    stan_sd = float(draws.std(ddof=1))
    return {
        "label": label,
        "stan": float(draws.mean()),
        "saldo": mean,
        "difference": (mean - float(draws.mean())) / stan_sd,
        "error": math.hypot(error_of_mean(draws), saldo_error) / stan_sd,
        "spread": sd / stan_sd,
        "ess": float(arviz.ess(draws.T)),
        "rhat": float(arviz.rhat(draws.T)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table")
    parser.add_argument("saldo")
    parser.add_argument("--form", choices=["sampled", "integrated"], default="sampled")
    parser.add_argument("--benchmark", default="SE")
    for name, value in (("chains", 2), ("warmup", 700), ("samples", 2000), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--acceptance", type=float, default=0.95)
    parser.add_argument("--keep")
    options = parser.parse_args()

    data, corridors, years = read_data(options.table, options.benchmark)
    program = "true_flow.stan" if options.form == "sampled" else "true_flow_integrated.stan"
    model = stan.build((Path(__file__).parent / program).read_text(encoding="utf-8"), data=data, random_seed=options.seed)
    began, processor = time.time(), ProcessorTime()
    processor.start()
    fit = model.sample(num_chains=options.chains, num_samples=options.samples, num_warmup=options.warmup,
                       delta=options.acceptance, max_depth=15)
    seconds, cpu = time.time() - began, processor.seconds()

    def drawn(name: str) -> np.ndarray:
        return np.asarray(fit[name]).reshape(*np.asarray(fit[name]).shape[:-1], options.samples, options.chains)

    flat = [drawn(name) for name in ("sigma", "beta", "psi_c0", "psi_c1", "sigma_y", "s0", "s1", "lambda")]
    shared = np.concatenate([each.reshape(-1, options.samples, options.chains) for each in flat])
    flows = drawn("y")
    if options.keep:
        np.savez(options.keep, shared=shared, flows=flows)
    with open(f"{options.saldo}/parameters.csv", encoding="utf-8") as file:
        own = {row["parameter"]: row for row in csv.DictReader(file)}
    parameters = [compare(name, shared[at], float(own[name]["mean"]), float(own[name]["sd"]),
                          float(own[name]["sd"]) / math.sqrt(float(own[name]["ess"]))) for at, name in enumerate(NAMES)]
    with open(f"{options.saldo}/posterior.csv", encoding="utf-8") as file:
        cells = [compare(f"{row['origin']} -> {row['destination']} {row['year']}",
                         flows[corridors.index((row["origin"], row["destination"])), years.index(int(row["year"]))],
                         float(row["log_flow_mean"]), float(row["log_flow_sd"]), 0.0) for row in csv.DictReader(file)]
    print(f"Stan, {options.form}: {options.chains} chains of {options.warmup} + {options.samples}, {seconds:.0f} s, {cpu:.0f} CPU s, "
          f"{int(np.sum(fit['divergent__']))} divergences, {np.mean(fit['n_leapfrog__']):.0f} steps a draw")
    print("| | Stan | Saldo | difference, sd | Monte Carlo error, sd | sd Saldo / Stan | ess Stan | R-hat Stan |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    worst = sorted(cells, key=lambda cell: -abs(cell["difference"]))[:5]
    for row in parameters + worst:
        print(f"| {row['label']} | {row['stan']:.4f} | {row['saldo']:.4f} | {row['difference']:+.3f} | {row['error']:.3f} | "
              f"{row['spread']:.3f} | {row['ess']:.0f} | {row['rhat']:.3f} |")
    apart = np.array([cell["difference"] for cell in cells])
    errors = np.array([cell["error"] for cell in cells])
    print(f"\n{len(cells)} flows: greatest difference {np.abs(apart).max():.3f} sd, mean {apart.mean():+.4f}, "
          f"Stan's own error at most {errors.max():.3f}; beyond 0.1 sd plus three errors: {int(np.sum(np.abs(apart) > 0.1 + 3 * errors))}; "
          f"sd Saldo / Stan {min(cell['spread'] for cell in cells):.3f} to {max(cell['spread'] for cell in cells):.3f}; "
          f"least effective samples in Stan {min(row['ess'] for row in parameters + cells):.0f}")
    with open(f"{options.saldo}/diagnostics.json", encoding="utf-8") as file:
        sampler = json.load(file)["sampler"]
    for what, ess, of in [("parameter", sampler["least_ess"], parameters), ("flow", sampler["least_flow_ess"], cells)]:
        least = min(row["ess"] for row in of)
        print(f"effective samples of the least certain {what} a CPU second: Saldo {ess / sampler['cpu_seconds']:.1f} "
              f"({ess:.0f} in {sampler['cpu_seconds']:.1f}), Stan {least / cpu:.1f} ({least:.0f} in {cpu:.1f})")


if __name__ == "__main__":
    main()
