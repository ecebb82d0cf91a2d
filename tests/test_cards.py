"""Records as HTML: what a notebook shows, and that no text from outside is obeyed."""

from __future__ import annotations

import html
import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import (
    Count,
    Diagnostic,
    Document,
    DocumentRow,
    Hit,
    Match,
    Outline,
    Passage,
    Person,
    Results,
    Section,
    Snippet,
    Statement,
    Table,
    cards,
)

TEXT = "Minister Berg stated that quotas must rise. He added that cod is rare. It rained."
PASSAGE = Passage(
    id="lisbon#1.1",
    text=TEXT,
    title="Meeting at Lisbon",
    document="lisbon",
    section="1.1",
    headings=("Fisheries", "Quotas"),
    start=50,
    end=50 + len(TEXT),
    speakers=("Jonas Berg",),
    topics=("Fisheries",),
    statements=(
        Statement("Jonas Berg", 50, 50 + 43, mode="stated"),
        Statement("Jonas Berg", 50 + 44, 50 + 70, mode="added"),
    ),
    date="2011-03-02",
    place="Lisbon",
)


def hit(passage: Passage, document: Document) -> Hit:
    snippet = Snippet(passage.text, ((26, 32),) if len(passage.text) > 32 else ())
    return Hit(1, 2.0, passage, document, snippet, (Match("catch", via="quota"),))


def words(shown: str) -> str:
    """The text of an element, without its style, elements a space apart."""
    plain = re.sub(r"<style>.*?</style>", "", shown, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<(?!/?mark)[^>]*>", " ", plain)).split())


class Elements(HTMLParser):
    """The elements of a page, which must close in the order in which they open."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(shown)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_hit() -> None:
    shown = hit(PASSAGE, Document("lisbon", "Meeting at Lisbon", "2011-03-02"))._repr_html_()
    assert words(shown) == (
        "2011-03-02 · Lisbon · Meeting at Lisbon 1.1 Fisheries › Quotas Jonas Berg "
        "Minister Berg stated that <mark>quotas</mark> must rise. He added that cod is rare. "
        "It rained. 1 lisbon#1.1 · found as quota · on Fisheries"
    )


def test_a_hit_among_its_neighbours_for_its_document() -> None:
    cod = Passage("lisbon#1.2", "Cod is rare.", document="lisbon", section="1.2")
    found = replace(hit(PASSAGE, Document("lisbon", "Meeting")), after=(cod,), others=2)
    shown = words(found._repr_html_())
    assert "It rained. 1.2 Cod is rare. Cod is rare. 1 lisbon#1.1" in shown
    assert shown.endswith("on Fisheries · 2 more in this document")


def test_results_say_how_many_and_how_the_query_was_read() -> None:
    found = Results(
        "quotaz",
        (hit(PASSAGE, Document("lisbon", "Meeting")),),
        total=1200,
        diagnostics=(Diagnostic('"quotaz" does not occur', 0, 6),),
        read_as="quotas",
        facets={"year": [("2011", 1200)]},
    )
    shown = words(found._repr_html_())
    assert shown.startswith(
        '1 of 1,200 passages for quotaz "quotaz" does not occur showing results for quotas'
    )
    assert shown.endswith("by year: 2011 (1,200)")
    assert words(Results("nothing")._repr_html_()) == "0 passages for nothing"


def test_a_passage_is_set_like_a_play() -> None:
    assert words(PASSAGE._repr_html_()) == (
        "2011-03-02 · Lisbon · Meeting at Lisbon 1.1 Fisheries › Quotas "
        "Jonas Berg Minister Berg stated that quotas must rise. He added that cod is rare. "
        "It rained. lisbon#1.1 · on Fisheries"
    )
    assert PASSAGE._repr_html_().count("<dt>") == 1


def test_an_outline_and_its_people() -> None:
    berg = Person("Jonas Berg", "Minister", "Norway", ("Minister Berg",))
    one = Outline(
        "lisbon",
        TEXT,
        "Meeting at Lisbon",
        date_published="--03-02",
        participants=(berg,),
        sections=(Section("1", "Fisheries", 1),),
        passages=(PASSAGE,),
    )
    shown = words(one._repr_html_())
    assert shown.startswith(
        "Meeting at Lisbon 03-02, no year Participants (1) Jonas Berg, Minister, Norway "
        "Fisheries › Quotas 1.1 Jonas Berg Minister Berg stated"
    )
    assert words(berg._repr_html_()) == "Jonas Berg : Minister, Norway also Minister Berg"


def test_a_table() -> None:
    shown = Table(Count, [Count("Jonas Berg", 1200, 3)])._repr_html_()
    assert words(shown) == "name passages documents Jonas Berg 1,200 3"
    assert words(Table(Count)._repr_html_()) == "nothing"
    documents = Table(DocumentRow, [DocumentRow("a", "Talks", date_meeting="2011", path="a.txt")])
    shown = documents._repr_html_()
    assert words(shown) == "id title date meeting passages a Talks 2011 0"
    assert '<a href="a.txt">Talks</a>' in shown
    many = Table(Count, [Count(f"Speaker {i}", i, 1) for i in range(1000)])._repr_html_()
    assert many.count("<tr>") == cards.MOST_ROWS + 1
    assert words(many).endswith("the first 200 of 1,000 rows")


def test_the_source_is_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    here = tmp_path / "my docs" / "a&b.txt"
    assert cards.link("A", str(here)) == '<a href="my%20docs/a%26b.txt">A</a>'
    assert cards.link("A", "javascript:alert(1)") == '<a href="javascript%3Aalert%281%29">A</a>'
    assert cards.link("A", str(tmp_path.parent / "b.txt")) == '<a href="../b.txt">A</a>'
    assert cards.link("<A>", None) == "&lt;A&gt;"
    undecoded = os.fsdecode(b"caf\xe9.txt")
    assert cards.link("A", undecoded) == '<a href="caf%E9.txt">A</a>'
    assert cards.link("<A>", "\udd00") == "&lt;A&gt;"


ANY = st.text(st.characters() | st.sampled_from("<>&\"'"), max_size=40)


@given(ANY, ANY)
@settings(max_examples=100, deadline=None)
def test_no_text_is_obeyed(text: str, other: str) -> None:
    evil = Passage(
        id=text,
        text=other,
        headings=(text,),
        speakers=(other,),
        topics=(text,),
        title=other,
        place=text,
        statements=(Statement(text, 0, len(other) // 2),),
    )
    person = Person(text, other, text, (other,))
    shown = [
        Results(text, (hit(evil, Document(text, other, path=text or "a")),), 1, read_as=other),
        evil,
        person,
        Outline(text, other, text, passages=(evil,), participants=(person,), path=other),
        Table(Person, [person]),
    ]
    for one in shown:
        elements = Elements(one._repr_html_())
        assert elements.seen <= {
            "a", "b", "blockquote", "code", "dd", "details", "div", "dl", "dt", "li", "mark", "ol",
            "p", "span", "style", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
        }  # fmt: skip
        assert elements.attributes <= {"class", "href", "value"}
