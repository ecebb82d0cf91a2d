"""The indices of OpenSearch that make an index: their fields, analyzers and settings.

=================== ===============================================================================
NAME                the passages: as they read, and as they are searched
NAME-documents      the outlines with their texts
NAME-people         everybody, as each document names them
NAME-settings       the settings, and the notes of who is changing what
=================== ===============================================================================

A passage has its fields as they read (``text``, ``speakers``, ``date`` ...), for whatever tool;
and under ``terms``, ``tags`` and ``days`` what the program searches, analysed by the program and
taken as it is. Both are needed: ``text`` is analysed by the analyzer ``searchkit_english``, which
OpenSearch builds from its own parts and which comes as near to :mod:`searchkit.analysis` as these
allow (Lucene stems by an older Snowball, and folds other scripts otherwise), and a ranking should
not hang on that. docs/opensearch.md tells how near it comes.

Nothing is dynamic: a field that is not here is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import analysis
from ..engines.base import COUNTED_FIELDS, KEYWORD_FIELDS, POSITION_GAP, TEXT_FIELDS
from ..languages import ENGLISH

__all__ = ["GAP", "KINDS", "SLOTS", "VERSION", "bodies", "index_names"]

VERSION = 2
"""Raised whenever a field changes its meaning. An index with another one is not touched."""

KINDS = ("documents", "people", "settings")
"""The indices beside that of the passages."""

SLOTS = (("from0", "to0"), ("from1", "to1"))
"""The first and the last day of each of a passage's dates."""

GAP = "\ue000"
"""Stands for a position that holds no term. It is of the private use area, which no word is."""

_LETTER, _SIGN = r"[\p{L}\p{Nl}\p{No}]", r"[\p{L}\p{N}]"
_APOSTROPHES = "'’‘‛ʼ＇′"
_INNER = (
    r"[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061c\u064b-\u065f\u0670"
    r"\u0900-\u0903\u093a-\u094f\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    r"|\u200b+(?=[0-9A-Za-z\u00c0-\u024f'’])"
)
_WORD = (
    rf"(?:{_LETTER}\.)+{_LETTER}(?![\p{{L}}\p{{N}}_])\.?(?:[{_APOSTROPHES}][sS](?![\p{{L}}\p{{N}}_]))?"
    r"|\p{Nd}{1,3}(?:,\p{Nd}{3})+(?![\p{Nd},])(?:\.\p{Nd}+)?|\p{Nd}+(?:\.\p{Nd}+)+"
    rf"|{_SIGN}+(?:(?:{_INNER})+{_SIGN}*|[{_APOSTROPHES}]{_SIGN}+)*"
)
"""What :mod:`searchkit.analysis` takes for a word, as Java writes it."""

_NEWER_STEMS = (
    "add egg err off evening inning emergency emergencies emergent universe universal university "
    "universities organ organic organism organization organize organized organizer organizing "
    "organisation organise organised organiser organising inter intern internal internally "
    "international internationally internment later lateral past paste pasty"
)
"""Words that the program's edition of Snowball stems otherwise than Lucene's, with their kin."""

_KIN = (
    "",
    "s",
    "es",
    "ed",
    "ing",
    "ings",
    "er",
    "ers",
    "ly",
    "ism",
    "ist",
    "ists",
    "ment",
    "ments",
)

_KEYWORD = {"type": "keyword", "ignore_above": 1000}
_KEPT = {"type": "keyword", "index": False, "doc_values": False}
_READABLE = {
    "type": "text",
    "analyzer": "searchkit_english",
    "position_increment_gap": POSITION_GAP,
}
_NUMBER = {"type": "integer"}


def index_names(name: str) -> dict[str, str]:
    """What OpenSearch calls each index of an index: kind -> name."""
    return {"passages": name, **{kind: f"{name}-{kind}" for kind in KINDS}}


def bodies(settings: Mapping[str, str], server: tuple[int, int]) -> dict[str, dict[str, Any]]:
    """What each index is created with: kind -> body.

    Args:
        settings: ``shards``, ``replicas`` and ``refresh`` of the passages, see ``address``.
        server: the version of OpenSearch.
    """
    replicas = settings.get("replicas", "1")
    passages: dict[str, Any] = {
        "number_of_shards": int(settings.get("shards", "1")),
        "number_of_replicas": int(replicas),
        "refresh_interval": settings.get("refresh", "1s"),
        "codec": "best_compression",
        # From 3.0 on, BM25 alone leaves out the factor k1 + 1, by which scores would differ.
        "similarity": {"default": {"type": "LegacyBM25" if server >= (3, 0) else "BM25"}},
    }
    companion = {"number_of_shards": 1, "number_of_replicas": int(replicas)}
    return {
        "passages": {
            "settings": {"index": passages, "analysis": _analysis()},
            "mappings": _mapping(_passage()),
        },
        "documents": {"settings": {"index": companion}, "mappings": _mapping(_DOCUMENT)},
        "people": {"settings": {"index": companion}, "mappings": _mapping(_PERSON)},
        "settings": {"settings": {"index": companion}, "mappings": _mapping(_SETTING)},
    }


def _mapping(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "dynamic": "strict",
        "_meta": {"searchkit": {"mapping": VERSION}},
        "properties": fields,
    }


def _analysis() -> dict[str, Any]:
    stop_words = sorted(analysis.STOP_WORDS)
    newer = sorted({f"{word}{ending}" for word in _NEWER_STEMS.split() for ending in _KIN})
    spoken = analysis.language()
    analysis.use(ENGLISH)
    stems = [f"{word} => {analysis.terms(word)[0]}" for word in newer]
    analysis.use(spoken)
    signs = r"[^\p{L}\p{N}\p{M}.]"
    return {
        "tokenizer": {
            # The program bounds terms by itself; this one would cut them in two.
            "searchkit_terms": {"type": "whitespace", "max_token_length": 1_048_576},
            "searchkit_words": {"type": "pattern", "pattern": _WORD, "group": 0},
        },
        "filter": {
            "searchkit_gaps": {"type": "stop", "stopwords": [GAP]},
            "searchkit_apostrophes": _replaced(f"[{_APOSTROPHES}]", "'"),
            "searchkit_marks": _replaced("[\u0300-\u036fʹʺʻʽʾʿˈ]", ""),
            "searchkit_possessives": _replaced("'s$", ""),
            "searchkit_dots": _replaced(r"(?<=\p{L})\.|\.(?=\p{L})|\.$", ""),
            "searchkit_signs": _replaced(signs, ""),
            "searchkit_longest": {"type": "truncate", "length": 100},
            "searchkit_stop_words": {"type": "keyword_marker", "keywords": stop_words},
            "searchkit_experts": _replaced(r"^(.+[aeiouy].*og)ists?$", "$1"),
            "searchkit_stems": {"type": "stemmer_override", "rules": stems},
            "searchkit_stemmer": {"type": "snowball", "language": "English"},
        },
        "analyzer": {
            "searchkit_terms": {
                "type": "custom",
                "tokenizer": "searchkit_terms",
                "filter": ["searchkit_gaps"],
            },
            "searchkit_english": {
                "type": "custom",
                "tokenizer": "searchkit_words",
                "filter": [
                    "searchkit_apostrophes",
                    "lowercase",
                    "asciifolding",
                    "searchkit_marks",
                    "searchkit_possessives",
                    "searchkit_dots",
                    "searchkit_signs",
                    "searchkit_longest",
                    "searchkit_stop_words",
                    "searchkit_experts",
                    "searchkit_stems",
                    "searchkit_stemmer",
                ],
            },
        },
    }


def _replaced(pattern: str, replacement: str) -> dict[str, str]:
    return {"type": "pattern_replace", "pattern": pattern, "replacement": replacement}


def _passage() -> dict[str, Any]:
    # Fielddata costs nothing until somebody counts stems, which no search does.
    positions = {
        "type": "text",
        "analyzer": "searchkit_terms",
        "position_increment_gap": POSITION_GAP,
        "fielddata": True,
    }
    counted = {
        "type": "text",
        "analyzer": "searchkit_terms",
        "index_options": "freqs",
        "fields": {"all": _KEYWORD},
    }
    return {
        "id": {"type": "keyword", "ignore_above": 8000},
        "key": {"type": "keyword"},
        "document": {"type": "keyword", "ignore_above": 8000},
        "revision": {"type": "keyword"},
        "ordinal": _NUMBER,
        "section": _KEYWORD,
        "start": _NUMBER,
        "end": _NUMBER,
        "title": _READABLE,
        "headings": _READABLE,
        "text": _READABLE,
        "date": {"type": "date", "format": "strict_date"},
        "date_written": _KEYWORD,
        "published": _KEYWORD,
        "titled": {"type": "boolean"},
        "place": _KEYWORD,
        "speakers": _KEYWORD,
        "topics": _KEYWORD,
        "people": _KEYWORD,
        "countries": _KEYWORD,
        "statements": {
            "properties": {
                "speaker": _KEYWORD,
                "start": _NUMBER,
                "end": _NUMBER,
                "mode": _KEYWORD,
                "on_behalf_of": _KEYWORD,
                "quoted": _KEYWORD,
                "continued": {"type": "boolean"},
                "derived": _KEYWORD,
            }
        },
        "terms": {
            "properties": {
                **dict.fromkeys(TEXT_FIELDS, positions),
                **dict.fromkeys(COUNTED_FIELDS, counted),
            }
        },
        "tags": {"properties": dict.fromkeys(KEYWORD_FIELDS, _KEYWORD)},
        "days": {"properties": {name: _NUMBER for slot in SLOTS for name in slot}},
    }


_DOCUMENT = {
    "id": {"type": "keyword", "ignore_above": 8000},
    "path": {"type": "keyword", "ignore_above": 8000},
    "digest": {"type": "keyword"},
    "revision": {"type": "keyword"},
    "title": {"type": "text"},
    "kind": _KEYWORD,
    "date_published": _KEYWORD,
    "date_meeting": _KEYWORD,
    "place": _KEYWORD,
    "occasion": _KEYWORD,
    "passages": _NUMBER,
    "sections": {"properties": {"id": _KEYWORD, "heading": _KEPT, "level": _NUMBER}},
    "boilerplate": _KEPT,
    "acronyms": {"properties": {"short": _KEYWORD, "full": _KEYWORD}},
    "derived": _KEYWORD,
    "given": _KEPT,
    "text": {"type": "text", "index": False},
}

_PERSON = {
    "document": {"type": "keyword", "ignore_above": 8000},
    "revision": {"type": "keyword"},
    "position": _NUMBER,
    "name": _KEYWORD,
    "canonical": _KEYWORD,
    "renamed": {"type": "boolean"},
    "role": _KEYWORD,
    "country": _KEYWORD,
    "variants": _KEYWORD,
    "participant": {"type": "boolean"},
    "attended": {"type": "boolean"},
    "derived": _KEYWORD,
    "passages": _NUMBER,
}

_SETTING = {
    "name": {"type": "keyword"},
    "value": _KEPT,
    "run": {"type": "boolean"},
    "touched": {"type": "double"},
}
