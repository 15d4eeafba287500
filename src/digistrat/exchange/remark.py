"""What is said of a file that was taken: which rows were not, and why, and what else a reader must know."""

from __future__ import annotations

from typing import Literal, NamedTuple

from digistrat.exchange.grid import letter
from digistrat.wording import clean_line, in_words

Kind = Literal["wrong total", "not taken", "left out", "note"]


class Remark(NamedTuple):
    """One thing to know. A wrong total stops everything; what is not taken or left out is not in the strategy."""

    kind: Kind
    said: str
    sheet: str = ""
    rows: tuple[int, ...] = ()  # empty where it is about the whole file
    column: int | None = None  # from 0
    heading: str = ""

    @property
    def place(self) -> str:
        """Say where in the file it is: `sheet 'Matrix', row 9, column D (Benefit to staff)`."""
        parts = [f"sheet {clean_line(self.sheet)!r}"] if self.sheet else []
        if self.rows:
            parts.append(f"row{'s' if len(self.rows) > 1 else ''} {in_words(_stretches(self.rows))}")
        if self.column is not None:
            named = f" ({clean_line(self.heading)})" if self.heading else ""
            parts.append(f"column {letter(self.column)}{named}")
        return ", ".join(parts)


def _stretches(rows: tuple[int, ...]) -> list[str]:
    """Write 3, 4, 5 as `3–5`."""
    found: list[list[int]] = []
    for row in rows:
        if found and found[-1][-1] == row - 1:
            found[-1].append(row)
        else:
            found.append([row])
    return [f"{one[0]}–{one[-1]}" if len(one) > 1 else str(one[0]) for one in found]
