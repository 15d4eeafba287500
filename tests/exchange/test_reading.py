"""A file from anybody: read as what it is, or refused with what to do, and never followed where it leads."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from digistrat.errors import DigistratError
from digistrat.exchange.grid import letter
from digistrat.exchange.limits import COLUMNS, ROWS
from digistrat.exchange.reading import read_book
from tests.exchange.sheets import packed, parts_of, saved, sheet

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = sheet([("Id", "Points"), ("a", 1), ("b", 2)])
FIRST = "xl/worksheets/sheet1.xml"


def texts(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in cells] for cells in read_book(content).grids[0].rows.values()]


def with_part(name: str, change: Callable[[bytes], bytes] | bytes) -> bytes:
    parts = parts_of(GOOD)
    parts[name] = change if isinstance(change, bytes) else change(parts[name])
    return packed(parts)


def with_merged(*references: bytes) -> bytes:
    areas = b"".join(b'<mergeCell ref="%s"/>' % one for one in references) + NOISE
    return with_part(
        FIRST, lambda xml: xml.replace(b"</sheetData>", b"</sheetData><mergeCells>" + areas + b"</mergeCells>")
    )


NOISE = b"<!--" + random.Random(1).randbytes(50_000).hex().encode() + b"-->"  # noqa: S311  (it is only to pack badly)


def with_sheets(more: int, parts: list[bytes]) -> bytes:
    """Name the first sheet again and again, or sheets in parts of their own."""
    sheets = b"".join(
        b'<sheet name="s%d" sheetId="%d" r:id="rId%d"/>' % (n, n + 9, n + 90 if parts else 1) for n in range(more)
    )
    types = b"".join(
        b'<Override PartName="/xl/worksheets/s%d.xml" ContentType="%s"/>' % (n, SHEET_TYPE) for n in range(len(parts))
    )
    links = b"".join(
        b'<Relationship Id="rId%d" Type="%s" Target="/xl/worksheets/s%d.xml"/>' % (n + 90, SHEET_LINK, n)
        for n in range(len(parts))
    )
    found = parts_of(GOOD) | {f"xl/worksheets/s{n}.xml": part for n, part in enumerate(parts)}
    for name, end, added in (
        (
            "xl/workbook.xml",
            b"</sheets>",
            sheets.replace(b"<sheet ", b'<sheet xmlns:r="%s" ' % SHEET_LINK.rpartition(b"/")[0]),
        ),
        ("[Content_Types].xml", b"</Types>", types),
        ("xl/_rels/workbook.xml.rels", b"</Relationships>", links),
    ):
        found[name] = found[name].replace(end, added + end)
    return packed(found)


SHEET_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
SHEET_LINK = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"


def far_apart(sheets: int, rows: int) -> bytes:
    cells = b"".join(b'<row r="%d"><c r="GR%d"><v>1</v></c></row>' % (n, n) for n in range(1, rows + 1))
    start, _, end = parts_of(GOOD)[FIRST].partition(b"</sheetData>")
    return with_sheets(sheets, [start[: start.index(b"<sheetData>") + 11] + cells + b"</sheetData>" + end] * sheets)


@pytest.mark.parametrize(
    ("content", "guessed"),
    [
        pytest.param("Café,1\n".encode(), "read as UTF-8 with commas between the columns", id="UTF-8"),
        pytest.param("\ufeffCafé;1\n".encode(), "read as UTF-8 with semicolons between the columns", id="with a mark"),
        pytest.param("Café\t1\r\n".encode("utf-16"), "read as UTF-16 with tabs between the columns", id="UTF-16"),
        pytest.param("Café;1\n".encode("utf-16-be").join([b"\xfe\xff", b""]), "read as UTF-16 with semicolons between the columns", id="UTF-16, the other way"),
        pytest.param("Café;1\r".encode("cp1252"), "read as Windows-1252 with semicolons between the columns", id="Windows"),
    ],
)  # fmt: skip
def test_a_csv_files_encoding_and_separator_are_found_and_said(content: bytes, guessed: str) -> None:
    assert ([["Café", "1"]], guessed) == (texts(content), read_book(content).guessed)


def test_a_comma_inside_quotes_and_a_line_break_part_nothing() -> None:
    assert [["a", "b"], ["one, two", "x\ny"]] == texts(b'a;b\n"one, two";"x\ny"\n\n')


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b" \n", "this file is empty", id="nothing"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "old kind", id="xls, or a password"),
        pytest.param(b"%PDF-1.7", "a PDF file", id="PDF"),
        pytest.param(b"<!DOCTYPE html><table>", "a web page", id="a web page called xls"),
        pytest.param(bytes(range(256)), "neither a workbook nor a CSV", id="bytes"),
        pytest.param(b"\x81\x8d,\x00", "neither a workbook nor a CSV", id="no text"),
        pytest.param(b'a,b\n"' + b"x" * 140_000 + b'"', "cannot be read", id="a field too long"),
        pytest.param(b"a\n" * (ROWS + 1), "at most 20,000 rows", id="too many rows of CSV"),
        pytest.param(b"a," * COLUMNS + b"a\n", "at most 20,000 rows and 200 columns", id="too many columns of CSV"),
        pytest.param(packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), r"\.ods", id="ods"),
        pytest.param(packed({"xl/workbook.bin": b""}), r"\.xlsb", id="xlsb"),
        pytest.param(packed({"[Content_Types].xml": b"<x/>", "word/a.xml": b""}), "this is no workbook", id="docx"),
        pytest.param(GOOD[: len(GOOD) // 2], "damaged", id="cut off"),
        pytest.param(packed({f"xl/{n}": b"" for n in range(2001)}), "2,001 parts", id="too many parts"),
        pytest.param(with_part("xl/big.bin", (b"0123456789" * 1000).join([b"x"] * 10_200)), "unpacked it has 102 MB", id="too large"),
        pytest.param(with_part("xl/zeros.bin", bytes(3_000_000)), "200 times", id="packed too tightly"),
        pytest.param(with_part("xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "entities", id="an entity"),
        pytest.param(
            with_part("docProps/app.xml", '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")),
            "entities or a document type", id="a document type in UTF-16",
        ),
        pytest.param(with_part("docProps/app.xml", b'<?xml version="1.0" encoding="x-x"?><a/>'), "damaged", id="no encoding"),
        pytest.param(
            with_part(FIRST, lambda xml: xml.replace(b'r="A3"', b'r="A20001"').replace(b'<row r="3"', b'<row r="20001"')),
            "the sheet 'List' is too large", id="too many rows",
        ),
        pytest.param(
            with_part(FIRST, lambda xml: xml.replace(b'r="B3"', b'r="ZZ3"')), "at most 20,000 rows and 200", id="too many columns",
        ),
        pytest.param(
            with_part(FIRST, lambda xml: xml.replace(
                b"</sheetData>", b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:B20000"/>' * 6 + b"</mergeCells>")),
            "rows of merged cells", id="too many merged cells",
        ),
        pytest.param(
            with_part(FIRST, lambda xml: xml.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="?"/></mergeCells>')),
            "damaged", id="a merged nothing",
        ),
        pytest.param(with_merged(b"A9:B1"), "damaged", id="a merged area that ends above its beginning"),
        pytest.param(with_merged(b"B1:A9"), "damaged", id="a merged area that ends before its beginning"),
        pytest.param(with_merged(*[b"A1:B1"] * 100_001), "100,000 rows of merged cells", id="too many merged areas of one row"),
        pytest.param(with_merged(*[b"A30000:B30001"] * 100_001), "100,000 rows of merged", id="too many merged areas far below"),
        pytest.param(with_sheets(50, []), "more than 50 sheets", id="too many sheets"),
        pytest.param(with_sheets(1, []), "damaged", id="two sheets in one part"),
        pytest.param(far_apart(sheets=3, rows=1700), "at most 1,000,000 cells", id="cells far apart on many sheets"),
        pytest.param(
            with_part("xl/styles.xml", lambda xml: xml.replace(b"</cellXfs>", b"<xf/>" * 65_490 + NOISE + b"</cellXfs>")),
            "more than 65,490 formats of cells", id="too many formats",
        ),
        pytest.param(
            with_part("xl/sharedStrings.xml", b"<sst>" + b"<si/>" * 500_001 + NOISE + b"</sst>"),
            "more than 500,000 texts of cells", id="too many texts",
        ),
        pytest.param(
            with_part("docProps/app.xml", b"<a>" + b"<b/>" * 3_000_000 + NOISE * 2 + b"</a>"),
            "more than 3,000,000 elements", id="too many elements of any kind",
        ),
        pytest.param(
            with_part("[Content_Types].xml", lambda xml: xml.replace(b"/xl/theme/theme1.xml", b"/xl/strings.bin")),
            "its part '/xl/strings.bin' is XML", id="a part that hides from the check",
        ),
        pytest.param(
            packed({name.replace("sheet1.xml", "sheet1.bin"): xml.replace(b"/worksheets/sheet1.xml", b"/worksheets/sheet1.bin").replace(b'<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"', b'<Override PartName="/x.xml" ContentType="x"') for name, xml in parts_of(GOOD).items()}),
            "damaged", id="a sheet that hides from the check",
        ),
        pytest.param(with_part(FIRST, lambda xml: xml.replace(b"<v>1</v>", b"<v>1e999</v>")), "damaged", id="infinity"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_or_not_safe_is_refused_with_what_to_do(content: bytes, message: str) -> None:
    with pytest.raises(DigistratError, match=message) as refused:
        read_book(content)

    assert refused.value.hint


def test_two_parts_of_one_name_are_refused() -> None:
    parts = parts_of(GOOD)
    content = packed({**parts, "xl/a.xml": b"<a/>", "xl/b.xml": b"<a/>"}).replace(b"xl/b.xml", b"xl/a.xml")

    with pytest.raises(DigistratError, match="the same name"):
        read_book(content)


def test_a_part_with_a_password_is_refused() -> None:
    content = bytearray(GOOD)
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        at = content.find(start) + (6 if start == b"PK\x03\x04" else 8)
        content[at] |= 1

    with pytest.raises(DigistratError, match="password"):
        read_book(bytes(content))


def test_rows_beyond_a_stated_size_are_read() -> None:
    content = with_part(FIRST, lambda xml: xml.replace(b'<dimension ref="A1:B3"', b'<dimension ref="A1:A1"'))

    assert parts_of(content) != parts_of(GOOD)
    assert [["Id", "Points"], ["a", "1"], ["b", "2"]] == texts(content)


def test_sheets_in_parts_of_their_own_are_read_and_what_lies_between_cells_is_not() -> None:
    grids = read_book(far_apart(sheets=2, rows=2)).grids

    assert ["List", "s0", "s1"] == [one.sheet for one in grids]
    assert ("1", 200, [1, 2]) == (grids[2].cell(2, 199).text, len(grids[2].rows[2]), list(grids[2].rows))


def test_a_merged_title_keeps_its_text_and_what_it_covers_is_not_taken() -> None:
    grid = read_book(with_merged(b"A1:B1", b"A2:A3", b"F9:F10")).grids[0]

    assert ["Id", "Points"] == [cell.text for cell in grid.rows[1]]
    assert [False, True, True, False, True, False] == [
        bool(grid.cell(row, column).problem) for row in (1, 2, 3) for column in (0, 1)
    ]
    assert [1, 2, 3] == list(grid.rows)


def test_cells_without_addresses_are_counted() -> None:
    def without(xml: bytes) -> bytes:
        for place in (b"A1", b"B1", b"A2", b"B2", b"A3", b"B3"):
            xml = xml.replace(b' r="' + place + b'"', b"")
        return xml.replace(b' r="2"', b"").replace(b"<v>2</v>", b"<f>1+1</f><v>2</v>")

    grid = read_book(with_part(FIRST, without)).grids[0]

    assert [False, True] == [grid.cell(3, column).is_formula for column in (0, 1)]


def test_damage_of_any_kind_ends_in_a_message() -> None:
    chance = random.Random(7)  # noqa: S311  (the same damage in every run)
    odd = [b"<v>1e999</v>", b'r="ZZZ9"', b't="e"', b's="99999"', b"<f/>", b't="s"', b'r="0"', b'hidden="1"', b"<c/>"]
    for _ in range(150):
        parts = parts_of(GOOD)
        name = chance.choice(sorted(parts))
        content = bytearray(parts[name])
        at = chance.randrange(len(content))
        content[at : at + chance.choice([0, 0, 1, 9])] = chance.choice(odd)
        try:
            read_book(packed({**parts, name: bytes(content)}))
        except DigistratError as refused:
            assert refused.hint  # noqa: PT017  (either way is right, but for a traceback)


def test_every_kind_of_value_is_read_as_it_is_shown() -> None:
    from datetime import date, datetime, time  # noqa: PLC0415

    def change(there: Any) -> None:
        there["A1"].number_format = "0.0%"
        there["B1"].number_format = '0.00" of 10"'
        there["F1"].number_format = "yyyy-mm-dd"
        there["I1"].data_type = "e"

    day = datetime(2027, 1, 5)  # noqa: DTZ001  (a spreadsheet knows no zones)
    row = [0.125, 7.5, 12, True, "  text ", date(2027, 1, 5), day.replace(hour=9), time(9, 30), "#DIV/0!", "="]
    cells = read_book(sheet([row], change)).grids[0].rows[1]

    assert [Decimal("12.5"), Decimal("7.5"), Decimal(12), "true", "  text ", "2027-01-05", "2027-01-05T09:00:00"] == [
        cell.value for cell in cells[:7]
    ]
    assert [1, 2, None] == [cell.decimals for cell in cells[:3]]
    assert ("text", "09:30:00") == (cells[4].text, cells[7].text)
    assert "holds the error #DIV/0!; mend the formula" == cells[8].problem


def test_charts_and_hidden_sheets_are_no_rows() -> None:
    book = Workbook()
    book.create_chartsheet("Chart").add_chart(BarChart())
    book.create_sheet("Hidden").sheet_state = "hidden"

    grids = read_book(saved(book)).grids

    assert [("Sheet", False), ("Hidden", True)] == [(grid.sheet, grid.is_hidden) for grid in grids]
    assert {} == grids[0].rows


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_in_a_spreadsheet(column: int, name: str) -> None:
    assert name == letter(column)
