"""What an index asks of a catalog, wherever it is kept.

:class:`searchkit.catalog.SqliteCatalog` keeps it in a file, and a cluster in its own indices. The
two differ in one thing. In a file all changes of a transaction hold together or not at all; on a
cluster each document does, :meth:`Catalog.rollback` gives up what has not been sent, and whoever
runs the same change again completes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from .records import Document, Outline, Passage
from .roster import Roster
from .rows import DocumentEntry, PersonRow

__all__ = ["Catalog", "CatalogReader", "Damage"]


@dataclass(frozen=True, slots=True)
class Damage:
    """Something wrong in a catalog, in what it holds of a document, ``""`` for none alone."""

    document: str
    what: str


class CatalogReader(Protocol):
    """The truth about documents, passages, statements and people, as readers need it.

    ``keys`` are an engine's: a sequence of the keys of passages, or what the engine made of a plan
    (:meth:`searchkit.engines.base.Engine.keys`), which a catalog of its own kind may know better
    than to go through.
    """

    @property
    def generation(self) -> int:
        """The number of the last commit, 0 for a new catalog."""

    @property
    def speaks(self) -> bool:
        """Whether somebody may say something in a passage."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Within the block, show one generation, as far as the catalog can, whatever others do."""

    def get(self, name: str) -> str | None:
        """A setting of the index."""

    def counts(self) -> tuple[int, int, int]:
        """Documents, passages and people (by canonical name)."""

    def passages(self, keys: Sequence[int]) -> dict[int, Passage]:
        """Passages by key; keys that are gone are left out."""

    def wordings(self, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Title, headings and text of passages by key; keys that are gone are left out."""

    def spoken(self, keys: Sequence[int]) -> dict[int, Passage]:
        """Those of the passages by key in which somebody says something."""

    def ids(self, keys: Sequence[int]) -> dict[int, str]:
        """Ids of passages by key; keys that are gone are left out."""

    def documents_of(self, keys: Sequence[int]) -> dict[int, str]:
        """The documents that passages stand in, by key; one of its own stands in itself."""

    def passage(self, passage_id: str) -> tuple[int, Passage] | None:
        """A passage by its id, with its key."""

    def passages_of(self, document: str) -> list[Passage]:
        """A document's passages, in their order."""

    def all_passages(self) -> Iterator[Passage]:
        """Every passage, in the order of the catalog."""

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """What hits tell of these documents."""

    def entries(self, documents: Iterable[str] | None = None) -> list[DocumentEntry]:
        """All documents, or those with the ids, by date and id; those without a year last."""

    def outline(self, document: str) -> Outline | None:
        """A document as it was parsed."""

    def source(self, document: str) -> str | None:
        """A document's text, the one that offsets index."""

    def acronyms(self) -> list[tuple[str, str]]:
        """Every acronym that a document defines, with what it stands for."""

    def people(self, document: str | None = None) -> list[PersonRow]:
        """Everybody named, document by document, or in one document."""

    def canonical(self, documents: Iterable[str]) -> dict[tuple[str, str], str]:
        """(document, name in it) -> canonical name, where the two differ."""

    def roster(self) -> Roster | None:
        """The names and persons as they are kept for look-ups; None where all are read for one."""

    def tags(self, field: str, *, words: Sequence[str] = ()) -> dict[str, str]:
        """The values of a tag field in use, those with all of the words: key -> as shown."""

    def tag_lines(self, field: str) -> str:
        """The keys of the values of a tag field in use, each between two line ends."""

    def tag(self, field: str, key: str) -> str | None:
        """The value of a tag field with that key as shown, None if it is not in use."""

    def ids_from(self, part: str, *, passages: bool, limit: int) -> list[str]:
        """Ids that begin with ``part``: of documents, or from a ``#`` on of passages too."""

    def values_from(self, field: str, part: str, *, limit: int) -> list[str]:
        """Values of a tag field in which a word begins with ``part``, most passages first."""

    def roles_of(self, canonical: str) -> list[tuple[str, str | None, str | None]]:
        """(role or ``""``, first date, last date) over the documents that name a person."""

    def statements_of(self, canonical: str) -> tuple[int, int]:
        """How many statements a person makes, and in how many documents."""

    def renamed(self) -> tuple[Mapping[str, str], Set[str]]:
        """Names in documents -> canonical names, and the names for which that is not enough.

        These mean several persons, stand in a document that has two names of one person, or stand
        in passages without a document as well.
        """

    def tag_counts(
        self,
        field: str,
        keys: Sequence[int] | None = None,
        *,
        names: Iterable[str] | None = None,
    ) -> list[tuple[str, int, int]]:
        """(value, passages, documents) of ``speakers``, ``topics``, ``people`` or ``countries``.

        Over the passages with the given keys, or over all; most passages first. With ``names``,
        only what stands in passages under these is counted.
        """

    def year_counts(self, keys: Sequence[int]) -> list[tuple[str, int]]:
        """(year, passages) over the passages with the given keys, in order of time."""

    def document_counts(self, field: str, keys: Sequence[int]) -> Iterator[tuple[str, str, int]]:
        """(document, value, passages) of ``speakers`` or ``topics`` over the given passages.

        The document is the passage's own id where it stands in none, speakers go by canonical
        names, and the value is ``""`` for passages that have none.
        """

    def damages(self) -> Iterator[Damage]:
        """All that is wrong in the catalog, see :mod:`searchkit.integrity`."""

    def close(self) -> None:
        """Free what is held; what was not committed is forgotten. Closing twice does nothing."""


class Catalog(CatalogReader, Protocol):
    """A catalog with all that changes it."""

    def begin(self) -> None:
        """Open the transaction that the next changes belong to, unless one is open."""

    @property
    def changing(self) -> bool:
        """Whether a transaction is open."""

    @property
    def changed(self) -> bool:
        """Whether the open transaction has changed anything."""

    def advance(self) -> int:
        """Make the open transaction the next generation, and return its number."""

    def commit(self) -> None:
        """Make what the open transaction has changed hold."""

    def rollback(self) -> None:
        """Forget the changes since :meth:`begin`, see above."""

    def whole(self) -> AbstractContextManager[None]:
        """Within the open transaction, make all changes of a block or none, see above."""

    @property
    def unsettled(self) -> bool:
        """Whether a change that ended too early has left people and acronyms to be settled."""

    def alone(self) -> AbstractContextManager[None]:
        """Within the block, no other process settles people and acronyms."""

    def settle(self) -> dict[str, str]:
        """Store all that was handed over. Returns ids of what was refused, with the reason."""

    def claim(self, paths: Mapping[str, str]) -> Set[str]:
        """Reserve ids for documents to come: id -> path. Returns those that are taken."""

    def set(self, name: str, value: str) -> None:
        """Write a setting of the index, unless it stands there already."""

    def write(self, **settings: str) -> None:
        """Write settings: within the open transaction, or in one that makes no generation."""

    def add_outline(self, outline: Outline, *, digest: str, given: str = "") -> None:
        """Add an outline with its passages and people. Its id must be free.

        Args:
            given: what is known of the document besides its text, as :meth:`given` returns it.
        """

    def add_passages(self, passages: Iterable[Passage]) -> int:
        """Add passages; one whose id is taken replaces what had it. Returns how many."""

    def remove_document(self, document: str) -> int:
        """Remove a document with its passages and people. Returns the number of its passages."""

    def remove_passage(self, passage_id: str) -> bool:
        """Remove one passage, if it is there."""

    def given(self, document: str) -> str:
        """What is known of a document besides its text, ``""`` for nothing."""

    def move_document(self, document: str, path: str) -> None:
        """Note that a document's file stands elsewhere now."""

    def set_canonical(self, names: Iterable[tuple[str, str, str]]) -> None:
        """Write canonical names: (document, name in it, canonical name)."""

    def forget(self, document: str) -> tuple[str, str, str] | None:
        """Take a damaged document away, and return its path, digest and text to make it from.

        Passages that a user has added to it stay. None: it has no text, and nothing is done.
        """

    def recount(self) -> None:
        """Derive anew all that is counted."""

    def forget_removed(self, generation: int) -> None:
        """Drop the record of removals that every engine has seen."""
