"""Measure how right the answers are: ``make accuracy``, or ``python -m benchmarks.accuracy --misses``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.accuracy.base_versions import bases
from benchmarks.accuracy.generate.case import edited_case, notation_case
from benchmarks.accuracy.generate.furniture import furniture_case
from benchmarks.accuracy.labels import Case, gold
from benchmarks.accuracy.score import score
from benchmarks.accuracy.systems import SYSTEMS
from benchmarks.accuracy.table import Scores, as_data, as_text

SEEDS = 40


def generated(seeds: Sequence[int]) -> Iterator[Case]:
    """For each seed one case of edits, one of notation and one of furniture."""
    versions = bases()
    for seed in seeds:
        yield edited_case(versions, seed)
        yield notation_case(versions, seed)
        yield furniture_case(versions, seed)


def measured(cases: Sequence[Case], systems: Sequence[str]) -> Scores:
    """The score of each system over the same cases."""
    return {name: score((case, SYSTEMS[name](case.old, case.new)) for case in cases) for name in systems}


def main() -> None:
    """Print the tables; write them, and every miss and false alarm, where asked to."""
    arguments = _arguments()
    systems = list(SYSTEMS)[:1] if arguments.alone else list(SYSTEMS)
    seeds = range(arguments.first_seed, arguments.first_seed + arguments.seeds)
    sets = {"Gold set": list(gold()), f"Generated edits, {len(seeds)} seeds": list(generated(seeds))}
    data = {}
    for name, cases in sets.items():
        chosen = [case for case in cases if arguments.only in case.name]
        scores = measured(chosen, systems)
        data[name] = as_data(scores)
        print("\n".join(as_text(f"{name}: {len(chosen)} cases", scores)))
        if arguments.misses:
            print("\n".join(scores[systems[0]].notes), end="\n\n")
    if arguments.json:
        arguments.json.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    parser.add_argument("--misses", action="store_true", help="list every miss and false alarm of icsdiff")
    parser.add_argument("--only", default="", help="cases whose name has these words")
    parser.add_argument("--alone", action="store_true", help="icsdiff without the baselines")
    parser.add_argument("--seeds", type=int, default=SEEDS, help=f"how many generated cases ({SEEDS})")
    parser.add_argument("--first-seed", type=int, default=1, help="the first of the seeds (1)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
