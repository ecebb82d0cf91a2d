"""The thesaurus: forms found in queries, their synonyms, files of one's own, acronyms."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import analysis
from searchkit.concepts import Concept
from searchkit.errors import ThesaurusError
from searchkit.thesaurus import Thesaurus, acronyms

SMALL = Thesaurus(
    [
        Concept(
            "Hydropower",
            variants=("hydroelectric power", "water power"),
            narrower=(("Gordon Dam", "Gordon-below-Franklin"), ("run-of-river plant",)),
            weak=(("dam",), ("MW", "megawatts")),
            typed=("white coal",),
            related=("Rivers",),
        ),
        Concept("Rivers", variants=("waterways",), narrower=(("Franklin River",),)),
        Concept("Wilderness", related=("hydropower",), broader="Rivers"),
    ],
    ignore=["Hydropower Street"],
)


def found(text: str, thesaurus: Thesaurus = SMALL) -> list[tuple[str, str, str]]:
    matches = thesaurus.find(analysis.terms(text))
    return [(match.variant, match.kind, match.concept.label) for match in matches]


def synonyms(text: str, thesaurus: Thesaurus = SMALL) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for match in thesaurus.find(analysis.terms(text)):
        for synonym in thesaurus.synonyms(match):
            kinds.setdefault(synonym.kind, []).append(synonym.text)
    return kinds


def test_a_label_or_variant_finds_the_whole_concept() -> None:
    assert synonyms("hydroelectric power") == {
        "equal": ["Hydropower", "water power"],
        "narrower": ["Gordon Dam", "Gordon-below-Franklin", "run-of-river plant"],
        "related": ["Rivers", "waterways", "Wilderness"],
    }


def test_a_narrower_form_finds_itself_and_its_equals_only() -> None:
    assert found("the Gordon Dam") == [("Gordon Dam", "narrower", "Hydropower")]
    assert synonyms("the Gordon Dam") == {"equal": ["Gordon-below-Franklin"]}
    assert synonyms("run-of-river plants") == {}


def test_a_weak_form_is_found_in_a_query_only_for_its_equals() -> None:
    assert found("dam") == []
    assert synonyms("megawatts") == {"equal": ["MW"]}


def test_a_typed_form_finds_the_concept_and_is_no_synonym() -> None:
    assert found("white coal") == [("white coal", "typed", "Hydropower")]
    assert "Hydropower" in synonyms("white coal")["equal"]
    assert "white coal" not in synonyms("hydropower")["equal"]


def test_the_longest_form_wins_and_an_ignored_phrase_hides_a_form() -> None:
    assert found("Franklin River waterways") == [
        ("Franklin River", "narrower", "Rivers"),
        ("waterways", "equal", "Rivers"),
    ]
    assert found("Hydropower Street 4") == []


def test_articles_do_not_count_and_spans_hold_them() -> None:
    thesaurus = Thesaurus([Concept("Fishery of the bay")])
    match = thesaurus.find(analysis.terms("On the fishery of a bay"))[0]
    assert (match.start, match.end) == (2, 6)


def test_a_form_of_two_concepts_is_found_for_both_at_the_same_place() -> None:
    thesaurus = Thesaurus([Concept("Salt", ("brine",)), Concept("Pickles", ("brine",))])
    matches = thesaurus.find(["the", "brine"])
    assert [(m.start, m.end, m.concept.label) for m in matches] == [
        (1, 2, "Salt"),
        (1, 2, "Pickles"),
    ]


def test_related_concepts_are_related_in_both_directions_broader_ones_too() -> None:
    assert {c.label: c.related for c in SMALL} == {
        "Hydropower": ("Rivers", "Wilderness"),
        "Rivers": ("Hydropower", "Wilderness"),
        "Wilderness": ("Hydropower", "Rivers"),
    }


def test_synonyms_that_hold_another_synonym_are_left_out() -> None:
    thesaurus = Thesaurus([Concept("Tea", ("green tea", "char", "roasted char"))])
    assert synonyms("tea", thesaurus) == {"equal": ["char"]}


def test_a_label_is_got_whatever_its_case_and_accents() -> None:
    concept = Thesaurus([Concept("Élysée accords")]).get("ELYSEE  Accords")
    assert concept is not None
    assert concept.label == "Élysée accords"
    assert SMALL.get("nothing") is None


def test_the_compiled_form_is_the_same_thesaurus() -> None:
    default = Thesaurus.default()
    packed = default.to_json()
    again = Thesaurus.from_json(packed)
    assert list(again) == list(default)
    assert again.to_json() == packed
    assert synonyms("climate change", again) == synonyms("climate change", default)


def test_forms_are_analysed_anew_when_the_analyzer_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = SMALL.to_json().replace('"hydropow"', '"of another analyzer"')
    assert found("hydropower", Thesaurus.from_json(packed)) == []
    monkeypatch.setattr(analysis, "ANALYSIS_VERSION", analysis.ANALYSIS_VERSION + 1)
    assert found("hydropower", Thesaurus.from_json(packed)) == found("hydropower")


# --- The concepts that come with it --------------------------------------------------------------


def test_the_default_has_concepts_enough_and_each_can_be_found() -> None:
    default = Thesaurus.default()
    assert len(default) >= 120
    for concept in default:
        labels = [m.concept.label for m in default.find(analysis.terms(concept.label))]
        assert concept.label in labels


def test_no_form_of_the_default_is_a_stop_word_or_nothing() -> None:
    for concept in Thesaurus.default():
        groups = (*concept.narrower, *concept.weak, concept.variants, concept.typed)
        for form in (form for group in groups for form in group):
            assert not analysis.STOP_WORDS.issuperset(analysis.terms(form)), form


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("kidnapping of Japanese citizens", "equal", "abduction"),
        ("narcotics trafficking", "equal", "drugs"),
        ("climate change", "narrower", "Kyoto Protocol"),
        ("Kuril Islands dispute", "equal", "Northern Territories"),
        ("Northern Territories", "related", "Peace treaty"),
        ("DPRK", "equal", "North Korea"),
        ("North Korea", "equal", "Democratic People's Republic of Korea"),
        ("UN reform", "narrower", "Security Council reform"),
        ("UNDCP", "equal", "United Nations Drug Control Programme"),
        ("JBIC", "equal", "Japan Bank for International Cooperation"),
        ("APEC", "equal", "Asia-Pacific Economic Cooperation"),
        ("terrorists", "equal", "terrorism"),
        ("WMD", "equal", "weapons of mass destruction"),
        ("Burma", "equal", "Myanmar"),
    ],
)
def test_what_researchers_type_finds_what_texts_say(typed: str, kind: str, expected: str) -> None:
    assert expected in synonyms(typed, Thesaurus.default())[kind]


@pytest.mark.parametrize("typed", ["Sakhalin Projects", "trade", "Pyongyang", "who said", "summit"])
def test_a_part_of_a_concept_does_not_drag_the_whole_in(typed: str) -> None:
    assert synonyms(typed, Thesaurus.default()) == {}


# --- Files of one's own --------------------------------------------------------------------------


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_adds_replaces_and_extends(tmp_path: Path) -> None:
    own = Thesaurus.load(
        write(
            tmp_path / "own.toml",
            """
            ["Beekeeping"]
            variants = ["apiculture"]
            narrower = [["Apimondia", "world congress of beekeepers"], "honey"]
            related = ["Environment"]

            ["Whaling"]
            variants = ["hunting of whales"]

            ["Fisheries"]
            extend = true
            narrower = ["eel"]
            """,
        )
    )
    merged = Thesaurus.default().merged(own)
    assert synonyms("Apimondia", merged) == {"equal": ["world congress of beekeepers"]}
    assert "Environment" in synonyms("beekeeping", merged)["related"]
    whaling, fisheries = merged.get("whaling"), merged.get("fisheries")
    assert whaling is not None
    assert whaling.variants == ("hunting of whales",)
    assert whaling.narrower == ()
    assert fisheries is not None
    assert ("tuna",) in fisheries.narrower
    assert ("eel",) in fisheries.narrower
    assert len(merged) == len(Thesaurus.default()) + 1


def test_solr_synonyms(tmp_path: Path) -> None:
    path = write(tmp_path / "synonyms.txt", "# a comment\n\nquay, wharf, pier\nkay => quay\n")
    thesaurus = Thesaurus.load(path)
    assert synonyms("pier", thesaurus) == {"equal": ["quay", "wharf"]}
    assert "quay" in synonyms("kay", thesaurus)["equal"]
    assert "kay" not in synonyms("quay", thesaurus)["equal"]
    assert not any(concept.topic for concept in thesaurus)


def test_a_backslash_takes_a_comma_as_it_is(tmp_path: Path) -> None:
    thesaurus = Thesaurus.load(write(tmp_path / "s.txt", "Smith\\, John, J. Smith\n"))
    assert [c.label for c in thesaurus] == ["Smith, John"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('["A"]\nvariants = ["x"]\n\n["B"]\nvarients = ["y"]\n', '5: "B" has an unknown key "var'),
        ('["A"]\nweak = ["x"]\nvariants = "x"\n', '3: variants of "A" must be a list'),
        ('["A"]\nvariants = ["x", 3]\n', '2: variants of "A" may hold only phrases'),
        ('["A"]\nnarrower = ["x", []]\n', '2: narrower of "A" may hold only phrases'),
        ('["A"]\ntopic = "no"\n', '2: topic of "A" must be true or false'),
        ('["A"]\nrelated = [\n  "Nowhere",\n]\n', '3: "A" names "Nowhere", and no concept has'),
        ('["A"]\nvariants = [\n  "x"\n  "y"]\n', "4: not TOML: Unclosed array"),
        ('["A"]\n\n["A"]\n', "3: not TOML: Cannot declare"),
        ('["Tea"]\n\n["tea"]\n', '3: "tea" is there already, as "Tea"'),
        ('[""]\nvariants = ["x"]\n', "1: a concept needs a label"),
        ('# mine\nlabel = "A"\n', '2: "label" stands outside a concept'),
        ('ignore = "x"\n', "1: ignore must be a list"),
    ],
)
def test_a_wrong_toml_file_gets_its_line_and_a_reason(
    tmp_path: Path, text: str, message: str
) -> None:
    path = write(tmp_path / "own.toml", text)
    with pytest.raises(ThesaurusError) as error:
        Thesaurus.load(path)
    assert str(error.value).startswith(f"{path}:{message}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a, b\na => b => c\n", "2: more than one =>"),
        ("a =>\n", "1: no word on one side of =>"),
        ("\n, ,\n", "2: no word on the line"),
    ],
)
def test_a_wrong_solr_file_gets_its_line_and_a_reason(
    tmp_path: Path, text: str, message: str
) -> None:
    path = write(tmp_path / "own.txt", text)
    with pytest.raises(ThesaurusError) as error:
        Thesaurus.load(path)
    assert str(error.value).startswith(f"{path}:{message}")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ThesaurusError, match="cannot be read"):
        Thesaurus.load(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'["A"]\n# caf\xe9\n')
    with pytest.raises(ThesaurusError, match=r"latin\.toml:2: not UTF-8"):
        Thesaurus.load(tmp_path / "latin.toml")


# --- Acronyms ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("at the ASEAN Regional Forum (ARF) in May", [("ARF", "ASEAN Regional Forum")]),
        ("the ARF (ASEAN Regional Forum) met", [("ARF", "ASEAN Regional Forum")]),
        ("the Lake Chad Basin Commission [LCBC]", [("LCBC", "Lake Chad Basin Commission")]),
        (
            "the Treaty on Open Harbours (hereafter) and the Harbour Inspection Team “HIT” (HIT)",
            [],
        ),
        ('the Oslo River Authority ("ORA")', [("ORA", "Oslo River Authority")]),
        ("the Fund for Rural Wells (FRW, since 1998)", [("FRW", "Fund for Rural Wells")]),
        ("Mr. Sato (Outline) met them (in Brunei) at 9 (JST)", []),
        ("They agreed. Borders (EU)", []),
        ("(GA) at the start", []),
    ],
)
def test_acronyms_that_a_text_defines(text: str, pairs: list[tuple[str, str]]) -> None:
    assert acronyms(text) == pairs


def test_acronyms_become_equal_to_what_they_stand_for() -> None:
    thesaurus = SMALL.with_acronyms(
        [("GD", "Gordon Dam"), ("HP", "hydropower"), ("TNC", "Tasmanian Nature Council")]
    )
    assert synonyms("GD", thesaurus) == {"equal": ["Gordon Dam", "Gordon-below-Franklin"]}
    assert "water power" in synonyms("HP", thesaurus)["equal"]
    assert synonyms("TNC", thesaurus) == {"equal": ["Tasmanian Nature Council"]}
    assert synonyms("Tasmanian Nature Council", thesaurus) == {"equal": ["TNC"]}
    council = thesaurus.get("Tasmanian Nature Council")
    assert council is not None
    assert not council.topic


def test_an_acronym_of_two_long_forms_finds_both() -> None:
    thesaurus = SMALL.with_acronyms([("PMC", "Post Mission Centre"), ("PMC", "Port Master Club")])
    assert sorted(synonyms("PMC", thesaurus)["equal"]) == [
        "Port Master Club",
        "Post Mission Centre",
    ]


def test_acronyms_known_already_or_mere_stop_words_change_nothing() -> None:
    pairs = [("JBIC", "Japan Bank for International Cooperation"), ("IT", "island trade")]
    default = Thesaurus.default()
    assert list(default.with_acronyms(pairs)) == list(default)


words = st.sampled_from(
    [
        "GA",
        "Gordon",
        "dam",
        "Franklin",
        "the",
        "of",
        "(GA)",
        "[RB]",
        "River",
        "Basin",
        "bay",
        "(Gordon",
        ".",
        ")",
        "a",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(words, max_size=20).map(" ".join) | st.text(max_size=80))
def test_the_letters_of_an_acronym_stand_in_its_long_form_in_order(text: str) -> None:
    for short, long in acronyms(text):
        rest = iter(long.casefold())
        assert all(letter in rest for letter in short.casefold() if letter.isalnum())
        assert " ".join(text.split()).find(long) >= 0


terms = st.sampled_from(
    [
        "hydropow",
        "street",
        "the",
        "gordon",
        "dam",
        "franklin",
        "river",
        "waterway",
        "white",
        "coal",
        "of",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(terms, max_size=12))
def test_forms_found_do_not_overlap_and_are_in_order(sequence: list[str]) -> None:
    spans = [(match.start, match.end) for match in SMALL.find(sequence)]
    assert all(0 <= start < end <= len(sequence) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for match in SMALL.find(sequence):
        here = [term for term in sequence[match.start : match.end] if term != "the"]
        assert here == [t for t in analysis.terms(match.variant) if t != "the"]


shorts = st.sampled_from(["GD", "HP", "MW", "dam", "Gordon", "the", "Franklin River", "white coal"])
longs = st.sampled_from(
    ["Gordon Dam", "hydropower", "dam", "megawatts", "white coal", "Hydropower Street", "rivers"]
)
pairs_of_a_text = st.lists(st.tuples(shorts, longs), max_size=4)


@settings(max_examples=100, deadline=None)
@given(pairs_of_a_text, st.lists(terms | st.sampled_from(["gd", "hp", "mw", "megawatt"])))
def test_a_text_s_own_short_forms_are_found_as_in_a_thesaurus_that_has_them(
    pairs: list[tuple[str, str]], sequence: list[str]
) -> None:
    whole = SMALL.with_acronyms(pairs).mentions(sequence)
    quick = SMALL.in_text(pairs).mentions(sequence)
    assert [(m.start, m.end, m.concept.label, m.variant, m.kind) for m in quick] == [
        (m.start, m.end, m.concept.label, m.variant, m.kind) for m in whole
    ]


def test_a_text_s_own_short_forms_leave_the_thesaurus_as_it_was() -> None:
    mine = SMALL.in_text([("GD", "Gordon Dam")])
    assert [match.variant for match in mine.mentions(analysis.terms("the GD"))] == ["GD"]
    assert SMALL.mentions(analysis.terms("the GD")) == []
