"""The command's way in: the version at once, everything else through the command line."""

from __future__ import annotations

import gc
import os
import sys

from digistrat import __version__


def main() -> None:
    """Run the command line; `--version` answers before anything else is imported."""
    if sys.argv[1:] == ["--version"] and sys.stdout is not None and _said_version():
        return
    gc.disable()  # until something lasts: most of a short command's time is imports
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins takes longer than the models
    from digistrat.cli.console import guarded  # noqa: PLC0415  (imports cost more than the answer above)

    code = guarded(sys.argv[1:])  # everything is written and flushed when this returns
    os._exit(code)  # taking the models apart again would take an eighth of the time


def _said_version() -> bool:
    """Say the version; False where nobody could hear it, which the command line knows how to report."""
    try:
        sys.stdout.write(f"digistrat {__version__}\n")
        sys.stdout.flush()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
