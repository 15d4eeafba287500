"""How large can a strategy get before digistrat is slow? Write a realistic, lint-clean one of any size."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.cast import SMALLEST, Cast, make_cast
from benchmarks.front import manifest, mission, scoring
from benchmarks.records import constraint, principle, service, user_group
from benchmarks.work import commitment, initiative, make_aims, measure
from benchmarks.yaml_text import Record, many_records, one_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_FILES = 20_000  # what the format allows; three of them stand once
MOST_IN_A_LIST = 1_500  # records; more would pass the values that the format allows in a file

Collections = dict[str, list[Record]]


def main(arguments: list[str] | None = None) -> None:
    """Write the strategy that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", metavar="OUT", type=Path, help="an empty folder, or one to be made")
    parser.add_argument("--records", type=int, default=1000, help=f"at least {SMALLEST} (default: 1000)")
    parser.add_argument("--layout", choices=("files", "lists"), default="files", help="K/ID.yaml or K.yaml")
    parser.add_argument("--seed", type=int, default=7, help="another seed, another strategy (default: 7)")
    options = parser.parse_args(arguments)
    if options.records < SMALLEST:
        parser.error(f"--records is {options.records}; a strategy has at least {SMALLEST}")
    if options.layout == "files" and options.records + 3 > MOST_FILES:
        parser.error(f"a strategy has at most {MOST_FILES} files; use --layout lists")
    if options.out.exists() and (not options.out.is_dir() or any(options.out.iterdir())):
        parser.error(f"{options.out} is not an empty folder; name one that is, or a new one")
    write(options.out, generate(options.records, options.seed, options.layout))


def generate(records: int, seed: int, layout: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file of a strategy; the same seed gives the same files."""
    rng = Random(seed)
    cast = make_cast(rng, records)
    yield "strategy.yaml", one_record(manifest(cast))
    yield "mission.yaml", one_record(mission(rng, cast))
    yield "scoring.yaml", one_record(scoring())
    yield from (_as_files if layout == "files" else _as_lists)(collections(rng, cast))


def collections(rng: Random, cast: Cast) -> Collections:
    """Make the records of every kind that the strategy has."""
    aims = make_aims(rng, cast)
    makers: dict[str, Callable[[Random, Cast, int, str], Record]] = {
        "principles": principle,
        "users": user_group,
        "services": service,
        "constraints": constraint,
        "initiatives": initiative,
        "measures": partial(measure, aims),
        "commitments": partial(commitment, aims),
    }
    return {
        kind: [make(rng, cast, index, name) for index, name in enumerate(cast.ids[kind])]
        for kind, make in makers.items()
        if cast.ids[kind]
    }


def write(out: Path, files: Iterator[tuple[str, str]]) -> None:
    """Write the files with the line ends of every system alike."""
    for path, text in files:
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _as_files(kinds: Collections) -> Iterator[tuple[str, str]]:
    for kind, records in kinds.items():
        yield from ((f"{kind}/{record['id']}.yaml", one_record(record)) for record in records)


def _as_lists(kinds: Collections) -> Iterator[tuple[str, str]]:
    """Write one list for each kind; a very long one goes on in the kind's folder."""
    for kind, records in kinds.items():
        for start in range(0, len(records), MOST_IN_A_LIST):
            path = f"{kind}/from-{start + 1:05}.yaml" if start else f"{kind}.yaml"
            yield path, many_records(records[start : start + MOST_IN_A_LIST])


if __name__ == "__main__":
    main()
