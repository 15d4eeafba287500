"""How the matrix looks: widths, colours, what stays in view, and how it is printed."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from digistrat.exchange.grid import as_cell, letter
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digistrat.exchange.heads import Head

_FACE = "Calibri"
_SMALL = Font(_FACE, size=8, color="00595959")
_BOLD = Font(_FACE, size=11, bold=True)
_LARGE = Font(_FACE, size=14, bold=True)
_SHADE = PatternFill("solid", start_color="00E8EDEE")
_HAIR = Side("thin", color="00C3CBCF")
_CELL = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
_UNDER = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=Side("thin", color="00768692"))
_TOP = Alignment(vertical="top", wrap_text=True)
_CENTRED = Alignment(horizontal="center", vertical="top", wrap_text=True)
_LINE_HEIGHT = 15  # points
_MOST_LINES = 12
_SAID, _HEADED = 255, 32  # characters that a spreadsheet shows beside a cell. Source: Excel specifications and limits
_MARGIN = 0.4  # inches
_FORMULA = ("=", "+", "-", "@")


def write(cell: Any, value: object) -> None:
    """Write a value; a text is text, never a formula, whatever it begins with."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = as_cell(value)
    cell.data_type = "s"
    if value.startswith(_FORMULA):
        cell.quotePrefix = True


def small(cell: Any) -> None:
    """Make a cell of the head that programs read, not people."""
    cell.font = _SMALL


def title(cell: Any) -> None:
    """Make the title of a sheet."""
    cell.font = _LARGE


def strong(cell: Any) -> None:
    """Make a cell that stands out."""
    cell.font = _BOLD


def shaded(cells: Sequence[Any], *, is_heading: bool = False) -> None:
    """Make a row of the head: not to be filled in by those who score."""
    for cell in cells:
        cell.fill = _SHADE
        cell.font = _BOLD
        cell.alignment = _TOP if isinstance(cell.value, str) else _CENTRED
        cell.border = _UNDER if is_heading else _CELL


def out_of_hundred(cell: Any) -> None:
    """Make the sum of the weights: red where it is not 100."""
    cell.number_format = 'General" of 100"'
    rule = CellIsRule(operator="notEqual", formula=["100"], font=Font(color="00AE1C1C", bold=True))
    cell.parent.conditional_formatting.add(cell.coordinate, rule)


def body(cell: Any, head: Head) -> None:
    """Make a cell of a record."""
    cell.alignment = _CENTRED if head.is_centred else _TOP
    cell.border = _CELL
    if head.field == "total":
        cell.font = _BOLD
        cell.number_format = "0.0"


def height(sheet: Any, row: int, heads: Sequence[Head], texts: Sequence[object]) -> None:
    """Make a row as high as its longest text needs: not every program does so by itself."""
    lines = max(len(wrap(str(text or ""), head.width - 1)) for head, text in zip(heads, texts, strict=True))
    if lines > 1:
        sheet.row_dimensions[row].height = _LINE_HEIGHT * min(lines, _MOST_LINES)


def page(sheet: Any, heads: Sequence[Head], heading_row: int, last_row: int) -> None:
    """Set what stays in view, how wide columns are, and how it is printed: A4, landscape, heads on every page."""
    for place, head in enumerate(heads):
        sheet.column_dimensions[letter(place)].width = head.width
    sheet.freeze_panes = f"C{heading_row + 1}"
    sheet.auto_filter.ref = f"A{heading_row}:{letter(len(heads) - 1)}{last_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    reasons = [place for place, head in enumerate(heads) if head.is_reason]  # read on a screen; too wide for paper
    sheet.print_area = f"A1:{letter(min([*reasons, len(heads)]) - 1)}{last_row}"
    sheet.print_title_rows = f"{heading_row}:{heading_row}"


def rules(sheet: Any, heads: Sequence[Head], max_row: int, rows: range) -> None:
    """Set what may be written: one of a list's words, or a number between 0 and the most points."""
    for place, head in enumerate(heads):
        column = letter(place)
        if head.choices:
            rule = DataValidation("list", formula1=f'"{",".join(head.choices)}"', allow_blank=True)
            said = f"Choose one of: {', '.join(head.choices)}."
        elif head.is_number:
            is_bounded = head.max is not None
            most = f"{column}${max_row}" if is_bounded else None
            operator = "between" if is_bounded else "greaterThanOrEqual"
            rule = DataValidation("decimal", operator=operator, formula1="0", formula2=most, allow_blank=True)
            said = f"Write a number from 0 to {head.max:f}." if is_bounded else "Write a number, 0 or more."
            _prompt(rule, head, said)
        else:
            continue
        rule.showErrorMessage, rule.errorTitle, rule.error = True, "Not taken", said
        rule.add(f"{column}{rows[0]}:{column}{rows[-1]}")
        sheet.add_data_validation(rule)


def _prompt(rule: DataValidation, head: Head, said: str) -> None:
    """Show beside the cell what numbers mean, for as long as it is selected."""
    scale = "; ".join(f"{points:f}: {one_line(means)}" for points, means in sorted(head.scale.items()))
    rule.showInputMessage = True
    rule.promptTitle = _short(head.heading, _HEADED)
    rule.prompt = _short(scale or f"{said} Leave it empty where it is not known.", _SAID)


def _short(text: str, most: int) -> str:
    text = as_cell(one_line(text))
    return text if len(text) <= most else text[: most - 1] + "…"
