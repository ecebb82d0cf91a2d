"""Every way in which an outline says who speaks, one example each; names are invented."""

from __future__ import annotations

import pytest

from searchkit import BOTH_SIDES
from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

OPENING = "Foreign Minister Jorun Aske of Norway met Foreign Minister Otto Brand in Bergen.\n\n"
ASKE, BRAND = "Jorun Aske", "Otto Brand"

FORMS: dict[str, tuple[str, list[str]]] = {
    "title and surname": ("Minister Aske stated that cod was dear.", [ASKE]),
    "took stock": ("Both sides took stock of the cod talks.", [BOTH_SIDES]),
    "of one mind": ("The two ministers were of one mind that cod was dear.", [BOTH_SIDES]),
    "compared readings": ("The two ministers compared their readings of it.", [BOTH_SIDES]),
    "conversed about": ("They conversed about cod.", [BOTH_SIDES]),
    "differed on": ("The two ministers differed on herring.", [BOTH_SIDES]),
    "granted that": ("Minister Brand granted that cod was dear.", [BRAND]),
    "drew attention": ("Minister Aske drew the Meeting's attention to cod.", [ASKE]),
    "in this vein": ("Minister Brand, too, spoke in this vein.", [BRAND]),
    "concern was voiced": ("Concern was voiced over cod.", [BOTH_SIDES]),
    "there was a nod from": ("There was a nod from Minister Brand.", [BRAND]),
    "it is hoped": (
        "Minister Aske said that cod was dear. It is hoped that herring will do.",
        [ASKE, ASKE],
    ),
    "from the following year": (
        "1. Cod\n\nThe two ministers agreed on cod from the following year.\n\n"
        "(1) Minister Aske thanked her host.\n\n(2) The Norwegian side echoed this.",
        [BOTH_SIDES, ASKE, "Norwegian side"],
    ),
    "in response": (
        "Minister Aske asked about cod. In response, Minister Brand said it was dear.",
        [ASKE, BRAND],
    ),
    "responding to": ("Responding to this, Minister Brand said that it was dear.", [BRAND]),
    "to this": ("To this, Minister Brand responded that it was dear.", [BRAND]),
    "stated in response": ("Minister Brand stated in response that cod was dear.", [BRAND]),
    "asked why": ("Minister Aske asked why cod was dear.", [ASKE]),
    "to the effect": ("Minister Aske said to the effect as follows.", [ASKE]),
    "stated as follows": (
        "Minister Aske stated as follows:\n\n- Cod is dear.\n- Herring is not.",
        [ASKE, ASKE],
    ),
    "expressed": ("Minister Aske expressed her concern over cod.", [ASKE]),
    "praised": ("Minister Aske praised the fishermen.", [ASKE]),
    "renewed": ("Minister Aske renewed her invitation to Bergen.", [ASKE]),
    "applauded": ("Minister Brand applauded the new ferry.", [BRAND]),
    "nodded and stated": ("Minister Brand nodded and stated that he agreed.", [BRAND]),
    "coordinated": ("Minister Aske welcomed the ferry, and stated that cod was dear.", [ASKE]),
    "inverted": ("“Cod is dear,” said Minister Aske.", [ASKE]),
    "inverted bare": ("“Cod is dear,” said Brand.", [BRAND]),
    "he further noted": (
        "Minister Brand spoke of cod. He further noted that it was dear.",
        [BRAND, BRAND],
    ),
    "she added": (
        "Minister Aske said that cod was dear. She added that herring was not.",
        [ASKE, ASKE],
    ),
    "went on to say": (
        "Minister Brand said that cod was dear. He went on to say that herring was not.",
        [BRAND, BRAND],
    ),
    "they agreed": ("They agreed to meet again.", [BOTH_SIDES]),
    "the side": ("The Norwegian side asked for time.", ["Norwegian side"]),
    "side without article": ("Norwegian side took note.", ["Norwegian side"]),
    "both ministers": ("Both ministers confirmed the plan.", [BOTH_SIDES]),
    "two leaders shared": ("The two ministers shared the view that cod was dear.", [BOTH_SIDES]),
    "participants": ("Participants welcomed the plan.", [BOTH_SIDES]),
    "the three": ("The three ministers agreed to meet again.", [BOTH_SIDES]),
    "it was agreed": ("It was agreed that the ferry would sail.", [BOTH_SIDES]),
    "views were exchanged": ("Views were exchanged on cod.", [BOTH_SIDES]),
    "first person in a block": (
        "Minister Aske made the following statement:\n\nI am glad to be here. We want more cod.",
        [ASKE, ASKE],
    ),
    "one reports another": ("Minister Aske said that Minister Brand had promised a ferry.", [ASKE]),
    "transcript capitals": (
        "FOREIGN MINISTER ASKE: Thank you all.\n\nFOREIGN MINISTER BRAND: It was short.",
        [ASKE, BRAND],
    ),
    "transcript mr": (
        "Mr. Tanigawa: Good morning to you.\n\nMr. Tanigawa: That is all.",
        ["Tanigawa", "Tanigawa"],
    ),
    "transcript sg": (
        "Secretary-General Nils Orre spoke.\n\nSG: I am glad.\n\nQ: Why?\n\nSG: It is spring.",
        ["Nils Orre", "Nils Orre"],
    ),
    "as interpreted": ("FOREIGN MINISTER BRAND: (As interpreted.) I thank you.", [BRAND]),
    "capitals no colon": ("FOREIGN MINISTER BRAND Thank you all for coming.", [BRAND]),
    "attributable": (
        "Attributable to Spokesperson Sara Quill:\n\nMinister Aske thanked Minister Brand.",
        [ASKE],
    ),
    "continues": (
        "Minister Aske stated that cod was dear. For example, a box cost ten crowns.",
        [ASKE, ASKE],
    ),
    "the minister, not his country": (
        "On cod, Minister Aske was firm: Norway refused to wait. Her counterpart spoke of regret.",
        [ASKE, BRAND],
    ),
    "had no objection": ("Minister Brand had no objection.", [BRAND]),
    "remained doubtful": ("Minister Brand remained doubtful.", [BRAND]),
    "put questions": ("Minister Aske put two questions to him.", [ASKE]),
    "brought greetings": ("Minister Aske brought greetings from the King.", [ASKE]),
    "an office before the name": (
        "Ferries Minister, Dr. Liv Moe paid a visit. Minister Moe said that she liked it.",
        ["Liv Moe"],
    ),
    "an abbreviated calling": (
        "Minister Aske said that cod was dear. Eng. Per Dahl replied that it was not.",
        [ASKE, "Per Dahl"],
    ),
    "others are told of": (
        "Minister Aske said that cod was dear. The two ministers went aboard.",
        [ASKE],
    ),
    "told between turns": (
        "Aske: Cod is dear.\n\nBrand: It always is.\n\n"
        "The Minister rose. Brand asked whether they were late.\n\n"
        "Aske: They sail.",
        [ASKE, BRAND, BRAND, ASKE],
    ),
    "a list is no speech": ("Otto Brand\n\nMs L. Sand (Clerk)\n\nThe meeting opened.", []),
    "narration": ("Minister Aske smiled. Lunch was then served.", []),
}


@pytest.mark.parametrize("form", FORMS)
def test_who_speaks(form: str) -> None:
    words, speakers = FORMS[form]
    outline = parse(OPENING + words, id="x", thesaurus=Thesaurus.default())
    assert [s.speaker for p in outline.passages[1:] for s in p.statements] == speakers
