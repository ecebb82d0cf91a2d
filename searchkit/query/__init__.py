"""Queries: text -> tree (parser) -> plan (expand), with the spelling of the collection."""
