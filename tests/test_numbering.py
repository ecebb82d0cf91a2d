"""Every way in which documents number their parts, one example each; the words are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.sections.layout import read_layout

FRONT = "Talks in Vik\n\n3 May 2004\n\n"
ONE, TWO = "Roe said that cod was dear.", "Doe said that eels were not."

MARKERS = {
    "1. Cod|2. Eels": "1 2",
    "1.Cod|2.Eels": "1 2",
    "1 Cod|2 Eels": "1 2",
    "I. Cod|II. Eels": "I II",
    "A. Cod|B. Eels": "A B",
    "Ⅰ．Cod|Ⅱ．Eels": "I II",
    "Ⅲ Cod|(ⅰ) Eels|(ⅱ) Herring|Ⅳ Ice": "III III.i III.ii IV",
    "1° Cod|2° Eels": "1 2",
    "A. Cod|A.1 Eels|A.2 Herring|B. Ice|B.1 Snow": "A A.1 A.2 B B.1",
    "II. Cod|II.1. Eels|II.2. Herring|III. Ice": "II II.1 II.2 III",
    "(1) Cod|(2) Eels": "1 2",
    "(1)Cod|(2)Eels": "1 2",
    "(a) Cod|(b) Eels": "a b",
    "a/ Cod|b/ Eels": "a b",
    "-(a) Cod|-(b) Eels": "a b",
    "(A) Cod|(B) Eels": "A B",
    "(i)Cod|(ii)Eels": "i ii",
    "1) Cod|2) Eels": "1 2",
    "[Agenda 1] Cod|[Agenda 2] Eels": "1 2",
    "(Agenda 1) Cod|(Agenda 2) Eels": "1 2",
    "11. Cod|12. Eels": "11 12",
    "P/23/101 Cod|P/23/102 Eels": "P/23/101 P/23/102",
    "24/FC/031 Cod|24/FC/032 Eels": "24/FC/031 24/FC/032",
    "FC31/24 Cod|FC32/24 Eels": "FC31/24 FC32/24",
    "ITEM 1 Cod|ITEM 2 Eels": "1 2",
    "Item 3 Cod|Item 4 Eels|Item 5 Ice": "3 4 5",
    "Agenda Item 1  Cod|Agenda Item 2  Eels": "1 2",
    "• (1) Cod|• (2) Eels": "1 2",
    "## Cod|## Eels": "1 2",
    "## 4.16 Cod|## 4.9 Eels|### Herring|## Others": "4.16 4.9 4.9.1 h1",
    "**Cod**|**Eels**": "1 2",
    "Cod|Eels": "1 2",
    "1. Cod|1. Cod, continued|2. Eels": "1 1-2 2",
}
BULLETS = "•-–o◦°*ㅇ❍➔"

LISTS = {
    f"1. (1) {ONE}\n\n(2) {TWO}\n\n2. (1) Nobody spoke.\n": ["1.1", "1.2", "2.1"],
    f"1. 1. Cod\n\n{ONE}\n\n1. 2. Eels\n\n{TWO}\n": ["1.1", "1.2"],
    f"- (a) {ONE}\n- (b) {TWO}\n": ["a", "b"],
    f"1. {ONE}\n\n2. {TWO}\n": ["1", "2"],
    f"1. Cod\n\n   1. {ONE}\n   2. {TWO}\n\n2. Eels\n\nNobody spoke.\n": ["1.1", "1.2", "2"],
    f"1. Cod\n\n{ONE}\n\nOther matters\n\n{TWO}\n\n2. Eels\n\nNobody spoke.\n": ["1", "1.h1", "2"],
    f"{ONE}\n\n{TWO}\n": ["0", "0"],
    f"1. {ONE}\n\nA. COD\n\n2. {ONE}\n\nB. EELS\n\n3. {TWO}\n": ["1", "A.2", "B.3"],
    f"1. (1) Cod\na {ONE}\nb {TWO}\n": ["1.1.a", "1.1.b"],
    "".join(f"{n}   {ONE}\n\n" for n in range(11, 15)): ["11", "12", "13", "14"],
    f"Cod\n\n{ONE}\n\nEels\n\n{TWO}\n\nConclusions\n\n{ONE}\n\n1) {ONE}\n2) {TWO}\n": (
        ["h1", "h2", "h3", "h3.1", "h3.2"]
    ),
    f"Cod\n\n{ONE}\n\nEels\n\n{TWO}\n\nIce\n\n(i) Snow\n{ONE}\n\n(ii) Rain\n{TWO}\n": (
        ["h1", "h2", "h3.i", "h3.ii"]
    ),
    f"# 1) Cod\n\n{ONE}\n\n# 2) Fish\n\n**Eels.** {TWO}\n\n**Ice.** {ONE}\n": (
        ["1", "2.h1", "2.h2"]
    ),
    f"1. Cod\n\n{ONE}\n\n<roe> https://example.org/cod\n\n{TWO}\n\n... and ice\n\n{ONE}\n": (
        ["1"] * 5
    ),
    f"1. (1) {ONE}\n\n1. (2) {TWO}\n\n2. (1) {ONE}\n\n2. (2) {TWO}\n": (
        ["1.1", "1.2", "2.1", "2.2"]
    ),
    f"1   Roe        Norland\n2   Doe        Sudland\n\n1. {ONE}\n\n2. {TWO}\n": (
        ["0", "0", "1", "2"]
    ),
    f"1{ONE}\n\n2{TWO}\n\n3{ONE}\n": ["1", "2", "3"],
    f"1 {ONE}\n\n2 {TWO[:-1]} (Photo) in May.\n\n3 {ONE}\n": ["1", "2", "3"],
    f"# Cod\n\n1. {ONE}\n1. {TWO}\n1. {ONE}\n\n# Eels\n\n1. {ONE}\n1. {TWO}\n": (
        ["h1.1", "h1.2", "h1.3", "h2.1", "h2.2"]
    ),
    f"1. {ONE}\n\nCod\n\n2. The fish were:\n\n   2.1. Cod: {ONE}\n\n   2.2. Eels: {TWO}\n\n"
    f"Ice\n\n3. {ONE}\n": ["1", "h1.2", "h1.2.1", "h1.2.2", "h2.3"],
    f"1. {ONE}\n\n2. 2. {TWO}\n\n3. {ONE}\n": ["1", "2", "3"],
    f"  1. 1. {ONE}\n\n    2. {TWO}\n\n    3. {ONE}\n": ["1", "2", "3"],
    f"1. {ONE}\n\n※ Cod in 2004: 16,000 tons\n\n{TWO}\n\n2. {TWO}\n": ["1", "1", "1", "2"],
    f"1. Cod\n\n(Minister Roe)\n\n{ONE}\n\n(Minister Doe)\n\n{TWO}\n": ["1", "1"],
    f"{ONE}\n\n2   {TWO}\n\n3   {ONE}\n": ["0", "2", "3"],
    f"3. Cod\n\n1. {ONE}\n2. {TWO}\n\n4. Eels\n\n3. {ONE}\n": ["3.1", "3.2", "4.3"],
    f"2. Cod\n\n1. {ONE}\n2. {TWO}\n\n3. Eels\n\n3. {TWO}\n": ["2.1", "2.2", "3.3"],
    f"7. Cod\n\n{ONE}\n\n1. {ONE}\n2. {TWO}\n\n8. Eels\n\n{TWO}\n\n1. {ONE}\n": (
        ["7", "7.1", "7.2", "8", "8.1"]
    ),
    f"1358 COD AND EELS\n\n{ONE}\n\n1359 ICE\n\n{TWO}\n": ["1358", "1359"],
    "1. Roe said that (a) cod was dear, and (b) eels were not.\n\n2. Nobody spoke.\n": ["1", "2"],
}


@pytest.mark.parametrize("markers", MARKERS)
def test_headings(markers: str) -> None:
    body = "".join(f"{line}\n\n{ONE}\n\n" for line in markers.split("|"))
    assert " ".join(s.id for s in read_layout(FRONT + body).sections) == MARKERS[markers]


@pytest.mark.parametrize("sign", BULLETS)
def test_bullets(sign: str) -> None:
    points = f"The points were:\n\n{sign} {ONE}\n{sign} {TWO}\n"
    assert [len(block.items) for block in read_layout(FRONT + points).blocks] == [2]
    headings = f"{sign} Cod\n\n{ONE}\n\n{sign} Eels\n\n{TWO}\n"
    assert [s.heading for s in read_layout(FRONT + headings).sections] == ["Cod", "Eels"]


@pytest.mark.parametrize("body", LISTS)
def test_where_passages_stand(body: str) -> None:
    assert [block.section for block in read_layout(FRONT + body).blocks] == LISTS[body]


def test_bare_figures_count_paragraphs_that_are_sentences() -> None:
    body = "\n\n".join(f"{n} Minister Roe said that cod {n} was dear." for n in range(1, 5))
    layout = read_layout(f"{FRONT}{body}\n")
    assert [block.section for block in layout.blocks] == ["1", "2", "3", "4"]
    few = read_layout(f"{FRONT}2 ministers spoke of cod.\n\n3 Ministers spoke of eels.\n")
    assert [block.section for block in few.blocks] == ["0", "0"]


def test_bare_figures_count_the_paragraphs_of_each_part() -> None:
    body = "I Cod\n1 Roe said yes.\n2 Doe said no.\nII Eels\n1 Roe said no.\n2 Doe said yes.\n"
    layout = read_layout(FRONT + body)
    assert [block.section for block in layout.blocks] == ["I.1", "I.2", "II.1", "II.2"]


def test_an_annex_is_no_part_of_an_item() -> None:
    body = f"1. Cod\n\n1.1 {ONE}\n\n1.2 {TWO}\n\nAnnex 1\nWho was there\n\nNobody was.\n"
    layout = read_layout(FRONT + body)
    assert [section.id for section in layout.sections] == ["1", "1.1", "1.2", "1-2"]


@pytest.mark.parametrize(
    ("signs", "ids"),
    [
        (("## 1.", "## (1)", "## (2)", "## 2."), ["1", "1.1", "1.2", "2"]),
        (("## 1.", "## 1.1", "## 1.2", "## 2."), ["1", "1.1", "1.2", "2"]),
        (("## I.", "## A.", "## B.", "## II."), ["I", "I.A", "I.B", "II"]),
        (("## 1.", "### (1)", "### (2)", "## 2."), ["1", "1.1", "1.2", "2"]),
    ],
)
def test_headings_of_one_sign_are_levelled_by_their_numbers(
    signs: tuple[str, ...], ids: list[str]
) -> None:
    above, first, second, last = signs
    text = (
        f"They met in Vik.\n\n{above} Trade\n\n{first} Cod\n\nCod was dear.\n\n{second} Ice\n\n"
        f"Ice was not.\n\n{last} Others\n\nThey ate.\n"
    )
    found = read_layout("Talks with Minister Roe\n\n3 May 2004\n\n" + text)
    assert [section.id for section in found.sections] == ids


@pytest.mark.parametrize("form", ["■ {}", "<<{}>>", "«{}»"])
def test_headings_with_signs_over_numbers_that_run_on(form: str) -> None:
    text = (
        f"They met in Vik.\n\n{form.format('Trade')}\n\n1. Cod was dear.\n\n2. Ice was not.\n\n"
        f"{form.format('Ports')}\n\n3. Vik was full.\n\n4. Ness was not.\n"
    )
    found = read_layout("Talks with Minister Roe\n\n3 May 2004\n\n" + text)
    assert [section.heading for section in found.sections if section.heading] == ["Trade", "Ports"]


SLIPS = {
    "1. Cod|2 Eels|3) Ice|4. Others": "1 2 3 4",
    "1 Cod|2. Eels|3 Ice": "1 2 3",
    "(1) Cod|2. Eels|(3) Ice": "1 2 3",
    "I. Cod|II Eels|III. Ice": "I II III",
    "3.1 Cod|3.2 Eels|4 Ice": "3.1 3.2 4",
}


@pytest.mark.parametrize(("heads", "ids"), SLIPS.items())
def test_a_number_goes_on_with_another_sign(heads: str, ids: str) -> None:
    text = FRONT + "".join(f"{head}\n\n{ONE}\n\n" for head in heads.split("|"))
    assert " ".join(section.id for section in read_layout(text).sections) == ids


def test_paragraphs_counted_through_hold_no_heading() -> None:
    text = (
        f"I. COD\n\n1. {ONE}\n\n2. {TWO}\n\nII. EELS\n\n3. {ONE}\n\nA. Smoked\n\n4. {TWO}\n\n"
        f"5. {ONE}\n\nB. Live\n\n6. {TWO}\n\nIII. ICE\n\n7. {ONE}\n"
    )
    ids = [section.id for section in read_layout(FRONT + text).sections]
    assert " ".join(ids) == "I I.1 I.2 II II.3 II.A II.A.4 II.A.5 II.B II.B.6 III III.7"


def test_titles_of_an_agenda_end_in_a_full_stop() -> None:
    text = (
        f"1. Apologies\n\n{ONE}\n\n"
        f"2. To approve the minutes of the meeting held on 9 April 2019.\n\n{TWO}\n\n"
        f"3. Talk with officers from the Department of Ports on the quay in Vik.\n\n"
        f"{ONE}\n\n4. Payments\n\n1. Hall – £12.00\n2. A. Mow (mowing) – £160.00\n"
        "All were agreed.\n"
    )
    assert [(s.id, s.heading) for s in read_layout(FRONT + text).sections] == [
        ("1", "Apologies"),
        ("2", "To approve the minutes of the meeting held on 9 April 2019."),
        ("3", "Talk with officers from the Department of Ports on the quay in Vik."),
        ("4", "Payments"),
        ("4.1", None),
        ("4.2", None),
    ]


def test_a_heading_stands_over_the_name_of_a_draft() -> None:
    text = f"1. New\n\n1.1 Items\n\no draft-cod-quotas-03\n\n{ONE}\n\n1.2 Eels\n\n{TWO}\n"
    assert read_layout(FRONT + text).sections[1].heading == "Items"


def test_what_documents_an_item_is_none_of_its_heading() -> None:
    text = f"1. Cod (Document V/44 Paper No. 2)\n\n{ONE}\n\n2. Eels [Motion 97-5]\n\n{TWO}\n"
    assert [s.heading for s in read_layout(FRONT + text).sections] == ["Cod", "Eels"]


def test_notes_below_a_telegram_count_nothing() -> None:
    text = (
        f"1. {ONE} [1]\n\n2. {TWO} [2]\n\n3. Nobody spoke.\n\n4. Roe left.\n\n"
        "1 Document 7.\n\n2 Not found.\n\n[A18/2, 401]\n"
    )
    layout = read_layout(FRONT + text)
    assert [section.id for section in layout.sections] == ["1", "2", "3", "4"]


def test_a_number_far_above_that_which_counts_from_one_is_the_sender_s() -> None:
    front = "Telegram From the Embassy in Norland\n\nVik, May 3, 1957—2 p.m.\n\n"
    layout = read_layout(f"{front}214. Reference: Deptel 163.\n\n1. {ONE}\n\n2. {TWO}\n")
    assert [section.id for section in layout.sections] == ["1", "2"]


def test_a_line_below_the_words_under_a_number_heads_the_next_ones() -> None:
    above = f"1. Cod\n(1) {ONE}\n(2) {TWO}\n\n2. Eels\n{ONE}\n\n"
    text = f"The Meeting\n\n{above}The Working Lunch\n\n3. Herring\n{TWO}\n\n4. Ice\n{ONE}\n"
    sections = read_layout(FRONT + text).sections
    assert " ".join(s.id for s in sections) == "h1 h1.1 h1.1.1 h1.1.2 h1.2 h2 h2.3 h2.4"
