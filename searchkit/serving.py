"""An index served to assistants over the Model Context Protocol.

The official SDK speaks the protocol on standard input and output; the *tools* are the library's own
questions, read only, and answer with passages, their speakers and their source, so that an
assistant can quote rather than remember.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from .errors import MissingExtra, SearchkitError

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

    from .index import Index

__all__ = ["configuration", "server"]

INSTRUCTIONS = """\
A collection of meeting outlines, split into passages that say who spoke, when and about what.
Search first; quote a passage with its id, document, date and speaker, and show it to read what
stands around it. A passage reports what was said at a meeting: give its words, not more.
Queries: words rank by relevance, "a phrase", speaker:NAME, topic:"NAME", date:2002, AND OR NOT.
"""

MOST = 50
"""How many passages one call may ask for: an assistant reads them all."""


def server(index: Index) -> MCPServer[Any]:
    """A server whose tools ask ``index``.

    Raises:
        MissingExtra: the SDK is not installed.
    """
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise MissingExtra(
            "serving an assistant needs the MCP SDK: run \"pip install 'searchkit[mcp]'\" first"
        ) from error
    from . import __version__

    serving: MCPServer[Any] = MCPServer(
        "searchkit", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING"
    )
    for tool in _tools(index):
        serving.tool(annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False))(tool)
    return serving


def _tools(index: Index) -> list[Callable[..., dict[str, Any]]]:
    def search(
        query: str,
        limit: int = 10,
        speaker: str | None = None,
        topic: str | None = None,
        country: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> dict[str, Any]:
        """Find passages that answer a query, the best first, with speaker, date and source.

        since and until are dates such as 2002, 2002-06 or 2002-06-13, both included. The query may
        be empty where a condition is given.
        """
        found = index.search(
            query,
            limit=min(limit, MOST),
            speaker=speaker,
            topic=topic,
            country=country,
            since=since,
            until=until,
        )
        return {
            "total": found.total,
            "read_as": found.read_as,
            "suggestion": found.suggestion,
            "notes": [note.message for note in found.diagnostics],
            "hits": found.to_dicts(),
        }

    def show(id: str, context: int = 1) -> dict[str, Any]:
        """Show a passage in full with those around it, or a document's outline, by its id."""
        from .errors import NotFound
        from .outlines.parser import to_dict

        try:
            around = index.neighbours(id, before=context, after=context)
        except NotFound:
            outline = index.outline(id)
            return {"id": outline.id, "path": outline.path, **to_dict(outline)}
        at = next(i for i, one in enumerate(around) if one.id == id)
        return {
            **asdict(around[at]),
            "before": [asdict(one) for one in around[:at]],
            "after": [asdict(one) for one in around[at + 1 :]],
        }

    def names(name: str, limit: int = 5) -> dict[str, Any]:
        """Find people however the name is spelt: roles by years, country, forms of the name."""
        return {
            "people": [
                {
                    "score": hit.score,
                    **asdict(hit.entry),
                    **asdict(index.career(hit.entry.name)),
                }
                for hit in index.names(name, limit=limit)
            ]
        }

    def timeline(query: str, speaker: str | None = None) -> dict[str, Any]:
        """Count the passages that answer a query by meeting and speaker, in order of time."""
        found = index.timeline(query, speaker=speaker)
        return {"total": found.total, "rows": found.to_dicts()}

    return [_told(tool) for tool in (search, show, names, timeline)]


def _told(tool: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """The tool, with a user's mistake told in the library's own line."""

    @functools.wraps(tool)
    def told(*args: Any, **options: Any) -> dict[str, Any]:
        from mcp.server.mcpserver.exceptions import ToolError

        try:
            return tool(*args, **options)
        except (SearchkitError, ValueError) as error:
            raise ToolError(str(error)) from error

    return told


def configuration(place: str) -> dict[str, Any]:
    """What an assistant's settings need to start the server on the index at ``place``."""
    from pathlib import Path

    where = place if "://" in place else str(Path(place).absolute())
    return {
        "mcpServers": {"searchkit": {"command": "searchkit", "args": ["mcp", "--index", where]}}
    }
