"""`digistrat schema`: the format for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from digistrat.cli.console import FINE, give, say
from digistrat.cli.options import Output, kind_named
from digistrat.errors import UsageError
from digistrat.wording import clean, counted


def schema(
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help="commitments, services, strategy …; without it, all.", show_default=False),
    ] = "",
    write: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write every schema into a strategy's .digistrat/schema.", show_default=False),
    ] = None,
    output: Output = None,
) -> None:
    """Give the format for editors.

    It is JSON Schema, by which an editor checks and completes what you type.

    Example: digistrat schema commitments
    """
    from digistrat.describe.schema import KINDS, schema_text  # noqa: PLC0415  (every model loads with it)

    if write is not None:
        if kind or output:
            raise UsageError("--write writes every schema", "leave out KIND and -o, or --write")
        raise typer.Exit(_written(write))
    if output and output.suffix.lower() in {".yaml", ".yml"}:
        raise UsageError(f"a schema is JSON, and {output.name!r} is not", "choose a name that ends in .json")
    give(schema_text(kind_named(kind, KINDS) if kind else ""), output)
    raise typer.Exit(FINE)


def _written(given: Path) -> int:
    """Write the schemas where the first lines of a strategy's files look for them."""
    from digistrat.describe.schema_files import schema_files  # noqa: PLC0415  (see above)
    from digistrat.disk.folder import find_strategy  # noqa: PLC0415
    from digistrat.disk.new_files import write_ours  # noqa: PLC0415

    folder = find_strategy(given)
    files = {path: text.encode() for path, text in schema_files().items()}
    write_ours(folder, files)
    say(f"{counted(len(files), 'schema', 'schemas')} written to {clean(str(folder / '.digistrat' / 'schema'))}")
    return FINE
