"""The strategies that `digistrat init` starts from: templates with names and dates put in."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from string import Template
from typing import TYPE_CHECKING

from digistrat.disk.templates import files_below
from digistrat.model.values.date import months_later

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = ("blank",)
_YEARS = 3
_PLAIN = re.compile(r"[A-Z][\w '&.-]*[\w.]")  # text that YAML reads as it stands


def starter(kind: str, organisation: str, as_of: date) -> Mapping[str, bytes]:
    """Give a starter's files by path, for an organisation, from the month of a day on."""
    first = as_of.replace(day=1)
    names = {
        "organisation": _quoted(organisation),
        "from": f"{first:%Y-%m}",
        "to": f"{months_later(first, 12 * _YEARS) - timedelta(days=1):%Y-%m}",
        "review": f"{months_later(first, 12):%Y-%m}",
    }
    files = files_below(f"starters/{kind}")
    return {path: Template(content.decode()).safe_substitute(names).encode() for path, content in files.items()}


def _quoted(text: str) -> str:
    """Write a text so that YAML reads it back: as it stands, or in quotes."""
    if _PLAIN.fullmatch(text) and text.isprintable():
        return text
    return json.dumps(text, ensure_ascii=not text.isprintable())
