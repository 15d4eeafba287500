"""Agreement as plain data, for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digistrat.model.values.number import plain

if TYPE_CHECKING:
    from digistrat.score.agreement import Agreement, Pair
    from digistrat.score.agreement.cells import Cell
    from digistrat.score.agreement.first import First


def as_data(agreement: Agreement) -> dict[str, Any]:
    """Give what is known, with the same keys however many scored."""
    return {
        "kendall_w": None if agreement.kendall_w is None else plain(agreement.kendall_w),
        "scorers": list(agreement.scorers),
        "alike": [[one.name, one.near] for one in agreement.alike],
        "compared": [entry.initiative.id for entry in agreement.compared],
        "pairs": [_pair(pair) for pair in agreement.pairs],
        "cells": [_cell(cell) for cell in agreement.cells],
        "first": _first(agreement.first) if agreement.first else None,
        "sentences": list(agreement.sentences),
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "between": list(pair.between),
        "initiative": pair.cell.entry.initiative.id,
        "criterion": pair.cell.column.id,
        "points": [plain(points) for points in pair.points],
        "apart": plain(pair.apart),
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "initiative": cell.entry.initiative.id,
        "criterion": cell.column.id,
        "points": {name: plain(points) for name, points in cell.points.items()},
        "spread": plain(cell.spread),
    }


def _first(first: First) -> dict[str, Any]:
    return {
        "initiative": first.entry.initiative.id,
        "basis": first.basis,
        "from": plain(first.low),
        "to": plain(first.high),
        "criterion": first.cell.column.id,
        "between": list(first.between),
    }
