"""Text -> outline: layout, header, people, statements and topics, in that order."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import analysis
from ..languages import ENGLISH
from ..readers import Given, front_matter, read
from ..records import Outline, Passage, Person, Statement
from ..thesaurus import Finder, Thesaurus, acronyms
from .front.page_titles import title_in_text
from .front.title_case import in_title_case
from .header.header import Header, read_header
from .lands.countries import countries_in
from .names.people import People, find_people
from .names.unnamed import by_their_office
from .sections.layout import Layout, read_layout, set_apart
from .speech.speakers import find_statements
from .text.capitals import as_it_stands, in_small_letters, with_capitals
from .text.spacing import Even, evened
from .topics import topics_of
from .transcripts.label_lines import SIGNS
from .words.wording import collapse

__all__ = ["parse", "read_noted", "read_outline", "to_dict"]


def parse(
    text: str, *, id: str, path: str = "", thesaurus: Thesaurus, given: Given | None = None
) -> Outline:
    """The outline that ``text`` holds; any text is one, if only of paragraphs.

    Args:
        text: the source text, newlines untouched; all offsets index it. The outline's text has
            spaces for what was inserted into its lines.
        id: the document's id, the first part of its passages' ids.
        path: where the text is from, kept as it is.
        thesaurus: the concepts that passages are tagged with. Acronyms that the text defines are
            known in it as well as the thesaurus's own forms.
        given: what is known besides the text; it corrects what the text says.

    In a language other than English (see :func:`searchkit.analysis.use`) there are no people, no
    statements, and no place and date of the meeting but those that are given.
    """
    even = evened(text)
    above, start, _ = front_matter(even.text)
    given = given.over(above) if given is not None else above
    # The rules for meetings, names and statements are those of English, and so is the one for
    # what would be written small.
    english = analysis.language() == ENGLISH
    read = in_small_letters(even.text) if english else even.text
    layout = replace(read_layout(read, start=start, name=given.name), site=given.site)
    laid = layout.text
    if read is not even.text:
        layout, laid = with_capitals(layout), as_it_stands(even.text, read, laid)
    source, text = text, even.source(text, laid)
    apart = (
        tuple(collapse(source[even.at(a) : even.at(b)]) for a, b in set_apart(laid, layout.parts))
        if even.starts
        else layout.boilerplate
    )
    titled = _corrected(layout, given)
    layout = in_title_case(_apart(titled))
    header = read_header(layout.text, layout) if english else Header(layout.date_published)
    people = find_people(layout.text, layout) if english else None
    shortened = tuple(acronyms(laid))
    outline = Outline(
        id=id,
        text=text,
        title=titled.title or id,
        kind=layout.kind or None,
        date_published=header.date_published,
        date_meeting=header.date_meeting,
        place=header.place,
        occasion=header.occasion,
        participants=people.participants if people is not None else (),
        persons=people.persons if people is not None else (),
        sections=layout.sections,
        boilerplate=(*given.dropped, *apart),
        acronyms=shortened,
        path=path,
        derived=layout.derived + header.derived,
    )
    outline = _with_given(outline, given)
    news = [pair for pair in shortened if not _has(thesaurus, pair[0]) and _has(thesaurus, pair[1])]
    known = thesaurus.in_text(news) if news else thesaurus
    passages = _passages(outline, layout, even, people, known, given)
    every = (*outline.participants, *outline.persons)
    told = by_their_office(passages, every) if people is not None else ()
    return replace(outline, passages=passages, persons=(*outline.persons, *told))


def _apart(layout: Layout) -> Layout:
    """``layout`` with spaces for numbers glued to a word, which would hide it: ``4Both sides``."""
    text = layout.text
    glued = [
        part
        for part in layout.parts
        if part.role == "marker" and text[part.end - 1].isdigit() and text[part.end].isalpha()
    ]
    if not glued:
        return layout
    pieces, done = [], 0
    for part in glued:
        pieces += [text[done : part.start], " " * (part.end - part.start)]
        done = part.end
    return replace(layout, text="".join([*pieces, text[done:]]))


def _corrected(layout: Layout, given: Given) -> Layout:
    """``layout`` with the title, kind and date of issue that are given.

    The title and the day in a page's head serve where the text has none; the day is then derived.
    """
    if not given.texts and not given.name and not given.issued:
        return layout
    texts = dict(given.texts)
    if given.name:
        said = title_in_text(given.name, layout.text, layout.title, layout.kind)
        if said is not None:
            texts.setdefault("title", said)
        elif "title" in layout.derived:
            texts.setdefault("title", given.name)
    published = texts.get("date_published", layout.date_published) or None
    derived = tuple(field for field in layout.derived if not texts.get(field))
    if given.issued and "date_published" not in texts and _is_open(published, given.issued):
        published = given.issued
        derived = tuple(dict.fromkeys((*derived, "date_published")))
    return replace(
        layout,
        title=texts.get("title") or layout.title,
        kind=texts.get("kind", layout.kind) or None,
        date_published=published,
        derived=derived,
    )


def _is_open(published: str | None, issued: str) -> bool:
    """Whether a text leaves its day of issue, or only the year of it, to the page's head."""
    return published is None or published == f"-{issued[4:]}"


def _with_given(outline: Outline, given: Given) -> Outline:
    """``outline`` with what is given of its meeting; what is given is not derived."""
    if not given.texts and not given.participants:
        return outline
    texts = dict(given.texts)
    known = {person.name for person in outline.participants}
    added = tuple(
        Person(name=one.name, role=one.role, country=one.country, variants=(one.name,))
        for one in given.participants
        if one.name not in known
    )
    names = {person.name for person in added}
    return replace(
        outline,
        date_published=texts.get("date_published", outline.date_published) or None,
        date_meeting=texts.get("date_meeting", outline.date_meeting) or None,
        place=texts.get("place", outline.place) or None,
        occasion=texts.get("occasion", outline.occasion) or None,
        participants=outline.participants + added,
        persons=tuple(person for person in outline.persons if person.name not in names),
        derived=tuple(field for field in outline.derived if field not in texts),
    )


def _has(thesaurus: Thesaurus, form: str) -> bool:
    """Whether ``form`` as a whole is one of a concept."""
    terms = analysis.terms(form)
    return any(found.end - found.start == len(terms) for found in thesaurus.mentions(terms))


def read_outline(path: str | os.PathLike[str], *, thesaurus: Thesaurus | None = None) -> Outline:
    """The outline in the file at ``path``, by the thesaurus that comes with searchkit by default.

    Raises:
        UnreadableFile: the file cannot be read as a document.
    """
    return read_noted(path, thesaurus=thesaurus)[0]


def read_noted(
    path: str | os.PathLike[str], *, thesaurus: Thesaurus | None = None
) -> tuple[Outline, tuple[str, ...]]:
    """As :func:`read_outline`, with what had to be assumed or replaced to read the file.

    Raises:
        UnreadableFile: the file cannot be read as a document.
    """
    source = read(path)
    outline = parse(
        source.text,
        id=Path(path).stem,
        path=str(path),
        thesaurus=thesaurus if thesaurus is not None else Thesaurus.default(),
        given=source.given,
    )
    return outline, source.notes


def _passages(
    outline: Outline,
    layout: Layout,
    even: Even,
    people: People | None,
    thesaurus: Thesaurus | Finder,
    given: Given,
) -> tuple[Passage, ...]:
    text = outline.text
    shared = Counter(block.section for block in layout.blocks)
    numbered: Counter[str] = Counter()
    mentions = people.mentions if people is not None else ()
    starts = [mention.start for mention in mentions]
    places = people.tokens.places if people is not None else ()
    places_at = [place.start for place in places]
    passages = []
    spoken: Sequence[tuple[Statement, ...]] = [()] * len(layout.blocks)
    if people is not None:
        spoken = find_statements(layout, people, outline.place)
    for block, statements in zip(layout.blocks, spoken, strict=True):
        id = f"{outline.id}#{block.section}"
        if shared[block.section] > 1:
            numbered[block.section] += 1
            id += f"/{numbered[block.section]}"
        start, end = even.span(block.start, block.end)
        dressed = even.at(block.start - 1) + 1 if block.start else 0
        if not text[dressed:start].strip(SIGNS):
            start = dressed  # "**Jane Roe:** Not yet.", which is read without the signs
        words = layout.text[block.start : block.end]
        named = mentions[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        passages.append(
            Passage(
                id=id,
                text=text[start:end],
                title=outline.title,
                document=outline.id,
                section=block.section,
                headings=block.headings,
                start=start,
                end=end,
                speakers=tuple(dict.fromkeys(said.speaker for said in statements))
                or given.speakers,
                topics=tuple(
                    dict.fromkeys((*topics_of(words, block.headings, thesaurus), *given.topics))
                ),
                statements=tuple(_in_source(each, even) for each in statements),
                people=tuple(dict.fromkeys(m.name for m in named if m.name is not None)),
                countries=countries_in(
                    places[bisect_left(places_at, block.start) : bisect_left(places_at, block.end)]
                ),
                date=outline.date,
                place=outline.place,
            )
        )
    return tuple(passages)


def _in_source(statement: Statement, even: Even) -> Statement:
    if not even.starts:
        return statement
    start, end = even.span(statement.start, statement.end)
    return replace(statement, start=start, end=end)


def to_dict(outline: Outline) -> dict[str, Any]:
    """``outline`` as the object that ``searchkit outline FILE --json`` prints."""
    return {
        "title": outline.title,
        "kind": outline.kind,
        "date_published": outline.date_published,
        "date_meeting": outline.date_meeting,
        "place": outline.place,
        "occasion": outline.occasion,
        "participants": [_person(person) for person in outline.participants],
        "persons": [_person(person) for person in outline.persons],
        "sections": [
            {"id": section.id, "heading": section.heading, "level": section.level}
            for section in outline.sections
        ],
        "passages": [
            {
                "id": passage.id,
                "section": passage.section,
                "headings": list(passage.headings),
                "start": passage.start,
                "end": passage.end,
                "text": passage.text,
                "speakers": list(passage.speakers),
                "topics": list(passage.topics),
                "statements": [_statement(statement) for statement in passage.statements],
            }
            for passage in outline.passages
        ],
        "boilerplate": list(outline.boilerplate),
        "acronyms": [list(pair) for pair in outline.acronyms],
        "derived": list(outline.derived),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "country": person.country,
        "variants": list(person.variants),
        "attended": person.attended,
        "derived": list(person.derived),
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "speaker": statement.speaker,
        "on_behalf_of": statement.on_behalf_of,
        "quoted": list(statement.quoted),
        "mode": statement.mode,
        "start": statement.start,
        "end": statement.end,
        "continued": statement.continued,
        "derived": list(statement.derived),
    }
