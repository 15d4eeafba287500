"""Edits of lists, what is taken out, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from textwrap import indent
from typing import Any

import pytest

from digistrat.read.edit import append, append_text, remove, rename_key, set_value
from digistrat.read.limits import TEXT_BYTES
from digistrat.read.yaml_text import EditError
from tests.read.test_document import both

UPDATE = {"date": "2027-03", "note": "Late"}


@both
@pytest.mark.parametrize(
    ("text", "keys", "item", "expected"),
    [
        pytest.param("- id: a\n\n# end\n", (), {"id": "b"}, "- id: a\n- id: b\n\n# end\n", id="a record"),
        pytest.param("- id: a\n  # due:\n", (), {"id": "b"}, "- id: a\n  # due:\n- id: b\n", id="below its comments"),
        pytest.param(
            "- id: a\n\n# two\n- id: b\n", (), {"id": "c"}, "- id: a\n\n# two\n- id: b\n\n- id: c\n", id="a blank line"
        ),
        pytest.param("- id: a", (), {"id": "b"}, "- id: a\n- id: b", id="no last line end"),
        pytest.param("", (), {"id": "a"}, "- id: a\n", id="in an empty file"),
        pytest.param("# c", (), {"id": "a"}, "# c\n- id: a\n", id="in a file with only a comment"),
        pytest.param("---\n# c\n...\n", (), {"id": "a"}, "---\n# c\n- id: a\n...\n", id="between markers"),
        pytest.param("null\n", (), {"id": "a"}, "- id: a\n", id="instead of null"),
        pytest.param("[]  # c\n", (), {"id": "a"}, "# c\n- id: a\n", id="in a file of empty brackets"),
        pytest.param("[a, b]\n", (), "c d", "[a, b, c d]\n", id="in brackets"),
        pytest.param("a: [\n  b, # c\n]\n", ("a",), "d", "a: [\n  b, # c\n  d,\n]\n", id="in brackets of lines"),
        pytest.param("a: b  # c\n", ("a",), "d", "a: [b, d]  # c\n", id="a second word"),
        pytest.param("a: b b  # c\n", ("a",), "d", "a:\n  - b b  # c\n  - d\n", id="a second text"),
        pytest.param(
            "a:\n  b: c  # d\n  e: f\n", ("a",), "g", "a:\n  - b: c  # d\n    e: f\n  - g\n", id="behind a map"
        ),
        pytest.param("a: |\n  b\n\n  c\n", ("a",), "d", "a:\n  - |\n    b\n\n    c\n  - d\n", id="behind a block"),
        pytest.param("- - a b\n    c\n", (0, 0), "d", "- - - a b\n      c\n    - d\n", id="behind a text in a list"),
        pytest.param("a: {b: c c}\n", ("a", "b"), "d", "a: {b: [c c, d]}\n", id="behind a text in braces"),
        pytest.param("a:\n", ("a",), "b c", "a:\n  - b c\n", id="where nothing was written"),
        pytest.param("a: 1\n", ("u",), UPDATE, "a: 1\nu:\n  - {date: 2027-03, note: Late}\n", id="in a new list"),
        pytest.param(
            "u:\n- {date: 1}\n", ("u",), UPDATE, "u:\n- {date: 1}\n- {date: 2027-03, note: Late}\n", id="short"
        ),
        pytest.param("u:\n- date: 1\n", ("u",), UPDATE, "u:\n- date: 1\n- date: 2027-03\n  note: Late\n", id="as long"),
        pytest.param("u: []\na: 1\n", ("u",), UPDATE, "u:\n  - {date: 2027-03, note: Late}\na: 1\n", id="no brackets"),
        pytest.param(
            "u: {v: []}\n", ("u", "v"), UPDATE, "u: {v: [{date: 2027-03, note: Late}]}\n", id="brackets inside"
        ),
    ],
)
def test_an_item_is_added_at_the_end_of_its_list(text: str, keys: Any, item: Any, expected: str, parser: Any) -> None:
    assert expected == append(text, keys, item, parser)


WRITTEN = "# new\nid: b\n# due: 2027  # when\n\nowner:\n  # role: x\n  name: y\n"
INDENTED = "- # new\n  id: b\n  # due: 2027  # when\n\n  owner:\n    # role: x\n    name: y"


@both
@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        pytest.param("- id: a\n", (), f"- id: a\n{INDENTED}\n", id="behind another"),
        pytest.param("", (), f"{INDENTED}\n", id="in an empty file"),
        pytest.param("- id: a\r\n", (), f"- id: a\n{INDENTED}\n".replace("\n", "\r\n"), id="with the file's line ends"),
        pytest.param("[]", (), INDENTED, id="instead of brackets"),
        pytest.param("a:\nc: d\n", ("a",), "a:\n" + indent(INDENTED, "  ") + "\nc: d\n", id="where nothing was"),
    ],
)
def test_a_record_is_added_as_it_was_written(text: str, keys: Any, expected: str, parser: Any) -> None:
    assert expected == append_text(text, keys, WRITTEN, parser)


@both
@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        pytest.param("# c\na: 1  # d\nb: 2\n", ("a",), "# c\nb: 2\n", id="a key"),
        pytest.param("a: 1\nb:\n  - c  # d\n  # e\n# f\n", ("b",), "a: 1\n# f\n", id="a key and what stands below it"),
        pytest.param("- a: 1  # c\n  b: 2\n", (0, "a"), "- b: 2\n", id="the key on the line of a dash"),
        pytest.param("- a: 1\n  # c\n  b: 2\n", (0, "a"), "-\n  # c\n  b: 2\n", id="a key above a comment"),
        pytest.param("- a: 1\n  b: |\n    c\n\n- d\n", (0, "b"), "- a: 1\n\n- d\n", id="a block"),
        pytest.param(
            "- a\n\n# c\n- b\n  # d\n\n- e\n", (1,), "- a\n\n# c\n\n- e\n", id="an item, not what stands above"
        ),
        pytest.param("- a\n\n- b\n\n- c\n", (1,), "- a\n\n- c\n", id="an item and the blank line behind it"),
        pytest.param("a:  # c\n  # d\n  b: 1  # e\n", ("a", "b"), "a: {}  # c\n  # d\n", id="the only key of a map"),
        pytest.param("- - a\n", (0, 0), "- []\n", id="the only item of a list"),
        pytest.param("# c\n- a\n", (0,), "# c\n", id="the only record of a file"),
        pytest.param("[a]", (0,), "[]", id="the only item in brackets"),
        pytest.param("[a, b, c]", (0,), "[b, c]", id="the first item in brackets"),
        pytest.param("[a, b, c,]", (2,), "[a, b,]", id="the last item in brackets"),
        pytest.param("[a, # c\nb]", (0,), "[ # c\nb]", id="an item in brackets, above a comment"),
        pytest.param("{\n  a: 1, # c\n  b: 2, # d\n}", ("b",), "{\n  a: 1, # c\n}", id="a line in braces"),
        pytest.param("a: 1\nb: 2", ("b",), "a: 1\n", id="the last key, without a line end"),
    ],
)
def test_what_is_taken_out_leaves_its_neighbours(text: str, keys: Any, expected: str, parser: Any) -> None:
    assert expected == remove(text, keys, parser)


UNUSUAL = "how it is written is unusual"


@both
@pytest.mark.parametrize(
    ("edit", "text", "keys", "more", "message"),
    [
        pytest.param(
            set_value, "a: 1\na: 2\n", ("b",), [1], "line 2 must be put right first: 'a' is", id="a key twice"
        ),
        pytest.param(
            set_value, "a: Ward #4\n", ("b",), [1], "line 1 must be put right first: the '#'", id="a cut text"
        ),
        pytest.param(set_value, "a: &x b\n", ("b",), [1], "line 1 must be put right first: '&x'", id="an anchor"),
        pytest.param(set_value, "a:\n\tb: 1\n", ("b",), [1], "line 2 must be put right first: a tab", id="a tab"),
        pytest.param(set_value, "a: b\udc80\n", ("b",), [1], "line 1 must be put right first: this file", id="no text"),
        pytest.param(set_value, "a: b\n", ("a", "c"), [1], "'a' is a text, not a map", id="a key of a text"),
        pytest.param(set_value, "a: [b]\n", ("a", "c"), [1], "'a' is a list, not a map", id="a key of a list"),
        pytest.param(set_value, "a: [b]\n", ("a", 1), [1], "there is no 'a.1'", id="an item behind the last"),
        pytest.param(set_value, "a: b\n", ("c", 0, "d"), [1], "there is no 'c.0.d'", id="an item of no list"),
        pytest.param(
            set_value, "a: b\n", ("a",), ["\x07"], "a control character (U+0007) stands", id="a stray character"
        ),
        pytest.param(set_value, "a: b\n", ("a",), ["x" * TEXT_BYTES + "y"], "a text of 100 kB", id="a text too long"),
        pytest.param(set_value, "a: b\n", ("a",), [Decimal("NaN")], "NaN is no number", id="no number"),
        pytest.param(set_value, "a: b\n", ("a",), [{" ": "c"}], "a key that is empty", id="a blank key"),
        pytest.param(set_value, "a: b\n", ("a",), [{"x" * 1001: "c"}], "a key of more than 1000", id="a key too long"),
        pytest.param(set_value, "{a}\n", ("a",), [1], UNUSUAL, id="a key without a colon"),
        pytest.param(set_value, "[a: b]\n", (0, "c"), [1], UNUSUAL, id="a map without braces"),
        pytest.param(remove, "? a\n: b\nc: d\n", ("a",), [], UNUSUAL, id="a key behind a question mark"),
        pytest.param(remove, "a: b\n", ("c",), [], "there is no 'c'", id="what is not there"),
        pytest.param(remove, "a: b\n", (), [], "the file itself is no key", id="the whole file"),
        pytest.param(rename_key, "a: 1\nb: 2\n", ("a",), ["b"], "'b' is there already, beside 'a'", id="a name taken"),
        pytest.param(rename_key, "a: 1\n", ("a",), [""], "a key that is empty", id="no name"),
        pytest.param(rename_key, "- a: 1\n", (0,), ["b"], "'0' is an item of a list", id="the name of an item"),
        pytest.param(append, "id: a\n", (), ["b"], "the file holds one record", id="an item beside a record"),
        pytest.param(append, "a\n", (), ["b"], "the file holds one record", id="an item beside a text"),
        pytest.param(append_text, "[a]\n", (), ["b: c"], "a list in brackets cannot take", id="lines in brackets"),
        pytest.param(append_text, "- a\n", (), ["- b: c"], "what is to be added is not a map", id="lines with a dash"),
        pytest.param(
            append_text, "- a\n", (), ["b: c: d"], "line 1 must be put right first", id="lines that are no YAML"
        ),
    ],
)
def test_what_cannot_be_done_is_refused(
    edit: Any, text: str, keys: Any, more: list[Any], message: str, parser: Any
) -> None:
    with pytest.raises(EditError) as refused:
        edit(text, keys, *more, parser)

    assert message in refused.value.message
    assert refused.value.hint
