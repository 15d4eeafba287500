"""How a value type says that a text is not one of its values."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def not_valid(rule: str, message: str, help: str = "", mend: tuple[str, str] | None = None) -> PydanticCustomError:
    """Make the error to raise inside a validator: the rule it belongs to, what is wrong, what to write.

    `mend` is the text that was written and the one that it means beyond doubt.
    """
    context = {"rule": rule, "message": message, "help": help, "mend": mend}
    return PydanticCustomError("digistrat", f"{message}", context)


def shown(value: object) -> str:
    """Name a value of the wrong sort, short enough for a message."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a map"
    text = str(value)
    return repr(text if len(text) <= 40 else f"{text[:37]}…")  # noqa: PLR2004  (half a line)
