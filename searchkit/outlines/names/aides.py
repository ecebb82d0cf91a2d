"""Aides: offices told by whom they serve (``the Spokesman for Secretary-General Roe``)."""

from __future__ import annotations

from .tokens import Tokens

__all__ = ["is_anothers"]


def is_anothers(tokens: Tokens, k: int) -> bool:
    """Whether an office and its holder's name stand at token ``k``: ``aide to President Roe``."""
    known = tokens.known
    head = k + 1 if tokens.lows[k : k + 1] and tokens.lows[k] in known.prefixes else k
    after = head + 1
    return (
        after < tokens.count
        and tokens.lows[head] in known.heads
        and tokens.lows[head] not in known.weak_heads
        and tokens.joined(head)
        and tokens.joined(after)
        and tokens.capital(after)
        and not tokens.field(after)
        and tokens.lows[after] not in known.prefixes
        and tokens.lows[after] not in known.heads
        and tokens.starts[after] not in tokens.place_at
    )
