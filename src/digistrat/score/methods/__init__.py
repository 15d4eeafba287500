"""The ways to score: each method is a file with `score(columns, row)` and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.score.methods import weighted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digistrat.score.table import Column, Result, Row

METHODS: dict[str, Callable[[Sequence[Column], Row], Result | None]] = {
    "weighted": weighted.score,
}
