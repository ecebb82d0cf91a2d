"""Passages as citations: plain text, Markdown, BibTeX and CSL-JSON.

A *quotation* is a passage with what there is to say of where it stands: document, dates, place,
section, and the offsets of its characters in the document's text. A citation manager gets what it
knows fields for, and the rest as a note; nothing is said that the document does not say.

BibTeX is written so that LaTeX reads every character as itself and braces stay in pairs: BibTeX
counts them, escaped ones too. CSL-JSON
follows the schema of the Citation Style Language 1.0.2: an array of items.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day
from pathlib import Path
from typing import Any, Literal

from .formatters import clean, escape
from .records import BOTH_SIDES, Document, Passage
from .results import document_dict

__all__ = ["STYLES", "Quotation", "Style", "bibliography"]

Style = Literal["plain", "markdown", "bibtex", "csl-json"]
STYLES: tuple[Style, ...] = ("plain", "markdown", "bibtex", "csl-json")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage to be cited; ``str(quotation)`` is the citation in its ``style``.

    ``published`` is the document's date of issue, ``kind`` what it calls itself. Offsets are those
    of ``passage``: ``text[start:end]`` of the document's text is what is quoted.
    """

    passage: Passage
    document: Document
    published: str | None = None
    kind: str | None = None
    style: Style = "plain"

    def __str__(self) -> str:
        return bibliography([self], self.style)

    def __repr__(self) -> str:
        return f"<Quotation {self.passage.id}: {self.style}>"

    def _repr_html_(self) -> str:
        from .cards import page

        return page(
            f'<blockquote cite="{escape(self.passage.id)}">{escape(_words(self))}</blockquote>'
            f"<p>{escape(_source(self))}</p>"
        )

    def to_dict(self) -> dict[str, Any]:
        """What ``searchkit quote --json`` prints."""
        one = self.passage
        return {
            "id": one.id,
            "style": self.style,
            "citation": str(self),
            "text": one.text,
            "speakers": list(one.speakers),
            "document": document_dict(self.document),
            "published": self.published,
            "place": one.place,
            "section": one.section,
            "headings": list(one.headings),
            "start": one.start,
            "end": one.end,
        }


def bibliography(quotations: Sequence[Quotation], style: Style) -> str:
    """Quotations one after another in a style; of CSL-JSON one array of them all."""
    if style == "csl-json":
        return json.dumps([_csl(one) for one in quotations], ensure_ascii=False, indent=2)
    if style == "bibtex":
        keys = _keys(one.passage.id for one in quotations)
        return "\n\n".join(_bibtex(one, key) for one, key in zip(quotations, keys, strict=True))
    write = _markdown if style == "markdown" else _plain
    return "\n\n".join(map(write, quotations))


# What is said of a passage


def _words(one: Quotation) -> str:
    return " ".join(clean(one.passage.text).split())


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _long(date: str | None) -> str:
    """A date in words: ``14 May 2004``, ``May 2004``, ``14 May (no year)``."""
    if not date:
        return ""
    unknown = date.startswith("--")
    parts = date.removeprefix("--").split("-")
    year = "" if unknown else parts.pop(0)
    month = f"{Day(2000, int(parts[0]), 1):%B}" if parts else ""
    day = str(int(parts[1])) if len(parts) > 1 else ""
    return " ".join(filter(None, (day, month, year or ("(no year)" if unknown else ""))))


def _section(one: Quotation) -> str:
    """``section 2.1, "Fisheries › Quotas"``; nothing for a text without sections."""
    passage = one.passage
    named = " › ".join(map(_line, passage.headings))
    if not passage.document or (passage.section == "0" and not named):
        return ""
    part = f"section {_line(passage.id.partition('#')[2] or passage.section)}"
    return f"{part}, “{named}”" if named else part


def _offsets(one: Quotation) -> str:
    end = one.passage.end or one.passage.start + len(one.passage.text)
    file = Path(one.document.path).name if one.document.path else ""
    return f"characters {one.passage.start}–{end}" + (f" of {_line(file)}" if file else "")


def _facts(one: Quotation) -> list[str]:
    """Place and dates: of the meeting, and of issue where that is another day."""
    facts = [_line(one.passage.place or ""), _long(one.document.date)]
    if one.published and one.published != one.document.date:
        facts.append(f"published {_long(one.published)}")
    return [fact for fact in facts if fact]


def _source(one: Quotation) -> str:
    """Who speaks, the document, where and when, the section and the offsets, on one line."""
    speakers = ", ".join(map(_line, one.passage.speakers))
    title = f"“{_line(one.document.title or one.document.id)}”"
    parts = [speakers, title, *_facts(one), _section(one), _offsets(one)]
    return f"{', '.join(filter(None, parts))} [{_line(one.passage.id)}]"


# The styles


def _plain(one: Quotation) -> str:
    return f"“{_words(one)}”\n— {_source(one)}"


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LIST = re.compile(r"^(\d+)([.)])|^([-+=])")


def _marked(text: str) -> str:
    """``text`` as Markdown that shows every sign as itself."""
    text = _MARKDOWN.sub(r"\\\1", text)
    return _LIST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)


def _markdown(one: Quotation) -> str:
    return f"> {_marked(_words(one))}\n>\n> — {_marked(_source(one))}"


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_TEX_SIGN = re.compile(r"[\\{}~^#$%&_]")


def _tex(text: str) -> str:
    text = _line(text)
    paired = _paired(text)

    def sign(match: re.Match[str]) -> str:
        # Not every reader of BibTeX knows a brace by its name.
        return f"\\{match.group()}" if match.start() in paired else _TEX[match.group()]

    return _TEX_SIGN.sub(sign, text)


def _paired(text: str) -> set[int]:
    """Where the braces stand that belong to a pair."""
    opened: list[int] = []
    paired: set[int] = set()
    for at, sign in enumerate(text):
        if sign == "{":
            opened.append(at)
        elif sign == "}" and opened:
            paired |= {opened.pop(), at}
    return paired


def _bibtex(one: Quotation, key: str) -> str:
    date = one.published or one.document.date or ""
    year, month, day = _parts(date)
    facts = [f"Meeting on {_long(one.document.date)}"] if one.document.date else []
    facts += [f"in {one.passage.place}"] if one.passage.place else []
    note = "; ".join(filter(None, (" ".join(facts), _section(one), _offsets(one), one.passage.id)))
    fields = {
        "title": f"{{{_tex(one.document.title or one.document.id)}}}",
        "year": year,
        "day": day,
        "howpublished": _tex(one.kind.replace("_", " ").capitalize()) if one.kind else "",
        "note": _tex(note),
        "annote": _tex(
            "; ".join(one.passage.speakers) + ": " * bool(one.passage.speakers) + _words(one)
        ),
    }
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    if month:  # a name that every style knows, and writes in its own language
        lines.insert(1 + bool(year), f"  {'month':<12} = {_MONTHS[int(month) - 1]},")
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _keys(ids: Iterable[str]) -> list[str]:
    """Keys that BibTeX takes, no two the same."""
    keys: list[str] = []
    for one in ids:
        folded = unicodedata.normalize("NFKD", one)
        key = re.sub(r"[^A-Za-z0-9:./+-]+", "-", folded.replace("#", ":")).strip("-") or "passage"
        number = 2
        free = key
        while free in keys:
            free = f"{key}-{number}"
            number += 1
        keys.append(free)
    return keys


def _parts(date: str) -> tuple[str, str, str]:
    """Year, month and day as numbers without leading zeros; empty where they are not stated."""
    parts = ["", *date[2:].split("-")] if date.startswith("--") else date.split("-")
    year, month, day = (*parts, "", "", "")[:3]
    return year, month.lstrip("0"), day.lstrip("0")


def _csl(one: Quotation) -> dict[str, Any]:
    passage = one.passage
    issued = one.published or one.document.date
    item = {
        "id": passage.id,
        "type": "document",
        "title": _line(one.document.title or one.document.id),
        "genre": one.kind.replace("_", " ") if one.kind else None,
        "issued": _csl_date(issued),
        "event-date": _csl_date(one.document.date),
        "event-place": passage.place,
        "section": passage.id.partition("#")[2] or None,
        "note": "; ".join(filter(None, (_section(one), _offsets(one)))),
        "annote": _words(one),
        "keyword": ", ".join(passage.topics),
        "contributor": [_csl_name(name) for name in passage.speakers],
        "custom": {
            "document": one.document.id,
            "start": passage.start,
            "end": passage.end or passage.start + len(passage.text),
        },
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(date: str | None) -> dict[str, Any] | None:
    """A date with a year as numbers; one without, which has no parts in CSL, as it stands."""
    if not date:
        return None
    if date.startswith("--"):
        return {"literal": _long(date)}
    return {"date-parts": [[int(part) for part in date.split("-")]]}


def _csl_name(name: str) -> dict[str, str]:
    """A speaker as a whole: which of the words are the family name is not for us to say."""
    return {"literal": "both sides" if name == BOTH_SIDES else _line(name)}
