"""Many new records in one file: written as if each had been added to the whole, and looked at all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.exchange.growing import Growing
from digistrat.exchange.taking import Wishes
from digistrat.read import limits
from digistrat.read.edit import append
from digistrat.read.yaml_text import EditError
from tests.exchange.sheets import HEAD, comma, folder_with, taken

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.read.yaml_text import Plain

RECORDS: list[Plain] = [
    {"id": f"n{n}", "title": f"New {n}", "cost": {"capital": "£2m", "note": "a: b"}} for n in range(3)
]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param("# Ours\n", id="a comment alone"),
        pytest.param("- id: a\n  title: One\n", id="one record"),
        pytest.param("- id: a\n  title: One\n\n- id: b\n  title: Two   # two\n# the end\n", id="comments below"),
        pytest.param("-   id: a\n    cost:\n        capital: £1m\n-   id: b\n", id="wide steps"),
        pytest.param("  - id: a\n  - id: b", id="indented, without a last break"),
        pytest.param("---\r\n- id: a\r\n  title: One\r\n", id="Windows line ends"),
        pytest.param("\ufeff- id: a\n", id="a byte order mark"),
        pytest.param("[{id: a}, {id: b}]\n", id="in brackets"),
    ],
)
def test_records_are_written_as_if_each_were_added_to_the_whole(text: str) -> None:
    expected = text
    for one in RECORDS:
        expected = append(expected, (), one)
    growing = Growing(text)

    numbers = [growing.add(one) for one in RECORDS]

    assert expected == growing.text()
    assert [0, 1, 2] == [number - numbers[0] for number in numbers]


def test_a_record_that_cannot_be_added_leaves_the_others() -> None:
    growing = Growing("- id: a\n")
    growing.add({"id": "b"})

    with pytest.raises(EditError, match="vertical tab"):
        growing.add({"id": "c", "title": "\x0b"})

    assert "- id: a\n- id: b\n" == growing.text()


def test_a_file_that_would_become_too_large_takes_none_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_with(tmp_path)
    monkeypatch.setattr(limits, "VALUES", 60)
    text = ",".join(HEAD) + "\n" + "".join(f",New {n},1,1,\n" for n in range(8))

    outcome = taken(folder, comma(text), Wishes(add=True))

    assert ((), (), False) == (outcome.files, outcome.changes, outcome.is_whole)
