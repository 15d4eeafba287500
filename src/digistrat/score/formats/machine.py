"""The ranking as JSON for other programs, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digistrat.lint.formats.machine import as_data
from digistrat.model.values.number import plain
from digistrat.score.agreement import agreement
from digistrat.score.formats.words import why
from digistrat.score.robustness import data_of as robustness_of
from digistrat.wording import clean

if TYPE_CHECKING:
    from fractions import Fraction

    from digistrat.score.ranking import Entry, Ranking
    from digistrat.score.table import Column


def write(ranking: Ranking) -> str:
    """Write the ranking; valid too when scoring errors stopped it."""
    return clean(json.dumps(data_of(ranking), ensure_ascii=False, indent=2)) + "\n"


def data_of(ranking: Ranking) -> dict[str, Any]:
    """Give the ranking as plain data; `parts` add up to `value`, or are the numbers of a preset's formula."""
    return {
        "version": 1,
        "method": ranking.method,
        "formula": ranking.how.formula,
        "criteria": [_criterion(ranking, column) for column in ranking.columns],
        "initiatives": [_entry(entry) for entry in ranking.running],
        "decided": [_entry(entry) for entry in ranking.decided],
        "after": [_entry(entry) for entry in ranking.after],
        "findings": [as_data(finding) for finding in (*ranking.errors, *ranking.left_out)],
        "robustness": robustness_of(ranking),
        "agreement": agreement(ranking).as_data(),
    }


def _criterion(ranking: Ranking, column: Column) -> dict[str, Any]:
    """Give a criterion; in a preset none has a weight or a maximum."""
    weight, most = (plain(column.weight), plain(column.max)) if ranking.how.is_weighted else (None, None)
    return {"id": column.id, "weight": weight, "max": most}


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.initiative.id,
        "title": entry.initiative.title,
        "rank": entry.rank,
        "score": _known(entry.score),
        "value": _known(entry.value),
        "effort": _known(entry.effort),
        "parts": {criterion: plain(part) for criterion, part in entry.parts.items()},
        "missing": list(entry.missing),
        "why": why(entry),
        "doubts": list(entry.doubts),
        "tied": entry.tied,
        "standing": entry.standing,
        "findings": sorted({finding.rule for finding in (*entry.findings, *entry.ignored)}),
    }


def _known(number: Fraction | None) -> int | float | None:
    return None if number is None else plain(number)
