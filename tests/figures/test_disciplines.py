"""Roles are sorted by discipline from their words alone."""

from __future__ import annotations

import pytest

from digistrat.figures.disciplines import disciplines


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Chief nurse", "clinical"),
        ("Medical director", "clinical"),
        ("Family doctor", "clinical"),
        ("Chief clinical information officer", "clinical"),
        ("Patient safety lead", "clinical"),
        ("Chief digital and information officer", "digital"),
        ("IT manager", "digital"),
        ("Head of user research", "digital"),
        ("Director of finance", "finance"),
        ("Section 151 officer", "finance"),
        ("Director of people", "people"),
        ("Director for children and young people", "services"),
        ("Outpatients service manager", "services"),
        ("Chief operating officer", "services"),
        ("Information governance lead", "law and governance"),
        ("Patient governor", "patients and public"),
        ("Service user", "patients and public"),
        ("Chief executive", "executive"),
        ("Trust chair", "executive"),
        ("Cabinet member for housing", "services"),
        ("Beekeeper", "Beekeeper"),
    ],
)
def test_a_role_belongs_to_one_discipline(role: str, expected: str) -> None:
    assert disciplines([role]) == {expected: [role]}


def test_two_of_one_discipline_stand_together() -> None:
    found = disciplines(["Ward nurse", "Head of IT", "Chief nurse"])

    assert found == {"clinical": ["Ward nurse", "Chief nurse"], "digital": ["Head of IT"]}


def test_a_role_that_names_several_counts_for_each() -> None:
    found = disciplines(["Doctors, finance and IT"])

    assert list(found) == ["clinical", "finance", "digital"]


def test_nobody_is_no_discipline() -> None:
    assert disciplines([]) == {}
