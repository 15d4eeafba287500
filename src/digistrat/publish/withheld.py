"""What the manifest keeps from being published, and the strategy without it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digistrat.model.shelf import SECTIONS, claim
from digistrat.publish.addresses import SECTION_OF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.part import Single
    from digistrat.model.strategy import Strategy


def unwanted(strategy: Strategy) -> set[str]:
    """Name the sections that the manifest leaves out, by their names or by what they show; a first page there is always.

    Who leaves out `initiatives` wants none of them published: the whole section goes.
    """
    named = set(strategy.manifest.publish.leave_out)
    return {name for name in SECTIONS if name in named or named & _shown_in(name)} - {"home"}


def published(strategy: Strategy) -> Strategy:
    """Give the strategy without what is left out: the same one where nothing is.

    Whatever follows from it alone gives nothing away.
    """
    gone = {name for section in unwanted(strategy) for name in _shown_in(section)}
    if not gone:
        return strategy
    return replace(
        strategy,
        manifest=strategy.manifest.changed(out_of_scope=()) if "initiatives" in gone else strategy.manifest,
        singles=_singles(strategy, gone),
        collections={name: records for name, records in strategy.collections.items() if name not in gone},
        documents={path: one for path, one in strategy.documents.items() if sort_of(path) not in gone},
        faults={
            rule: tuple(one for one in faults if sort_of(one.at.file) not in gone)
            for rule, faults in strategy.faults.items()
        },
    )


def sort_of(path: str) -> str:
    """Name the collection that a file belongs to, or what it is itself, of one of a series the series."""
    return _without_stem(claim(path)[1])


def _shown_in(section: str) -> set[str]:
    return {name for name, shown_in in SECTION_OF.items() if shown_in == section}


def _singles(strategy: Strategy, gone: set[str]) -> Mapping[str, Single]:
    """Give the files of their own that stay; the mission without its noes where the choices go that show them."""
    kept = {name: part for name, part in strategy.singles.items() if _without_stem(name) not in gone}
    if strategy.mission and "initiatives" in gone:
        kept["mission"] = strategy.mission.changed(will_not=())
    return kept


def _without_stem(name: str) -> str:
    """Give the series of one of its files: `alignment` for `alignment/wgll`."""
    return name.partition("/")[0]
