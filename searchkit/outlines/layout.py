"""Lines -> title, dates, numbered sections, lists, boilerplate."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Section

__all__ = ["Block", "Layout"]


@dataclass(frozen=True, slots=True)
class Block:
    """What becomes one passage: ``text[start:end]``, markers and headings left out.

    ``lead_in`` is the span of a lead-in ending in a colon (``... made the following statements:``),
    part of the block; ``items`` are the spans of what it introduces (bullets without their sign,
    lettered items, or the paragraph after it), empty for a plain paragraph. ``governor`` is the
    index in ``Layout.blocks`` of a block ending in a full stop that introduces this one ("conveyed
    the following message from ... ." with lettered items after it), else None.
    """

    section: str
    headings: tuple[str, ...]
    start: int
    end: int
    lead_in: tuple[int, int] | None = None
    items: tuple[tuple[int, int], ...] = ()
    governor: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's parts; every non-blank line is in exactly one of them."""

    title: str
    kind: str | None
    date_published: str | None
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    boilerplate: tuple[str, ...]
    derived: tuple[str, ...] = ()
