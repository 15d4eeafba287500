"""The ways to score: each is a function of columns and a row in a file of its own, and a line here.

What else a method is, its criteria, fields, scale and title, `figures/methods.py` declares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.score.methods import ice, rice, value_effort, weighted, wsjf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from digistrat.score.table import Column, Result, Row

METHODS: Mapping[str, Callable[[Sequence[Column], Row], Result | None]] = {
    "weighted": weighted.score,
    "value-effort": value_effort.score,
    "rice": rice.score,
    "ice": ice.mean,
    "ice-mean": ice.mean,
    "ice-product": ice.product,
    "wsjf": wsjf.score,
}
