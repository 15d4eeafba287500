"""Answer the board's questions: what speaks for each answer, what is lacking, and how the board itself rated it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple

from digistrat.board.question import Gap
from digistrat.board.questions import QUESTIONS
from digistrat.board.signs import BAD, GOOD
from digistrat.lint.engine import run
from digistrat.lint.filters import Selection
from digistrat.model.shelf import claim
from digistrat.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.board.question import Evidence, Question
    from digistrat.board.signs.bad import BadSign
    from digistrat.lint.finding import Finding
    from digistrat.model.kinds.board import Rated, Rating, Review
    from digistrat.model.strategy import Strategy

State = Literal["evidenced", "partial", "none"]
Difference = Literal["same", "board-surer", "evidence-stronger"]
_SAME: dict[Rating, State] = {"assured": "evidenced", "partly": "partial", "not-assured": "none"}
_STARTER = "untouched-template"
_ORDER: tuple[State, ...] = ("none", "partial", "evidenced")


class Reviewed(NamedTuple):
    """How the board rated an answer when it last did, and how that differs from the evidence of today."""

    review: Review
    rated: Rated
    difference: Difference


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with all that speaks for its answer, and all that is lacking."""

    question: Question
    state: State
    strands: tuple[tuple[Evidence, ...], ...]
    gaps: tuple[Gap, ...]
    reviewed: Reviewed | None = None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Give all evidence, strand by strand."""
        return tuple(chain.from_iterable(self.strands))

    def in_short(self, most: int) -> tuple[Evidence, ...]:
        """Give a few pieces of evidence, from each strand in turn."""
        in_turn = chain.from_iterable(zip_longest(*self.strands))
        return tuple(islice((one for one in in_turn if one), most))


class Sign(NamedTuple):
    """A sign, and how far it shows: for a good one `evidenced` is good news, for a bad one it is not."""

    id: str
    text: str
    good: bool
    state: State
    why: str


@dataclass(frozen=True, slots=True)
class Board:
    """The ten answers and the twelve signs, each in the order of their source, the good signs first."""

    answers: tuple[Answer, ...]
    signs: tuple[Sign, ...]


def judge(strategy: Strategy) -> Board:
    """Answer all questions.

    An answer is evidenced where each of its strands has evidence and no rule finds a gap; there is none where no
    strand has evidence; else it is partial. What the strategy hides from lint, or lowers in a draft, counts in full:
    a state can be changed by evidence alone.
    """
    gaps = _Gaps(strategy)
    answers = (_answer(question, strategy, gaps) for question in QUESTIONS)
    good = (_good(sign, strategy, gaps) for sign in GOOD)
    return Board(
        tuple(replace(answer, reviewed=_reviewed(strategy, answer)) for answer in answers),
        (*good, *(_bad(sign, strategy, gaps) for sign in BAD)),
    )


class _Gaps:
    """What lint finds on the rules that matter to a board, all of it and at full weight."""

    def __init__(self, strategy: Strategy) -> None:
        rules = {rule for one in (*QUESTIONS, *GOOD) for rule in one.rules}
        rules |= {rule for one in BAD for rule in one.plain | one.partly}
        report = run(_strictly(strategy), Selection(select=frozenset({"files", *rules})))
        self.findings = sorted((*report.findings, *report.hidden), key=lambda finding: finding.order)
        self.about_shape = frozenset(strategy.faults)
        self._untouched = [one for one in self.findings if one.rule == _STARTER]

    def of(self, rules: frozenset[str], sorts: frozenset[str] = frozenset()) -> Iterator[Gap]:
        """Give the gaps that some rules found, and what could not be read in the files of some sorts."""
        for finding in self.findings:
            if finding.rule in rules or (finding.rule in self.about_shape and _is_about(finding, sorts)):
                yield Gap(finding.message, finding.rule, finding.record, finding.file, finding.ignored_because)
        untouched = sum(_is_about(finding, sorts) for finding in self._untouched)
        if untouched:
            yield Gap(f"{counted(untouched, 'text')} of a starter, not yet written over", _STARTER)

    def is_own(self, evidence: Evidence) -> bool:
        """Tell whether somebody wrote this; what `digistrat init` wrote speaks for nothing."""
        file, record, field = evidence.part.at().file, _whole_record(evidence), evidence.field
        return not any(
            one.file == file and one.record == record and f"{one.field}.".startswith(f"{field}." if field else "")
            for one in self._untouched
        )


def _whole_record(evidence: Evidence) -> str:
    """Name the record in which evidence stands: a need stands in its user group's."""
    collection, _, key = evidence.record.partition("/")
    return f"users/{key.partition('/')[0]}" if collection == "needs" else evidence.record


def _strictly(strategy: Strategy) -> Strategy:
    """Give the strategy as if approved, with nothing that its settings say about which rules count."""
    manifest = strategy.manifest
    lint = manifest.lint.model_copy(update={"select": (), "ignore": (), "levels": {}, "allow": ()})
    status = manifest.status if manifest.status == "retired" else "approved"
    return replace(strategy, manifest=manifest.changed(lint=lint, status=status))


def _is_about(finding: Finding, sorts: frozenset[str]) -> bool:
    name = finding.record.partition("/")[0] or claim(finding.file)[1].partition("/")[0]
    return name in sorts


def _answer(question: Question, strategy: Strategy, gaps: _Gaps) -> Answer:
    found = [*gaps.of(question.rules, question.sorts), *question.gaps(strategy)]
    told = {gap.rule for gap in found}
    strands = tuple(tuple(filter(gaps.is_own, strand.find(strategy))) for strand in question.strands)
    bare = [strand for strand, evidence in zip(question.strands, strands, strict=True) if not evidence]
    state = _state(speaks=any(strands), lacks=bool(found or bare))
    found += [Gap(strand.lacking, strand.rule) for strand in bare if strand.rule not in told]
    return Answer(question, state, strands, tuple(dict.fromkeys(found)))


def _state(*, speaks: bool, lacks: bool) -> State:
    if not speaks:
        return "none"
    return "partial" if lacks else "evidenced"


def _reviewed(strategy: Strategy, answer: Answer) -> Reviewed | None:
    """Give the newest rating of an answer up to today."""
    for review in newest_first(strategy):
        for rated in reversed(review.answers):
            if rated.question == answer.question.id and rated.rating:
                return Reviewed(review, rated, _difference(rated.rating, answer.state))
    return None


def newest_first(strategy: Strategy) -> list[Review]:
    """Give the board's reviews up to today, the newest first; those without a date count as the oldest.

    Of two on one day the one written later is the newer.
    """
    reviews = strategy.board.reviews if strategy.board else ()
    held = [review for review in reviews if review.date is None or review.date.first <= strategy.as_of]
    return sorted(held, key=lambda review: review.date.last if review.date else date.min)[::-1]


def _difference(rating: Rating, state: State) -> Difference:
    said, shown = _ORDER.index(_SAME[rating]), _ORDER.index(state)
    if said == shown:
        return "same"
    return "board-surer" if said > shown else "evidence-stronger"


def _good(sign: Question, strategy: Strategy, gaps: _Gaps) -> Sign:
    answer = _answer(sign, strategy, gaps)
    why = answer.gaps[0].text if answer.gaps else _in_short(answer.evidence)
    return Sign(sign.id, sign.text, good=True, state=answer.state, why=why)


def _in_short(evidence: Iterable[Evidence]) -> str:
    first, *more = [one.text.rstrip(".") for one in evidence]
    return f"{first}, and {len(more)} more" if more else first


def _bad(sign: BadSign, strategy: Strategy, gaps: _Gaps) -> Sign:
    plain, partly = ([gap.text for gap in gaps.of(rules)] for rules in (sign.plain, sign.partly))
    plain += [text] if (text := sign.silent(strategy)) else []
    state: State = "evidenced" if plain else "partial" if partly else "none"
    first, *more = [*plain, *partly] or ["nothing that was found points to it"]
    return Sign(sign.id, sign.text, good=False, state=state, why=f"{first}, and {len(more)} more" if more else first)
