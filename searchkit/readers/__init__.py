"""Files -> text: which files there are to read, and what each of them says.

A *walk* lists the files to read below some paths, and names what it passes over. A *source* is the
text of one file: that of a text file with newlines and byte order mark untouched, so that
``source.text`` equals ``path.read_bytes().decode(source.encoding)``; that of a web page, a PDF or a
Word document as it was extracted, with headings as Markdown's and list numbers written out. Offsets
index ``source.text``. What is known of a document besides its text is *given*: by its front matter,
by the sidecar beside it, by the page's own title.
"""

from __future__ import annotations

from .given import Attendee, Given, front_matter
from .sources import Source, fingerprint, read
from .walking import SIDECAR, Walk, walk

__all__ = [
    "SIDECAR",
    "Attendee",
    "Given",
    "Source",
    "Walk",
    "fingerprint",
    "front_matter",
    "read",
    "walk",
]
