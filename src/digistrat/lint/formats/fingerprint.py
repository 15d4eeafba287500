"""What makes a finding the same one after its lines have moved: its rule and its record, never a line."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.lint.finding import Finding


def with_fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Give each finding with 64 hexadecimal digits; of several alike each has its own, counted in order of place."""
    seen: Counter[tuple[str, ...]] = Counter()
    for one in findings:
        key = (one.rule, one.record or one.file, one.field)
        seen[key] += 1
        yield one, sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogateescape")).hexdigest()
