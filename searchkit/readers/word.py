"""A Word document (``.docx``) -> its text, with the numbers that Word would show.

Styles tell headings, list items and captions; numbers are counted as ``numbering.xml`` says. Text
that was deleted under tracked changes is left out, headers and footers of pages as well. Footnotes
come at the end.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra
from .dressed import headings_by_dress
from .encodings import NotText
from .given import Given
from .writing import TextWriter, letters, roman

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_docx"]

_LARGEST = 256 << 20
"""What all parts may come to once unpacked, in bytes; a bomb claims more, or cannot be unpacked."""
_PARTS = 10_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", _FALLBACK}
)
_HEADING = re.compile(r"heading ?([1-9])", re.IGNORECASE)
_OFF = frozenset({"0", "false", "none", "off"})
_LARGE = 28
"""Half points: 14 points and more are larger than what people write a text in."""
_DEEPER = re.compile(r"list (?:bullet|number|continue) ?([2-5])\Z", re.IGNORECASE)
_LEVELS = 9


def read_docx(raw: bytes) -> tuple[str, str, tuple[str, ...], Given]:
    """The text of a document, ``utf-8``, notes, and what was left out of its pages.

    Raises:
        NotText: it is no document that can be read.
        MissingExtra: the library for Word documents is not installed.
    """
    try:
        import docx
    except ImportError:
        raise MissingExtra("Word documents need a library: pip install 'searchkit[docx]'") from None
    _check(raw)
    try:
        document: Any = docx.Document(io.BytesIO(raw))
        writer = _Writer(_Styles.of(document), _Numbering.of(document))
        writer.body(document.element.body)
        for notes in _notes(document):
            writer.body(notes)
        writer.dress()
        dropped = (*writer.dropped, *_around_pages(document))
    # A damaged document breaks the library in every way there is.
    except Exception as error:
        raise NotText(f"is a damaged Word document ({type(error).__name__})") from None
    return writer.out.text, "utf-8", (), Given(dropped=tuple(dict.fromkeys(dropped)))


def _check(raw: bytes) -> None:
    """Refuse what is no package, and one that is larger than it may be once unpacked."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotText("is encrypted, or in Word's old format: save it as .docx without a password")
    try:
        parts = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise NotText("is no Word document, or a damaged one") from None
    # zipfile never unpacks more of a part than its entry says.
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _LARGEST:
        raise NotText(f"unpacks to more than {_LARGEST >> 20} MB: split it")
    if not any(part.filename == "[Content_Types].xml" for part in parts):
        raise NotText("is no Word document, or a damaged one")


def _value(element: Any, name: str) -> str | None:
    """The value of the child ``name``, such as ``<w:numId w:val="3"/>``."""
    child = element.find(f"{_W}{name}") if element is not None else None
    return child.get(f"{_W}val") if child is not None else None


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    number: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class _Styles:
    """The paragraph styles by their ids."""

    styles: dict[str, _Style] = field(default_factory=dict)

    @staticmethod
    def of(document: Any) -> _Styles:
        styles = {}
        for element in document.styles.element.iter(f"{_W}style"):
            properties = element.find(f"{_W}pPr")
            numbering = properties.find(f"{_W}numPr") if properties is not None else None
            level = _value(numbering, "ilvl")
            styles[element.get(f"{_W}styleId")] = _Style(
                (_value(element, "name") or "").lower(),
                _value(element, "basedOn"),
                _value(numbering, "numId"),
                int(level) if level else None,
            )
        return _Styles(styles)

    def line(self, style: str | None) -> Iterator[_Style]:
        """A style and those it is based on."""
        for _ in range(20):
            found = self.styles.get(style or "")
            if found is None:
                return
            yield found
            style = found.based_on


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class _Numbering:
    """Lists: ``levels`` of each by its number, and how far each list has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    base: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, set[int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    seen: set[tuple[str, int]] = field(default_factory=set)

    @staticmethod
    def of(document: Any) -> _Numbering:
        numbering = _Numbering()
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return numbering
        abstract = {
            one.get(f"{_W}abstractNumId"): {
                int(level.get(f"{_W}ilvl")): _read_level(level) for level in one.iter(f"{_W}lvl")
            }
            for one in root.findall(f"{_W}abstractNum")
        }
        for num in root.findall(f"{_W}num"):
            name, base = num.get(f"{_W}numId"), _value(num, "abstractNumId") or ""
            levels = dict(abstract.get(base, {}))
            for override in num.findall(f"{_W}lvlOverride"):
                index = int(override.get(f"{_W}ilvl"))
                own = override.find(f"{_W}lvl")
                if own is not None:
                    levels[index] = _read_level(own)
                start = _value(override, "startOverride")
                if start is not None and index in levels:
                    old = levels[index]
                    levels[index] = _Level(old.form, old.text, int(start))
                    numbering.restarts.setdefault(name, set()).add(index)
            numbering.levels[name] = levels
            numbering.base[name] = base
        return numbering

    def label(self, number: str, index: int) -> str | None:
        """The label of the next item at level ``index`` of a list; ``None`` for no list."""
        levels = self.levels.get(number)
        if levels is None or index not in levels:
            return None
        level = levels[index]
        if level.form == "bullet":
            return "-"
        counts = self.counts.setdefault(self.base[number], {})
        if (number, index) not in self.seen:
            self.seen.add((number, index))
            if index in self.restarts.get(number, ()):
                counts.pop(index, None)
        counts[index] = counts.get(index, level.start - 1) + 1
        for deeper in range(index + 1, _LEVELS):
            counts.pop(deeper, None)

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            one = levels.get(place, level)
            return _number(counts.get(place, one.start), one.form)

        return re.sub(r"%([1-9])", shown, level.text).strip()


def _read_level(level: Any) -> _Level:
    start = _value(level, "start")
    return _Level(
        _value(level, "numFmt") or "decimal",
        _value(level, "lvlText") or "",
        int(start) if start else 1,
    )


def _number(value: int, form: str) -> str:
    if form == "none":
        return ""
    if form.endswith("Letter"):
        text = letters(value)
    elif form.endswith("Roman"):
        text = roman(value)
    elif form == "decimalZero":
        text = f"{value:02d}"
    else:
        return str(value)
    return text.upper() if form.startswith("upper") else text


class _Writer:
    """Writes a body paragraph by paragraph and row by row."""

    def __init__(self, styles: _Styles, numbering: _Numbering) -> None:
        self.out = TextWriter()
        self.dropped: list[str] = []
        self._styles = styles
        self._numbering = numbering
        self._in_list = False
        self._dressed: set[int] = set()

    def dress(self) -> None:
        """Make headings of the lines that only look so."""
        self.out.head(headings_by_dress(self.out.lines, self._dressed))

    def body(self, body: Any) -> None:
        """Write the paragraphs and tables of ``body``."""
        waiting = list(reversed(body))
        while waiting:
            element = waiting.pop()
            if element.tag == f"{_W}p":
                self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                self._table(element)
            elif element.tag not in _GONE:
                # Content controls and the like hold paragraphs.
                waiting += reversed(element)

    def _paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(f"{_W}pPr")
        styles = list(self._styles.line(_value(properties, "pStyle")))
        label, level = self._label(properties, styles)
        text = _text(paragraph)
        if not text.strip():
            return
        name = styles[0].name if styles else ""
        if (deeper := _DEEPER.match(name)) is not None:
            level = max(level, int(deeper[1]) - 1)
        continued = label is None and name.startswith("list continue")
        if name == "caption":
            self.dropped.append(" ".join(text.split()))
            return
        heading = next((m for style in styles if (m := _HEADING.match(style.name))), None)
        if heading is not None or name == "title":
            depth = int(heading[1]) if heading else 1
            self.out.heading(f"{label} {text}" if label else text, depth)
            self._in_list = False
            return
        gap = True
        dressed = label is None and not level and _is_dressed(paragraph, name)
        for line in text.split("\n"):
            listed = label is not None
            # What carries an item on stands further in than its number.
            depth = level + 1 if listed else level + 2 if continued else 0
            self.out.line(
                line, depth=depth, label=label or "", gap=gap and not self._runs_on(listed)
            )
            if line.strip():
                if dressed:
                    self._dressed.add(self.out.last)
                gap, label = False, None
                self._in_list = listed

    def _runs_on(self, listed: bool) -> bool:
        return listed and self._in_list

    def _label(self, properties: Any, styles: list[_Style]) -> tuple[str | None, int]:
        """A paragraph's number or bullet and its level: its own, else its style's."""
        numbering = properties.find(f"{_W}numPr") if properties is not None else None
        number, level = _value(numbering, "numId"), _value(numbering, "ilvl")
        styled = next((style for style in styles if style.number), None)
        if number is None and styled is not None:
            number = styled.number
        index = int(level) if level else (styled.level or 0) if styled else 0
        if number is None or number == "0":
            return None, 0
        return self._numbering.label(number, index), index

    def _table(self, table: Any) -> None:
        first = True
        for row in table.iter(f"{_W}tr"):
            cells = [cell for cell in row if cell.tag == f"{_W}tc"]
            if len(cells) == 1 or any(cell.find(f"{_W}tbl") is not None for cell in cells):
                for cell in cells:
                    for paragraph in cell.findall(f"{_W}p"):
                        self._paragraph(paragraph)
                continue
            self.out.row([_text(cell) for cell in cells], gap=first)
            first = False
        self._in_list = False


def _is_dressed(paragraph: Any, style: str) -> bool:
    """Whether a paragraph has a style called a heading, or all its words look like one."""
    if "heading" in style or "subtitle" in style:
        return True
    runs = [run for run in paragraph.iter(f"{_W}r") if _text(run).strip()]
    return bool(runs) and all(_is_emphatic(run.find(f"{_W}rPr")) for run in runs)


def _is_emphatic(properties: Any) -> bool:
    """Whether a run is bold, underlined, in capitals or large by its own properties."""
    if properties is None:
        return False
    for name in ("b", "caps", "smallCaps", "u"):
        sign = properties.find(f"{_W}{name}")
        if sign is not None and sign.get(f"{_W}val") not in _OFF:
            return True
    size = _value(properties, "sz") or ""
    return size.isdecimal() and int(size) >= _LARGE


def _text(element: Any) -> str:
    """The words of a paragraph or a cell, line breaks kept, deleted words left out."""
    words: list[str] = []
    waiting = [element]
    while waiting:
        one = waiting.pop()
        tag = one.tag
        if tag == f"{_W}t":
            words.append(one.text or "")
        elif tag in {f"{_W}tab", f"{_W}ptab"}:
            words.append(" ")
        elif tag in {f"{_W}br", f"{_W}cr"}:
            words.append("\n")
        elif tag == f"{_W}noBreakHyphen":
            words.append("-")
        elif tag not in _GONE:
            if tag == f"{_W}p" and words:
                words.append(" ")
            waiting += reversed(one)
    return "".join(words)


def _notes(document: Any) -> Iterator[Any]:
    """The footnotes and endnotes, without the lines that separate them from the text."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            yield from (note for note in root if note.get(f"{_W}type") is None)


def _around_pages(document: Any) -> Iterator[str]:
    """What headers and footers say, which stands on every page."""
    for section in document.sections:
        for part in (section.header, section.footer):
            if part.is_linked_to_previous:
                continue
            for paragraph in part.paragraphs:
                if words := " ".join(paragraph.text.split()):
                    yield words
