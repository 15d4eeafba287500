"""The words around the content, one file a language; a language without one speaks English."""

from __future__ import annotations

from functools import cache
from typing import Any

from digistrat.disk.templates import files_below
from digistrat.errors import DigistratError
from digistrat.read.document import read_document

Words = dict[str, Any]


@cache
def words_for(language: str) -> Words:
    """Give the words for a language tag such as `en-GB`; raises DigistratError where our own file is broken."""
    files = files_below("words")
    short = language.partition("-")[0]
    name = next(name for name in (f"{language}.yaml", f"{short}.yaml", "en.yaml") if name in files)
    document = read_document(name, files[name])
    if not isinstance(document.data, dict):
        raise DigistratError(f"the words in {name!r} cannot be read", "write them as 'key: text'")
    return document.data
