"""The words around the content: all in the words file, all of them used, and in a language that the page declares."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from jinja2 import Environment
from markupsafe import Markup

from digistrat.answers import Answers
from digistrat.board import judge as board_judge
from digistrat.disk.templates import files_below
from digistrat.errors import DigistratError
from digistrat.figures.benefits import Verdict
from digistrat.figures.progress import State
from digistrat.model.kinds.alignment import ResponseStatus
from digistrat.model.kinds.benefit import Benefit, BenefitKind
from digistrat.model.kinds.board import Question, Rating
from digistrat.model.kinds.choice import Cost
from digistrat.model.kinds.commitment import CommitmentStatus
from digistrat.model.kinds.constraint import Capacity, ConstraintKind, Response
from digistrat.model.kinds.decision import DecisionKind
from digistrat.model.kinds.delivery import MeetingKind, OrganisationChange, Version
from digistrat.model.kinds.engagement import Means
from digistrat.model.kinds.initiative import Initiative, InitiativeStatus
from digistrat.model.kinds.manifest import Status
from digistrat.model.kinds.measure import Group, Measure
from digistrat.model.kinds.mission import Aim, Driver
from digistrat.model.kinds.research import ResearchMethod
from digistrat.model.kinds.risk import RiskKind
from digistrat.model.kinds.service import Service, ServiceKind
from digistrat.model.kinds.story import Story
from digistrat.model.kinds.system import Topic, TopicName
from digistrat.model.kinds.technology import SourcingAnswer, Technology
from digistrat.model.kinds.user import Priority, User, UserKind
from digistrat.model.load import load_folder
from digistrat.model.values.context import Context
from digistrat.model.values.date import parse_date
from digistrat.model.values.period import Period
from digistrat.model.values.quantity import Modality
from digistrat.publish import words as words_file
from digistrat.publish.dates import in_words
from digistrat.publish.site import build
from digistrat.publish.words import as_key, fill, language_of, words_for
from digistrat.read.document import read_document
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.part import Part

ENGLISH = words_for("en-GB")
TEMPLATES = {
    f"{form}/{path}": content.decode()
    for form in ("site", "markdown")
    for path, content in files_below(form).items()
    if path.endswith(".j2")
}
CODE = [path.read_text(encoding="utf-8") for path in Path(words_file.__file__).parent.rglob("*.py")]
SPOKEN_ATTRIBUTE = re.compile(r'\b(?:aria-label|aria-description|title|alt|placeholder)="([^"]*)"')


def pieces(template: str, *kinds: str) -> str:
    """Join what Jinja finds of some kinds: `data` is what stands outside its blocks, expressions and comments."""
    return " ".join(text for _, kind, text in Environment(autoescape=True).lex(template) if kind in kinds)


@pytest.mark.parametrize("path", TEMPLATES)
def test_no_template_holds_a_word_that_a_reader_sees(path: str) -> None:
    page = pieces(TEMPLATES[path], "data")
    seen = re.sub(r"<[^>]*>", " ", page) + " ".join(SPOKEN_ATTRIBUTE.findall(page))

    assert [] == re.findall(r"[^\W\d_]{2,}", seen)


@pytest.mark.parametrize("path", TEMPLATES)
def test_no_template_writes_a_word_inside_an_expression(path: str) -> None:
    texts = re.findall(r"[^\W\d_]{2,}[^\"']*", pieces(TEMPLATES[path], "string"))
    names = re.compile(r"[a-z]+(?:[-_][a-z]+)*|[a-z]+(?:\.html|\.md)?\.j2")

    assert [] == [text for text in texts if not names.fullmatch(text)]


def keys(words: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in words.items():
        if isinstance(value, dict):
            yield from keys(value, (*above, key))
        else:
            yield (*above, key)


def is_used(key: tuple[str, ...]) -> bool:
    """Look for `words.group.key`, for `["key"]` in code, and for `group[...]` with a key that is no text."""
    in_templates = re.compile(rf"\bwords\.(?:{re.escape('.'.join(key))}\b(?!\.)|{re.escape(key[0])}\[)")
    in_code = re.compile(rf'\["{key[-1]}"\]')
    any_in_code = re.compile(rf'\["{key[0]}"\]\[[^"]')
    return any(map(in_templates.search, TEMPLATES.values())) or any(
        any_in_code.search(code) or (in_code.search(code) and f'["{key[0]}"]' in code) for code in CODE
    )


def test_every_word_is_used() -> None:
    read_by_name = {("often", often) for often in ENGLISH["often"]}  # how often, as the format writes it

    assert [] == [".".join(key) for key in keys(ENGLISH) if key not in read_by_name and not is_used(key)]


def choices_of(part: type[Part], field: str) -> tuple[str, ...]:
    """Give the words that a field takes, `None` left out."""
    return tuple(word for kind in get_args(part.model_fields[field].annotation) for word in get_args(kind))


@pytest.mark.parametrize(
    ("group", "values"),
    [
        pytest.param("topics", get_args(TopicName), id="what a system shares"),
        pytest.param("system_levels", choices_of(Topic, "level"), id="where it is settled"),
        pytest.param("resource_kinds", choices_of(Means, "kind"), id="what engagement takes"),
        pytest.param("meetings", get_args(MeetingKind), id="meetings"),
        pytest.param("areas", choices_of(OrganisationChange, "area"), id="what the organisation changes"),
        pytest.param("forms", choices_of(Version, "form"), id="forms of telling"),
        pytest.param("coverage", (*get_args(ResponseStatus), "unanswered"), id="answers to a framework"),
        pytest.param("question_names", get_args(Question), id="the board's questions"),
        pytest.param("answer_states", get_args(board_judge.State), id="how far a question is answered"),
        pytest.param("sign_states", get_args(board_judge.State), id="how far a sign shows"),
        pytest.param("differences", get_args(board_judge.Difference), id="evidence against the board's rating"),
        pytest.param("ratings", get_args(Rating), id="the board's ratings"),
        pytest.param("methods", get_args(ResearchMethod), id="methods of research"),
        pytest.param("durations", ("day", "week", "month", "quarter", "year"), id="how long"),
        pytest.param("service_status", choices_of(Service, "status"), id="how a service stands"),
        pytest.param("user_kinds", get_args(UserKind), id="kinds of users"),
        pytest.param("reaches", choices_of(User, "reach"), id="how users are reached"),
        pytest.param("need_priorities", get_args(Priority), id="how much a need presses"),
        pytest.param("technology_status", choices_of(Technology, "status"), id="how technology stands"),
        pytest.param("sourcing", choices_of(Technology, "sourcing"), id="ways to get technology"),
        pytest.param("sourcing_answers", get_args(SourcingAnswer), id="what speaks for a way to get it"),
        pytest.param("constraint_kinds", get_args(ConstraintKind), id="kinds of limit"),
        pytest.param("responses", choices_of(Response, "kind"), id="answers to a limit"),
        pytest.param("capacity_per", get_args(Capacity.model_fields["per"].annotation), id="how often there is more"),
        pytest.param("decision_kinds", get_args(DecisionKind), id="kinds of decision"),
        pytest.param("measure_kinds", choices_of(Measure, "kind"), id="kinds of measure"),
        pytest.param("measure_groups", get_args(Group), id="what is measured"),
        pytest.param("better", get_args(Measure.model_fields["better"].annotation), id="which way is better"),
        pytest.param("aims", get_args(Aim), id="aims"),
        pytest.param("benefit_kinds", get_args(BenefitKind), id="kinds of benefit"),
        pytest.param("benefit_per", choices_of(Benefit, "per"), id="how often a benefit comes"),
        pytest.param("adds_up", get_args(Verdict), id="whether parts add up"),
        pytest.param("modalities", set(get_args(Modality)) - {"exactly"}, id="how exact an amount is"),
        pytest.param("risk_kinds", get_args(RiskKind), id="kinds of risk"),
        pytest.param("story_kinds", choices_of(Story, "kind"), id="kinds of story"),
        pytest.param("portfolios", choices_of(Initiative, "portfolio"), id="what work does to what there is"),
        pytest.param("certainties", choices_of(Initiative, "certainty"), id="how sure work is"),
        pytest.param("drivers", get_args(Driver), id="drivers"),
        pytest.param("levels", choices_of(Initiative, "level"), id="levels of work"),
        pytest.param("fundings", choices_of(Cost, "funding"), id="where money comes from"),
        pytest.param("strategy_status", get_args(Status), id="the strategy's status"),
        pytest.param("states", get_args(State), id="how commitments stand"),
        pytest.param("said", get_args(CommitmentStatus), id="what updates say"),
        pytest.param("initiative_status", get_args(InitiativeStatus), id="how initiatives stand"),
        pytest.param("service_kinds", get_args(ServiceKind), id="kinds of service"),
        pytest.param("sizes", ("high", "medium", "low", "none"), id="room to improve"),
        pytest.param("often", ("daily", "weekly", "monthly", "quarterly", "yearly"), id="how often"),
    ],
)
def test_every_value_of_the_format_has_its_word(group: str, values: tuple[str, ...]) -> None:
    assert {as_key(value) for value in values} == set(ENGLISH[group])


@pytest.mark.parametrize("path", files_below("words"))
def test_a_words_file_has_the_keys_and_the_places_of_the_english_one(path: str) -> None:
    document = read_document(path, files_below("words")[path])
    words: Any = document.data

    assert () == document.faults
    assert set(keys(ENGLISH)) == set(keys(words))
    assert 12 == len(words["dates"]["months"])
    for key in keys(words):
        assert key[-1].islower()
        assert key[-1].isidentifier()
        assert not hasattr({}, key[-1])  # a template would find the map's own method


def test_a_strategy_in_a_language_without_words_says_which_part_is_in_which(tmp_path: Path) -> None:
    manifest = (Path(__file__).parents[1] / "minimal" / "strategy.yaml").read_text(encoding="utf-8")
    site = build(Answers(load_folder(write(tmp_path, {"strategy.yaml": manifest + "language: cy\n"}), AS_OF)))

    for path in ("index.html", "choices.html"):
        page = site[path].decode()
        assert '<html lang="en-GB">' in page
        assert '<main id="_main" lang="cy">' in page
        assert ">Skip to the main part<" in page


@pytest.mark.parametrize(
    ("own", "expected"), [("en-GB", "en-GB"), ("en-US", "en-US"), ("en", "en"), ("cy", "en-GB"), ("enm", "en-GB")]
)
def test_a_page_keeps_the_strategys_own_tag_where_its_words_speak_that_language(own: str, expected: str) -> None:
    assert expected == language_of(ENGLISH, own)


@pytest.mark.parametrize("text", ["2026-04-03", "2026-04", "2026-Q2", "2026", "FY2026-27", "FY2026-27-Q4"])
def test_a_date_reads_as_it_does_in_messages(text: str) -> None:
    when = parse_date(text, Context())

    assert when.in_words == in_words(ENGLISH, when)
    assert when.in_words == in_words(ENGLISH, Period(when, when))


def test_a_period_reads_as_it_does_in_messages() -> None:
    period = Period(parse_date("2026-04", Context()), parse_date("FY2028-29", Context()))

    assert period.in_words == in_words(ENGLISH, period)
    assert not in_words(ENGLISH, None)


def test_a_date_takes_its_months_and_their_order_from_the_words() -> None:
    dates = {"months": ["Ionawr", "Chwefror", "Mawrth"], "day": "{year} {month} {day}"}

    assert "2026 Mawrth 1" == in_words({"dates": dates}, parse_date("2026-03-01", Context()))


def test_a_text_is_filled_once_and_escaped_where_it_becomes_html() -> None:
    assert "a & {b}" == fill("{one} & {two}", one="a", two="{b}")
    assert Markup("&lt;a&gt; &amp; <b>2</b>") == fill("{one} & {two}", one="<a>", two=Markup("<b>2</b>"))


def test_a_text_that_names_an_unknown_place_is_refused() -> None:
    with pytest.raises(DigistratError, match="numbr"):
        fill("{numbr} files", number=2)
