"""Clauses -> tree: how what stands side by side in a query combines.

A *clause* is a word, ``"a phrase"``, ``field:value`` or a group in parentheses, with its sign.

- Bare words rank: any of them may match. ``peace treaty`` is peace or treaty.
- Fields and phrases are conditions: each must hold. ``date:2000 peace treaty`` is of the year 2000
  and has peace or treaty; ``"peace treaty" Putin`` has the phrase, and Putin adds to the score. So
  is a group of nothing but conditions: ``(speaker:ivanov OR speaker:lavrov) treaty``. Within
  ``speaker:(ivanov lavrov)`` the values are alternatives, as bare words are.
- ``+word`` must match, ``-word``, ``!word`` and ``NOT word`` must not.
- Of the bare words beside conditions at least one must match, unless a phrase or a ``+`` says
  already what to find; then they only add to the score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .nodes import And, Boost, Node, Not, Or, Phrase, Range, is_filter

__all__ = ["Clause", "both", "either", "side_by_side"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A node and how it takes part: ``+`` must, ``-`` must not, ``""`` by its kind."""

    node: Node
    sign: Literal["+", "-", ""] = ""


def _span(nodes: Sequence[Node]) -> tuple[int, int]:
    return min(node.span[0] for node in nodes), max(node.span[1] for node in nodes)


def either(nodes: Sequence[Node], *, explicit: bool = False) -> Node | None:
    """Any of ``nodes``; ``None`` if there are none."""
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    return Or(tuple(nodes), _span(nodes), explicit)


def both(nodes: Sequence[Node]) -> Node:
    """All of ``nodes``, one at least; conjunctions among them are taken in."""
    children: list[Node] = []
    for node in nodes:
        children += node.children if isinstance(node, And) else [node]
    return children[0] if len(children) == 1 else And(tuple(children), _span(children))


def side_by_side(clauses: Sequence[Clause], field: str | None) -> Node | None:
    """What clauses without an operator between them ask for, within ``field:(...)`` or outside."""
    required: list[Node] = []
    ranking: list[Node] = []
    excluded: list[Node] = []
    for clause in clauses:
        if clause.sign == "-":
            excluded.append(Not(clause.node, clause.node.span))
        elif clause.sign == "+" or (field is None and _is_condition(clause.node)):
            required.append(clause.node)
        else:
            ranking.append(clause.node)
    if not required and not excluded:
        return either(ranking)
    if ranking:
        optional = not all(map(is_filter, required))
        required.append(Or(tuple(ranking), _span(ranking), optional=optional))
    return both(required + excluded) if required or excluded else None


def _is_condition(node: Node) -> bool:
    match node:
        case And(children=children) | Or(children=children):
            return all(map(_is_condition, children))
        case Boost(child=child):
            return _is_condition(child)
        case Phrase() | Range() | Not():
            return True
        case _:
            return node.field is not None
