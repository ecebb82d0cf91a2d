"""Passages as citations, and that no text breaks the format it stands in."""

from __future__ import annotations

import json
import re
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import Document, Index, NotFound, Passage, QueryError, Quotation
from searchkit.citations import STYLES, Style, bibliography
from searchkit.cli import main

BERG = Passage(
    id="lisbon#1.1/2",
    text="Minister Berg stated that 50% of\n  cod & trout is *rare*.",
    title="Meeting at Lisbon",
    document="lisbon",
    section="1.1",
    headings=("Fisheries", "Quotas"),
    start=100,
    end=157,
    speakers=("Jonas Berg",),
    topics=("Fisheries",),
    date="2011-03-02",
    place="Lisbon",
)


def quotation(style: Style, **more: str) -> Quotation:
    document = Document("lisbon", "Meeting {at} Lisbon", "2011-03-02", "docs/lisbon.txt")
    return Quotation(BERG, document, "2011-03-04", more.get("kind", "outline"), style)


def test_plain() -> None:
    assert str(quotation("plain")) == (
        "“Minister Berg stated that 50% of cod & trout is *rare*.”\n"
        "— Jonas Berg, “Meeting {at} Lisbon”, Lisbon, 2 March 2011, published 4 March 2011, "
        "section 1.1/2, “Fisheries › Quotas”, characters 100–157 of lisbon.txt [lisbon#1.1/2]"
    )


def test_markdown() -> None:
    assert str(quotation("markdown")) == (
        r"> Minister Berg stated that 50% of cod \& trout is \*rare\*." + "\n>\n"
        r"> — Jonas Berg, “Meeting \{at\} Lisbon”, Lisbon, 2 March 2011, published 4 March 2011, "
        r"section 1.1/2, “Fisheries › Quotas”, characters 100–157 of lisbon.txt \[lisbon\#1.1/2\]"
    )


def test_bibtex() -> None:
    assert str(quotation("bibtex")) == (
        "@misc{lisbon:1.1/2,\n"
        "  title        = {{Meeting \\{at\\} Lisbon}},\n"
        "  year         = {2011},\n"
        "  month        = mar,\n"
        "  day          = {4},\n"
        "  howpublished = {Outline},\n"
        "  note         = {Meeting on 2 March 2011 in Lisbon; section 1.1/2, “Fisheries › Quotas”; "
        "characters 100–157 of lisbon.txt; lisbon\\#1.1/2},\n"
        "  annote       = {Jonas Berg: Minister Berg stated that 50\\% of cod \\& trout is *rare*."
        "},\n}"
    )


def test_csl_json() -> None:
    assert json.loads(str(quotation("csl-json"))) == [
        {
            "id": "lisbon#1.1/2",
            "type": "document",
            "title": "Meeting {at} Lisbon",
            "genre": "outline",
            "issued": {"date-parts": [[2011, 3, 4]]},
            "event-date": {"date-parts": [[2011, 3, 2]]},
            "event-place": "Lisbon",
            "section": "1.1/2",
            "note": "section 1.1/2, “Fisheries › Quotas”; characters 100–157 of lisbon.txt",
            "annote": "Minister Berg stated that 50% of cod & trout is *rare*.",
            "keyword": "Fisheries",
            "contributor": [{"literal": "Jonas Berg"}],
            "custom": {"document": "lisbon", "start": 100, "end": 157},
        }
    ]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2011", "2011"),
        ("2011-03", "March 2011"),
        ("--10-14", "14 October (no year)"),
        (None, ""),
    ],
)
def test_a_date_says_what_is_known(date: str | None, said: str) -> None:
    one = Quotation(Passage("1", "Cod."), Document("1", "Notes", date))
    assert str(one) == "“Cod.”\n— “Notes”, " + f"{said}, " * bool(said) + "characters 0–4 [1]"
    item = json.loads(bibliography([one], "csl-json"))[0]
    assert ("issued" in item) == bool(date)
    assert ("  year " in bibliography([one], "bibtex")) == (said.endswith("11"))


def test_braces_that_stand_in_no_pair_are_named() -> None:
    one = Quotation(Passage("1", "Cod."), Document("1", "{a {b} }} {"))
    title = bibliography([one], "bibtex").splitlines()[1]
    assert title == "  title        = {{\\{a \\{b\\} \\}\\textbraceright{} \\textbraceleft{}}},"


def test_keys_are_told_apart() -> None:
    two = [Quotation(Passage(name, "Cod."), Document("d", "D")) for name in ("a b", "a~b", "京")]
    keys = re.findall(r"@misc\{(.*),", bibliography(two, "bibtex"))
    assert keys == ["a-b", "a-b-2", "passage"]


def test_an_index_quotes() -> None:
    with Index.in_memory() as index:
        index.add_passages(BERG)
        index.commit()
        assert str(index.quote("lisbon#1.1/2")).startswith("“Minister Berg")
        assert index.quote("lisbon#1.1/2", style="bibtex").style == "bibtex"
        assert "<blockquote" in index.quote("lisbon#1.1/2")._repr_html_()
        with pytest.raises(NotFound, match="no passage 'rome#1'"):
            index.quote("rome#1")
        with pytest.raises(QueryError, match="style is 'apa': it can be plain, markdown"):
            index.quote("lisbon#1.1/2", style="apa")  # type: ignore[arg-type]


def test_the_command(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    place = str(tmp_path)
    with Index.create(place) as index:
        index.add_passages(BERG)
    assert main(["quote", "lisbon#1.1/2", "--index", place, "--style", "csl-json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["id"] == "lisbon#1.1/2"
    assert main(["quote", "lisbon#1.1/2", "--index", place, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["start"], shown["end"], shown["style"]) == (100, 157, "plain")
    assert main(["quote", "rome", "--index", place]) == 2


ANY = st.text(st.characters() | st.sampled_from("{}\\$%#&_~^*[]<>\"'\n"), max_size=40)


@given(ANY, ANY)
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_the_format(text: str, other: str) -> None:
    passage = Passage(text, other, headings=(other,), speakers=(text,), place=other, document=text)
    one = Quotation(passage, Document(text, other, path=text or None), kind=text)
    shown = {style: bibliography([one], style) for style in STYLES}
    tex = shown["bibtex"]
    depth = list(accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in tex))
    assert min(depth) == depth[-1] == 0
    inside = re.sub(r"\\text\w+\{\}|\\[#$%&_{}]", "", tex.partition("\n")[2])
    assert not re.search(r"[\\#$%&_~^]", inside)
    assert json.loads(shown["csl-json"])[0]["type"] == "document"
    assert len(shown["markdown"].splitlines()) == 3
    assert len(shown["plain"].splitlines()) == 2


@given(ANY, ANY)
@settings(max_examples=50, deadline=None)
def test_a_reader_of_bibtex_reads_it(text: str, other: str) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    passage = Passage(text, other, headings=(other,), speakers=(text,), place=other, document=text)
    one = Quotation(passage, Document(text, "Cod {and} herring", "2011-03-02"), kind=text)
    read = bibtexparser.parse_string(bibliography([one, one], "bibtex"))
    assert read.failed_blocks == []
    assert len(read.entries) == 2
    fields = {field.key: field.value for field in read.entries[0].fields}
    assert fields["title"] == "{Cod \\{and\\} herring}"
    assert (fields["year"], fields["month"], fields["day"]) == ("2011", "mar", "2")
