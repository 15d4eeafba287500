"""Talking to the person at the terminal: results, messages, and the one guard that catches what stops a command."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from digistrat import __version__
from digistrat.disk.output import refuse_detour, write_file
from digistrat.errors import DigistratError, UsageError, reason_of
from digistrat.wording import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TextIO

FINE, NO, USAGE, NOTHING_THERE, BUG, INTERRUPTED = 0, 1, 2, 3, 70, 130


def guarded(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit code; nothing that a user did ends in a traceback."""
    _open_closed_streams()
    try:
        return _answer(arguments)
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001  (the one guard)
        return _ended(error, arguments)
    finally:
        _flush()


def _ended(error: BaseException, arguments: Sequence[str]) -> int:
    """Say what stopped the command, and give the exit code for it."""
    match error:
        case SystemExit():  # the library's own way to say that the reader of its help has gone
            code = FINE
        case DigistratError():
            say_error(error.message, error.hint)
            code = USAGE if isinstance(error, UsageError) else NOTHING_THERE
        case KeyboardInterrupt():
            say("interrupted")
            code = INTERRUPTED
        case MemoryError():
            say_error("out of memory", "lint a part of the strategy, or use a larger machine")
            code = NOTHING_THERE
        case OSError():  # the machine, not the program: a file, the terminal, the working directory
            say_error(f"the system refused: {reason_of(error)}", str(error.filename or ""))
            code = NOTHING_THERE
        case _:
            _report_bug(arguments, error)
            code = BUG
    return code


def _answer(arguments: Sequence[str]) -> int:
    """Run the command; Ctrl-C comes out as what it is, whatever the library makes of it."""
    import typer  # noqa: PLC0415  (an interrupt while importing is caught too)

    from digistrat.cli.app import run  # noqa: PLC0415

    try:
        code = run(arguments)
    except typer.Abort:
        raise KeyboardInterrupt from None
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    return code


def say(message: str) -> None:
    """Talk: to stderr, in one line."""
    _write(sys.stderr, clean(message) + "\n")


def show(text: str) -> None:
    """Talk at length: a text that has been cleaned and coloured where it was made."""
    _write(sys.stderr, text)


def say_error(message: str, hint: str = "") -> None:
    """Say what stopped the command, and what to do."""
    say(f"digistrat: {message}")
    if hint:
        say(f"  {hint}")


def give(text: str, output: Path | None = None) -> None:
    """Give a result: to a file, or to stdout. The text has been cleaned where it was made."""
    if output is None:
        _write(sys.stdout, text)
    else:
        refuse_detour(output)
        write_file(output, text.encode())


def colours(stream: TextIO) -> bool:
    """Tell whether a stream shows colours: a terminal does, unless NO_COLOR says otherwise."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _write(stream: TextIO, text: str) -> None:
    """Write what the stream's encoding can show; a reader who has gone needs nothing more."""
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise DigistratError(f"cannot write the result: {reason_of(error)}") from error


def _open_closed_streams() -> None:
    """Give a stream that was closed before the start somewhere to go: nobody listens to it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  (until the end)


_silenced: list[TextIO] = []  # whoever read these has gone


def has_reader() -> bool:
    """Tell whether anybody still reads the results."""
    return sys.stdout not in _silenced


def _silence(stream: TextIO) -> None:
    """Send the rest to nowhere, so that nothing complains at the end either."""
    _silenced.append(stream)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _silence(stream)


def _report_bug(arguments: Sequence[str], error: BaseException) -> None:
    """Write a report that can be pasted as it is."""
    import platform  # noqa: PLC0415  (6 ms that no other run needs)
    import traceback  # noqa: PLC0415

    say("digistrat met a bug of its own. Please report it with the lines below:")
    say("")
    say(f"digistrat {__version__}, Python {platform.python_version()}, {platform.system()}")
    say(f"command: {' '.join(arguments)}")
    for line in "".join(traceback.format_exception(error)).splitlines():
        say(line)
