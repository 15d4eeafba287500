"""Layouts of other people's files: columns as a list or a map, and room for what import does not know."""

from __future__ import annotations

from typing import Any

import pytest

from digistrat.model.kinds.exchange import Exchange
from digistrat.model.shape import check_single
from digistrat.model.values.context import DEFAULT
from digistrat.read.document import read_document
from digistrat.read.fault import Ref


@pytest.mark.parametrize(
    "text",
    [
        "columns: {Project: title, Benefit: scores.patient}",
        "columns: [{heading: Project, field: title}, {heading: Benefit, field: scores.patient}]",
        "columns:\n  Project: title\n  Benefit: scores.patient\nskip_rows: [1, 2]\n",
    ],
)
def test_a_layout_names_its_columns(text: str) -> None:
    document: Any = read_document("exchange/finance.yaml", text.encode())

    layout, faults = check_single(Exchange, document.data, Ref(document.file), DEFAULT)

    assert [] == faults
    assert [("Project", "title"), ("Benefit", "scores.patient")] == [(one.heading, one.field) for one in layout.columns]


def test_one_column_may_stand_alone() -> None:
    layout, faults = check_single(Exchange, {"columns": {"heading": "Project", "field": "title"}}, Ref("x"), DEFAULT)

    assert ([], ["Project"]) == (faults, [one.heading for one in layout.columns])
