"""Characters and lines."""

from __future__ import annotations

import unicodedata

from digistrat.read.fault import Span
from digistrat.read.scan import decode, lines_of, stray_character


def test_every_stray_character_is_named() -> None:
    assert (Span(1, 2, 1, 3), "a zero byte (U+0000)") == stray_character("a\x00")
    assert (Span(2, 1, 2, 2), "a control character (U+0007)") == stray_character("a\n\x07")
    assert (Span(1, 2, 1, 3), "a paragraph separator (U+2029)") == stray_character("é\u2029")


def test_what_people_write_is_no_stray_character() -> None:
    text = "".join(
        chr(code)
        for code in range(0x20, 0x11000)
        if unicodedata.category(chr(code)) not in {"Cc", "Cs", "Zl", "Zp", "Cn"} and code != 0xFEFF
    )

    assert stray_character(f"\t{text}\r\n") is None


def test_lines_end_only_where_yaml_ends_them() -> None:
    assert ["a", "b", "c\u2028d", "e\x0bf", ""] == lines_of("a\nb\r\nc\u2028d\re\x0bf\n")


def test_other_encodings_are_not_guessed() -> None:
    assert decode("é".encode("latin-1")) is None
    assert decode(b"\xef\xbb\xbfa") == "a"
