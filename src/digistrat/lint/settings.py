"""What the manifest says of lint and of publishing: does each name mean a rule, or a section?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.rules import NAMES, SELECTABLE
from digistrat.model.shelf import COLLECTIONS, SECTIONS, SERIES, SINGLES
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault
from digistrat.wording import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def faults(strategy: Strategy) -> Iterator[Fault]:
    """Give a fault for each name that selects nothing, or leaves nothing out of what is published."""
    yield from _sections(strategy)
    manifest, settings = strategy.manifest, strategy.manifest.lint
    named = [(manifest.at("lint", "select", index), name) for index, name in enumerate(settings.select)]
    named += [(manifest.at("lint", "ignore", index), name) for index, name in enumerate(settings.ignore)]
    levels = [(manifest.at("lint", "levels").key(name), name) for name in settings.levels]
    for known, places in ((SELECTABLE, named), (NAMES, levels)):
        for at, name in places:
            if name not in known:
                what = "rule or topic" if known is SELECTABLE else "rule"
                help = did_you_mean(name, known) or "`digistrat explain` lists them all"
                yield Fault(at, f"there is no {what} {shown(name)}", help)


_PUBLISHED = frozenset({*SECTIONS, *COLLECTIONS, *SINGLES, *SERIES} - {"strategy", "mission", "exchange"})


def _sections(strategy: Strategy) -> Iterator[Fault]:
    """Give a fault for each name that leaves nothing out: somebody believes that it is not published."""
    for index, name in enumerate(strategy.manifest.publish.leave_out):
        if name not in _PUBLISHED:
            help = did_you_mean(name, _PUBLISHED) or f"write {quoted(SECTIONS, 'or')}"
            yield Fault(
                strategy.manifest.at("publish", "leave_out", index), f"no section is called {shown(name)}", help
            )
