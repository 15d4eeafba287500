"""From files to a strategy: what is faulty is told, and the rest stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from digistrat.disk.folder import Tree
from digistrat.model.load import load
from digistrat.read.events import PythonEvents
from tests.strategies import AS_OF, minimal

if TYPE_CHECKING:
    from digistrat.model.strategy import Strategy


def strategy(**files: str | None) -> Strategy:
    """Load the minimal strategy with other files over it."""
    texts: dict[str, Any] = {**minimal(), **{name.replace("__", "/") + ".yaml": text for name, text in files.items()}}
    return load(Tree({name: text.encode() for name, text in texts.items() if text is not None}), AS_OF)


def faults(loaded: Strategy) -> list[tuple[str, str, tuple[object, ...]]]:
    return sorted((rule, one.at.file, one.at.keys) for rule, found in loaded.faults.items() for one in found)


def test_a_faulty_key_of_the_manifest_hides_no_other() -> None:
    loaded = strategy(strategy="format: 1\ntitle: Ours\nperiod: soon\nowner: [Board, {rol: x}]\nstatus: approved\n")

    assert [
        ("bad-date", "strategy.yaml", ("period",)),
        ("missing-key", "strategy.yaml", ("organisation",)),
        ("unknown-key", "strategy.yaml", ("owner", 1, "rol")),
    ] == faults(loaded)
    assert ("Ours", "approved", None) == (loaded.manifest.title, loaded.manifest.status, loaded.manifest.period)
    assert ["Board"] == [str(owner) for owner in loaded.manifest.owner]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just text\n"])
def test_a_manifest_of_another_shape_is_told(text: str) -> None:
    loaded = strategy(strategy=text)

    assert ("wrong-type", "strategy.yaml", ()) in faults(loaded)
    assert {"initiatives", "measures", "outcomes", "risks", "stories", "users"} == set(loaded.collections)


def test_an_empty_manifest_lacks_what_is_required() -> None:
    keys = ["format", "organisation", "owner", "period", "title"]

    assert [("missing-key", "strategy.yaml", (key,)) for key in keys] == faults(strategy(strategy="# later\n"))


def test_a_faulty_outcome_hides_no_other() -> None:
    loaded = strategy(mission="mission: Ours\noutcomes:\n  - {id: a, titel: A}\n  - {id: less-waiting, title: B}\n")

    assert [("unknown-key", "mission.yaml", ("outcomes", 0, "titel"))] == faults(loaded)
    assert ["less-waiting"] == list(loaded.outcomes)
    assert ("outcomes", 1, "title") == loaded.outcomes["less-waiting"].at("title").keys
    assert loaded.knows("outcomes", "a")


def test_of_two_records_with_one_id_the_first_stands() -> None:
    loaded = strategy(users="- {id: a, name: A}\n", users__a="name: Another\n")

    assert [("duplicate-id", "users/a.yaml", ("id",))] == faults(loaded)
    assert loaded.users["a"].name == "A"


def test_a_file_of_one_record_is_named_after_its_id() -> None:
    loaded = strategy(
        users__carers="name: Carers\n", users__more="id: staff\nname: Staff\n", users__two="- {id: c, name: C}\n"
    )

    assert {"carers", "staff", "c"} <= set(loaded.users)
    assert [] == faults(loaded)


def test_links_are_written_once_and_known_at_both_ends() -> None:
    loaded = strategy(
        services="- {id: a, was: b, name: A}\n",
        users="- {id: u, name: U, needs: {id: n, need: N, services: b}}\n",
        commitments="- {id: c, statement: C, services: [a], initiatives: e-letters}\n",
    )
    service = loaded.services["a"]

    assert ["c"] == [one.id for one in loaded.linking_to(service, "commitments")]
    assert ["n"] == [one.id for one in loaded.linking_to(service, "needs")]
    assert (service, service, None) == (
        loaded.find("services", "a"),
        loaded.find("services", "b"),
        loaded.find("services", "c"),
    )
    assert ["u/n"] == list(loaded.collections["needs"])


def test_a_relative_deadline_is_resolved_through_others() -> None:
    loaded = strategy(
        commitments="""\
- {id: a, statement: A, due: {after: b, months: 6}}
- {id: b, statement: B, due: {after: e-letters, weeks: 1}}
- {id: round, statement: C, due: {after: trip, days: 1}}
- {id: trip, statement: D, due: {after: round, days: 1}}
- {id: late, statement: E, due: {after: last, months: 1200}}
- {id: last, statement: F, due: 9990-01-01}
- {id: lost, statement: G, due: {after: nothing}}
""",
        initiatives="- {id: e-letters, title: L, finish: 2027-09-30, choice: will, scores: {patient: 1}}\n",
    )
    due = {name: loaded.due(one) for name, one in loaded.commitments.items()}

    assert due["a"]
    assert date(2028, 4, 7) == due["a"].last
    assert [None] * 4 == [due[name] for name in ("round", "trip", "late", "lost")]


def test_both_parsers_give_the_same_strategy() -> None:
    texts = {name: text.encode() for name, text in minimal().items()}

    one, other = load(Tree(texts), AS_OF), load(Tree(texts), AS_OF, PythonEvents)

    assert one.manifest == other.manifest
    assert dict(one.collections) == dict(other.collections)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ("five", [("wrong-type", ("scores",))]),
        ("[5]", [("wrong-type", ("scores", 0))]),
        ("{patient: many}", [("wrong-type", ("scores", "patient"))]),
        ("{patient: {score: many}}", [("wrong-type", ("scores", "patient", "score"))]),
        ("{patient: {scor: 5}}", [("unknown-key", ("scores", "patient", "scor"))]),
        ("{patient: {score: 5, why: [a]}}", [("wrong-type", ("scores", "patient", "why"))]),
        ("{patient: [5]}", [("wrong-type", ("scores", "patient"))]),
        ("[{scores: {patient: 5}}]", [("missing-key", ("scores", 0, "by"))]),
        ("[{by: [a], scores: {patient: 5}}]", [("wrong-type", ("scores", 0, "by"))]),
        ("[{by: Nurse, scores: 5}]", [("wrong-type", ("scores", 0, "scores"))]),
        ("[{by: Nurse, score: {patient: 5}}]", [("unknown-key", ("scores", 0, "score"))]),
        ("[{by: Nurse}]", []),
        ("{patient: , x-note: 5}", []),
        ("{patient: {score: 5, why: because}}", []),
    ],
)
def test_a_wrong_score_is_told_at_its_own_place(scores: str, expected: list[Any]) -> None:
    loaded = strategy(initiatives=f"- {{id: a, title: A, scores: {scores}}}\n")

    assert [(rule, "initiatives.yaml", (0, *keys)) for rule, keys in expected] == faults(loaded)


@pytest.mark.parametrize(
    ("capacity", "expected"),
    [
        ("{available: 5}", []),
        ("{available: {2027-Q1: 5, FY2026-27: 6.5}}", []),
        ("{available: [5]}", [("wrong-type", ("capacity", "available"))]),
        ("{available: {soon: 5}}", [("bad-date", ("capacity", "available", "soon"))]),
        ("{available: {2027: much}}", [("wrong-type", ("capacity", "available", "2027"))]),
    ],
)
def test_a_wrong_capacity_is_told_at_its_own_place(capacity: str, expected: list[Any]) -> None:
    loaded = strategy(constraints=f"- {{id: a, statement: A, capacity: {capacity}}}\n")

    assert [(rule, "constraints.yaml", (0, *keys)) for rule, keys in expected] == faults(loaded)
    assert all(one.model_dump(mode="json") for one in loaded.constraints.values())


@pytest.mark.parametrize(
    ("uses", "expected"), [("5", []), ("[1, 2]", []), ("{a: 1}", ["wrong-type"]), ("[a]", ["wrong-type"])]
)
def test_what_work_uses_is_one_amount_or_one_a_quarter(uses: str, expected: list[str]) -> None:
    loaded = strategy(initiatives=f"- {{id: a, title: A, uses: {{team: {uses}}}}}\n")

    assert expected == [rule for rule, _, _ in faults(loaded)]
    assert all(one.model_dump(mode="json") for one in loaded.initiatives.values())


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("currency: pounds", "bad-value"),
        ("language: English", "bad-value"),
        ("financial_year_starts: April", "bad-date"),
        ("financial_year_starts: 02-30", "bad-date"),
        ("status: aproved", "bad-value"),
        ("status: [draft]", "wrong-type"),
        ("lint: {levels: {x: fatal}}", "bad-value"),
    ],
)
def test_a_setting_that_means_nothing_is_told(line: str, rule: str) -> None:
    manifest = minimal()["strategy.yaml"].replace("status: approved\n", "") + line + "\n"

    assert [rule] == [found for found, _, _ in faults(strategy(strategy=manifest))]


def test_x_keys_and_x_files_are_free() -> None:
    loaded = strategy(**{"x-notes": "a: [", "users": "- {id: a, name: A, x-own: {b: c}, x-none: }\n"})

    assert [] == faults(loaded)
