"""Write files that are not there yet, and leave alone those that are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.disk.output import cannot_write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def write_new(folder: Path, files: Mapping[str, bytes]) -> Iterator[tuple[str, bool]]:
    """Give each path and whether it was written; raises DigistratError where it cannot be."""
    for name, content in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(content)
            yield name, True
        except FileExistsError:
            yield name, False
        except OSError as error:
            raise cannot_write(path, error) from error
