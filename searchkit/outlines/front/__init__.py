"""The front of a document: title, kind, day of issue."""
