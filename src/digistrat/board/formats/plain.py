"""The answers for a terminal, as wide as it is: each question with its state, then what speaks for and against it."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from digistrat.board.formats.words import STATES, rating, shows
from digistrat.wording import clean_line, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digistrat.board.judge import Answer, Board, Sign, State

_FEW, _SOME = 3, 6  # pieces of evidence and gaps for one question: a board has two minutes
_COLOURS: dict[State, str] = {"evidenced": "1;32", "partial": "1;33", "none": "1;31"}
_BAD_COLOURS: dict[State, str] = {"evidenced": "1;31", "partial": "1;33", "none": "1;32"}


class Terminal(NamedTuple):
    """How to show the answers: in so many columns, in colour, with everything or only the first few."""

    width: int
    colour: bool = False
    everything: bool = False

    def paint(self, text: str, code: str) -> str:
        """Colour a text, where there is colour."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    def wrapped(self, text: str, first: str, rest: str) -> list[str]:
        """Break a text into lines, the first and the others each with their own beginning."""
        return wrap(
            clean_line(one_line(text)).replace("::", ": :"),  # at the beginning of a line a command to GitHub
            self.width,
            initial_indent=first,
            subsequent_indent=rest,
            break_on_hyphens=False,
        )


def write(board: Board, terminal: Terminal) -> str:
    """Write all questions and signs."""
    lines = [line for number, one in enumerate(board.answers, 1) for line in _answer(number, one, terminal)]
    for good, title in ((True, "Signs of a good strategy"), (False, "Signs of a bad strategy")):
        signs = [line for sign in board.signs if sign.good is good for line in _sign(sign, terminal)]
        lines += [terminal.paint(title, "1"), *signs, ""]
    states = [answer.state for answer in board.answers]
    summary = ", ".join(f"{states.count(state)} {said}" for state, said in STATES.items())
    return "\n".join([*lines, summary]) + "\n"


def _answer(number: int, answer: Answer, terminal: Terminal) -> Iterator[str]:
    yield f"{number:>2}  {terminal.paint(STATES[answer.state], _COLOURS[answer.state])}"
    yield from terminal.wrapped(answer.question.text, "    ", "    ")
    evidence = answer.evidence if terminal.everything else answer.in_short(_FEW)
    gaps = answer.gaps if terminal.everything else answer.gaps[:_SOME]
    yield from _list([(one.text, one.record) for one in evidence], len(answer.evidence), "+", terminal)
    yield from _list([(f"{one.text} [{one.rule}]", one.record) for one in gaps], len(answer.gaps), "-", terminal)
    if answer.reviewed:
        yield from terminal.wrapped(f"the board: {rating(answer.reviewed)}", "    = ", "      ")
    yield ""


def _list(items: Sequence[tuple[str, str]], count: int, mark: str, terminal: Terminal) -> Iterator[str]:
    """Write some items of a list, each with its record, and how many more there are."""
    for text, record in items:
        place = f" ({record})" if record else ""
        yield from terminal.wrapped(f"{text}{place}", f"    {mark} ", "      ")
    if count > len(items):
        yield f"    {mark} and {count - len(items):,} more"


def _sign(sign: Sign, terminal: Terminal) -> Iterator[str]:
    code = (_COLOURS if sign.good else _BAD_COLOURS)[sign.state]
    yield f"  {terminal.paint(shows(sign), code)}: {clean_line(sign.text)}"
    yield from terminal.wrapped(sign.why, "      ", "      ")
