"""The whole strategy as one Markdown file: complete, joined within itself, and harmless on a git host."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from digistrat.answers import Answers
from digistrat.disk.templates import files_below
from digistrat.model.load import load_folder
from digistrat.publish.markdown import build
from digistrat.publish.pages import SECTIONS
from digistrat.publish.shown import sections_of
from digistrat.publish.words import words_for
from tests.publish.everything import EMPTY, FILES, OWN, SCALES, WGLL
from tests.strategies import AS_OF, EXAMPLE, write

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.token import Token

# What a git host reads: tables, and HTML, of which it keeps anchors.
HOST = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
ANCHOR = re.compile(r'<a id="([a-z0-9_-]+)">')


def told(folder: Path) -> str:
    return build(Answers(load_folder(folder, AS_OF))).decode()


@pytest.fixture(scope="module")
def example() -> str:
    return told(EXAMPLE)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    extra = {"alignment/wgll.yaml": WGLL, "frameworks/own.yaml": OWN, "maturity.yaml": SCALES}
    return told(write(tmp_path_factory.mktemp("whole"), {**FILES, **extra}))


def pieces(markdown: str) -> list[Token]:
    """Give all that a host finds in a file, what stands on lines included."""
    return [piece for token in HOST.parse(markdown) for piece in (token, *(token.children or ()))]


def check(markdown: str) -> None:
    """Assert that links lead to one place each, that only anchors are HTML, and that blocks are what they look like."""
    found = pieces(markdown)
    html = [piece.content for piece in found if piece.type in {"html_inline", "html_block"}]
    anchors = [anchor for tag in html for anchor in ANCHOR.findall(tag)]
    links = [str(piece.attrs["href"]) for piece in found if piece.type == "link_open"]

    assert {"</a>"} == {tag for tag in html if not ANCHOR.fullmatch(tag)}
    assert len(anchors) == len(set(anchors))
    assert [] == [link for link in links if link.startswith("#") and link[1:] not in anchors]
    assert [] == [link for link in links if re.match(r"(?!https?:|mailto:|tel:)[\w+.-]+:|//", link)]
    assert [] == [piece.type for piece in found if piece.type in {"image", "s_open"}]
    lines = outside_code(markdown)
    assert len([line for line in lines if line.startswith("|")]) == 2 * kinds(found, "table") + kinds(found, "tr") - (
        kinds(found, "thead")
    )
    assert len([line for line in lines if re.match(r"#{1,6} ", line)]) == kinds(found, "heading")


def outside_code(markdown: str) -> list[str]:
    return re.sub(r"^(`{3,}).*?^\1$", "", markdown, flags=re.MULTILINE | re.DOTALL).split("\n")


def kinds(found: list[Token], kind: str) -> int:
    return sum(piece.type == f"{kind}_open" for piece in found)


def test_the_example_is_joined_within_itself(example: str) -> None:
    check(example)
    assert kinds(pieces(example), "table") > 30
    assert example.startswith("# Tell us once\n\n- **Organisation:** Larkbeck")
    assert "- **Status:** Approved\n- **As of:** 21 November 2026\n" in example


def test_the_same_input_gives_the_same_bytes(example: str) -> None:
    assert example == told(EXAMPLE)


def test_every_section_is_told_in_the_order_of_the_pages(example: str) -> None:
    strategy = load_folder(EXAMPLE, AS_OF)
    sections = sections_of(Answers(strategy), words_for("en-GB"))
    titles = [pages[0].title for pages in sections.values()]

    assert set(SECTIONS) == set(sections)
    assert titles == re.findall(r'^## <a id="section_\w+"></a>(.*)$', example, re.MULTILINE)
    assert titles == re.findall(r"^- \[(.*)\]\(#section_\w+\)$", example, re.MULTILINE)


def test_every_record_has_its_place(example: str) -> None:
    anchors = set(ANCHOR.findall(example))

    strategy = load_folder(EXAMPLE, AS_OF)
    assert {f"{one.collection}_{one.key.replace('/', '_')}" for one in strategy.records()} <= anchors


def test_every_page_has_a_template_for_the_one_file() -> None:
    pages = {path.removeprefix("pages/") for path in files_below("site") if path.startswith("pages/")}

    told = {path.replace(".md.", ".html.") for path in files_below("markdown")}
    assert set() == pages - told


# Words that only a page needs: a caption where the file has a heading, a link that leads on, what stands in for a word.
ONLY_ON_PAGES = {
    "shared.all_commitments", "home.how_we_chose", "choices.criteria", "choices.by_score", "choices.plan_table",
    "choices.accepted_plan", "services.all_services", "service.figures", "service.channels", "service.what_will_change", "board.table",
    "service.moved", "board.all_evidence", "board.why_signs", "board.gap", "board.of", "board.today", "board.notes",
    "question_names", "ratings.values",
}  # fmt: skip
KEY = re.compile(r"\bwords\.(\w+(?:\.\w+)?)")


@pytest.mark.parametrize("path", [path for path in files_below("site") if path.startswith("pages/")])
def test_the_one_file_says_what_the_page_says(path: str) -> None:
    name = path.removeprefix("pages/").replace(".html.", ".md.")
    shared = KEY.findall(files_below("markdown")["parts.md.j2"].decode())
    said = {*KEY.findall(files_below("markdown")[name].decode()), *shared, *ONLY_ON_PAGES}

    asked = set(KEY.findall(files_below("site")[path].decode()))
    assert set() == {key for key in asked - said if not re.search(r"_table$|_of$|\.link_to_this$", key)}


def test_everything_at_once_reads_well(whole: str) -> None:
    check(whole)
    lines = whole.split("\n")
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if line.startswith("#"):
            assert (before, after) == ("", "")
        if line.startswith("|") and not before.startswith("|"):
            assert not before
        assert (before, line) != ("", "")
        assert line == line.rstrip()


def test_the_new_sections_are_told(whole: str) -> None:
    for said in (
        "#### One experience for patients (in our organisation and across the system)\n\nOne **app**\n\n- **Together",
        "- **Its plan:** [Joint plan](https://a.example/plan)\n",
        "| Healthwatch | High | High |  |\n| Union | High | Low | First |\n| Paper | Low | High |  |\n",
        "- **What we tell people about it:** [https://a.example/privacy](https://a.example/privacy)\n",
        "| Finance | Yearly | In steps | 31 July 2027 | CFO |\n",
        "| [Something to listen to](https://a.example/listen) | Listeners | 2026 |\n",
        "| 2 | [Could everybody here say in a sentence what this is for?](#section_board_mission) | In part | [“Less waiting”](#section_home)",
        '#### <a id="section_board_risk"></a>10. Do we know what could go wrong, and have we practised for it?\n\n- **How it',
        "- [The late study](#research_late): They *ring*\n",
        "- Better than in the review before: Mission\n- Worse than in the review before: Risk\n",
        "| Not assured (Before: Assured) |  | Rehearse (CIO, 31 July 2027) |\n",
        "Met: 1; Does not apply: 1; Not answered: 5\n",
        "| Met | We do so Applies if: there is a board We promise: [Book online](#commitments_main). Initiatives: ",
        "| **Ask A**: Do A Expected by: March 2027; 80% of calls (2027); 90%; 3 days | Not answered |  |\n",
        "| 2024 | **absent**: The organisation's strategy",
        "| Level **siloed** by 31 July 2027 | A plan. A talk; Six. |\n",
        "| [Booking](#initiatives_booking) | 2027-Q1 (January to March 2027) | 2027-Q2 (April to June 2027) |\n",
        "- [Paper](#initiatives_paper): Nobody reads it\n",
        "- **Named in:** [What Good Looks Like](#section_standards); [The accepted plan](#section_choices); [The wider system](#section_system)\n",
        '#### <a id="research_late"></a>The late study\n',
        "- They *ring*\n",
        '- <a id="needs_carers_book"></a>Book for somebody\n  - Studied in: [The late study](#research_late)\n',
        "- **What gets us there:** [Booking](#initiatives_booking)\n",
    ):
        assert said in whole


def test_what_says_little_is_told_without_words_of_the_programs(tmp_path: Path) -> None:
    files = {name.replace("__", "/") + ".yaml": content for name, content in EMPTY.items()}
    markdown = told(write(tmp_path, {**FILES, **files}))

    check(markdown)
    assert "None" not in markdown
    assert "****" not in markdown


HOSTILE = """"><script>alert(1)</script> <img src=x onerror=alert(1)> | a | b |

# Heading

[x](javascript:alert(1)) [y](javascript&amp;colon;alert(1)) ![z](https://a.example/z.png) ~~gone~~ $1$ & &lt;b&gt;

| a | b |
|---|---|
| `1|2` | <b>3</b> |

[ref]: javascript:alert(1)
"""


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    quoted = '"' + HOSTILE.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    files = {
        "strategy.yaml": f"format: 1\ntitle: {quoted}\norganisation: {{name: {quoted}}}\nperiod: 2026\nowner: {quoted}\n"
        f"licence: {quoted}\nfeedback: 'https://a.example/)](x) <b>'\n",
        "mission.yaml": f"mission: {quoted}\ncontext: {quoted}\noutcomes: {{id: less-waiting, title: {quoted}}}\n"
        f"journeys: {{id: a, who: {quoted}, today: {quoted}}}\nevidence: {{what: {quoted}, unit: {quoted}, value: 3}}\n",
        "commitments.yaml": f"- {{id: main, statement: {quoted}, owner: {quoted}, because: {quoted}, "
        f"updates: {{date: 2026, note: {quoted}, evidence: {quoted}}}, source: {{title: {quoted}, url: 'https://a.example/|)'}}}}\n",
        "services.yaml": f"- {{id: index, name: {quoted}, summary: {quoted}, channels: {{{quoted}: 100}}}}\n",
        "users.yaml": f"- {{id: users, name: {quoted}, summary: {quoted}, needs: {{id: a, need: {quoted}}}}}\n",
        "board.yaml": f"reviews: [{{by: {quoted}, answers: [{{question: risk, note: {quoted}, action: {quoted}, owner: {quoted}}}]}}]\n",
        "system.yaml": f"name: {quoted}\ntopics: {{position: {quoted}, partners: {quoted}}}\n",
        "engagement.yaml": f"policy: {quoted}\nstakeholders: {{who: {quoted}, approach: {quoted}}}\nprivacy: {{notice: {quoted}}}\n",
        "alignment/wgll.yaml": f"responses: [{{item: {quoted}, response: {quoted}}}]\n",
        "glossary.yaml": f"- {{id: a, term: {quoted}, means: {quoted}}}\n",
    }
    markdown = told(write(tmp_path, files))

    check(markdown)
    assert "<script" not in markdown
    assert "<img" not in markdown
    assert "<b>" not in markdown
    headings = {piece.map[0] for piece in HOST.parse(markdown) if piece.type == "heading_open" and piece.map}
    assert [] == [line for place, line in enumerate(markdown.split("\n")) if place in headings and line == "# Heading"]


def test_what_cannot_be_read_is_left_out_and_said(tmp_path: Path) -> None:
    assert (
        "Some of this strategy is left out here, because 2 files have mistakes: services.yaml, users.yaml. `digistrat lint`"
        in told(write(tmp_path, {"users.yaml": "- {id: a, name: A, kind: person}\n", "services.yaml": "- [\n"}))
    )


def test_sections_may_be_left_out(tmp_path: Path) -> None:
    manifest = (
        "format: 1\ntitle: T\norganisation: {name: N}\nperiod: 2026\nowner: O\npublish: {leave_out: [users, choices]}\n"
    )
    markdown = told(write(tmp_path, {**FILES, "strategy.yaml": manifest}))

    check(markdown)
    assert "section_users" not in markdown
    assert "- **For whom:** Carers\n" in markdown
