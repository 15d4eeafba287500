"""Data written as many hands would, with comments, each of which remembers at which address it stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

PLAIN = re.compile(r"(?!(null|---|\.\.\.)$)[a-z0-9é😀£][a-z0-9é😀£' -]*(?<! )")


class Scribe:
    """One way of writing: its indentation, and how often it does something unusual."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.step = random.choice([1, 2, 2, 4])
        self.list_step = random.choice([0, 2, 2, 4])
        self.gap = random.choice([2, 2, 3, 4])
        self.often = random.choice([0, 1, 3, 6])  # of ten: how often something odd is done
        self.comments: dict[str, tuple[Any, ...]] = {}

    def now_and_then(self) -> bool:
        """Tell whether to do something unusual this time."""
        return self.random.randrange(10) < self.often

    def comment(self, keys: tuple[Any, ...]) -> str:
        """Write the next comment, which belongs to an address; None in it stands between its entries."""
        text = f"# comment {len(self.comments)}: {self.random.choice(['why', 'a: b', '- é', '[', '😀'])}."
        self.comments[text] = keys
        return text

    def document(self, data: Any) -> str:
        """Write a whole file."""
        lines = self.around((), 0) + (["---"] if self.now_and_then() else [])
        if data and not self.now_and_then():
            lines += self.entries(data, (), 0) if isinstance(data, dict) else self.items(data, (), 0)
        elif data:
            lines += self.in_braces(data, (), 0)
        lines += self.around((), 0)
        newline = self.random.choice(["\n", "\n", "\r\n", "\r"])
        end = "" if self.now_and_then() and lines and lines[-1].strip() else newline
        return self.random.choice(["", "", "\ufeff"]) + newline.join(lines) + (end if lines else "")

    def around(self, keys: tuple[Any, ...], column: int) -> list[str]:
        """Give blank lines and comments for between two entries."""
        lines = []
        while self.now_and_then():
            lines.append(
                " " * self.random.choice([0, column]) + self.comment(keys) if self.random.random() < 0.7 else ""
            )
        return lines

    def entries(self, data: dict[str, Any], keys: tuple[Any, ...], column: int) -> list[str]:
        """Write a map, one entry below the other."""
        lines: list[str] = []
        for number, (key, value) in enumerate(data.items()):
            lines += self.around((*keys, None), column) if number or not keys else []
            name = " " * column + self.key(key) + " " * self.now_and_then() + ":"
            lines += self.behind(name, value, (*keys, key), column, self.step, self.list_step)
        return lines

    def items(self, data: list[Any], keys: tuple[Any, ...], column: int) -> list[str]:
        """Write a list, one item below the other."""
        lines: list[str] = []
        for number, value in enumerate(data):
            lines += self.around((*keys, None), column) if number or not keys else []
            lines += self.behind(" " * column + "-", value, (*keys, number), column, self.gap, self.gap)
        return lines

    def behind(self, start: str, data: Any, keys: tuple[Any, ...], column: int, step: int, list_step: int) -> list[str]:
        """Write a value behind its key or dash."""
        if data is None:
            return [start + self.random.choice(["", " null", "  ~"]) + self.end_of_line(keys)]
        if isinstance(data, str):
            return self.text_behind(start, data, keys, column)
        if not data or self.now_and_then():
            first, *lines = self.in_braces(data, keys, column + 1)
            return [f"{start} {first}", *lines[:-1], *[line + self.end_of_line(keys) for line in lines[-1:]]]
        width = step if isinstance(data, dict) else list_step
        write = self.entries if isinstance(data, dict) else self.items
        lines = write(data, keys, column + width)
        if start.endswith("-") and not self.now_and_then():
            lines[0] = start + lines[0][column + 1 :]
        else:
            lines = [start + self.end_of_line(keys), *self.around(keys, column + width), *lines]
        return lines if width == 0 else lines + self.deeper(keys, column, lines)

    def deeper(self, keys: tuple[Any, ...], column: int, lines: list[str]) -> list[str]:
        """Give comments that belong to what was just written; not where they would become text."""
        if any(re.search(r"[|>][+-]?( +#.*)?$", line) for line in lines) or not self.now_and_then():
            return []
        return [" " * (column + 1) + self.comment(keys)]

    def end_of_line(self, keys: tuple[Any, ...]) -> str:
        """Give a comment, a blank or nothing."""
        return "  " + self.comment(keys) if self.now_and_then() else " " * self.now_and_then()

    def key(self, key: str) -> str:
        """Write a key."""
        return key if PLAIN.fullmatch(key) and not self.now_and_then() else json.dumps(key, ensure_ascii=False)

    def text_behind(self, start: str, text: str, keys: tuple[Any, ...], column: int) -> list[str]:
        """Write a text behind its key or dash, beside it or below."""
        block = self.block(text)
        pad = " " * (column + self.random.choice([1, 2, 4]))
        if block and not self.now_and_then():
            head, *lines = block
            blank = [""] * self.now_and_then()
            return [f"{start} {head}{self.end_of_line(keys)}", *(pad + line if line else "" for line in lines), *blank]
        lines = self.text(text, pad)
        lines[-1] += self.end_of_line(keys)
        if self.now_and_then():
            return [start + self.end_of_line(keys), *self.around(keys, column + 1), pad + lines[0], *lines[1:]]
        lines[0] = start + " " * self.random.choice([1, 1, 3]) + lines[0]
        return lines + self.deeper(keys, column, [])

    def text(self, text: str, pad: str) -> list[str]:
        """Write a text in quotes or without, in one line or two."""
        if PLAIN.fullmatch(text) and not self.now_and_then():
            first, _, rest = text.partition(" ")
            return [first, pad + rest] if PLAIN.fullmatch(rest) and self.now_and_then() else [text]
        if "'" not in text and text.isprintable() and self.now_and_then():
            return [f"'{text}'"]
        return [json.dumps(text, ensure_ascii=False)]

    def block(self, text: str) -> list[str]:
        """Write a text in lines of its own, if it can be."""
        lines = text.removesuffix("\n").split("\n")
        if not text.strip() or re.search(r"[\r\t\u200e]|^\s|\n +(\n|$)|\n\n$", text):
            return []
        if PLAIN.fullmatch(text) and self.now_and_then():
            return [">-", *text.split(" ")]
        if "\n" not in text and not self.now_and_then():
            return []
        return ["|" if text.endswith("\n") else "|-", *lines]

    def in_braces(self, data: Any, keys: tuple[Any, ...], column: int) -> list[str]:
        """Write a value between braces, with each entry in a line of its own or all in one."""
        if data is None or isinstance(data, str):
            return ["null"] if data is None else self.text(data, " " * column)
        opening, closing = "{}" if isinstance(data, dict) else "[]"
        pairs: Iterable[tuple[Any, Any]] = data.items() if isinstance(data, dict) else enumerate(data)
        pieces = []
        for key, value in pairs:
            piece = self.in_braces(value, (*keys, key), column + 2)
            piece[0] = (self.key(key) + ": " if isinstance(data, dict) else "") + piece[0]
            pieces.append(piece)
        if not self.now_and_then() or not pieces:
            return self.one_line(opening, pieces, closing)
        lines = [opening]
        for number, piece in enumerate(pieces):
            comma = "," if number + 1 < len(pieces) or self.now_and_then() else ""
            key = list(data)[number] if isinstance(data, dict) else number
            lines += [" " * (column + 2) + piece[0], *piece[1:]]
            lines[-1] += comma + self.end_of_line((*keys, key))
            lines += self.around((*keys, None), column + 2)
        return [*lines, " " * column + closing]

    def one_line(self, opening: str, pieces: list[list[str]], closing: str) -> list[str]:
        """Write a value between braces in one line."""
        lines = [opening]
        for number, (first, *more) in enumerate(pieces):
            lines[-1] += (", " if number else "") + first
            lines += more
        lines[-1] += closing
        return lines
