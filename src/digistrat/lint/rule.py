"""A rule: the function that finds one fault, and what the engine must know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from digistrat.model.strategy import Strategy
from digistrat.read.fault import Fault, Level

Check = Callable[[Strategy], Iterable[Fault]]


class Rule(NamedTuple):
    """A check with its level; its docstring is its page in the manual."""

    check: Check
    level: Level
    completeness: bool = False  # one level lower in a draft, where an info is silent
    today: bool = False  # depends on the date: silent once the strategy is retired
    english: bool = False  # reads the wording: silent in another language

    @property
    def name(self) -> str:
        """Give the fault's name, as people write it."""
        return self.check.__name__.replace("_", "-")

    @property
    def topic(self) -> str:
        """Give the folder it stands in."""
        return self.check.__module__.split(".")[-2]

    def level_in(self, strategy: Strategy, fault: Fault | None = None) -> Level | None:
        """Give the level that counts for this strategy, or None where the rule has nothing to say.

        The manifest's `lint.levels` comes first, then a fault's own level, then the rule's.
        """
        manifest = strategy.manifest
        if self.today and manifest.status == "retired":
            return None
        if self.english and manifest.language.partition("-")[0] != "en":
            return None
        level = manifest.lint.levels.get(self.name) or (fault.level if fault else None) or self.level
        if self.completeness and manifest.status == "draft":
            return _LOWER[level]
        return level


_LOWER: dict[Level, Level | None] = {"error": "warning", "warning": "info", "info": None}
