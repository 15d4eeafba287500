"""What speaks for the board's answers and against them, as a page may say it and with the place it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import TYPE_CHECKING

from digistrat.answers import Answers
from digistrat.model.record import Record
from digistrat.publish.addresses import SECTION_OF
from digistrat.publish.withheld import published, sort_of
from digistrat.wording import one_line

if TYPE_CHECKING:
    from digistrat.board.judge import Answer, Board, Sign
    from digistrat.board.question import Evidence, Gap
    from digistrat.model.strategy import Strategy

_FEW = 1  # piece of evidence for each answer: the whole page is to be read in two minutes
_NOES = "not-prioritising"  # the question whose answers stand among the choices, wherever they are written


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that speaks for an answer or against it, and where a reader finds what it is about."""

    text: str
    section: str
    record: Record | None = None
    anchor: str = ""  # its place in the section, where it is no record
    rule: str = ""  # that found it, if it is a gap
    accepted: str = ""  # why a comment lets that stand

    @property
    def short(self) -> str:
        """Give the first clause of the text, where it is long."""
        return in_short(self.text)

    @property
    def around_name(self) -> tuple[str, str, str]:
        """Give what stands before the record's name, the name, and what follows; two empty texts if it is not named."""
        return self.text.partition(one_line(self.record.label)) if self.record else (self.text, "", "")


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer as it may be published: what comes from parts that are left out is only counted.

    Of what could not be read only the files are named: nobody meant the words in it for a page.
    """

    number: int
    answer: Answer
    evidence: tuple[Statement, ...]
    few: tuple[Statement, ...]
    gaps: tuple[Statement, ...]
    unread: tuple[str, ...]
    unseen_evidence: int
    unseen_gaps: int


@dataclass(frozen=True, slots=True)
class SignView:
    """A sign, and why it shows or does not; an empty text where that may not be published."""

    sign: Sign
    why: str

    @property
    def news(self) -> str:
        """Say what it is news of: of a bad sign, that it does not show is good news."""
        states = ("evidenced", "partial", "none") if self.sign.good else ("none", "partial", "evidenced")
        return ("good-news", "mixed-news", "bad-news")[states.index(self.sign.state)]

    @property
    def short(self) -> str:
        """Give the first clause of the reason, where it is long."""
        return in_short(self.why)


def told_openly(answers: Answers) -> Board:
    """Answer from what is published alone: what is said there, too, gives nothing away."""
    public = published(answers.strategy)
    return answers.board if public is answers.strategy else Answers(public).board


def answers_in(answers: Answers, openly: Board) -> list[AnswerView]:
    """Give the ten answers, with what is told openly of each."""
    pairs = zip(answers.board.answers, openly.answers, strict=True)
    return [_view(answers.strategy, number, answer, known) for number, (answer, known) in enumerate(pairs, 1)]


def signs_in(answers: Answers, openly: Board) -> list[SignView]:
    """Give the twelve signs, each with its reason if that is told openly."""
    known = {(sign.id, sign.why) for sign in openly.signs}
    return [SignView(sign, _capital(sign.why) if (sign.id, sign.why) in known else "") for sign in answers.board.signs]


def _view(strategy: Strategy, number: int, answer: Answer, known: Answer) -> AnswerView:
    told = {(one.text, one.record) for one in known.evidence}
    kept = replace(
        answer,
        strands=tuple(tuple(one for one in strand if (one.text, one.record) in told) for strand in answer.strands),
        gaps=tuple(gap for gap in answer.gaps if gap in known.gaps),
    )
    return AnswerView(
        number,
        kept,
        tuple(_speaking_for(kept, one) for one in kept.evidence),
        tuple(_speaking_for(kept, one) for one in kept.in_short(_FEW)),
        tuple(_lacking(strategy, kept, gap) for gap in kept.gaps if gap.rule not in strategy.faults),
        tuple(sorted({gap.file for gap in kept.gaps if gap.rule in strategy.faults})),
        len(answer.evidence) - len(kept.evidence),
        len(answer.gaps) - len(kept.gaps),
    )


def _speaking_for(answer: Answer, evidence: Evidence) -> Statement:
    record = evidence.part if isinstance(evidence.part, Record) else None
    section = _section(answer, evidence.record.partition("/")[0] or sort_of(evidence.part.at().file))
    place = "_not-doing" if section == "choices" and not record else ""
    return _statement(Statement(evidence.text, section, record, place))


def _lacking(strategy: Strategy, answer: Answer, gap: Gap) -> Statement:
    collection, _, key = gap.record.partition("/")
    record: Record | None = strategy.find(collection, key) if key else None
    section = _section(answer, collection or (sort_of(gap.file) if gap.file else ""))
    return _statement(Statement(gap.text, section, record, "", gap.rule, gap.accepted))


def _statement(one: Statement) -> Statement:
    """Begin as sentences do, but for a name, which is written as it is written."""
    return one if one.record and not one.around_name[0] else replace(one, text=_capital(one.text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _section(answer: Answer, sort: str) -> str:
    """Name the section that shows a collection or a file; empty where none does."""
    is_choice = sort in {"mission", "strategy"} and answer.question.id == _NOES
    return "choices" if is_choice else SECTION_OF.get(sort, "")


_SHORT, _LONGEST = 60, 96  # characters
_CLAUSE_ENDS = re.compile(r"; (?!nothing )|\. | \(")  # behind a semicolon mostly stands what to do


def in_short(text: str) -> str:
    """Give the first clause of a long text, and of a long clause its beginning."""
    ends = _CLAUSE_ENDS.search(text) if len(text) > _SHORT else None
    clause = text[: ends.start()] if ends else text
    return shorten(clause, _LONGEST, placeholder=" …")
