"""The heads of minutes, as councils, boards and senates print them; the names are invented."""

from __future__ import annotations

import pytest
from heads import head_of

from searchkit.outlines.sections.layout import read_layout

TEXT = "Mayor Roe said that cod was dear.\n\nMr. Fen asked why. Mayor Roe said that all was.\n"
OPENED = (
    "Mayor Roe called the Vik Town Council to order at 7:00 p.m. in the Cod Room on May 3, 2004."
)


@pytest.mark.parametrize(
    "head",
    [
        "# Agenda and minutes\n\n## Cod Committee\n\n## Monday, 3rd May, 2004",
        "# Summary of Discussion\n\n# Cod Advisory Board Meeting\n\n### 3 May 2004",
    ],
)
def test_a_heading_may_tell_the_kind_of_what_the_next_one_names(head: str) -> None:
    first, second = (line.strip("# ") for line in head.split("\n\n")[:2])
    layout = read_layout(f"{head}\n\n{TEXT}")
    assert (layout.title, layout.kind) == (second, first)


@pytest.mark.parametrize(
    "place", ["Virtual Meeting - Online via Zoom", "Microsoft Teams", "By telephone"]
)
def test_who_meets_on_screen_meets_nowhere(place: str) -> None:
    head = head_of(f"Minutes of the Cod Board\n\n3 May 2004\n\nVenue: {place}\n\n{TEXT}")
    assert head["place"] is None


def test_where_a_meeting_comes_to_order() -> None:
    above = (
        "Synopsis:\n\n(1) The Council approved cod.\n\n(2) The Council spoke of ice in Sand.\n\n"
    )
    head = head_of(f"Vik Town Council\n\nMinutes\n\n{above}{OPENED}\n\n1. COD\n{TEXT}")
    assert head["place"] == "Cod Room"


def test_what_archives_of_towns_write_above_a_page_is_none_of_it() -> None:
    text = (
        f"HomeMy WebLinkAboutMIN 2004 0503\nMINUTES OF THE VIK TOWN COUNCIL\nMay 3, 2004\n\n{TEXT}"
    )
    assert read_layout(text).title == "MINUTES OF THE VIK TOWN COUNCIL"


def test_pages_told_by_their_number_and_words_of_the_head() -> None:
    above = "Mayor Roe said that cod was dear and that the ferry was late again in the spring."
    below = "Mr. Fen asked why the ferry was late and whether it would be so in the autumn."
    page = "Vik Town Council\nMay 3, 2004\nPage 2\n"
    text = (
        f"VIK TOWN COUNCIL\nREGULAR MEETING\nMay 3, 2004\n\nITEM 1 COD\n{above}\n{above}\n"
        f"{above}\n{page}ITEM 2 FERRIES\n{below}\nITEM 3 ICE\n{below}\n"
    )
    layout = read_layout(text)
    assert [section.heading for section in layout.sections] == ["COD", "FERRIES", "ICE"]
    assert [layout.text[b.start : b.end] for b in layout.blocks][-2:] == [below, below]


@pytest.mark.parametrize("sign", ["Documentation:  COD/WP.1/61", "Documents: COD/12, COD/13"])
def test_headings_that_name_items_of_an_agenda(sign: str) -> None:
    said = "Minister Roe said that cod was dear."
    parts = [
        f"{word}  (Agenda item {n})\n\n{sign}\n\n{n}. {said}\n\n"
        for n, word in enumerate(("COD", "ICE", "EELS"), 1)
    ]
    layout = read_layout(f"Cod Board\n\n3 May 2004\n\n{''.join(parts)}")
    assert [section.id for section in layout.sections] == ["h1", "h1.1", "h2", "h2.2", "h3", "h3.3"]
    assert layout.boilerplate.count(" ".join(sign.split())) == len(parts)


def test_a_day_behind_a_word_that_leads_to_it_is_of_the_sentence() -> None:
    said = "Minister Roe asked that rules for the ferries be sent to the Board before\n15 May 2004."
    long = "Minister Fen said that the ferries were late and that nobody knew why they\nwere so."
    layout = read_layout(f"Cod Board\n\n3 May 2004\n\n{long}\n\n{said}\n\n{long}\n")
    assert [layout.text[b.start : b.end] for b in layout.blocks] == [long, said, long]


ITEMS = "".join(
    f"{number}.{gap}{word}{sign}\n\n{agenda}### Minutes:\n\n"
    f"Mayor Roe said that {word} was dear.\n\n"
    for number, gap, word, sign, agenda in (
        (14, "\n\n", "Cod", ":", ""),
        (15, "\n\n", "Eels", ": PDF 198 KB", "To receive a report on eels.\n\n"),
        (16, " ", "Ice", " PDF 20 KB", "Report of the Clerk.\n\n"),
    )
)


def test_an_agenda_with_its_minutes() -> None:
    head = "# Agenda and minutes\n\n## Cod Committee\n\n## Monday, 3rd May, 2004\n\n"
    table = "Venue: Cod Hall\n\n## Items\n\nNo. | Item\n\n"
    layout = read_layout(f"{head}{table}{ITEMS}")
    assert [(section.id, section.heading) for section in layout.sections] == [
        ("14", "Cod"),
        ("15", "Eels"),
        ("16", "Ice"),
    ]
    assert [layout.text[b.start : b.end] for b in layout.blocks] == [
        f"Mayor Roe said that {word} was dear." for word in ("Cod", "Eels", "Ice")
    ]


def test_minutes_that_stand_once_are_no_label() -> None:
    head = "Cod Board\n\n3 May 2004\n\n"
    text = f"{head}1. Cod\n\nNone.\n\n2. Eels\n\nNone.\n\nMinutes:\n\nThe minutes were agreed.\n"
    assert not any("Minutes:" in words for words in read_layout(text).boilerplate)


@pytest.mark.parametrize(
    ("present", "headings"),
    [
        ("PRESENT:\n\n- Mr. Roe\n- Ms. Fen", ["COD:", "EELS:", "ICE:"]),
    ],
)
def test_those_present_stand_under_a_heading_like_the_others(
    present: str, headings: list[str]
) -> None:
    said = "Mr. Roe said that cod was dear and that nobody knew why it was so."
    parts = "".join(f"{heading}\n\n{said}\n\n" for heading in headings)
    layout = read_layout(f"Cod Board\n\n3 May 2004\n\n{present}\n\n{parts}")
    assert [section.heading for section in layout.sections] == [
        heading.rstrip(":") for heading in [present.split("\n")[0], *headings]
    ]
    assert len(layout.blocks) == len(headings) + 1


@pytest.mark.parametrize(
    "column", ["Action", "Min. Ref.          Action", "                             Action by"]
)
def test_the_head_of_a_column_is_set_apart(column: str) -> None:
    said = "Mr. Roe said that cod was dear."
    parts = f"{column}\n\n1. Cod\n\n{said}\n\n2. Eels\n\n{said}\n"
    layout = read_layout(f"Minutes of the Cod Board\n\n3 May 2004\n\nPresent: Mr. Roe\n\n{parts}")
    assert [section.id for section in layout.sections] == ["1", "2"]
    assert layout.boilerplate == (" ".join(column.split()),)


def test_the_title_of_minutes_is_not_that_of_the_page_on_which_they_stand() -> None:
    title = "Minutes of the May Meeting of the Cod Board held on 3 May 2004 in Cod Hall"
    assert read_layout(f"# Minutes 2004\n\n{title}\n\n{TEXT}").title == title


def test_who_has_seen_the_minutes_is_no_title() -> None:
    note = "(These minutes have been seen by the Board)"
    layout = read_layout(f"{note}\n\nMinutes of the Cod Board\n\n3 May 2004\n\n{TEXT}")
    assert (layout.title, layout.boilerplate) == ("Minutes of the Cod Board", (note,))
