"""plan.yaml as it is written: in which quarters, what stays, and what is written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.plan import writing
from digistrat.plan.report import Wishes
from digistrat.plan.solver import Means
from digistrat.plan.writing import written
from digistrat.read.yaml_text import EditError
from tests.cli.test_plan import WORK, small
from tests.strategies import AS_OF, minimal

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = minimal()["strategy.yaml"]


def accepted(folder: Path, plan: str | None = None, work: str = WORK, by: str = "Board", **files: str) -> str:
    """Write plan.yaml for a small strategy, without a solver."""
    strategy = load_folder(small(folder, work, plan=plan, **files), AS_OF)
    return written(plan or "", Answers(strategy).plan(Wishes(Means(solver=False))), by)


def entries(text: str, key: str) -> dict[str, Any]:
    """Give the entries of a list by initiative; whatever stands twice fails."""
    found = yaml.load(text, yaml.BaseLoader)[key]
    assert len(found) == len({one["initiative"] for one in found})
    return {one.pop("initiative"): one for one in found}


@pytest.mark.parametrize(
    ("manifest", "work", "alpha"),
    [
        pytest.param("", WORK, ("2027-Q2", "2027-Q3"), id="calendar"),
        pytest.param("envelope: [{year: FY2027-28}]\n", WORK, ("FY2027-28-Q1", "FY2027-28-Q2"), id="financial years"),
        pytest.param("next_review: FY2027-28-Q2\n", WORK, ("FY2027-28-Q1", "FY2027-28-Q2"), id="financial quarters"),
        pytest.param("x-note: Since FY2026-27\n", WORK, ("2027-Q2", "2027-Q3"), id="a free text"),
        pytest.param("", WORK.replace("Beta", "FY2026-27"), ("2027-Q2", "2027-Q3"), id="a title"),
        pytest.param("# FY2026-27\n", WORK, ("2027-Q2", "2027-Q3"), id="a comment"),
        pytest.param("financial_year_starts: 07-01\n", WORK, ("2027-Q2", "2027-Q3"), id="years from July"),
        pytest.param("financial_year_starts: 06-01\n", WORK, ("FY2026-27-Q4", "FY2027-28-Q1"), id="odd quarters"),
        pytest.param("financial_year_starts: 04-06\n", WORK, ("2027-04", "2027-09"), id="the tax year"),
        pytest.param("financial_year_starts: 06-04\n", WORK, ("2027-03", "2027-08"), id="odd days"),
    ],
)
def test_quarters_are_named_as_the_strategy_names_them(
    manifest: str, work: str, alpha: tuple[str, str], tmp_path: Path
) -> None:
    kept = MANIFEST.replace("next_review: 2027-03\n", "" if "next_review" in manifest else "next_review: 2027-03\n")

    text = accepted(tmp_path, work=work, strategy=kept + manifest)

    assert dict(zip(("start", "finish"), alpha, strict=True)) == entries(text, "chosen")["alpha"]


@pytest.mark.parametrize("start", ["04-01", "06-01", "04-06", "06-04", "01-01", "12-31"])
def test_what_is_written_is_read_as_what_was_planned(start: str, tmp_path: Path) -> None:
    manifest = f"{MANIFEST}financial_year_starts: {start}\nenvelope: [{{year: FY2027-28}}]\n"
    text = accepted(tmp_path, strategy=manifest)

    answers = Answers(load_folder(small(tmp_path, strategy=manifest, plan=text), AS_OF))

    assert answers.accepted
    assert answers.plan(Wishes(Means(solver=False))).plan.chosen == answers.accepted.plan.chosen
    assert answers.accepted.holds


def test_a_quarter_that_is_as_good_in_other_words_stays(tmp_path: Path) -> None:
    plan = "chosen:\n  - {initiative: alpha, start: 2027-04-01, finish: 2027-09}\n"

    assert {"start": "2027-04-01", "finish": "2027-09"} == entries(accepted(tmp_path, plan), "chosen")["alpha"]


@pytest.mark.parametrize(
    ("reason", "kept"),
    [
        ("We wait for the new wing", True),
        ("As of course you know, it waits", True),
        ("As of 2026-10, it waits", True),
        ("As of 2026-10-08, team is 3 weeks short", False),
        ("", False),
    ],
)
def test_reasons_that_people_wrote_are_kept(reason: str, kept: bool, tmp_path: Path) -> None:  # noqa: FBT001  (of a table)
    plan = f"not_now:\n  - {{initiative: gamma, reason: {reason!r}}}\n"

    found = entries(accepted(tmp_path, plan), "not_now")["gamma"]["reason"]

    assert kept == (reason == found)
    assert kept or found == "As of 2026-11-21, team is 5 weeks short in 2027-Q4 (October to December 2027)"


def test_a_misspelt_id_loses_nobodys_words(tmp_path: Path) -> None:
    plan = "chosen:\n  - {initiative: gama}\nnot_now:\n  - {initiative: gama, reason: So}\n  - {initiative: x}\n"

    text = accepted(tmp_path, plan)

    assert {"gama": {"reason": "So"}} == {id: one for id, one in entries(text, "not_now").items() if id != "gamma"}
    assert {"alpha", "beta", "delta"} == entries(text, "chosen").keys()


def test_what_the_plan_does_is_no_longer_put_off(tmp_path: Path) -> None:
    text = accepted(tmp_path, "not_now:\n  - {initiative: beta, reason: Not yet}\n  - {initiative: delta}\n")

    assert {"gamma"} == entries(text, "not_now").keys()


def test_an_initiative_that_cannot_be_read_keeps_its_entry(tmp_path: Path) -> None:
    entry = {"start": "2027-Q1", "finish": "2027-Q1"}
    plan = f"chosen:\n  - {{initiative: broken, start: {entry['start']}, finish: {entry['finish']}}}\n"

    text = accepted(tmp_path, plan, f"{WORK}- {{id: broken, titel: B}}\n")

    assert entry == entries(text, "chosen")["broken"]


def test_an_entry_is_found_by_an_old_name(tmp_path: Path) -> None:
    plan = "chosen:\n  - {initiative: letters, start: 2027-Q1, finish: 2027-Q1}  # the letters\n"

    text = accepted(tmp_path, plan, WORK.replace("id: beta,", "id: beta, was: [letters],"))

    assert plan in text
    assert {"letters", "alpha", "delta"} == entries(text, "chosen").keys()


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        pytest.param("", "Board", "accepted: {by: Board, date: 2026-11-21}\n", id="nobody before"),
        pytest.param("", "", "accepted: {date: 2026-11-21}\n", id="nobody at all"),
        pytest.param("accepted: {by: [A, B]}\n", "A", "accepted: {by: [A, B], date: 2026-11-21}\n", id="no date"),
        pytest.param("accepted: {date: 2026-01}\n", "A", "accepted: {date: 2026-11-21, by: A}\n", id="no name"),
        pytest.param("accepted: {by: A, date: 2026}\n", "B", "accepted: {by: B, date: 2026-11-21}\n", id="another"),
        pytest.param(
            "accepted: {by: A, date: '2026-11-21'}\n", "A", "accepted: {by: A, date: '2026-11-21'}\n", id="the same day"
        ),
    ],
)
def test_who_accepted_and_when_is_changed_where_it_changes(before: str, by: str, after: str, tmp_path: Path) -> None:
    assert after in accepted(tmp_path, before or None, by=by)


def test_where_very_much_changes_people_keep_their_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = """\
chosen: # all
  - {initiative: alpha, start: 2027-Q1, finish: 2027-Q2, x-why: it helps}
  - {initiative: gone, start: 2027-Q1, finish: 2027-Q1}
not_now: # yet
  - {initiative: later, reason: We look again}
  - {initiative: gamma, reason: "As of 2026-10-08, it was too much"}
  - {initiative: beta, reason: Not yet}
"""
    work = f"{WORK}- {{id: later, title: L, choice: later}}\n"
    one_by_one = accepted(tmp_path, plan, work)
    monkeypatch.setattr(writing, "_MUCH", 0)

    text = accepted(tmp_path, plan, work)

    assert all(entries(one_by_one, key) == entries(text, key) for key in ("chosen", "not_now"))
    assert "it helps" == entries(text, "chosen")["alpha"]["x-why"]
    assert "We look again" == entries(text, "not_now")["later"]["reason"]
    assert one_by_one != text


def test_more_than_two_hundred_entries_keep_their_words_and_comments(tmp_path: Path) -> None:
    ids = [f"idea-{number}" for number in range(250)]
    work = WORK + "".join(f"- {{id: {id}, title: I, choice: later}}\n" for id in ids)
    plan = "not_now:\n" + "".join(f"  - {{initiative: {id}, reason: Not {id}}}  # so {id}\n" for id in ids)

    text = accepted(tmp_path, plan, work)

    assert plan in text
    assert {*ids, "gamma"} == entries(text, "not_now").keys()


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("chosen: [beta]\n", "'chosen' has an entry"),
        ("not_now: beta\n", "'not_now' has an entry"),
        ("not_now:\n  -\n  - {initiative: beta}\n", "'not_now' has an entry"),
        ("- beta\n", "it is no map"),
        ("chosen: &a []\n", "line 1 must be put right first: "),
    ],
)
def test_what_cannot_be_read_is_not_written_over(plan: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(EditError) as raised:
        accepted(tmp_path, plan)

    assert said in raised.value.message
