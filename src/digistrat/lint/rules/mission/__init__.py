"""Rules about the mission and the manifest: is it integrated, mainstream, focused, and not too long-term?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
