"""Give a workbook: to a file, for no terminal can show one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.disk.output import refuse_detour, write_file
from digistrat.errors import UsageError
from digistrat.wording import clean_line

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.strategy import Strategy
    from digistrat.score.ranking import Ranking


def give_matrix(strategy: Strategy, ranking: Ranking, output: Path | None) -> None:
    """Write the scoring matrix; raises UsageError without a file whose name ends as a workbook's does."""
    from digistrat.exchange.matrix import workbook  # noqa: PLC0415  (openpyxl loads only where a workbook is made)

    if output is None:
        raise UsageError("a workbook goes to a file", "write -o matrix.xlsx")
    if output.suffix.casefold() != ".xlsx":
        named = output.with_suffix(".xlsx").name if output.stem else "matrix.xlsx"
        raise UsageError(f"{clean_line(output.name)} does not end in .xlsx", f"write -o {clean_line(named)}")
    refuse_detour(output)
    write_file(output, workbook(strategy, ranking))
