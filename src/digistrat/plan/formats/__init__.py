"""The ways to write a plan down: each format is a file with `write(report) -> str` and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.plan.formats import machine, markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.plan.report import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "json": machine.write,
    "markdown": markdown.write,
}
