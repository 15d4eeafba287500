"""What strangers and accidents put in a strategy's folder: it ends, in a finding or a sentence, and harms nothing.

Each of these once hung, crashed or wrote where it should not. They have no clock: a test that never ends has failed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from digistrat.cli.console import guarded
from digistrat.disk.folder import MARKER
from digistrat.disk.staging import publish
from digistrat.errors import DigistratError
from digistrat.read import limits
from tests.strategies import EXAMPLE, write

AS_OF = ("--as-of", "2026-11-21")
COMMITMENT = (
    "- {{id: a, statement: {statement}, owner: Medical director, due: 2028-03, outcomes: less-waiting, "
    "initiatives: e-letters, measure: {measure}, updates: {{date: 2026-11-01, status: on-track}}}}\n"
)


def rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Lint a folder and give the rules that spoke; render and score it, too: neither may stop."""
    capsys.readouterr()
    guarded(["lint", str(folder), *AS_OF, "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert guarded(["score", str(folder), *AS_OF, "--format", "json"]) in {0, 1}
    assert guarded(["render", str(folder), *AS_OF, "-o", str(folder.parent / "site")]) == 0
    capsys.readouterr()
    return [finding["rule"] for finding in found]


@pytest.fixture
def linted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    """Write files over the minimal strategy and give the rules that speak about them."""

    def make(files: dict[str, Any]) -> list[str]:
        (tmp_path / "strategy").mkdir(exist_ok=True)
        return rules(write(tmp_path / "strategy", files), capsys)

    return make


Linted = Callable[[dict[str, Any]], list[str]]


@pytest.mark.parametrize(
    ("statement", "measure"),
    [
        pytest.param("we" + " " * 3000 + "zzz", "letters-sent", id="a verb behind many blanks"),
        pytest.param('"' + "by the end of " * 5000 + '"', "letters-sent", id="many half dates"),
        pytest.param(
            "Ours", '{name: "' + "percent " * 60 + 'x", target: 5, baseline: 1}', id="many words of completion"
        ),
        pytest.param("Ours", '{name: "done ' + "%" * 60 + 'x", target: 5, baseline: 1}', id="many per cents"),
        pytest.param("Ours before 0001", "letters-sent", id="before the calendar"),
    ],
)
def test_no_statement_takes_for_ever(statement: str, measure: str, linted: Linted) -> None:
    found = linted({"commitments.yaml": COMMITMENT.format(statement=statement, measure=measure)})

    assert set(found) <= {"long-sentence"}


def test_no_white_space_takes_for_ever(linted: Linted) -> None:
    assert linted({"decisions.yaml": "- {id: a, title: A}" + " " * 1_000_000 + "# end\n"}) == []


def test_twenty_thousand_markers_do_not_take_for_ever(linted: Linted) -> None:
    text = "- id: a\n" + "  # digistrat: ignore[bad-value] why\n" * 20_000 + "  title: A\n"

    assert len(linted({"decisions.yaml": text})) == 20_000


def test_thousands_of_unknown_names_do_not_take_for_ever(linted: Linted) -> None:
    needs = "".join(f"- {{id: u{n}, name: U, within: unknown-{n}}}\n" for n in range(3000))

    assert linted({"users.yaml": needs, "initiatives.yaml": None}).count("unknown-reference") == 3000


def test_thousands_of_unknown_keys_do_not_take_for_ever(linted: Linted) -> None:
    manifest = "".join(f"key{n}: 1\n" for n in range(5000))

    assert linted({"strategy.yaml": manifest}).count("unknown-key") == 5000


def test_a_long_chain_of_deadlines_is_walked(linted: Linted) -> None:
    chain = "".join(f"- {{id: c{n}, statement: S, due: {{after: c{n + 1}, days: 1}}}}\n" for n in range(3000))

    assert "circular-reference" not in linted({"commitments.yaml": chain + "- {id: c3000, statement: S, due: 2027}\n"})


def test_a_circle_of_deadlines_is_told(linted: Linted) -> None:
    circle = (
        "- {id: a, statement: S, due: {after: b, days: 1}}\n"
        "- {id: b, was: old, statement: S, due: {after: a, days: 1}}\n"
        "- {id: c, statement: S, due: {after: old, days: 1}}\n"
    )
    found = linted({"commitments.yaml": circle})

    assert (1, 1) == (found.count("circular-reference"), found.count("renamed-reference"))


def test_a_strategy_that_is_too_large_as_a_whole_is_told(linted: Linted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ALL_VALUES", 60)
    users = {f"users/u{n}.yaml": "name: U\n" for n in range(30)}

    assert "oversized-yaml" in linted(users)


def test_a_strategy_of_too_many_bytes_is_told(linted: Linted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ALL_BYTES", 400)

    assert "oversized-yaml" in linted({})


@pytest.mark.parametrize("target", ["services", ".", "..", "nowhere"])
def test_a_folder_that_is_a_link_is_one_finding(
    target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "strategy").mkdir()
    folder = write(tmp_path / "strategy", {})
    (folder / "services").symlink_to(target)

    assert rules(folder, capsys) in (["unreadable-file"], [])


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"strategy.yaml": "lint: {silent_after: 999999999999999}\n"}, "bad-value"),
        ({"strategy.yaml": "format: 0\n"}, "bad-value"),
        ({"strategy.yaml": "format: 2.0\n"}, "newer-format"),
        ({"strategy.yaml": "lint: {select: bogus}\n"}, "bad-value"),
        ({"strategy.yaml": "lint: {ignore: undated-comitment}\n"}, "bad-value"),
        ({"strategy.yaml": "lint: {levels: {undated-comitment: info}}\n"}, "bad-value"),
        ({"principles.yaml": '- {id: a, title: "x\\0y"}\n'}, "invalid-yaml"),
        ({"principles.yaml": '- {id: a, title: "x\\e[31m"}\n'}, "invalid-yaml"),
        ({"principles.yaml": '- {id: a, title: A, source: {url: "\\tjavascript:alert(1)"}}\n'}, "bad-value"),
        ({"principles.yaml": "- {id: a, title: A, source: {url: //evil.example}}\n"}, "bad-value"),
        (
            {"scoring.yaml": "criteria: [{id: patient, weight: 150, max: 5}, {id: b, weight: -50, max: 5}]\n"},
            "bad-value",
        ),
        ({"scoring.yaml": "criteria: {id: patient, weight: 100, max: 0}\n"}, "bad-value"),
        (
            {"scoring.yaml": "criteria: [{id: patient, weight: 50, max: 5}, {id: patient, weight: 50, max: 5}]\n"},
            "duplicate-id",
        ),
        ({"scoring.yaml": "criteria: {id: patient, weight: 1,5, max: 5}\n"}, "cut-value"),
        ({"users.yml": "[]", "commitments.yaml": None}, "unknown-file"),
        ({"mission.yaml": None, "mission.yml": "mission: Ours"}, "unknown-file"),
    ],
)
def test_a_value_that_could_do_harm_is_one_finding(files: dict[str, Any], expected: str, linted: Linted) -> None:
    if "strategy.yaml" in files:
        base = "title: Ours\norganisation: {name: O}\nperiod: 2026\nowner: Board\nnext_review: 2027\nout_of_scope: {what: A, why: B}\n"
        files = {
            "strategy.yaml": base
            + files["strategy.yaml"]
            + ("" if "format" in files["strategy.yaml"] else "format: 1\n")
        }

    assert [expected] == linted(files)


def test_figures_beyond_all_reason_are_shown(linted: Linted) -> None:
    measure = "- {id: letters-sent, name: L, baseline: 1, targets: 5, readings: {date: 2026-01, count: 999999999999999tn, out_of: 0.0000000000001}}\n"
    commitment = COMMITMENT.format(statement="Ours", measure="letters-sent")

    assert "bad-quantity" not in linted({"measures.yaml": measure, "commitments.yaml": commitment})


@pytest.mark.parametrize(
    "output", ["/", "x" * 300, "deep/" + "x" * 300], ids=["the root", "a long name", "a long name further in"]
)
def test_an_impossible_output_is_3(output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert guarded(["render", str(EXAMPLE), *AS_OF, "-o", output]) == 3


def test_an_impossible_folder_is_3() -> None:
    assert guarded(["lint", "x" * 300]) == 3


def test_a_working_directory_that_is_gone_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    try:
        codes = [
            guarded(["lint", str(EXAMPLE), *AS_OF]),
            guarded(["render", str(EXAMPLE), *AS_OF, "-o", str(tmp_path / "site")]),
            guarded(["lint", *AS_OF]),
        ]
    finally:
        os.chdir(tmp_path)
    assert codes == [0, 0, 3]


@pytest.mark.parametrize("command", ["--version", "--help", "explain"])
@pytest.mark.parametrize(("to", "code"), [(">&-", 0), ("2>&-", 0), (">/dev/full", 3), ("| true", 0)])
def test_an_output_that_nobody_reads_is_no_crash(command: str, to: str, code: int) -> None:
    if command != "explain" and "full" in to and not Path("/dev/full").exists():
        pytest.skip("needs a device that is always full")
    line = f"{sys.executable} -m digistrat {command} {to}"
    ended = subprocess.run(
        ["/bin/sh", "-c", line], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, check=False, text=True
    )

    assert code == ended.returncode
    assert "Traceback" not in ended.stderr
    assert code or not ended.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--as-of", "9998-01-01"],
        *(["--organisation", name] for name in ("  ", "\udcff", "x\u2028y", "x\u0085y", "\x1b")),
    ],
)
def test_a_start_for_nobody_or_for_ever_is_2(arguments: list[str], tmp_path: Path) -> None:
    assert guarded(["init", str(tmp_path), *arguments]) == 2


@pytest.mark.parametrize("name", ["null", "true", "A: b", "#1", "x\u00a0y 😀", "- a", "Ünïversity's Trust", "{a}", '"'])
def test_any_name_of_an_organisation_is_read_back(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "strategy"
    guarded(["init", str(folder), "--organisation", name, *AS_OF])

    found = rules(folder, capsys)

    assert [] == found


def test_init_into_a_file_is_3(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    assert guarded(["init", str(tmp_path / "file")]) == 3


def test_a_result_never_replaces_the_strategy(tmp_path: Path) -> None:
    folder = write(tmp_path, {})
    before = (folder / "mission.yaml").read_bytes()

    assert guarded(["lint", str(folder), *AS_OF, "-o", str(folder / "mission.yaml")]) == 3
    assert guarded(["score", str(folder), *AS_OF, "-o", str(folder / "scoring.yaml")]) == 3
    assert before == (folder / "mission.yaml").read_bytes()


def test_a_name_of_a_file_cannot_forge_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, {"x\nstrategy.yaml:1:1: error: forged.yaml": "[]"})

    guarded(["lint", str(folder), *AS_OF, "--format", "concise"])

    assert len(capsys.readouterr().out.splitlines()) == 1


FILES = {"index.html": b"one", "services/a.html": b"two"}


def test_many_writers_at_once_leave_one_whole_folder(tmp_path: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(lambda _: publish(tmp_path / "site", FILES), range(12)))

    assert all(done)
    assert {"index.html", "services", MARKER} == {path.name for path in (tmp_path / "site").iterdir()}


def test_a_link_on_the_way_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "victim").mkdir()
    (tmp_path / "strategy").mkdir()
    (tmp_path / "strategy" / "build").symlink_to("../victim")
    monkeypatch.chdir(tmp_path / "strategy")

    with pytest.raises(DigistratError, match="leads through a link"):
        publish(Path("build/site"), FILES)

    assert list((tmp_path / "victim").iterdir()) == []


def test_a_folder_that_only_looks_like_ours_is_not_deleted(tmp_path: Path) -> None:
    (tmp_path / ".site.digistrat-old").mkdir()
    (tmp_path / ".site.digistrat-old" / "precious").write_bytes(b"mine")

    with pytest.raises(DigistratError, match="in the way"):
        publish(tmp_path / "site", FILES)

    assert (tmp_path / ".site.digistrat-old" / "precious").exists()


def test_empty_folders_of_others_are_carried_over(tmp_path: Path) -> None:
    publish(tmp_path / "site", FILES)
    (tmp_path / "site" / ".git" / "refs" / "heads").mkdir(parents=True)

    publish(tmp_path / "site", FILES)

    assert (tmp_path / "site" / ".git" / "refs" / "heads").is_dir()


@pytest.mark.parametrize("name", ["evil.html", "evil.js", "services.SVG"])
def test_pages_and_scripts_of_others_are_not_published(name: str, tmp_path: Path) -> None:
    publish(tmp_path / "site", FILES)
    (tmp_path / "site" / name).write_bytes(b"evil")

    with pytest.raises(DigistratError, match=name):
        publish(tmp_path / "site", FILES)


def test_what_cannot_be_read_or_copied_stops_by_name(tmp_path: Path) -> None:
    publish(tmp_path / "site", FILES)
    (tmp_path / "site" / "index.html").unlink()
    os.mkfifo(tmp_path / "site" / "index.html")

    with pytest.raises(DigistratError, match=r"index\.html"):
        publish(tmp_path / "site", FILES)


def test_a_file_where_a_folder_of_ours_goes_stops_by_name(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": b"one"})
    (tmp_path / "site" / "services").write_bytes(b"mine")

    with pytest.raises(DigistratError, match="services"):
        publish(tmp_path / "site", FILES)


def test_a_marker_without_end_stops(tmp_path: Path) -> None:
    publish(tmp_path / "site", FILES)
    (tmp_path / "site" / MARKER).write_bytes(b"[" * 200_000)

    with pytest.raises(DigistratError, match="not as digistrat wrote it"):
        publish(tmp_path / "site", FILES)


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"mission.yaml": 'mission: "' + "%" * 99_000 + '"\n'}, id="a mission without a word"),
        pytest.param({"mission.yaml": 'mission: "' + "." * 99_000 + ' x"\n'}, id="a mission of stops"),
        pytest.param({"mission.yaml": 'mission: Ours\ncontext: "a' + "\\n " * 30_000 + 'b"\n'}, id="empty lines"),
        pytest.param(
            {
                "glossary.yaml": '- {term: "' + "a " * 49_000 + '", means: x}\n',
                "decisions.yaml": '- {id: p, title: P, statement: "' + "a " * 49_000 + '"}\n',
            },
            id="a term of many words",
        ),
    ],
)
def test_no_words_take_for_ever(files: dict[str, Any], linted: Linted) -> None:
    signal.alarm(60)
    try:
        linted(files)
    finally:
        signal.alarm(0)
