"""What formats for people share: where paths start, whether to colour, and when enough has been said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from digistrat.wording import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.lint.finding import Finding

MOST = 20  # findings of one rule in one file


class Show(NamedTuple):
    """How to show a report: `prefix` leads from the working directory to the strategy and ends in `/` or is empty."""

    prefix: str = ""
    colour: bool = False
    fail_on: str = "error"  # the level from which on the command ends with 1

    def path(self, file: str) -> str:
        """Give a file as one can click it from the working directory."""
        return clean_line(self.prefix + file)


def capped(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Give at most 20 findings of one rule in one file; with the last of them, how many more there are."""
    findings = list(findings)
    left = Counter((one.file, one.rule) for one in findings)
    shown: Counter[tuple[str, str]] = Counter()
    for one in findings:
        key = one.file, one.rule
        shown[key] += 1
        left[key] -= 1
        if shown[key] <= MOST:
            yield one, left[key] if shown[key] == MOST else 0
