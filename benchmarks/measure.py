"""Is digistrat fast enough? Measure its commands against a fixed loop and against the goals."""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.child import CommandFailedError, Cost, package_folder, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "examples" / "strategy-repo"
AS_OF = "2026-11-21"
EMPTY, VERSION = "python -c pass", "--version"
REFERENCE = (str(HERE / "reference.py"),)
HEADINGS = ("command", "CPU s", "× reference", "peak MB", "goal")


@dataclass(frozen=True)
class Goal:
    """What a command may cost: each number is a limit that it has to stay under."""

    seconds: float | None = None
    megabytes: float | None = None
    times_empty: float | None = None


@dataclass(frozen=True)
class Command:
    """A command to measure; `output` is a folder that is not there when a run starts."""

    name: str
    arguments: tuple[str, ...]
    goal: Goal = Goal()
    output: Path | None = None


@dataclass(frozen=True)
class Result:
    """The medians of a command's runs; ratios are taken run by run, before the median."""

    command: Command
    seconds: float
    ratio: float
    megabytes: float
    times_empty: float

    def verdicts(self) -> Iterator[tuple[str, bool]]:
        """Yield every limit in words, and whether the command is over it."""
        goal = self.command.goal
        if goal.seconds is not None:
            yield f"< {goal.seconds:g} s", self.seconds >= goal.seconds
        if goal.megabytes is not None:
            yield f"< {goal.megabytes:g} MB", self.megabytes >= goal.megabytes
        if goal.times_empty is not None:
            yield f"< {goal.times_empty:g} × {EMPTY}", self.times_empty >= goal.times_empty


def main(arguments: list[str] | None = None) -> None:
    """Measure what the command line asks for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command (default: 5)")
    parser.add_argument("--quick", action="store_true", help="leave out the 10,000 files")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers to a file too")
    parser.add_argument("--example", type=Path, default=EXAMPLE, metavar="DIR", help="the strategy to lint and render")
    options = parser.parse_args(arguments)
    if options.runs < 1:
        parser.error(f"--runs is {options.runs}; at least 1 is needed")
    if not (options.example / "strategy.yaml").is_file():
        parser.error(f"no strategy.yaml in {options.example}; name a strategy with --example")
    try:
        with tempfile.TemporaryDirectory(prefix="digistrat-benchmark-") as folder:
            results, reference = measure(Path(folder), options.example.resolve(), options.runs, quick=options.quick)
    except CommandFailedError as failure:
        parser.exit(2, f"{failure}\n")
    sys.stdout.write(table(results, reference, options.runs))
    if options.json:
        options.json.write_text(as_json(results, reference, options.runs), encoding="utf-8", newline="\n")


def measure(folder: Path, example: Path, runs: int, *, quick: bool) -> tuple[list[Result], float]:
    """Prepare everything, then run all the commands in turn; also return the seconds of the reference."""
    run(("-m", "compileall", "-q", str(package_folder())))
    sizes = (1_000,) if quick else (1_000, 10_000)
    for size in sizes:
        run(("-m", "benchmarks.generate", str(folder / str(size)), "--records", str(size), "--layout", "files"))
    chosen = commands(example, folder, sizes)
    for command in chosen:
        run_anew(command)  # to warm up
    rounds = []
    for number in range(runs):
        sys.stderr.write(f"run {number + 1} of {runs}\n")
        rounds.append({command.name: (run(REFERENCE), run_anew(command)) for command in chosen})
    reference = median(before.seconds for costs in rounds for before, _ in costs.values())
    return [summarise(command, rounds) for command in chosen], reference


def commands(example: Path, folder: Path, sizes: Sequence[int]) -> list[Command]:
    """List what is measured, in the order of the table."""
    tool = ("-m", "digistrat")
    dated = ("--as-of", AS_OF)
    as_json_too = (*dated, "--format", "json")
    goals = {1_000: Goal(seconds=0.4), 10_000: Goal(seconds=3, megabytes=150)}
    site = folder / "site"
    return [
        Command(EMPTY, ("-c", "pass")),
        Command(VERSION, (*tool, "--version"), Goal(times_empty=2.5)),
        Command("lint example", (*tool, "lint", str(example), *as_json_too), Goal(seconds=0.2)),
        Command("score example", (*tool, "score", str(example), *as_json_too)),
        Command("plan example", (*tool, "plan", str(example), *as_json_too)),
        Command("render example", (*tool, "render", str(example), *dated, "-o", str(site)), output=site),
        *(
            Command(f"lint {size:,} files", (*tool, "lint", str(folder / str(size)), *as_json_too), goals[size])
            for size in sizes
        ),
    ]


def run_anew(command: Command) -> Cost:
    """Run a command that finds nothing of its last run, and return the cost."""
    if command.output:
        shutil.rmtree(command.output, ignore_errors=True)
    return run(command.arguments)


def summarise(command: Command, rounds: Sequence[dict[str, tuple[Cost, Cost]]]) -> Result:
    """Take the medians over all rounds of a command; in each round it is compared with its neighbours."""
    pairs = [costs[command.name] for costs in rounds]
    return Result(
        command,
        median(cost.seconds for _, cost in pairs),
        median(cost.seconds / before.seconds for before, cost in pairs),
        median(cost.megabytes for _, cost in pairs),
        median(costs[command.name][1].seconds / costs[EMPTY][1].seconds for costs in rounds),
    )


def table(results: Sequence[Result], reference: float, runs: int) -> str:
    """Write the results as aligned plain text."""
    rows = [HEADINGS, *(_cells(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [f"Median of {runs} after a warm-up; the reference loop took {reference:.3f} s.", ""]
    for name, *numbers, goal in rows:
        middle = (number.rjust(width) for number, width in zip(numbers, widths[1:-1], strict=True))
        lines.append("  ".join((name.ljust(widths[0]), *middle, goal)).rstrip())
    return "\n".join(lines) + "\n"


def _cells(result: Result) -> tuple[str, ...]:
    goal = ", ".join(f"{limit}{' over' if over else ''}" for limit, over in result.verdicts())
    if result.command.goal.times_empty is not None:
        goal += f" (is {result.times_empty:.2f})"
    return (
        result.command.name,
        f"{result.seconds:.3f}",
        f"{result.ratio:.2f}",
        f"{result.megabytes:.1f}",
        goal,
    )


def as_json(results: Sequence[Result], reference: float, runs: int) -> str:
    """Write the results for another program."""
    numbers = {
        "version": 1,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "as_of": AS_OF,
        "runs": runs,
        "reference_seconds": round(reference, 4),
        "commands": [
            {
                "command": result.command.name,
                "cpu_seconds": round(result.seconds, 4),
                "ratio": round(result.ratio, 3),
                "times_empty": round(result.times_empty, 3),
                "peak_mb": round(result.megabytes, 1),
                "goals": [{"limit": limit, "over": over} for limit, over in result.verdicts()],
            }
            for result in results
        ],
    }
    return json.dumps(numbers, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
