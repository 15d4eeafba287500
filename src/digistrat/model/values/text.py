"""Texts, ids, web addresses, and the list that may be written as one bare value."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, TypeVar

from digistrat.model.values.fault import not_valid, shown
from digistrat.model.values.field import Checked, Lengthened

T = TypeVar("T")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_LONGEST_ID = 64
# Names no file may have on Windows, with any ending. Source: Microsoft, "Naming Files, Paths, and Namespaces".
_RESERVED = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
_SAFE_SCHEMES = ("http", "https", "mailto", "tel")


def is_id(text: str) -> bool:
    """Tell whether a text has the form of an id."""
    return bool(_ID.fullmatch(text)) and len(text) <= _LONGEST_ID and text not in _RESERVED


def parse_id(value: str) -> str:
    """Check an id's form: it becomes a file name, an anchor and a reference."""
    if not _ID.fullmatch(value):
        suggestion = slug(value)
        help = f"use lower-case letters, digits and hyphens{f': {suggestion}' if suggestion else ''}"
        raise not_valid("bad-id", f"{shown(value)} is not an id", help)
    if len(value) > _LONGEST_ID:
        raise not_valid("bad-id", f"an id of {len(value)} characters", f"use at most {_LONGEST_ID}")
    if value in _RESERVED:
        raise not_valid("bad-id", f"{value!r} is a name that Windows keeps for itself", "use another word")
    return value


def slug(text: str) -> str:
    """Make an id of a text: its letters and digits, accents taken off; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].rstrip("-")


def parse_url(value: str) -> str:
    """Take a web address, an e-mail address, or a path inside the strategy; nothing that could run."""
    scheme, colon, _ = value.partition(":")
    if colon and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme) and scheme.lower() not in _SAFE_SCHEMES:
        raise not_valid("bad-value", f"{shown(value)} is no web address", "begin it with https:// or mailto:")
    if value.startswith("//") or not value.isprintable() or any(one in value for one in " \"'<>\\"):
        raise not_valid("bad-value", f"{shown(value)} is no web address", "leave out blanks, quotes and brackets")
    return value


def _as_list(value: Any) -> Any:
    """Take one bare value for a list of one, and nothing for an empty list."""
    if value is None:
        return []
    return value if isinstance(value, list | tuple) else [value]


Text = str
ID_JSON = {
    "type": ["string", "integer"],
    "minimum": 0,
    "pattern": "^[a-z0-9][a-z0-9-]*$",
    "maxLength": _LONGEST_ID,
    "not": {"enum": sorted(_RESERVED)},
}
_URL_JSON = {
    "type": "string",
    "pattern": rf"^(?!//)(({'|'.join(_SAFE_SCHEMES)}):|(?![A-Za-z][A-Za-z0-9+.-]*:))[^\s\"'<>\\]*$",
}
Id = Annotated[str, Checked(parse_id, json=ID_JSON)]
Url = Annotated[str, Checked(parse_url, json=_URL_JSON)]
Many = Annotated[tuple[T, ...], Lengthened(_as_list)]
