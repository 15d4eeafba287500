"""What does one command cost? Run it as a child process and ask the system afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# Settings of the caller that would make the children slower, or not keep their byte code.
UNWANTED = (
    "COVERAGE_PROCESS_START",
    "PYTHONDEVMODE",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONMALLOC",
    "PYTHONOPTIMIZE",
    "PYTHONPROFILEIMPORTTIME",
    "PYTHONTRACEMALLOC",
)
ANSWERS = (0, 1)  # exit codes: fine, and findings
# ru_maxrss is in bytes on macOS, in kilobytes of 1,024 bytes elsewhere.
BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024


class Cost(NamedTuple):
    """What one run took: user and system seconds of the processor, and megabytes at the peak."""

    seconds: float
    megabytes: float


class CommandFailedError(Exception):
    """A command that ended in another way than with an answer."""


def environment() -> dict[str, str]:
    """Return the environment of every child: the caller's, with what changes the cost held constant."""
    kept = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    return {**kept, "PYTHONHASHSEED": "0"}


def run(arguments: Sequence[str]) -> Cost:
    """Run Python with these arguments, throw the output away and return the cost.

    Raises CommandFailedError where the exit code is neither 0 nor 1.
    """
    with tempfile.TemporaryFile() as talk:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=talk,
            env=environment(),
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in ANSWERS:
            talk.seek(0)
            raise CommandFailedError(_message(arguments, process.returncode, talk.read()))
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * BYTES_OF_MAXRSS / 1e6)


def package_folder() -> Path:
    """Ask a child where the digistrat that it would run stands."""
    found = subprocess.run(
        [sys.executable, "-c", "import digistrat; print(digistrat.__path__[0])"],
        capture_output=True,
        check=False,
        env=environment(),
        text=True,
    )
    if found.returncode:
        message = f"{sys.executable} cannot import digistrat; run this with the project's python"
        raise CommandFailedError(message)
    return Path(found.stdout.strip())


def _message(arguments: Sequence[str], code: int, talk: bytes) -> str:
    last = talk.decode("utf-8", "replace").strip().splitlines()[-5:]
    ended = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
    return "\n  ".join([f"python {' '.join(arguments)} {ended}; nothing was measured", *last])
