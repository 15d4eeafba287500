"""Rules about risks: is the worst thought of, and rehearsed?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
