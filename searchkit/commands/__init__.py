"""The commands, a module each; a command is imported when it is called.

To add one, write its module and name it here, in the order in which --help lists them.
"""

COMMANDS = (
    "index",
    "search",
    "similar",
    "names",
    "show",
    "outline",
    "speakers",
    "topics",
    "documents",
    "info",
    "timeline",
    "trace",
    "compare",
    "quote",
    "synonyms",
    "remove",
    "check",
    "browse",
    "mcp",
    "completion",
)

DEFAULT_INDEX = "index_data"
