"""Boilerplate: what no document reports is set apart, kept in the record, in no passage."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import Layout, read_layout
from searchkit.outlines.text.insertions import blanked, find_insertions
from searchkit.outlines.words.wording import Wording
from searchkit.thesaurus import Thesaurus

LINES = """
(OR. en)
Advertisement - scroll to continue reading
Story continues below advertisement
(page 1a follows)
Webp 12edited
Left Menu
Menu Content
News / Ports
Original Article
Fonte: https://example.org/cod
Your email address will not be published. Required fields are marked *
No comments:
View settings
Site colours:
Main Content
6 days ago
Your email:
Post my comment
class="cod-govspeak ltr">
Note: Where available, the PDF icon below is provided to view the document
Back to Index
Back to the Top of This Page
Return to the list
↑ Back to top
Page Top
photo
(Photo)
Photo 2
(Photo: Two ministers on a boat)
[Photo: Jo Fen]
Photo credit: Fishing News
Before the talks with Minister Roe. Photo: Fishing News
(Laughter.)
SIR,
Dear Minister Roe,
Note: Summary prepared on the responsibility of the Norland side.
日本語 (Japanese)
(The photograph of the session is published separately.)
(Reference) Joint media note
[Reference] Overview of Norland
*The photographs may be used freely with acknowledgment of the source.
KAL/2001/14 GE.01-20117 (E)
(Table continued overleaf)
Main page | Previous page
Tweet Print Japanese
[As delivered; scroll down for French]
[^1]: Figures of 2018.
(10.00 am)
(A short break)
19-11083     3/6
©KAL/2016/7
(*) This is a provisional translation by Fishing News.
[Laughter and applause]
(The remarks concluded at 9:50 a.m.)
(English version provided by the Embassy of Norland)
3 Quay Street, Vik. Copyright(c) Fishing News. All rights reserved.
Home >> Media >> Press Releases >> Detail
(Pool photo)
Photo (two ministers on a boat)
Japanese
(Japanese)
Japanese / English
English | Français
日本語
(END)
END
- End -
###
# # #
* * *
print
Printer-friendly version
Open a New Window
(Open a New Window)
(PDF)
[PDF, 120 KB]
(PDF) Open a New Window
Provisional Translation
(Unofficial translation)
*This is a provisional translation. The original text is in Norse.
(This is a provisional translation by the Foreign Office for reference purposes.)
For reference only
Fisheries Division, Northern Bureau
(Northern Bureau, Ministry of Foreign Affairs)
Ministry of Foreign Affairs of Norland
Foreign, Commonwealth & Development Office
U.S. Department of State
Office of the Press Secretary
Press Release No. 45
No. 12/2004
PR/2004/12
Click here for the video
Related articles
Share this page
Follow us on Seabook
Page 1 of 3
- 3 -
Skip Navigation
Home > Countries > Norland
Contact: press@example.org
Tel. +47 22 33 44 55
Adobe Reader is required to view the files.
(continued)
[cont'd on next page]
-2- NATO SECRET
E.O. 12958, Sec. 3.5 NSC Memo 11/24/98
XGDS - 3
By KR, NARA, Date 3/2/04
PRIORITY
This website uses cookies. Accept all cookies
Reject additional cookies
Read time: 3 minutes
See all news
Find out more about cod
Read the full statement
Download the PDF (120 KB)
Print version
Follow the Ministry on Twitter
For media enquiries, please contact
Privacy statement
Toggle navigation
Views: 1,204
1204 views
Add new comment
Date of last update: 03/05/2004
talks-on-cod.pdf (1.2 MB)
Was this helpful?
Click to enlarge
Posted on 3 May 2004 by admin
PR 12/04
This was published under the 2010 to 2015 Roe coalition government
"""

TEXT = """
Photo exhibition on the northern seas
The photo was taken at sea.
Japanese side
Japan
The End of the Cod War
Talks at the Prime Minister's Office
Visit to the Fisheries Bureau
Opening of the Embassy
Department of Fisheries reform
Print media and the sea
PDF files were exchanged.
Contacts between fleets
Next steps
Search and rescue
Contents of the joint statement
Reference was made to the fleet.
Return of the islands
Return to the negotiating table
1/3 of the fleet
Video conference
They agreed to open a new window
(1)
[1]
3
Office visit
The speech was interpreted by many as a warning to Norland.
Norland blocks Facebook
Talks with Twitter
PNG delegation
Reply:
Comments:
"""


@pytest.mark.parametrize("line", LINES.strip().split("\n"))
def test_lines_that_are_no_part_of_a_document(line: str) -> None:
    assert Wording.default().is_boilerplate(line)


@pytest.mark.parametrize("line", TEXT.strip().split("\n"))
def test_lines_that_are(line: str) -> None:
    assert not Wording.default().is_boilerplate(line)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("They met. (Photo: Jo Fen) They left.", ["They met.", "|(Photo: Jo Fen)", "They left."]),
        ("They met. photo They left. photo", ["They met.", "|photo", "They left.", "|photo"]),
        ("(Photo) They met.", ["|(Photo)", "They met."]),
        ("They met. (END)", ["They met.", "|(END)"]),
        ("They met. ###", ["They met.", "|###"]),
        ("They met.[12]", ["They met.", "|[12]"]),
        ("Joint PlanOpen a New Window", ["Joint Plan", "|Open a New Window"]),
        ("Joint Plan (PDF) Open a New Window", ["Joint Plan", "|(PDF) Open a New Window"]),
        ("Joint Plan [PDF 1.2 MB]", ["Joint Plan", "|[PDF 1.2 MB]"]),
        ("Joint Plan (Provisional Translation)", ["Joint Plan", "|(Provisional Translation)"]),
        ("Mr. Ode took a photo", ["Mr. Ode took a photo"]),
        ("He wanted to see the END", ["He wanted to see the END"]),
    ],
)
def test_what_clings_to_a_line(line: str, pieces: list[str]) -> None:
    wording = Wording.default()
    found, position = [], 0
    for start, end in wording.debris(line):
        found += [line[position:start].strip(), f"|{line[start:end].strip()}"]
        position = end
    assert [piece for piece in [*found, line[position:].strip()] if piece] == pieces


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("They met. (Photo: Jo Fen) They left. (Photo: Jo Fen)", ["(Photo: Jo Fen)"]),
        ("They met (photo) and [Photo 2: Jo Fen] left.", ["(photo)", "[Photo 2: Jo Fen]"]),
        ("They met (Photo: Jo\nFen) in Oslo.", ["(Photo: Jo\nFen)"]),
        ("The Joint PlanOpen a New Window was adopted.", ["Open a New Window"]),
        ("The Plan (PDF) Open a New Window was adopted.", ["(PDF) Open a New Window"]),
        ("They signed the Plan (PDF, 120 KB) in Oslo.", ["(PDF, 120 KB)"]),
        ("Cod[1] is dear.[2] Eels*3 are (Note 4) not.", ["[1]", "[2]", "*3", "(Note 4)"]),
        ("Cod¹ is dear.² Eels† are not.", ["¹", "²", "†"]),
        ("They met\n(photo) in Oslo.", ["(photo)"]),
        ("They met.\n(Photo) Two ministers in Oslo\n[1] A note.", []),
        ("Between cod[1] and cod[0] is cod[3].", []),
        ("It has 5 km² and costs 3*4 crowns, **1** each.", []),
        ("They looked at the photo and opened a new window.", []),
        ("They saw (photographs of) cod.", []),
    ],
)
def test_what_is_inserted_into_lines(text: str, apart: list[str]) -> None:
    found = find_insertions(text)
    assert [text[one.start : one.end] for one in found] == apart
    assert len(blanked(text, found)) == len(text)


def test_a_paragraph_goes_on_after_what_is_inserted() -> None:
    text = "Talks on Cod\n\nMr. Ode said that boats[1] were (photo) dear.\n\n[1] Old ones.\n"
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    (passage,) = outline.passages
    assert passage.text.split() == ["Mr.", "Ode", "said", "that", "boats", "were", "dear."]
    assert passage.text == outline.text[passage.start : passage.end]
    assert text.index("Mr.") == passage.start
    assert outline.boilerplate == ("[1]", "(photo)", "[1] Old ones.")


OUTLINE = """Japanese
Talks on Cod (Provisional Translation)

12 May 2004
Northern Bureau, Ministry of Foreign Affairs

(Photo) Talks on Cod
Mr. Ode met Ms. Bly in Oslo. (Photo: Jo Fen) They spoke of cod.

1. Boats

Talks on cod (Oslo, 12 May)

(1) Mr. Ode said that boats were dear.[1]

(2) Ms. Bly said that they were old. (END)

Joint Plan (PDF)Open a New Window

Back to Index
"""


def layout() -> Layout:
    return read_layout(OUTLINE)


def test_an_outline_without_its_boilerplate() -> None:
    found = layout()
    assert (found.title, found.date_published) == ("Talks on Cod", "2004-05-12")
    assert [OUTLINE[b.start : b.end] for b in found.blocks] == [
        "Mr. Ode met Ms. Bly in Oslo. (Photo: Jo Fen) They spoke of cod.",
        "Mr. Ode said that boats were dear.",
        "Ms. Bly said that they were old.",
    ]
    assert found.boilerplate == (
        "Japanese",
        "(Provisional Translation)",
        "Northern Bureau, Ministry of Foreign Affairs",
        "(Photo) Talks on Cod",
        "(Photo: Jo Fen)",
        "Talks on cod (Oslo, 12 May)",
        "[1]",
        "(END)",
        "Joint Plan (PDF)Open a New Window",
        "Back to Index",
    )


def test_a_day_at_the_foot_is_of_issue_unless_a_line_above_it_names_another_meeting() -> None:
    found = read_layout("Talks on Cod\n\nThey met. They will meet in the future.\n\n3 May 2011\n")
    assert found.date_published == "2011-05-03"
    found = read_layout("Talks on Cod\n\nThey met.\n\nNext meeting\n\n3 May 2011\n")
    assert found.date_published is None


def test_captions_that_name_whose_picture_it_is() -> None:
    captions = "Roe and Doe in Vik\nRoe and Doe in Vik© Northern Photos / J. Fen"
    captions += "\nMinister Roe in Vik on May 3, 2011. (Northern/Jo Fen)"
    found = read_layout(f"Talks on Cod\n\n3 May 2011\n\nThey met.\n\n{captions}\n\nThey left.\n")
    assert found.boilerplate == tuple(captions.split("\n"))
    assert len(found.blocks) == 2


def test_the_title_again_with_when_it_was_held_heads_nothing() -> None:
    again = "MINUTES OF THE COD COMMITTEE HELD ON 3 MAY 2011"
    text = f"Minutes of the Cod Committee 3 May 2011\n\nThey met.\n\n{again}\n\nThey left.\n"
    assert read_layout(text).sections == ()


def test_figures_glued_to_captions_make_no_notes_of_the_sections() -> None:
    said = "Minister Roe said that cod was dear.\n\nMinister Doe said that eels were dear.\n\n"
    captions = (
        "(Photo1) (Photo: Jo Fen)1 (Photo: Jo Fen)\n(Photo2) (Photo: Jo Fen)2 (Photo: Jo Fen)"
    )
    text = f"Talks on Cod\n\n3 May 2011\n{captions}\n\nThey met in Vik.\n\n"
    text += f"1. Ports\n\n{said}{said}2. Others\n\n{said}"
    assert [section.heading for section in read_layout(text).sections] == ["Ports", "Others"]


def test_links_at_the_end() -> None:
    text = "Talks on Cod\n\nThey met.\n\nRelated links\nNorland\nJoint Plan (PDF)\n\nPage Top\n"
    found = read_layout(text)
    assert [text[b.start : b.end] for b in found.blocks] == ["They met."]
    assert found.boilerplate == ("Related links", "Norland", "Joint Plan (PDF)", "Page Top")
    assert len(read_layout("They met in Oslo.\n" + "Related links\n" * 5000).blocks) == 1


@pytest.mark.parametrize("line", ["Published 12 May 2014", "First published: 12 May 2014"])
def test_a_line_that_says_when_the_document_was_published(line: str) -> None:
    found = read_layout(f"Talks on Cod\n\nThey met in Oslo.\n\n{line}\n\nThey left.\n")
    assert found.date_published == "2014-05-12"
    assert len(found.blocks) == 2


@given(
    st.lists(
        st.sampled_from(
            [
                *("photo", "(Photo: ", ")", "They met.", "(PDF)", "Open a New Window", "[1]"),
                "1. ",
                *("(END)", "###", "Back to Index", "\n", "\n\n", "and said", " ", "- ", "---\n"),
            ]
        )
        | st.text(max_size=3),
        max_size=40,
    ).map(" ".join)
)  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_every_character_is_in_one_place(text: str) -> None:
    found = read_layout(text)
    spans = sorted(
        [(b.start, b.end) for b in found.blocks] + [(p.start, p.end) for p in found.parts]
    )
    held = [i for start, end in spans for i in range(start, end) if not found.text[i].isspace()]
    assert len(held) == len(set(held))
    invisible = "\ufeff\u200b\u200c\u200d\u2060"
    everywhere = {i for start, end in spans for i in range(start, end)}
    assert everywhere >= {
        i for i, char in enumerate(text) if not char.isspace() and char not in invisible
    }
    assert len(found.text) == len(text)


def test_debris_without_end_takes_no_longer_than_other_text() -> None:
    for signs in ("# ", "* ", "(Photo: ", ". photo ", "[pdf", "(END) "):
        assert read_layout(signs * 20_000).title is not None


HEADS = """C/PV.12
Council of the Sea
12th meeting
Monday, 3 May 2004
Vik

The meeting was called to order at 10 a.m.

Ms. Roe (Norland): I thank the President. Cod is dear.

C/PV.12   Cod and eels   03/05/2004

We should talk of it.

Mr. Doe (Sudland): So we should.

03/05/2004   Cod and eels   C/PV.12

I have no more to say.
"""


def test_running_heads() -> None:
    found = read_layout(HEADS)
    assert found.sections == ()
    heads = {"C/PV.12 Cod and eels 03/05/2004", "03/05/2004 Cod and eels C/PV.12"}
    assert heads < set(found.boilerplate)


def test_a_line_below_columns_goes_on_with_nothing() -> None:
    head = "No. 114                                            6 May 1952\nCONFIDENTIAL\n\nSIR,\n\n"
    told = "Mr. Doe said that his Government regretted what had been done in\nVik. " * 4
    layout = read_layout(f"{head}{told}\n\n2.  I replied that I took note of it.\n")
    assert "CONFIDENTIAL" in layout.boilerplate
    assert [section.id for section in layout.sections] == ["2"]


def test_the_number_of_a_page_by_itself() -> None:
    layout = read_layout("Talks in Vik\n\n3 May 2004\n\nRoe said no.\n\n1\n\nDoe said yes.\n")
    assert layout.boilerplate == ("1",)


def test_who_was_there_stands_below_the_last_words() -> None:
    text = "Talks in Vik\n\n3 May 2004\n\nRoe said no.\n\n*Participants:* Jane Roe, Per Doe\n"
    assert len(read_layout(text).blocks) == 2


def test_running_heads_of_several_lines_within_a_sentence() -> None:
    told = "Minister Roe said that cod was dear in all ports of the north.\n" * 4
    pages = [
        f"1.  Cod\n\n{told}He added that it would be so for a long time to come",
        f"unless the quota was raised by at least a half.\n\n2.  Eels\n\n{told}",
        f"3.  Ice\n\n{told}",
    ]
    text = "Talks in Vik\n\n3 May 2004\n\n" + "".join(
        f"{page}\n\n\n       - {n} -\nHARBOUR BOARD          Page {n + 1}\nMeeting of 3 May\n\n"
        for n, page in enumerate(pages, 1)
    )
    layout = read_layout(text)
    assert [section.heading for section in layout.sections] == ["Cod", "Eels", "Ice"]
    assert len(layout.blocks) == 3
    assert layout.blocks[0].end == text.index("a half.") + len("a half.")
    assert [line.split()[-1] for line in layout.boilerplate[:3]] == ["-", "2", "May"]


def test_lines_around_the_number_of_a_page() -> None:
    text = (
        "Question on Cod\n\nMS ROE.- Madam Speaker, I rise. The price\n\nPage 66\n3rd May, 2004\n"
        "Questions\n425\n\nof cod has risen.\n\nMR DOE.- Madam Speaker, has it?\n\n"
        "MS ROE.- Madam Speaker, it has.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert outline.boilerplate == ("Page 66", "Questions", "425")
    assert (outline.date_published, outline.date_meeting) == ("2004-05-03", "2004-05-03")


def test_headings_that_count_sessions_are_no_running_heads() -> None:
    text = "Talks\n\nSession 1\n\nCod was dear.\n\nSession 2\n\nEels were not.\n"
    assert read_layout(text).boilerplate == ()


def test_related_information_named_in_brackets_is_no_heading() -> None:
    text = """Press Conference by the Press Secretary
16 March 1999

1. Visit of the Prime Minister of Norway

Press Secretary Sada: The Prime Minister of Norway will come.

Related Information (Japan-Norway Relations)

2. Herring

Press Secretary Sada: Herring is dear.
"""
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert [section.id for section in outline.sections] == ["1", "2"]
    assert "Related Information (Japan-Norway Relations)" in outline.boilerplate


def test_what_only_files_a_page_or_shows_a_picture_heads_nothing() -> None:
    for line in ("HR/VP speeches", "News stories", "Two ministers at the table"):
        text = f"Talks on Cod\n\n3 May 2004\n\n{line}\n\nOn May 3 Minister Roe met Doe.\n"
        assert read_layout(text).sections == ()


def test_who_writes_in_a_chat_is_no_heading() -> None:
    text = "Notes\n\nThey met.\n\nJR> Cod or ice?\n\nThey parted.\n\nDF> Cod at least\n\nOk.\n"
    assert read_layout(text).sections == ()


def test_fields_with_the_marks_of_headings_head_nothing() -> None:
    text = "# Talks with Minister Roe\n\nMay 3, 2004\n\nThey met in Vik and spoke of cod.\n\n"
    fields = "## Topics\n\nForeign policy\n\n## Persons\n\nRoe Jan\n"
    assert read_layout(text + fields).sections == ()


def test_the_head_of_a_page_with_its_number_between_two_sides_is_no_heading() -> None:
    text = (
        "Cod Committee\n\nPeru Tells Committee of Ice\n\n3 May 2004\n\n"
        "JAN ROE (Peru) said that cod needed ice, and that ice was dear.\n\n          (more)\n"
        "Cod Committee             - 2 -             Press Release CC/7\n"
        "9th Meeting (PM)                            3 May 2004\n\n"
        "JO DOE (Chile) replied that herring needed none.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert outline.sections == ()
    assert [passage.text.split()[0] for passage in outline.passages] == ["JAN", "JO"]


def test_tags_below_the_last_sentence() -> None:
    said = "Minister Roe said that the cod of the north had not been seen for a year."
    text = f"Talks on the Sea\n\n3 May 2004\n\n{said}\n\n  • Ambassador\n  • Norland\n  • Cod-19\n"
    assert read_layout(text).boilerplate == ("• Ambassador", "• Norland", "• Cod-19")
    listed = text.replace("a year.", "a year. They spoke of:")
    assert read_layout(listed).boilerplate == ()
