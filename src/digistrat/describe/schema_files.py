"""Where a strategy's folder keeps the schemas, and the line by which a file names its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.describe.schema import KINDS, schema_text

if TYPE_CHECKING:
    from collections.abc import Mapping


def schema_files() -> Mapping[str, str]:
    """Give the schema of every kind, by the path at which a file's first line looks for it."""
    return {schema_path(kind): schema_text(kind) for kind in KINDS}


def schema_path(kind: str) -> str:
    """Say where a kind's schema stands in a strategy's folder."""
    return f".digistrat/schema/{kind}.json"


def schema_line(kind: str, depth: int = 0) -> str:
    """Give the comment by which an editor finds a file's schema; `depth` is how many folders down the file stands."""
    return f"# yaml-language-server: $schema={'../' * depth}{schema_path(kind)}"
