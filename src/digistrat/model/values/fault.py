"""How a value type says that a text is not one of its values."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def not_valid(rule: str, message: str, help: str = "") -> PydanticCustomError:
    """Make the error to raise inside a validator: the rule it belongs to, what is wrong, what to write."""
    return PydanticCustomError("digistrat", f"{message}", {"rule": rule, "message": message, "help": help})


def shown(value: object) -> str:
    """Name a value of the wrong sort, short enough for a message."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a map"
    text = str(value)
    return repr(text if len(text) <= 40 else f"{text[:37]}…")  # noqa: PLR2004  (half a line)
