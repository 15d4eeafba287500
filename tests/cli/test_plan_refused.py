"""What stops `digistrat plan --accept`: then plan.yaml is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_plan import AS_OF, SCORING, TEAM, WORK, small
from tests.cli.test_plan_accept import LATER, OLD
from tests.strategies import minimal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]


@pytest.mark.parametrize(
    ("work", "options", "code"),
    [
        pytest.param(WORK.replace("id: gamma,", "id: gamma, must_do: true,"), (), 1, id="nothing fits"),
        pytest.param(WORK, ("--with", "gamma"), 1, id="not with that"),
        pytest.param(WORK + LATER, ("--with", "later"), 1, id="not in the running"),
        pytest.param(f"{WORK}- {{id: e, titel: E}}\n", (), 3, id="an initiative cannot be read"),
        pytest.param("- [\n", (), 3, id="no initiative can be read"),
    ],
)
def test_where_there_is_no_such_plan_nothing_is_written(
    work: str, options: tuple[str, ...], code: int, digistrat: Digistrat, tmp_path: Path
) -> None:
    for plan in (None, OLD):
        folder = small(tmp_path, work, plan=plan)

        done = digistrat("plan", folder, *AS_OF, "--accept", *options)

        assert code == done.exit_code
        assert "nothing is written" in done.stderr
        assert plan == ((folder / "plan.yaml").read_text() if plan else None)
        assert plan or not (folder / "plan.yaml").exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("scoring", SCORING + "effort: [\n"),
        ("constraints", TEAM.replace("statement", "statment")),
        ("decisions", "- {id: a}\n"),
        ("mission", "mission: [\n"),
        ("strategy", minimal()["strategy.yaml"] + "envelope: {\n"),
    ],
)
def test_a_plan_is_not_accepted_on_half_of_what_it_rests_on(
    name: str, text: str, digistrat: Digistrat, tmp_path: Path
) -> None:
    folder = small(tmp_path, **{name: text})

    done = digistrat("plan", folder, *AS_OF, "--accept")

    assert 3 == done.exit_code
    assert "a plan rests on all there is, and some of it cannot be read" in done.stderr
    assert not (folder / "plan.yaml").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("chosen: [\n", "line 2 must be put right first"),
        ("\xff".encode("latin-1"), "this file is not UTF-8 text"),
        ("- alpha\n", "it is no map"),
        ("chosen: [alpha]\n", "'chosen' has an entry that cannot be read"),
        (
            "not_now:\n  - alpha  # why\n  - {initiative: delta, reason: So}\n",
            "'not_now' has an entry that cannot be read",
        ),
    ],
)
def test_a_plan_that_cannot_be_read_is_left_as_it_is(
    text: str | bytes, said: str, digistrat: Digistrat, tmp_path: Path
) -> None:
    folder = small(tmp_path)
    content = text if isinstance(text, bytes) else text.encode()
    (folder / "plan.yaml").write_bytes(content)

    done = digistrat("plan", folder, *AS_OF, "--accept")

    assert (3, content) == (done.exit_code, (folder / "plan.yaml").read_bytes())
    assert said in done.stderr


def test_a_read_only_plan_is_left_alone(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path, plan=OLD)
    (folder / "plan.yaml").chmod(0o444)

    done = digistrat("plan", folder, *AS_OF, "--accept")

    assert (3, OLD) == (done.exit_code, (folder / "plan.yaml").read_text())
    assert "plan.yaml is read-only" in done.stderr


@pytest.mark.parametrize("target", ["real.txt", "../outside.yaml", "/nowhere/at/all"])
def test_nothing_is_written_through_a_link(target: str, digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path)
    (folder / "plan.yaml").symlink_to(target)

    done = digistrat("plan", folder, *AS_OF, "--accept")

    assert 3 == done.exit_code
    assert not (folder / target).exists()


def test_a_folder_in_the_place_of_the_plan_is_named(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = small(tmp_path)
    (folder / "plan.yaml").mkdir()

    done = digistrat("plan", folder, *AS_OF, "--accept")

    assert 3 == done.exit_code
    assert "plan.yaml cannot be changed: this is no regular file\n" in done.stderr
