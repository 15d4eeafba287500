"""The last step of a workbook: what its formulas come to, so that a viewer shows it, and nothing that changes by itself.

openpyxl writes a formula or its result, never both, and the moment of writing into the file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from digistrat.exchange.archive import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f><v\s*(?:/>|></v>)</c>', re.DOTALL)
_TYPE = re.compile(r' t="[^"]*"')
_SHEET = re.compile(r'<sheet\b[^>]*?name="([^"]*)"')
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>digistrat</dc:creator>'
    "</cp:coreProperties>"
)


class Results:
    """What formulas come to, by sheet and cell; an empty text where a number is missing."""

    def __init__(self) -> None:
        self._by_sheet: dict[str, dict[str, float | None]] = defaultdict(dict)

    def note(self, sheet: str, cell: str, result: float | None) -> None:
        """Note one."""
        self._by_sheet[sheet][cell] = result

    def of(self, sheet: str) -> Mapping[str, float | None]:
        """Give those of one sheet."""
        return self._by_sheet.get(sheet, {})


def finished(content: bytes, results: Results, title: str) -> bytes:
    """Write results beside their formulas, and fixed dates over those of today."""
    parts = unpacked(content)
    names = _SHEET.findall(parts["xl/workbook.xml"].decode())
    for number, name in enumerate(names, 1):  # openpyxl numbers the parts in the order of the sheets
        path = f"xl/worksheets/sheet{number}.xml"
        parts[path] = _with_results(parts[path].decode(), results.of(name)).encode()
    parts["docProps/core.xml"] = _PROPERTIES.format(escape(title)).encode()
    return packed(parts)


def _with_results(text: str, results: Mapping[str, float | None]) -> str:
    def filled(found: re.Match[str]) -> str:
        cell, looks, formula = found.groups()
        result = results.get(cell)
        kind = ' t="str"' if result is None else ""
        shown = "" if result is None else repr(result)
        return f'<c r="{cell}"{_TYPE.sub("", looks)}{kind}><f>{formula}</f><v>{shown}</v></c>'

    return _FORMULA.sub(filled, text)
