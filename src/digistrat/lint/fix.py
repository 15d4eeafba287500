"""Mend what can only have been meant in one way, file by file, and look after every step whether it is right.

A finding carries its fix; here fixes become new texts. What would bring a new error is left as it was.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import unified_diff
from typing import TYPE_CHECKING, NamedTuple

from digistrat.lint.engine import run
from digistrat.model.load import load
from digistrat.read import limits
from digistrat.read.mend import mend
from digistrat.read.scan import decode
from digistrat.read.yaml_text import EditError
from digistrat.wording import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from digistrat.disk.folder import Tree
    from digistrat.lint.finding import Finding
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Fix, Key

_ROUNDS = 10  # one mend may show what another hid; the rest is for the next run
_TRIES = 60  # times to read the whole strategy again
_REFERENCES = frozenset({"unknown-reference", "renamed-reference"})
_MARK = "\ufeff".encode()


class Mended(NamedTuple):
    """One file before and after, without a byte order mark, and how many mends were made in it."""

    file: str
    before: str
    after: str
    times: int


def mended(tree: Tree, as_of: date, look: Callable[[Strategy], Iterable[Finding]]) -> list[Mended]:
    """Mend what `look` finds in a strategy, again and again until nothing is left; nothing is written."""
    mender = _Mender(tree, as_of)
    for _ in range(_ROUNDS):
        found = [finding for finding in look(mender.strategy) if finding.fix and finding.fix not in mender.left_out]
        references = [finding for finding in found if finding.rule in _REFERENCES]
        reading = _sure(finding.fix for finding in found if finding.rule not in _REFERENCES)
        # Only where everything can be read does it show where references lead.
        fixes = reading or _sure(finding.fix for finding in references)
        if not fixes:
            break
        mender.make(fixes, is_reading=bool(reading))
    files = Counter(fix.at.file for fix in mender.done)
    return [Mended(file, _text(tree, file), _text(mender.tree, file), times) for file, times in sorted(files.items())]


def _sure(fixes: Iterable[Fix | None]) -> list[Fix]:
    """Leave out what may have been meant otherwise."""
    different = dict.fromkeys(fix for fix in fixes if fix)
    places = Counter(fix.at for fix in different)
    return [fix for fix in different if places[fix.at] == 1]


class _Mender:
    """A strategy in memory that gets better."""

    def __init__(self, tree: Tree, as_of: date) -> None:
        self.tree, self.as_of = tree, as_of
        self.strategy = load(tree, as_of)
        self.done: list[Fix] = []
        self.left_out: set[Fix] = set()
        self.to_blame: set[Fix] = set()
        self.tries = _TRIES

    def make(self, fixes: list[Fix], *, is_reading: bool) -> None:
        """Make all of some fixes; where that goes wrong, those that are not to blame, or one half and then the other."""
        made = self.try_all(fixes, is_reading=is_reading) if self.tries else []
        if made is not None or len(fixes) == 1:
            self.done += made or []
            self.left_out.update(set(fixes) - set(made or []))
            return
        bad = self.to_blame
        self.left_out |= bad
        half = 0 if bad else len(fixes) // 2
        for some in (fixes[:half], fixes[half:]):
            left = [fix for fix in some if fix not in bad]
            if left:
                self.make(left, is_reading=is_reading)

    def try_all(self, fixes: list[Fix], *, is_reading: bool) -> list[Fix] | None:
        """Give those that could be made; None where they do harm together, and note which are to blame."""
        self.tries -= 1
        self.to_blame = set()
        try:
            tree, made = self.after(fixes)
        except EditError:
            return None
        strategy = load(tree, self.as_of)
        if _errors(strategy, all=not is_reading) - _errors(self.strategy, all=not is_reading):
            new = _places(strategy) - _places(self.strategy)
            self.to_blame = {fix for fix in fixes if _place(fix) in new} if is_reading else set()
            return None
        self.tree, self.strategy = tree, strategy
        return made

    def after(self, fixes: list[Fix]) -> tuple[Tree, list[Fix]]:
        """Give the files with some fixes made, and which could be; raises EditError."""
        by_file: dict[str, list[Fix]] = defaultdict(list)
        for fix in fixes:
            by_file[fix.at.file].append(fix)
        contents = dict(self.tree.contents)
        made: list[Fix] = []
        for file, some in by_file.items():
            text, fit = mend(_text(self.tree, file), some)
            mark = _MARK if contents[file].startswith(_MARK) else b""
            contents[file] = mark + text.encode()
            made += fit
            if len(contents[file]) > limits.FILE_BYTES:
                raise EditError(f"{file} would be too large to be read", "divide it into several files in a folder")
        return self.tree._replace(contents=contents), made


def _errors(strategy: Strategy, *, all: bool) -> Counter[tuple[str, str]]:
    """Count errors by rule and file: all, or only what reading found.

    A record that can be read at last shows what the rules think of it, and that says nothing against the mend; nor does
    a fault that can be mended, too.
    """
    if all:
        return Counter((one.rule, one.file) for one in run(strategy).findings if one.level == "error")
    faults = ((rule, fault) for rule, found in strategy.faults.items() for fault in found)
    return Counter((rule, fault.at.file) for rule, fault in faults if not fault.fix)


def _places(strategy: Strategy) -> set[tuple[str, tuple[Key, ...]]]:
    """Name every place at which reading found what cannot be mended."""
    return {(fault.at.file, fault.at.keys) for faults in strategy.faults.values() for fault in faults if not fault.fix}


def _place(fix: Fix) -> tuple[str, tuple[Key, ...]]:
    """Name the place of what was mended, by its new key."""
    return fix.at.file, (*fix.at.keys[:-1], fix.new) if fix.at.on_key else fix.at.keys


def _text(tree: Tree, file: str) -> str:
    return decode(tree.contents[file]) or ""


def as_diff(files: Iterable[Mended], prefix: str = "") -> str:
    """Write what changed as a unified diff, with paths that start where `prefix` does."""
    return "".join(line for one in files for line in _diff(one, clean_line(prefix + one.file)))


def _diff(one: Mended, path: str) -> Iterable[str]:
    before, after = (_lines(text) for text in (one.before, one.after))
    for line in unified_diff(before, after, path, path):
        content = line.rstrip("\r\n")
        end = line[len(content) :]
        yield clean(content) + (end or "\n\\ No newline at end of file\n")


def _lines(text: str) -> list[str]:
    """Divide at line feeds alone, as those do who apply a diff."""
    *lines, last = text.split("\n")
    return [line + "\n" for line in lines] + ([last] if last else [])
