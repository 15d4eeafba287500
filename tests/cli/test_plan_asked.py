"""What one can ask `digistrat plan` beside a plan: with, without, overrun, how sure; and wrong calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.wording import one_line
from tests.cli.test_plan import AS_OF, SCORING, WORK, data_of, small, talk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]


def test_what_is_asked_about_stands_beside_the_plan(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path, WORK.replace("uses: {team: 11}", "uses: {team: 10}"))
    plan = data_of(digistrat("plan", folder, *AS_OF, "--format", "json"))
    left = next(one for one in plan["not_now"])

    done = digistrat("plan", folder, *AS_OF, "--format", "json", "--with", left["id"])

    asked = data_of(done)
    assert (0, "") == (done.exit_code, talk(done))
    assert plan["chosen"] == asked["chosen"]
    assert ([left["id"]], [], "optimal") == tuple(asked["what_if"][key] for key in ("with", "without", "status"))
    assert left["id"] in {one["id"] for one in asked["what_if"]["chosen"]}
    assert left["would_cost"] == pytest.approx(asked["what_if"]["costs"])
    assert left["would_displace"] == asked["what_if"]["displaces"]


def test_without_work_says_what_is_free_and_what_moves(digistrat: Digistrat, tmp_path: Path) -> None:
    data = data_of(digistrat("plan", small(tmp_path), *AS_OF, "--format", "json", "--without", "alpha"))["what_if"]

    assert (["alpha"], ["delta"], []) == (data["without"], data["displaces"], data["moves"])
    assert [("team", "2027-Q2", 8), ("team", "2027-Q3", 8), ("team", "2027-Q4", 4)] == [
        (one["what"], one["when"], one["amount"]) for one in data["frees"]
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(("--with", "beta"), "'beta' is in the plan already", id="in the plan"),
        pytest.param(("--with", "beta", "--with", "beta"), "'beta' is in the plan already", id="twice"),
        pytest.param(("--with", "old-beta"), "'beta' is in the plan already", id="by its old name"),
        pytest.param(("--without", "gamma"), "'gamma' is not in the plan", id="out already"),
    ],
)
def test_asking_about_what_is_so_already_says_so(
    options: tuple[str, ...], said: str, digistrat: Digistrat, tmp_path: Path
) -> None:
    done = digistrat("plan", small(tmp_path, WORK.replace("id: beta,", "id: beta, was: [old-beta],")), *AS_OF, *options)

    assert (0, f"{said}\n") == (done.exit_code, talk(done))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param("", "not all its scores are known, and what is not known is not zero", id="no scores"),
        pytest.param(
            "scores: {patient: 1}, duration: 6 quarters", "the plan is 2 quarters too short for it", id="long"
        ),
        pytest.param("scores: {patient: 1}, choice: later", "it was stopped, put aside or delivered", id="put aside"),
        pytest.param("scores: {patient: 1}, depends_on: e", 'it waits for "E", which waits for it', id="circle"),
    ],
)
def test_asking_for_what_no_plan_can_hold_is_1_and_says_why(
    more: str, said: str, digistrat: Digistrat, tmp_path: Path
) -> None:
    done = digistrat("plan", small(tmp_path, f"{WORK}- {{id: e, title: E, {more}}}\n"), *AS_OF, "--with", "e")

    assert 1 == done.exit_code
    assert f"no plan can hold 'e': {said}" in done.stderr
    assert "What if" not in done.stdout


def test_asking_for_what_does_not_fit_is_1(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("plan", small(tmp_path), *AS_OF, "--with", "gamma")

    assert (1, "") == (done.exit_code, talk(done))
    assert '\nWhat if\n  There is no plan with "Gamma"\n' in done.stdout


def test_an_overrun_says_what_would_be_short(digistrat: Digistrat, tmp_path: Path) -> None:
    text = digistrat("plan", small(tmp_path), *AS_OF, "--overrun", "30").stdout

    assert "  team is 0.4 weeks short in 2027-Q2 (April to June 2027)\n" in text
    assert "team is 0.4 weeks short in 2027-Q4" not in text
    assert '  Then the best plan does without "Alpha" and "Delta"\n' in text


@pytest.mark.parametrize("percent", ["0", "10", "1e-9", "25"])
def test_a_plan_with_room_to_spare_holds_all_the_same(percent: str, digistrat: Digistrat, tmp_path: Path) -> None:
    data = data_of(digistrat("plan", small(tmp_path), *AS_OF, "--format", "json", "--overrun", percent))["overrun"]

    assert (float(percent), True, []) == (data["percent"], data["fits"], data["short"])


def test_whoever_wants_to_know_how_sure_a_plan_is_is_told(digistrat: Digistrat, tmp_path: Path) -> None:
    scoring = SCORING.replace("[{", "[{id: staff, weight: 40, max: 5}, {").replace("100", "60")
    work = (
        WORK.replace("patient: 3", "patient: 3, staff: 5")
        .replace("}, d", ", staff: 1}, d")
        .replace("5}", "5, staff: 2}")
    )
    work = work.replace("patient: 2}", "patient: 2, staff: 2}")

    data = data_of(digistrat("plan", small(tmp_path, work, scoring=scoring), *AS_OF, "--format", "json", "--robust"))
    text = digistrat("plan", small(tmp_path, work, scoring=scoring), *AS_OF, "--robust").stdout

    assert {"sentences", "flips", "acceptability"} <= set(data["robustness"])
    assert one_line(data["robustness"]["sentences"][0]) in one_line(text.partition("How sure this is")[2])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(("--with", "alhpa"), "there is no initiative 'alhpa'\n  did you mean 'alpha'?", id="misspelt"),
        pytest.param(("--without", "Beta"), "did you mean 'beta'?", id="capital"),
        pytest.param(("--with", "zzz"), "name one by its id", id="unknown"),
        pytest.param(("--with", "broken"), "initiative 'broken' cannot be read", id="unreadable"),
        pytest.param(("--with", "beta", "--without", "beta"), "'beta' cannot be both with and without", id="both"),
        pytest.param(("--format", "xml"), "--format takes no 'xml'", id="format"),
        pytest.param(("--format", "marktdown"), "did you mean 'markdown'?", id="format misspelt"),
        pytest.param(("--solver", "highs"), "write 'auto' or 'greedy'", id="solver"),
        pytest.param(("--overrun", "-1"), "--overrun", id="overrun below 0"),
        pytest.param(("--overrun", "1001"), "--overrun", id="overrun too much"),
        pytest.param(("--overrun", "nan"), "--overrun", id="overrun not a number"),
        pytest.param(("--limit", "0"), "--limit", id="no time"),
        pytest.param(("--by", "Board"), "use it with --accept", id="by without accept"),
        pytest.param(("--accept", "--by", "\x1b[31m"), "an escape character", id="by with an escape"),
        pytest.param(("--check", "--accept"), "leave out --accept", id="check and accept"),
        pytest.param(("--check", "--with", "beta"), "leave out --with", id="check and with"),
        pytest.param(
            ("--check", "--overrun", "0", "--robust"), "leave out --overrun and --robust", id="check and more"
        ),
        pytest.param(
            ("--check", "--limit", "3", "--without", "a"), "leave out --without and --limit", id="check, limit"
        ),
    ],
)
def test_a_wrong_call_is_2_and_says_what_was_meant(
    options: tuple[str, ...], said: str, digistrat: Digistrat, tmp_path: Path
) -> None:
    done = digistrat("plan", small(tmp_path, f"{WORK}- {{id: broken, titel: B}}\n"), *AS_OF, *options)

    assert (2, "") == (done.exit_code, done.stdout)
    assert said in done.stderr
    assert not (small(tmp_path) / "plan.yaml").exists()
