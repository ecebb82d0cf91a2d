"""searchkit finds who said what, and when, in collections of meeting outlines.

    import searchkit

    with searchkit.Index.create("index_data") as index:
        index.add_files(["seeds"])
        for hit in index.search("peace treaty", speaker="Ivanov"):
            print(hit.passage.id, hit.score, hit.snippet.text)

:class:`Index` does the work; everything else that has a name here is what it takes or gives back,
or an error. A name is imported when it is first used, so that ``import searchkit`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .citations import Quotation
    from .errors import (
        IndexDamaged,
        IndexError_,
        IndexLocked,
        IndexMissing,
        IndexTooNew,
        IndexTooOld,
        InputError,
        MissingExtra,
        NotFound,
        NothingToIndex,
        PeopleError,
        QueryError,
        SearchkitError,
        ThesaurusError,
        UnreadableFile,
    )
    from .explanations import Explanation, Reason
    from .index import Index
    from .names import NameHit, PersonEntry
    from .outlines.parser import read_outline
    from .positions import Change, Comparison, Edit, Meeting, Revision, Said, Trace
    from .query.nodes import Diagnostic
    from .records import (
        BOTH_SIDES,
        Document,
        Hit,
        Match,
        Outline,
        Passage,
        Person,
        Section,
        Snippet,
        Statement,
    )
    from .results import (
        Career,
        Check,
        Count,
        DocumentRow,
        Held,
        Info,
        Problem,
        Replies,
        Reply,
        Report,
        Results,
        Suggestion,
        Synonyms,
        Table,
        Timeline,
        TimelineRow,
    )
    from .thesaurus import Concept, Thesaurus
    from .turns import Turn

__version__ = "0.1.0"

__all__ = [
    "BOTH_SIDES",
    "Career",
    "Change",
    "Check",
    "Comparison",
    "Concept",
    "Count",
    "Diagnostic",
    "Document",
    "DocumentRow",
    "Edit",
    "Explanation",
    "Held",
    "Hit",
    "Index",
    "IndexDamaged",
    "IndexError_",
    "IndexLocked",
    "IndexMissing",
    "IndexTooNew",
    "IndexTooOld",
    "Info",
    "InputError",
    "Match",
    "Meeting",
    "MissingExtra",
    "NameHit",
    "NotFound",
    "NothingToIndex",
    "Outline",
    "Passage",
    "PeopleError",
    "Person",
    "PersonEntry",
    "Problem",
    "QueryError",
    "Quotation",
    "Reason",
    "Replies",
    "Reply",
    "Report",
    "Results",
    "Revision",
    "Said",
    "SearchkitError",
    "Section",
    "Snippet",
    "Statement",
    "Suggestion",
    "Synonyms",
    "Table",
    "Thesaurus",
    "ThesaurusError",
    "Timeline",
    "TimelineRow",
    "Trace",
    "Turn",
    "UnreadableFile",
    "read_outline",
]

_ROOMS = {
    "citations": ("Quotation",),
    "errors": (
        "IndexDamaged", "IndexError_", "IndexLocked", "IndexMissing", "IndexTooNew",
        "IndexTooOld", "InputError",
        "MissingExtra", "NotFound", "NothingToIndex", "QueryError", "SearchkitError",
        "PeopleError", "ThesaurusError", "UnreadableFile",
    ),
    "explanations": ("Explanation", "Reason"),
    "index": ("Index",),
    "names": ("NameHit", "PersonEntry"),
    "outlines.parser": ("read_outline",),
    "positions": ("Change", "Comparison", "Edit", "Meeting", "Revision", "Said", "Trace"),
    "query.nodes": ("Diagnostic",),
    "records": (
        "BOTH_SIDES", "Document", "Hit", "Match", "Outline", "Passage", "Person", "Section",
        "Snippet", "Statement",
    ),
    "results": (
        "Career", "Check", "Count", "DocumentRow", "Held", "Info", "Problem",
        "Replies", "Reply", "Report", "Results", "Suggestion", "Synonyms", "Table", "Timeline",
        "TimelineRow",
    ),
    "thesaurus": ("Concept", "Thesaurus"),
    "turns": ("Turn",),
}  # fmt: skip
_ROOM = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _ROOM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_ROOM[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
