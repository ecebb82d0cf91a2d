"""PDFs: lines joined again, running headers dropped, and files that are refused."""

from __future__ import annotations

import time
import zlib
from pathlib import Path

import pytest

from searchkit.errors import UnreadableFile
from searchkit.outlines.parser import read_outline
from searchkit.readers import read
from searchkit.readers.pdf import read_pdf

Line = tuple[float, float, str]
"""Where a line starts, across and up the page, and what it says."""


ESCAPED = {ord(char): f"\\{char}" for char in "()"}


def pdf(*pages: list[Line] | bytes, trailer: str = "") -> bytes:
    """A PDF with these lines in 10 point Courier; bytes are a page's content, compressed."""
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    add(b"<< /Type /Catalog /Pages 2 0 R >>")
    add(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    for page in pages:
        if not isinstance(page, bytes):
            shown = [
                f"BT /F1 10 Tf {x} {y} Td ({text.translate(ESCAPED)}) Tj ET" for x, y, text in page
            ]
            page = "\n".join(shown).encode("cp1252")
        add(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 "
            b"3 0 R >> >> /Contents %d 0 R >>" % (len(objects) + 2)
        )
        packed = zlib.compress(page, 9)
        head = b"<< /Length %d /Filter /FlateDecode >>" % len(packed)
        add(head + b"\nstream\n" + packed + b"\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def lines(*texts: str, top: float = 740, step: float = 12) -> list[Line]:
    """Lines one under the other; an empty one is a gap, spaces in front an indent."""
    return [
        (60 + 6 * (len(text) - len(text.lstrip())), top - step * n, text.strip())
        for n, text in enumerate(texts)
        if text
    ]


def page(number: int, *texts: str) -> list[Line]:
    return [(60, 780, "Foreign Office, Oslo"), *lines(*texts), (300, 30, f"- {number} -")]


FIRST = page(
    1,
    "Talks on cod",
    "",
    "12 May 2004",
    "",
    "On 11 May, Foreign Minister Anna Ode met Foreign Minister Luis",
    "Bly of Chile in Lima, Peru. They spoke of the fish of both coun-",
    "tries and of the well-known boats.",
    "",
    "1. Boats",
    "",
    "  (1) Foreign Minister Ode said that the boats of her country",
    "  were old.",
    "  (2) Foreign Minister Bly agreed with what Foreign Minister Ode",
)
SECOND = page(2, "had said, and offered new ones.", "", "2. Next steps", "", "They left.")

TEXT = """Talks on cod

12 May 2004

On 11 May, Foreign Minister Anna Ode met Foreign Minister Luis Bly of Chile in Lima, Peru. They \
spoke of the fish of both countries and of the well-known boats.

1. Boats

  (1) Foreign Minister Ode said that the boats of her country were old.
  (2) Foreign Minister Bly agreed with what Foreign Minister Ode had said, and offered new ones.

2. Next steps

They left.
"""


def test_pages_become_paragraphs() -> None:
    text, _, notes, given = read_pdf(pdf(FIRST, SECOND))
    assert text == TEXT
    assert notes == ()
    assert given.dropped == ("Foreign Office, Oslo", "- 1 -", "- 2 -")


def test_the_outline_of_a_pdf(tmp_path: Path) -> None:
    (tmp_path / "talks.pdf").write_bytes(pdf(FIRST, SECOND))
    found = read_outline(tmp_path / "talks.pdf")
    assert (found.title, found.date_meeting) == ("Talks on cod", "2004-05-11")
    assert [section.id for section in found.sections] == ["1", "1.1", "1.2", "2"]
    assert found.boilerplate[:1] == ("Foreign Office, Oslo",)
    assert all(found.text[p.start : p.end] == p.text for p in found.passages)


def test_lists_go_on_over_the_page_and_columns_stay_apart() -> None:
    pages = [
        [(60, 780, "KAL/2013/9"), *lines("5. They agreed as follows:")],
        [
            (60, 780, "KAL/2013/9"),
            *lines("(a) cod is dear;", "(b) eels are not.", "", "Jane Roe       Per Doe"),
        ],
    ]
    text, _, _, given = read_pdf(pdf(*pages))
    assert (
        text
        == "5. They agreed as follows:\n(a) cod is dear;\n(b) eels are not.\n\nJane Roe   Per Doe\n"
    )
    assert given.dropped == ("KAL/2013/9",)


def test_a_title_that_runs_over_later_pages_stays() -> None:
    pages = [
        [(200, 700, "Talks on cod"), *lines("They spoke.", top=660)],
        *(
            [(60, 780, "Talks on cod"), *lines(f"They spoke of {fish}.")]
            for fish in ("cod", "hake")
        ),
    ]
    text, _, _, given = read_pdf(pdf(*pages))
    assert text.count("Talks on cod") == 1
    assert given.dropped == ("Talks on cod",)


def test_a_page_without_text_is_noted() -> None:
    assert read_pdf(pdf(FIRST, []))[2] == ("1 page without text, left out",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.4 and then nothing", "is a damaged PDF"),
        (b"no PDF", "is a damaged PDF"),
        (pdf([]), "has no text, only images: recognise its text (OCR) first"),
        (pdf(b"(x) Tj " * 2_000_000), "has a page that is too large to read"),
        (pdf(b" " * 100_000_000), "unpacks to more than can be read"),
    ],
    ids=["cut off", "bytes", "images", "a large page", "a bomb"],
)
def test_no_document(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(UnreadableFile) as error:
        read(tmp_path / "a.pdf")
    assert str(error.value).startswith(f"{tmp_path / 'a.pdf'}: {reason}")


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    (tmp_path / "open.pdf").write_bytes(pdf(FIRST))
    writer = PdfWriter(clone_from=PdfReader(tmp_path / "open.pdf"))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(UnreadableFile, match="is encrypted: save it without a password"):
        read(tmp_path / "a.pdf")


def test_reading_ends_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("searchkit.readers.pdf._SECONDS", -1)
    with pytest.raises(Exception, match="takes more than -1 seconds to read"):
        read_pdf(pdf(FIRST))


def typeset(*rows: tuple[int, int, int, str]) -> bytes:
    """A PDF of one page with these rows: left end, height, size of the letters, text."""
    return pdf("\n".join(f"BT /F1 {s} Tf {x} {y} Td ({t}) Tj ET" for x, y, s, t in rows).encode())


LONG = "Minister Ode said that there was less cod in all of the northern seas than"


def test_paragraphs_that_only_an_indent_tells_stay_apart() -> None:
    rows, y = [], 700
    for _ in range(4):
        rows += [
            (80, y, 10, LONG),
            (60, y - 12, 10, "in any year since the beginning of all the counts of it that"),
        ]
        rows += [(60, y - 24, 10, "he had seen. It would be right to fish for a while for eels.")]
        y -= 36
    text = read_pdf(typeset(*rows))[0]
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    assert len(paragraphs) == 4
    assert all(line.startswith("Minister Ode") and line.endswith("eels.") for line in paragraphs)


def test_large_letters_tell_the_title(tmp_path: Path) -> None:
    rows = [
        (60, 760, 10, "Kirkegata 4, Oslo"),
        (90, 730, 16, "Meeting between the Minister of Fisheries"),
        (90, 711, 16, "and the Ambassador of Norway"),
        (60, 680, 10, "June 9, 2003"),
        *((60, 650 - 30 * i, 10, LONG[:60] + ".") for i in range(6)),
    ]
    (tmp_path / "talks.pdf").write_bytes(typeset(*rows))
    found = read_outline(tmp_path / "talks.pdf")
    title = "Meeting between the Minister of Fisheries and the Ambassador of Norway"
    assert (found.title, found.date_published) == (title, "2003-06-09")
    assert read_pdf((tmp_path / "talks.pdf").read_bytes())[3].name == title


def paragraphs(*rows: tuple[float, float, float, str]) -> list[str]:
    return [line.strip() for line in read_pdf(typeset(*rows))[0].splitlines() if line.strip()]


ON = "in any year since the beginning of all the counts of it that he had made."


def test_lines_of_items_that_stand_further_in_are_joined() -> None:
    rows, y = [], 740.0
    for heading in ("1. Cod", "2. Eels", "3. Hake", "4. Ice"):
        rows += [(80, y, 10, heading), (60, y - 20, 10, LONG), (60, y - 32, 10, ON)]
        rows += [(80, y - 52, 10, f"(1) {LONG[:66]}"), (80, y - 64, 10, ON[:60])]
        y -= 90
    assert paragraphs(*rows)[:3] == ["1. Cod", f"{LONG} {ON}", f"(1) {LONG[:66]} {ON[:60]}"]


def test_little_space_between_paragraphs_tells_them_apart() -> None:
    rows, y = [], 740.0
    for _ in range(4):
        rows += [(60, y, 10, LONG), (60, y - 12, 10, ON)]
        y -= 26
    assert paragraphs(*rows) == [f"{LONG} {ON}"] * 4


def test_answers_of_one_line_each_stay_apart() -> None:
    short = "ODE: There was less cod in the seas than in any year of all the counts of it."
    rows = [(60.0, 740.0 - 21 * k, 10.0, short) for k in range(8)]
    rows += [(60, 572, 10, f"BLY: {LONG}"), (60, 560, 10, ON)]
    assert paragraphs(*rows) == [short] * 8 + [f"BLY: {LONG} {ON}"]


def test_a_sentence_goes_on_over_the_page_with_a_name() -> None:
    upper = "He said that much of this had been told in Vik some time ago by the Minister"
    pages = [lines("Talks on cod", "", upper, ON, "", upper), lines("Bly and the Ambassador.")]
    text = read_pdf(pdf(*pages))[0]
    assert text.endswith(f"\n{upper} Bly and the Ambassador.\n")


def test_paragraphs_that_begin_further_in_are_no_items() -> None:
    rows, y = [(50.0, 780.0, 8.0, "Fish Record")], 740.0
    for _ in range(5):
        rows += [(80, y, 10, LONG), (60, y - 12, 10, ON), (80, y - 24, 10, f"{LONG[:70]}.")]
        y -= 36
    text = read_pdf(typeset(*rows))[0]
    assert text.endswith("\n\n".join([f"{LONG} {ON}", f"{LONG[:70]}."] * 5) + "\n")


def test_a_number_of_a_page_may_be_written_before_its_text() -> None:
    text, _, _, given = read_pdf(pdf([(300, 30, "Page 1 of 2"), *lines("Talks on cod", LONG)]))
    assert (text, given.dropped) == (f"Talks on cod\n{LONG}\n", ("Page 1 of 2",))


def test_pages_of_many_lines_are_read_in_time() -> None:
    rows = [(60.0, 800 - 12 * n, f"cod was dear on day {n} of") for n in range(8_000)]
    began = time.process_time()
    text = read_pdf(pdf([(300, 850, "2"), *rows]))[0]
    assert text.endswith("on day 7999 of\n")
    assert time.process_time() - began < 10
