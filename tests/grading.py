"""How good searchkit is, in figures, on documents annotated by hand.

    python tests/grading.py [-v]                   the samples (``tests/gold``)
    python tests/grading.py --judged [-v] [NAME]   documents in many manners (``tests/judged``)

prints every figure; -v says what is missing or extra, and NAME is part of a document's name.

Outlines: F1 for what can be missing or extra, the share of right ones for the rest. Search:
nDCG@10 with the gain ``2 ** grade - 1`` (Järvelin and Kekäläinen 2002), and of the queries that
have no answer the share left empty. Names: the share whose first answer is right, and of the
names that mean nobody the share left empty.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from math import log2
from pathlib import Path
from statistics import mean
from typing import Any

GOLD = Path(__file__).parent / "gold"
JUDGED = Path(__file__).parent / "judged"
SEEDS = Path(__file__).parent.parent / "seeds"

Span = tuple[int, int]
_UNNUMBERED = re.compile(r"h(?=\d)")
Say = Callable[[str], None]

HEADER = ("title", "kind", "date_published", "date_meeting", "place", "occasion")


def norm(text: str | None) -> str:
    """Text without what does not count: accents, kinds of quotes, bullets, space, case."""
    text = unicodedata.normalize("NFKD", text or "").translate(str.maketrans("’‘“”", "''\"\""))
    text = "".join(char for char in text if not unicodedata.combining(char))
    return re.sub(r"[\s•]+", " ", text).strip().casefold()


def who(speaker: str) -> str:
    """A speaker's name; of a side the country, whatever the text calls it: ``U.S. side``."""
    from searchkit.outlines.lands.countries import country_of

    name = called(speaker)
    country = country_of(name.removesuffix(" side")) if name.endswith(" side") else None
    return f"{norm(country)} side" if country is not None else name


def called(name: str) -> str:
    """A name without what some annotations have of it and some have not: ``The``, a comma."""
    return norm(name).removeprefix("the ").replace(",", "")


def f1(gold: Collection[Hashable], found: Collection[Hashable]) -> float:
    """Of two sets: twice what they share over what they hold."""
    held = len(set(gold)) + len(set(found))
    return 2 * len(set(gold) & set(found)) / held if held else 1.0


def locate(text: str, head: str, tail: str, start: int) -> Span | None:
    """Where a stretch stands of which the gold gives the first and the last words."""

    def find(words: str, at: int) -> re.Match[str] | None:
        pattern = r"[\s•]+".join(map(re.escape, words.split()))
        return re.compile(pattern, re.IGNORECASE).search(text, at)

    first = find(head, start) or find(head, 0)
    if first is None:
        return None
    # In a short stretch head and tail overlap; a tail right after it must not be taken for one
    # in the text that follows.
    last = find(tail, max(first.start(), first.end() - len(tail))) or find(tail, first.start())
    return first.start(), last.end() if last else first.end()


def overlap(a: Span, b: Span) -> float:
    """Of two spans: what they share over what they cover together."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0.0, shared / (max(a[1], b[1]) - min(a[0], b[0])))


def outline_figures(
    gold: dict[str, Any], got: dict[str, Any], text: str, say: Say = lambda _: None
) -> dict[str, float]:
    """The figures of one outline in the form of ``searchkit outline --json``."""
    figures = {key: float(norm(gold[key]) == norm(got[key])) for key in HEADER}
    for key in HEADER:
        if not figures[key]:
            say(f"{key}: {gold[key]!r} is given as {got[key]!r}")

    def compare(name: str, wanted: set[Any], found: set[Any]) -> None:
        figures[name] = f1(wanted, found)
        for kind, items in (("missing", wanted - found), ("extra", found - wanted)):
            for item in sorted(map(str, items)):
                say(f"{name}, {kind}: {item}")

    def sections(of: dict[str, Any]) -> set[Any]:
        return {(section["id"], norm(section["heading"])) for section in of["sections"]}

    compare("sections", sections(gold), sections(got))
    right = [norm(text[p["start"] : p["end"]]) == norm(p["text"]) for p in got["passages"]] + [
        p["start"] <= s["start"] < s["end"] <= p["end"]
        for p in got["passages"]
        for s in p["statements"]
    ]
    figures["offsets"] = float(all(right))

    spans: list[Span | None] = []
    at = 0
    for passage in gold["passages"]:
        span = locate(text, passage["text_start"], passage["text_end"], at)
        at = span[0] + 1 if span else at
        spans.append(span)
    pairs: dict[int, int] = {}
    for i, span in enumerate(spans):
        for j, passage in enumerate(got["passages"]):
            if span and overlap(span, (passage["start"], passage["end"])) >= 0.9:
                pairs[i] = j
        if i not in pairs:
            say(f"passage missing: {gold['passages'][i]['id']}")
    figures["passages"] = 2 * len(pairs) / (len(spans) + len(got["passages"]))

    def share(same: Callable[[dict[str, Any], dict[str, Any]], bool]) -> float:
        paired = ((gold["passages"][i], got["passages"][j]) for i, j in pairs.items())
        return sum(same(a, b) for a, b in paired) / len(spans)

    figures["ids"] = share(lambda a, b: a["id"].split("#")[1] == b["id"].split("#")[1])
    figures["headings"] = share(
        lambda a, b: [norm(h) for h in a["headings"]] == [norm(h) for h in b["headings"]]
    )
    back = {j: i for i, j in pairs.items()}
    for name in ("speakers", "topics"):
        same = who if name == "speakers" else norm
        wanted = {(i, same(x)) for i, p in enumerate(gold["passages"]) for x in p[name]}
        found = {
            (back.get(j, f"+{j}"), same(x)) for j, p in enumerate(got["passages"]) for x in p[name]
        }
        # What a passage only touches is neither asked for nor counted against.
        touched = {
            (i, norm(x)) for i, p in enumerate(gold["passages"]) for x in p["topics_touched"]
        }
        compare(name, wanted, found - touched if name == "topics" else found)
    figures["statements"] = _statements(gold, got, text, spans, say)

    def people(of: dict[str, Any], *kinds: str) -> dict[str, dict[str, Any]]:
        return {called(person["name"]): person for kind in kinds for person in of[kind]}

    named, given = people(gold, "participants", "persons"), people(got, "participants", "persons")
    compare("people", set(named), set(given))
    for key, figure in (("role", "roles"), ("country", "countries")):
        same = [n for n in named if n in given and norm(named[n][key]) == norm(given[n][key])]
        figures[figure] = len(same) / max(1, len(named))
    compare("participants", set(people(gold, "participants")), set(people(got, "participants")))
    compare("boilerplate", set(map(norm, gold["boilerplate"])), set(map(norm, got["boilerplate"])))
    return figures


def _statements(
    gold: dict[str, Any], got: dict[str, Any], text: str, spans: Sequence[Span | None], say: Say
) -> float:
    """F1 of statements: the same speaker over half of the same stretch of text.

    Sentences that only carry a statement on are neither asked for nor counted against.
    """
    asked: list[tuple[Span | None, str, bool]] = []
    for passage, around in zip(gold["passages"], spans, strict=True):
        at = around[0] if around else 0
        for statement in passage["statements"]:
            span = locate(text, statement["start"], statement["end"], at)
            at = span[0] if span else at
            asked.append((span, who(statement["speaker"]), bool(statement.get("continued"))))
    found = [
        ((s["start"], s["end"]), who(s["speaker"]))
        for p in got["passages"]
        for s in p["statements"]
    ]
    free = set(range(len(found)))
    hits = optional = 0
    for span, speaker, continued in sorted(asked, key=lambda statement: statement[2]):
        near = [k for k in free if span and found[k][1] == speaker]
        best = max(near, key=lambda k: overlap(span or (0, 0), found[k][0]), default=None)
        if best is not None and span and overlap(span, found[best][0]) >= 0.5:
            free.remove(best)
            hits += not continued
            optional += continued
        elif not continued:
            say(f"statement missing: {speaker}: {text[slice(*(span or (0, 0)))][:60]!r}")
    for k in sorted(free):
        say(f"statement extra: {found[k][1]}: {text[slice(*found[k][0])][:60]!r}")
    return 2 * hits / (sum(not continued for *_, continued in asked) + len(found) - optional)


def outlines(say: Say = lambda _: None) -> dict[str, dict[str, float]]:
    """The figures of every annotated outline, by document."""
    from searchkit.outlines.parser import read_outline, to_dict

    rows = {}
    for path in sorted((GOLD / "outlines").glob("*.json")):
        document = SEEDS / f"{path.stem}.txt"
        rows[path.stem] = outline_figures(
            json.loads(path.read_text(encoding="utf-8")),
            json.loads(json.dumps(to_dict(read_outline(document)))),
            document.read_bytes().decode("utf-8"),
            lambda said, stem=path.stem: say(f"{stem}: {said}"),
        )
    return rows


def _counted(of: dict[str, Any]) -> dict[str, Any]:
    """``of`` with headings that have no number counted ``1`` and not ``h1``, where none has one.

    Some annotations count such headings in the one way and some in the other.
    """
    if not all(_UNNUMBERED.match(section["id"]) for section in of["sections"]):
        return of
    sections = [{**each, "id": each["id"][1:]} for each in of["sections"]]
    ids = [str(each["id"]).partition("#") for each in of["passages"]]
    passages = [
        {**each, "id": f"{stem}#{_UNNUMBERED.sub('', rest, count=1)}"}
        for each, (stem, _, rest) in zip(of["passages"], ids, strict=True)
    ]
    return {**of, "sections": sections, "passages": passages}


def judged(say: Say = lambda _: None, part: str = "") -> dict[str, dict[str, float]]:
    """The figures of every document in ``tests/judged``, or of those with ``part`` in the name.

    Topics are not annotated there. Of who speaks there are two figures more, whatever the cut of
    the sentences: how much of what is said has its speaker, and how much of what has one is right.
    """
    rows = {}
    for path in sorted((JUDGED / "documents").iterdir()):
        if part not in path.stem:
            continue
        note = JUDGED / "annotations" / f"{path.stem}.json"
        gold = json.loads(note.read_text(encoding="utf-8"))

        def told(said: str, stem: str = path.stem) -> None:
            say(f"{stem}: {said}")

        rows[path.stem] = read_figures(gold, path, told)
    return rows


def read_figures(gold: dict[str, Any], path: Path, say: Say = lambda _: None) -> dict[str, float]:
    """The figures of one document, read from ``path``."""
    from searchkit.outlines.parser import read_outline, to_dict

    outline = read_outline(path)
    got = json.loads(json.dumps(to_dict(outline)))

    def told(said: str) -> None:
        if not said.startswith("topics,"):
            say(said)

    if gold["title"] is None and "title" in got["derived"]:
        got["title"] = None  # its first sentence serves, and says so
    figures = outline_figures(_counted(gold), _counted(got), outline.text, told)
    del figures["topics"]
    if path.suffix != ".txt":
        del figures["boilerplate"]  # that of the page around the text is not annotated
    asked = [s for s in _spoken(gold, outline.text) if s[0] and not s[3]]
    every = [s for s in _spoken(gold, outline.text) if s[0]]
    found = [
        ((s["start"], s["end"]), who(s["speaker"]))
        for p in got["passages"]
        for s in p["statements"]
    ]
    right = [
        _covered(span, [near for near, who in found if who == speaker])
        for span, speaker, *_ in asked
    ]
    true = [
        _covered(span, [near for near, who, by, _ in every if speaker in {who, *by}])
        for span, speaker in found
    ]
    figures["attributed"] = mean(right) if right else 1.0
    figures["attributed right"] = mean(true) if true else 1.0
    return figures


def _spoken(gold: dict[str, Any], text: str) -> Iterator[tuple[Span | None, str, set[str], bool]]:
    """Of each annotated statement the span, the speaker, whom it quotes, and whether it goes on."""
    at = 0
    for passage in gold["passages"]:
        around = locate(text, passage["text_start"], passage["text_end"], at)
        at = around[0] if around else at
        for statement in passage["statements"]:
            span = locate(text, statement["start"], statement["end"], at)
            at = span[0] if span else at
            quoted = set(map(who, statement.get("quoted", ())))
            yield span, who(statement["speaker"]), quoted, bool(statement.get("continued"))


def _covered(span: Span, by: Sequence[Span]) -> bool:
    """Whether spans cover half of another one, or more."""
    shared = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in by)
    return 2 * shared >= span[1] - span[0]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with open(GOLD / name, encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def search(index: Any, say: Say = lambda _: None) -> tuple[dict[str, list[float]], list[bool]]:
    """nDCG@10 of the queries by kind, and whether those without an answer were left empty."""
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for row in _rows("qrels.tsv"):
        judged[row["query-id"]][row["passage-id"]] = int(row["grade"])
    kinds: dict[str, list[float]] = defaultdict(list)
    empty: list[bool] = []
    for row in _rows("queries.tsv"):
        grades = judged.get(row["id"])
        got = [hit.passage.id for hit in index.search(row["query"], limit=10)]
        if not grades:
            empty.append(not got)
            if got:
                say(f"{row['query']}: has no answer, got {got[:3]}")
            continue
        ideal = _gain(sorted(grades.values(), reverse=True)[:10])
        figure = _gain([grades.get(one, 0) for one in got]) / ideal
        kinds[row["kind"]].append(figure)
        if figure < 0.8:
            say(f"{row['query']}: {figure:.2f}, got {got[:4]}")
    return kinds, empty


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place) for place, grade in enumerate(grades, start=2))


def names(index: Any, say: Say = lambda _: None) -> tuple[list[bool], list[bool]]:
    """Of each name whether the first answer is right; of those meaning nobody, left empty."""
    first: list[bool] = []
    empty: list[bool] = []
    for row in _rows("names.tsv"):
        got = [norm(hit.entry.name) for hit in index.names(row["typed"])]
        if row["expected"] == "NONE":
            right = not got
            empty.append(right)
        else:
            right = bool(got) and got[0] in {norm(name) for name in row["expected"].split("|")}
            first.append(right)
        if not right:
            say(f"{row['typed']}: {row['expected']} is meant, got {got[:3]}")
    return first, empty


def by_figure(rows: dict[str, dict[str, float]]) -> dict[str, list[float]]:
    """The values of each figure, of those documents that have it."""
    values: dict[str, list[float]] = defaultdict(list)
    for figures in rows.values():
        for key, value in figures.items():
            values[key].append(value)
    return values


def overall(rows: dict[str, dict[str, float]]) -> float:
    """The mean of all figures of all outlines."""
    return mean(value for figures in rows.values() for value in figures.values())


def main(args: Sequence[str]) -> None:
    """Print every figure."""
    from searchkit import Index

    say: Say = (lambda text: print(" ", text)) if "-v" in args else lambda _: None
    if "--judged" in args:
        part = next((arg for arg in args if not arg.startswith("-")), "")
        for key, values in by_figure(judged(say, part)).items():
            print(f"{key:16} {mean(values):.3f} of {len(values)}")
        return
    rows = outlines(say)
    for key in next(iter(rows.values())):
        print(f"{key:16}", *(f"{figures[key]:.3f}" for figures in rows.values()))
    print(f"{'overall':16} {overall(rows):.4f}")
    with Index.in_memory() as index:
        index.add_files([SEEDS])
        index.commit()
        kinds, empty = search(index, say)
        for kind, values in sorted(kinds.items()):
            print(f"{kind:16} {mean(values):.4f} of {len(values)}")
        print(f"{'nDCG@10':16} {mean(v for values in kinds.values() for v in values):.4f}")
        print(f"{'left empty':16} {mean(empty):.4f} of {len(empty)}")
        first, nobody = names(index, say)
        print(f"{'names, first':16} {mean(first):.4f} of {len(first)}")
        print(f"{'names, nobody':16} {mean(nobody):.4f} of {len(nobody)}")


if __name__ == "__main__":
    main(sys.argv[1:])
