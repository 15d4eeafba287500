"""Rules about services: is each known, owned, and are its figures possible?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
