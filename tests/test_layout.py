"""The layout of outlines: every style of numbering, and any text at all."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.sections.layout import Layout, read_layout

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


def blocks(text: str) -> list[tuple[str, str, str]]:
    """Section, headings and text of every block, with white space collapsed."""
    return [
        (block.section, " > ".join(block.headings), " ".join(text[block.start : block.end].split()))
        for block in read_layout(text).blocks
    ]


def sections(text: str) -> list[tuple[str, str | None, int]]:
    return [(one.id, one.heading, one.level) for one in read_layout(text).sections]


STYLES = {
    "Roman numbers, capital letters, numbers": (
        """Talks

I. Trade

A. Tariffs

1. The ministers agreed to cut tariffs.
2. They set up a committee.

B. Quotas

The ministers discussed quotas.

II. Energy

The Norland side proposed a pipeline.
""",
        [
            ("I.A.1", "Trade > Tariffs", "The ministers agreed to cut tariffs."),
            ("I.A.2", "Trade > Tariffs", "They set up a committee."),
            ("I.B", "Trade > Quotas", "The ministers discussed quotas."),
            ("II", "Energy", "The Norland side proposed a pipeline."),
        ],
    ),
    "glued to their text": (
        """Talks

1.Trade
(1)The minister spoke of tariffs.
(2)The envoy agreed.
2.Energy
(i)Gas
The minister spoke of gas.
(ii)Oil
The envoy spoke of oil.
""",
        [
            ("1.1", "Trade", "The minister spoke of tariffs."),
            ("1.2", "Trade", "The envoy agreed."),
            ("2.i", "Energy > Gas", "The minister spoke of gas."),
            ("2.ii", "Energy > Oil", "The envoy spoke of oil."),
        ],
    ),
    "two markers on a line": (
        """Talks

1. (1) The minister said yes.

(2) The envoy said no.

2. (1) The minister said maybe.

(2) 1. The envoy said nothing.

2. The minister went home.
""",
        [
            ("1.1", "", "The minister said yes."),
            ("1.2", "", "The envoy said no."),
            ("2.1", "", "The minister said maybe."),
            ("2.2.1", "", "The envoy said nothing."),
            ("2.2.2", "", "The minister went home."),
        ],
    ),
    "one marker twice on a line": (
        "Talks\n\n1. 1. Yes was said.\n2. No was said.\n2. 1. Maybe was said.\n2. No was said.\n",
        [
            ("1.1", "", "Yes was said."),
            ("1.2", "", "No was said."),
            ("2.1", "", "Maybe was said."),
            ("2.2", "", "No was said."),
        ],
    ),
    "a list's numbers before the document's own": (
        "Talks\n\n1. Trade\n\n  1. (1) Yes was said.\n  2. (2) No was said.\n",
        [("1.1", "Trade", "Yes was said."), ("1.2", "Trade", "No was said.")],
    ),
    "bullets over numbers": (
        "Talks\n\n- Trade\n(1) Yes was said.\n(2) No was said.\n- Energy\n(1) Maybe was said.\n",
        [
            ("1.1", "Trade", "Yes was said."),
            ("1.2", "Trade", "No was said."),
            ("2.1", "Energy", "Maybe was said."),
        ],
    ),
    "headings in brackets": (
        "Talks\n\n[Trade]\n\n— Yes was said.\n\n— No was said.\n\n【Energy】\n\nNobody spoke.\n",
        [
            ("1", "Trade", "Yes was said."),
            ("1", "Trade", "No was said."),
            ("2", "Energy", "Nobody spoke."),
        ],
    ),
    "a bullet before a letter": (
        "Talks\n\n- (a) The minister said yes.\n- (b) The envoy said no.\n",
        [("a", "", "The minister said yes."), ("b", "", "The envoy said no.")],
    ),
    "closing brackets only": (
        "Talks\n\n1) Trade\n\na) The minister said yes.\nb) The envoy said no.\n\n2) Energy\n\n"
        "a) Nobody spoke.\n",
        [
            ("1.a", "Trade", "The minister said yes."),
            ("1.b", "Trade", "The envoy said no."),
            ("2.a", "Energy", "Nobody spoke."),
        ],
    ),
    "a page that starts at 11": (
        "Talks\n\n11. Trade\n\nThe minister said yes.\n\n12. Energy\n\nThe envoy said no.\n",
        [("11", "Trade", "The minister said yes."), ("12", "Energy", "The envoy said no.")],
    ),
    "a list under the same style, right under its heading": (
        "Talks\n\n1. Trade\n\n1. The minister said yes.\n\n2. The envoy said no.\n\n2. Energy\n\n"
        "Nobody spoke.\n",
        [
            ("1.1", "Trade", "The minister said yes."),
            ("1.2", "Trade", "The envoy said no."),
            ("2", "Energy", "Nobody spoke."),
        ],
    ),
    "an indented list under the same style, and a paragraph after it": (
        "Talks\n\n1. Trade\n\n  1. The minister said yes.\n  2. The envoy said no.\n\n"
        "(Both smiled.)\n\n2. Energy\n\nNobody spoke.\n",
        [
            ("1.1", "Trade", "The minister said yes."),
            ("1.2", "Trade", "The envoy said no."),
            ("1", "Trade", "(Both smiled.)"),
            ("2", "Energy", "Nobody spoke."),
        ],
    ),
    "numbers with points": (
        "Minutes\n\n1. Opening\n\n1.1 The chair opened the meeting.\n\n2. Reports\n\n"
        "2.1 Finance\n\n2.1.1 The treasurer spoke of 3.5 million.\n\n2.2 The chair thanked her.\n",
        [
            ("1.1", "Opening", "The chair opened the meeting."),
            ("2.1.1", "Reports > Finance", "The treasurer spoke of 3.5 million."),
            ("2.2", "Reports", "The chair thanked her."),
        ],
    ),
    "bare numbers": (
        "Talks\n\n1 Trade\n\nThe minister said yes.\n\n2 Energy\n\n14 September was proposed.\n",
        [("1", "Trade", "The minister said yes."), ("2", "Energy", "14 September was proposed.")],
    ),
    "numbers with a word": (
        "Talks\n\n(Agenda 1) Trade\n\nYes was said.\n\n(Agenda 2) Energy\n\nNo was said.\n",
        [("1", "Trade", "Yes was said."), ("2", "Energy", "No was said.")],
    ),
    "full-width numbers and circles": (
        "会談　Talks\n\n（１）Trade　and energy\n\n　The minister said yes.\n\n（２）Visits\n\n"
        "①The envoy will come.\n②The minister will go.\n",
        [
            ("1", "Trade and energy", "The minister said yes."),
            ("2.1", "Visits", "The envoy will come."),
            ("2.2", "Visits", "The minister will go."),
        ],
    ),
    "small Roman numbers and letters up to i": (
        "Talks\n\n1. Trade\n(i) One was said.\n(ii) Two was said.\n2. Energy\n(h) Eight was said.\n"
        "(i) Nine was said.\n(j) Ten was said.\n",
        [
            ("1.i", "Trade", "One was said."),
            ("1.ii", "Trade", "Two was said."),
            ("2.h", "Energy", "Eight was said."),
            ("2.i", "Energy", "Nine was said."),
            ("2.j", "Energy", "Ten was said."),
        ],
    ),
    "bullets as headings": (
        "Talks\n\n• Trade\n\nThe minister said yes.\n\n• Energy\n\nThe envoy said no.\n",
        [("1", "Trade", "The minister said yes."), ("2", "Energy", "The envoy said no.")],
    ),
    "bullets of all kinds": (
        "Talks\n\n• One was said.\n- Two was said.\n– Three was said.\no Four was said.\n"
        "◦ Five was said.\n° Six was said.\n* Seven was said.\n",
        [
            ("0", "", f"{number} was said.")
            for number in ("One", "Two", "Three", "Four", "Five", "Six", "Seven")
        ],
    ),
    "headings without numbers": (
        "Talks\n\n3 May 2004\n\nTrade\n\nThe minister said yes.\n\nThe envoy said no.\n\nEnergy\n\n"
        "Nobody spoke.\n",
        [
            ("1", "Trade", "The minister said yes."),
            ("1", "Trade", "The envoy said no."),
            ("2", "Energy", "Nobody spoke."),
        ],
    ),
    "headings over lists that start again": (
        "Talks\n\nTrade\n\n1. Yes was said.\n2. No was said.\n\nEnergy\n\n1. Maybe was said.\n",
        [
            ("h1.1", "Trade", "Yes was said."),
            ("h1.2", "Trade", "No was said."),
            ("h2.1", "Energy", "Maybe was said."),
        ],
    ),
    "headings over numbers that run on": (
        "Talks\n\nTrade\n\n1. Yes was said.\n2. No was said.\n\nEnergy\n\n3. Maybe was said.\n",
        [
            ("h1.1", "Trade", "Yes was said."),
            ("h1.2", "Trade", "No was said."),
            ("h2.3", "Energy", "Maybe was said."),
        ],
    ),
    "headings beside numbers": (
        "Talks\n\n3 May 2004\n\nCourse of the talks\n\nThey met.\n\n1. Trade\n\nYes was said.\n\n"
        "2. Energy\n\nNo was said.\n\nNext steps\n\nThey will meet again.\n",
        [
            ("h1", "Course of the talks", "They met."),
            ("1", "Trade", "Yes was said."),
            ("2", "Energy", "No was said."),
            ("h2", "Next steps", "They will meet again."),
        ],
    ),
    "headings under numbers": (
        "Talks\n\n1. Economy\n\nTrade\n\nYes was said.\n\nEnergy\n\nNo was said.\n\n2. Politics\n\n"
        "Nobody spoke.\n",
        [
            ("1.h1", "Economy > Trade", "Yes was said."),
            ("1.h2", "Economy > Energy", "No was said."),
            ("2", "Politics", "Nobody spoke."),
        ],
    ),
    "Markdown": (
        "# Talks\n\n*(Summary)*\n\n## Trade\n\nYes was said.\n\n### Tariffs\n\n- No was said.\n\n"
        "## Energy\n\n1. Maybe was said.\n",
        [
            ("h1", "Trade", "Yes was said."),
            ("h1.1", "Trade > Tariffs", "No was said."),
            ("h2.1", "Energy", "Maybe was said."),
        ],
    ),
    "Markdown with numbers": (
        "# Minutes\n\n## 1. Opening\n\nYes was said.\n\n## 2. Reports\n\n### 2.1 Finance\n\n"
        "No was said.\n",
        [("1", "Opening", "Yes was said."), ("2.1", "Reports > Finance", "No was said.")],
    ),
    "underlined headings": (
        "Talks\n=====\n\nTrade\n-----\n\nYes was said.\n\nEnergy\n------\n\nNo was said.\n",
        [("1", "Trade", "Yes was said."), ("2", "Energy", "No was said.")],
    ),
    "paragraphs only": (
        "The minister met the envoy. They spoke of trade.\n\nThe envoy said no.\n",
        [
            ("0", "", "The minister met the envoy. They spoke of trade."),
            ("0", "", "The envoy said no."),
        ],
    ),
    "carriage returns, tabs and odd spaces": (
        "Talks\r\n(Summary)\r\n\r\n3 May 2004\r\n\r\n1.\tTrade\r\n\r\n"
        "\tThe minister\u00a0spoke.\r\n\u3000(1)\u00a0The envoy said no.",
        [("1", "Trade", "The minister spoke."), ("1.1", "Trade", "The envoy said no.")],
    ),
    "letters inside a sentence, and initials, number nothing": (
        "Talks\n\nThey agreed that (a) trade should grow, and (b) tariffs should fall.\n\n"
        "I. Ode said no.\n\nU.S. officials left.\n\n1956. That was a good year.\n",
        [
            ("0", "", "They agreed that (a) trade should grow, and (b) tariffs should fall."),
            ("0", "", "I. Ode said no."),
            ("0", "", "U.S. officials left."),
            ("0", "", "1956. That was a good year."),
        ],
    ),
    "wrapped lines": (
        """Talks

On 3 May the minister met the envoy in order to discuss a number of
questions. Their next talks, so they said, are going to be held on June
25. The envoy agreed with all of this, as far as he could, and went on
to add that he liked it.
1. The minister said that he would like to see more of this kind of
   discussion in the future.
2. The envoy agreed.
""",
        [
            (
                "0",
                "",
                "On 3 May the minister met the envoy in order to discuss a number of questions. "
                "Their next talks, so they said, are going to be held on June 25. The envoy agreed "
                "with all of this, as far as he could, and went on to add that he liked it.",
            ),
            (
                "1",
                "",
                "The minister said that he would like to see more of this kind of discussion in "
                "the future.",
            ),
            ("2", "", "The envoy agreed."),
        ],
    ),
    "headings that nothing stands under are text": (
        "Talks\n\n1. Trade\n2. Energy\n3. Visits\n",
        [("1", "", "Trade"), ("2", "", "Energy"), ("3", "", "Visits")],
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_style(style: str) -> None:
    text, expected = STYLES[style]
    assert blocks(text) == expected


def test_sections_are_numbered_as_the_document_does() -> None:
    text = (
        "Talks\n\n1. Trade\n\n(1) Tariffs\n\n(a) Yes was said.\n(b) No was said.\n\n2. Energy\n\n"
        "Nobody spoke.\n"
    )
    assert sections(text) == [
        ("1", "Trade", 1),
        ("1.1", "Tariffs", 2),
        ("1.1.a", None, 3),
        ("1.1.b", None, 3),
        ("2", "Energy", 1),
    ]


def test_what_is_numbered_twice_keeps_an_id_of_its_own() -> None:
    text = "Talks\n\n1. Yes was said.\n2. No was said.\n\n1. Maybe was said.\n"
    assert [section.id for section in read_layout(text).sections] == ["1", "2", "1-2"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Visit of the Norland Minister to Suderland", True),
        ("Others.", True),
        ("What next?", True),
        ("Meeting held in Oslo", True),
        ("Mr. Ode and the U.S. proposal", True),
        ("The ministers agreed to meet again", False),
        ("The two sides will meet again.", False),
        ("Statements by Minister Ode in response to the above:", False),
        ("to hold further talks", False),
    ],
)
def test_a_title_has_no_finite_verb(line: str, heading: bool) -> None:
    text = f"Talks\n\n1. {line}\n\nNobody spoke of it.\n"
    assert (sections(text)[0][1] == line) is heading


def parts(text: str, layout: Layout) -> list[tuple[str, str]]:
    return [(part.role, text[part.start : part.end]) for part in layout.parts]


def test_front() -> None:
    text = """Norland-Suderland Relations

Norland-Suderland Foreign Ministers' Meeting
on the Occasion of the Winter Forum
(Overview)

June 9, 2011
Ministry of Foreign Affairs

(Photo: The ministers)

They met.

Back to Index | Back to Top
"""
    layout = read_layout(text)
    assert layout.title == (
        "Norland-Suderland Foreign Ministers' Meeting on the Occasion of the Winter Forum"
    )
    assert (layout.kind, layout.date_published) == ("Overview", "2011-06-09")
    assert layout.boilerplate == (
        "Norland-Suderland Relations",
        "Ministry of Foreign Affairs",
        "(Photo: The ministers)",
        "Back to Index | Back to Top",
    )
    assert blocks(text) == [("0", "", "They met.")]
    assert layout.derived == ()


@pytest.mark.parametrize(
    ("lines", "title", "kind", "date", "boilerplate"),
    [
        (
            ["Asia", "Norland-U.S. Foreign Ministers' Meeting(Summary)", "August 9, 2014"],
            "Norland-U.S. Foreign Ministers' Meeting", "Summary", "2014-08-09", ("Asia",),
        ),
        (
            ["New York", "", "23 September 2013", "", "Readout of the meeting with Mr. Ode", "",
             "Luis Bly, Secretary-General"],
            "Readout of the meeting with Mr. Ode", None, "2013-09-23",
            ("New York", "Luis Bly, Secretary-General"),
        ),
        (
            ["Remarks With Norland Foreign Secretary Ode", "", "Luis Bly", "Secretary of State",
             "Treaty Room", "Washington, DC", "January 17, 2014"],
            "Remarks With Norland Foreign Secretary Ode", None, "2014-01-17",
            ("Luis Bly", "Secretary of State", "Treaty Room", "Washington, DC"),
        ),
        (
            ["Secretary-General Luis Bly", "", "Readout of the meeting with Mr. Ode", "",
             "Geneva, 26 September 2013"],
            "Readout of the meeting with Mr. Ode", None, "2013-09-26",
            ("Secretary-General Luis Bly",),
        ),
        (
            ["Press release", "Call with President Ode: 24 January 2020"],
            "Call with President Ode: 24 January 2020", None, None, ("Press release",),
        ),
        (
            ["[Title] The Norland Summit", "[Place] Hanoi", "[Date] July 21, 2010", "[Full text]"],
            "The Norland Summit", None, "2010-07-21", ("[Full text]",),
        ),
        (
            ["Home > News > Our Summit (Gist)", "Our Summit (Gist)", "Thursday, May 31, 2012"],
            "Our Summit", "Gist", "2012-05-31", ("Home > News > Our Summit (Gist)",),
        ),
        (
            ["Readout", "", "Ms. Ode's Meeting with Mr. Bly", "", "Media Note", "",
             "Office of the Spokesperson", "Washington, DC", "", "May 3, 2011"],
            "Ms. Ode's Meeting with Mr. Bly", "Readout", "2011-05-03",
            ("Media Note", "Office of the Spokesperson", "Washington, DC"),
        ),
    ],
)  # fmt: skip
def test_fronts(
    lines: list[str], title: str, kind: str | None, date: str | None, boilerplate: tuple[str, ...]
) -> None:
    text = "\n".join([*lines, "", "The Secretary-General met with Mr. Ode."])
    layout = read_layout(text)
    assert (layout.title, layout.kind, layout.date_published) == (title, kind, date)
    assert layout.boilerplate == boilerplate
    assert [text[b.start : b.end] for b in layout.blocks] == [
        "The Secretary-General met with Mr. Ode."
    ]


def test_a_caption_that_repeats_the_title_is_boilerplate() -> None:
    text = "Talks with Norland\n\nThey met.\n\nTalks with Norland\n\nThey left.\n"
    assert read_layout(text).boilerplate == ("Talks with Norland",)
    assert [words for _, _, words in blocks(text)] == ["They met.", "They left."]


def test_kind_at_the_end_of_a_title() -> None:
    layout = read_layout("Talks with Norland (Summary)\n\nThey met.\n")
    assert (layout.title, layout.kind) == ("Talks with Norland", "Summary")


def test_first_sentence_serves_where_there_is_no_title() -> None:
    text = "photo\n\nMr. Ode met Ms. Bly in Oslo. They spoke.\n"
    layout = read_layout(text)
    assert (layout.title, layout.derived) == ("Mr. Ode met Ms. Bly in Oslo.", ("title",))
    assert blocks(text) == [("0", "", "Mr. Ode met Ms. Bly in Oslo. They spoke.")]


def test_a_headline_may_have_a_verb() -> None:
    assert read_layout("Minister Ode will meet envoy\n\n3 May\n\nThey met.\n").title == (
        "Minister Ode will meet envoy"
    )


def test_title_like_line_among_links_at_the_end_is_boilerplate() -> None:
    text = "Talks\n\nThey met.\n\nSummary of Meetings\n\n\nBack to Index"
    assert read_layout(text).boilerplate == ("Summary of Meetings", "Back to Index")


def test_a_lead_in_is_one_block_with_its_list() -> None:
    text = "Talks\n\n1. Trade\n\nThe envoy replied as follows:\n\n  • Yes.\n\n  • No.\n\nHe left.\n"
    layout = read_layout(text)
    first, second = layout.blocks
    assert first.lead_in is not None
    assert text[slice(*first.lead_in)] == "The envoy replied as follows:"
    assert [text[slice(*item)] for item in first.items] == ["Yes.", "No."]
    assert first.listed
    assert text[second.start : second.end] == "He left."


def test_a_lead_in_is_one_block_with_its_letters() -> None:
    text = "Talks\n\n1. They agreed as follows:\n(a) to meet;\n(b) to talk.\n\n2. They left.\n"
    layout = read_layout(text)
    assert [text[slice(*item)] for item in layout.blocks[0].items] == ["to meet;", "to talk."]
    assert [section.id for section in layout.sections] == ["1", "2"]


def test_the_paragraph_after_letters_in_a_sentence_stands_where_their_lead_in_does() -> None:
    text = "Talks\n\n1. They agreed:\n(a) to meet;\n(b) to talk.\n\nThen they left.\n\n2. Cod.\n"
    assert [block.section for block in read_layout(text).blocks] == ["1", "1", "2"]


@pytest.mark.parametrize(("sign", "sections"), [(":", "1 2"), (".", "1 1.a 1.b 2")])
def test_letters_under_a_colon_are_no_sections(sign: str, sections: str) -> None:
    text = f"Talks\n\n1. He said this{sign}\n(a) Cod is dear.\n(b) Eels are not.\n\n2. They left.\n"
    assert " ".join(section.id for section in read_layout(text).sections) == sections


def test_letters_set_off_by_spaces() -> None:
    text = "Talks\n\n1 Trade\n\na  Roe said yes.\n\nb  Doe said no.\n\n2 Cod\n\na word was said.\n"
    assert [section.id for section in read_layout(text).sections] == ["1", "1.a", "1.b", "2"]


@pytest.mark.parametrize("signs", ["--", "ab"])
def test_items_in_small_letters_go_on_with_an_item(signs: str) -> None:
    first, second = (f"({sign})" if sign.isalpha() else sign for sign in signs)
    items = f" {first} met;\n {second} talked."
    text = f"Talks\n\n1. Trade\n\n(1) The ministers\n{items}\n\n(2) They left.\n"
    layout = read_layout(text)
    assert [section.heading for section in layout.sections] == ["Trade", None, None]
    assert [block.section for block in layout.blocks] == ["1.1", "1.2"]


def test_a_lead_in_is_one_block_with_the_paragraph_after_it() -> None:
    text = "Talks\n\n1. Statements by the envoy:\n\nHe said yes.\n\nHe left.\n"
    first, second = read_layout(text).blocks
    assert [text[slice(*item)] for item in first.items] == ["He said yes."]
    assert not first.listed
    assert text[second.start : second.end] == "He left."


def test_a_label_before_running_text_is_a_lead_in() -> None:
    text = "Talks\n\n1. Statements by the envoy: He said yes. He left.\n"
    (block,) = read_layout(text).blocks
    assert block.lead_in is not None
    assert text[slice(*block.lead_in)] == "Statements by the envoy:"
    assert [text[slice(*item)] for item in block.items] == ["He said yes. He left."]


def test_a_bullet_with_bullets_of_its_own_takes_no_others() -> None:
    text = "Talks\n\n• The envoy said no:\n  – to tariffs;\n  – to quotas.\n• Nobody laughed.\n"
    assert [text[block.start :][:14] for block in read_layout(text).blocks] == [
        "The envoy said",
        "Nobody laughed",
    ]


@pytest.mark.parametrize("closing", [":", "."])
def test_what_introduces_the_document_governs_nothing(closing: str) -> None:
    text = f"Talks\n\nA summary of the meeting is as follows{closing}\n\n1. Yes was said.\n"
    assert [(block.lead_in, block.governor) for block in read_layout(text).blocks] == [
        (None, None),
        (None, None),
    ]


def test_an_introduction_with_a_full_stop_governs_the_letters_after_it() -> None:
    text = (
        "Talks\n\n1. Trade\n\n(1) The envoy conveyed the following message.\n\n(a) We agree.\n\n"
        "(b) We thank you.\n\n(2) They left.\n"
    )
    assert [(b.section, b.governor) for b in read_layout(text).blocks] == [
        ("1.1", None),
        ("1.1.a", 0),
        ("1.1.b", 0),
        ("1.2", None),
    ]


def whitespace(text: str) -> str:
    return "".join({char for char in text if char.isspace()})


def covered_once(text: str) -> None:
    """Every character that can be seen is in exactly one block or part, in order."""
    layout = read_layout(text)
    # What is inserted into sentences stands within their blocks, where spaces are in its place.
    inserted = [p for p in layout.parts if not layout.text[p.start : p.end].strip()]
    apart = [p for p in layout.parts if p not in inserted]
    assert all(p.role == "boilerplate" for p in inserted)
    spans = sorted([(p.start, p.end) for p in (*layout.blocks, *apart)])
    text = layout.text
    assert all(start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert [block.start for block in layout.blocks] == sorted(b.start for b in layout.blocks)
    between = [0, *(edge for span in spans for edge in span), len(text)]
    outside = "".join(text[a:b] for a, b in zip(between[::2], between[1::2], strict=True))
    assert outside.strip("\ufeff\u200b\u200c\u200d\u2060" + whitespace(text)) == ""
    for block in layout.blocks:
        inside = [span for span in (block.lead_in, *block.items) if span is not None]
        assert all(block.start <= start < end <= block.end for start, end in inside)
        assert all(before[1] <= after[0] for before, after in pairwise(inside))
    ids = [section.id for section in layout.sections]
    assert len(ids) == len(set(ids))
    known = {*ids, "0"}
    assert all(block.section in known for block in layout.blocks)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seeds_are_covered_once(path: Path) -> None:
    covered_once(path.read_bytes().decode("utf-8"))


@pytest.mark.parametrize("style", STYLES)
def test_styles_are_covered_once(style: str) -> None:
    covered_once(STYLES[style][0])


PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "  ", "\t", " ", "\u3000", "\r\n", "\ufeff", "\u200b", "\x1c"),
        *(
            "1. ",
            "2. ",
            "(1) ",
            "(2)",
            "(a) ",
            "(i) ",
            "I. ",
            "A. ",
            "B. ",
            "1) ",
            "1.1 ",
            "1. (1) ",
        ),
        *(
            "- ",
            "• ",
            "o ",
            "# ",
            "## ",
            "===",
            "----",
            "（２）",
            "①",
            "1",
            "99999. ",
            "Agenda 1: ",
        ),
        *(
            "photo",
            "Back to Index",
            "3 May 2004",
            "(Summary)",
            "Trade",
            "Energy policy",
            "and so on",
        ),
        *(
            "The envoy said no.",
            "He said:",
            "the following.",
            "as follows: Yes.",
            "ünï",
            "...",
            ":",
        ),
        *("|", "**", "A summary is as follows:"),
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_outline_is_covered_once(text: str) -> None:
    covered_once(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_covered_once(text: str) -> None:
    covered_once(text)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{n}. The envoy said {n}." for n in range(1, 5_001)),
        "The envoy said:\n" + "• This was said.\n" * 5_000,
        "\n".join(" " * (n % 60) + "1. This was said." for n in range(5_000)),
        "1. " * 100_000,
        "A: " * 100_000,
        "word " * 500_000,
        "Trade\n\n" * 5_000,
        "The sides said:\n\n" * 5_000,
    ],
    ids=["list", "bullets", "nested", "markers", "colons", "line", "titles", "lead-ins"],
)
def test_long_texts_are_read_to_their_end(text: str) -> None:
    # Anything that takes the square of the length would not come back while somebody waits.
    layout = read_layout(text)
    ends = [part.end for part in (*layout.blocks, *layout.parts)]
    assert max(ends) == len(text.rstrip())


def test_a_short_sentence_about_the_past_is_no_heading() -> None:
    text = "Talks\n\n1. The Committee took note.\n\n2. Trade.\n\nRoe spoke of trade.\n"
    assert [section.heading for section in read_layout(text).sections] == [None, "Trade."]


def test_a_day_within_a_list_is_of_no_block() -> None:
    layout = read_layout(
        "Ministers for Fish\nJoint media release with:\n- The Hon Jane Roe MP, Minister for Cod\n"
        "03 June 2019\n\n◦ Today in Vik, Minister Poe met Minister Roe. They spoke of cod.\n"
    )
    (day,) = (part for part in layout.parts if part.role == "date")
    assert not any(b.start < day.end and day.start < b.end for b in layout.blocks)
