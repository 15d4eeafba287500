"""What a measure counts in: which percentages are shares, of what, and where their amounts stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.figures.scales import Scale, doubtful_commitments, scales
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path


def scale(folder: Path, keys: str) -> Scale:
    """Give the scale of a measure written as `unit: "%", of: letters`."""
    files = {"measures.yaml": f"- {{id: letters-sent, name: Letters sent, {keys}}}\n"}
    (found,) = scales(load_folder(write(folder, files), AS_OF))
    return found


@pytest.mark.parametrize(
    ("keys", "is_percent", "says_of_what", "is_share"),
    [
        ('unit: "%", of: letters', True, True, True),
        ("unit: Per cent, of: letters", True, True, True),
        ("unit: percentage of letters", True, True, True),
        ("unit: '%'", True, False, False),
        ("unit: '%', group: take-up", True, False, True),
        ("unit: '%', group: reach", True, False, False),
        ("unit: '%', service: x, figure: completion_rate", True, True, True),
        ("unit: '%', service: x, figure: cost_per_use", True, False, False),
        ("baseline: 40%, of: letters", True, True, True),
        ("baseline: 40, of: letters", False, True, False),
        ("unit: letters, baseline: 40%", False, False, False),
        ("unit: percentage points", False, False, False),
        ("unit: '% change'", False, False, False),
        ("unit: '% of 2019 level'", True, True, False),
        ("unit: '%', of: the budget", True, True, False),
        ("unit: '%', of: letters last year", True, True, False),
        ("unit: '%', of: letters on the same day", True, True, True),
    ],
)
def test_a_share_is_a_percentage_of_a_whole(
    tmp_path: Path,
    keys: str,
    is_percent: bool,  # noqa: FBT001  (a table)
    says_of_what: bool,  # noqa: FBT001  (a table)
    is_share: bool,  # noqa: FBT001  (a table)
) -> None:
    found = scale(tmp_path, keys)

    assert (is_percent, says_of_what, is_share) == (found.is_percent, found.says_of_what, found.is_share)


def test_a_scale_gathers_what_commitments_say_of_a_measure(tmp_path: Path) -> None:
    commitments = """\
- id: a
  statement: A
  measure: {measure: letters-sent, target: 90, baseline: 60}
  updates: [{value: 64}, {note: Nothing}]
- id: b
  statement: B
  measure: [letters-sent, {name: Calls, unit: calls, target: 7}]
  updates: [{value: 12}]
"""
    named, inline = scales(load_folder(write(tmp_path, {"commitments.yaml": commitments}), AS_OF))

    assert ["62", "95", "60", "90", "64"] == [str(one.amount) for one in named.amounts]
    assert ("b", "Calls", ["7"]) == (inline.id, inline.name, [str(one.amount) for one in inline.amounts])
    assert ("measure", 1) == inline.at.keys[-2:]


def test_a_commitment_is_doubtful_with_a_wrong_number_of_its_own_or_of_its_measure(tmp_path: Path) -> None:
    measures = """\
- {id: sound, name: Letters sent, unit: "%", of: letters, baseline: 62, targets: {value: 95, by: 2028-03}}
- {id: too-much, name: Calls, unit: "%", of: calls, baseline: 62, targets: {value: 410, by: 2028-03}}
- {id: behind, name: Visits, was: visits, unit: visits, baseline: 62, targets: {value: 55, by: 2028-03}}
- {id: said, name: Talks, unit: "%", of: talks, baseline: 62}
"""
    commitments = """\
- {id: a, statement: A, measure: sound}
- {id: b, statement: B, measure: [sound, too-much]}
- {id: c, statement: C, measure: visits}
- {id: d, statement: D, measure: {name: Calls, unit: "%", of: calls, target: 120}}
- {id: e, statement: E, measure: {measure: said, target: 120}}
- {id: f, statement: F, measure: said}
- {id: g, statement: G, measure: unknown}
"""
    files = {"measures.yaml": measures, "commitments.yaml": commitments}

    assert {"b", "c", "d", "e"} == doubtful_commitments(load_folder(write(tmp_path, files), AS_OF))
