"""Asks an index whatever anybody could type, and looks for an answer or a documented refusal.

    python tests/queries.py [--queries 1000000] [--terms 1000000] [--engine whoosh ...]

``--queries`` makes that many queries for each engine from a seed: a third of random characters, a
third of random pieces of the query language, a third by its grammar; every tenth is put to
``search`` with all that it shows, the others to ``rank``. ``--terms`` measures patterns and fuzzy
words over as many different terms. Prints how many were answered and how many refused, the slowest,
and the peak of memory. Ends with 1 at the first error that is not one of searchkit's own.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from searchkit import Index, Passage, QueryError

SEEDS = Path(__file__).parent.parent / "seeds"
WORDS = [
    "peace", "treaty", "Ivanov", "Kawaguchi", "Northern", "Territories", "the", "a", "of", "2002",
    "Afghanistan", "naïve", "日本", "российско", "e\u0301te\u0301", "ﬁsh", "İstanbul", "x" * 300,
    "1.5", "P-5", "o'clock", "U.S.", "C++", "\u202ekram", "\x00", "\ud800", "\U0001f600", "\t",
]  # fmt: skip
FIELDS = [
    "speaker", "topic", "title", "heading", "person", "country", "place", "doc", "date", "text",
    "speeker", "", "date:date", "\u200b",
]  # fmt: skip
PIECES = [
    *WORDS, "AND", "OR", "NOT", "+", "-", "(", ")", "[", "]", "{", "}", "TO", '"', "'", "*", "?",
    "~", "~2", "~99999", "^", "^2", "^-1", "^1e309", "\\", "/", ":", "::", "&&", "||", "!", "<",
    "date:[2002 TO", "date:2002-13", "date:[* TO *]", " ", "  ", "\n", "*a*", "a~2", "??",
    *(f"{field}:" for field in FIELDS),
]  # fmt: skip
HEX = "".join(map(chr, [*range(0x250), 0x300, 0x5D0, 0x3042, 0xAC00, 0xD800, 0xDFFF, 0x1F600]))


def characters(chance: random.Random) -> str:
    """Any characters."""
    return "".join(chance.choices(HEX, k=chance.choice([1, 3, 10, 40, 200])))


def pieces(chance: random.Random) -> str:
    """Pieces of the query language in any order."""
    between = chance.choice(["", " "])
    return between.join(chance.choices(PIECES, k=chance.choice([1, 2, 4, 8, 16, 60])))


def grammar(chance: random.Random, depth: int = 0) -> str:
    """A query as the grammar has it."""
    deeper: list[Callable[[], str]] = [
        lambda: f"({grammar(chance, depth + 1)})",
        lambda: (
            f"{grammar(chance, depth + 1)} {chance.choice(['AND', 'OR', 'NOT', ''])} "
            f"{grammar(chance, depth + 1)}"
        ),
        lambda: f"{chance.choice('+-')}{grammar(chance, depth + 1)}",
        lambda: f"{chance.choice(FIELDS)}:{grammar(chance, depth + 1)}",
    ]
    word = chance.choice(WORDS)
    leaves: list[Callable[[], str]] = [
        lambda: word,
        lambda: f"{word}*",
        lambda: f"{word[:1]}*{word[-1:]}?",
        lambda: f"{word}~{chance.choice(['', '1', '2', '7'])}",
        lambda: f'"{word} {chance.choice(WORDS)}"~{chance.randint(0, 300)}',
        lambda: f"{word}^{chance.choice(['2', '0', '0.001', '99999'])}",
        lambda: f"date:[{chance.randint(0, 9999)} TO {chance.choice(['*', '2002-02-30', '2003'])}]",
    ]
    return chance.choice(leaves if depth > 6 or chance.random() < 0.4 else [*deeper, *leaves])()


def queries(count: int, seed: int = 1) -> Iterator[str]:
    """That many queries, the same ones every time."""
    chance = random.Random(seed)
    makers = (characters, pieces, grammar)
    for number in range(count):
        yield makers[number % 3](chance)


def ask(index: Index, count: int, *, seed: int = 1) -> tuple[Counter[str], float, str]:
    """How the index took the queries, and the slowest with its seconds of processor time."""
    met: Counter[str] = Counter()
    slowest, worst = 0.0, ""
    for number, query in enumerate(queries(count, seed)):
        began = time.process_time()
        try:
            if number % 10 == 0:
                results = index.search(query, limit=5, facets=number % 50 == 0)
                _ = f"{results}{results._repr_html_()}"
            else:
                index.rank(query, limit=10)
            met["answered"] += 1
        except QueryError:
            met["refused"] += 1
        took = time.process_time() - began
        if took > slowest:
            slowest, worst = took, query
    return met, slowest, worst


PATTERNS = [
    "*a*", "*", "a*", "?*", "*a*b*c*", "?????", "a~2", "aeiou~2", "kawaguci~", "*a* *e* *i* *o*",
    "a~2 e~2 i~2 o~2", "-*a*", "+*a* +*e*", "(*a* OR *b*) AND NOT *c*", " ".join(["*a*"] * 500),
    " ".join(f"w{n}~2" for n in range(500)),
]  # fmt: skip


def many_terms(count: int) -> Iterator[Passage]:
    """Passages with so many different terms in all, a hundred in each."""
    chance = random.Random(1)
    letters = "aeiouklmnprst"
    for number in range(count // 100):
        words = ("".join(chance.choices(letters, k=chance.randint(5, 9))) for _ in range(100))
        yield Passage(id=str(number), text=" ".join(words))


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--queries", type=int, default=0)
    parser.add_argument("--terms", type=int, default=0)
    parser.add_argument("--engine", nargs="*", default=["whoosh", "tantivy"])
    asked = parser.parse_args()
    for engine in asked.engine:
        if asked.queries:
            with Index.in_memory(engine=engine) as index:
                index.add_files([SEEDS])
                index.commit()
                met, slowest, worst = ask(index, asked.queries)
            print(
                f"{engine}: {asked.queries:,} queries, {met['answered']:,} answered, "
                f"{met['refused']:,} refused, none failed; slowest {slowest * 1000:.0f} ms: "
                f"{worst[:100]!a}{'...' if len(worst) > 100 else ''} ({len(worst)} characters)",
                flush=True,
            )
        if asked.terms:
            with Index.in_memory(engine=engine) as index:
                index.add_passages(many_terms(asked.terms))
                index.commit()
                index.search("warm up")
                for query in PATTERNS:
                    began = time.process_time()
                    try:
                        total = f"{index.search(query).total:7,} found"
                    except QueryError:
                        total = "      refused"
                    took = time.process_time() - began
                    print(f"{engine}: {took * 1000:7.0f} ms {total} {query[:40]}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
