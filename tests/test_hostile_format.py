"""What a stranger may put into the whole format: nothing leads out of the output, and everything is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.answers import Answers
from digistrat.cli.console import guarded
from digistrat.disk.staging import publish
from digistrat.errors import DigistratError
from digistrat.model.load import load_folder
from digistrat.publish import markdown, site
from tests.strategies import AS_OF, lint, write

if TYPE_CHECKING:
    from pathlib import Path

DAY = ["--as-of", "2026-11-21"]


def rules(folder: Path) -> list[tuple[str, str]]:
    return [(one.rule, one.field) for one in lint(folder).findings if one.level == "error"]


@pytest.mark.parametrize("old", ["../../../pwned", "../index", "/etc/pwned", 'x" onclick="alert(1)', "a\\b"])
def test_an_old_id_leads_nowhere(old: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "s", {"services.yaml": f"- {{id: a, was: ['{old}'], name: A}}\n"})

    assert guarded(["render", str(folder), "-o", str(tmp_path / "out" / "site"), *DAY]) == 0

    assert [("bad-id", "was.0")] == rules(folder)
    assert ["site"] == [path.name for path in (tmp_path / "out").iterdir()]
    assert "onclick" not in markdown.build(Answers(load_folder(folder, AS_OF))).decode()


@pytest.mark.parametrize("path", ["../x.html", "/x.html", "a/../../x.html", "a\\x.html"])
def test_no_page_leads_out_of_the_output(path: str, tmp_path: Path) -> None:
    with pytest.raises(DigistratError, match="leads out"):
        publish(tmp_path / "site", {path: b"x"})

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [["framework", "x", "--id", "../../evil"], ["alignment", "x", "--id", "A/b C"], ["framework", "Con"],
     ["framework", "wgll"], ["alignment", "nonsense"]],
)  # fmt: skip
def test_nothing_is_added_under_a_name_that_will_not_do(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "s", {})
    before = sorted(tmp_path.rglob("*"))

    assert guarded(["add", *arguments, "--strategy", str(folder)]) == 2

    assert before == sorted(tmp_path.rglob("*"))
    assert "digistrat: " in capsys.readouterr().err


def test_nothing_is_added_through_a_folder_that_leads_elsewhere(tmp_path: Path) -> None:
    folder = write(tmp_path / "s", {})
    (tmp_path / "elsewhere").mkdir()
    (folder / "alignment").symlink_to(tmp_path / "elsewhere")

    assert guarded(["add", "alignment", "wgll", "--strategy", str(folder)]) == 3

    assert [] == list((tmp_path / "elsewhere").iterdir())


def test_notes_of_ones_own_and_blanks_may_stand_in_every_part(tmp_path: Path) -> None:
    owner = "{role: Nurse, x-note: 1, function: ' '}"
    files = {
        "services.yaml": f"- {{id: a, name: A, owner: {owner}, manager: {owner}, figures: {{period: 2025, source: {{title: T, x-a: 1}}}}}}\n",
        "benefits.yaml": "- {id: b, title: B, source: {title: T, x-a: 1}, evidence: {title: T, x-a: 1}}\n",
        "initiatives.yaml": f"- {{id: i, title: I, owner: {owner}, choice: {{decision: will, by: {owner}, x-a: 1}}}}\n",
        "system.yaml": f"topics: [{{topic: focus, owner: {owner}, x-a: 1}}]\n",
    }

    assert [] == [one for one in rules(write(tmp_path, files)) if one[0] in {"unknown-key", "bad-value"}]


def test_one_scorer_may_stand_alone(tmp_path: Path) -> None:
    files = {"initiatives.yaml": "- {id: i, title: I, scores: {by: Nurses, scores: {patient: 4}}}\n"}

    strategy = load_folder(write(tmp_path, files), AS_OF)

    (score,) = strategy.initiatives["i"].scores
    assert ("Nurses", "patient", (0, "scores", "patient")) == (score.by, score.criterion, score.keys)


def test_a_need_of_a_group_whose_id_is_blank_is_found(tmp_path: Path) -> None:
    files = {
        "users/carers.yaml": "id:\nname: Carers\nneeds: {id: rest, need: Rest}\n",
        "initiatives.yaml": "- {id: i, title: I, needs: carers/rest}\n",
    }

    assert [] == [one for one in rules(write(tmp_path, files)) if one[0] == "unknown-reference"]


def test_a_commitment_may_wait_for_an_initiative_of_its_own_name(tmp_path: Path) -> None:
    files = {
        "initiatives.yaml": "- {id: letters, title: Letters, finish: 2027-03}\n",
        "commitments.yaml": "- {id: letters, statement: Letters, due: {after: letters, months: 1}}\n",
    }
    folder = write(tmp_path, files)
    strategy = load_folder(folder, AS_OF)

    assert str(strategy.due(strategy.commitments["letters"])) == "2027-04-30"
    assert ("circular-reference", "due.after") not in rules(folder)


def test_what_leaves_nothing_out_is_told(tmp_path: Path) -> None:
    manifest = (
        "format: 1\ntitle: T\norganisation: {name: N}\nperiod: 2026\nowner: B\npublish: {leave_out: [risk, risks]}\n"
    )
    folder = write(tmp_path, {"strategy.yaml": manifest, "risks.yaml": "- {id: a, title: A}\n"})

    assert [("bad-value", "publish.leave_out.0")] == rules(folder)
    assert "risks.html" not in site.build(Answers(load_folder(folder, AS_OF)))


def test_a_framework_whose_id_will_not_do_is_taken_for_no_other(tmp_path: Path) -> None:
    files = {
        "frameworks/bb.yaml": "title: B\n",
        "frameworks/aa.yaml": "title: A\n",
        "frameworks/cc.yaml": "id: Bad Id\ntitle: C\nlevels: [{level: 1}]\n",
        "maturity.yaml": "assessments: [{level: 9}]\n",
    }
    folder = write(tmp_path, files)

    assert [("bad-id", "id")] == rules(folder)
    assert ["aa", "bb"] == list(load_folder(folder, AS_OF).own_frameworks)


def test_a_long_circle_is_said_in_one_line(tmp_path: Path) -> None:
    chain = "".join(f"- {{id: user-group-{n}, name: U, within: user-group-{(n + 1) % 300}}}\n" for n in range(300))

    (found,) = (
        one for one in lint(write(tmp_path, {"users.yaml": chain})).findings if one.rule == "circular-reference"
    )

    assert found.message == "this leads back to itself over 299 others"
    assert len(found.related) == 5


@pytest.mark.parametrize("text", ["targets: [null]", "targets: [~, 5]"])
def test_a_blank_target_in_a_list_is_told(text: str, tmp_path: Path) -> None:
    folder = write(tmp_path, {"measures.yaml": f"- {{id: m, name: M, {text}}}\n"})

    assert ("wrong-type", "targets.0") in rules(folder)
