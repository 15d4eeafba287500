"""Read data that comes with digistrat and that nobody replaces."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def packaged(folder: str, name: str) -> bytes:
    """Give the bytes of a file inside our own package."""
    return (_PACKAGE / folder / name).read_bytes()
