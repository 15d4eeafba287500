"""Every row of `cases/`: the findings of a small strategy are exactly the marked ones."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import digistrat
from digistrat.disk.folder import read_folder
from digistrat.lint.engine import EVERYTHING, run
from digistrat.lint.filters import Selection
from digistrat.lint.rules import NAMES, RULES
from digistrat.model.load import load
from digistrat.model.shelf import FOLDERS
from digistrat.read import limits
from digistrat.read.events import FASTEST, PythonEvents
from tests.strategies import AS_OF, lint, write

CASES = Path(__file__).parent / "cases"
ONLY_SHAPE = frozenset({"files", "kinds", "references"})  # tables of records that are right in shape and otherwise bare
SHAPE = Selection(select=frozenset({"files"}))
_MARK = re.compile(r"# expect: (?P<expected>.*)$")
_EXPECTED = re.compile(r"(?P<rule>[a-z0-9-]+)(?: (?P<level>error|warning|info))?(?: (?P<column>\d+))?")


def rows() -> list[Any]:
    found: list[Any] = []
    for path in sorted(CASES.glob("*.yaml")):
        # The cases' own files are ours: anchors and all, as YAML has them.
        found.extend(
            pytest.param(
                {"select": EVERYTHING if path.stem not in ONLY_SHAPE else SHAPE, **row},
                id=f"{path.stem}: {row['case']}",
            )
            for row in yaml.safe_load(path.read_text(encoding="utf-8"))
        )
    return found


def expected_of(row: dict[str, Any]) -> list[tuple[str, int, str, str | None, int | None]]:
    """Give file, line, rule and, where the row says so, level and column of every finding it expects."""
    found = [
        (one["file"], one["line"], one["rule"], one.get("level"), one.get("column")) for one in row.get("expect", [])
    ]
    for file, content in row.get("files", {}).items():
        text = content["text"] if isinstance(content, dict) and "text" in content else content
        for number, line in enumerate(re.split(r"\r\n|\r|\n", text) if isinstance(text, str) else [], 1):
            mark = _MARK.search(line)
            for one in mark["expected"].split(";") if mark else []:
                said = _EXPECTED.fullmatch(one.strip())
                assert said, f"a mark that says nothing: {one!r}"
                column = int(said["column"]) if said["column"] else None
                found.append((file, number, said["rule"], said["level"], column))
    return sorted(found, key=str)


@pytest.mark.parametrize("row", rows())
def test_a_case_gives_the_marked_findings_and_no_others(row: dict[str, Any], tmp_path: Path) -> None:
    as_of = row.get("as_of", AS_OF)
    folder = write(tmp_path, row.get("files", {}))

    findings = lint(folder, as_of if isinstance(as_of, date) else date.fromisoformat(as_of), row["select"]).findings

    assert [] == [one.message for one in findings if len(one.message) > 100 or one.message.endswith(".")]
    expected = expected_of(row)
    found = [(one.file, one.span.line, one.rule, one.level, one.span.column) for one in findings]
    loosest = [
        (*one[:3], *(None if said is None else actual for said, actual in zip(wanted[3:], one[3:], strict=True)))
        for one, wanted in zip(sorted(found, key=str), expected, strict=False)
    ]
    assert expected == loosest + sorted(found, key=str)[len(expected) :], "\n".join(
        f"{one.file}:{one.span.line}:{one.span.column} {one.level} {one.rule} {one.message}" for one in findings
    )


def test_every_rule_has_a_case_that_fires_and_one_that_nearly_does() -> None:
    fires: dict[str, int] = defaultdict(int)
    nearly: dict[str, int] = defaultdict(int)
    for param in rows():
        row = param.values[0]
        rules = {rule for _, _, rule, _, _ in expected_of(row)}
        for rule in rules:
            fires[rule] += 1
        if row["rule"] not in rules:
            nearly[row["rule"]] += 1

    lacking = [rule.name for rule in RULES if not fires[rule.name] or not nearly[rule.name]]

    assert lacking == []


def both_parsers() -> list[Any]:
    return [param for param in rows() if str(param.id).startswith(("files:", "language:"))]


@pytest.mark.parametrize("row", both_parsers())
def test_the_pure_python_parser_finds_the_same(row: dict[str, Any], tmp_path: Path) -> None:
    folder = write(tmp_path, row.get("files", {}))
    bounds = {"file_bytes": limits.FILE_BYTES, "files": limits.FILES, "all_bytes": limits.ALL_BYTES}
    tree = read_folder(folder, FOLDERS, **bounds)

    fast, plain = (run(load(tree, AS_OF, parser)).findings for parser in (FASTEST, PythonEvents))

    # Where YAML breaks off, each parser has a place of its own.
    assert [(one.rule, one.file) for one in fast] == [(one.rule, one.file) for one in plain]
    assert [one.span for one in fast if one.rule != "invalid-yaml"] == [
        one.span for one in plain if one.rule != "invalid-yaml"
    ]


def test_every_rule_that_reading_names_is_there() -> None:
    source = Path(digistrat.__file__).parent
    named = re.compile(
        r'(?:not_valid|_Stop|Refusal|refused)\(\s*(?:file, |path, )?"([a-z]+-[a-z-]+)"|"([a-z]+-[a-z-]+)", Fault\('
    )
    texts = [path.read_text(encoding="utf-8") for path in source.rglob("*.py")]
    found = {name for text in texts for match in named.findall(text) for name in match if name}

    assert len(found) > 10
    assert found <= NAMES
