"""A rule's page: its docstring, taken apart into fault, why, bad, good and source."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.lint.good import GOOD
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.lint.rule import Rule

_SECTION = re.compile(r"^(Why|Bad|Good|Source):[ ]?(.*)$", re.MULTILINE)
HERE = re.compile(r"\s*# <-.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """What the manual says about a rule; in `bad`, `# <-` marks the line that the finding names."""

    fault: str
    why: str
    bad: str
    good: str
    source: str


# `…` in an example stands for what makes a record of its file a good one, but for the keys that the record writes
# itself, and those that it says it goes without.
_FILE = re.compile(r"^# (?P<collection>\w+)(?:/[\w-]+)?\.yaml")
_REST = re.compile(r"^(?P<indent> *)…(?: without (?P<without>[\w, ]+))?$")


def page_of(rule: Rule) -> Page:
    """Take a rule's docstring apart."""
    text = inspect.cleandoc(rule.check.__doc__ or "")
    fault, *rest = _SECTION.split(text)
    sections = {
        name: inspect.cleandoc(first + "\n" + more) if not first else one_line(first + more)
        for name, first, more in zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    }
    bad = _with_the_rest(sections.get("Bad", ""))
    return Page(
        one_line(fault),
        one_line(sections.get("Why", "")),
        bad,
        _whole(bad, sections.get("Good", "")),
        one_line(sections.get("Source", "")),
    )


def _whole(bad: str, good: str) -> str:
    """Complete a good example that says only what stands in place of the marked line."""
    if good.startswith("# ") or not good:
        return _with_the_rest(good)
    lines = bad.split("\n")
    marked = next(number for number, line in enumerate(lines) if HERE.search(line))
    indent = lines[marked][: len(lines[marked]) - len(lines[marked].lstrip())]
    return "\n".join([*lines[:marked], *(indent + line for line in good.split("\n")), *lines[marked + 1 :]])


def _with_the_rest(example: str) -> str:
    """Write out what `…` stands for."""
    lines: list[str] = []
    written: set[str] = set()  # the keys of the record so far
    good: Mapping[str, str] = {}
    for line in example.split("\n"):
        file = _FILE.match(line)
        if file:
            good = GOOD.get(file["collection"], {})
        rest = _REST.match(line)
        if rest is None:
            written = {"id"} if line.startswith("- ") or file else written | {line.strip().partition(":")[0]}
            lines.append(line)
            continue
        left_out = {*written, *(rest["without"] or "").replace(",", " ").split()}
        lines += [f"{rest['indent']}{key}: {text}" for key, text in good.items() if key not in left_out]
    return "\n".join(lines)
