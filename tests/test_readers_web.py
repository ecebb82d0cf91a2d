"""Web pages: what of them is the document, and how its headings and lists are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.errors import UnreadableFile
from searchkit.outlines.parser import parse, read_outline
from searchkit.readers import read
from searchkit.readers.web import read_html
from searchkit.thesaurus import Thesaurus

LETTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])

PAGE = """<!DOCTYPE html><html><head>
<title>Talks between Norland and Chile | Foreign Office</title><style>p { color: red }</style>
</head><body class="has-sidebar">
<div id="cookie-notice">We use cookies. <button>Fine</button></div>
<header><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav></header>
<div class="breadcrumb"><a href="/">Home</a> &gt; Talks</div>
<main>
<h1>Talks between Norland and Chile</h1>
<p>12 May 2004</p>
<figure><img src="a.jpg" alt="Ministers"><figcaption>The two ministers</figcaption></figure>
<p>Foreign Minister <b>Anna Ode</b> met Foreign Minister Luis Bly.<sup><a href="#n1">1</a></sup></p>
<h2>1. Trade</h2>
<ol><li>Minister Ode said that fish was dear.<ul><li>cod<li>hake</ul></li>
<li><p>Minister Bly agreed.</p><p>He added that it was fresh.</p></li></ol>
<h2>2. Next steps</h2>
<p>They left.<br>They will meet again.</p>
</main>
<aside>Related pages</aside><footer>Copyright</footer><script>track()</script></body></html>"""

TEXT = """# Talks between Norland and Chile

12 May 2004

Foreign Minister Anna Ode met Foreign Minister Luis Bly.

## 1. Trade

  1. Minister Ode said that fish was dear.
    - cod
    - hake
  2. Minister Bly agreed.

    He added that it was fresh.

## 2. Next steps

They left.
They will meet again.
"""


def text_of(page: str) -> str:
    return read_html(page.encode())[0]


def test_a_page_without_what_is_around_its_document() -> None:
    assert text_of(PAGE) == TEXT


def test_the_outline_of_a_page(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_text(PAGE, encoding="utf-8")
    found = read_outline(tmp_path / "talks.html")
    assert (found.title, found.date_published) == ("Talks between Norland and Chile", "2004-05-12")
    assert [s.heading for s in found.sections if s.level == 1] == ["Trade", "Next steps"]
    assert found.text == TEXT
    assert all(found.text[p.start : p.end] == p.text for p in found.passages)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<ol type=a start=3><li>cod<li>hake</ol>", "  c. cod\n  d. hake\n"),
        ("<ol style='list-style-type: lower-alpha'><li>cod<li>hake</ol>", "  a. cod\n  b. hake\n"),
        ("<ol type=I><li>cod<li value=4>hake</ol>", "  I. cod\n  IV. hake\n"),
        ("<ol reversed><li>cod<li>hake</ol>", "  2. cod\n  1. hake\n"),
        ("<ul><li>(1) cod<li>(2) hake</ul>", "  (1) cod\n  (2) hake\n"),
        ("<ol><li>1. cod<li>2. hake</ol>", "  1. cod\n  2. hake\n"),
        ("<ul><li><ol><li>cod</ol></ul>", "    1. cod\n"),
        ("<dl><dt>(1)<dd>cod<dt>(2)<dd>hake</dl>", "(1) cod\n\n(2) hake\n"),
        ("<table><tr><td>(1)<td>cod, as said</table>", "(1) cod, as said\n"),
        ("<table><tr><th>Fish<th>Tons<tr><td>cod<td>5</table>", "Fish | Tons\ncod | 5\n"),
        ("<table><tr><td><p>cod</p><p>hake</p><td>eel</table>", "cod\n\nhake\n\neel\n"),
        ("<p>cod\nand   hake</p>eel", "cod and hake\n\neel\n"),
        ("cod<br><br>hake<br>eel", "cod\n\nhake\neel\n"),
        ("<pre>cod\nhake</pre>", "cod\nhake\n"),
        ("<h3>Cod <i>and</i> hake</h3>eel", "### Cod and hake\n\neel\n"),
        ("<p>&lt;cod&gt; &amp; hake&nbsp;eel", "<cod> & hake eel\n"),
        ("<p>on the 6<sup>th</sup> day", "on the 6th day\n"),
        ("<form><p>all in a form</p><input value=x></form>", "all in a form\n"),
        ("<p style='display: none'>cod</p><p>hake and eel", "hake and eel\n"),
        ("<p>He met <a href=a>the envoy</a> of Chile.", "He met the envoy of Chile.\n"),
        ("<ul><li><a href=a>cod</a><li><a href=b>hake</a></ul><p>eel is a fish", "eel is a fish\n"),
    ],
)  # fmt: skip
def test_lists_tables_and_lines(body: str, text: str) -> None:
    assert text_of(body) == text


def test_nothing_that_holds_the_document_is_left_out() -> None:
    words = "<p>The ministers spoke of fish, of boats and of the weather at sea.</p>" * 5
    assert text_of(f"<div class='sidebar share'>{words}</div><p>Bye") != "Bye\n"
    assert "The ministers" in text_of(f"<header role=banner><h1>Fish</h1>{words}</header>")


def test_the_title_in_the_head_serves_where_the_text_has_none(tmp_path: Path) -> None:
    page = "<title>Talks on fish | Foreign Office</title><p>{}</p>"
    path = tmp_path / "a.html"
    path.write_text(page.format("Mr. Ode met Ms. Bly in Oslo. They spoke of cod."))
    found = read_outline(path)
    assert (found.title, found.derived) == ("Talks on fish", ())
    path.write_text(page.format("Meeting of two friends</p><p>Mr. Ode met Ms. Bly in Oslo."))
    assert read_outline(path).title == "Meeting of two friends"


def test_a_page_that_starts_with_a_lesser_heading_has_its_title_in_its_head() -> None:
    page = "<title>Talks on fish</title><h2>Overview</h2><p>They spoke of cod.</p>"
    assert text_of(page).startswith("# Talks on fish\n\n## Overview\n")


TITLE_APART = """<title>Call with Minister Ode of Norland | The Palace</title>
<header class=site><nav>Menu</nav></header>
<header class="page-header"><p>Readout</p><h1>Call with Minister Ode of Norland</h1>
<time>6 May 2021</time></header>{between}
<main><p>The President spoke today with Foreign Minister Anna Ode of Norland about cod and about
the hake, and they agreed to speak again before the summit.</p></main>"""


def test_what_stands_around_a_title_outside_of_the_document() -> None:
    text = text_of(TITLE_APART.format(between=""))
    assert text.startswith(
        "Readout\n\n# Call with Minister Ode of Norland\n\n6 May 2021\n\nThe President"
    )
    banner = '<div class="banner-date">8 May 2021</div><div class="banner">Cookies</div>'
    assert "6 May 2021\n\n8 May 2021\n\nThe President" in text_of(
        TITLE_APART.format(between=banner)
    )
    much = f"<div>{'Cod is a fish. ' * 50}</div>"
    assert text_of(TITLE_APART.format(between=much)).startswith(
        "# Call with Minister Ode of Norland\n\nThe President"
    )


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('property="article:published_time" content="2022-03-09T14:22:00+00:00"', "2022-03-09"),
        ('name="DC.date.issued" content="2022-03-09"', "2022-03-09"),
        ('itemprop="datePublished" content="2022-02-31"', None),
        ('name="viewport" content="2022-03-09"', None),
    ],
)
def test_the_day_in_the_head_serves_where_the_text_has_none(
    tmp_path: Path, head: str, date: str | None
) -> None:
    path = tmp_path / "a.html"
    page = "<meta {}><h1>Talks on cod in Oslo</h1>{}<p>Ms. Ode met Mr. Bly."
    path.write_text(page.format(head, ""))
    found = read_outline(path)
    assert found.date_published == date
    assert ("date_published" in found.derived) is (date is not None)
    path.write_text(page.format(head, "<p>March 7, 2022</p>"))
    found = read_outline(path)
    assert (found.date_published, "date_published" in found.derived) == ("2022-03-07", False)
    path.write_text(page.format(head, "<p>March 9</p>"))
    assert read_outline(path).date_published == (date or "--03-09")


@pytest.mark.parametrize(
    ("head", "codec", "declared"),
    [
        ("<meta charset=shift_jis>", "cp932", "cp932"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">', "euc_jp",
         "euc_jp"),
        ("<meta charset=shift_jis>", "utf-8", "utf-8"),
        ("<meta charset=iso-8859-1>", "cp1252", "cp1252"),
        ("<meta charset=nonsense>", "cp1252", "cp1252"),
    ],
)  # fmt: skip
def test_the_encoding_a_page_declares(head: str, codec: str, declared: str) -> None:
    words = "Señor – Ode" if codec == "cp1252" else "日本"
    found = read_html(f"{head}<p>{words}".encode(codec))
    assert (found[0], found[1]) == (f"{words}\n", declared)


@pytest.mark.parametrize(
    "page",
    [
        "<ul><li>" * 100_000 + "x",
        "<div>" * 100_000 + "x",
        "<b><p>" * 3_000 + "x",
    ],
    ids=["lists", "divisions", "formats"],
)
def test_nesting_without_end_is_refused(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page)
    with pytest.raises(UnreadableFile, match=r"a\.html: has elements nested more than"):
        read(tmp_path / "a.html")


def test_entities_of_a_pages_own_are_not_expanded() -> None:
    page = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><body><p>&b; cod</p></body>'
    assert "lollol" not in text_of(page)


def test_pages_with_many_elements_side_by_side() -> None:
    assert text_of("<ul>" + "<li>x" * 20_000 + "</ul>").count("- x\n") == 20_000


def test_a_list_in_the_head_of_a_page_tells_of_the_page(tmp_path: Path) -> None:
    page = (
        "<body><h1>Minister Roe meets Minister Doe in Vik</h1>{}<p>Minister Roe met Minister Doe"
        " of Sudland today. They spoke of cod, of herring, and of what becomes of both of them in"
        " years in which the ice goes early, and nobody knows why.</p><ul><li>3 May 2004</li>"
        "</ul><p>Nobody spoke.</p>"
    )
    days = "<ul><li>09 Nov. 2017</li><li>Harbour House, Vik</li></ul>"
    (tmp_path / "a.html").write_text(page.format(days))
    assert "\n\n09 Nov. 2017\nHarbour House, Vik\n" in read(tmp_path / "a.html").text
    assert "\n  - 3 May 2004\n" in read(tmp_path / "a.html").text
    (tmp_path / "b.html").write_text(
        page.format("<ul><li>Hon Jane Roe</li></ul><p>Foreign Affairs</p>")
    )
    outline = read_outline(tmp_path / "b.html")
    assert outline.boilerplate == ("Hon Jane Roe", "Foreign Affairs")


def test_the_trail_to_a_page_is_none_of_it_and_terms_stand_with_what_they_mean() -> None:
    trail = '<ul><li><a href="/">Home</a></li><li><a href="/n">North</a></li><li>Vik</li></ul>'
    terms = "<dl><dt>Present</dt><dd>Jane Roe</dd><dt>Regrets</dt><dd>Per Doe</dd></dl>"
    text = text_of(f"<body>{trail}<h1>Talks in Vik</h1>{terms}<p>They spoke of cod.</p>")
    expected = "# Talks in Vik\n\nPresent\nJane Roe\n\nRegrets\nPer Doe\n\nThey spoke of cod.\n"
    assert text == expected


def test_a_row_in_the_head_of_a_page_tells_the_day(tmp_path: Path) -> None:
    row = "".join(f"<td>{word}</td>" for word in ("Writer", "Admin", "Date", "2004-05-03", "Hit"))
    (tmp_path / "a.html").write_text(
        f"<body><h3>Outcome of the Talks on Cod</h3><table><tr>{row}</tr></table>"
        "<p>Minister Roe met Minister Doe of Sudland. They spoke of cod.</p>"
    )
    assert read_outline(tmp_path / "a.html").date_published == "2004-05-03"


SAID = "The ministers said that the quota for cod was too low. " * 3


@pytest.mark.parametrize(
    "heading",
    [
        "<p><strong>{}</strong></p>",
        "<p><b><u>{}</u></b></p>",
        "<div><span style='font-weight: bold'>{}</span></div>",
        "<p style='font-size:20px'>{}</p>",
        "<p><font size=4>{}</font></p>",
        "<p class='sub-heading'>{}</p>",
        "<b>{}</b><br>",
        "<details><summary>{}</summary></details>",
    ],
)
def test_headings_that_only_look_so(heading: str) -> None:
    page = "<h1>Talks on Cod</h1><p>" + SAID + "</p>"
    for words in ("Trade and cod", "Ice"):
        page += heading.format(words) + f"<p>{SAID}</p>"
    lines = text_of(f"<body>{page}</body>").split("\n")
    assert [line for line in lines if line.startswith("######")] == [
        "###### Trade and cod",
        "###### Ice",
    ]


def test_bold_words_at_the_start_of_items_stand_on_a_line_of_their_own() -> None:
    items = "".join(f"<li><b>{one}</b> {SAID}</li>" for one in ("Fish", "Trade in ice"))
    lines = text_of(f"<h1>Talks</h1><ol>{items}</ol>").split("\n")
    assert [line.strip() for line in lines if "Fish" in line or "ice" in line] == [
        "1. Fish",
        "2. Trade in ice",
    ]
    items = "".join(f"<li><b>{one}</b> said no more.</li>" for one in ("Mr Roe", "Ms Doe"))
    assert "Mr Roe said no more." in text_of(f"<h1>Talks</h1><ol>{items}</ol>")


@pytest.mark.parametrize("named", ["visually-hidden", "sr-only", "block screen-reader-text"])
def test_what_only_those_hear_who_have_the_page_read_to_them(named: str) -> None:
    page = f"<h1>Talks</h1><h2 class='{named}'>Main Content</h2><p>{SAID}</p>"
    assert "Main Content" not in text_of(page)


@pytest.mark.parametrize(
    "words",
    [
        ("Trade",),
        ("Mr Roe", "Mr Doe"),
        ("Present", "Regrets"),
        ("Roe:", "Doe:"),
        ("Roe", "Doe", "Roe", "Doe"),
    ],
)
def test_bold_lines_that_are_no_headings(words: tuple[str, ...]) -> None:
    page = "<h1>Talks on Cod</h1><p>" + SAID + "</p>"
    page += "".join(f"<p><b>{one}</b></p><p>{SAID}</p>" for one in words)
    assert "######" not in text_of(f"<body>{page}</body>")


PIECES = """<p> </p> <ol> <li> </ol> <ul> <div_class=nav> </div> <table> <tr> <td> <h2> </h2> <b>
<a_href=x> </a> <br> <main> <nav> cod hake 1. &amp; <!-- --> < <p><b>Cod</b></p> <td>1.</td> </td>
<tr><td>(a)</td><td> <dt>2.</dt> <dd> </tr> </table> <em> </em> <pre> </pre>
<li><strong>Ice</strong>"""


@given(
    st.lists(
        st.sampled_from([piece.replace("_", " ") for piece in PIECES.split()])
        | st.text(LETTERS, max_size=5),
        max_size=60,
    ).map(" ".join)
)
@settings(max_examples=100, deadline=None)
def test_anything_is_a_page(page: str) -> None:
    text, _, _, known = read_html(page.encode("utf-8", "replace"))
    found = parse(text, id="a", thesaurus=Thesaurus.default(), given=known)
    assert all(found.text[p.start : p.end] == p.text for p in found.passages)


@pytest.mark.parametrize(
    "head",
    [
        "<title>Call with Prime Minister Ode of Peru | The White House</title>",
        '<title>Call</title><meta property="og:site_name" content="The White House">',
    ],
)
def test_whose_page_it_is_by_its_head_tells_whose_minister_is_named_without_country(
    tmp_path: Path, head: str
) -> None:
    path = tmp_path / "a.html"
    body = "<h1>Call with Prime Minister Ode of Peru</h1><p>President Roe spoke with Mr. Ode."
    path.write_text(head + body)
    people = read_outline(path)
    named = {p.name: p.country for p in (*people.participants, *people.persons)}
    assert named == {"Ode": "Peru", "Roe": "United States"}


@pytest.mark.parametrize("tags", [("td", "td"), ("th", "td"), ("dt", "dd")])
def test_a_number_in_a_cell_of_its_own_stands_before_bold_words(tags: tuple[str, str]) -> None:
    number, words = tags
    cells = "".join(
        f"<tr><{number}>{n}.</{number}><{words}><p><b>Cod</b> </p><p>Ice.</p></{words}></tr>"
        for n in (1, 2)
    )
    page = f"<table>{cells}</table>" if number != "dt" else f"<dl>{cells}</dl>"
    assert " ".join(read_html(page.encode())[0].split()) == "1. Cod Ice. 2. Cod Ice."


@pytest.mark.parametrize("anchor", ['<sup><a href="#n1">1</a></sup>', '<a href="#n1">[1]</a>'])
def test_notes_are_left_out_with_the_anchors_that_lead_to_them(anchor: str) -> None:
    note = '<ol><li id="n1">An eel.</li><li id="n2">Source: Vik, Cod Papers.</li></ol>'
    page = f'<h1>Cod</h1><p id="p1">Roe asked for cod.{anchor}<a href="#n2">[2]</a></p>{note}'
    text, *_ = read_html(page.encode())
    assert "Roe asked for cod." in text
    assert "eel" not in text
    assert "Source: Vik" in text
