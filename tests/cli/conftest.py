"""Running the command line inside a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from digistrat.cli.console import guarded

if TYPE_CHECKING:
    from collections.abc import Callable


class Done(NamedTuple):
    """How a command ended."""

    exit_code: int
    stdout: str
    stderr: str


@pytest.fixture
def digistrat(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Run a command and give what it said."""

    def run(*arguments: object) -> Done:
        capsys.readouterr()
        code = guarded([str(argument) for argument in arguments])
        return Done(code, *capsys.readouterr())

    return run
