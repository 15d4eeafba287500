"""The web version: complete, the same every time, valid, and harmless whatever stands in the strategy."""

from __future__ import annotations

import html
import html.parser
import json
import posixpath
from typing import TYPE_CHECKING

import html5lib
import pytest

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.model.shelf import SECTIONS as NAMES
from digistrat.publish.addresses import page_of
from digistrat.publish.pages import SECTIONS
from digistrat.publish.prose import line, prose
from digistrat.publish.site import build
from tests.strategies import AS_OF, EXAMPLE, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def site_of(folder: Path) -> Mapping[str, bytes]:
    return build(Answers(load_folder(folder, AS_OF)))


@pytest.fixture(scope="module")
def example_site() -> Mapping[str, bytes]:
    return site_of(EXAMPLE)


class Links(html.parser.HTMLParser):
    """Gathers what a page links to, and the anchors it has."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  (any tag)
        """Note links and anchors."""
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.links.append(value)
            if name == "id" and value:
                self.anchors.append(value)


def test_the_format_names_every_section() -> None:
    assert list(NAMES) == list(SECTIONS)


def test_every_section_is_there_and_in_order(example_site: Mapping[str, bytes]) -> None:
    pages = [path for path in example_site if "/" not in path]

    assert ["style.css", "strategy.json", *map(page_of, SECTIONS)] == pages
    assert 13 == sum(path.startswith("services/") for path in example_site)  # one of them an older address


def test_the_same_input_gives_the_same_bytes(example_site: Mapping[str, bytes]) -> None:
    assert example_site == site_of(EXAMPLE)


def test_every_page_is_valid_html(example_site: Mapping[str, bytes]) -> None:
    for path, content in example_site.items():
        if path.endswith(".html"):
            parser = html5lib.HTMLParser(strict=True)
            parser.parse(content.decode())


def test_every_link_leads_to_a_page_and_a_place_on_it(example_site: Mapping[str, bytes]) -> None:
    pages = {path: Links(content) for path, content in example_site.items() if path.endswith(".html")}
    lost = []
    for path, page in pages.items():
        assert len(page.anchors) == len(set(page.anchors))
        for link in page.links:
            if link.startswith(("https:", "mailto:")):
                continue
            file, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            if target not in example_site or (anchor and anchor not in pages[target].anchors):
                lost.append((path, link))

    assert lost == []


def test_every_commitment_has_owner_date_measure_status_and_permalink(example_site: Mapping[str, bytes]) -> None:
    strategy = load_folder(EXAMPLE, AS_OF)
    page = example_site["commitments.html"].decode()
    for commitment in strategy.commitments.values():
        section = page.split(f'<section class="block" id="{commitment.id}">')[1].split("</section>")[0]
        assert str(commitment.owner[0]) in section
        assert f'href="#{commitment.id}"' in section
        assert 'class="tag' in section
        assert "<dt>Due</dt>" in section
        assert "<dt>Measured by</dt>" in section


def test_what_is_not_done_says_why(example_site: Mapping[str, bytes]) -> None:
    strategy = load_folder(EXAMPLE, AS_OF)
    page = example_site["choices.html"].decode()

    assert strategy.mission
    reasons = [no.why for no in strategy.mission.will_not] + [no.why for no in strategy.manifest.out_of_scope]
    reasons += [one.choice.reason for one in strategy.initiatives.values() if one.is_put_aside]
    assert len(reasons) > 3
    assert [] == [reason for reason in reasons if reason and str(line(reason)) not in page]


def test_no_page_asks_for_anything_elsewhere(example_site: Mapping[str, bytes]) -> None:
    for path, content in example_site.items():
        text = html.unescape(content.decode())
        if path.endswith(".html"):
            assert "<script" not in text
            assert "default-src 'none'" in text
            assert " style=" not in text
        if path.endswith(".css"):
            assert "url(" not in text
            assert "@import" not in text


def test_the_strategy_stands_beside_the_pages_as_data(example_site: Mapping[str, bytes]) -> None:
    data = json.loads(example_site["strategy.json"])

    assert (1, "2026-11-21", "approved") == (data["version"], data["as_of"], data["strategy"]["status"])
    assert 8 == len(data["commitments"])
    assert 12 == len(data["services"])
    assert {"criterion": "staff", "score": 6} == {
        key: value
        for key, value in next(one for one in data["initiatives"] if one["id"] == "cardiology")["scores"][1].items()
        if key != "why"
    }


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}'


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    quoted = json.dumps(HOSTILE)
    files = {
        "strategy.yaml": f"format: 1\ntitle: {quoted}\norganisation: {{name: {quoted}}}\nperiod: 2026\nowner: {quoted}\n"
        f'licence: {quoted}\nfeedback: "javascript:alert(1)"\n',
        "mission.yaml": f"mission: {quoted}\ncontext: |\n  {HOSTILE}\n\n  [link](javascript:alert(1)) [data](data:text/html,x)\n"
        f"  ![picture](https://a.example/x.png) <https://a.example/>\ncase_for_change: {quoted}\n"
        f"outcomes: {{id: less-waiting, title: {quoted}}}\n",
        "commitments.yaml": f"- {{id: main, statement: {quoted}, owner: {quoted}, measure: {{name: {quoted}, unit: {quoted}, target: 5}}, "
        f"updates: {{date: 2026, status: on-track, note: {quoted}, evidence: {quoted}}}}}\n",
        "services.yaml": f"- {{id: index, name: {quoted}, summary: {quoted}, channels: {{{quoted}: 100}}}}\n",
        "users.yaml": f"- {{id: users, name: {quoted}, needs: {{id: a, need: {quoted}}}}}\n",
    }
    for content in site_of(write(tmp_path, files)).values():
        text = content.decode()
        if text.startswith("<!DOCTYPE"):
            html5lib.HTMLParser(strict=True).parse(text)
            assert "<script" not in text
            assert "<img" not in text
            assert "javascript:" not in text.replace("[link](javascript:alert(1))", "")
            assert 'href="data:' not in text
            assert "49" not in text


def test_what_cannot_be_read_is_left_out_and_said(tmp_path: Path) -> None:
    files = {"users.yaml": "- {id: a, name: A, kind: person}\n- {id: b, name: B}\n", "services.yaml": "- [\n"}

    site = site_of(write(tmp_path, files))

    assert "because 2 files have mistakes" in site["index.html"].decode()
    assert ">B<" in site["users.html"].decode()
    assert ">A<" not in site["users.html"].decode()
    assert "services.html" not in site


def test_pages_may_be_left_out(tmp_path: Path) -> None:
    manifest = (EXAMPLE / "strategy.yaml").read_text(encoding="utf-8") + "publish: {leave_out: [services, users]}\n"
    for path in EXAMPLE.rglob("*.yaml"):
        target = tmp_path / path.relative_to(EXAMPLE)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(manifest.encode() if path.name == "strategy.yaml" else path.read_bytes())

    site = site_of(tmp_path)

    assert not [path for path in site if path.startswith(("services", "users"))]
    data = json.loads(site["strategy.json"])
    assert not {"services", "users"} & set(data)
    for content in site.values():
        assert b"services/" not in content.replace(b'"services/', b"")
        assert b"users.html" not in content


def test_prose_is_markdown_without_raw_html() -> None:
    assert "<p>a <strong>b</strong></p>\n" == prose("a **b**")
    assert "<h3>a</h3>\n" == prose("# a")
    assert "<table>" in prose("|a|b|\n|-|-|\n|1|2|\n")
    assert "&lt;b&gt;" in prose("<b>x</b>")
    assert "<a" not in prose("[x](javascript:alert(1)) [y](//evil.example) [z](vbscript:x)")
    assert '<a href="https://a.example/">' in prose("<https://a.example/>")
    assert '<a href="notes.html">' in prose("[x](notes.html)")
    assert not prose(None)
    assert "a <em>b</em>" == line("a *b*")
