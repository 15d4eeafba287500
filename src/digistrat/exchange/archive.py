"""Is this file a workbook that is safe to open? And: pack a workbook so that the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, XMLParser

from digistrat.errors import DigistratError
from digistrat.exchange import limits
from digistrat.exchange.grid import in_quotes

if TYPE_CHECKING:
    from collections.abc import Mapping

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how an .xls begins, and a workbook with a password
ZIP = b"PK\x03\x04"
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ParseError,
    ValueError,
    LookupError,
)
_SAVE = "open it in a spreadsheet, and save it as an Excel workbook (.xlsx)"
_CHUNK = 1 << 16
_FIXED = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows


def check(content: bytes) -> None:
    """Look at every part before anything is made of it; raises DigistratError where it is not safe or no workbook."""
    try:
        _check(content)
    except DefusedXmlException as error:
        raise _unsafe("it declares entities or a document type of its own") from error
    except BROKEN as error:
        raise DigistratError("this workbook is damaged", _SAVE) from error


def _check(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        _check_sizes(parts)
        _check_kind(archive)
        count = _Count()
        for part in parts:
            if _is_xml(part.filename):
                _check_part(archive, part, count)


def _unsafe(why: str) -> DigistratError:
    return DigistratError(
        f"this workbook is not opened: {why}", "save its rows as CSV, or copy them into a new workbook"
    )


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > limits.MEMBERS:
        raise _unsafe(f"it has {len(parts):,} parts; at most {limits.MEMBERS:,} are read")
    if len({part.filename for part in parts}) < len(parts):
        raise _unsafe("two of its parts have the same name")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.UNPACKED_BYTES:
        raise _unsafe(f"unpacked it has {unpacked / 1e6:,.0f} MB; at most {limits.UNPACKED_BYTES // 1_000_000} MB are")
    for part in parts:
        if part.file_size > limits.RATIO_FROM and part.file_size > limits.RATIO * max(part.compress_size, 1):
            raise _unsafe(f"a part is packed more than {limits.RATIO} times smaller than it is")
        if part.flag_bits & 1:
            raise DigistratError("this workbook has a password", "take the password off, and save it")


def _check_kind(archive: zipfile.ZipFile) -> None:
    """Tell a workbook from other things that are zip files, by the parts that each has."""
    names = set(archive.namelist())
    if "mimetype" in names and archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument"):
        raise DigistratError("this is an OpenDocument file (.ods)", _SAVE)
    if "xl/workbook.bin" in names:
        raise DigistratError("this is a binary workbook (.xlsb)", _SAVE)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise DigistratError("this is no workbook", _SAVE)


# What makes a workbook slow to open long before a cell is read, by the name of its element: how many, and what it is.
_COUNTED = {
    "sheet": (limits.SHEETS, "sheets"),
    "si": (limits.STRINGS, "texts of cells"),
    **dict.fromkeys(
        ("xf", "font", "fill", "border", "numFmt", "cellStyle", "dxf"), (limits.FORMATS, "formats of cells")
    ),
    **dict.fromkeys(("Override", "Default", "Relationship"), (limits.LISTED, "names of parts")),
    "definedName": (limits.FORMATS, "names of areas"),
}


class _Count:
    """Counts the elements that a parser finds in all parts, and keeps none of them."""

    def __init__(self) -> None:
        self.all = 0
        self.named = dict.fromkeys(_COUNTED, 0)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Count one; raises DigistratError where there are too many, or where a part hides from this check."""
        self.all += 1
        if self.all > limits.ELEMENTS:
            raise _unsafe(f"it has more than {limits.ELEMENTS:,} elements")
        name = tag.rpartition("}")[2]
        if name in _COUNTED:
            self.named[name] += 1
            most, what = _COUNTED[name]
            if self.named[name] > most:
                raise _unsafe(f"it has more than {most:,} {what}")
        if (
            name == "Override"
            and attributes.get("ContentType", "").endswith("+xml")
            and not _is_xml(attributes["PartName"])
        ):
            raise _unsafe(f"its part {in_quotes(attributes['PartName'])} is XML, and is not called so")

    def close(self) -> None:
        """Have nothing to give."""


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, count: _Count) -> None:
    """Parse a part in pieces, so that neither a document type nor a lie about its size gets past."""
    parser = XMLParser(target=count, forbid_dtd=True)
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            parser.feed(piece)
    parser.close()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Pack a workbook's parts in the given order: the same parts, the same bytes, whenever and wherever."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            part = zipfile.ZipInfo(name, _FIXED)
            part.create_system, part.external_attr = 0, 0  # as on every machine
            archive.writestr(part, content, zipfile.ZIP_DEFLATED, 9)
    return stream.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """Give the parts of a workbook that we made ourselves."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
