"""Formats that other programs read: each is what its readers expect, whatever stands in a finding."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET  # noqa: S405  (we read what we wrote)

import pytest
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt

from digistrat.lint.formats import FORMATS, written
from digistrat.lint.formats.show import Show
from digistrat.lint.rules import RULES
from tests.strategies import lint, write

if TYPE_CHECKING:
    from digistrat.lint.finding import Report

SCHEMA = Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json"
FAULTY = Path(__file__).parents[1] / "golden" / "faulty"
NASTY = '- {id: a, title: "T", "ti:t,%0A|<b>&amp;`]*": "\\u202e x"}\n'
MANY = "".join(f"- {{id: p{n}, titel: T}}\n" for n in range(25))


@pytest.fixture(params=["faulty", "nasty", "clean", "missing", "ignored"])
def report(request: pytest.FixtureRequest, tmp_path: Path) -> Report:
    files: dict[str, dict[str, Any]] = {
        "nasty": {"principles.yaml": NASTY},
        "clean": {},
        "missing": {"mission.yaml": None},
        "ignored": {"principles.yaml": "- {id: a, titel: T}  # digistrat: ignore[unknown-key] we & <they> know\n"},
    }
    return lint(FAULTY if request.param == "faulty" else write(tmp_path, files[request.param]))


def test_sarif_is_valid_and_holds_every_finding(report: Report) -> None:
    data = json.loads(written("sarif", report, Show("a b/strategy/")))

    errors = [
        error.message for error in Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).iter_errors(data)
    ]
    assert errors == []
    run = data["runs"][0]
    assert len(report.findings) + len(report.hidden) == len(run["results"])
    assert {"a%20b"} >= {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].split("/")[0] for result in run["results"]
    }
    assert [one["ruleId"] for one in run["results"]] == [
        run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] for one in run["results"]
    ]
    assert len(report.hidden) == sum("suppressions" in one for one in run["results"])
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in run["tool"]["driver"]["rules"])


def test_the_fingerprint_of_a_finding_stays_when_its_lines_move(tmp_path: Path) -> None:
    before = lint(write(tmp_path / "a", {"principles.yaml": MANY}))
    after = lint(write(tmp_path / "b", {"principles.yaml": "# A new line\n\n" + MANY}))

    assert _fingerprints(before) == _fingerprints(after)
    assert len(set(_fingerprints(before))) == 25


def _fingerprints(report: Report) -> list[str]:
    data = json.loads(written("gitlab", report, Show()))
    return [one["fingerprint"] for one in data]


def test_gitlab_gets_what_its_report_needs(report: Report) -> None:
    data = json.loads(written("gitlab", report, Show("x/")))

    assert len(report.findings) == len(data)
    for one in data:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(one)
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert one["location"]["lines"]["begin"] > 0


def test_junit_can_be_parsed_and_counts_right(report: Report) -> None:
    root = ET.fromstring(written("junit", report, Show("x/")))  # noqa: S314  (our own)

    cases = root.findall("./testsuite/testcase")
    assert str(len(cases)) == root.get("tests")
    assert sum(one.level == "error" for one in report.findings) == len(root.findall(".//failure"))
    assert int(root.get("failures", "")) == sum(int(suite.get("failures", "")) for suite in root)
    assert int(root.get("tests", "")) == sum(int(suite.get("tests", "")) for suite in root)


@pytest.mark.parametrize(("fail_on", "failed"), [("never", set()), ("error", {"error"}), ("info", {"error", "warning", "info"})])  # fmt: skip
def test_what_fails_the_command_fails_the_test(fail_on: str, failed: set[str]) -> None:
    root = ET.fromstring(written("junit", lint(FAULTY), Show(fail_on=fail_on)))  # noqa: S314  (our own)

    assert failed == {failure.get("type") for failure in root.iter("failure")}


ANNOTATION = re.compile(r"^::(error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[a-z0-9-]+::[^\r\n]+$")  # fmt: skip


def test_github_annotations_are_well_formed_and_the_worst_come_first(report: Report) -> None:
    lines = written("github", report, Show("x/")).splitlines()

    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == min(10, len(report.findings))
    assert [line for line in commands if not ANNOTATION.match(line)] == []
    levels = [line[2:].split(" ")[0] for line in commands]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    assert (len(report.findings) > 10) is (len(lines) > len(commands))


def test_github_says_how_many_more_there_are(tmp_path: Path) -> None:
    text = written("github", lint(write(tmp_path, {"principles.yaml": MANY})), Show())

    assert text.splitlines()[-1].startswith("and 15 more of 25 findings")


def test_nothing_in_a_finding_ends_a_github_command_early(tmp_path: Path) -> None:
    name = "50%,a:b"
    text = written("github", lint(write(tmp_path, {f"{name}.yaml": "x: 1\n"})), Show())

    assert "file=50%25%2Ca%3Ab.yaml," in text


def test_markdown_shows_every_finding_as_text_in_a_table(report: Report) -> None:
    text = written("markdown", report, Show("x/"))

    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    rows = sum(token.type == "tr_open" for token in tokens)
    tables = sum(token.type == "table_open" for token in tokens)
    assert len(report.findings) == rows - tables
    inline: list[Any] = [child for token in tokens for child in token.children or ()]
    assert not {"html_inline", "link_open", "image", "em_open"} & {child.type for child in inline}


def test_statistics_count_by_rule_the_most_frequent_first(tmp_path: Path) -> None:
    files = {"principles.yaml": MANY, "measures.yaml": "- {id: letters-sent}\n"}
    text = written("statistics", lint(write(tmp_path, files)), Show())

    assert text.splitlines()[:2] == ["25  unknown-key  error", " 1  missing-key  error"]


def test_the_same_report_gives_the_same_bytes() -> None:
    for name in FORMATS:
        assert written(name, lint(FAULTY), Show()) == written(name, lint(FAULTY), Show())


def test_sarif_knows_every_rule_by_a_name_of_its_own() -> None:
    names = ["".join(part.capitalize() for part in rule.name.split("-")) for rule in RULES]

    assert len(set(names)) == len(names)


def test_the_fingerprint_of_a_finding_stays_when_one_above_it_is_ignored(tmp_path: Path) -> None:
    both = "- {id: a, title: A, x1: 1}\n- {id: a, title: A, x2: 1}\n"
    hidden = both.replace("x1: 1}", "x1: 1}  # digistrat: ignore[unknown-key] why")

    first, second = (
        json.loads(written("sarif", lint(write(tmp_path / name, {"decisions.yaml": text})), Show()))["runs"][0][
            "results"
        ]
        for name, text in (("a", both), ("b", hidden))
    )

    assert [one["partialFingerprints"] for one in first] == [one["partialFingerprints"] for one in second]


def test_a_file_name_that_is_no_text_is_still_named(tmp_path: Path) -> None:
    folder = write(tmp_path, {})
    (folder / "users").mkdir()
    (folder / os.fsdecode(b"users/bad\xff.yaml")).write_text("bogus: 1\n")

    data = json.loads(written("sarif", lint(folder), Show()))

    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in data["runs"][0]["results"]}
    assert "users/bad%FF.yaml" in uris
