"""Names and offices: who is named in a document, how, and in which lists."""
