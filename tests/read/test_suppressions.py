"""Which comments hide findings, and where."""

from __future__ import annotations

import pytest

from digistrat.read.document import read_document
from digistrat.read.positions import Positions
from digistrat.read.suppressions import Suppression, suppressions_in


def markers(text: str) -> list[Suppression]:
    document = read_document("a.yaml", text.encode())
    return suppressions_in(document, lambda _: Positions(document.text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: b  # digistrat: ignore[x] why", [(("x",), "why", None, 1)], id="at the end of a line"),
        pytest.param("c: d\n# digistrat: ignore[x] why\na: b", [(("x",), "why", None, 3)], id="on the line above"),
        pytest.param("# digistrat: ignore[x] why\na: b", [(("x",), "why", None, None)], id="for the whole file"),
        pytest.param(
            "c: d\n# digistrat: ignore[x] why\n# more\na: b", [(("x",), "why", None, 4)], id="above another comment"
        ),
        pytest.param("a: b  # digistrat: ignore[x, y] why", [(("x", "y"), "why", None, 1)], id="two rules"),
        pytest.param(
            "a: b  # digistrat: ignore[x] until 2027-03: why", [(("x",), "why", "2027-03", 1)], id="until a date"
        ),
        pytest.param("a: b  # digistrat: ignore[x]", [(("x",), "", None, 1)], id="without a reason"),
        pytest.param("a: b  # digistrat: ignore why", [((), "why", None, 1)], id="without a rule"),
        pytest.param("a: b  #digistrat:ignore[x] why", [(("x",), "why", None, 1)], id="without blanks"),
        pytest.param('a: "b # digistrat: ignore[x] why"', [], id="in a quoted text"),
        pytest.param("a: |\n  # digistrat: ignore[x] why\nb: c", [], id="in a block"),
        pytest.param("a: >\n  b\n\n  # digistrat: ignore[x] why", [], id="at the end of a block"),
        pytest.param("a: b# digistrat: ignore[x] why", [], id="in a word"),
        pytest.param("a: b  # digistrat: ignored[x] why", [], id="another word"),
        pytest.param("a: |\n  b\n# digistrat: ignore[x] why\nc: d", [(("x",), "why", None, 4)], id="behind a block"),
        pytest.param("c: d\n# digistrat: ignore[x] why", [(("x",), "why", None, 2)], id="at the end of the file"),
    ],
)
def test_a_marker_counts_only_in_a_real_comment(text: str, expected: list[tuple[object, ...]]) -> None:
    assert expected == [(one.rules, one.reason, one.until, one.covers) for one in markers(text)]
