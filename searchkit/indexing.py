"""Files -> catalog: what is new, what has changed, what is gone.

A document keeps its id as long as its file keeps its path, or, when the file has moved, its name
and content. An id is the file's stem; where two files share a stem, the later one gets ``-2``.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from . import __version__, analysis, readers
from .errors import NothingToIndex, UnreadableFile
from .identities import Identities
from .languages import ENGLISH
from .persons import merge, together, words_of
from .results import Report
from .rows import DocumentEntry, PersonRow
from .storage import Catalog
from .thesaurus import Thesaurus

if TYPE_CHECKING:
    from .reading import Read

__all__ = [
    "BUILT_IN",
    "add_files",
    "find_files",
    "keep_identities",
    "set_up",
    "unite_people",
]

BUILT_IN = "built in"
"""The source of the thesaurus where the user gave none."""

_SAVING = 0.05
"""The share of the time that saving may take."""


def add_files(
    catalog: Catalog,
    paths: Sequence[Path],
    *,
    thesaurus: Thesaurus,
    jobs: int,
    prune: bool,
    progress: Callable[[int, int, str], None] | None,
    save: Callable[[], None],
    save_every: float | None,
    stop: Callable[[], bool] | None,
) -> Report:
    """Bring the catalog's open transaction up to the files among ``paths``.

    Args:
        save: makes what has been read so far hold, and opens a transaction again.
        save_every: seconds after which it is called, more of them where saving takes long.
        stop: asked after each file whether to leave the others.

    Raises:
        NothingToIndex: there is no document among the paths.
    """
    walk = find_files(paths)
    skipped = [(str(path), reason) for path, reason in walk.skipped]
    entries = catalog.entries()
    known = {entry.path: entry for entry in entries if entry.path}
    # One file is one document, by whatever way it is reached.
    files = {os.path.realpath(path): path for path in walk.files}
    digests: dict[str, str] = {}
    unseen = len(files)
    for place, path in files.items():
        if stop is not None and stop():
            break
        unseen -= 1
        try:
            digests[place] = readers.fingerprint(path)
        except UnreadableFile as error:
            skipped.append((str(path), str(error).removeprefix(f"{path}: ")))
        except OSError as error:
            skipped.append((str(path), error.strerror or str(error)))
    moved = _moved(known, files, digests)
    for place, entry in moved.items():
        catalog.move_document(entry.id, place)
    tasks: list[tuple[str, str]] = []
    taken = {entry.id for entry in entries}
    changed: set[str] = set()
    new = [place for place in digests if place not in known and place not in moved]
    names = _new_ids(catalog, {place: files[place].stem for place in new}, taken)
    for place, digest in digests.items():
        before = known.get(place) or moved.get(place)
        if before is None:
            tasks.append((place, names[place]))
        elif before.digest != digest:
            changed.add(place)
            tasks.append((place, before.id))
    notes = [(str(path), remark) for path, remark in walk.passed]
    told: set[str] = set()
    added = done = 0
    refused: dict[str, str] = {}
    saved, took = monotonic(), 0.0
    for done, ((place, name), read) in enumerate(_read_all(tasks, thesaurus, jobs), start=1):
        outline, given, remarks, reason = read
        shown = str(files[place])
        if outline is None:
            skipped.append((shown, reason))
        else:
            notes += [(shown, remark) for remark in remarks if remark not in told]
            # A mistake in a sidecar is told once, not for every document beside it.
            told.update(remark for remark in remarks if readers.SIDECAR in remark)
            if place in changed:
                catalog.remove_document(name)
            catalog.add_outline(outline, digest=digests[place], given=given.to_json())
            added += place not in changed
        if progress is not None:
            progress(done, len(tasks), shown)
        if stop is not None and stop():
            break
        if save_every is not None and monotonic() - saved > max(save_every, took / _SAVING):
            began = monotonic()
            refused.update(catalog.settle())
            save()
            saved = monotonic()
            took = saved - began
    places = {name: str(files[place]) for place, name in tasks}
    refused.update(catalog.settle())
    skipped += [(places.get(name, name), reason) for name, reason in refused.items()]
    unread = {shown for shown, _ in skipped}
    still_there = {os.path.realpath(shown) for shown in unread}
    # As text: there may be very many, and a Path of each would take longer than all the rest.
    roots = tuple(os.path.join(os.path.realpath(path), "") for path in paths)
    elsewhere = {entry.id for entry in moved.values()}
    gone = [
        entry
        for place, entry in known.items()
        if place not in files
        and entry.id not in elsewhere
        and place not in still_there
        and os.path.join(place, "").startswith(roots)
    ]
    if prune:
        for entry in gone:
            catalog.remove_document(entry.id)
    return Report(
        added=added,
        changed=sum(
            place in changed and str(files[place]) not in unread for place, _ in tasks[:done]
        ),
        unchanged=len(digests) - len(tasks),
        removed=len(gone) if prune else 0,
        gone=() if prune else tuple(entry.id for entry in gone),
        skipped=tuple(skipped),
        passages=catalog.counts()[1],
        notes=tuple(notes),
        left=unseen + len(tasks) - done,
    )


def set_up(
    catalog: Catalog, engine: str | None, thesaurus: Thesaurus | None, *, source: str
) -> bool:
    """Write the settings of an index, and tag its documents again if that makes a difference.

    Args:
        engine: the setting to write; None keeps what there is, ``auto`` at first.
        thesaurus: concepts to merge with the built-in ones; None keeps what there is.
        source: where ``thesaurus`` is from.

    Returns:
        Whether documents were tagged again.
    """
    if engine is not None or catalog.get("engine_setting") is None:
        catalog.set("engine_setting", engine or "auto")
    # The concepts that come with searchkit have English forms only.
    own = Thesaurus.default() if analysis.language() == ENGLISH else Thesaurus()
    if thesaurus is not None:
        _keep_thesaurus(catalog, own.merged(thesaurus), source)
    elif catalog.get("thesaurus_source") in (None, BUILT_IN):
        _keep_thesaurus(catalog, own, BUILT_IN)
    elif catalog.get("analysis") != analysis.version():
        # The user's concepts, as words of the other language.
        _keep_thesaurus(catalog, Thesaurus.from_json(catalog.get("thesaurus_base") or ""), "")
    base = catalog.get("thesaurus_base") or ""
    rules = f"{__version__} {analysis.version()} {hashlib.sha256(base.encode()).hexdigest()}"
    if rules == catalog.get("rules"):
        return False
    catalog.set("rules", rules)
    entries = catalog.entries()
    if not entries:
        return False
    from .outlines.parser import parse

    merged = Thesaurus.from_json(base)
    for entry in entries:
        text = catalog.source(entry.id)
        assert text is not None
        stored = catalog.given(entry.id)
        outline = parse(
            text,
            id=entry.id,
            path=entry.path or "",
            thesaurus=merged,
            given=readers.Given.from_json(stored),
        )
        catalog.remove_document(entry.id)
        catalog.add_outline(outline, digest=entry.digest, given=stored)
    return True


def _keep_thesaurus(catalog: Catalog, thesaurus: Thesaurus, source: str) -> None:
    compiled = thesaurus.to_json()
    if compiled != catalog.get("thesaurus_base"):
        catalog.set("thesaurus_base", compiled)
        catalog.set("thesaurus", compiled)
    catalog.set("thesaurus_source", source)


def keep_identities(catalog: Catalog, identities: Identities) -> bool:
    """Keep what the user says about who is who. Returns whether that is anything new."""
    text = identities.to_json()
    if text == catalog.get("identities"):
        return False
    catalog.set("identities", text)
    return True


def unite_people(catalog: Catalog) -> None:
    """Give everybody the name that holds across documents, by the rule and by the user's word.

    Only what may have changed is looked at, where the catalog keeps a roster.
    """
    roster = catalog.roster()
    told = catalog.get("identities") or ""
    said = Identities.from_json(told)
    if roster is None:
        _unite(catalog, catalog.people(), said)
        return
    from .names import listed, summed

    if said != Identities() or told != (catalog.get("identities_applied") or ""):
        roster.touch_all()  # what the user says may concern anybody
        catalog.set("identities_applied", told)
    known = roster.names()
    new = {name: words_of(name) for name in roster.touched if name not in known}
    roster.keep(new)
    rows = roster.rows(together(known | new, roster.touched))
    before = roster.called | {row.canonical for row in rows}
    after = before | _unite(catalog, rows, said)
    people = summed(roster.mentions(after), roster.documents(after))
    roster.put(after, map(listed, people))


def _unite(catalog: Catalog, rows: Sequence[PersonRow], said: Identities) -> set[str]:
    """Write the canonical names of these people, of whom the others are independent."""
    people = [(row.document, row.person) for row in rows]
    documents = {row.document for row in rows}
    years = {
        entry.id: int(date[:4])
        for entry in catalog.entries(documents)
        for date in filter(None, entry.dates)
        if not date.startswith("--")
    }
    names = said.applied(merge(people, years), people)
    catalog.set_canonical(
        (row.document, row.person.name, names[row.document, row.person.name])
        for row in rows
        if names[row.document, row.person.name] != row.canonical
    )
    return set(names.values())


def find_files(paths: Sequence[Path]) -> readers.Walk:
    """The files among ``paths`` that may be documents, and what is left out and why.

    Raises:
        NothingToIndex: there is none.
    """
    walk = readers.walk(paths)
    if not walk.files:
        left = (*walk.skipped, *walk.passed)
        raise NothingToIndex(_nothing(paths, [(str(path), why) for path, why in left]))
    return walk


def _nothing(paths: Sequence[Path], skipped: Sequence[tuple[str, str]]) -> str:
    where = ", ".join(str(path) for path in paths)
    if not skipped:
        kinds = ".txt, .md, .html, .pdf or .docx"
        return f"nothing to index in {where}: name a folder or file with {kinds} documents"
    shown = "; ".join(f"{path}: {reason}" for path, reason in skipped[:3])
    more = f" and {len(skipped) - 3} more" if len(skipped) > 3 else ""
    told = {str(path) for path in paths} <= {path for path, _ in skipped}
    return f"nothing to index{'' if told else f' in {where}'}: {shown}{more}"


def _moved(
    known: dict[str, DocumentEntry], files: dict[str, Path], digests: dict[str, str]
) -> dict[str, DocumentEntry]:
    """New places of documents whose file is gone from the old place: same name, same content."""
    new = {
        place: (path.name, digests[place])
        for place, path in files.items()
        if place not in known and place in digests
    }
    wanted = set(new.values())
    lost = {
        (name, entry.digest): entry
        for place, entry in known.items()
        if ((name := os.path.basename(place)), entry.digest) in wanted
        and place not in files
        and not os.path.exists(place)
    }
    return {place: lost[what] for place, what in new.items() if what in lost}


def _new_ids(catalog: Catalog, stems: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    """Ids for documents to come, by place. Others may be taking ids at the same time."""
    found: dict[str, str] = {}
    wanted = dict(stems)
    while wanted:
        for place, stem in wanted.items():
            found[place] = _free_id(stem, taken)
            taken.add(found[place])
        lost = catalog.claim({found[place]: place for place in wanted})
        wanted = {place: stem for place, stem in wanted.items() if found[place] in lost}
    return found


def _free_id(stem: str, taken: set[str]) -> str:
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name


def _read_all(
    tasks: Sequence[tuple[str, str]], thesaurus: Thesaurus, jobs: int
) -> Iterator[tuple[tuple[str, str], Read]]:
    """Read the files, where there are any: what reads outlines takes long to import."""
    if tasks:
        from .reading import read_all

        yield from read_all(tasks, thesaurus, jobs)
