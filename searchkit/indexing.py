"""Files -> catalog: what is new, what has changed, what is gone.

A document keeps its id as long as its file keeps its path, or, when the file has moved, its name
and content. An id is the file's stem; where two files share a stem, the later one gets ``-2``.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from . import __version__, analysis, readers
from .errors import NothingToIndex, UnreadableFile
from .identities import Identities
from .languages import ENGLISH, JAPANESE, is_unspaced
from .outlines.parser import parse
from .persons import merge, together, words_of
from .readers import Given
from .records import Outline
from .results import Report
from .rows import DocumentEntry, PersonRow
from .storage import Catalog
from .thesaurus import Thesaurus

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

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

_PART = 16
"""Files that a process reads at a time."""

_SAVING = 0.05
"""The share of the time that saving may take."""

_AHEAD = 4
"""How many such parts each process may be ahead of the catalog."""

_Task = tuple[str, str]
"""A file to read and the id of its document."""

_Read = tuple[Outline | None, Given, tuple[str, ...], str]
"""The outline or None, what is given of it, the reader's notes, and the reason where it is None."""


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
    tasks: list[_Task] = []
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
    notes: list[tuple[str, str]] = []
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
    merged = Thesaurus.from_json(base)
    for entry in catalog.entries():
        text = catalog.source(entry.id)
        assert text is not None
        stored = catalog.given(entry.id)
        outline = parse(
            text,
            id=entry.id,
            path=entry.path or "",
            thesaurus=merged,
            given=Given.from_json(stored),
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
        raise NothingToIndex(_nothing(paths, [(str(path), why) for path, why in walk.skipped]))
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
    tasks: Sequence[_Task], thesaurus: Thesaurus, jobs: int
) -> Iterator[tuple[_Task, _Read]]:
    """Read the files, in order, in as many processes as asked for where that pays."""
    if jobs <= 1 or len(tasks) < 20 * jobs:
        yield from zip(tasks, (_read(task, thesaurus) for task in tasks), strict=True)
        return
    from collections import deque
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    given = thesaurus.to_json(), analysis.language()
    parts = deque(tasks[at : at + _PART] for at in range(0, len(tasks), _PART))
    waiting: deque[tuple[Sequence[_Task], Future[list[_Read]]]] = deque()
    while parts:
        with _pool(jobs, given) as pool:
            try:
                while parts or waiting:
                    # What is read waits for the catalog: only so much of it at a time.
                    while parts and len(waiting) <= _AHEAD * jobs:
                        waiting.append((parts[0], pool.submit(_read_in_worker, parts[0])))
                        parts.popleft()
                    part, read = waiting[0]
                    found = read.result()
                    waiting.popleft()
                    yield from zip(part, found, strict=True)
            except BrokenProcessPool:
                pass
        # One of these ended its process: each gets one of its own.
        for task in (task for part, _ in waiting for task in part):
            with _pool(1, given) as pool:
                try:
                    yield task, pool.submit(_read_in_worker, [task]).result()[0]
                except BrokenProcessPool:
                    yield task, (None, Given(), (), _ENDED)
        waiting.clear()


_ENDED = "ended the process that read it, perhaps for want of memory: split it"


@contextmanager
def _pool(jobs: int, given: tuple[str, str]) -> Iterator[ProcessPoolExecutor]:
    """Processes that read; what they have not begun when the block ends is dropped."""
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=_set_up_worker, initargs=given)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


_worker_thesaurus: Thesaurus | None = None


def _set_up_worker(compiled: str, language: str) -> None:
    import signal

    global _worker_thesaurus
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asked for the reading
    analysis.use(language)
    _worker_thesaurus = Thesaurus.from_json(compiled)


def _read_in_worker(tasks: Sequence[_Task]) -> list[_Read]:
    assert _worker_thesaurus is not None
    return [_read(task, _worker_thesaurus) for task in tasks]


def _read(task: _Task, thesaurus: Thesaurus) -> _Read:
    place, name = task
    try:
        source = readers.read(Path(place))
    except UnreadableFile as error:
        return None, Given(), (), str(error).removeprefix(f"{place}: ")
    try:
        outline = parse(source.text, id=name, path=place, thesaurus=thesaurus, given=source.given)
    except MemoryError:
        return None, Given(), (), "is too large for the memory there is: split it"
    except Exception as error:  # a mistake of ours must not cost an archive its other files
        reason = f"searchkit cannot parse it ({error!r}): please report it"
        return None, Given(), (), reason
    notes = source.notes
    if analysis.language() != JAPANESE and is_unspaced(source.text):
        notes += (
            "sets no spaces between words, so that they are not found one by one; Japanese is "
            "indexed with --language japanese",
        )
    return outline, source.given, notes, ""
