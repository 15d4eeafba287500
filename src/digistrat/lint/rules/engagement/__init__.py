"""Rules about engagement: are people listened to before they are talked to, and for good?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
