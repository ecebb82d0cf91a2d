"""What passages are about: invented passages of meetings of many kinds, and one rule a test."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.concepts import Concept
from searchkit.outlines.topics import topics_of
from searchkit.thesaurus import Thesaurus

DEFAULT = Thesaurus.default()

SMALL = Thesaurus(
    [
        Concept("Beekeeping", ("apiculture",), (("honey",), ("International Bee Council", "IBC"))),
        Concept("Farming", weak=(("fields",), ("barn", "barns"), ("relations",))),
        Concept("Agriculture of Norland", ("Norland farms",), broader="Farming"),
        Concept("Valley Games", occasion=True),
        Concept("Hives", ("WAX",), topic=False),
        Concept("Storage", (), (("START",), ("storing",))),
    ]
)


def small(text: str, *headings: str) -> tuple[str, ...]:
    return topics_of(text, headings, SMALL)


# --- One rule a test -----------------------------------------------------------------------------


def test_a_full_form_names_a_topic_and_a_weak_one_does_not() -> None:
    assert small("They spoke of apiculture.") == ("Beekeeping",)
    assert small("They walked through the fields.") == ()


def test_weak_forms_support_each_other_and_repetition_less() -> None:
    assert small("They saw fields and a barn.") == ("Farming",)
    assert small("They saw fields, and other fields.") == ()
    assert small("Fields here, fields there, fields all around.") == ("Farming",)
    assert small("They saw a barn and the barns of others.") == ()


def test_two_countries_before_a_weak_form_make_it_a_full_one() -> None:
    assert small("They spoke of Kenya-India relations.") == ("Farming",)
    assert small("They spoke of human relations.") == ()


def test_a_heading_names_the_topic_and_comes_first() -> None:
    assert small("It went well. Norland farms were named, too.", "Honey") == (
        "Beekeeping",
        "Agriculture of Norland",
    )
    assert small("It went well.", "The fields") == ("Farming",)


def test_an_outer_heading_counts_only_where_the_inner_ones_name_nothing() -> None:
    assert small("It went well.", "Honey", "(1) Details") == ("Beekeeping",)
    assert small("It went well.", "Honey", "Norland farms") == ("Agriculture of Norland",)


@pytest.mark.parametrize(
    "text",
    [
        "They met on the occasion of the International Bee Council in May.",
        "They met on the margins of the annual International Bee Council meeting.",
        "It was agreed during the recent honey talks.",
        "The Honey Minister thanked them.",
        "The Minister for Trade and Honey thanked them.",
        "The honey side thanked them.",
        "They met before the third honey summit.",
    ],
)
def test_a_mention_in_passing_is_no_topic(text: str) -> None:
    assert small(text) == ()


def test_a_pause_ends_the_reach_of_a_cue() -> None:
    assert small("At the meeting, honey was discussed.") == ("Beekeeping",)
    assert small("After the storm the honey was lost.") == ("Beekeeping",)


def test_a_meeting_of_leaders_is_a_topic_as_an_occasion_too() -> None:
    assert small("They will meet on the occasion of the Valley Games.") == ("Valley Games",)


def test_an_acronym_in_brackets_is_no_mention_of_its_own() -> None:
    assert small("They met during the International Bee Council (IBC) in May.") == ()


def test_the_general_concept_gives_way_to_the_special_one() -> None:
    assert small("Fields and a barn: Norland farms prosper.") == ("Agriculture of Norland",)
    assert small("Fields, barns and relations. Norland farms prosper.", "Fields") == (
        "Farming",
        "Agriculture of Norland",
    )


def test_words_that_only_share_a_stem_or_lack_capitals_do_not_count() -> None:
    assert small("A related field, related to the barn.") == ("Farming",)
    assert small("All that is related to relatives.") == ()
    assert small("They start at once.") == ()
    assert small("They spoke of START.") == ("Storage",)
    assert small("Grain was stored in stores.") == ("Storage",)


def test_a_concept_for_queries_only_names_no_topic() -> None:
    assert small("They spoke of WAX and of hives.") == ()


def test_a_long_text_needs_more_than_one_mention() -> None:
    padding = "They spoke of this and that for a long time. " * 40
    assert small(padding + "Honey.") == ()
    assert small(padding + "Honey, and apiculture.") == ("Beekeeping",)


# --- Invented passages ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "headings", "expected"),
    [
        (
            "President Halloran stressed that the EU deficit with China keeps growing and asked "
            "for better market access and an end to subsidies. Premier Gao replied that trade wars "
            "have no winners.",
            ["Economic and trade questions"],
            {"Economic cooperation", "Trade policy"},
        ),
        (
            "On human rights, the European side voiced its concern about journalists in prison and "
            "about the situation in Hong Kong.",
            [],
            {"Human rights", "Disinformation and media", "Hong Kong"},
        ),
        (
            "Secretary Whitlock and Minister Rao welcomed the progress of US-India relations and "
            "agreed to hold joint military exercises in the Indian Ocean each spring.",
            [],
            {"Bilateral relations", "Security and defence cooperation"},
        ),
        (
            "Minister Rao raised the visas of software engineers and of students.",
            [],
            {"Consular affairs and visas"},
        ),
        (
            "The High Commissioner paid tribute to the Kenyan troops who serve in Somalia and "
            "promised support for the fight against Al-Shabaab.",
            [],
            {"Horn of Africa", "Counter-terrorism"},
        ),
        (
            "The UK side announced a grant for drought relief and for girls' education in Turkana.",
            ["Development"],
            {"Water resources", "Education", "Gender equality"},
        ),
        (
            "The Ministers called for the early conclusion of the Code of Conduct in the South "
            "China Sea and for respect for UNCLOS.",
            ["Regional issues"],
            {"South China Sea", "Maritime security and law of the sea"},
        ),
        (
            "They expressed deep concern over Myanmar and reaffirmed the five-point consensus.",
            [],
            {"Myanmar"},
        ),
        (
            "The representative of Ghana said that the ceasefire was holding, but that aid workers "
            "could still not reach the displaced persons in Darfur.",
            [],
            {
                "Peace processes",
                "Humanitarian aid",
                "Migration and refugees",
                "Sudan and South Sudan",
            },
        ),
        (
            "Speaking at the United Nations General Assembly, the Minister called for an "
            "enlargement of the Security Council.",
            [],
            {"United Nations reform"},
        ),
        (
            "Mr. Oduya thanked the Norwegian side for its hospitality and invited his colleague to "
            "visit Nairobi. Mr. Lindqvist accepted the invitation with pleasure.",
            [],
            {"Visits and schedule"},
        ),
        (
            "During her visit to Oslo, Minister Akande spoke with the Israeli Foreign Minister "
            "about the price of cod and the protection of tuna.",
            [],
            {"Fisheries"},
        ),
        (
            "Both delegations noted that the gas pipeline is behind schedule and that offshore "
            "wind could replace coal by 2035.",
            ["Energy"],
            {"Energy"},
        ),
        (
            "The sides signed a memorandum of understanding on the exchange of museum pieces.",
            ["Culture and education"],
            {"Cultural cooperation", "Education", "Bilateral agreements"},
        ),
        (
            "The Iranian nuclear programme was discussed in detail; the IAEA must be given access "
            "to Natanz, the Director General said.",
            [],
            {"Iran nuclear issue"},
        ),
        (
            "The two Presidents condemned the bomb attack and offered condolences to the victims.",
            [],
            {"Counter-terrorism", "Disaster and rescue"},
        ),
        ("The meeting was held in a friendly atmosphere.", [], set()),
        (
            "They exchanged greetings and thanked the host country's Minister of Energy for lunch.",
            ["Introduction"],
            set(),
        ),
    ],
)
def test_topics_of_invented_passages(text: str, headings: list[str], expected: set[str]) -> None:
    assert set(topics_of(text, headings, DEFAULT)) == expected


def test_the_strongest_topic_comes_first() -> None:
    text = "Sanctions were named. Whales, whaling and the whaling moratorium took most of the time."
    assert topics_of(text, [], DEFAULT) == ("Whaling", "Sanctions")


pieces = st.sampled_from(
    ["honey", "fields", "barn", "At", "the", "during", "(IBC)", "START", "Minister", ",", ".", "\n"]
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(pieces, max_size=25).map(" ".join) | st.text(max_size=60),
    st.lists(st.text(), max_size=2),
)
def test_any_text_has_topics_of_the_thesaurus_each_once(text: str, headings: list[str]) -> None:
    topics = topics_of(text, headings, SMALL)
    assert len(set(topics)) == len(topics)
    assert set(topics) <= {concept.label for concept in SMALL if concept.topic}
