"""Show that something goes on, where a terminal watches and the work lasts over a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE = 1.0  # seconds before anything is shown
_STEP = 50  # files between two looks at the clock


_BLINK = 0.2  # seconds between two lines of a search


class Progress:
    """Counts files as they are read, or says how far a search has come; says nothing where nobody watches."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, limit: float | None = None) -> None:
        """Look at the clock once; a search is to end after so many seconds."""
        self._clock, self._limit = clock, limit
        self._started = clock()
        self._is_watched = bool(sys.stderr and sys.stderr.isatty())
        self._is_shown = False
        self._told = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Say how many of how many are read."""
        if not self._is_watched or done % _STEP or self._clock() - self._started < _PATIENCE:
            return
        self._is_shown = True
        width = 20 * done // total
        bar = "█" * width + "░" * (20 - width)
        sys.stderr.write(f"\r{bar} {done:,} of {total:,} files")
        sys.stderr.flush()

    def search(self, worth: float, bound: float) -> bool:
        """Say how near the best so far is known to be to the best there is; tell whether that took long enough."""
        now = self._clock()
        is_enough = self._limit is not None and now - self._started > self._limit
        if not self._is_watched or now - self._started < _PATIENCE or now - self._told < _BLINK:
            return is_enough
        self._is_shown, self._told = True, now
        share = worth / bound if 0 < worth <= bound < float("inf") else 0.0
        bar = "█" * int(20 * share) + "░" * (20 - int(20 * share))
        sys.stderr.write(
            f"\r{bar} planning for {now - self._started:.0f} s: {100 * share:.1f}% of what may be possible\x1b[K"
        )
        sys.stderr.flush()
        return is_enough

    def end(self) -> None:
        """Take the line away again."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
