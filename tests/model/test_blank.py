"""What is left blank is not known: a key, and an entry of a map; an item of a list is never blank."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from digistrat.describe.schema import schema
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, lint, write

if TYPE_CHECKING:
    from pathlib import Path

BLANK = {
    "services": "- {id: a, name: A, channels: {web: , phone: 100}, figures: {period: 2025, by_channel: {web: , desk: 5}}}\n",
    "initiatives": "- {id: a, title: A, scores: {patient: }, uses: {team: }, cost: {by_year: {2027: }}}\n",
    "scoring": "criteria: {id: patient, weight: 100, max: 5, scale: {1: , 2: good}}\nmix: {improve: }\n",
    "constraints": "- {id: team, statement: T, capacity: {available: {2027-Q1: , 2027-Q2: 5}}}\n",
}
SHAPE = {"wrong-type", "bad-quantity", "bad-value", "missing-key"}


@pytest.mark.parametrize("name", BLANK)
def test_a_blank_entry_of_a_map_is_not_known(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path, {f"{name}.yaml": BLANK[name]})

    assert [] == [one.message for one in lint(folder).findings if one.rule in SHAPE]
    data = json.loads(json.dumps(yaml.safe_load(BLANK[name])))
    assert [] == [error.message for error in jsonschema.Draft202012Validator(schema(name)).iter_errors(data)]


def test_what_is_known_beside_it_stays(tmp_path: Path) -> None:
    strategy = load_folder(write(tmp_path, {f"{name}.yaml": text for name, text in BLANK.items()}), AS_OF)

    assert ["phone"] == list(strategy.services["a"].channels)
    capacity = strategy.constraints["team"].capacity
    assert capacity and capacity.available  # noqa: PT018  (for the type checker)
    assert ["2027-Q2"] == [str(period) for period, _ in capacity.available.by_period]


@pytest.mark.parametrize("text", ["- {id: a, title: A, tags: [x, ]}\n- {id: b, title: B, we_will: [~]}\n"])
def test_a_blank_item_of_a_list_is_told(text: str, tmp_path: Path) -> None:
    found = [one for one in lint(write(tmp_path, {"principles.yaml": text})).findings if one.rule == "wrong-type"]

    assert ["principles/b"] == [one.record for one in found]
