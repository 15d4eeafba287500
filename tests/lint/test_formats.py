"""How findings are shown: enough of them, in colour, with the caret under the right place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from digistrat.lint.formats import written
from digistrat.lint.formats.show import Show
from tests.strategies import lint, write

if TYPE_CHECKING:
    from pathlib import Path

MANY = "".join(f"- {{id: p{n}, titel: T}}\n" for n in range(25))


@pytest.mark.parametrize(
    ("format", "more"), [("concise", "and 5 more [unknown-key]"), ("full", "and 5 more unknown-key in x/")]
)
def test_people_see_twenty_findings_of_one_rule_in_one_file(format: str, more: str, tmp_path: Path) -> None:
    text = written(format, lint(write(tmp_path, {"principles.yaml": MANY})), Show("x/"))

    assert text.count("did you mean 'title'?") == 20
    assert more in text


def test_programs_see_all(tmp_path: Path) -> None:
    data = json.loads(written("json", lint(write(tmp_path, {"principles.yaml": MANY})), Show("x/")))

    assert len(data["findings"]) == data["counts"]["error"] == 25
    assert {"principles.yaml"} == {finding["file"] for finding in data["findings"]}


def test_of_a_long_line_the_part_around_the_fault_is_shown(tmp_path: Path) -> None:
    line = "- {id: a, title: " + "x" * 400 + ", titel: T, means: " + "y" * 400 + "}\n"
    text = written("full", lint(write(tmp_path, {"principles.yaml": line})), Show())
    source, under = text.splitlines()[3:5]

    assert len(source) < 200
    assert "…" in source
    assert source.index("titel") == under.index("^^^^^")


def test_the_caret_stands_under_wide_letters_too(tmp_path: Path) -> None:
    line = "- {id: a, title: 漢字é, titel: T}\n"
    text = written("full", lint(write(tmp_path, {"principles.yaml": line})), Show())
    source, under = text.splitlines()[3:5]

    assert under.index("^") == source.index("titel") + 2  # two letters are two columns wide


def test_a_finding_without_a_line_shows_none(tmp_path: Path) -> None:
    text = written("full", lint(write(tmp_path, {"mission.yaml": None})), Show())

    assert " --> mission.yaml:1:1\n = help" in text.replace("\n  ", "\n ")


def test_colours_mark_the_level(tmp_path: Path) -> None:
    report = lint(write(tmp_path, {"principles.yaml": MANY}))

    assert "\x1b[1;31merror\x1b[0m" in written("full", report, Show(colour=True))
    assert "\x1b" not in written("full", report, Show())
