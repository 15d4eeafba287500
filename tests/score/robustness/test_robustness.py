"""Robustness of a ranking: what the example says holds when its weights are changed, and what does not matter does not."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.score.robustness import robustness
from tests.strategies import AS_OF, EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digistrat.score.ranking import Ranking
    from digistrat.score.robustness import Robustness


def ranking_of(folder: Path) -> Ranking:
    return Answers(load_folder(folder, AS_OF)).ranking


def robustness_of(folder: Path) -> Robustness:
    found = robustness(ranking_of(folder))
    assert found
    return found


def reweigh(folder: Path, *weights: str) -> set[str]:
    """Write other weights into the example, and give who is first then."""
    path = folder / "scoring.yaml"
    given = iter(weights)
    text = re.sub(r"weight: [\d.]+", lambda _: f"weight: {next(given)}", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    return {entry.initiative.id for entry in ranking_of(folder).first}


def test_the_example_says_which_weights_decide() -> None:
    said = robustness_of(EXAMPLE).sentences

    financial = (
        'If "Financial benefit" weighed a little more than 40 instead of 25, and the others less in proportion, '
        '"Agile working" would be in the first 3 instead of "Cardiology" or "Closed loop".'
    )
    patient = (
        'If "Benefit to patients" weighed a little less than about 33.3 instead of 50, and the others more in proportion, '
        '"Agile working" would be in the first 3 instead of "Closed loop".'
    )
    staff = 'No weight of "Benefit to staff" from 0 to 100 changes who is in the first 3.'
    assert (financial, patient, staff) == said[:3]


NOW = {"cardiology", "closed-loop", "network"}


@pytest.mark.parametrize(
    ("weights", "first"),
    [
        pytest.param(("40.1", "20.05", "39.85"), NOW, id="financial benefit just under 40"),
        pytest.param(("39.8", "19.9", "40.3"), {*NOW, "agile-working"}, id="financial benefit over 40: two are level"),
        pytest.param(("33.4", "33.3", "33.3"), NOW, id="benefit to patients just over 33.3"),
        pytest.param(
            ("33.2", "33.4", "33.4"), {*NOW, "agile-working"} - {"closed-loop"}, id="benefit to patients under 33.3"
        ),
        pytest.param(("66.6", "0.1", "33.3"), NOW, id="hardly any benefit to staff"),
        pytest.param(("0.2", "99.7", "0.1"), NOW, id="hardly anything else"),
    ],
)
def test_what_the_example_says_is_seen_when_its_weights_change(
    example: Path, weights: tuple[str, ...], first: set[str]
) -> None:
    assert first == reweigh(example, *weights)


def test_the_example_as_data() -> None:
    data = robustness_of(EXAMPLE).as_data()

    assert ["top", "sentences", "flips", "acceptability", "level", "dominance"] == list(data)
    assert 3 == data["top"]
    assert {
        "criterion": "financial",
        "from": 25,
        "to": 40,
        "in": "agile-working",
        "out": "cardiology",
        "entering": ["agile-working"],
        "leaving": ["cardiology", "closed-loop"],
        "level": ["cardiology", "closed-loop"],
    } == data["flips"][0]
    assert ["cardiology", "closed-loop", "network", "agile-working"] == list(data["acceptability"])[:4]
    assert [0.94 < data["acceptability"]["closed-loop"] < 0.96, 0] == [True, data["acceptability"]["e-consent"]]
    assert {"id": "e-consent", "kind": "behind", "others": ["cardiology", "closed-loop", "emis-cerner-interface"]} == (
        data["dominance"][2]
    )
    assert all(isinstance(sentence, str) for sentence in data["sentences"])


CRITERIA = """\
method: {method}
top: 1
criteria:
  - {{id: patient, title: Patients, weight: 60, max: {max}}}
  - {{id: staff, weight: 40, max: 5}}
"""
INITIATIVES = """\
- {{id: a, title: Wards, choice: will, scores: {{patient: {high}, staff: 2}}, effort: 4}}
- {{id: b, title: Beds, choice: will, scores: {{patient: {low}, staff: 5}}, effort: 5}}
- {{id: c, title: Unscored, choice: will}}
- {{id: d, title: Decided, must_do: true, scores: {{patient: {high}, staff: 5}}, effort: 1}}
"""


def test_only_those_that_are_ranked_are_compared(strategy_folder: Callable[..., Path]) -> None:
    folder = strategy_folder(
        scoring=CRITERIA.format(method="weighted", max=5), initiatives=INITIATIVES.format(high=5, low=1)
    )

    assert ["a", "b"] == list(robustness_of(folder).acceptability)


def test_the_unit_of_a_scale_changes_nothing(strategy_folder: Callable[..., Path]) -> None:
    of_five, of_fifty = (
        robustness_of(
            strategy_folder(
                scoring=CRITERIA.format(method="weighted", max=5 * unit),
                initiatives=INITIATIVES.format(high=5 * unit, low=unit),
            )
        ).as_data()
        for unit in (1, 10)
    )

    assert of_five == of_fifty


def test_value_for_effort_is_asked_about_value_for_effort(strategy_folder: Callable[..., Path]) -> None:
    folder = strategy_folder(
        scoring=CRITERIA.format(method="value-effort", max=5), initiatives=INITIATIVES.format(high=5, low=1)
    )

    (flip, _) = robustness_of(folder).flips

    # Patients at t: (t + 0.4 · (100 - t)) / 4 = (0.2 · t + 100 - t) / 5 gives 3 · t + 200 = 400 - 3.2 · t.
    assert ("patient", Fraction(1000, 31), ("b",), ("a",)) == (flip.criterion, flip.to, flip.entering, flip.leaving)


def test_of_a_preset_less_effort_is_better(strategy_folder: Callable[..., Path]) -> None:
    folder = strategy_folder(
        scoring="{method: rice, top: 1}\n",
        initiatives="- {id: a, title: Less, choice: will, scores: {impact: 2}, reach: 9, confidence: 80, effort: 2}\n"
        "- {id: b, title: More, choice: will, scores: {impact: 2}, reach: 9, confidence: 80, effort: 3}\n",
    )

    assert (
        "RICE has no weights to change: who is in first place is as sure as the numbers it takes.",
        'Nothing is better than "Less" on even one number that RICE takes.',
        '"Less" is at least as good as "More" on every number that RICE takes.',
    ) == robustness_of(folder).sentences


def test_effort_counts_for_nothing_in_a_method_that_does_not_ask_for_it(strategy_folder: Callable[..., Path]) -> None:
    scores = "scores: {impact: 2, confidence: 3, ease: 4}"
    folder = strategy_folder(
        scoring="{method: ice, top: 1}\n",
        initiatives=f"- {{id: a, title: Less, choice: will, {scores}, effort: 2}}\n"
        f"- {{id: b, title: More, choice: will, {scores}, effort: 3}}\n",
    )

    assert ("a", "b") == robustness_of(folder).comparison.level


def test_two_of_the_same_title_are_told_apart(strategy_folder: Callable[..., Path]) -> None:
    folder = strategy_folder(
        scoring=CRITERIA.format(method="weighted", max=5),
        initiatives=INITIATIVES.format(high=5, low=1).replace("Beds", "Wards"),
    )

    assert '"Wards (b)" would be in first place instead of "Wards (a)".' in robustness_of(folder).sentences[0]


@pytest.mark.parametrize(
    ("scoring", "initiatives"),
    [
        pytest.param(CRITERIA.format(method="weighted", max=5), "[]\n", id="no initiatives"),
        pytest.param(CRITERIA.format(method="weighted", max=5), "- {id: a, title: A, choice: will}\n", id="no scores"),
        pytest.param(
            CRITERIA.format(method="weighted", max=5),
            INITIATIVES.format(high=6, low=1),
            id="scores that stop the ranking",
        ),
        pytest.param(
            CRITERIA.format(method="weighted", max=5).replace("top: 1", "top: 0"),
            INITIATIVES.format(high=5, low=1),
            id="no place is asked about",
        ),
    ],
)
def test_nothing_is_said_where_nothing_is_ranked(
    strategy_folder: Callable[..., Path], scoring: str, initiatives: str
) -> None:
    assert robustness(ranking_of(strategy_folder(scoring=scoring, initiatives=initiatives))) is None


def test_nothing_is_tried_before_somebody_asks() -> None:
    robust = robustness_of(EXAMPLE)

    assert robust.flips

    assert {"comparison", "titles", "flips"} == vars(robust).keys()
