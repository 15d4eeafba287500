"""The file by which digistrat knows a folder that it wrote itself."""

from __future__ import annotations

MARKER = ".digistrat-output.json"
