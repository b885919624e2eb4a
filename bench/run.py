"""Compare rsetk-ld with its obvious peers: ratios of whole-process medians, on the same files, in one run.

    make bench                      # or: python bench/run.py [--runs 7] [--only NAME]

Commands run in turn (ours, theirs, ours, ...), so that a busy machine slows both. The table goes to standard
output and to bench/results/table.md. There are no timed tests: this is for people to read.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from profiles import write_profiles
from questions import rows

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
SCHEMA = str(ROOT / "schema" / "rsetk.yaml")
SHAPES = str(ROOT / "src" / "rsetk_ld" / "generated" / "shapes.ttl")


def command(name: str, *arguments: object) -> list[str]:
    """Return a command of the environment that runs this script."""
    return [str(BIN / name), *map(str, arguments)]


def seconds(*commands: list[str]) -> float:
    """Return the wall time of commands one after the other; stop where one of them cannot do its work."""
    start = time.perf_counter()
    for each in commands:
        done = subprocess.run(each, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if done.returncode not in {0, 1}:
            sys.exit(f"{' '.join(each)} failed:\n{done.stderr.decode()}")
    return time.perf_counter() - start


def ratio(runs: int, ours: list[list[str]], theirs: list[list[str]]) -> tuple[float, float]:
    """Return the medians of ours and theirs, run in turn after one warm-up."""
    seconds(*ours), seconds(*theirs)
    pairs = [(seconds(*ours), seconds(*theirs)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def rate(runs: int, one: list[str], many: list[str], count: int) -> float:
    """Return items a second beyond start-up: many against one, in turn."""
    seconds(one), seconds(many)
    pairs = [(seconds(one), seconds(many)) for _ in range(runs)]
    return count / statistics.median(b - a for a, b in pairs)


class Bench:
    """The files and the measurements."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.runs = runs
        self.many, self.some, self.one = folder / "many", folder / "some", folder / "one"
        write_profiles(self.many, 1000)
        write_profiles(self.some, 200)
        write_profiles(self.one, 1)
        self.profile = self.one / "p00000.yaml"
        self.canonical, self.turtle = folder / "p.canonical.yaml", folder / "p.ttl"
        convert = command("rsetk-ld", "convert")
        seconds([*convert, str(self.profile), "--to", "yaml", "--canonical", "-o", str(self.canonical)])
        seconds([*convert, str(self.profile), "--to", "turtle", "-o", str(self.turtle)])
        self.rows: list[tuple[str, str, str, str]] = []

    def compare(self, name: str, target: float, ours: list[list[str]], theirs: list[list[str]]) -> None:
        """Add a row with how many times faster ours is than theirs."""
        a, b = ratio(self.runs, ours, theirs)
        self.row(
            name, f"{a * 1000:.0f} ms against {b * 1000:.0f} ms", f"{b / a:.1f} times faster", f"≥ {target:g}"
        )

    def row(self, *cells: str) -> None:
        """Add a row and print it, so that a long run can be watched."""
        self.rows.append(cells)
        print("| " + " | ".join(cells) + " |", flush=True)

    def validate(self) -> None:
        ours = command("rsetk-ld", "validate", self.profile)
        linkml = command("linkml-validate", "-s", SCHEMA, "-C", "PersonProfile", self.canonical)
        # The profile alone, which is less work than ours: without the framework, pySHACL cannot resolve a skill.
        shacl = command("pyshacl", "-s", SHAPES, self.turtle)
        self.compare("validate, all layers / linkml-validate + pyshacl", 4, [ours], [linkml, shacl])
        by_pyshacl = [*ours, "--engine", "pyshacl"]
        self.compare("the same with pySHACL inside", 4, [by_pyshacl], [linkml, shacl])
        self.compare("validate --no-graph / linkml-validate", 12, [[*ours, "--no-graph"]], [linkml])

    def convert(self) -> None:
        ours = command("rsetk-ld", "convert", self.profile, "--to", "turtle")
        theirs = command("linkml-convert", "-s", SCHEMA, "-C", "PersonProfile", "-t", "ttl", self.canonical)
        self.compare("convert to Turtle / linkml-convert", 15, [ours], [theirs])

    def start(self) -> None:
        a, b = ratio(
            4 * self.runs, [command("rsetk-ld", "--help")], [command(Path(sys.executable).name, "-c", "pass")]
        )
        self.row(
            "rsetk-ld --help / python -c pass",
            f"{a * 1000:.0f} ms against {b * 1000:.0f} ms",
            f"{a / b:.1f} times its time",
            "< 4",
        )

    def bulk(self) -> None:
        base = command("rsetk-ld", "validate", "--quiet", "--jobs", 1)
        for name, options, target in (
            ("validate --no-graph, 1,000 profiles, one core", ["--no-graph"], 2000),
            ("validate with SHACL (Rust engine), one core", [], 500),
        ):
            speed = rate(self.runs, [*base, *options, str(self.one)], [*base, *options, str(self.many)], 999)
            self.row(name, "beyond start-up", f"{speed:,.0f} profiles/s", f"≥ {target:,}")

    def team(self) -> None:
        for name, options in (("with names", []), ("to share", ["--shareable"])):
            told = command("rsetk-ld", "team", self.some, "--role", "rse", *options)
            seconds(told)
            taken = statistics.median(seconds(told) for _ in range(self.runs))
            self.row(f"team of 200, {name}", "whole process", f"{taken:.2f} s", "< 2 s")

    def triples(self) -> None:
        base = command("rsetk-ld", "convert", "--to", "nquads")
        out = subprocess.run([*base, str(self.many)], capture_output=True, check=True).stdout.count(b"\n")
        speed = rate(self.runs, [*base, str(self.one)], [*base, str(self.many)], out)
        self.row("convert to N-Quads, one core", f"{out:,} triples", f"{speed:,.0f} triples/s", "≥ 300,000")

    def gap(self) -> None:
        a, b = ratio(
            2 * self.runs,
            [command("rsetk-ld", "gap", self.profile, "rse")],
            [command(Path(sys.executable).name, "-c", "import click, pyoxigraph, yaml")],
        )
        self.row(
            "gap, one profile / importing click, pyoxigraph, yaml",
            f"{a * 1000:.0f} ms against {b * 1000:.0f} ms",
            f"{(a - 0.06) / b:.1f} times its time, less 60 ms",
            "< 3",
        )

    def questions(self) -> None:
        for name, (small, large), theirs in rows(self.runs):
            self.row(
                f"question {name}: store of 10,000 profiles / of 100; rdflib",
                f"{large * 1000:.1f} ms against {small * 1000:.1f} ms; {theirs * 1000:.0f} ms",
                f"{large / small:.1f} times the time; {theirs / large:.0f} times faster than rdflib",
                "< 50 ms, about 1, ≥ 20",
            )

    def memory(self) -> None:
        peaks = []
        for folder in (self.some, self.many):
            script = (
                "import resource, subprocess, sys\n"
                "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
            )
            arguments = command("rsetk-ld", "validate", "--quiet", "--jobs", 1, folder)
            done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, check=True)
            peaks.append(int(done.stdout) / 1024)
        self.row(
            "peak memory, 1,000 profiles / 200",
            f"{peaks[1]:.0f} MiB against {peaks[0]:.0f} MiB",
            f"{peaks[1] / peaks[0]:.2f}",
            "flat",
        )


def main() -> None:
    """Run the benchmarks and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", help="one of the names of the cases below")
    options = parser.parse_args()
    head = ["| what | measured | result | wanted |", "|---|---|---|---|"]
    # Installed packages have their bytecode; ours, run from a checkout, gets it in the warm-up run.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print("\n".join(head))
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options.runs)
        cases: dict[str, Callable[[], None]] = {
            name: getattr(bench, name)
            for name in (
                "start",
                "validate",
                "convert",
                "bulk",
                "team",
                "triples",
                "memory",
                "gap",
                "questions",
            )
        }
        for name, case in cases.items():
            if options.only in {None, name}:
                case()
    about = f"Python {platform.python_version()}, {os.cpu_count()} cores, medians of {options.runs} runs."
    rows = ["| " + " | ".join(row) + " |" for row in bench.rows]
    results = ROOT / "bench" / "results"
    results.mkdir(exist_ok=True)
    (results / "table.md").write_text("\n".join([about, "", *head, *rows, ""]), encoding="utf-8")
    print(about)


if __name__ == "__main__":
    main()
