"""What the words of a name are: family names, particles, titles; how a name is turned round.

``data/name_words.txt`` holds the lists. A *particle* (``al``, ``de``, ``van``) may be left out of a
name or put into it; a *title* stands before it. Chinese and Korean names (*east*) begin with the
family name, others end with it, unless capitals say otherwise: ``HAYASHI Yoshimasa``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from .transliteration import split, word

__all__ = ["families", "is_east", "kinds", "ordered"]


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, frozenset[str]]:
    """``titles``, ``particles``, ``family_first`` and ``family_first_countries``."""
    path = Path(__file__).with_name("data").joinpath("name_words.txt")
    lines = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    pairs = (line.split(":", 1) for line in lines if line)
    return {kind: frozenset(words.split()) for kind, words in pairs}


def is_east(forms: Sequence[str], country: str | None) -> bool:
    """Whether a name may be Chinese or Korean: by its country, or by its family name."""
    if country and "-".join(country.lower().split()) in kinds()["family_first_countries"]:
        return True
    ends = {form.lower() for form in (*forms[:1], *forms[-1:])}
    if not 1 < len(forms) <= 3 or ends.isdisjoint(kinds()["family_first"]):
        return False
    return all(word(form, east=True).east for form in forms)


def families(forms: Sequence[str], *, east: bool) -> frozenset[int]:
    """Which of the words of a name as it stands are family names, as far as the name tells.

    Words in capitals beside others that are none; the word that is a Chinese or Korean family
    name; else the last word.
    """
    capitals = [i for i, form in enumerate(forms) if len(form) > 1 and form.isupper()]
    if capitals and len(capitals) < sum(len(form) > 1 for form in forms):
        return frozenset(capitals)
    if not forms:
        return frozenset()
    if east:
        known = kinds()["family_first"]
        last = forms[0].lower() not in known and forms[-1].lower() in known
        return frozenset([len(forms) - 1 if last else 0])
    ends = [i for i, form in enumerate(forms) if form.lower() not in kinds()["particles"]]
    return frozenset(ends[-1:] or [len(forms) - 1])


def ordered(name: str) -> list[str]:
    """The words of a name as they stand, the family name last where it stood before a comma."""
    before, comma, after = name.partition(",")
    return [*split(after), *split(before)] if comma else split(name)
