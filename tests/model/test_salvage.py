"""What is faulty in a file of its own is left out; everything else is there, and known by its place in the file."""

from __future__ import annotations

from typing import Any

from digistrat.model.kinds.delivery import Delivery
from digistrat.model.kinds.framework import Framework
from digistrat.model.kinds.scoring import Scoring
from digistrat.model.shape import check_single
from digistrat.model.values.context import DEFAULT
from digistrat.read.document import read_document
from digistrat.read.fault import Ref


def checked(model: Any, text: str) -> tuple[Any, list[tuple[str, tuple[Any, ...]]]]:
    found, faults = check_single(model, read_document("one.yaml", text.encode()).data, Ref("one.yaml"), DEFAULT)
    return found, [(rule, fault.at.keys) for rule, fault in faults]


def test_a_faulty_key_takes_nothing_else_with_it() -> None:
    delivery, faults = checked(
        Delivery, "rhythm: [{kind: show-and-tell, last: soon, who: All}, {kind: progress-review}]"
    )

    assert [("bad-date", ("rhythm", 0, "last"))] == faults
    assert [("show-and-tell", "All"), ("progress-review", None)] == [(one.kind, one.who) for one in delivery.rhythm]


def test_what_stands_behind_an_item_left_out_keeps_its_place() -> None:
    text = "items:\n  - {title: Nameless}\n  - {id: Bad Id}\n  - {id: third, titel: x}\n  - {id: fourth, due: 2027}\n"

    framework, faults = checked(Framework, "id: ours\n" + text)

    assert [
        ("bad-id", ("items", 1, "id")),
        ("missing-key", ("items", 0, "id")),
        ("unknown-key", ("items", 2, "titel")),
    ] == sorted(faults)
    assert ["third", "fourth"] == [item.id for item in framework.items]
    assert ("items", 3, "due") == framework.at("items", 1, "due").keys
    assert ("items", 2) == framework.at("items", 0).keys
    assert ("levels", 5) == framework.at("levels", 5).keys


def test_a_value_that_was_faulty_is_not_missing_as_well() -> None:
    scoring, faults = checked(Scoring, "criteria: [{id: a, weight: much, max: 5}, {id: b, weight: 1, max: 5}]")

    assert [("wrong-type", ("criteria", 0, "weight"))] == faults
    assert ["b"] == [one.id for one in scoring.criteria]
    assert ("criteria", 1, "max") == scoring.at("criteria", 0, "max").keys


def test_a_bare_value_that_is_faulty_is_left_out() -> None:
    delivery, faults = checked(Delivery, "rhythm: {kind: often}\nskills: {role: Nurse, by: [a]}")

    assert [("bad-date", ("skills", 0, "by")), ("bad-value", ("rhythm", 0, "kind"))] == sorted(faults)
    assert ((), ["Nurse"]) == (delivery.rhythm, [one.role for one in delivery.skills])


def test_a_file_of_another_shape_is_one_fault() -> None:
    assert [("wrong-type", ())] == checked(Framework, "- id: ours\n")[1]
