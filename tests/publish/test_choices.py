"""What the choices page says beside the ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.publish import markdown, site
from tests.strategies import AS_OF, lint, write

if TYPE_CHECKING:
    from pathlib import Path

SCORING = (
    "criteria: {id: patient, title: Patients, weight: 100, max: 5, scale: {1: Nobody notices, 5: Everybody does}}\n"
)


def test_what_points_mean_is_said(tmp_path: Path) -> None:
    answers = Answers(load_folder(write(tmp_path, {"scoring.yaml": SCORING}), AS_OF))

    page = site.build(answers)["choices.html"].decode()
    assert "What the points mean for Patients" in page
    assert "<dt>5</dt><dd>Everybody does</dd>" in page
    assert "- **1:** Nobody notices\n" in markdown.build(answers).decode()


def test_a_refusal_that_says_nothing_is_not_shown(tmp_path: Path) -> None:
    folder = write(tmp_path, {"mission.yaml": "mission: Ours\nwill_not: [{why: Because}, {what: Pagers, why: Old}]\n"})

    text = markdown.build(Answers(load_folder(folder, AS_OF))).decode()

    assert "- **Pagers**: Old" in text
    assert "****" not in text


def test_two_records_with_one_old_id_are_told(tmp_path: Path) -> None:
    folder = write(tmp_path, {"risks.yaml": "- {id: a, title: A, was: old}\n- {id: b, title: B, was: [other, old]}\n"})

    found = [(one.field, one.message) for one in lint(folder).findings if one.rule == "duplicate-id"]

    assert [("was.1", "'old' is also an old id of 'a'; an old link could mean either")] == found


def test_points_of_a_scale_are_numbers(tmp_path: Path) -> None:
    folder = write(tmp_path, {"scoring.yaml": SCORING.replace("{1: N", "{one: N")})

    assert [("wrong-type", "criteria.0.scale.one")] == [
        (one.rule, one.field) for one in lint(folder).findings if one.level == "error" and one.file == "scoring.yaml"
    ]
