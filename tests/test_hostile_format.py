"""What a stranger may put into the whole format: nothing leads out of the output, and everything is said once."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
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
    text = markdown.build(Answers(load_folder(folder, AS_OF))).decode()
    assert not re.search(r"[<(#][^\n|]*onclick=", text)  # it may be told as text, and leads nowhere


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


@pytest.mark.parametrize("term", ["trem: Failure demand", "means: Calls", "term: "])
def test_a_term_without_its_word_is_one_mistake(term: str, tmp_path: Path) -> None:
    found = rules(write(tmp_path, {"glossary.yaml": f"- {{{term}}}\n"}))

    assert 1 == len(found)


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


def test_what_is_left_out_by_its_kind_takes_its_section_with_it(tmp_path: Path) -> None:
    manifest = (
        "format: 1\ntitle: T\norganisation: {name: N}\nperiod: 2026\nowner: B\npublish: {leave_out: initiatives}\n"
    )
    folder = write(tmp_path, {"strategy.yaml": manifest})

    built = site.build(Answers(load_folder(folder, AS_OF)))

    assert [] == rules(folder)
    assert "choices.html" not in built
    assert "initiatives" not in json.loads(built["strategy.json"])


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


def test_a_mission_with_a_mistake_keeps_its_journeys(tmp_path: Path) -> None:
    text = "mission: Ours\nfoo: 1\nvision: []\njourneys: {id: a, who: A carer, today: Waits, then: Knows}\n"
    folder = write(tmp_path / "s", {"mission.yaml": text})

    assert guarded(["render", str(folder), "-o", str(tmp_path / "site"), *DAY]) == 0

    assert "A carer" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_a_result_is_not_written_through_a_planted_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "s", {})
    (tmp_path / "victim").write_text("precious", encoding="utf-8")
    for pid in (os.getpid(), *range(os.getpid(), os.getpid() + 50)):
        link = folder / f".report.json.{pid}"
        link.unlink(missing_ok=True)
        link.symlink_to(tmp_path / "victim")
    (tmp_path / "o").mkdir()
    (tmp_path / "o" / "strategy.md").write_text("precious", encoding="utf-8")
    (folder / "build").symlink_to(tmp_path / "o")
    monkeypatch.chdir(folder)

    assert (0, 3, 3) == (
        guarded(["lint", ".", "-o", "report.json", "--format", "json", *DAY]),
        guarded(["render", ".", "--format", "markdown", *DAY]),
        guarded(["score", ".", "-o", "build/x.txt", *DAY]),
    )

    assert {"precious"} == {
        path.read_text(encoding="utf-8") for path in (tmp_path / "victim", tmp_path / "o" / "strategy.md")
    }
    assert not (folder / "report.json").is_symlink()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["schema", "risks", "-o", "mission.yaml"], 2), (["lint", ".", "-o", "risks.yaml", *DAY], 3),
     (["lint", ".", "-o", "services/a.yaml", *DAY], 3), (["render", ".", "--format", "markdown", "-o", "mission.yaml"], 3)],
)  # fmt: skip
def test_no_result_takes_the_place_of_a_file_of_the_strategy(
    arguments: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, {}))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    assert guarded(arguments) == code

    assert before == {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}


def test_what_lint_could_not_read_is_not_added_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "s", {"risks.yaml": None, "stories.yaml": None})
    (tmp_path / "out.yaml").touch()
    (folder / "risks.yaml").symlink_to(tmp_path / "out.yaml")
    (folder / "stories.yaml").symlink_to("stories.yaml")
    os.mkfifo(folder / "benefits.yaml")
    (folder / "research.yaml").write_bytes("- {id: a, title: Café}\n".encode("latin-1"))

    codes = [
        guarded(["add", kind, "X", "--strategy", str(folder)]) for kind in ("risk", "story", "benefit", "research")
    ]

    assert [3, 3, 3, 3] == codes
    assert not (tmp_path / "out.yaml").read_bytes()
    assert "not UTF-8" in capsys.readouterr().err


def test_records_added_at_once_are_all_there(tmp_path: Path) -> None:
    folder = write(tmp_path, {"risks.yaml": "- {id: first, title: First}\n"})
    command = [sys.executable, "-m", "digistrat", "add", "risk", "--strategy", str(folder)]

    running = [
        subprocess.Popen([*command, f"Risk {n}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for n in range(5)
    ]

    assert [0] * 5 == [one.wait() for one in running]
    assert 6 == len(load_folder(folder, AS_OF).risks)


def test_a_name_that_begins_with_x_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, {"services/a.yaml": "name: A\n"})

    assert (0, 2) == (
        guarded(["add", "service", "X-ray", "--strategy", str(folder)]),
        guarded(["add", "framework", "X-ray standard", "--strategy", str(folder)]),
    )

    assert "x-ray" in load_folder(folder, AS_OF).services
    assert "--id" in capsys.readouterr().err


@pytest.mark.parametrize(("title", "code"), [("\ufeffBudget", 2), ("Null", 0), ("null", 0), ("~", 0), ("\ufffe", 2)])
def test_a_title_is_kept_or_refused(title: str, code: int, tmp_path: Path) -> None:
    folder = write(tmp_path, {"risks.yaml": None})

    assert guarded(["add", "risk", title, "--strategy", str(folder)]) == code

    assert [title][code:] == [one.title for one in load_folder(folder, AS_OF).risks.values()]
    assert [] == [rule for rule, _ in rules(folder) if rule in {"missing-key", "invalid-yaml", "wrong-type"}]


def test_an_organisation_whose_name_no_file_can_hold_is_refused(tmp_path: Path) -> None:
    assert guarded(["init", str(tmp_path / "s"), "--organisation", "Tru\ufeffst"]) == 2


def test_a_need_of_a_group_named_like_a_collection_has_a_place_of_its_own(tmp_path: Path) -> None:
    files = {
        "users.yaml": "- {id: research, name: R, needs: {id: x, need: Y}}\n",
        "research.yaml": "- {id: x, title: X}\n",
    }

    page = site.build(Answers(load_folder(write(tmp_path, files), AS_OF)))["users.html"].decode()

    assert (1, 1) == (page.count('id="research/x"'), page.count('id="needs/research/x"'))


def test_a_schema_is_not_looked_for_in_a_pipe(tmp_path: Path) -> None:
    folder = write(tmp_path, {".digistrat/schema/services.json": "old", "risks.yaml": None})
    os.mkfifo(folder / ".digistrat" / "schema" / "risks.json")

    assert guarded(["add", "risk", "X", "--strategy", str(folder)]) == 3

    assert not (folder / "risks.yaml").exists()


def test_thousands_of_levels_and_assessments_do_not_take_for_ever(tmp_path: Path) -> None:
    levels = "".join(f"  - {{level: step {n}}}\n" for n in range(3000))
    assessments = "".join(f"  - {{framework: f, level: Step_{n}}}\n" for n in range(3000))
    files = {"frameworks/f.yaml": f"title: F\nlevels:\n{levels}", "maturity.yaml": f"assessments:\n{assessments}"}

    assert [] == rules(write(tmp_path, files))
