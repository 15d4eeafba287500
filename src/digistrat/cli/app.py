"""All commands: each is a file here and a line below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from digistrat import __version__
from digistrat.cli import add, board, explain, importing, init, lint, plan, render, schema, score
from digistrat.cli.options import HELP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    context_settings=HELP,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog="Start with: digistrat init my-strategy",
)
COMMANDS: Mapping[str, Callable[..., None]] = {
    "init": init.init,
    "add": add.add,
    "lint": lint.lint,
    "explain": explain.explain,
    "score": score.score,
    "plan": plan.plan,
    "board": board.board,
    "render": render.render,
    "import": importing.import_,  # Python keeps the word for itself
    "schema": schema.schema,
}
for name, command in COMMANDS.items():
    app.command(name, context_settings=HELP)(command)


def _version(asked: bool) -> None:  # noqa: FBT001  (the shape of a callback)
    if asked:
        typer.echo(f"digistrat {__version__}")
        raise typer.Exit


@app.callback()
def digistrat(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Keep a digital strategy as plain files: checked, scored and published in the open."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code."""
    try:
        code = app(list(arguments), prog_name="digistrat", standalone_mode=False)
    except Exception as error:
        show = getattr(error, "show", None)
        if show is None:
            raise
        show()  # a wrong call: the library words it
        return int(getattr(error, "exit_code", 2))
    return code if isinstance(code, int) else 0
