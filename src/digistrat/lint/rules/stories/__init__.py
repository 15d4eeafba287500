"""Rules about stories: what was delivered, what was learned, and in whose words?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
