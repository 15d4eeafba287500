"""What the manifest says of lint and of publishing: does each name mean a rule, or a section?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.rules import SELECTABLE
from digistrat.model.shelf import COLLECTIONS, SECTIONS, SERIES, SINGLES
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault
from digistrat.wording import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy

_SLIP = 0.85  # so alike that nobody meant another rule


def faults(strategy: Strategy) -> Iterator[Fault]:
    """Give a fault for each name that selects nothing, or is a slip of the pen.

    A rule to ignore may be one of a later version, so only a name very near a known one is told.
    """
    yield from _sections(strategy)
    settings = strategy.manifest.lint
    if not (settings.select or settings.ignore or settings.levels):
        return
    from difflib import get_close_matches  # noqa: PLC0415  (few strategies say anything here)

    for index, name in enumerate(settings.select):
        if name not in SELECTABLE:
            help = did_you_mean(name, SELECTABLE) or "`digistrat explain` lists them all"
            yield Fault(strategy.manifest.at("lint", "select", index), f"there is no rule or topic {shown(name)}", help)
    ignored = [(strategy.manifest.at("lint", "ignore", index), name) for index, name in enumerate(settings.ignore)]
    levels = [(strategy.manifest.at("lint", "levels").key(name), name) for name in settings.levels]
    for at, name in (*ignored, *levels):
        near = [] if name in SELECTABLE else get_close_matches(name, SELECTABLE, n=1, cutoff=_SLIP)
        if near:
            yield Fault(at, f"there is no rule {shown(name)}; did you mean {near[0]!r}?", f"write {near[0]!r}")


_PUBLISHED = frozenset({*SECTIONS, *COLLECTIONS, *SINGLES, *SERIES} - {"strategy", "mission", "exchange"})


def _sections(strategy: Strategy) -> Iterator[Fault]:
    """Give a fault for each name that leaves nothing out: somebody believes that it is not published."""
    for index, name in enumerate(strategy.manifest.publish.leave_out):
        if name not in _PUBLISHED:
            help = did_you_mean(name, _PUBLISHED) or f"write {quoted(SECTIONS, 'or')}"
            yield Fault(
                strategy.manifest.at("publish", "leave_out", index), f"no section is called {shown(name)}", help
            )
