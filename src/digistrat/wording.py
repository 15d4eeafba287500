"""How digistrat speaks: safe to print, counted in words, with the name that was probably meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from fractions import Fraction

# C0 but tab and newline, DEL, C1, line and paragraph separators, bidirectional controls and lone surrogates:
# a terminal or an editor acts on them instead of showing them. Source: Unicode TR 36, section 3; UAX 9.
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def clean(text: str) -> str:
    r"""Show characters that would act on a terminal as `\uXXXX`; inside JSON text that is their JSON escape."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def clean_line(text: str) -> str:
    """Show what would end a line, too: a file's name or a message stays on the line that it is printed on."""
    return clean(text).replace("\n", "\\u000a").replace("\t", " ")


def one_line(text: str) -> str:
    """Fold all white space to single blanks."""
    return " ".join(text.split())


_ALIKE = 0.74  # of 1: 'principals' is near 'principles', 'date' is not near 'updates'


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that was probably meant, or None when nothing is near."""
    from difflib import get_close_matches  # noqa: PLC0415  (3 ms, needed only when something is wrong)

    folded = {other.casefold(): other for other in sorted(known, reverse=True)}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=_ALIKE)
    longer = [other for other in folded if len(name) > 2 and other.startswith(name.casefold())]  # noqa: PLR2004
    close = found or longer[-1:]
    return folded[close[0]] if close else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Make the second half of a message about an unknown name: empty when nothing is near."""
    meant = nearest(name, known)
    return f"did you mean {meant!r}?" if meant else ""


def counted(number: int, one: str, many: str = "") -> str:
    """Say `1 error`, `2 errors`, `0 errors`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def in_words(names: Iterable[str], last: str = "and") -> str:
    """Join names as a sentence does: `a, b and c`; empty for none."""
    *first, end = list(names) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def quoted(names: Iterable[str], last: str = "and") -> str:
    """Join names in quotes as a sentence does: `'a', 'b' and 'c'`."""
    return in_words([repr(name) for name in names], last)


def rounded(number: Fraction | Decimal | None, *, grouped: bool = False) -> str:
    """Write a number with at most one decimal, with commas between thousands if asked; empty where it is not known."""
    if number is None:
        return ""
    tenths = round(number * 10)
    whole, rest = divmod(abs(tenths), 10)
    said = f"{whole:,}" if grouped else str(whole)
    return f"{'-' if tenths < 0 else ''}{said}{f'.{rest}' if rest else ''}"


_MARKS = re.compile(r"([\\`*_{}\[\]<>|#~@!&$])")


def in_markdown(text: str) -> str:
    """Write a text as one line of Markdown, or one cell of a table, in which no character does anything."""
    return _MARKS.sub(r"\\\1", clean_line(one_line(text)))
