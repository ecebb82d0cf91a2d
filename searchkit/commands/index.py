"""Adding outlines to an index."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ..console import (
    DONE,
    FAILED,
    INTERRUPTED,
    Answer,
    fields,
    json_lines,
    progress,
    stoppable,
)
from ..errors import InputError
from .options import DEFAULT_INDEX, IndexOption, JsonOption, WaitOption, style

__all__ = ["index"]

_SAVE_EVERY = 300.0
"""Seconds."""


def index(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH", help="Files, or folders of files.")
    ] = None,
    place: IndexOption = DEFAULT_INDEX,
    engine: Annotated[
        Literal["auto", "whoosh", "tantivy"] | None,
        typer.Option(help="What searches; auto, as a new index has it, goes by size."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="How many processes read files; else all cores."),
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Build the engine again from the catalog.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove documents whose file is gone.")
    ] = False,
    thesaurus: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Concepts of your own: TOML or Solr synonyms."),
    ] = None,
    people: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Names that are, or are not, one person's: TOML."),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of the documents, such as german; else English."),
    ] = None,
    wait: WaitOption = None,
    as_json: JsonOption = False,
) -> Answer:
    """Add outlines to the index.

    What is new or has changed is read, the rest is passed over. Files that cannot be read are named
    and skipped; the exit status is then 2, with the others indexed all the same. Ctrl-C keeps what
    has been read; every five minutes it is kept anyway.

    \b
    Examples:
      searchkit index seeds
      searchkit index protokolle --index protokolle_data --language german
      searchkit index archive --prune --jobs 4 --thesaurus concepts.toml --people people.toml
    """
    import os
    from pathlib import Path
    from time import monotonic

    from ..index import Index
    from ..indexing import find_files
    from ..listings import report
    from ..lock import WAIT
    from ..results import Report

    if not paths and not rebuild:
        raise InputError('nothing to index: name a file or a folder, as in "searchkit index seeds"')
    began = monotonic()
    if paths:
        find_files([Path(path) for path in paths])  # before an index is made for nothing
    with (
        progress() as show,
        Index.create(
            place,
            engine=engine,
            thesaurus=thesaurus,
            people=people,
            language=language,
            wait=WAIT if wait is None else wait,
        ) as opened,
    ):
        done = Report(passages=len(opened))
        if paths:
            with stoppable() as stop:
                done = opened.add_files(
                    paths,
                    jobs=jobs or os.cpu_count() or 1,
                    prune=prune,
                    progress=show,
                    save_every=_SAVE_EVERY,
                    stop=stop,
                )
        rebuilt = rebuild and not done.left
        if rebuilt:
            opened.rebuild()
    status = INTERRUPTED if done.left else FAILED if done.skipped else DONE
    if as_json:
        skipped = [{"path": path, "reason": reason} for path, reason in done.skipped]
        noted = [{"path": path, "note": note} for path, note in done.notes]
        return Answer(
            json_lines([{**fields(done), "skipped": skipped, "notes": noted}]), status=status
        )
    lines = list(report(done, place, monotonic() - began, style(), rebuilt=rebuilt))
    return Answer(lines, status=status)
