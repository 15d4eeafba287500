"""Sentences, words and syllables are counted as a person would, and the grade is the published formula's."""

from __future__ import annotations

import pytest

from digistrat.figures.readability import Counts, count, sentences, syllables, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("It grew by 4.5 per cent. 12 wards use it.", ["It grew by 4.5 per cent.", "12 wards use it."]),
        ('She said "Stop." Then she left.', ['She said "Stop.', "Then she left."]),
        ("They use eReferral. eReferral is old.", ["They use eReferral.", "eReferral is old."]),
        ("One thing: it ends; it does not.", ["One thing: it ends; it does not."]),
        ("For wards, e.g. the east one", ["For wards, e.g. the east one"]),
        ("…", []),
    ],
)
def test_a_sentence_ends_where_the_next_begins(text: str, expected: list[str]) -> None:
    assert expected == sentences(text)


def test_a_word_is_what_blanks_and_dashes_divide() -> None:
    found = words("Well-being — not 95% – and/or the ward's… “care”—soon")

    assert ["Well-being", "not", "95%", "and/or", "the", "ward's…", "“care”", "soon"] == found


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the", 1), ("made", 1), ("played", 1), ("wanted", 2), ("table", 2), ("settled", 2), ("boxes", 2), ("makes", 1),
        ("people", 2), ("patient", 2), ("patients", 2), ("nation", 2), ("radio", 3), ("create", 2), ("being", 2),
        ("usual", 3), ("area", 3), ("reliable", 4), ("business", 2), ("government", 3), ("safety", 2), ("care", 1),
        ("million", 2), ("organisation", 5), ("interoperability", 8), ("Well-being", 3), ("ward's", 1), ("1,200", 1),
        ("NHS", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, expected: int) -> None:
    assert expected == syllables(word)


def test_the_grade_is_that_of_the_formula() -> None:
    # By hand: the Aus-tra-li-an plat-y-pus is seem-ing-ly a hy-brid of a mam-mal and rep-til-i-an crea-ture, 26
    # syllables in 13 words: 0.39 × 13/1 + 11.8 × 26/13 - 15.59 = 5.07 + 23.6 - 15.59.
    counts = count(["The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."])

    assert Counts(sentences=1, words=13, syllables=26) == counts
    assert pytest.approx(13.08) == counts.grade


def test_short_words_in_short_sentences_ask_for_little() -> None:
    counts = count(sentences("The cat sat on the mat. It was fat."))

    assert Counts(sentences=2, words=9, syllables=9) == counts
    assert pytest.approx(0.39 * 4.5 + 11.8 - 15.59) == counts.grade


def test_no_text_asks_for_nothing() -> None:
    assert 0 == count([]).grade
