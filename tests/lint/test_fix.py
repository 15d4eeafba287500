"""What `lint --fix` mends, what it leaves, and what it says would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from digistrat.disk.folder import Tree
from digistrat.lint.engine import run
from digistrat.lint.filters import Selection
from digistrat.lint.fix import Mended, as_diff, mended
from digistrat.lint.formats import written
from digistrat.lint.formats.show import Show
from digistrat.model.load import load
from tests.strategies import AS_OF, minimal

if TYPE_CHECKING:
    from datetime import date

    from digistrat.lint.finding import Finding
    from digistrat.model.strategy import Strategy


def fixed(files: dict[str, Any], selection: Selection | None = None) -> dict[str, tuple[str, int]]:
    """Give the files that were mended, each with how often, of the minimal strategy with these over it."""
    contents = {name: text.encode() for name, text in {**minimal(), **files}.items() if text is not None}

    def look(strategy: Strategy) -> list[Finding]:
        return list(run(strategy, selection or Selection()).findings)

    return {one.file: (one.after, one.times) for one in mended(Tree(contents), AS_OF, look)}


PRINCIPLE = "- id: open-first\n  title: Open first\n"
SERVICE = "- id: blood-tests\n  name: Blood tests\n"
COMMITMENT = "- id: letters\n  statement: Send letters\n"


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        pytest.param("principles", PRINCIPLE + "  meens: A\n", PRINCIPLE + "  means: A\n", id="a key"),
        pytest.param("principles", "- {id: a, titel: A}\n", "- {id: a, title: A}\n", id="a required key"),
        pytest.param("services", "- {id: a, naem: A}\n", "- {id: a, name: A}\n", id="the key that would name it"),
        pytest.param(
            "initiatives", "- {id: a, titel: A, staus: In progress}\n", "- {id: a, title: A, status: in-progress}\n",
            id="three"
        ),
        pytest.param(
            "commitments", COMMITMENT + "  due: 31/3/2027\n", COMMITMENT + "  due: 2027-03-31\n", id="a day in British"
        ),
        pytest.param(
            "commitments", COMMITMENT + "  due: '4.4.2027'\n", COMMITMENT + "  due: '2027-04-04'\n", id="both the same"
        ),
        pytest.param(
            "commitments", COMMITMENT + "  due: 31 March 2027\n", COMMITMENT + "  due: 2027-03-31\n", id="in words"
        ),
        pytest.param(
            "commitments", COMMITMENT + "  due: Q3 2026/27\n", COMMITMENT + "  due: FY2026-27-Q3\n", id="a quarter"
        ),
        pytest.param(
            "commitments", COMMITMENT + "  due: 2026-27\n", COMMITMENT + "  due: FY2026-27\n", id="a financial year"
        ),
        pytest.param(
            "services", SERVICE + "  figures: {period: {from: 1 May 2026, to: May 2026}, volume: 3}\n",
            SERVICE + "  figures: {period: {from: 2026-05-01, to: 2026-05}, volume: 3}\n", id="a period",
        ),
        pytest.param("services", SERVICE + "  kind: Care\n", SERVICE + "  kind: care\n", id="a word in capitals"),
        pytest.param(
            "initiatives",
            minimal()["initiatives.yaml"].replace("less-waiting", "less-wating"),
            minimal()["initiatives.yaml"],
            id="a reference",
        ),
        pytest.param(
            "principles",
            "- {id: a, title: A, means: Closed, or so, and why}\n",
            '- {id: a, title: A, means: "Closed, or so, and why"}\n',
            id="a text cut at a comma",
        ),
        pytest.param(
            "principles", "- id: a\n  titel: Rule #1 is it\n", '- id: a\n  title: "Rule #1 is it"\n', id="a cut, and a key"
        ),
        pytest.param(
            "principles", "- {id: a, title: A, titel: B, meens: C}\n", "- {id: a, title: A, titel: B, means: C}\n",
            id="one of two",
        ),
        pytest.param(
            "commitments", "\ufeff- id: letters\r\n  statment: 'É' # so\r\n  due: May 2027",
            "\ufeff- id: letters\r\n  statement: 'É' # so\r\n  due: 2027-05", id="a mark, CRLF and no end",
        ),
    ],
)  # fmt: skip
def test_what_is_clear_is_mended(file: str, before: str, after: str) -> None:
    new = fixed({f"{file}.yaml": before})

    assert {f"{file}.yaml": after.removeprefix("\ufeff")} == {name: text for name, (text, _) in new.items()}


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("commitments", COMMITMENT + "  due: 3/4/2027\n", id="a day that may be American"),
        pytest.param("commitments", COMMITMENT + "  due: 3/31/2027\n", id="an American day"),
        pytest.param("commitments", COMMITMENT + "  due: 31 June 2027\n", id="a day that no month has"),
        pytest.param("commitments", COMMITMENT + "  due: 2027-1\n", id="a missing digit"),
        pytest.param("commitments", COMMITMENT + "  due: 2011/12\n", id="a year or a month"),
        pytest.param("commitments", COMMITMENT + "  due: 2026-2027\n", id="two years"),
        pytest.param("commitments", COMMITMENT + "  due: Q3 2027\n", id="a quarter of which year"),
        pytest.param("commitments", COMMITMENT + "  due: Mar-27\n", id="a day or a month"),
        pytest.param("commitments", COMMITMENT + "  due: end of March 2027\n", id="the end of a month"),
        pytest.param("commitments", COMMITMENT + "  due: end of 2027\n", id="the end of a year"),
        pytest.param("commitments", COMMITMENT + "  due: FY26/28\n", id="no financial year"),
        pytest.param("principles", "- {id: a, tittle: A, titel: B}\n", id="two keys for one"),
        pytest.param("principles", "- {id: a, title: A, titel: B}\n", id="a key that is there"),
        pytest.param("principles", "- {id: a, title: A, was: B, meaning: C}\n", id="a key that is not near"),
        pytest.param("principles", "- {id: a, titel: [A]}\n", id="a key with another sort of value"),
        pytest.param("principles", "- {id: a, title: A thing, means}\n", id="a key without its value"),
        pytest.param("initiatives", "- {id: a, title: A, owner: Chief nurse, deputy}\n", id="one owner or two"),
        pytest.param("services", SERVICE + "  kind: caring\n", id="a word that is not near"),
        pytest.param("initiatives", "- {id: aa-letters, title: A, depends_on: aa-leters}\n", id="a reference to itself"),
        pytest.param(
            "initiatives", "- {id: a, title: A, outcomes: less-waits}\n", id="a reference that is not near"
        ),
        pytest.param("measures", "- id: a\n  title: [\n", id="a file that cannot be read"),
    ],
)  # fmt: skip
def test_what_is_in_doubt_is_left(file: str, text: str) -> None:
    before = {**minimal(), f"{file}.yaml": text}

    assert {} == fixed({f"{file}.yaml": text})
    assert run(load(Tree({name: one.encode() for name, one in before.items()}), AS_OF)).reaches("error")


def users(*services: str) -> str:
    return "".join(
        f"- {{id: u{n}, name: P, kind: patient, needs: {{id: a, need: N, services: {one}}}}}\n"
        for n, one in enumerate(services)
    )


def test_a_reference_by_an_old_id_gets_the_new_one() -> None:
    services = "- {id: blood-tests, was: phlebotomy, name: Blood tests}\n"

    new = fixed({"services.yaml": services, "users.yaml": users("phlebotomy")})

    assert {"users.yaml": (users("blood-tests"), 1)} == new


def test_an_old_id_that_two_records_had_is_left() -> None:
    services = "- {id: blood-tests, was: tests, name: B}\n- {id: heart-tests, was: tests, name: H}\n"

    assert {} == fixed({"services.yaml": services, "users.yaml": users("tests")})


def test_where_several_refer_to_what_one_record_is_almost_called_its_own_id_may_be_wrong() -> None:
    services = {"services.yaml": "- {id: blood-tsts, name: B}\n"}

    assert {} == fixed({**services, "users.yaml": users("blood-tests", "blood-tests")})
    assert {"users.yaml"} == set(fixed({**services, "users.yaml": users("blood-tests", "blood-tsts", "blood-tests")}))
    assert {"users.yaml"} == set(fixed({**services, "users.yaml": users("blood-tests")}))


def test_the_id_of_something_else_is_not_taken_for_a_slip() -> None:
    services = {"services.yaml": "- {id: patient, name: B}\n"}
    more = "- {id: patients, name: P, kind: patient}\n"

    assert {} == fixed({**services, "users.yaml": users("patients") + more})


def test_a_slip_of_an_old_id_is_left() -> None:
    services = {"services.yaml": "- {id: blood-tests, was: phlebotomy, name: B}\n"}

    assert {} == fixed({**services, "users.yaml": users("phlebotmy")})


def test_references_to_items_levels_and_groups_are_mended() -> None:
    framework = (
        "name: F\ngroups: {id: first-group, title: G}\nitems:\n- {id: open-data, title: I, group: frist-group}\n"
    )
    alignment = "framework: ours\nresponses:\n- {item: open-dta, response: met}\n"

    new = fixed({"frameworks/ours.yaml": framework, "alignment/ours.yaml": alignment})

    assert {
        "frameworks/ours.yaml": (framework.replace("frist", "first"), 1),
        "alignment/ours.yaml": (alignment.replace("dta", "data"), 1),
    } == new


def test_one_mend_shows_what_another_hid() -> None:
    text = "- id: a\n  titel: A\n  uesrs: patiens\n"

    new = fixed({"initiatives.yaml": text})

    assert {"initiatives.yaml": ("- id: a\n  title: A\n  users: patients\n", 3)} == new


def test_one_mend_that_cannot_be_made_does_not_keep_the_others() -> None:
    rows = "".join(f"- {{id: a{n}, title: A, meens: {'[A]' if n == 3 else 'A'}}}\n" for n in range(7))

    after, times = fixed({"principles.yaml": rows})["principles.yaml"]

    assert (6, rows.replace("meens: A", "means: A")) == (times, after)


def test_only_what_is_selected_is_mended() -> None:
    text = "- {id: a, titel: A}\n- {id: b, title: Rule #1 of 2}\n"

    assert {} == fixed({"principles.yaml": text}, Selection(frozenset({"bad-date"})))
    assert {} == fixed({"principles.yaml": text}, Selection(ignore=frozenset({"files"})))


def test_what_a_comment_ignores_is_not_mended() -> None:
    text = "- {id: a, title: A, meens: A}  # digistrat: ignore[unknown-key] so they say\n- {id: b, titel: B}\n"

    assert {"principles.yaml": (text.replace("titel", "title"), 1)} == fixed({"principles.yaml": text})


def test_a_file_that_would_be_too_large_to_be_read_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digistrat.read.limits.FILE_BYTES", 30)

    assert {} == fixed({"principles.yaml": "- id: a\n  titel: Rule #1 is to be open\n"})


def test_a_diff_shows_only_lines_that_change() -> None:
    before = "a: É\r\nb: \x1b\u202e\r\nc: 1"

    said = as_diff([Mended("x\n.yaml", before, before.replace("É", "E").replace("1", "2"), 2)], "in/")

    assert said == (
        "--- in/x\\u000a.yaml\n+++ in/x\\u000a.yaml\n@@ -1,3 +1,3 @@\n"
        "-a: É\r\n+a: E\r\n b: \\u001b\\u202e\r\n"
        "-c: 1\n\\ No newline at end of file\n+c: 2\n\\ No newline at end of file\n"
    )


def test_the_full_format_says_what_can_be_mended() -> None:
    files = {**minimal(), "principles.yaml": "- {id: a, title: A, meens: A}\n- {id: b, title: B, x: A}\n"}
    strategy = load(Tree({name: text.encode() for name, text in files.items()}), AS_OF)

    said = written("full", run(strategy), Show())

    assert 1 == said.count("= fix: digistrat lint --fix can mend this")
    assert said.index("did you mean 'means'") < said.index("= fix") < said.index("unknown key 'x'")


def test_hundreds_that_cannot_be_mended_do_not_take_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"- {{id: a{n}, title: A, meens: {'A' if n % 2 else '[A]'}}}\n" for n in range(300))
    loads: list[Tree] = []

    def counted(tree: Tree, as_of: date) -> Strategy:
        loads.append(tree)
        return load(tree, as_of)

    monkeypatch.setattr("digistrat.lint.fix.load", counted)

    after, times = fixed({"principles.yaml": rows})["principles.yaml"]

    assert (rows.replace("meens: A", "means: A"), 150) == (after, times)
    assert len(loads) < 5


def test_references_that_would_go_round_in_a_circle_do_not_keep_the_others() -> None:
    row = "- {{id: {0}-letters, title: A, depends_on: {0}-leters, outcomes: less-waiting, users: {1}}}\n"
    rows = row.format("aa", "patient") + row.format("bb", "patients") + row.format("cc", "ward-saff")

    after, times = fixed({"initiatives.yaml": rows})["initiatives.yaml"]

    assert (2, rows.replace("patient}", "patients}").replace("saff", "staff")) == (times, after)
