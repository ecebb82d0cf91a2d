"""The command line: a command parses its words, makes one call to the library, and renders.

The rooms that a command needs are imported when it runs: a search must not pay for what indexing
needs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from .console import DONE, FAILED, NOTHING, Answer, fields, json_lines, listing, progress, run
from .errors import InputError
from .terminal import PLAIN, Style, quoted

if TYPE_CHECKING:
    from .index import Index
    from .results import Results, Timeline

__all__ = ["app", "main"]

app = typer.Typer(
    name="searchkit",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

IndexOption = Annotated[
    str,
    typer.Option("--index", metavar="PLACE", envvar="SEARCHKIT_INDEX", help="The index to use."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]
SpeakerOption = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Only where NAME speaks.")
]
TopicOption = Annotated[
    str | None, typer.Option("--topic", metavar="TOPIC", help="Only passages on TOPIC.")
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="Not before DATE: 2002, 2002-06 or 2002-06-13."),
]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after DATE.")]
PlainWordsOption = Annotated[
    bool, typer.Option("--exact", help="Take every word as it is, even one that occurs nowhere.")
]
NoSynonymsOption = Annotated[
    bool, typer.Option("--no-synonyms", help="Do not widen words by the thesaurus.")
]
DEFAULT_INDEX = "index_data"


def main(args: Sequence[str] | None = None) -> int:
    """Run searchkit with ``args`` (those of the process if None) and return the exit status."""
    return run(app, args)


def _open(place: str) -> Index:
    from .index import Index

    return Index.open(place)


def _style() -> Style:
    return Style.of(sys.stdout)


def _notes(found: Results | Timeline) -> Iterator[str]:
    from .render import notes

    return notes(found, PLAIN)


def _at_least_one(limit: int) -> None:
    if limit < 1:
        raise InputError(f"-n {limit} asks for nothing: give 1 or more")


@app.callback(invoke_without_command=True)
def searchkit(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> Answer:
    """Find who said what, and when, in collections of meeting outlines.

    Exit status: 0 found or done, 1 nothing found, 2 an error.
    """
    from . import __version__

    if version:
        return Answer([f"searchkit {__version__}"])
    if context.invoked_subcommand is None:
        from .listings import greeting

        return Answer(greeting(__version__))
    return Answer()


@app.command("index")
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
        int, typer.Option(metavar="N", min=1, help="How many processes read files at once.")
    ] = 1,
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
    as_json: JsonOption = False,
) -> Answer:
    """Add outlines to the index.

    What is new or has changed is read, the rest is passed over. Files that cannot be read are named
    and skipped; the exit status is then 2, with the others indexed all the same.

    \b
    Examples:
      searchkit index seeds
      searchkit index archive --prune --jobs 4 --thesaurus concepts.toml
    """
    from pathlib import Path
    from time import monotonic

    from .index import Index
    from .indexing import find_files
    from .listings import report
    from .results import Report

    if not paths and not rebuild:
        raise InputError('nothing to index: name a file or a folder, as in "searchkit index seeds"')
    began = monotonic()
    if paths:
        find_files([Path(path) for path in paths])  # before an index is made for nothing
    with Index.create(place, engine=engine, thesaurus=thesaurus) as opened:
        done = Report(passages=len(opened))
        if paths:
            done = opened.add_files(paths, jobs=jobs, prune=prune, progress=progress())
        if rebuild:
            opened.rebuild()
    status = FAILED if done.skipped else DONE
    if as_json:
        skipped = [{"path": path, "reason": reason} for path, reason in done.skipped]
        noted = [{"path": path, "note": note} for path, note in done.notes]
        return Answer(
            json_lines([{**fields(done), "skipped": skipped, "notes": noted}]), status=status
        )
    lines = list(report(done, place, monotonic() - began, _style()))
    return Answer(lines, status=status)


@app.command("search")
def search(
    query: Annotated[
        str,
        typer.Argument(
            metavar="QUERY", help='Words, "phrases", field:value, AND OR NOT; may be left out.'
        ),
    ] = "",
    limit: Annotated[int, typer.Option("-n", "--limit", metavar="N", help="How many.")] = 10,
    speaker: SpeakerOption = None,
    topic: TopicOption = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only where NAME is named.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only where the country is named.")
    ] = None,
    document: Annotated[
        str | None, typer.Option(metavar="ID", help="Only passages of that document.")
    ] = None,
    since: FromOption = None,
    until: ToOption = None,
    sort: Annotated[
        Literal["relevance", "date", "oldest"], typer.Option(help="date: the newest first.")
    ] = "relevance",
    no_synonyms: NoSynonymsOption = False,
    exact: PlainWordsOption = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how the query was run and what matched.")
    ] = False,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count speakers, topics and years of all matches.")
    ] = False,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Search for passages, the best first, matches marked.

    Fields: speaker: topic: title: heading: person: country: place: doc: date:
    With --json, notes on how the query was read go to standard error, and --facets adds one last
    object, {"facets": ...}.

    \b
    Examples:
      searchkit search "Northern Territories"
      searchkit search '"peace treaty" speaker:ivanov date:2002' -n 5
      searchkit search "fishing OR fisheries" --from 2000 --to 2003-06 --sort date
    """
    from .render import results

    _at_least_one(limit)
    with _open(place) as opened:
        found = opened.search(
            query,
            limit=limit,
            speaker=speaker,
            topic=topic,
            person=person,
            country=country,
            document=document,
            since=since,
            until=until,
            sort="newest" if sort == "date" else sort,
            synonyms=not no_synonyms,
            exact=exact,
            facets=facets,
        )
    status = DONE if found.hits else NOTHING
    if as_json:
        records: list[dict[str, Any]] = found.to_dicts()
        if found.facets is not None:
            counts = {field: dict(values) for field, values in found.facets.items()}
            records.append({"facets": counts})
        notes = _notes(found)
        return Answer(json_lines(records), notes, status)
    return Answer(results(found, _style(), explain=explain), status=status)


@app.command("names")
def names(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, however it is spelt.")],
    limit: Annotated[int, typer.Option("-n", "--limit", metavar="N", help="How many.")] = 5,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Find a person, however the name is spelt.

    Misspelt, in another transliteration, reversed, by surname or initials, without accents.

    \b
    Examples:
      searchkit names Kawaguci
      searchkit names "I. Ivanov" --json
    """
    from . import listings

    _at_least_one(limit)
    with _open(place) as opened:
        found = opened.names(name, limit=limit)
    if as_json:
        records = (
            {"name": hit.entry.name, "score": hit.score, **fields(hit.entry)} for hit in found
        )
        return Answer(json_lines(records), status=DONE if found else NOTHING)
    return listing(found, listings.names, as_json=False, empty=f"nobody found for {quoted(name)}")


@app.command("show")
def show(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="Of a passage or a document.")],
    around: Annotated[
        int, typer.Option("-C", "--context", metavar="N", min=0, help="Neighbouring passages.")
    ] = 1,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Show a passage and its surroundings, or a document's outline.

    \b
    Examples:
      searchkit show "2002-08-01-brunei-kawaguchi-ivanov#2.1"
      searchkit show 2002-08-01-brunei-kawaguchi-ivanov
    """
    from . import listings
    from .errors import NotFound

    with _open(place) as opened:
        try:
            passages = opened.neighbours(wanted, before=around, after=around)
        except NotFound:
            outline = opened.outline(wanted)
            if as_json:
                from .outlines.parser import to_dict

                return Answer(
                    json_lines([{"id": outline.id, "path": outline.path, **to_dict(outline)}])
                )
            return Answer(listings.outline(outline, _style()))
    at = next(i for i, one in enumerate(passages) if one.id == wanted)
    if as_json:
        shown = {
            **fields(passages[at]),
            "before": [fields(one) for one in passages[:at]],
            "after": [fields(one) for one in passages[at + 1 :]],
        }
        return Answer(json_lines([shown]))
    return Answer(listings.passage(passages[at], passages, _style()))


@app.command("outline")
def outline(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file with an outline.")],
    as_json: JsonOption = False,
) -> Answer:
    """Parse one file and print its outline, indexing nothing.

    \b
    Examples:
      searchkit outline seeds/2002-08-01-brunei-kawaguchi-ivanov.txt
      searchkit outline notes.md --json
    """
    from .listings import outline as listing
    from .outlines.parser import read_outline, to_dict

    parsed = read_outline(file)
    if as_json:
        return Answer(json_lines([to_dict(parsed)]))
    return Answer(listing(parsed, _style()))


@app.command("speakers")
def speakers(
    topic: TopicOption = None,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """List who speaks, in how many passages and documents.

    \b
    Examples:
      searchkit speakers
      searchkit speakers --topic "peace treaty"
    """
    from . import listings

    with _open(place) as opened:
        found = opened.speakers(topic=topic)
    return listing(found, listings.speakers, as_json=as_json, empty="nobody speaks in this index")


@app.command("topics")
def topics(place: IndexOption = DEFAULT_INDEX, as_json: JsonOption = False) -> Answer:
    """List what is spoken about, in how many passages and documents.

    \b
    Example:
      searchkit topics
    """
    from . import listings

    with _open(place) as opened:
        found = opened.topics()
    return listing(found, listings.topics, as_json=as_json, empty="this index has no topics")


@app.command("documents")
def documents(place: IndexOption = DEFAULT_INDEX, as_json: JsonOption = False) -> Answer:
    """List the documents of the index with their dates and ids.

    \b
    Example:
      searchkit documents
    """
    from . import listings

    with _open(place) as opened:
        found = opened.documents()
    return listing(found, listings.documents, as_json=as_json, empty="this index has no documents")


@app.command("info")
def info(place: IndexOption = DEFAULT_INDEX, as_json: JsonOption = False) -> Answer:
    """Say how much the index holds, in which engine.

    \b
    Example:
      searchkit info --index index_data
    """
    from .listings import info as listing

    with _open(place) as opened:
        found = opened.info()
    return Answer(json_lines([fields(found)]) if as_json else listing(found, _style()))


@app.command("timeline")
def timeline(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="As for search.")],
    speaker: SpeakerOption = None,
    topic: TopicOption = None,
    since: FromOption = None,
    until: ToOption = None,
    no_synonyms: NoSynonymsOption = False,
    exact: PlainWordsOption = False,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Count the passages that match, by date and speaker.

    \b
    Examples:
      searchkit timeline "peace treaty"
      searchkit timeline terrorism --from 2002 --json
    """
    from .render import timeline as listing

    with _open(place) as opened:
        found = opened.timeline(
            query,
            speaker=speaker,
            topic=topic,
            since=since,
            until=until,
            synonyms=not no_synonyms,
            exact=exact,
        )
    status = DONE if found.rows else NOTHING
    if as_json:
        notes = _notes(found)
        return Answer(json_lines(found.to_dicts()), notes, status)
    return Answer(listing(found, _style()), status=status)


@app.command("synonyms")
def synonyms(
    term: Annotated[
        str | None, typer.Argument(metavar="TERM", help="A word or phrase; all without it.")
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Propose pairs of words for a thesaurus of your own.")
    ] = False,
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Show what a search adds to a word, from the thesaurus.

    With --suggest, show which words go together in the collection more often than chance has it
    and are no concept yet.

    \b
    Examples:
      searchkit synonyms "Northern Territories"
      searchkit synonyms --suggest
      searchkit synonyms --json
    """
    from . import listings

    if suggest and term:
        raise InputError("--suggest is about the whole collection: leave the word out")
    with _open(place) as opened:
        if suggest:
            pairs = opened.collocations()
            empty = "no two words go together often enough to be proposed"
            return listing(pairs, listings.collocations, as_json=as_json, empty=empty)
        found = opened.synonyms(term)
    empty = f"the thesaurus has no concept for {quoted(term)}" if term else "the thesaurus is empty"
    return listing(found, listings.synonyms, as_json=as_json, empty=empty)


@app.command("remove")
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Documents or passages.")],
    place: IndexOption = DEFAULT_INDEX,
    as_json: JsonOption = False,
) -> Answer:
    """Remove documents or passages from the index.

    The files they came from stay where they are.

    \b
    Example:
      searchkit remove 2002-08-01-brunei-kawaguchi-ivanov
    """
    from .listings import removed

    with _open(place) as opened:
        count = opened.remove(ids)
    return Answer(json_lines([{"removed": count}]) if as_json else removed(count, _style()))
