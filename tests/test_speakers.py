"""Who says what: statements, their verbs, and whose words are quoted or conveyed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.outlines.names.people import find_people
from searchkit.outlines.parser import parse
from searchkit.outlines.sections.layout import Block, Layout, read_layout
from searchkit.outlines.speech.speakers import find_statements
from searchkit.outlines.words.sentences import split_sentences
from searchkit.records import BOTH_SIDES, Statement
from searchkit.thesaurus import Thesaurus

OPENING = (
    "Norway-Chile Foreign Ministers' Meeting\n\nOn May 1, Minister for Foreign Affairs Kari Holm "
    "of Norway met with Minister of Foreign Affairs Pedro Vela of Chile in Oslo.\n\n"
    "1. Fisheries\n\n"
)


def laid_out(text: str) -> tuple[Layout, list[tuple[Statement, ...]]]:
    layout = read_layout(text)
    return layout, list(find_statements(layout, find_people(text, layout)))


def statements(text: str) -> list[Statement]:
    return [s for block in laid_out(text)[1] for s in block]


def said(body: str) -> list[tuple[str, str | None]]:
    """Speaker and mode of every statement of a body that follows the opening."""
    return [(s.speaker, s.mode) for s in statements(OPENING + body)]


HOLM, VELA = "Kari Holm", "Pedro Vela"

SENTENCES = {
    "that-clause": ("Foreign Minister Holm stated that quotas fell.", [(HOLM, "stated")]),
    "no that": ("Minister Vela said quotas fell.", [(VELA, "said")]),
    "adverbs": ("Minister Vela also strongly urged restraint.", [(VELA, "urged")]),
    "particle": ("Minister Holm pointed out the risks.", [(HOLM, "pointed out")]),
    "in response": ("In response, Foreign Minister Vela agreed.", [(VELA, "agreed")]),
    "to this": ("To this, Minister Vela replied that he doubted it.", [(VELA, "replied")]),
    "responding to": ("Responding to this, Mr. Vela offered help.", [(VELA, "offered")]),
    "after the verb": ("Minister Vela stated in response that it was late.", [(VELA, "stated")]),
    "asked why": ("Minister Holm asked why the talks had stopped.", [(HOLM, "asked")]),
    "no comma before": (
        "As for cod Minister Holm pointed out recent progress.",
        [(HOLM, "pointed out")],
    ),
    "object only": ("Minister Holm applauded the plan.", [(HOLM, "applauded")]),
    "noun that must follow": (
        "Minister Vela extended an invitation to Minister Holm.",
        [(VELA, "extended")],
    ),
    "noun that does not follow": ("Minister Vela extended his stay in Oslo.", []),
    "renewed": ("Minister Holm renewed her request for data.", [(HOLM, "renewed")]),
    "handed over": ("The Chilean side handed over a list.", [("Chilean side", "handed over")]),
    "presented": ("Minister Holm presented a new map.", [(HOLM, "presented")]),
    "presented a gift": ("Minister Holm presented him with a gift.", []),
    "submitted": ("The Chilean side submitted a text.", [("Chilean side", "submitted")]),
    "provided a copy": ("Minister Vela provided a copy.", [(VELA, "provided")]),
    "spoke on": ("Minister Vela spoke on the price of cod.", [(VELA, "spoke on")]),
    "held a discussion": (
        "The two ministers held a long discussion on cod.",
        [(BOTH_SIDES, "held")],
    ),
    "had an exchange": (
        "Both sides had an in-depth exchange of views on cod.",
        [(BOTH_SIDES, "had")],
    ),
    "there was an exchange": (
        "There was a frank exchange of views on cod.",
        [(BOTH_SIDES, "exchange")],
    ),
    "by the Meeting": ("The plan was endorsed by the Meeting.", [(BOTH_SIDES, "endorsed")]),
    "made clear": ("Minister Vela made clear that it was over.", [(VELA, "made clear")]),
    "minister set off": (
        "The Minister for the Arts, Ms. Rosa Diaz, said that it would open.",
        [("Rosa Diaz", "said")],
    ),
    "who is invited accepts": (
        "Minister Holm agreed. She invited Mr. Vela to Bergen. He accepted gladly.",
        [(HOLM, "agreed"), (HOLM, "invited"), (VELA, "accepted")],
    ),
    "over a line": (
        "Minister Vela made\nclear that he\nagreed. He called\nfor patience.",
        [(VELA, "made clear"), (VELA, "called for")],
    ),
    "two verbs": (
        "Minister Holm welcomed the plan and stated that it was overdue.",
        [(HOLM, "welcomed|stated")],
    ),
    "participle": (
        "Minister Holm expressed regret, adding that it was an error.",
        [(HOLM, "expressed|adding")],
    ),
    "nodded and stated": (
        "Minister Vela nodded and stated that he agreed.",
        [(VELA, "nodded|stated")],
    ),
    "opened by": ("Minister Holm opened the talks by thanking her guest.", [(HOLM, "thanking")]),
    "insertion": (
        "Minister Holm, referring to the treaty of 1990, proposed a panel.",
        [(HOLM, "proposed")],
    ),
    "for his part": ("Minister Vela, for his part, called for calm.", [(VELA, "called for")]),
    "pronoun": (
        "Minister Holm thanked him. She added that more was needed.",
        [(HOLM, "thanked"), (HOLM, "added")],
    ),
    "pronoun with adverbial": (
        "Minister Vela agreed. In addition, he further noted the costs.",
        [(VELA, "agreed"), (VELA, "noted")],
    ),
    "went on to say": (
        "Minister Vela agreed. He went on to say no more.",
        [(VELA, "agreed"), (VELA, "went on")],
    ),
    "they": ("They agreed to meet again.", [(BOTH_SIDES, "agreed")]),
    "both": ("Both ministers shared the view that stocks matter.", [(BOTH_SIDES, "shared")]),
    "the two": ("The two Foreign Ministers concurred.", [(BOTH_SIDES, "concurred")]),
    "the three": ("The three leaders welcomed the pact.", [(BOTH_SIDES, "welcomed")]),
    "all three": ("All three agreed to return.", [(BOTH_SIDES, "agreed")]),
    "participants": ("Participants stressed the need for data.", [(BOTH_SIDES, "stressed")]),
    "ministers of": ("The ministers of Norway and Chile agreed.", [(BOTH_SIDES, "agreed")]),
    "heads of state": ("The two Heads of State discussed trade.", [(BOTH_SIDES, "discussed")]),
    "two names": ("Minister Holm and Minister Vela concurred.", [(BOTH_SIDES, "concurred")]),
    "office and name": (
        "The Secretary and Foreign Minister Vela discussed trade.",
        [(BOTH_SIDES, "discussed")],
    ),
    "two countries": ("Norway and Chile agreed on quotas.", [(BOTH_SIDES, "agreed")]),
    "the meeting": ("The Meeting noted the report.", [(BOTH_SIDES, "noted")]),
    "a side": ("The Chilean side expressed thanks.", [("Chilean side", "expressed")]),
    "a side by the country's name": ("The Norway side agreed.", [("Norwegian side", "agreed")]),
    "a side without article": ("Chilean side inquired about cod.", [("Chilean side", "inquired")]),
    "U.S. side": ("The U.S. side took note of this.", [("American side", "took note")]),
    "a country": ("Also, Chile announced support.", [("Chilean side", "announced")]),
    "a government": ("The Government of Chile pledged aid.", [("Chilean side", "pledged")]),
    "a capital": ("Moscow denied it.", [("Russian side", "denied")]),
    "a body": ("The EU reiterated its offer.", [("EU side", "reiterated")]),
    "it was agreed": ("It was agreed that talks would go on.", [(BOTH_SIDES, "agreed")]),
    "in brackets": ("(It was confirmed that dates would follow.)", [(BOTH_SIDES, "confirmed")]),
    "views were exchanged": ("Views were exchanged on trade.", [(BOTH_SIDES, "exchanged")]),
    "gifts were exchanged": ("Gifts were exchanged in the hall.", []),
    "was recognized": ("The need for haste was recognized.", [(BOTH_SIDES, "recognized")]),
    "importance stressed": ("The importance of data was stressed.", [(BOTH_SIDES, "stressed")]),
    "agreement was reached": ("Agreement was also reached on cod.", [(BOTH_SIDES, "reached")]),
    "no agreement": ("No agreement was reached on cod.", []),
    "by a side": ("The offer was declined by the Chilean side.", [("Chilean side", "declined")]),
    "by a minister": ("It was explained by Minister Vela that cod moved.", [(VELA, "explained")]),
    "from a side": (
        "It was pointed out from the Chilean side that cod moved.",
        [("Chilean side", "pointed out")],
    ),
    "inverted": ('"It is late," said Vela.', [(VELA, "said")]),
    "first person in quotation marks": ('"We agree," she said.', [(HOLM, "said")]),
    "an office and a name set off": (
        "Minister Holm and the Polish Foreign Minister, Jan Nowak, discussed cod.",
        [(BOTH_SIDES, "discussed")],
    ),
    "at the end": ("Quotas must fall, Minister Holm said.", [(HOLM, "said")]),
    "according to": ("According to Minister Vela, quotas fell.", [(VELA, "according to")]),
    "two speakers": (
        "Minister Holm asked for data, to which Minister Vela agreed.",
        [(HOLM, "asked")],
    ),
    "two speakers in one sentence": (
        "Minister Holm said it was late; Minister Vela replied that it was not.",
        [(HOLM, "said")],
    ),
    "while": (
        "While Minister Holm noted the costs, she welcomed the plan.",
        [(HOLM, "welcomed")],
    ),
    "counterpart": (
        "Minister Holm was of the view that cod is rare. Her Chilean counterpart agreed.",
        [(HOLM, "was"), (VELA, "agreed")],
    ),
    "and a counterpart": (
        "Minister Holm and her counterpart had a frank exchange of views.",
        [(BOTH_SIDES, "had")],
    ),
    "heads of delegation": ("The two heads of delegation concurred.", [(BOTH_SIDES, "concurred")]),
    "some": (
        "Minister Holm said little. Some participants expressed doubt.",
        [(HOLM, "said"), (BOTH_SIDES, "expressed")],
    ),
    "narration": ("Talks were held in Oslo. There was brief reference to cod.", []),
    "decided elsewhere": ("The schedule of the visit was decided.", []),
    "an owner is no subject": ("Minister Vela's visit was welcomed by the press.", []),
    "an object is no subject": ("Norway thanked Minister Vela.", [("Norwegian side", "thanked")]),
}


@pytest.mark.parametrize("style", SENTENCES)
def test_attributes_a_sentence(style: str) -> None:
    body, expected = SENTENCES[style]
    assert said(body) == expected


def test_statements_are_the_sentences_word_for_word() -> None:
    text = OPENING + "At noon, Minister Holm agreed. Talks were held. (Minister Vela nodded.)"
    assert [text[s.start : s.end] for s in statements(text)] == [
        "At noon, Minister Holm agreed.",
        "(Minister Vela nodded.)",
    ]


def test_a_sentence_without_a_frame_carries_the_words_on() -> None:
    text = OPENING + "Minister Holm stated that stocks fell. Cod is rare. Talks were held."
    assert [(s.speaker, s.mode, s.continued) for s in statements(text)] == [
        (HOLM, "stated", False),
        (HOLM, None, True),
    ]


def test_nothing_carries_on_what_was_only_accepted() -> None:
    text = OPENING + "Minister Holm accepted the invitation. The date is open."
    assert [s.mode for s in statements(text)] == ["accepted"]


def test_whose_words_are_reported_inside_is_quoted() -> None:
    text = OPENING + (
        "As the Chile side had mentioned, Minister Holm stated that President Roa had promised "
        "aid. To date both sides have confirmed this."
    )
    first, second = statements(text)
    assert first.speaker == HOLM
    assert first.quoted == ("Chilean side", "Roa")
    assert (second.speaker, second.quoted, second.continued) == (HOLM, (BOTH_SIDES,), True)


def test_verbs_inside_a_clause_are_those_of_its_own_subject() -> None:
    text = OPENING + "Minister Holm noted that President Roa called and promised aid."
    (statement,) = statements(text)
    assert (statement.mode, statement.quoted) == ("noted", ("Roa",))


def test_whoever_is_praised_for_saying_something_is_quoted() -> None:
    (statement,) = statements(OPENING + "Minister Holm praised Minister Vela for proposing this.")
    assert (statement.speaker, statement.quoted) == (HOLM, (VELA,))


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Holm conveyed a message from Prime Minister Berg.",
        "Minister Holm conveyed Prime Minister Berg's greetings.",
        "On behalf of Prime Minister Berg, Minister Holm expressed condolences.",
    ],
)
def test_on_whose_behalf(sentence: str) -> None:
    (statement,) = statements(OPENING + sentence)
    assert (statement.speaker, statement.on_behalf_of) == (HOLM, "Berg")


def test_a_lead_in_gives_its_speaker_and_verb_to_every_bullet() -> None:
    text = OPENING + (
        "Minister Vela made the following statements:\n\n- Cod is rare. I regret it.\n"
        "- Chile wishes to help.\n"
    )
    assert [(s.speaker, s.mode, text[s.start : s.end]) for s in statements(text)] == [
        (VELA, "made the following statements", "Cod is rare. I regret it."),
        (VELA, "made the following statements", "Chile wishes to help."),
    ]


def test_a_paragraph_under_a_lead_in_is_read_sentence_by_sentence() -> None:
    text = OPENING + (
        "Statements by Minister Vela in response to the above:\n\nMinister Vela noted the "
        "costs. It was noted that time was short. (It was agreed to go on.)\n"
    )
    assert [(s.speaker, s.mode) for s in statements(text)] == [
        (VELA, "noted"),
        (VELA, "noted"),
        (BOTH_SIDES, "agreed"),
    ]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Minister Holm responded as follows:", HOLM),
        ("In response, Minister Vela said to the effect as follows:", VELA),
        ("Remarks by Minister Vela:", VELA),
        ("The Chilean side explained the following:", "Chilean side"),
        ("Both sides agreed on the following points:", BOTH_SIDES),
        ("It was agreed as follows:", BOTH_SIDES),
        ("Minister Vela:", VELA),
        ("Norwegian side:", "Norwegian side"),
        ("The main points are as follows:", None),
    ],
)
def test_lead_ins(lead: str, speaker: str | None) -> None:
    text = OPENING + f"{lead}\n\n- Cod is rare.\n- Trade is free.\n"
    assert [s.speaker for s in statements(text)] == ([speaker] * 2 if speaker else [])


def test_items_after_an_introduction_that_ends_in_a_full_stop() -> None:
    text = "Minister Holm conveyed the following message from Prime Minister Berg. Berg greets you."
    end = text.index(" Berg greets")
    blocks = (
        Block("1", (), 0, end),
        Block("1.a", (), end + 1, len(text), governor=0),
    )
    layout = Layout(text, "", None, None, None, (), blocks, ())
    first, second = find_statements(layout, find_people(text, layout))
    assert [(s.speaker, s.mode, s.on_behalf_of) for s in (*first, *second)] == [
        ("Holm", "conveyed", "Berg"),
        ("Holm", "conveyed", "Berg"),
    ]


def test_first_person_names_itself() -> None:
    (statement,) = statements(OPENING + "I (Minister Vela) welcomed the plan.")
    assert statement.speaker == VELA


def test_a_pronoun_looks_back_over_paragraphs_and_fits_by_gender() -> None:
    text = OPENING + "Minister Vela thanked her.\n\nHe praised the plan.\n\nShe agreed.\n"
    text = text.replace("Oslo.", "Oslo. Ms. Holm had said that she was glad.")
    assert [s.speaker for s in statements(text)][-3:] == [VELA, VELA, HOLM]
    assert statements(text)[-1].derived == ("speaker",)


def test_bare_offices_speak_for_their_holders() -> None:
    text = (
        "Secretary Roe's Meeting with Foreign Minister Vela\n\nSecretary of State Ann Roe met with "
        "Foreign Minister Pedro Vela. The Secretary underscored the need for calm. The Foreign "
        "Minister agreed. He called for patience.\n"
    )
    assert [s.speaker for s in statements(text)] == ["Ann Roe", "Pedro Vela", "Pedro Vela"]


def test_an_office_without_a_name_in_the_document_speaks_as_an_office() -> None:
    text = (
        "Call with President Roa\n\nThe Prime Minister spoke to President Ana Roa. He began by "
        "thanking her.\n"
    )
    assert [s.speaker for s in statements(text)] == ["Prime Minister"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Hearing on harbours\n\nSenator Vela. Good day.\n\nThere are seven.\n\n"
            "Mr. Oram. Thank you. They leak.\n\nSenator Vela. Since when?\n\n"
            "Admiral Tarn. For sixty years.\n",
            ["Vela"] * 2 + ["Oram"] * 2 + ["Vela", "Tarn"],
        ),
        (
            "Briefing on harbours\n\nSpokesperson (Ms. Ida Fen): Good day.\n\n"
            "Secretary (North) (Mr. Jon Vik): They leak.\n\nQuestion: Why?\n\n"
            "Secretary (North): They are old.\n",
            ["Ida Fen", "Jon Vik", "Jon Vik"],
        ),
    ],
    ids=["a point after the name", "an office with its field in brackets"],
)
def test_labels_of_hearings_and_briefings(text: str, speakers: list[str]) -> None:
    assert [said.speaker for said in statements(text)] == speakers


def test_transcripts() -> None:
    text = (
        "Press conference\n\nFOREIGN MINISTER HOLM: Good morning. President Roa said no.\n\n"
        "I am glad.\n\nQUESTION: Why?\n\nMr. Vela: Because.\n\nDaily News, Roe: Let me ask: "
        "why?\n\nSG: I agree.\n"
    )
    assert [(s.speaker, text[s.start : s.end], s.continued) for s in statements(text)] == [
        ("HOLM", "Good morning.", False),
        ("HOLM", "President Roa said no.", False),
        ("HOLM", "I am glad.", True),
        ("Vela", "Because.", False),
        ("Roe", "Let me ask: why?", False),
        ("Secretary-General", "I agree.", False),
    ]


def test_minutes_with_surnames_as_labels() -> None:
    text = "Memorandum\n\nRoe: It is late.\n\nDoe: It is.\n\nRoe: Then let us go.\n\nDoe: Yes.\n"
    assert [s.speaker for s in statements(text)] == ["Roe", "Doe", "Roe", "Doe"]


def test_sentences_keep_abbreviations_and_brackets_together() -> None:
    text = 'Mr. Roe met U.S. staff at 5 p.m. He left. (It was late. Very.) "No!" On Jan. 5 he rose.'
    assert [text[a:b] for a, b in split_sentences(text)] == [
        "Mr. Roe met U.S. staff at 5 p.m.",
        "He left.",
        "(It was late.",
        "Very.)",
        '"No!"',
        "On Jan. 5 he rose.",
    ]


PIECES = """
Minister|Holm|Vela|said|that|It was agreed|Both sides|the Chilean side|by|He|and|while|as|, |. |: |;
|(|) |- |(a) |1. |made the following statements|conveyed|message from|'s|QUESTION|President|have|
confirmed|views were exchanged|some participants
"""
WORDS = st.sampled_from(["\n", "\n\n", *PIECES.replace("\n", "").split("|")])


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=50).map(" ".join)))
def test_any_text_gives_statements_in_order_inside_their_blocks(text: str) -> None:
    layout, found = laid_out(text)
    assert len(found) == len(layout.blocks)
    for block, inside in zip(layout.blocks, found, strict=True):
        last = block.start
        for statement in inside:
            assert last <= statement.start < statement.end <= block.end
            assert statement.speaker
            assert statement.continued or statement.mode != ""
            last = statement.end


def test_sentences_end_where_the_text_does() -> None:
    assert split_sentences("The ministers met", 4, 99) == [(4, 17)]


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="Aa .!?\n()\"'1", max_size=80))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    spans = split_sentences(text)
    kept = "".join(text[a:b] for a, b in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_sub_items_of_what_is_announced_are_the_speaker_s() -> None:
    body = (
        "(1) Cod\n\n(a) Minister Vela spoke of cod as follows.\n\n(i) Cod is rare.\n\n(ii) It was "
        "plenty.\n\n(b) Minister Holm agreed.\n"
    )
    assert [speaker for speaker, _ in said(body)] == [VELA, VELA, VELA, HOLM]


def test_offices_with_a_slash_agree_together() -> None:
    text = (
        "High Representative/Vice-President Aino Salo met Foreign Minister Pedro Vela of Chile.\n\n"
        "The HR/VP and the Minister agreed to meet again.\n"
    )
    assert [s.speaker for s in statements(text)] == [BOTH_SIDES]


def test_a_turn_is_read_sentence_by_sentence_without_what_an_interpreter_adds() -> None:
    text = (
        "Press conference\n\nPRIME MINISTER ITO: (As interpreted.) Good day. I am glad to be "
        "here.\n\n"
        "[He drank some water.]\n\nMr. Roa told me that he agrees.\n\n"
        "Press Secretary Emi Sato: That is all.\n"
    )
    assert [(s.speaker, text[s.start : s.end], s.continued) for s in statements(text)] == [
        ("ITO", "Good day.", False),
        ("ITO", "I am glad to be here.", True),
        ("ITO", "Mr. Roa told me that he agrees.", False),
        ("Emi Sato", "That is all.", False),
    ]


def test_whoever_speaks_under_another_s_lead_in_speaks_for_himself() -> None:
    text = (
        "Talks\n\n1. Trade\n\nMinister Ito said to the effect as follows.\n\n"
        "- The treaty matters.\n\n- I hope for more.\n\n"
        "President Roa replied that he would think about it.\n"
    )
    assert [(s.speaker, text[s.start : s.end]) for s in statements(text)][1:] == [
        ("Ito", "The treaty matters."),
        ("Ito", "I hope for more."),
        ("Roa", "President Roa replied that he would think about it."),
    ]


def test_paragraphs_in_the_first_person_go_on() -> None:
    text = (
        "Lunch\n\nThe Prime Minister, Emi Sato, said as follows:\n\nI am glad.\n\n"
        "We thank you all.\n\nPresident Roa then said nothing of the kind.\n"
    )
    assert [(s.speaker, text[s.start : s.end], s.continued) for s in statements(text)] == [
        ("Emi Sato", "I am glad.", False),
        ("Emi Sato", "We thank you all.", True),
        ("Roa", "President Roa then said nothing of the kind.", False),
    ]


def test_a_list_of_a_side_s_people_is_no_speech() -> None:
    text = (
        "Talks\n\nPresident Roa met Minister Ito.\n\n"
        "Norwegian side: Ambassador Berg, Adviser to the Minister Dahl\n\n"
        "Minister Ito thanked him.\n"
    )
    assert [s.speaker for s in statements(text)] == ["Ito"]


def test_the_writer_s_own_words_are_not_the_last_speaker_s() -> None:
    text = "Record\n\nAmbassador Roe said that he was glad. I replied that I was not."
    assert [text[s.start : s.end] for s in statements(text)] == [
        "Ambassador Roe said that he was glad."
    ]


def test_a_pronoun_means_who_the_sentence_is_about() -> None:
    text = "Minister Holm asked why. While Minister Ito agreed with that, he said it was late."
    assert [s.speaker for s in statements(text)] == ["Holm", "Ito"]


def test_what_a_country_believes_is_its_speaker_s() -> None:
    text = (
        "Mr. Orlov said that he would wait. If there was a treaty, the Soviet Union believed that "
        "it would help."
    )
    assert [(s.speaker, s.continued) for s in statements(text)] == [
        ("Orlov", False),
        ("Orlov", True),
    ]


def test_labels_with_a_country_a_language_or_the_number_of_a_question() -> None:
    text = (
        "Record\n\nPresident: Mrs. Roa (Chile)\n\nThe President: I open the meeting.\n\n"
        "Mr. Duval (France) (spoke in French): It is grave.\n\n"
        "Q1 Mr. Wren: What did it cost?\n\nThe meeting rose at noon.\n"
    )
    assert [(s.speaker, text[s.start : s.end]) for s in statements(text)] == [
        ("Roa", "I open the meeting."),
        ("Duval", "It is grave."),
        ("Wren", "What did it cost?"),
    ]


def test_a_record_goes_on_between_turns() -> None:
    text = (
        "Minutes\n\nMr. Berg met Mr. Orlov. It was late.\n\n"
        "Berg: What price would be right?\n\nOrlov: I do not know.\n\n"
        "The Russian side handed over a list.\n\nIt was decided to adjourn.\n"
    )
    assert [s.speaker for s in statements(text)] == ["Berg", "Orlov", "Russian side"]


@pytest.mark.parametrize(
    "who",
    [
        "Participants from both sides",
        "The three deputy ministers present",
        "The foreign ministers of the United States and Japan",
        "All",
    ],
)
def test_several_together(who: str) -> None:
    assert [s.speaker for s in statements(f"Talks\n\nIt began.\n\n{who} agreed to go on.")] == [
        "Both sides"
    ]


def test_a_sentence_ends_before_the_signs_of_bold() -> None:
    text = "**Cod.** Norland asked when. *Hake.* It was late. **The rest** can wait.**"
    assert [text[a:b] for a, b in split_sentences(text)] == [
        "**Cod.**", "Norland asked when.", "*Hake.*", "It was late.", "**The rest** can wait.**",
    ]  # fmt: skip


def test_no_sentence_ends_after_a_compound_of_abbreviations() -> None:
    text = "Mr. Ito said that the Japan-U.S. Alliance mattered. He was glad."
    assert [text[a:b] for a, b in split_sentences(text)] == [
        "Mr. Ito said that the Japan-U.S. Alliance mattered.",
        "He was glad.",
    ]


def test_a_quotation_of_several_sentences_is_one() -> None:
    text = (
        "Talks\n\nIt began. Minister Ito praised them: “You lead. We are glad.” He left.\n\n"
        '"It is late. We must go," said President Roa.\n'
    )
    assert [(s.speaker, text[s.start : s.end]) for s in statements(text)] == [
        ("Ito", "Minister Ito praised them: “You lead. We are glad.”"),
        ("Roa", '"It is late. We must go," said President Roa.'),
    ]


def test_what_stands_beside_a_name_parts_it_from_its_verb() -> None:
    text = "Talks\n\nIt began. Ms. Roa (Chile), the incoming Chair, thanked them. He went home.\n"
    assert [s.speaker for s in statements(text)] == ["Roa"]


def test_words_go_on_after_a_further_verb_of_speech() -> None:
    text = "Roa\n\nMinister Roa extended greetings, and said it was late. It would soon be dark."
    assert [s.continued for s in statements(text)] == [False, True]


def test_a_speaker_in_capitals_without_a_colon() -> None:
    text = (
        "Joint press conference\n\n5 May 2014\n\nPRIME MINISTER HALE\nThank you all for coming. We "
        "have a treaty.\n\nPRESIDENT ORTEGA I am happy to be here.\n"
    )
    assert [(s.speaker, text[s.start : s.end]) for s in statements(text)] == [
        ("HALE", "Thank you all for coming."),
        ("HALE", "We have a treaty."),
        ("ORTEGA", "I am happy to be here."),
    ]


def test_ten_thousand_items_one_inside_the_other() -> None:
    text = "Talks in Vik\n\n" + "\n".join(
        f"{' ' * min(depth, 100)}1. Item {depth}:" for depth in range(10_000)
    )
    assert len(laid_out(text)[1]) == 10_000


def test_countries_spoken_of_are_no_labels() -> None:
    text = (
        "Talks\n\nMinister Ida Roe of Norway met Minister Jan Doe of Chile.\n\n1. Cod: Ms. Roe "
        "praised cod.\n\n2. Peru: She went on to speak of hake.\n\n3. Oman: They agreed to wait.\n"
    )
    assert [s.speaker for s in statements(text)] == ["Ida Roe", "Ida Roe", "Both sides"]


def test_a_label_in_a_paragraph_before_a_quotation() -> None:
    text = 'Talks\n\nMinister Roe met Minister Doe.\n\nMr. Doe spoke of cod. Ms. Roe: "I fish."\n'
    assert [s.speaker for s in statements(text)][-1] == "Roe"


def test_a_number_glued_to_a_word_hides_nobody() -> None:
    text = (
        "Talks\n\nMinister Roe met Minister Doe.\n\n1They praised cod.\n\n2Both sides agreed.\n\n"
        "3Participants welcomed it.\n\n4Norway said that it was late.\n"
    )
    found = parse(text, id="a", thesaurus=Thesaurus([]))
    spoken = [s.speaker for p in found.passages for s in p.statements]
    assert spoken == ["Both sides", "Both sides", "Both sides", "Norwegian side"]
    assert found.text == text


def test_a_note_below_a_turn_is_nobodys() -> None:
    text = (
        "Press Conference\n\nMINISTER ROE: We praise cod.\n\nREPORTER: And hake?\n\n"
        "MINISTER ROE: Hake too.\n\n(Note) Words in brackets were added later.\n"
    )
    assert [s.speaker for s in statements(text)] == ["ROE", "ROE"]


def test_member_states_speak_for_the_body_that_meets_somebody() -> None:
    text = (
        "Japan-ASEAN Ministerial Meeting\n\nMinister Ito proposed a summit. ASEAN Member States "
        "supported it. The ASEAN Member States thanked Japan. Some ASEAN Member States asked why."
    )
    assert [said.speaker for said in statements(text)] == ["Ito", "ASEAN side", "ASEAN side"]


def test_items_below_that_are_what_is_said() -> None:
    body = "Minister Holm added that,\n\n1) Cod is dear;\n\n2) Ice is thin.\n"
    assert said(body) == [("Kari Holm", "added"), ("Kari Holm", "added")]


def test_another_side_goes_on_with_nothing_said() -> None:
    body = (
        "The Norwegian side stated that cod is dear. The Omani side should wait. The Omani side "
        "intends to go on."
    )
    assert said(body) == [("Norwegian side", "stated"), ("Norwegian side", None)]


def test_a_form_of_address_ends_no_sentence() -> None:
    body = "Minister Holm thanked the Rt. Hon. Ida Fen, Md. Karim and Gen. (Rtd.) Jan Ode.\n"
    assert said(body) == [("Kari Holm", "thanked")]
