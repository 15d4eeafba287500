"""Findings with the line they are about, for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from digistrat.lint.finding import LEVELS
from digistrat.lint.formats.show import Show, capped
from digistrat.read.scan import lines_of
from digistrat.wording import clean, clean_line, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.lint.finding import Finding, Report
    from digistrat.read.fault import Span

_BOLD, _DIM, _PLAIN = "1", "2", "0"
_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36"}
_WIDEST = 160  # characters of a source line; of a longer one, the part around the fault


def write(report: Report, show: Show) -> str:
    """Write each finding with its source line, and a last line that counts them."""
    blocks = []
    for finding, more in capped(report.findings):
        blocks.append("\n".join(_block(finding, report, show)))
        if more:
            blocks.append(f"and {more:,} more {finding.rule} in {show.path(finding.file)}\n")
    return "\n".join([*blocks, _summary(report, show)]) + "\n"


def _block(finding: Finding, report: Report, show: Show) -> Iterator[str]:
    level = _paint(finding.level, _COLOURS[finding.level], show)
    yield f"{level}: {_paint(clean_line(finding.message), _BOLD, show)} [{finding.rule}]"
    places = [(finding.file, finding.span, ""), *((one.file, one.span, one.message) for one in finding.related)]
    gutter = max(len(str(span.line)) for _, span, _ in places)
    for number, (file, span, label) in enumerate(places):
        arrow = "-->" if number == 0 else ":::"
        yield f"{' ' * gutter}{_paint(arrow, _DIM, show)} {show.path(file)}:{span.line}:{span.column}"
        mark = _COLOURS[finding.level] if number == 0 else _COLOURS["info"]
        yield from _source(report, file, span, clean_line(label), gutter, mark, show)
    if finding.help:
        yield f"{' ' * gutter} {_paint('=', _DIM, show)} {_paint('help', _BOLD, show)}: {clean_line(finding.help)}"
    if finding.fix:
        yield f"{' ' * gutter} {_paint('=', _DIM, show)} {_paint('fix', _BOLD, show)}: digistrat lint --fix can mend this"
    yield ""


def _source(report: Report, file: str, span: Span, label: str, gutter: int, mark: str, show: Show) -> Iterator[str]:
    """Show the line and underline the place; a file that could not be read has none."""
    document = report.documents.get(file)
    lines = lines_of(document.text) if document and document.text else []
    if not 0 < span.line <= len(lines):
        return
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    first = max(0, start - _WIDEST // 2) if len(line) > _WIDEST else 0
    before, marked, after = line[first:start], line[start:end], line[end : first + _WIDEST]
    cut = "…" if first else ""
    shown = clean(cut + before + marked + after).replace("\t", " ")
    carets = "^" * max(1, _cells(clean(marked[:_WIDEST])))
    bar = _paint("|", _DIM, show)
    yield f"{' ' * gutter} {bar}"
    yield f"{_paint(str(span.line).rjust(gutter), _DIM, show)} {bar} {shown}".rstrip()
    under = f"{carets} {label}".rstrip()
    yield f"{' ' * gutter} {bar} {' ' * _cells(clean(cut + before))}{_paint(under, mark, show)}"


def _cells(text: str) -> int:
    """Count the columns a terminal takes for a text."""
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def _summary(report: Report, show: Show) -> str:
    said = [
        _paint(counted(number, level), _COLOURS[level], show) for level in LEVELS if (number := report.count(level))
    ]
    ignored = f"; {len(report.hidden):,} ignored" if report.hidden else ""
    ignored += f"; {len(report.baselined):,} in the baseline" if report.baselined else ""
    where = f"in {counted(report.files, 'file')} ({counted(report.records, 'record')})"
    return f"{', '.join(said) or 'no findings'} {where}{ignored}"


def _paint(text: str, code: str, show: Show) -> str:
    return f"\x1b[{code}m{text}\x1b[{_PLAIN}m" if show.colour else text
