"""Queries become plans: which terms are looked for, at what weight, and what is said about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import analysis
from searchkit.concepts import Concept
from searchkit.engines.base import RAW_FIELDS
from searchkit.engines.lexicon import Lexicon
from searchkit.errors import QueryError
from searchkit.query import multiterm
from searchkit.query.expand import TOGETHER, Lowered, Resolution, lower
from searchkit.query.parser import parse
from searchkit.query.plan import (
    All,
    Best,
    Days,
    Every,
    Keyword,
    Nothing,
    Phrase,
    Plan,
    Plus,
    Some,
    Term,
    Without,
)
from searchkit.query.reading import scaled
from searchkit.thesaurus import Thesaurus

PASSAGES = (
    "The ferry to the Outer Isles was suspended.",
    "Ferries and the harbour of the Long Island group; harbour dues.",
    "The fishery treaty, a six-party accord on fishing quotas.",
    "Minister Aalto negotiated with Minister Brankov; negotiations on the treaty continue.",
    "A women's council met the woman in charge of negotiating.",
)
NAMES = {"Alto": "Aalto", "Brankof": "Brankov"}
TAGS = {
    "speaker": ("Liisa Aalto", "Petr Brankov"),
    "topic": ("Outer Isles", "Fishery"),
    "doc": ("2011-meeting",),
    "country": ("Norway", "Ceylon", "Germany", "West Germany"),
}
THESAURUS = Thesaurus(
    [
        Concept(
            "Outer Isles",
            variants=("Long Island", "the Long Island group", "Far Rocks"),
            typed=("disputed isles",),
            related=("Fishery",),
        ),
        Concept(
            "Fishery", variants=("fishing",), narrower=(("fishing quotas", "quota"), ("dues",))
        ),
    ]
)


OFFERS = {("text", "Frry"): "ferry", ("speaker", "alo"): "Aalto"}


class Collection:
    """The vocabulary of a few passages, with the interface of an index's."""

    def __init__(self, passages: Iterable[str]) -> None:
        self.parted: dict[str, Sequence[str]] = {}
        self.fields: dict[str, Counter[str]] = {field: Counter() for field in ("text", "word")}
        self.lines = [analysis.terms(passage) for passage in passages]
        for passage in passages:
            stems, words = analysis.analyse(passage)
            self.fields["text"].update(set(stems))
            self.fields["word"].update(set(words))
        self.fields["title"] = Counter(analysis.terms("Second harbour conference"))
        self.fields["title_word"] = Counter(["second", "harbour", "conference"])

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        found = self.fields.get(field, Counter()).items()
        return sorted((term, count) for term, count in found if term.startswith(prefix))

    def near(self, field: str, word: str, distance: int) -> list[tuple[str, int, int]]:
        return Lexicon(self.terms(field)).near(word, distance)

    def matching(self, field: str, pattern: str) -> Iterable[tuple[str, int]]:
        return Lexicon(self.terms(field)).matching(pattern)

    def document_frequency(self, field: str, term: str) -> int:
        return self.fields.get(field, Counter())[term]

    def together(self, terms: Sequence[str]) -> int:
        return sum(f" {' '.join(terms)} " in f" {' '.join(line)} " for line in self.lines)

    def values(self, field: str) -> dict[str, str]:
        return {analysis.key(value): value for value in TAGS.get(field, ())}

    def resolve(self, field: str, text: str, *, exact: bool = False) -> Resolution:
        read = None if exact else NAMES.get(text)
        wanted = set(analysis.key(read or text).split())
        named = {k: v for k, v in self.values(field).items() if wanted <= set(k.split())}
        return Resolution(tuple(named), tuple(named.values()), read)

    def nearest(self, word: str) -> str | None:
        return NAMES.get(word)

    def offered(self, word: str, field: str = "text") -> str | None:
        return OFFERS.get((field, word))


COLLECTION = Collection(PASSAGES)


def read(
    query: str,
    *,
    thesaurus: Thesaurus | None = THESAURUS,
    exact: bool = False,
    unfinished: bool = False,
) -> Lowered:
    return lower(
        parse(query).tree,
        query=query,
        vocabulary=COLLECTION,
        thesaurus=thesaurus,
        exact=exact,
        unfinished=unfinished,
    )


def show(plan: Plan) -> str:
    """A plan on one line: ``+`` some, ``/`` best, ``&`` all, ``^`` the weight."""
    match plan:
        case Term(field=field, term=term, weight=weight):
            name = "" if field == "text" else f"{field}:"
            return f"{name}{term}" + (f"^{weight:.3g}" if weight != 1 else "")
        case Phrase(field=field, terms=terms, slop=slop, weight=weight):
            name = "" if field == "text" else f"{field}:"
            shown = f'{name}"{" ".join(term for _, term in terms)}"' + (f"~{slop}" if slop else "")
            return shown + (f"^{weight:.3g}" if weight != 1 else "")
        case Keyword(field=field, values=values):
            return f"{field}={','.join(values)}"
        case Days(low=low, high=high):
            return f"{low}..{high}"
        case Every():
            return "every"
        case Nothing():
            return "nothing"
        case Some(children=children):
            return f"({' + '.join(map(show, children))})"
        case Plus(child=Some(children=children), more=All(children=together)):
            # The gain of passages with all the words is tested by itself.
            assert together == tuple(scaled(part, TOGETHER) for part in children)
            return show(plan.child)
        case Best(children=children):
            return f"({' / '.join(map(show, children))})"
        case All(children=children):
            return f"({' & '.join(map(show, children))})"
        case Without(child=child, unless=unless):
            return f"({show(child)} - {show(unless)})"


def plan(query: str, *, thesaurus: Thesaurus | None = None) -> str:
    return show(read(query, thesaurus=thesaurus).plan)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ferries", "ferri"),
        ("the ferries to the harbour", "(ferri + harbour)"),
        ("harbour harbour dues harbour", "(harbour^3 + due)"),
        ("harbour (ferry dues) harbour -dues -dues", "((harbour^2 + (ferri + due)) - due)"),
        ("+harbour +harbour dues", "(harbour^2 & (due + every))"),
        ("harbour^2 dues", "(harbour^2 + due)"),
        ("(harbour dues)^2 ferry", "((harbour^2 + due^2) + ferri)"),
        ("harbour AND dues", "(harbour & due)"),
        ("harbour AND the", "harbour"),
        ("harbour NOT dues", "(harbour - due)"),
        ("NOT (dues OR treaty)", "(every - (due + treati))"),
        ("harbour OR NOT dues", "(harbour + (every - due))"),
        ("+harbour dues", "(harbour & (due + every))"),
        ("+the dues", "due"),
        ('"harbour dues" ferry', '("harbour due" & (ferri + every))'),
        ('"of the Long Island"~2', '"of the long island"~2'),
        ('"harbour"', "harbour"),
        ("title:conferences", "title:confer"),
        ('title:"second harbour" dues', '(title:"second harbour" & (due + every))'),
        ("date:2011 dues", "(20110101..20111231 & due)"),
        ("date:2011", "20110101..20111231"),
    ],
)
def test_structure(query: str, expected: str) -> None:
    assert plan(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("what was said about the ferry", "ferri"),
        ("Who mentioned the harbour treaty?", "(harbour + treati)"),
        ("which minister spoke about the ferry", "(minist + ferri)"),
        ("said about the ferry", "(said + ferri)"),
        ("what was said", "said"),
        ("who spoke about", "spoke"),
    ],
)
def test_in_a_question_the_telling_is_left_out(query: str, expected: str) -> None:
    assert plan(query) == expected


def test_a_passage_with_all_the_words_gains_a_little() -> None:
    words = (Term("text", "harbour", typed="harbour"), Term("text", "due", typed="dues"))
    less = tuple(Term("text", word.term, 0.1, word.typed) for word in words)
    assert read("harbour dues").plan == Plus(Some(words), All(less))
    assert read("harbour OR dues").plan == Some(words)
    assert read("speaker:(aalto brankov)").plan == Some(
        (
            Keyword("speaker", ("liisa aalto",), "speaker:aalto"),
            Keyword("speaker", ("petr brankov",), "speaker:brankov"),
        )
    )
    long = read("ferry harbour isles island group dues fishing quotas treaty", thesaurus=None).plan
    assert isinstance(long, Some)
    assert all(isinstance(child, Term) for child in long.children)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("six-party", '("six parti" / (six^0.5 + parti^0.5))'),
        ("six-party dues", '(("six parti" / (six^0.5 + parti^0.5)) + due)'),
        ("six-party AND dues", '("six parti" & due)'),
        ("dues NOT six-party", '(due - "six parti")'),
        ("on-the-treaty", '("on the treati" / treati^0.5)'),
    ],
)
def test_compounds_are_phrases(query: str, expected: str) -> None:
    assert plan(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("negot*", "(word:negotiated / word:negotiating / word:negotiations)"),
        ("wom?n", "(word:woman / word:women)"),
        ("*ting", "word:negotiating"),
        ("n*t*g", "word:negotiating"),
        ("HARB*", "word:harbour"),
        ("zeb*", "nothing"),
        ("title:conf*", "title_word:conference"),
        ("harbuor~1", "word:harbour^0.857"),
        ("harbour~0", "word:harbour"),
        ("woman~1", "(word:woman / word:women^0.8)"),
        ("speaker:brank*", "speaker=petr brankov"),
        ("speaker:?iisa", "speaker=liisa aalto"),
        ("speaker:*", "nothing to search for"),
    ],
)
def test_patterns_stand_for_words_of_the_collection(query: str, expected: str) -> None:
    if expected == "nothing to search for":
        with pytest.raises(QueryError, match=expected):
            plan(query)
    else:
        assert plan(query) == expected


def test_raw_fields_are_those_of_the_engines() -> None:
    assert RAW_FIELDS == {"text": "word", "title": "title_word", "heading": "heading_word"}


def test_a_pattern_stands_for_so_many_words_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiterm, "MOST_TERMS", 2)
    lowered = read("ne* t*")
    assert show(lowered.plan) == "((word:negotiated / word:negotiating) + word:treaty)"
    (note,) = lowered.diagnostics
    assert note.message == "this stands for 3 words: only the 2 most frequent count"
    assert (note.start, note.end) == (0, 3)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # The words typed, the equal forms that occur, then those of related concepts: each counts
        # as if it were as long as what was typed.
        ("Outer Isles", '((outer + isl) / "long island"^0.9 / fisheri^0.8 / fish^0.8)'),
        ("disputed isles", '((disput + isl) / "outer isl"^0.9 / "long island"^0.9 / '
         "fisheri^0.8 / fish^0.8)"),
        ("fishing", "(fish / fisheri^0.9 / quota^0.7 / due^0.7 / "
         '"outer isl"^0.2 / "long island"^0.2)'),
        # A narrower form finds itself and its equals.
        ("fishing quotas", "((fish + quota) / quota^1.8)"),
        ("dues", "due"),
        # What stands twice counts twice; what stands beside counts by itself.
        ("Outer Isles ferry Outer Isles", '(((outer^2 + isl^2) / "long island"^1.8 / '
         "fisheri^1.6 / fish^1.6) + ferri)"),
        ("Outer-Isles", '((outer + isl) / "long island"^0.9 / fisheri^0.8 / fish^0.8)'),
        # Required words are not widened to what is related only.
        ("fishing AND treaty", "((fish / fisheri^0.9 / quota^0.7 / due^0.7) & treati)"),
        ("Outer Isles AND treaty", '(((outer + isl) / "long island"^0.9) & treati)'),
        ("+fishing treaty", "((fish / fisheri^0.9 / quota^0.7 / due^0.7) & (treati + every))"),
        ("date:2011 Outer Isles", '(20110101..20111231 & ((outer + isl) / "long island"^0.9 / '
         "fisheri^0.8 / fish^0.8))"),
        # Never widened.
        ('"Outer Isles"', '"outer isl"'),
        ("treaty NOT fishing", "(treati - fish)"),
        ("title:fishing", "nothing"),
        ("fishin*", "word:fishing"),
        ("Outer OR Isles", "(outer + isl)"),
    ],
)  # fmt: skip
def test_synonyms(query: str, expected: str) -> None:
    assert plan(query, thesaurus=THESAURUS) == expected


def test_every_term_says_what_was_typed_and_through_which_form_it_matches() -> None:
    lowered = read("Outer Isles")
    assert isinstance(lowered.plan, Best)
    typed, equal, *_, related = lowered.plan.children
    assert isinstance(typed, Some)
    assert all(
        isinstance(t, Term) and (t.typed, t.via) == ("Outer Isles", None) for t in typed.children
    )
    assert isinstance(equal, Phrase)
    assert (equal.typed, equal.via) == ("Outer Isles", "Long Island")
    assert isinstance(related, Term)
    assert (related.typed, related.via) == ("Outer Isles", "fishing")
    (widened,) = lowered.widened
    assert (widened.typed, widened.label) == ("Outer Isles", "Outer Isles")
    assert widened.variants == ("Long Island",)
    assert widened.related == ("Fishery", "fishing")


@pytest.mark.parametrize(
    ("query", "expected", "read_as"),
    [
        ("Alto ferry", "(aalto + ferri)", "Aalto ferry"),
        (
            "Alto AND (Brankof OR ferry)",
            "(aalto & (brankov + ferri))",
            "Aalto AND (Brankov OR ferry)",
        ),
        ("ferry-Alto", '("ferri aalto" / (ferri^0.5 + aalto^0.5))', "ferry-Aalto"),
        ("fery", '((long + island) / "outer isl"^0.9)', "Long Island"),
        (
            "fery AND ferry",
            '(((long + island) / "outer isl"^0.9) & ferri)',
            "Long Island AND ferry",
        ),
        ("fery dues", '(((long + island) / "outer isl"^0.9) + due)', "Long Island dues"),
        ("speaker:Alto", "speaker=liisa aalto", "speaker:Aalto"),
        ('speaker:"Alto"', "speaker=liisa aalto", 'speaker:"Aalto"'),
        ("zzz ferry", "(zzz + ferri)", None),
        ("zzz AND ferry", "(zzz & ferri)", None),
    ],
)
def test_words_that_occur_nowhere(
    query: str, expected: str, read_as: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NAMES, "fery", "Long Island")
    isles = Thesaurus([Concept("Outer Isles", variants=("Long Island",))])
    lowered = read(query, thesaurus=isles)
    assert show(lowered.plan) == expected
    assert lowered.read_as == read_as
    assert len(lowered.diagnostics) == 1 + query.count("Brankof")


def test_what_is_said_about_a_word_that_occurs_nowhere() -> None:
    note = read("ferry Alto").diagnostics[0]
    assert (note.message, note.start, note.end) == ('"Alto" does not occur: read as "Aalto"', 6, 10)
    assert note.suggestion is None
    note = read("ferry Alto", exact=True).diagnostics[0]
    assert (note.message, note.suggestion) == ('"Alto" does not occur: "Aalto" does', "Aalto")
    assert read("zzz").diagnostics[0].message == '"zzz" does not occur'
    assert read("zzz").diagnostics[0].suggestion is None
    note = read("Frry").diagnostics[0]
    assert (note.message, note.suggestion) == ('"Frry" does not occur', "Ferry")
    note = read("speaker:alo").diagnostics[0]
    assert note.message.startswith('there is no speaker "alo"')
    assert note.suggestion == "Aalto"


def test_a_word_read_otherwise_keeps_its_capital(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NAMES, "Harbor", "harbour")
    assert read("Harbor dues").read_as == "Harbour dues"


def test_only_so_many_words_are_looked_up() -> None:
    lowered = read(" ".join(f"zz{letter}" for letter in "abcdefghijklmnopqrstuvwxyz") + " Alto")
    assert lowered.read_as is None
    assert len(lowered.diagnostics) == 27


def test_what_stands_there_many_times_is_one_part_of_the_plan() -> None:
    lowered = read("n* " * 3000)
    assert show(lowered.plan) == (
        "(word:negotiated^3e+03 / word:negotiating^3e+03 / word:negotiations^3e+03)"
    )
    assert lowered.diagnostics == ()


def test_exact_takes_every_word_as_it_is() -> None:
    lowered = read("Alto speaker:Brankof title:Alto", thesaurus=None, exact=True)
    assert show(lowered.plan) == "(nothing & (alto + every))"
    assert lowered.read_as is None


def test_a_phrase_is_never_read_otherwise() -> None:
    lowered = read('"Minister Alto"')
    assert show(lowered.plan) == "nothing"
    (note,) = lowered.diagnostics
    assert (note.suggestion, note.start, note.end) == ('"Minister Aalto"', 0, 15)
    assert show(read('"Minister zzz" ferry').plan) == "(nothing & (ferri + every))"


def test_title_words_are_read_otherwise_where_a_title_has_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(NAMES, "harbor", "harbour")
    lowered = read("title:harbor")
    assert (show(lowered.plan), lowered.read_as) == ("title:harbour", "title:harbour")
    assert show(read("title:Alto").plan) == "nothing"


@pytest.mark.parametrize(
    ("query", "expected", "message"),
    [
        ("speaker:aalto", "speaker=liisa aalto", None),
        ('topic:"outer isles"', "topic=outer isles", None),
        ('topic:"Far Rocks"', "topic=outer isles", 'topic "Far Rocks" is read as "Outer Isles"'),
        ("topic:quota", "topic=fishery", 'topic "quota" is read as "Fishery"'),
        ("country:norway", "country=norway", None),
        ("country:norwegian", "country=norway", 'country "norwegian" is read as "Norway"'),
        ('country:"Sri Lanka"', "country=ceylon", 'country "Sri Lanka" is read as "Ceylon"'),
        ("country:FRG", "country=germany,west germany", 'country "FRG" is read as '
         '"Germany" or "West Germany"'),
        ("topic:energy", "nothing", 'there is no topic "energy": "searchkit topics" lists them'),
        ("doc:2012", "nothing", 'there is no document "2012": "searchkit documents" lists them'),
        ("speaker:zzz OR dues", "(nothing + due)", 'there is no speaker "zzz": '
         '"searchkit speakers" lists them'),
    ],
)  # fmt: skip
def test_tags(query: str, expected: str, message: str | None) -> None:
    lowered = read(query)
    assert show(lowered.plan) == expected
    assert [note.message for note in lowered.diagnostics] == ([message] if message else [])


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("the", '"the" is too common to search for: put all in quotation marks'),
        ("of -the", '"of", "the" are too common'),
        ("", "there is nothing to search for"),
        ("()", "there is nothing to search for"),
    ],
)
def test_a_query_that_asks_for_nothing(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        read(query)


WORDS = [
    "Outer", "Isles", "ferry", "the", "AND", "OR", "NOT", "-", "+", "(", ")", '"', "n*", "w?m*n",
    "treaty~", "^2", "six-party", "title:", "speaker:", "topic:", "date:2011", "Alto", "zzz", " ",
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40) | st.lists(st.sampled_from(WORDS), max_size=15).map("".join))
def test_any_query(query: str) -> None:
    try:
        lowered = read(query)
    except QueryError:
        return
    assert show(lowered.plan)
    read_as = lowered.read_as
    assert read_as is None or "Aalto" in read_as or "-" in read_as


# One word or two


JOINED = Collection(
    (
        "A ceasefire was asked for. The cease-fire held; the truce did not.",
        "The six-party talks of the peace treaty, and the G8 in the G-8 building.",
        "Cease and fire, season and son of the sea; in 10 000 and 10000 cases.",
        "A dataset is a data set. The mainland and the main street.",
    )
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ceasefire", '(ceasefir / "ceas fire"^0.45)'),
        ("cease-fire", '("ceas fire" / (ceas^0.5 + fire^0.5) / ceasefir^1.8)'),
        ("cease fire", "((ceas / ceasefir^0.9) + (fire / ceasefir^0.9))"),
        ("+cease-fire +truce", '(("ceas fire" / ceasefir^1.8) & truce)'),
        ("G8", '(g8 / "g 8"^0.45)'),
        ("main land", "((main / mainland^0.9) + (land / mainland^0.9))"),
        ("mainland", "mainland"),
        ("season", "season"),  # the sea and the son do not stand side by side
        ("truce -ceasefire", "(truce - ceasefir)"),
        ('"cease fire"', '"ceas fire"'),
        ("10 000", "(10 + 000)"),
    ],
)
def test_one_word_here_and_two_there(query: str, expected: str) -> None:
    made = lower(parse(query).tree, query=query, vocabulary=JOINED, thesaurus=None)
    assert show(made.plan) == expected


@pytest.mark.parametrize(
    ("query", "expected", "read_as"),
    [
        ("sixparty", '("six parti" / (six^0.5 + parti^0.5))', "six-party"),
        ("peacetreaty", '("peac treati" / (peac^0.5 + treati^0.5))', "peace-treaty"),
        ("G7", "g7", None),
        ("8", "8", None),
        ("10001", "10001", None),
        ("2003", "2003", None),
    ],
)
def test_an_unknown_word_is_taken_apart_before_it_is_respelt(
    query: str, expected: str, read_as: str | None
) -> None:
    made = lower(parse(query).tree, query=query, vocabulary=JOINED, thesaurus=None)
    assert (show(made.plan), made.read_as) == (expected, read_as)


def test_numbers_are_never_matched_fuzzily() -> None:
    made = lower(parse("1000~").tree, query="1000~", vocabulary=JOINED, thesaurus=None)
    assert show(made.plan) == "nothing"
    assert [note.message for note in made.diagnostics] == [
        "a number stands for itself: ~ is left out"
    ]
    fuzzy = lower(parse("g~1").tree, query="g~1", vocabulary=JOINED, thesaurus=None)
    assert "g8" not in show(fuzzy.plan)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("negot", "(word:negotiated / word:negotiating / word:negotiations)"),
        ("ferry neg", "(ferri + (word:negotiated / word:negotiating / word:negotiations))"),
        ("+ferry +neg", "(ferri & (word:negotiated / word:negotiating / word:negotiations))"),
        ("ferries", "ferri"),  # a form of a word that occurs
        ("ne", "ne"),  # too short
        ("neg ferry", "(neg + ferri)"),  # finished
        ("Alto", "nothing"),  # not read as Aalto before it is finished
        ("speaker:bran", "speaker=petr brankov"),
        ("speaker:Brankof", "nothing"),
        ("ferry -neg", "(ferri - neg)"),
    ],
)
def test_a_word_that_is_being_typed_is_a_beginning(query: str, expected: str) -> None:
    assert show(read(query, thesaurus=None, unfinished=True).plan) == expected


@pytest.mark.parametrize(
    ("query", "message", "instead"),
    [
        ("xylo*", 'no word begins with "xylo"', None),
        ("f?rr", 'no word is like "f?rr": ? stands for one letter, * for any', None),
        ("ferry?", 'no word is like "ferry?": ? stands for one letter, * for any', "ferry"),
        ("xylo?", 'no word is like "xylo?": ? stands for one letter, * for any', None),
        ("xylophone~", 'no word is spelt like "xylophone"', None),
    ],
)
def test_a_pattern_that_stands_for_no_word_is_told(
    query: str, message: str, instead: str | None
) -> None:
    (note,) = read(query).diagnostics
    assert (note.message, note.suggestion) == (message, instead)


def test_what_begins_no_word_is_told() -> None:
    found = read("ferry xylo", unfinished=True)
    assert [(note.message, note.end) for note in found.diagnostics] == [
        ('no word begins with "xylo"', 10)
    ]
    found = read("speaker:xylo", unfinished=True)
    assert [(note.message, note.end) for note in found.diagnostics] == [
        ('no speaker begins with "xylo"', 12)
    ]


def test_a_concept_is_known_before_its_words_occur() -> None:
    assert show(read("Far Rocks", unfinished=True).plan) == show(read("Far Rocks").plan)


def test_what_is_being_typed_becomes_few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiterm, "MOST_BEGUN", 2)
    found = read("neg", thesaurus=None, unfinished=True)
    assert show(found.plan) == "(word:negotiated / word:negotiating)"
    assert found.diagnostics == ()
