"""The sheet that says how the matrix is filled in, and what the points of each criterion mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digistrat.exchange import looks
from digistrat.model.values.number import plain

if TYPE_CHECKING:
    from digistrat.model.kinds.scoring import Scoring

_SAID = (
    "Leave a cell empty where nobody knows: what is not known is not zero, and has no total.",
    "Totals and ranks work themselves out. Do not write over them: a total that does not match its points is refused.",
    "A new idea goes into the first empty row: a title is enough, and 'digistrat import --add' makes a record of it.",
    "Rows may be sorted, and columns moved or hidden. Leave the small grey lines above the headings as they are.",
    "Save the file as .xlsx, and give it back: 'digistrat import FILE' first shows what would change.",
)
_ONE = ("Write points into the white cells of the sheet 'Matrix', and in the columns to the right why you gave them.",)
_SEVERAL = (
    "Each role writes points into its own rows of the sheet 'Scorers', and in the columns to the right why.",
    "The sheet 'Matrix' shows the mean of those who scored. Until somebody has, it shows the points of one session.",
    "Points of one session give way to those of the roles only when every role has scored, and that is shown first.",
    "Somebody else who scores takes the first empty row: the initiative's id or its title, and who they are.",
)
_WIDTHS = (28, 10, 90)


def write_manual(sheet: Any, scoring: Scoring, *, has_scorers: bool) -> None:
    """Write what to do, then a line for each meaning on a scale; of scorers only where they have a sheet."""
    lines = [*(_SEVERAL if has_scorers else _ONE), *_SAID]
    for column, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    looks.write(sheet["A1"], "How to fill it in")
    looks.title(sheet["A1"])
    for row, said in enumerate(lines, 2):
        looks.write(sheet.cell(row, 1), said)
    scales = [(one.label, *meaning) for one in scoring.criteria for meaning in sorted(one.scale.items())]
    headings = len(lines) + 3
    for place, heading in enumerate(("Criterion", "Points", "What they mean") if scales else (), 1):
        looks.write(sheet.cell(headings, place), heading)
        looks.strong(sheet.cell(headings, place))
    for row, (label, number, means) in enumerate(scales, headings + 1):
        looks.write(sheet.cell(row, 1), label)
        looks.write(sheet.cell(row, 2), plain(number))
        looks.write(sheet.cell(row, 3), means)
