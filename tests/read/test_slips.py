"""Slips of the pen: what was meant where only one name fits, and nothing where another could."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digistrat.read.slips import clear

KEYS = ("id", "by", "why", "title", "owner", "out_of_scope", "measure", "measures", "from")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("titel", "title"),
        ("titl", "title"),
        ("titlle", "title"),
        ("ownar", "owner"),
        ("ttitle", "title"),
        ("itle", "title"),
        ("Title", "title"),
        ("Out of scope", "out_of_scope"),
        ("out-of-scope", "out_of_scope"),
        ("outof_scope", "out_of_scope"),
        ("wyh", "why"),
        pytest.param("mesures", "measures", id="measure is two slips away"),
        pytest.param("measurs", None, id="measure or measures"),
        pytest.param("ib", None, id="too short"),
        ("form", "from"),
        pytest.param("titel1", None, id="two slips"),
        pytest.param("heading", None, id="another word"),
        pytest.param("why1", None, id="a number"),
    ],
)
def test_one_slip_in_a_name_from_a_list_is_clear(written: str, meant: str | None) -> None:
    assert meant == clear(written, KEYS, closed=True)


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("blood-test", "blood-tests", "blood-tests"),
        ("bloodtests", "blood-tests", "blood-tests"),
        ("Blood Tests", "blood-tests", "blood-tests"),
        ("obok-ahead", "book-ahead booking", "book-ahead"),
        ("letetrs", "letters", "letters"),
        ("elters", "letters", None),
        pytest.param("eltters", "letters", "letters", id="the first two swapped"),
        pytest.param("ward-b", "ward-c", None, id="another ward"),
        pytest.param("ward-1", "ward-11", None, id="another number"),
        pytest.param("ebooking", "booking", None, id="another word"),
        pytest.param("must", "most", None, id="two words"),
        pytest.param("a-b", "ab", None, id="too short"),
        pytest.param("nurse-led", "nurse-lad", None, id="a short word with another letter"),
        pytest.param("patiemt", "patient", "patient", id="a long word with another letter"),
    ],
)
def test_one_slip_in_an_id_is_clear_where_nobody_would_make_it_up(written: str, known: str, meant: str | None) -> None:
    assert meant == clear(written, known.split())


NAMES = st.sets(st.text("abc-", min_size=1, max_size=6), min_size=1, max_size=6)


@given(NAMES, st.data(), st.booleans())
def test_of_two_that_could_be_meant_it_is_neither(names: set[str], draw: st.DataObject, closed: bool) -> None:  # noqa: FBT001
    meant = draw.draw(st.sampled_from(sorted(names)))
    at = draw.draw(st.integers(0, len(meant) - 1))
    kind = draw.draw(st.integers(0, 2))
    written = meant[:at] + ["", meant[at] * 2, meant[at + 1 : at + 2] + meant[at]][kind] + meant[at + 1 + (kind == 2) :]

    found = clear(written, names, closed=closed)

    assert found in {meant, None} or written in names or found.replace("-", "") == written.replace("-", "")
