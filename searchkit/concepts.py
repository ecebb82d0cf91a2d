"""Concepts and where they come from: files of one's own, and acronyms that texts define.

A *concept* is something that people talk about, under one *label*; a *form* is a word or phrase
that points to it. A TOML file has a table for each concept, named by its label::

    ignore = ["public relations"]          # holds a form, means something else

    ["Climate"]
    variants = ["climate change"]          # equal to the label
    narrower = [["Kyoto Protocol", "Protocol of Kyoto"], "carbon tax"]   # a list: equal forms
    weak = ["emissions"]                   # names the topic only with support
    typed = ["hothouse effect"]            # for queries only; names no topic
    related = ["Energy"]                   # labels; one direction is enough
    broader = "Environment"                # label; gives way where a passage is about this one
    definition = "What states do about the warming of the earth."
    topic = true                           # false: for queries only
    occasion = false                       # true: a topic also as the place of something else
    extend = false                         # true: adds to the concept of that label

A Solr file has a rule a line: ``a, b, c`` are equal; with ``a, b => c``, typing a or b finds c as
well. ``#`` starts a comment, a backslash takes a comma as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from . import analysis
from .errors import ThesaurusError

__all__ = ["Concept", "acronyms", "joined", "linked", "read_solr", "read_toml"]


@dataclass(frozen=True, slots=True)
class Concept:
    """A label and its forms, as in the table of a file.

    ``narrower`` and ``weak`` hold groups of equal forms, ``related`` and ``broader`` labels.
    ``extend`` adds this concept to one of the same label when two thesauri are merged, where
    otherwise the later replaces the earlier. ``occasion`` marks a concept that is a topic also
    where it is only the place or time of something else (a summit at which two will meet).
    """

    label: str
    variants: tuple[str, ...] = ()
    narrower: tuple[tuple[str, ...], ...] = ()
    weak: tuple[tuple[str, ...], ...] = ()
    typed: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    broader: str = ""
    definition: str = ""
    topic: bool = True
    occasion: bool = False
    extend: bool = False


_GROUPS = ("narrower", "weak")
_LISTS = ("variants", *_GROUPS, "typed", "related")
_TEXTS = ("broader", "definition")
_KEYS = (*_LISTS, *_TEXTS, "topic", "occasion", "extend")


def joined(old: Concept, new: Concept) -> Concept:
    """``old`` with the forms of ``new`` added."""

    def both(field: str) -> Any:
        return tuple(dict.fromkeys((*getattr(old, field), *getattr(new, field))))

    lists = {field: both(field) for field in _LISTS}
    texts = {field: getattr(new, field) or getattr(old, field) for field in _TEXTS}
    return replace(old, **lists, **texts)


def linked(concepts: dict[str, Concept]) -> tuple[Concept, ...]:
    """The concepts with ``related`` in both directions and ``broader`` in it.

    Labels that no concept has stay: they may be those of a thesaurus to be merged with.
    """
    related: dict[str, dict[str, str]] = {}
    for name, concept in concepts.items():
        labels = {analysis.key(label): label for label in (*concept.related, concept.broader)}
        related[name] = {key: label for key, label in labels.items() if key not in ("", name)}
    for name, concept in concepts.items():
        for key in related[name]:
            if key in concepts:
                related[key].setdefault(name, concept.label)
    named = {key: concept.label for key, concept in concepts.items()}
    return tuple(
        replace(
            concept,
            related=tuple(named.get(key, label) for key, label in related[name].items()),
        )
        for name, concept in concepts.items()
    )


def _source(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ThesaurusError(f"{path}:{line}: not UTF-8 text; save the file as UTF-8") from None
    except OSError as error:
        raise ThesaurusError(f"{path}: cannot be read: {error.strerror}") from None


class _Lines:
    """Where things stand in a TOML file, since its parser tells only where its syntax breaks."""

    def __init__(self, path: Path, source: str) -> None:
        self.path = path
        self.lines = source.split("\n")

    def error(
        self, reason: str, *, label: str = "", key: str = "", text: str = ""
    ) -> ThesaurusError:
        """An error at a key or a text of the table of ``label``, else at the table itself."""
        top = self._find(rf"\[+\s*{_quoted(label)}\s*[].]", 0) or 0 if label else 0
        end = self._find(r"\[", top + 1) or len(self.lines)
        pattern = rf"{_quoted(key)}\s*=" if key else rf".*{_quoted(text)}"
        at = self._find(pattern, top, end) if key or text else top
        return ThesaurusError(f"{self.path}:{(top if at is None else at) + 1}: {reason}")

    def _find(self, pattern: str, start: int, end: int | None = None) -> int | None:
        compiled = re.compile(rf"\s*{pattern}")
        places = range(start, len(self.lines) if end is None else end)
        return next((i for i in places if compiled.match(self.lines[i])), None)


def _quoted(text: str) -> str:
    return rf"""["']?{re.escape(text)}["']?"""


def read_toml(
    path: Path, *, known: frozenset[str] = frozenset()
) -> tuple[list[Concept], tuple[str, ...]]:
    """The concepts and the ignored phrases of a TOML file.

    ``known`` are keys of labels beyond those of the file that concepts may be related to. Raises
    :class:`ThesaurusError` with ``file:line: reason``.
    """
    import tomllib

    source = _source(path)
    lines = _Lines(path, source)
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        # "At end of document" has no line of its own.
        line = at.group(1) if at else str(len(lines.lines))
        reason = re.sub(r" \(at .*\)", "", str(error))
        raise ThesaurusError(f"{path}:{line}: not TOML: {reason}") from None
    ignore = tables.pop("ignore", [])
    if not _strings(ignore):
        raise lines.error("ignore must be a list of phrases in quotation marks", key="ignore")
    seen: dict[str, str] = {}
    concepts = []
    for label, table in tables.items():
        if not isinstance(table, dict):
            reason = f'"{label}" stands outside a concept; put ["Label of a concept"] above it'
            raise lines.error(reason, key=label)
        if not analysis.key(label):
            raise lines.error('a concept needs a label: write ["Label"]', label=label)
        if analysis.key(label) in seen:
            reason = f'"{label}" is there already, as "{seen[analysis.key(label)]}"'
            raise lines.error(reason, label=label)
        seen[analysis.key(label)] = label
        concepts.append(_concept(label, table, lines))
    for concept in concepts:
        for other in (*concept.related, *filter(None, [concept.broader])):
            if analysis.key(other) not in seen and analysis.key(other) not in known:
                reason = f'"{concept.label}" names "{other}", and no concept has that label'
                raise lines.error(reason, label=concept.label, text=other)
    return concepts, tuple(ignore)


def _strings(value: object) -> bool:
    """Whether it is a list of texts with a word in each."""
    return isinstance(value, list) and all(
        isinstance(item, str) and analysis.key(item) for item in value
    )


def _concept(label: str, table: dict[str, Any], lines: _Lines) -> Concept:
    fields: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _KEYS:
            reason = f'"{label}" has an unknown key "{key}"; the keys are {", ".join(_KEYS)}'
            raise lines.error(reason, label=label, key=key)
        if key in _LISTS:
            if not isinstance(value, list):
                reason = f'{key} of "{label}" must be a list, such as ["one", "two"]'
                raise lines.error(reason, label=label, key=key)
            groups = [item if isinstance(item, list) else [item] for item in value]
            if not all(group and _strings(group) for group in groups) or (
                key not in _GROUPS and not _strings(value)
            ):
                reason = f'{key} of "{label}" may hold only phrases in quotation marks'
                raise lines.error(reason, label=label, key=key)
            fields[key] = tuple(map(tuple, groups)) if key in _GROUPS else tuple(value)
        elif type(value) is not (str if key in _TEXTS else bool):
            wanted = "a text" if key in _TEXTS else "true or false"
            raise lines.error(f'{key} of "{label}" must be {wanted}', label=label, key=key)
        else:
            fields[key] = value
    return Concept(label, **fields)


def read_solr(path: Path) -> list[Concept]:
    """The rules of a Solr synonyms file as concepts that serve queries only.

    Raises :class:`ThesaurusError` with ``file:line: reason``.
    """
    concepts = []
    for number, line in enumerate(_source(path).split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        sides = [
            [re.sub(r"\\(.)", r"\1", form).strip() for form in _split(side, ",")]
            for side in _split(line, "=>")
        ]
        sides = [[form for form in side if analysis.key(form)] for side in sides]
        if len(sides) > 2:
            raise ThesaurusError(f"{path}:{number}: more than one =>; write one rule a line")
        if not all(sides):
            where = "on one side of =>" if len(sides) == 2 else "on the line"
            raise ThesaurusError(f"{path}:{number}: no word {where}; write a, b, c or a, b => c")
        first, *others = sides[0]
        if len(sides) == 1:
            concepts.append(Concept(first, tuple(others), topic=False, extend=True))
            continue
        for target in sides[1]:
            typed = tuple(form for form in sides[0] if form != target)
            concepts.append(Concept(target, typed=typed, topic=False, extend=True))
    return concepts


def _split(text: str, sign: str) -> list[str]:
    """``text`` split at ``sign`` where no backslash stands before it."""
    return re.split(rf"(?<!\\){sign}", text)


_BRACKETS = re.compile(r"\(([^()\[\]]{2,120})\)|\[([^()\[\]]{2,120})\]")
_SENTENCE_END = re.compile(r"[.;:!?]\s|\n\s*\n|[()\[\]]")
_QUOTES = "\"'“”‘’«»"


def acronyms(text: str) -> list[tuple[str, str]]:
    """The short and long forms that ``text`` defines, each pair once, in order.

    Both ``ASEAN Regional Forum (ARF)`` and ``ARF (ASEAN Regional Forum)`` define one. The
    algorithm is that of A. Schwartz and M. Hearst, "A simple algorithm for identifying
    abbreviation definitions in biomedical text", PSB 2003, with one condition more: a short form
    has two capitals, or a capital and a digit, since in minutes brackets hold much else.
    """
    pairs: dict[tuple[str, str], None] = {}
    for match in _BRACKETS.finditer(text):
        inner = re.split(r"[,;]", match.group(1) or match.group(2))[0].strip(_QUOTES + " \n\t")
        start = match.start()
        explains = _is_short(inner)
        if not explains and not _may_be_short(text[max(0, start - 60) : start].rstrip()[-12:]):
            continue
        before = _SENTENCE_END.split(text[max(0, start - 300) : start])[-1].split()
        if not before:
            continue
        if explains:
            most = min(len(inner) + 5, 2 * len(inner))
            long = _long_form(inner, " ".join(before[-most:]))
            short = inner
        else:
            short = before[-1].strip(_QUOTES)
            long = _long_form(short, " ".join(inner.split())) if _is_short(short) else None
        if long:
            pairs[short, long] = None
    return list(pairs)


def _is_short(form: str) -> bool:
    return (
        2 <= len(form) <= 10
        and form[0].isalnum()
        and len(form.split()) <= 2
        and _may_be_short(form)
        and any(map(str.isupper, form))
    )


def _may_be_short(form: str) -> bool:
    """Whether ``form`` has two capitals or figures, as short forms have."""
    return sum(map(str.isupper, form)) + sum(map(str.isdigit, form)) > 1


def _long_form(short: str, candidate: str) -> str | None:
    """The shortest end of ``candidate`` that has the characters of ``short`` in their order.

    The first of them must begin a word, and none like "for" and "of".
    """
    at = len(candidate)
    for i in range(len(short) - 1, -1, -1):
        wanted = short[i].casefold()
        if not wanted.isalnum():
            continue
        at -= 1
        while at >= 0 and (
            candidate[at].casefold() != wanted or (i == 0 and not _begins(candidate, at))
        ):
            at -= 1
        if at < 0:
            return None
    long = candidate[at:].strip(_QUOTES + " ,")
    words = re.split(r"[\s/-]+", long)
    if (
        len(long) <= len(short)
        or short in words
        or len(words) > min(len(short) + 5, 2 * len(short))
    ):
        return None
    return long


def _begins(text: str, at: int) -> bool:
    if at > 0 and text[at - 1].isalnum():
        return False
    word = re.match(r"\w+", text[at:])
    return word is None or word.group().casefold() not in analysis.STOP_WORDS
