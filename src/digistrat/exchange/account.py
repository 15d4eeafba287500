"""What came of a file, in words for people and as JSON for programs, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digistrat.exchange.grid import letter
from digistrat.lint.formats.machine import as_data
from digistrat.wording import clean, clean_line, counted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.exchange.remark import Remark
    from digistrat.exchange.taking import Outcome


def in_lines(outcome: Outcome) -> Iterator[str]:
    """Say every remark in a line, what was not taken first, then what lint will say, then how much it was."""
    for kind in ("wrong total", "not taken", "left out", "note"):
        yield from (_line(one) for one in outcome.remarks if one.kind == kind)
    for finding in outcome.findings:
        yield f"lint will say: {clean_line(finding.file)}: {clean_line(finding.message)} [{finding.rule}]"
    yield _summary(outcome)


def _line(remark: Remark) -> str:
    words = {"wrong total": "refused", "not taken": "not taken", "left out": "left out", "note": "note"}
    place = f"{remark.place}: " if remark.place else ""
    return f"{words[remark.kind]}: {place}{clean_line(one_line(remark.said))}"


def _summary(outcome: Outcome) -> str:
    if outcome.is_refused:
        wrong = sum(one.kind == "wrong total" for one in outcome.remarks)
        said = "1 total does not match its scores" if wrong == 1 else f"{wrong:,} totals do not match their scores"
        return f"nothing is taken: {said}; put right the one or the other"
    lost = sum(len(one.rows) for one in outcome.remarks if one.kind == "not taken")
    values = counted(len(outcome.changes), "change")
    files = counted(len(outcome.files), "file")
    said = f"{values} in {files}" if outcome.changes else "nothing changes"
    return f"{said}; {counted(lost, 'row')} not taken" if lost else said


def as_json(outcome: Outcome, *, diff: str, guessed: str, is_written: bool) -> str:
    """Write all of it for programs; `columns` are letters, `rows` counted from 1."""
    data = {
        "version": 1,
        "layouts": [{"name": one.name, "sheet": one.grid.sheet} for one in outcome.layouts],
        "read_as": guessed,
        "refused": outcome.is_refused,
        "written": is_written,
        "changes": [
            {"record": one.record, "file": one.file, "field": one.field, "from": one.old, "to": one.new}
            for one in outcome.changes
        ],
        "not_taken": [_data(one) for one in outcome.remarks if one.kind != "note"],
        "notes": [_data(one) for one in outcome.remarks if one.kind == "note"],
        "findings": [as_data(finding) for finding in outcome.findings],
        "diff": diff,
    }
    return clean(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _data(remark: Remark) -> dict[str, Any]:
    return {
        "kind": remark.kind,
        "sheet": remark.sheet,
        "rows": list(remark.rows),
        "column": None if remark.column is None else letter(remark.column),
        "heading": remark.heading,
        "why": remark.said,
    }
