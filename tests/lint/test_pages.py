"""Every rule's page: its bad example gives exactly this rule at the marked line, its good one nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from digistrat.lint.page import HERE, Page, page_of
from digistrat.lint.rules import RULES
from tests.strategies import lint, write

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.lint.rule import Rule

_HEADER = re.compile(r"^# (?P<file>[\w/.-]+\.ya?ml)(?: saved as (?P<encoding>[\w-]+)| (?P<missing>missing))?$")
each_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in RULES])


def files_of(example: str) -> tuple[dict[str, Any], tuple[str, int] | None]:
    """Take an example apart into files, and the file and line that it marks."""
    files: dict[str, Any] = {}
    marked = None
    lines: list[str] = []
    name, header = "", None
    for line in example.split("\n"):
        text = HERE.sub("", line)
        found = _HEADER.match(text)
        if found:
            name, header, lines = found["file"], found, []
        else:
            lines.append(text)
        if HERE.search(line):
            marked = name, max(len(lines), 1)
        text = "\n".join(lines) + "\n"
        assert header, "an example begins with the name of its file"
        encoding, missing = header["encoding"], header["missing"]
        files[name] = None if missing else {"encoding": encoding, "text": text} if encoding else text
    return files, marked


@each_rule
def test_bad_gives_exactly_this_rule_at_the_marked_line(rule: Rule, tmp_path: Path) -> None:
    files, marked = files_of(page_of(rule).bad)

    findings = lint(write(tmp_path, files)).findings

    assert [(rule.name, marked)] == [(one.rule, (one.file, one.span.line)) for one in findings], findings


@each_rule
def test_good_gives_nothing(rule: Rule, tmp_path: Path) -> None:
    files, marked = files_of(page_of(rule).good)

    findings = lint(write(tmp_path, files)).findings

    assert marked is None
    assert findings == ()


@each_rule
def test_a_page_says_what_is_wrong_and_why(rule: Rule) -> None:
    page: Page = page_of(rule)

    assert page.fault.endswith(".")
    assert page.why.endswith(".")
