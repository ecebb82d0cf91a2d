"""Word documents: headings, the numbers that Word would show, and what is left out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from searchkit.errors import UnreadableFile
from searchkit.outlines.parser import read_outline
from searchkit.readers import read
from searchkit.readers.word import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

LEVELS = f"""<w:abstractNum {W} w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/>
</w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%3"/>
</w:lvl></w:abstractNum>"""
LIST = '<w:num {} w:numId="{}"><w:abstractNumId w:val="90"/>{}</w:num>'
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'


def numbered(document: Any, text: str, level: int, number: int = 91) -> None:
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def raw(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def text_of(document: Any) -> str:
    return read_docx(raw(document))[0]


def talks() -> Any:
    document = docx.Document()
    document.add_heading("Talks on cod", 0)
    document.add_paragraph("12 May 2004")
    document.add_heading("Boats", 1)
    document.add_paragraph("Minister Ode said that boats were old.", style="List Number")
    document.add_paragraph("Minister Bly said so too.", style="List Number")
    document.add_paragraph("wood", style="List Bullet 2")
    document.add_paragraph("They left.\nThey will meet again.")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ["Fish", "Tons", "(1)", "cod"], strict=True):
        cell.text = words
    document.add_paragraph("The ministers at sea", style="Caption")
    document.sections[0].footer.paragraphs[0].text = "Foreign Office"
    return document


def test_headings_lists_and_tables() -> None:
    text, _, notes, given = read_docx(raw(talks()))
    assert text == (
        "# Talks on cod\n\n12 May 2004\n\n# Boats\n\n"
        "  1. Minister Ode said that boats were old.\n  2. Minister Bly said so too.\n"
        "    - wood\n\n"
        "They left.\nThey will meet again.\n\nFish | Tons\n(1) cod\n"
    )
    assert notes == ()
    assert given.dropped == ("The ministers at sea", "Foreign Office")


def test_what_carries_an_item_on_and_who_was_there_in_a_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Minutes of the harbour board", 0)
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ["Present", "Jane Roe", "Absent", "Per Doe"], strict=True):
        cell.text = words
    document.add_paragraph("Ms Roe said that boats were old.", style="List Number")
    document.add_paragraph("She had seen them.", style="List Continue")
    document.save(str(tmp_path / "a.docx"))
    outline = read_outline(tmp_path / "a.docx")
    assert [passage.id.split("#")[1] for passage in outline.passages] == ["0", "1/1", "1/2"]
    assert outline.passages[0].text == "Present | Jane Roe\nAbsent | Per Doe"
    assert [person.name for person in outline.participants] == ["Jane Roe"]


@pytest.mark.parametrize("look", ["bold", "underline", "all_caps", "size", "style"])
def test_headings_that_only_look_so(look: str) -> None:
    document = docx.Document()
    document.add_heading("Talks on cod", 0)
    document.add_paragraph("They met in Vik and spoke of boats. " * 4)
    if look == "style":
        document.styles.add_style("Part heading", 1)
    for words in ("Boats", "Cod and ice"):
        heading = document.add_paragraph()
        run = heading.add_run(words)
        if look == "style":
            heading.style = document.styles["Part heading"]
        elif look == "size":
            run.font.size = docx.shared.Pt(16)
        else:
            setattr(run.font, look, True)
        document.add_paragraph("Minister Ode said that boats were old.")
    text = text_of(document)
    assert "###### Boats\n" in text
    assert "###### Cod and ice\n" in text


def test_numbers_are_counted_as_the_document_says() -> None:
    document = docx.Document()
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(LEVELS))
    root.append(parse_xml(LIST.format(W, 91, "")))
    root.append(parse_xml(LIST.format(W, 92, RESTART)))
    for text, level in (("a", 0), ("b", 1), ("c", 1), ("d", 2), ("e", 0), ("f", 1)):
        numbered(document, text, level)
    numbered(document, "g", 0, 92)
    assert text_of(document).split("\n")[:-1] == [
        "  1. a", "    (a) b", "    (b) c", "      1.I d", "  2. e", "    (a) f", "  7. g",
    ]  # fmt: skip


def test_deleted_words_are_left_out_and_inserted_ones_kept() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("They ")
    for xml in (
        f"<w:del {W}><w:r><w:delText>never </w:delText></w:r></w:del>",
        f"<w:ins {W}><w:r><w:t>met.</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(parse_xml(xml))
    assert text_of(document) == "They met.\n"


def test_the_outline_of_a_document(tmp_path: Path) -> None:
    (tmp_path / "talks.docx").write_bytes(raw(talks()))
    found = read_outline(tmp_path / "talks.docx")
    assert (found.title, found.date_published) == ("Talks on cod", "2004-05-12")
    assert found.boilerplate[:2] == ("The ministers at sea", "Foreign Office")
    assert [p.headings for p in found.passages][:2] == [("Boats",), ("Boats",)]


def package(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no package", "is no Word document, or a damaged one"),
        (package({"a.xml": b"<a/>"}), "is no Word document, or a damaged one"),
        (package({"[Content_Types].xml": b"<Types"}), "is a damaged Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is encrypted, or in Word's old format"),
        (raw(docx.Document()), "holds no text, only white space"),
    ],
    ids=["bytes", "archive", "damaged", "encrypted", "empty"],
)
def test_no_document(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(UnreadableFile) as error:
        read(tmp_path / "a.docx")
    assert str(error.value).startswith(f"{tmp_path / 'a.docx'}: {reason}")


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("searchkit.readers.word._LARGEST", 1 << 20)
    bomb = package({"[Content_Types].xml": b"<Types/>", "word/document.xml": b" " * (2 << 20)})
    assert len(bomb) < 5000
    (tmp_path / "a.docx").write_bytes(bomb)
    with pytest.raises(UnreadableFile, match="unpacks to more than 1 MB"):
        read(tmp_path / "a.docx")


def test_entities_of_a_documents_own_are_not_expanded() -> None:
    lol = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
    source = zipfile.ZipFile(io.BytesIO(raw(talks())))
    parts = {name: source.read(name) for name in source.namelist()}
    xml = parts["word/document.xml"].decode()
    start = xml.index("<w:document")
    parts["word/document.xml"] = f"{xml[:start]}{lol}{xml[start:]}".replace(
        "Minister Bly", "&b; Bly"
    ).encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert "lollol" not in read_docx(file.getvalue())[0]
