"""The glossary in running text: the first of each term on a page leads to what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.publish import markdown
from digistrat.publish.glossary import PageTerms, terms
from digistrat.publish.prose import heading, label, line, prose
from digistrat.publish.site import build
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

GLOSSARY = """
- {term: Electronic patient record, short: EPR, means: All notes in one place}
- {term: patient record, means: Notes}
- {term: IT, means: Computers}
- {term: Take-up, means: Who uses it}
- {term: C++, means: A language}
- {term: EPR, id: another, means: Something else}
"""


@pytest.fixture
def here(tmp_path: Path) -> PageTerms:
    strategy = load_folder(write(tmp_path, {"glossary.yaml": GLOSSARY}), AS_OF)
    return PageTerms(terms(strategy.glossary.values()), "../")


def link(id: str, text: str) -> str:
    return f'<a href="../glossary.html#{id}" class="term">{text}</a>'


EPR = "electronic-patient-record"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A Patient  record.", f"A {link('patient-record', 'Patient  record')}.", id="any case and blanks"),
        pytest.param("patient\nrecord", link("patient-record", "patient\nrecord"), id="over the end of a line"),
        pytest.param("an electronic patient record", f"an {link(EPR, 'electronic patient record')}", id="the longest"),
        pytest.param("EPR, EPR", f"{link('another', 'EPR')}, EPR", id="once, and a term before a short form"),
        pytest.param("Do it with epr", "Do it with epr", id="capitals are meant"),
        pytest.param("It is IT", f"It is {link('it', 'IT')}", id="it is not IT"),
        pytest.param("patient records", "patient records", id="whole words"),
        pytest.param("non-IT IT-led take-up", f"non-IT IT-led {link('take-up', 'take-up')}", id="hyphens join"),
        pytest.param("C++ and C", "C++ and C", id="what ends in no letter is not looked for"),
        pytest.param("*IT*, `IT`", f"<em>{link('it', 'IT')}</em>, <code>IT</code>", id="in emphasis"),
        pytest.param("`IT` [IT](a.html)", '<code>IT</code> <a href="a.html">IT</a>', id="neither in code nor in links"),
        pytest.param("[IT](a.html) IT", f'<a href="a.html">IT</a> {link("it", "IT")}', id="after a link"),
        pytest.param("<IT> & IT", f"&lt;{link('it', 'IT')}&gt; &amp; IT", id="escaped"),
    ],
)
def test_a_line_links_the_first_of_each_term(here: PageTerms, text: str, expected: str) -> None:
    assert expected == str(line(text, here))


def test_a_used_longer_term_does_not_leave_its_last_words_to_a_shorter_one(here: PageTerms) -> None:
    text = "electronic patient record, electronic patient record, patient record"

    linked = str(line(text, here))

    assert (
        f"{link(EPR, 'electronic patient record')}, electronic patient record, {link('patient-record', 'patient record')}"
        == linked
    )


def test_prose_links_terms_but_not_in_headings(here: PageTerms) -> None:
    linked = str(prose("# IT\n\nIT and\nIT\n\n- EPR\n\n|EPR|\n|-|\n|take-up|\n\n    IT\n", here))

    assert "<h3>IT</h3>" in linked
    assert f"<p>{link('it', 'IT')} and\nIT</p>" in linked
    assert f"<li>{link('another', 'EPR')}</li>" in linked
    assert f"<td>{link('take-up', 'take-up')}</td>" in linked
    assert "<pre><code>IT\n</code></pre>" in linked


def test_headings_and_labels_link_nothing(here: PageTerms) -> None:
    assert heading("IT") == label("IT") == line("IT") == "IT"
    assert here.terms.address_of("IT")


def test_a_sentence_is_no_term(tmp_path: Path) -> None:
    many = " ".join(["so"] * 13)
    strategy = load_folder(
        write(tmp_path, {"glossary.yaml": f"- {{term: {many}}}\n- {{term: '!', id: mark}}\n"}), AS_OF
    )

    known = terms(strategy.glossary.values())

    assert not known.lengths
    assert "so" == str(line("so", PageTerms(known, "")))


FILES = {
    "glossary.yaml": GLOSSARY,
    "services.yaml": "- {id: a, name: The IT, summary: IT and IT}\n",
    "risks.yaml": "- {id: a, title: IT, mitigation: More IT, learning: IT}\n",
}


def test_each_page_links_a_term_once_and_finds_the_way(tmp_path: Path) -> None:
    site = build(Answers(load_folder(write(tmp_path, FILES), AS_OF)))

    assert 1 == site["risks.html"].decode().count("glossary.html#it")
    assert 'More <a href="glossary.html#it" class="term">IT</a>' in site["risks.html"].decode()
    assert 1 == site["services/a.html"].decode().count('"../glossary.html#it"')
    assert b'class="term"' not in site["glossary.html"]


def test_without_a_glossary_page_nothing_is_linked(tmp_path: Path) -> None:
    manifest = "format: 1\ntitle: A\norganisation: {name: B}\nperiod: 2026\nowner: C\npublish: {leave_out: glossary}\n"

    site = build(Answers(load_folder(write(tmp_path, {**FILES, "strategy.yaml": manifest}), AS_OF)))

    assert "glossary.html" not in site
    assert not [path for path, content in site.items() if b"glossary.html" in content]


def test_in_the_one_file_a_term_leads_to_its_place_once_and_never_from_a_heading(tmp_path: Path) -> None:
    files = {
        "glossary.yaml": "- {term: Failure demand, means: Calls that need not be}\n",
        "risks.yaml": "- {id: a, title: Failure demand, mitigation: Less failure demand. No failure demand., kind: delivery}\n",
    }

    text = markdown.build(Answers(load_folder(write(tmp_path, files), AS_OF))).decode()

    assert "Less [failure demand](#glossary_failure-demand). No failure demand." in text
    assert text.count("(#glossary_failure-demand)") == 1
    assert '<a id="glossary_failure-demand"></a>' in text
