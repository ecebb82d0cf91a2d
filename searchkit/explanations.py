"""Why a passage ranks where it does: its score, taken apart.

An *explanation* is a score and the *reasons* that add up to it. A reason says what the passage
gains for one thing: a word of the query in its text, the same word in the title, two words side by
side, likeness to the best passages. Reasons for the same part of the query belong together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any, Literal

__all__ = ["Explanation", "Kind", "Reason"]

Kind = Literal[
    "word", "form", "stub", "title", "heading", "near", "together",
    "likeness", "fresh", "condition", "speaker", "rounding",
]  # fmt: skip
"""What a reason is about; the words for each are in :meth:`Reason.__str__`."""

_WHERE = {"title": "in the title", "heading": "in a heading"}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that a passage gains ``score`` for.

    ``typed`` is the part of the query that it answers, ``""`` where it answers all of it, and
    ``via`` the synonym through which. ``found`` is what the passage has, as it stands there;
    ``field`` where. It stands there ``times`` times, and so many ``passages`` of the collection
    have it. The score is ``weight``, what this weighs in the query, times what BM25 gives for it.
    """

    kind: Kind
    score: float
    typed: str = ""
    via: str | None = None
    field: str = ""
    found: str = ""
    times: int = 0
    passages: int = 0
    weight: float = 1.0

    def __str__(self) -> str:
        said = self._what()
        if self.times:
            often = {1: "once", 2: "twice"}.get(self.times, f"{self.times:,} times")
            among = f"{self.passages:,} passage{'s have' if self.passages != 1 else ' has'} it"
            said += f", {often}; {among}; weight {self.weight:.3g}"
        return said

    def _what(self) -> str:
        match self.kind:
            case "word":
                where = _WHERE.get(self.field.removesuffix("_word"), "in the text")
                if self.via is None:
                    return f'"{self.found}" {where}'
                return f'through "{self.via}" {where}'
            case "form":
                return f'the very form "{self.found}"'
            case "stub":
                return f'words that begin with "{self.found}"'
            case "title" | "heading":
                return f'"{self.found}" {_WHERE[self.kind]}'
            case "near":
                return f'"{self.found}" as in the query'
            case "together":
                return "all the words in one passage"
            case "likeness":
                return "like the best passages found" + (f": {self.found}" if self.found else "")
            case "fresh":
                return self.found
            case "condition":
                return "how much of the passage the conditions are about"
            case "speaker":
                return f"{self.found} says it: comes before passages in which others do"
            case "rounding":
                return "rounded to five digits"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The ``score`` of the passage ``id``, and the ``reasons`` that add up to it."""

    id: str
    score: float
    reasons: tuple[Reason, ...] = ()

    def groups(self) -> list[tuple[str, float, Sequence[Reason]]]:
        """Reasons by the part of the query they answer: (part, its score, reasons), best first.

        What answers the whole query has the part ``""`` and stands at the end; what is not worth a
        thousandth of the score is left out.
        """
        parts: dict[str, list[Reason]] = {}
        for reason in self.reasons:
            parts.setdefault(reason.typed, []).append(reason)
        whole = parts.pop("", [])
        found: list[tuple[str, float, Sequence[Reason]]] = [
            (part, fsum(reason.score for reason in own), own) for part, own in parts.items()
        ]
        found.sort(key=lambda one: -one[1])
        least = abs(self.score) / 1000
        shown = [one for one in whole if abs(one.score) > least or one.kind == "speaker"]
        if shown:
            found.append(("", fsum(reason.score for reason in shown), shown))
        return found

    def to_dict(self) -> dict[str, Any]:
        """The explanation as JSON shows it."""
        return {
            "score": self.score,
            "reasons": [
                {
                    "kind": reason.kind,
                    "score": reason.score,
                    "typed": reason.typed or None,
                    "via": reason.via,
                    "field": reason.field or None,
                    "found": reason.found or None,
                    "times": reason.times or None,
                    "passages": reason.passages or None,
                    "weight": reason.weight if reason.times else None,
                    "said": str(reason),
                }
                for reason in self.reasons
            ],
        }

    def lines(self) -> Iterator[tuple[int, float, str]]:
        """The explanation as lines to read: (depth from 0, score, words)."""
        yield 0, self.score, "score"
        for part, score, reasons in self.groups():
            if not part:
                yield from ((1, reason.score, str(reason)) for reason in reasons)
            elif len(reasons) == 1:
                yield 1, score, _named(part, reasons)
            else:
                yield 1, score, f'for "{part}"'
                yield from ((2, r.score, str(r)) for r in reasons)

    def __str__(self) -> str:
        return "\n".join(
            f"{'  ' * depth}{score:8.3f}  {said}" for depth, score, said in self.lines()
        )


def _named(part: str, reasons: Iterable[Reason]) -> str:
    (reason,) = reasons
    said = str(reason)
    return said if reason.found.casefold() == part.casefold() else f'for "{part}": {said}'
