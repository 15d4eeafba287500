"""The packs that come along: whole, in our own words' form, and found by id, number or word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.frameworks.library import built_in, find, item_of, level_of
from digistrat.model.load import load_folder
from digistrat.model.shelf import BUILT_IN_FRAMEWORKS
from tests.strategies import AS_OF, HERE, write

if TYPE_CHECKING:
    from pathlib import Path

PACKS = HERE.parent / "src" / "digistrat" / "frameworks" / "packs"
ITEMS = {"signs": 12, "uk-gds-2012": 14, "dhsc-2022": 40, "wgll": 7, "nhs-service-standard": 17,
         "gds-service-standard": 14, "tcop": 13, "dtac": 5, "commitment-criteria": 6}  # fmt: skip
LEVELS = {"integration": 3, "eu-digital-capability": 5, "engagement-maturity": 5}


def test_every_pack_that_is_named_comes_along() -> None:
    assert {path.stem for path in PACKS.glob("*.yaml")} == BUILT_IN_FRAMEWORKS == {*ITEMS, *LEVELS}


@pytest.mark.parametrize("id", sorted(BUILT_IN_FRAMEWORKS))
def test_a_pack_says_what_it_is_where_it_comes_from_and_what_it_asks(id: str) -> None:
    pack = built_in(id)

    assert (id, ITEMS.get(id, 0), LEVELS.get(id, 0)) == (pack.id, len(pack.items), len(pack.levels))
    assert pack.title
    assert pack.kind
    assert pack.source
    assert pack.licence
    assert len(pack.items) == len({item.id for item in pack.items})
    assert {item.group for item in pack.items if item.group} <= {group.id for group in pack.groups}
    assert [] == [item.id for item in pack.items if not (item.title and item.asks)]
    assert [] == [level.level for level in pack.levels if not level.means]


@pytest.mark.parametrize(
    ("named", "expected"),
    [("smart-foundations", "smart-foundations"), ("2", "smart-foundations"), ("point 2", "smart-foundations"),
     ("action-02", "smart-foundations"), ("8", None), ("0", None), ("smart", None), (None, None)],
)  # fmt: skip
def test_an_item_is_found_by_its_id_or_its_number(named: str | None, expected: str | None) -> None:
    found = item_of(built_in("wgll"), named)

    assert expected == (found.id if found else None)


@pytest.mark.parametrize(
    ("scale", "named", "expected"),
    [("integration", "Siloed", "siloed"), ("integration", "2", "siloed"), ("eu-digital-capability", "3", "3"),
     ("engagement-maturity", "new ways of working", "new-ways-of-working"), ("integration", "silo", None)],
)  # fmt: skip
def test_a_level_is_found_by_its_word_or_its_number(scale: str, named: str, expected: str | None) -> None:
    found = level_of(built_in(scale), named)

    assert expected == (found.level if found else None)


def test_a_framework_of_ones_own_is_found_by_its_id_and_only_by_its_items_ids(tmp_path: Path) -> None:
    files = {"frameworks/plan.yaml": "title: Our plan\nitems: [{id: first}, {id: second}]\n"}
    strategy = load_folder(write(tmp_path, files), AS_OF)

    own = find(strategy, "plan")

    assert own is not None
    assert (None, None) == (find(strategy, "plans"), find(strategy, None))
    assert ["first", None] == [item.id if item else None for item in (item_of(own, "first"), item_of(own, "2"))]
