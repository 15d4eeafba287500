"""Rules about the rhythm of the work, and what changes in the organisation itself"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
