"""`digistrat render`: the web version."""
from __future__ import annotations
def render() -> None:
    """Write the web version."""
