"""What stops the program: raised anywhere, caught once in `cli/console.py`."""

from __future__ import annotations


class DigistratError(Exception):
    """A reason to stop that the person who ran the command can act on; `hint` says how."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep both sentences: lower case, no full stop."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(DigistratError):
    """The command was called wrongly: exit code 2 instead of 3."""


def reason_of(error: OSError) -> str:
    """Say in lower case why the system refused something."""
    return (error.strerror or str(error)).lower()
