"""Mending after one slip of the pen: what comes out is what was there before the slip, or the slip, never a third thing."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digistrat.disk.folder import Tree
from digistrat.lint.engine import run
from digistrat.lint.fix import mended
from digistrat.model.load import load
from digistrat.model.values.date import MONTHS
from digistrat.read.document import read_document
from digistrat.read.positions import Positions, places
from digistrat.read.scan import LINE_END
from tests.strategies import AS_OF, EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digistrat.lint.finding import Finding
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Span


class Word(NamedTuple):
    """A stretch of a file of the example."""

    file: str
    start: int
    end: int


@cache
def example() -> dict[str, str]:
    return {
        path.relative_to(EXAMPLE).as_posix(): path.read_bytes().decode() for path in sorted(EXAMPLE.rglob("*.yaml"))
    }


@cache
def loaded() -> Strategy:
    return load(tree(example()), AS_OF)


def tree(files: dict[str, str]) -> Tree:
    return Tree({file: text.encode() for file, text in files.items()})


def word(file: str, span: Span) -> Word:
    starts = [0, *(found.end() for found in LINE_END.finditer(example()[file]))]
    return Word(file, starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1)


@cache
def keys() -> list[Word]:
    return [
        word(file, place.key)
        for file, text in example().items()
        if claimed(file)
        for place in places(text)
        if place.key
    ]


def claimed(file: str) -> bool:
    return not file.rpartition("/")[2].startswith("x-")


@cache
def references() -> list[Word]:
    positions = {file: Positions(text) for file, text in example().items()}
    return [word(link.at.file, positions[link.at.file].find(link.at)) for link in loaded().links]


@cache
def dates() -> list[Word]:
    return [found for found in scalars() if re.fullmatch(r"\d{4}-\d\d(-\d\d)?|FY\d{4}-\d\d(-Q\d)?", text_of(found))]


@cache
def prose() -> list[Word]:
    """Plain texts of several words in one line."""
    return [found for found in scalars() if re.fullmatch(r"[A-Z][\w ']+ [\w ']+\w", text_of(found))]


@cache
def scalars() -> list[Word]:
    return [
        word(file, place.value) for file, text in example().items() for place in places(text) if place.plain and not place.empty
    ]  # fmt: skip


def text_of(found: Word) -> str:
    return example()[found.file][found.start : found.end]


def with_(found: Word, text: str) -> dict[str, str]:
    whole = example()[found.file]
    return {**example(), found.file: whole[: found.start] + text + whole[found.end :]}


def fixed(files: dict[str, str]) -> dict[str, str]:
    def look(strategy: Strategy) -> list[Finding]:
        return list(run(strategy).findings)

    return {**files, **{one.file: one.after for one in mended(tree(files), AS_OF, look)}}


def data(files: dict[str, str]) -> dict[str, str]:
    return {file: json.dumps(read_document(file, text.encode()).data) for file, text in files.items()}


def check(before: dict[str, str], slip: dict[str, str]) -> bool:
    """Tell whether it was mended; fails where it became something else."""
    after = fixed(slip)
    assert after == slip or data(before) == data(after)
    return after != slip


@st.composite
def slips_in(draw: st.DrawFn, words: Callable[[], list[Word]]) -> tuple[Word, str]:
    """Drop, double or swap a letter."""
    found = draw(st.sampled_from(words()))
    text = text_of(found)
    at = draw(st.integers(0, len(text) - 1))
    kind = draw(st.sampled_from(["drop", "double", "swap", "hit"]))
    middle = {
        "drop": "",
        "double": text[at] * 2,
        "swap": text[at + 1 : at + 2] + text[at],
        "hit": draw(st.sampled_from("aeionst1")),
    }[kind]
    return found, text[:at] + middle + text[at + 1 + (kind == "swap") :]


MANY = settings(max_examples=15, suppress_health_check=list(HealthCheck), derandomize=True)


@MANY
@given(slips_in(keys))
def test_a_slip_in_a_key_is_mended_or_stays(slip: tuple[Word, str]) -> None:
    check(example(), with_(*slip))


@MANY
@given(slips_in(references))
def test_a_slip_in_a_reference_is_mended_or_stays(slip: tuple[Word, str]) -> None:
    check(example(), with_(*slip))


def ways_to_write(date: str) -> Iterator[str]:
    """Write a date in ways that people have, each of them right."""
    year, month, day = (*date.split("-"), "", "")[:3]
    if date.startswith("FY"):
        years = f"{year[2:]}/{month}"
        yield from [f"{day} {years}", f"{years} {day}"] if day else [years, f"FY {years}", years.replace("/", "-")]
        return
    name = MONTHS[int(month) - 1]
    if day:
        yield from (f"{int(day)} {name} {year}", f"{day}/{month}/{year}", f"{int(day)}.{int(month)}.{year}")
        yield f"{int(day)}th of {name[:3].upper()}, {year}"
    else:
        yield from (f"{name} {year}", f"{name[:3]} {year}", f"{int(month)}/{year}", f"{name[:3]}-{year[2:]}")


@MANY
@given(st.data())
def test_a_date_written_in_another_way_is_mended_or_stays(draw: st.DataObject) -> None:
    found = draw.draw(st.sampled_from(dates()))
    way = draw.draw(st.sampled_from(list(ways_to_write(text_of(found)))))

    check(example(), with_(found, way if "," not in way else f"'{way}'"))


@MANY
@given(st.data())
def test_a_text_without_its_quotes_is_mended_or_stays(draw: st.DataObject) -> None:
    found = draw.draw(st.sampled_from(prose()))
    words = text_of(found).split(" ")
    at = draw.draw(st.integers(1, len(words) - 1))
    start, rest = " ".join(words[:at]), " ".join(words[at:])
    text = start + draw.draw(st.sampled_from([", ", ",  ", " #1 ", " #A2: ", " #was "])) + rest

    check(with_(found, json.dumps(text)), with_(found, text))
