"""Single edits, before and after."""

from __future__ import annotations

from typing import Any

import pytest

from digistrat.read.edit import rename_key, set_value
from tests.read.test_document import both

RECORDS = """\
# services, as of May
- id: letters  # never change this
  title: Letters   # as on the web
  # owner: Chief nurse
  channels: [post, web]
  text: |  # Markdown
    One

    two

  figures:
    - {period: 2026, volume: 3}  # counted
    # - {period: 2027}

- id: booking

# the end
"""


def record(*changes: tuple[str, str]) -> str:
    """Give the records with lines exchanged."""
    text = RECORDS
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


@both
@pytest.mark.parametrize(
    ("keys", "value", "expected"),
    [
        pytest.param((0, "title"), "Post", record(("Letters ", "Post ")), id="a text, its comment stays"),
        pytest.param((0, "title"), "a: b", record(("Letters ", '"a: b" ')), id="quotes where they are needed"),
        pytest.param((0, "title"), "null", record(("Letters ", '"null" ')), id="a text that would mean nothing"),
        pytest.param((0, "title"), None, record((" Letters ", " ")), id="nothing"),
        pytest.param((0, "title"), "Letters", RECORDS, id="the same"),
        pytest.param(
            (0, "title"),
            "a\nb\n",
            record((" Letters   # as on the web", " |   # as on the web\n    a\n    b")),
            id="lines",
        ),
        pytest.param(
            (0, "title"),
            {"en": "Post", "cy": "Post, llythyr"},
            record((" Letters   #", "   #"), ("web\n", "web\n    en: Post\n    cy: Post, llythyr\n")),
            id="a map",
        ),
        pytest.param((0, "title"), [], record(("Letters ", "[] ")), id="an empty list"),
        pytest.param(
            (0, "text"), "One", record((" |  #", " One  #"), ("    One\n\n    two\n", "")), id="a text for a block"
        ),
        pytest.param(
            (0, "text"), "a\nb", record((" |  #", " |-  #"), ("One\n\n    two", "a\n    b")), id="another block"
        ),
        pytest.param((0, "channels", 1), "tel, fax", record(("web]", '"tel, fax"]')), id="an item in brackets"),
        pytest.param((0, "figures", 0, "volume"), 4, record(("3}", "4}")), id="a number in braces"),
        pytest.param((0, "figures", 0), "none", record(("{period: 2026, volume: 3}", "none")), id="a text for braces"),
        pytest.param(
            (0, "figures"),
            "none",
            record(("figures:", "figures: none"), ("    - {period: 2026, volume: 3}  # counted\n", "")),
            id="a text for a list",
        ),
        pytest.param(
            (0, "title", 0), "Post", record(("Letters ", "Post ")), id="a bare value as the first of its list"
        ),
        pytest.param((1,), "booking", record(("- id: booking", "- booking")), id="a text for a record"),
        pytest.param((1,), {"a": "b", "id": "c"}, record(("- id: booking", "- a: b\n  id: c")), id="another record"),
    ],
)
def test_a_value_is_replaced_and_its_neighbours_stay(keys: Any, value: Any, expected: str, parser: Any) -> None:
    assert expected == set_value(RECORDS, keys, value, parser)


@both
@pytest.mark.parametrize(
    ("text", "keys", "value", "expected"),
    [
        pytest.param("a: one\n  two  # c\n", ("a",), "b", "a: b  # c\n", id="a text over two lines"),
        pytest.param("a:\n  # c\n  b\n", ("a",), "x", "a: x\n  # c\n", id="a text below its key"),
        pytest.param("a:  # c\n  b  # d \n", ("a",), "x", "a: x  # c\n  # d \n", id="a comment behind a text below"),
        pytest.param("a:\n  b  # d\n", ("a",), "x\ny", 'a: "x\\ny"\n  # d\n', id="lines that a comment would join"),
        pytest.param("a:\n\n  b\n", ("a",), "x\ny", 'a: "x\\ny"\n\n', id="lines that a blank one would join"),
        pytest.param("a: b\n  # c\n", ("a",), "x\ny", 'a: "x\\ny"\n  # c\n', id="lines above a comment"),
        pytest.param("a:\n  |\n  b\nc: d\n", ("a",), "x", "a: x\nc: d\n", id="a block below its key"),
        pytest.param("a: >+\n  b\n\n# c\n", ("a",), "x", "a: x\n# c\n", id="a block with its blank lines"),
        pytest.param("a: |\nb: c\n", ("a",), "x", "a: x\nb: c\n", id="an empty block"),
        pytest.param("a: |\n  b\n   \n  \nc: d\n", ("a",), "x", "a: x\n  \nc: d\n", id="a blank line that is text"),
        pytest.param("a:\n", ("a",), "x", "a: x\n", id="nothing"),
        pytest.param("a: \nb: ~\n", ("a",), "x", "a: x\nb: ~\n", id="a blank"),
        pytest.param("a:  # c\n", ("a",), ["b c"], "a:  # c\n  - b c\n", id="nothing, with a comment"),
        pytest.param("a: {b: , c: d}\n", ("a", "b"), "x", "a: {b: x , c: d}\n", id="nothing in braces"),
        pytest.param("- a: b\n  c: d  # e\n", (0,), "x", "- x\n", id="a map on the line of its dash"),
        pytest.param(
            "-\n  # c\n  a: b\n", (0,), {"x": "y z", "id": "z"}, "- x: y z\n  # c\n  id: z\n", id="below its dash"
        ),
        pytest.param(
            "-   a\n-   - b\n", (0,), {"id": "c", "d": "e"}, "-   id: c\n    d: e\n-   - b\n", id="wide dashes"
        ),
        pytest.param(
            "a:\n    b:\n    - c\nd: 1\n", ("d",), {"id": "x"}, "a:\n    b:\n    - c\nd:\n    id: x\n", id="steps of 4"
        ),
        pytest.param("a:\n- c\nd: 1\n", ("d",), ["x y"], "a:\n- c\nd:\n- x y\n", id="dashes below the key"),
        pytest.param("a: b\r\nc: d\r\n", ("a",), ["x y"], "a:\r\n  - x y\r\nc: d\r\n", id="carriage returns"),
        pytest.param("a: b\rc: d\r", ("a",), "x\ny", "a: |-\r  x\r  y\rc: d\r", id="old line ends"),
        pytest.param("\ufeffa: b", ("a",), "x", "\ufeffa: x", id="a byte order mark, no last line end"),
        pytest.param("a: b", ("a",), "x\ny\n", "a: |\n  x\n  y\n", id="a text with a line end, at the end"),
        pytest.param("😀: '😀'  # 😀\nb: 1\n", ("b",), "2", "😀: '😀'  # 😀\nb: 2\n", id="wide characters"),
        pytest.param("---\na: b\n...\n", ("a",), "x", "---\na: x\n...\n", id="markers of a document"),
        pytest.param("a: b\n", (), {"c": "d"}, "c: d\n", id="the whole file"),
        pytest.param("--- [a]  # b\n", (), ["c d"], "--- # b\n- c d\n", id="the whole file, behind a marker"),
        pytest.param("a", (), "b\nc\n", "|\n  b\n  c\n", id="a file that is one text"),
        pytest.param("--- a\n", (), ["c d"], "--- \n- c d\n", id="one text behind a marker"),
    ],
)
def test_a_value_is_replaced_however_it_is_written(
    text: str, keys: Any, value: Any, expected: str, parser: Any
) -> None:
    assert expected == set_value(text, keys, value, parser)


@both
@pytest.mark.parametrize(
    ("text", "keys", "value", "expected"),
    [
        pytest.param("a: 1  # c\n\n# d\n", ("b",), "2", "a: 1  # c\nb: 2\n\n# d\n", id="above what follows"),
        pytest.param(
            "a:\n  - b\n  # - c\n", ("d",), "x", "a:\n  - b\n  # - c\nd: x\n", id="below what belongs to the last"
        ),
        pytest.param("- a: 1\n  # b: 2\n- c\n", (0, "d"), "x", "- a: 1\n  d: x\n  # b: 2\n- c\n", id="in a record"),
        pytest.param("a: {b: c}\n", ("a", "d"), "x", "a: {b: c, d: x}\n", id="in braces"),
        pytest.param("a: {b: c,}\n", ("a", "d"), "x", "a: {b: c, d: x,}\n", id="behind a last comma"),
        pytest.param(
            "a: {\n  b: c  # e\n}\n", ("a", "d"), "x", "a: {\n  b: c,  # e\n  d: x\n}\n", id="in braces of lines"
        ),
        pytest.param(
            "a: {\n  b: c,  # e\n}\n", ("a", "d"), "x", "a: {\n  b: c,  # e\n  d: x,\n}\n", id="lines and commas"
        ),
        pytest.param("a: {\n  b: c}\n", ("a", "d"), "x", "a: {\n  b: c,\n  d: x}\n", id="a brace on the last line"),
        pytest.param("a: {}  # c\n", ("a", "d"), "x", "a: {d: x}  # c\n", id="in empty braces"),
        pytest.param("a: { # c\n}\n", ("a", "d"), "x", "a: {d: x # c\n}\n", id="in braces with a comment"),
        pytest.param("a:\n", ("a", "b", "c"), 1, "a:\n  b: {c: 1}\n", id="maps that nobody wrote"),
        pytest.param("# c", ("a", "b"), "x\ny", "# c\na:\n  b: |-\n    x\n    y\n", id="in an empty file"),
        pytest.param("a: |\n  x", ("b",), 1, "a: |-\n  x\nb: 1", id="below a block without a line end"),
        pytest.param("a: >2\n   x", ("b",), 1, "a: >2-\n   x\nb: 1", id="below a block that says its indentation"),
        pytest.param(
            "a: |+\n  x\n\n# c\n", ("b",), 1, "a: |+\n  x\n\nb: 1\n# c\n", id="below a block with blank lines"
        ),
        pytest.param("{a: b}", ("c",), 1, "{a: b, c: 1}", id="in a file of braces"),
    ],
)
def test_a_key_is_added_at_the_end_of_its_map(text: str, keys: Any, value: Any, expected: str, parser: Any) -> None:
    assert expected == set_value(text, keys, value, parser)


@both
@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        pytest.param("a  : 1 # c\n", ("a",), "due  : 1 # c\n", id="a key"),
        pytest.param("- {'a': 1}\n", (0, "a"), "- {'due': 1}\n", id="a key in quotes"),
        pytest.param('{"a":1}', ("a",), '{"due":1}', id="a key with its value right behind it"),
        pytest.param("due: 1\n", ("due",), "due: 1\n", id="the same"),
        pytest.param("? a\n: 1\n", ("a",), "? due\n: 1\n", id="a key behind a question mark"),
    ],
)
def test_a_key_is_renamed_in_its_place(text: str, keys: Any, expected: str, parser: Any) -> None:
    assert expected == rename_key(text, keys, "due", parser)
