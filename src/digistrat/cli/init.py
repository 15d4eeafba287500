"""`digistrat init`: a strategy to start from."""
from __future__ import annotations
def init() -> None:
    """Write a strategy to start from."""
