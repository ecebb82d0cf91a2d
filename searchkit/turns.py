"""Who has the floor in a passage: statements joined to turns.

A *turn* is what one speaker says without a break: statements that follow each other with the same
speaker, on behalf of the same side, and no words between them that are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .records import Passage, Statement

__all__ = ["Turn", "script", "turns"]

_WORDS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Turn:
    """What a speaker says in a passage: ``passage.text[start:end]`` is ``text``.

    ``modes`` are the reporting verbs in their order, each once.
    """

    passage: str
    speaker: str
    start: int
    end: int
    text: str
    modes: tuple[str, ...] = ()
    on_behalf_of: str | None = None


def turns(passage: Passage) -> list[Turn]:
    """The turns of a passage, in order."""
    runs: list[list[Statement]] = []
    for one in sorted(passage.statements, key=lambda s: (s.start, s.end)):
        if runs and _goes_on(passage, runs[-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    found = []
    for run in runs:
        start = max(0, run[0].start - passage.start)
        end = min(len(passage.text), max(s.end for s in run) - passage.start)
        if start < end:
            modes = (mode for s in run for mode in (s.mode or "").split("|") if mode)
            found.append(
                Turn(
                    passage=passage.id,
                    speaker=run[0].speaker,
                    start=start,
                    end=end,
                    text=passage.text[start:end],
                    modes=tuple(dict.fromkeys(modes)),
                    on_behalf_of=run[0].on_behalf_of,
                )
            )
    return found


def _goes_on(passage: Passage, run: list[Statement], one: Statement) -> bool:
    if (run[-1].speaker, run[-1].on_behalf_of) != (one.speaker, one.on_behalf_of):
        return False
    between = slice(max(0, run[-1].end - passage.start), max(0, one.start - passage.start))
    return not _WORDS.search(passage.text[between])


def script(passage: Passage) -> Iterator[tuple[Turn | None, str]]:
    """All the text of a passage as (turn, text), in order; what is nobody's has None."""
    at = 0
    for turn in turns(passage):
        if turn.start < at:
            continue  # statements one within another: the outer has the words
        if _WORDS.search(passage.text[at : turn.start]):
            yield None, passage.text[at : turn.start].strip()
        yield turn, turn.text
        at = turn.end
    if _WORDS.search(passage.text[at:]):
        yield None, passage.text[at:].strip()
