"""What all tests share."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.strategies import EXAMPLE, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


settings.register_profile("any machine", deadline=None)  # tests never assert a time
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--golden` write expected outputs anew."""
    parser.addoption("--golden", action="store_true", help="write the expected outputs anew")


@pytest.fixture
def strategy_folder(tmp_path: Path) -> Callable[..., Path]:
    """Write the minimal strategy with other files over it."""

    def make(**files: object) -> Path:
        names = {name.replace("__", "/") + ".yaml": content for name, content in files.items()}
        return write(tmp_path / "strategy", names)

    return make


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Copy the example strategy."""
    return shutil.copytree(EXAMPLE, tmp_path / "example")
