"""The licences of all that searchkit stands on, from what the installed packages say of themselves.

    python tests/licences.py [--write]

Follows the requirements of searchkit with all extras through the environment that this runs in.
``--write`` puts the table into docs/licences.md.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "licences.md"
PROJECT = ROOT / "pyproject.toml"

FREE = {
    "MIT": "MIT", "BSD": "BSD", "APACHE": "Apache-2.0", "ISC": "ISC", "PSF": "PSF-2.0",
    "PYTHON SOFTWARE": "PSF-2.0", "MPL": "MPL-2.0", "MOZILLA": "MPL-2.0", "ZLIB": "Zlib",
    "0BSD": "0BSD", "HPND": "HPND", "UNLICENSE": "Unlicense", "CC0": "CC0-1.0",
    "MATPLOTLIB": "PSF-2.0", "CNRI": "CNRI-Python", "LGPL": "LGPL",
}  # fmt: skip
"""Licences with which an MIT program may be passed on, by a word that stands in their names."""


_BEGINNINGS = {
    "MIT License": "MIT",
    "Apache License": "Apache-2.0",
    "Redistribution and use in source": "BSD",
    "Permission is hereby granted, free of charge": "MIT",
}


def roots() -> list[Requirement]:
    """What searchkit requires, with all extras."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [Requirement(line) for line in project["dependencies"]]
    for name in sorted(Requirement(extras["all"][0]).extras):
        asked += [Requirement(line) for line in extras[name]]
    return asked


def closure() -> Iterator[Distribution]:
    """Every installed distribution that searchkit with all extras needs."""
    waiting = [(one.name, one.extras) for one in roots()]
    seen: set[tuple[str, str]] = set()
    told: set[str] = set()
    while waiting:
        name, extras = waiting.pop()
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # of another system, or an extra that is not installed
        key = canonicalize_name(found.metadata["Name"])
        if key not in told:
            told.add(key)
            yield found
        for extra in {"", *extras}:
            if (key, extra) in seen:
                continue
            seen.add((key, extra))
            for line in found.requires or ():
                needed = Requirement(line)
                if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                    waiting.append((needed.name, needed.extras))


def licence(found: Distribution) -> str:
    """What a distribution says of its licence, in a few words."""
    metadata = found.metadata
    said = metadata.get("License-Expression") or ""
    classified = [
        value.rpartition(" :: ")[2]
        for value in metadata.get_all("Classifier") or ()
        if value.startswith("License ::") and not value.endswith("OSI Approved")
    ]
    said = said or ", ".join(classified) or (metadata.get("License") or "").split("\n", 1)[0][:60]
    return said or _from_file(found)


def _from_file(found: Distribution) -> str:
    for path in found.files or ():
        if re.match(r"(?i)licen[cs]e|copying", path.name):
            text = str(path.locate().read_text(errors="replace"))[:2000]
            for words, name in _BEGINNINGS.items():
                if words in text:
                    return name
    return "unknown"


def free(said: str) -> bool:
    """Whether an MIT program may be passed on with it; of alternatives, one is enough."""
    parts = re.split(r"(?i)\bor\b", said)
    return any(all(any(word in one.upper() for word in FREE)
                   for one in re.split(r"(?i)\band\b|,", part)) for part in parts)  # fmt: skip


def table() -> str:
    """All of it as Markdown."""
    every = sorted(closure(), key=lambda one: one.metadata["Name"].lower())
    rows = [f"| {one.metadata['Name']} | {licence(one)} |" for one in every]
    return "\n".join(["| library | licence |", "|---|---|", *rows])


def main() -> int:
    """Print the table, or write it into its page."""
    made = table()
    if "--write" not in sys.argv[1:]:
        print(made)
        return 0
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(re.sub(r"\| library.*\n(?:\|.*\n)*", f"{made}\n", page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
