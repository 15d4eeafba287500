"""The words around the content, one file a language; a language without one speaks English."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from digistrat.disk.templates import files_below
from digistrat.errors import DigistratError
from digistrat.read.document import read_document

Words = dict[str, Any]
_PLACE = re.compile(r"\{(\w+)\}")


@cache
def words_for(language: str) -> Words:
    """Give the words for a language tag such as `en-GB`; raises DigistratError where our own file is broken."""
    files = files_below("words")
    name = next(name for name in (f"{language}.yaml", f"{_short(language)}.yaml", "en.yaml") if name in files)
    document = read_document(name, files[name])
    if not isinstance(document.data, dict):
        raise DigistratError(f"the words in {name!r} cannot be read", "write them as 'key: text'")
    return document.data


def language_of(words: Words, own: str) -> str:
    """Give the tag of what stands around the content: the strategy's own, as en-US, where the words speak it."""
    spoken = str(words["language"])
    return own if _short(own) == _short(spoken) else spoken


def fill(text: str, **values: object) -> str:
    """Put values where a text names them in braces; as with Jinja's `~`, it is HTML where one of them is.

    Raises DigistratError where the text names something else.
    """
    is_html = any(hasattr(value, "__html__") for value in values.values())
    write = escape if is_html else str

    def value_of(found: re.Match[str]) -> str:
        if found[1] not in values:
            raise DigistratError(f"{found[0]} has no value in the words {text!r}", f"use {', '.join(sorted(values))}")
        return write(values[found[1]])

    filled = _PLACE.sub(value_of, write(text))
    return Markup(filled) if is_html else filled  # noqa: S704  (text and values are escaped above)


def as_key(value: str) -> str:
    """Write one of the format's own words as the words file's keys are written: `at-risk` as `at_risk`."""
    return re.sub(r"\W", "_", value)


def _short(language: str) -> str:
    return language.partition("-")[0]
