"""Write plain data as the YAML that people write here: one key a line, short maps in braces, quotes where needed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from digistrat.errors import DigistratError
from digistrat.read.document import NOTHING, Data
from digistrat.read.scan import LINE_END, stray_character
from digistrat.wording import clean

Plain: TypeAlias = "Mapping[str, Plain] | Sequence[Plain] | str | int | Decimal | None"
WIDTH = 100  # what stands in braces or brackets ends before this column
_KEY_LENGTH = 1000  # YAML looks for a key's colon no further than 1024 characters
_OPENS_SOMETHING = re.compile(r"[-?:](?:[\s?:,\[\]{}]|$)|---|\.\.\.|[?:,\[\]{}#&*!|>'\"%@`]")
_ENDS_SOMETHING = re.compile(r"[\t\n\r]|: |:$| #")
_MEANS_SOMETHING_IN_BRACES = re.compile(r"[,\[\]{}?]")


class EditError(DigistratError):
    """A text that cannot be changed as asked; it is as it was."""


class Verbatim(dict[str, Any]):  # noqa: FURB189  (it stands where any map may)
    """A map that is written as somebody wrote it, with its comments."""

    def __init__(self, text: str, data: dict[str, Any]) -> None:
        """Take the lines and what they hold."""
        super().__init__(data)
        self.lines = LINE_END.split(text)


def stored(value: Plain) -> Data:
    """Give what the reader will find where a value was written: numbers and booleans are text there.

    Raises EditError for what no file can hold.
    """
    if value is None or isinstance(value, Verbatim):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal) and not value.is_finite():
        raise EditError(f"{value} is no number that a file can hold", "leave it out")
    if isinstance(value, str | int | Decimal):
        return _printable(f"{value:f}" if isinstance(value, Decimal) else str(value))
    if isinstance(value, Mapping):
        return {stored_key(key): stored(below) for key, below in value.items()}
    return [stored(item) for item in value]


def as_yaml(value: Plain, indent: int = 0) -> str:
    r"""Write a value as whole lines that end in `\n`, each indented; a map or a list has a line for each entry."""
    return "".join(f"{line}\n" for line in Habits().whole(stored(value), indent))


def inline(data: Data) -> str:
    """Write a value in one line, as it may stand between braces. Raises EditError for a map with comments."""
    if isinstance(data, Verbatim):
        raise EditError("a list in brackets cannot take lines with comments", "write the list one item a line")
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key_text(key, flow=True)}: {inline(below)}" for key, below in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(inline, data)) + "]"
    return scalar(data, flow=True)


def scalar(text: str | None, *, flow: bool = False) -> str:
    """Write a text in one line: as it stands where it is read back the same, otherwise in double quotes."""
    if text is None:
        return "null"
    return text if _is_plain(text, flow=flow) else quoted(text)


def key_text(key: str, *, flow: bool = False) -> str:
    """Write a key."""
    return key if key != "<<" and _is_plain(key, flow=flow) else quoted(key)


def quoted(text: str) -> str:
    """Write a text in double quotes; what would act on a terminal is escaped."""
    return clean(json.dumps(text, ensure_ascii=False))


def joined(start: str, behind: list[str]) -> list[str]:
    """Write what stands behind a key or a dash behind it."""
    return [start + behind[0], *behind[1:]]


class Habits(NamedTuple):
    """How a file is indented, and values written in that way: as lines with their indentation, columns from 0."""

    step: int = 2  # from a key to a map below it
    list_step: int = 2  # from a key to the dashes below it
    gap: int = 2  # from a dash to what stands behind it
    blocks: bool = True  # a text of several lines may stand in lines of its own

    def whole(self, data: Data, column: int) -> list[str]:
        """Write a value that stands behind nothing."""
        if data and isinstance(data, dict):
            return self.entries(data, column)
        if data and isinstance(data, list):
            return self.items(data, column)
        first, *lines = self.behind_key(data, column, column)
        return [" " * column + first.lstrip(" "), *lines]

    def entries(self, data: dict[str, Any], column: int) -> list[str]:
        """Write a map, one entry below the other."""
        if isinstance(data, Verbatim):
            return [" " * column + line if line.strip() else "" for line in data.lines]
        return [line for key, below in data.items() for line in self.entry(key, below, column)]

    def entry(self, key: str, data: Data, column: int) -> list[str]:
        """Write one entry of a map."""
        name = " " * column + key_text(key) + ":"
        return joined(name, self.behind_key(data, column, len(name)))

    def items(self, data: list[Any], column: int) -> list[str]:
        """Write a list, one item below the other."""
        return [line for one in data for line in self.item(one, column)]

    def item(self, data: Data, column: int, *, short: bool = True) -> list[str]:
        """Write one item of a list; where not `short`, a map has a line for each entry."""
        return joined(" " * column + "-", self.behind_dash(data, column, short=short))

    def behind_key(self, data: Data, column: int, used: int) -> list[str]:
        """Give what stands behind the colon of a key, then the lines below; `used` is the column of the colon's end."""
        if data is None:
            return [""]
        if self._is_short(data, used):
            return [f" {_shortest(data)}"]
        if isinstance(data, dict):
            return ["", *self.entries(data, column + self.step)]
        if isinstance(data, list):
            return ["", *self.items(data, column + self.list_step)]
        return _block(data, column + self.step)

    def behind_dash(self, data: Data, column: int, *, short: bool = True) -> list[str]:
        """Give what stands behind a dash, then the lines below."""
        may_be_short = short or not data or not isinstance(data, dict)
        if may_be_short and self._is_short(data, column + 1):
            return [" " * (self.gap - 1) + _shortest(data)]
        column_behind = column + self.gap
        if isinstance(data, dict):
            lines = self.entries(data, column_behind)
        elif isinstance(data, list):
            lines = self.items(data, column_behind)
        else:
            return _block(data or "", column_behind)
        return [lines[0][column + 1 :], *lines[1:]]

    def _is_short(self, data: Data, used: int) -> bool:
        """Tell what stands in one line; a thing with an id has a line for each entry."""
        if isinstance(data, Verbatim):
            return False
        if isinstance(data, dict):
            is_flat = "id" not in data and all(map(_is_alike_in_braces, [*data, *data.values()]))
            return is_flat and used + 1 + len(inline(data)) <= WIDTH
        if isinstance(data, list):
            return all(is_word(one) for one in data) and used + 1 + len(inline(data)) <= WIDTH
        return data is None or not (self.blocks and _may_be_block(data))


def _printable(text: str) -> str:
    stray = stray_character(text)
    if stray:
        raise EditError(f"{stray[1]} stands in a text", "delete it, or write a space")
    return text


def stored_key(key: str) -> str:
    """Give a key that a map can have. Raises EditError."""
    if not key.strip():
        raise EditError("a key that is empty", "write a word before the colon")
    if len(quoted(key)) > _KEY_LENGTH:
        raise EditError(f"a key of more than {_KEY_LENGTH} characters", "shorten it")
    return _printable(key)


def _is_plain(text: str, *, flow: bool) -> bool:
    """Tell whether a text without quotes is read back the same."""
    return not (
        text in NOTHING
        or text != text.strip()
        or text != clean(text)
        or _OPENS_SOMETHING.match(text)
        or _ENDS_SOMETHING.search(text)
        or (flow and _MEANS_SOMETHING_IN_BRACES.search(text))
    )


def _is_alike_in_braces(data: Data) -> bool:
    """Tell a text of one line whose commas and colons need no quotes in braces that they do not need outside."""
    return data is None or (isinstance(data, str) and "\n" not in data and scalar(data) == scalar(data, flow=True))


def is_word(data: Data) -> bool:
    """Tell a text that may stand in a list in brackets without quotes."""
    return isinstance(data, str) and _is_plain(data, flow=True) and " " not in data


def _shortest(data: Data) -> str:
    return inline(data) if isinstance(data, dict | list) else scalar(data)


def _may_be_block(text: str) -> bool:
    """Tell a text that can stand in lines of its own without more than `|` or `|-` to say how."""
    lines = text.split("\n")
    return (
        "\n" in text
        and "\r" not in text
        and text == clean(text)
        and bool(text.strip())
        and not text.endswith("\n\n")
        and not text.lstrip("\n").startswith((" ", "\t"))
        and not any(line and not line.strip() for line in lines)
    )


def _block(text: str, column: int) -> list[str]:
    lines = text.removesuffix("\n").split("\n")
    return [" |" if text.endswith("\n") else " |-", *(" " * column + line if line else "" for line in lines)]
