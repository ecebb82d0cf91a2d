"""What searchkit is measured against: other engines, each used as its own documentation shows.

A *peer* indexes rows in a folder, opens that folder and answers a question with ids, texts and
snippets of the best ten. Every peer stems English words and drops none of what it is given; what a
peer cannot do (``bm25s`` has neither phrases nor filters nor texts) it passes over by returning
None. A peer whose library is not installed is left out.
"""

from __future__ import annotations

import importlib.util
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal, Protocol

from passages import Question, Row

__all__ = ["PEERS", "Answer", "Peer", "installed"]

Answer = list[tuple[str, str, str]] | None
"""(id, text, snippet) of the best ten; None for a question that the peer cannot be asked."""


class Peer(Protocol):
    """An engine as the benchmark uses it."""

    def index(self, rows: Iterable[Row], folder: Path) -> None:
        """Index the rows in a folder that is there and empty."""

    def open(self, folder: Path) -> None:
        """Open what was indexed."""

    def ask(self, question: Question) -> Answer:
        """Answer, with texts and snippets."""


class Searchkit:
    """searchkit through its public library, as it comes; or with another setting of its own."""

    def __init__(
        self,
        engine: Literal["auto", "whoosh", "tantivy"] = "tantivy",
        ranking: Literal["feedback", "words", "bm25"] = "feedback",
    ) -> None:
        self._engine, self._ranking = engine, ranking
        self._opened: Any = None

    def index(self, rows: Iterable[Row], folder: Path) -> None:
        from searchkit import Index, Passage

        with Index.create(folder, engine=self._engine) as index:
            index.add_passages(
                Passage(
                    id=row.id,
                    text=row.text,
                    speakers=(row.speaker,),
                    topics=(row.topic,),
                    date=row.date,
                )
                for row in rows
            )

    def open(self, folder: Path) -> None:
        from searchkit import Index

        self._opened = Index.open(folder)

    def ask(self, question: Question) -> Answer:
        results = self._opened.search(
            searchkit_query(question),
            speaker=question.speaker or None,
            since=str(question.years[0]) if question.years else None,
            until=str(question.years[1]) if question.years else None,
            ranking=self._ranking,
        )
        return [(hit.passage.id, hit.passage.text, hit.snippet.text) for hit in results]


def searchkit_query(question: Question) -> str:
    """The question in searchkit's query language, its filters aside."""
    words = question.words
    match question.kind:
        case "phrase":
            return f'"{" ".join(words)}"'
        case "boolean":
            return " AND ".join(words)
        case "wildcard":
            return f"{words[0]}*"
        case "fuzzy":
            return f"{words[0]}~"
    return " ".join(words)


class Tantivy:
    """tantivy-py with its own English analyzer, document store and snippets."""

    def index(self, rows: Iterable[Row], folder: Path) -> None:
        import tantivy

        index = tantivy.Index(self._schema(), str(folder))
        writer = index.writer()
        for row in rows:
            document = tantivy.Document()
            document.add_text("id", row.id)
            document.add_text("text", row.text)
            document.add_text("speaker", row.speaker)
            document.add_text("topic", row.topic)
            document.add_integer("day", int(row.date.replace("-", "")))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def _schema(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
        for name in ("speaker", "topic"):
            builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_integer_field("day", indexed=True, fast=True, stored=True)
        return builder.build()

    def open(self, folder: Path) -> None:
        import tantivy

        self._tantivy = tantivy
        self._index = tantivy.Index.open(str(folder))
        self._searcher = self._index.searcher()

    def ask(self, question: Question) -> Answer:
        query = self._query(question)
        made = self._tantivy.SnippetGenerator.create(
            self._searcher, query, self._index.schema, "text"
        )
        made.set_max_num_chars(240)
        answer = []
        for _, address in self._searcher.search(query, 10, count=False).hits:
            document = self._searcher.doc(address)
            snippet = made.snippet_from_doc(document).to_html()
            answer.append((document["id"][0], document["text"][0], snippet))
        return answer

    def _query(self, question: Question) -> Any:
        t, schema, words = self._tantivy, self._index.schema, question.words
        match question.kind:
            case "phrase":
                text = f'"{" ".join(words)}"'
            case "boolean":
                text = " AND ".join(words)
            case "wildcard":
                return t.Query.regex_query(schema, "text", f"{words[0]}.*")
            case "fuzzy":
                return t.Query.fuzzy_term_query(schema, "text", words[0], 2)
            case _:
                text = " ".join(words)
        query = self._index.parse_query(text, ["text"])
        parts = [(t.Occur.Must, query)]
        if question.speaker:
            one = t.Query.term_query(schema, "speaker", question.speaker, "basic")
            parts.append((t.Occur.Must, t.Query.const_score_query(one, 0.0)))
        if question.years:
            low, high = question.years[0] * 10_000, question.years[1] * 10_000 + 1231
            days = t.Query.range_query(schema, "day", t.FieldType.Integer, low, high)
            parts.append((t.Occur.Must, t.Query.const_score_query(days, 0.0)))
        return query if len(parts) == 1 else t.Query.boolean_query(parts)


class Fts5:
    """SQLite FTS5 with its Porter stemmer."""

    def index(self, rows: Iterable[Row], folder: Path) -> None:
        db = sqlite3.connect(folder / "fts.db")
        db.execute(
            "CREATE VIRTUAL TABLE p USING fts5(id UNINDEXED, text, speaker UNINDEXED, "
            "day UNINDEXED, tokenize='porter unicode61')"
        )
        db.executemany(
            "INSERT INTO p VALUES (?,?,?,?)", ((r.id, r.text, r.speaker, r.date) for r in rows)
        )
        db.commit()
        db.close()

    def open(self, folder: Path) -> None:
        self._db = sqlite3.connect(folder / "fts.db", check_same_thread=False)

    def ask(self, question: Question) -> Answer:
        words = [f'"{word}"' for word in question.words]
        match question.kind:
            case "phrase":
                text = f'"{" ".join(question.words)}"'
            case "boolean":
                text = " AND ".join(words)
            case "wildcard":
                text = f"{words[0]}*"
            case "fuzzy":
                return None
            case _:
                text = " OR ".join(dict.fromkeys(words))
        where, values = "", [text]
        if question.speaker:
            where, values = " AND speaker = ?", [text, question.speaker]
        if question.years:
            where = " AND day BETWEEN ? AND ?"
            values = [text, f"{question.years[0]}", f"{question.years[1]}-12-31"]
        return self._db.execute(
            "SELECT id, text, snippet(p, 1, '<b>', '</b>', '…', 40) FROM p "
            f"WHERE p MATCH ?{where} ORDER BY rank LIMIT 10",
            values,
        ).fetchall()


class Whoosh:
    """Whoosh's own schema, writer, query parser and highlighter."""

    def index(self, rows: Iterable[Row], folder: Path) -> None:
        from whoosh import fields
        from whoosh.analysis import StemmingAnalyzer
        from whoosh.index import create_in

        schema = fields.Schema(
            id=fields.ID(stored=True),
            text=fields.TEXT(stored=True, analyzer=StemmingAnalyzer()),
            speaker=fields.ID,
            day=fields.NUMERIC(sortable=True),
        )
        writer = create_in(str(folder), schema).writer(limitmb=256)
        for row in rows:
            day = int(row.date.replace("-", ""))
            writer.add_document(id=row.id, text=row.text, speaker=row.speaker, day=day)
        writer.commit()

    def open(self, folder: Path) -> None:
        from whoosh.index import open_dir
        from whoosh.qparser import OrGroup, QueryParser

        self._index = open_dir(str(folder))
        self._searcher = self._index.searcher()
        self._parser = QueryParser("text", self._index.schema, group=OrGroup)

    def ask(self, question: Question) -> Answer:
        from whoosh import query

        if question.kind in ("wildcard", "fuzzy"):
            return None
        join = " AND " if question.kind == "boolean" else " "
        text = join.join(question.words)
        asked = self._parser.parse(f'"{text}"' if question.kind == "phrase" else text)
        only = None
        if question.speaker:
            only = query.Term("speaker", question.speaker)
        if question.years:
            low, high = (year * 10_000 for year in question.years)
            only = query.NumericRange("day", low, high + 1231)
        # Whoosh 2.7.4 hangs on some OR queries unless it is told not to optimize.
        found = self._searcher.search(asked, limit=10, filter=only, optimize=False)
        return [(hit["id"], hit["text"], hit.highlights("text")) for hit in found]


class Bm25s:
    """bm25s: scores in NumPy arrays; neither texts nor snippets, phrases or filters."""

    def index(self, rows: Iterable[Row], folder: Path) -> None:
        import bm25s
        import Stemmer

        tokens = bm25s.tokenize(
            [row.text for row in rows],
            stopwords="en",
            stemmer=Stemmer.Stemmer("english"),
            show_progress=False,
        )
        made = bm25s.BM25()
        made.index(tokens, show_progress=False)
        made.save(str(folder))

    def open(self, folder: Path) -> None:
        import bm25s
        import Stemmer

        self._bm25s = bm25s
        self._stemmer = Stemmer.Stemmer("english")
        self._made = bm25s.BM25.load(str(folder))

    def ask(self, question: Question) -> Answer:
        if question.kind not in ("words", "rare", "long"):
            return None
        tokens = self._bm25s.tokenize(
            [" ".join(question.words)],
            stopwords="en",
            stemmer=self._stemmer,
            show_progress=False,
            return_ids=False,
        )
        found, _ = self._made.retrieve(tokens, k=10, show_progress=False)
        return [(f"p{number}", "", "") for number in found[0]]


class Xapian:
    """Xapian with its English stemmer, documents and snippets."""

    def index(self, rows: Iterable[Row], folder: Path) -> None:
        import xapian

        db = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OPEN)
        generator = xapian.TermGenerator()
        generator.set_stemmer(xapian.Stem("en"))
        for row in rows:
            document = xapian.Document()
            generator.set_document(document)
            generator.index_text(row.text)
            document.add_boolean_term(f"XS{row.speaker}"[:200])
            document.add_value(0, row.date)
            document.set_data(f"{row.id}\n{row.text}")
            db.add_document(document)
        db.close()

    def open(self, folder: Path) -> None:
        import xapian

        self._xapian = xapian
        self._db = xapian.Database(str(folder))
        self._stem = xapian.Stem("en")
        self._parser = xapian.QueryParser()
        self._parser.set_stemmer(self._stem)
        self._parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self._parser.set_database(self._db)

    def ask(self, question: Question) -> Answer:
        x = self._xapian
        if question.kind == "fuzzy":
            return None
        text = " ".join(question.words)
        if question.kind == "phrase":
            text = f'"{text}"'
        elif question.kind == "boolean":
            text = " AND ".join(question.words)
        elif question.kind == "wildcard":
            text = f"{text}*"
        flags = x.QueryParser.FLAG_DEFAULT | x.QueryParser.FLAG_WILDCARD
        query = self._parser.parse_query(text, flags)
        if question.speaker:
            one = x.Query(f"XS{question.speaker}"[:200])
            query = x.Query(x.Query.OP_FILTER, query, one)
        if question.years:
            low, high = str(question.years[0]), f"{question.years[1]}-12-31"
            days = x.Query(x.Query.OP_VALUE_RANGE, 0, low, high)
            query = x.Query(x.Query.OP_FILTER, query, days)
        enquire = x.Enquire(self._db)
        enquire.set_query(query)
        found = enquire.get_mset(0, 10)
        answer = []
        for match in found:
            name, _, text = match.document.get_data().decode().partition("\n")
            answer.append((name, text, found.snippet(text, 240, self._stem).decode()))
        return answer


PEERS: dict[str, tuple[Callable[[], Peer], str, int]] = {
    "searchkit": (Searchkit, "searchkit", 10**9),
    "searchkit words": (lambda: Searchkit(ranking="words"), "searchkit", 10**9),
    "searchkit bm25": (lambda: Searchkit(ranking="bm25"), "searchkit", 10**9),
    "tantivy": (Tantivy, "tantivy", 10**9),
    "fts5": (Fts5, "sqlite3", 10**9),
    "bm25s": (Bm25s, "bm25s", 10**9),
    "xapian": (Xapian, "xapian", 10**9),
    "whoosh": (Whoosh, "whoosh", 100_000),
    "searchkit on whoosh": (lambda: Searchkit("whoosh"), "searchkit", 20_000),
}
"""Name -> how it is made, the module it needs, and the most passages that it is given."""


def installed(name: str) -> bool:
    """Whether a peer's library is there."""
    return importlib.util.find_spec(PEERS[name][1]) is not None
