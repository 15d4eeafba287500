"""How the choices page speaks of scores: by every method, on its own scale, and how sure the order is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest

from digistrat.answers import Answers
from digistrat.disk.templates import files_below
from digistrat.model.kinds.scoring import Method
from digistrat.model.load import load_folder
from digistrat.publish import markdown
from digistrat.publish.words import as_key, words_for
from tests.publish.reading import rows, said, site_of
from tests.strategies import AS_OF, EXAMPLE, write

if TYPE_CHECKING:
    from pathlib import Path

CRITERIA = "criteria: [{id: a, title: First, weight: 60, max: 5}, {id: b, title: Second, weight: 40, max: 10}]\n"
SCORES = {
    "weighted": ("a: 5, b: 10", "a: 2.5, b: 5"),
    "value-effort": ("a: 5, b: 10", "a: 2.5, b: 5"),
    "rice": ("impact: 8", "impact: 2"),
    "ice": ("impact: 8, confidence: 6, ease: 7", "impact: 2, confidence: 3, ease: 4"),
    "ice-product": ("impact: 8, confidence: 6, ease: 7", "impact: 2, confidence: 3, ease: 4"),
    "wsjf": ("value: 8, urgency: 5, risk-reduction: 3", "value: 1, urgency: 2, risk-reduction: 1"),
}


def work_for(method: str) -> str:
    """Give two initiatives with all that a method takes."""
    one, two = SCORES[method]
    return (
        f"- {{id: one, title: One, effort: 8, reach: 1000, confidence: 50, scores: {{{one}}}}}\n"
        f"- {{id: two, title: Two, effort: 2, reach: 3000, confidence: 80, scores: {{{two}}}}}\n"
    )


def page_of(folder: Path, method: str = "weighted", work: str = "", more: str = "") -> str:
    criteria = CRITERIA if method in {"weighted", "value-effort"} else ""
    files = {"scoring.yaml": f"method: {method}\n{criteria}{more}", "initiatives.yaml": work or work_for(method)}
    return site_of(folder, files)["choices.html"]


def ranks(page: str) -> list[str]:
    """Give what the rows of the ranking say."""
    table = page.partition("What comes first</h2>")[2].partition("</table>")[0]
    return rows(table)


def bars(page: str) -> list[str]:
    return re.findall(r'class="bar-part" width="([\d.]+)"', page)


@pytest.mark.parametrize("method", get_args(Method))
def test_every_method_is_explained(method: str) -> None:
    assert words_for("en")["scoring_methods"][as_key(method)]


@pytest.mark.parametrize(
    ("method", "expected", "length"),
    [
        pytest.param("weighted", ["1 One 100 60 40", "2 Two 50 30 20"], ["100", "50"], id="out of 100"),
        pytest.param("value-effort", ["1 Two 25 50 2 30 20", "2 One 12.5 100 8 60 40"], ["100", "50"], id="a ratio"),
        pytest.param(
            "rice", ["1 Two 2400 3000 2 80 2", "2 One 500 1000 8 50 8"], ["100", "20.8"], id="against the biggest"
        ),
        pytest.param("ice-product", ["1 One 336 8 6 7", "2 Two 24 2 3 4"], ["100", "7.1"], id="a product"),
        pytest.param("wsjf", ["1= One 2 8 5 3 8", "1= Two 2 1 2 1 2"], ["100", "100"], id="a tie"),
    ],
)
def test_scores_stand_on_the_scale_of_their_method(
    method: str, expected: list[str], length: list[str], tmp_path: Path
) -> None:
    page = page_of(tmp_path, method)

    assert expected == ranks(page)
    assert length == bars(page)[:2]


@pytest.mark.parametrize("method", ["rice", "ice", "wsjf"])
def test_a_preset_has_no_weights_and_no_picture_of_value(method: str, tmp_path: Path) -> None:
    page = page_of(tmp_path, method)

    assert f"({method.upper()})" in said(page)
    assert "Most points" not in page
    assert "Value against effort" not in page
    assert "(of 0)" not in page


def test_how_a_ratio_comes_about_is_in_its_columns(tmp_path: Path) -> None:
    page = page_of(tmp_path, "value-effort")

    heads = re.findall(r'<th role="columnheader"[^>]*>([^<]*)', page[page.index("What comes first") :])
    assert ["Rank", "Initiative", "Score", "Value", "Effort", "First (of 60)", "Second (of 40)"] == heads[:7]


def test_what_cannot_be_scored_has_no_bar(tmp_path: Path) -> None:
    page = page_of(tmp_path, work="- {id: one, title: One, scores: {a: 5}}\n- {id: two, title: Two}\n")

    assert ["One not scored on b", "Two not scored on a and b"] == ranks(page)
    assert [] == bars(page)


def test_scores_that_are_all_nothing_have_no_length(tmp_path: Path) -> None:
    work = work_for("rice").replace("reach: 1000", "reach: 0").replace("reach: 3000", "reach: 0")

    page = page_of(tmp_path, "rice", work)

    assert ["1= One 0 0 8 50 8", "1= Two 0 0 2 80 2"] == ranks(page)
    assert [] == bars(page)


def test_scores_that_differ_read_differently(tmp_path: Path) -> None:
    work = "- {id: a, title: A, scores: {a: 3.333, b: 1}}\n- {id: b, title: B, scores: {a: 3.334, b: 1}}\n"

    page = page_of(tmp_path, work=work)

    assert ["1 B 44.01 40 4", "2 A 44 40 4"] == ranks(page)


def test_how_sure_the_first_places_are_is_said_in_both_forms() -> None:
    answers = Answers(load_folder(EXAMPLE, AS_OF))

    text = markdown.build(answers).decode()

    assert answers.robustness
    assert len(answers.robustness.sentences) > 3
    for sentence in answers.robustness.sentences:
        assert f"\n- {sentence}\n" in text


def test_sentences_are_plain_text(tmp_path: Path) -> None:
    work = work_for("weighted").replace("title: One", 'title: "<b>*One*</b>"')

    page = page_of(tmp_path, work=work, more="top: 1\n")

    assert "How sure are the first places?" in page
    assert "<b>*One*" not in page
    assert "<li>&#34;&lt;b&gt;*One*&lt;/b&gt;&#34; " in page


def test_several_scorers_are_compared(tmp_path: Path) -> None:
    scores = "[{by: Nurse, scores: {a: 5, b: 5}}, {by: Clerk, scores: {a: 1, b: 5}}]"
    work = f"- {{id: one, title: One, scores: {scores}}}\n- {{id: two, title: Two, scores: {scores}}}\n"
    folder = write(tmp_path, {"scoring.yaml": CRITERIA, "initiatives.yaml": work})
    answers = Answers(load_folder(folder, AS_OF))

    page = page_of(tmp_path, work=work)

    assert answers.agreement.sentences
    for sentence in answers.agreement.sentences:
        assert sentence in said(page)
    assert "Do those who scored agree?" in page


def test_one_scorer_has_nobody_to_agree_with(tmp_path: Path) -> None:
    assert "Do those who scored agree?" not in page_of(tmp_path)


@pytest.mark.parametrize("part", ["quadrant", "portfolio", "room"])
def test_the_one_file_says_what_a_part_of_the_page_says(part: str) -> None:
    key = re.compile(r"\bwords\.(\w+(?:\.\w+)?)")
    page, file = (
        files_below(form)[f"{part}.{end}.j2"].decode() for form, end in (("site", "html"), ("markdown", "md"))
    )

    only_on_pages = {"choices.number", "choices.dots_table"}
    assert set(key.findall(page)) - only_on_pages <= set(key.findall(file))
