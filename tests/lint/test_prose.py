"""Which texts the hints about language read: every name in their list is a field that holds text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml

from digistrat.lint.filters import Selection
from digistrat.lint.rules.language.markdown import blocks
from digistrat.lint.rules.language.texts import PROSE, texts
from digistrat.model.anatomy import part_at
from digistrat.model.kinds.mission import Journey, Outcome
from digistrat.model.kinds.user import Need
from digistrat.model.load import load_folder
from digistrat.model.part import written_keys
from digistrat.model.shelf import COLLECTIONS, SERIES, SINGLES
from tests.strategies import AS_OF, EXAMPLE, lint, write

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.part import Part

HELD: dict[str, type[Part]] = {"outcomes": Outcome, "journeys": Journey, "needs": Need}


def kind(name: str) -> type[Part]:
    if name in HELD:
        return HELD[name]
    return COLLECTIONS[name].load() if name in COLLECTIONS else {**SINGLES, **SERIES}[name].load_single()


@pytest.mark.parametrize(("name", "trail"), [(name, trail) for name, trails in PROSE.items() for trail in trails])
def test_every_trail_leads_to_a_text(name: str, trail: tuple[str, ...]) -> None:
    if trail == ("scores", "why"):
        return  # scores are no part: they read themselves
    part = part_at(kind(name), trail[:-1])

    assert part is not None
    assert written_keys(part)[trail[-1]] == trail[-1]
    assert "str" in str(part.model_fields[trail[-1]].annotation)


def test_every_kind_with_sentences_is_read() -> None:
    assert {*COLLECTIONS, *SINGLES, *SERIES, *HELD} - PROSE.keys() == {"frameworks", "exchange"}


def test_a_text_is_found_where_it_was_written() -> None:
    strategy = load_folder(EXAMPLE, AS_OF)
    files = {part.at().file for part, _, _ in texts(strategy)}
    written = {file: yaml.load(strategy.documents[file].text, yaml.BaseLoader) for file in files}

    for part, keys, text in texts(strategy):
        data = written[part.at().file]
        for key in part.at(*keys).keys:
            if isinstance(data, list) and isinstance(key, int):
                data = data[key]
            elif isinstance(data, dict) and isinstance(key, str):
                data = data[key]  # else one bare value stands for a list
        assert text == data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One **two** _three_ four_five `six` [seven](https://x.example)", ["One two three four_five … seven"],
                     id="marks are not said"),
        pytest.param("See https://x.example/ABC and <https://y.example>.", ["See … and …"], id="nor are addresses"),
        pytest.param("One\ntwo\n\nthree", ["One two", "three"], id="a blank line ends a paragraph"),
        pytest.param("# One\ntwo\n- three\n  four\n1. five", ["One", "two", "three four", "five"], id="so do marks"),
        pytest.param("One\n===\ntwo\n***\nthree", ["One", "two", "three"], id="and lines of marks"),
        pytest.param("| a | b |\n|---|---|\n| c | d |\nand so on", ["a", "b", "c", "d", "and so on"], id="a table"),
        pytest.param("One\n> two\n\n```\nthree\n```\nfour", ["One", "four"], id="neither quotes nor code"),
        pytest.param(r"\*One\* 3 * 4", ["*One* 3 4"], id="what is escaped stays"),
        pytest.param("  \n ", [], id="nothing"),
    ],
)  # fmt: skip
def test_markdown_is_read_block_by_block(text: str, expected: list[str]) -> None:
    assert expected == list(blocks(text))


@pytest.mark.parametrize(
    "piece", ["[", "`", "`` ", "* ", "_", "A", "A&", "AB (", " '", "“", ". ", "](", "\n- ", "driving ", "e"]
)
def test_no_text_takes_for_ever(piece: str, tmp_path: Path) -> None:
    text = json.dumps(piece * (90_000 // len(piece)))
    folder = write(tmp_path, {"principles.yaml": f"- {{id: a, title: A, means: {text}}}\n"})

    lint(folder, selection=Selection(select=frozenset({"language"})))
