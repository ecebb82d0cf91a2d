"""Counts as pictures, drawn with matplotlib.

A timeline is drawn as *lanes*: a row for each speaker or topic, a column for each meeting, and in
it a dot that holds the number of passages. Where there are too many meetings for columns of their
own, a column is a month or a year. Who answers whom is a matrix of numbers.

The colours are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), which colour-blind
readers tell apart; no picture needs them to be read, for every number is written. Nothing here
opens a window: a notebook shows the figure, and ``ax.figure.savefig("a.png")`` keeps it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from .dates import dated
from .errors import MissingExtra
from .formatters import one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from .results import Replies, Results, Timeline

__all__ = ["PALETTE", "replies", "results", "timeline"]

PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
"""Okabe and Ito's colours without black, and without yellow, which is weak on white."""

MOST_LANES = 12
"""Rows of a picture; those with the least are put together in one more."""

MOST_MEETINGS = 16
"""Meetings with a column each; of more, a column is a month or a year."""

_MOST_COLUMNS = 36
_NAME = 34  # characters of a label
_SMALL, _LARGE = 14.0, 26.0  # points across a dot
_COLOURS = tuple(zip(PALETTE, ("white", "black", "white", "black", "black", "black"), strict=True))
_NONE = ("#999999", "black")  # what is no lane of its own
_SLANTED: dict[str, Any] = {"rotation": 40, "ha": "right", "rotation_mode": "anchor"}

_UNDRAWN = dict.fromkeys(range(0x2400, 0x2422), "\ufffd")  # the symbols of control characters

Point = tuple[str | None, str, str, int]
"""Date, meeting, lane, count."""


def timeline(counted: Timeline, ax: Axes | None = None) -> Axes:
    """See :meth:`searchkit.Timeline.plot`."""
    passages = f"{counted.total:,} passage{'s' if counted.total != 1 else ''}"
    return _lanes(
        [
            (row.date, row.document.id, getattr(row, counted.by), row.passages)
            for row in counted.rows
        ],
        by=counted.by,
        title=_title(counted.query, f"passages by {counted.by}"),
        note=f"{passages}, once for each {counted.by}",
        ax=ax,
    )


def results(found: Results, ax: Axes | None = None) -> Axes:
    """See :meth:`searchkit.Results.plot`."""
    return _lanes(
        [
            (hit.document.date, hit.document.id, speaker, 1)
            for hit in found
            for speaker in hit.passage.speakers or ("",)
        ],
        by="speaker",
        title=_title(found.query, "hits by speaker"),
        note=f"{len(found):,} of {found.total:,} passages, once for each speaker",
        ax=ax,
    )


def replies(counted: Replies, ax: Axes | None = None) -> Axes:
    """See :meth:`searchkit.Replies.plot`."""
    answering: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for row in counted:
        answering[row.speaker] += row.turns
        answered[row.to] += row.turns
    rows, columns = (
        [name for name, _ in most.most_common(MOST_LANES)] for most in (answering, answered)
    )
    numbers = {(row.speaker, row.to): row.turns for row in counted}
    grid = [[numbers.get((a, b), 0) for b in columns] for a in rows]
    ax = _axes(ax, (3.2 + 0.55 * max(3, len(columns)), 2.0 + 0.42 * max(2, len(rows))))
    most = max((max(row) for row in grid), default=1)
    if grid:
        ax.imshow(grid, cmap="Blues", vmin=0, vmax=max(1, most) * 1.15, aspect="auto")
    for y, line in enumerate(grid):
        for x, count in enumerate(line):
            if count:
                ink = "white" if count > 0.6 * most else "black"
                ax.text(x, y, f"{count:,}", ha="center", va="center", color=ink, fontsize=9)
    ax.set_xticks(range(len(columns)), _labels(columns), **_SLANTED)
    ax.set_yticks(range(len(rows)), _labels(rows))
    ax.set_xlabel("whom")
    ax.set_ylabel("who answers")
    left_out = len({*answering, *answered} - {*rows, *columns})
    note = "turns that come next after another speaker's"
    _head(ax, "Who answers whom", note + (f"; {left_out} speakers left out" if left_out else ""))
    _bare(ax)
    return ax


def _lanes(points: Sequence[Point], *, by: str, title: str, note: str, ax: Axes | None) -> Axes:
    columns, place, unit = _columns(points)
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for date, meeting, lane, count in points:
        totals[lane] += count
        counts[place(date, meeting), lane] += count
    named = sorted((lane for lane in totals if lane), key=lambda lane: (-totals[lane], lane))
    rest = set(named[MOST_LANES:])
    lanes = (
        named[:MOST_LANES] + [f"{len(rest)} others"] * bool(rest) + [f"(no {by})"] * ("" in totals)
    )
    dots: Counter[tuple[str, str]] = Counter()
    for (column, lane), count in counts.items():
        dots[column, f"{len(rest)} others" if lane in rest else lane or f"(no {by})"] += count
    ax = _axes(ax, (3.2 + 0.55 * max(3, len(columns)), 1.9 + 0.4 * max(2, len(lanes))))
    at = {column: x for x, column in enumerate(columns)}
    most = max(dots.values(), default=1)
    for (column, lane), count in dots.items():
        x, y = at[column], lanes.index(lane)
        across = _SMALL + (_LARGE - _SMALL) * (count / most) ** 0.5
        colour, ink = _COLOURS[y % len(_COLOURS)] if y < MOST_LANES and lane in totals else _NONE
        ax.scatter([x], [y], s=across**2, color=colour, zorder=2)
        ax.text(x, y, f"{count:,}", ha="center", va="center", fontsize=8, color=ink, zorder=3)
    step = max(1, -(-len(columns) // 18))  # labels that would not fit are left out evenly
    shown = columns[::step]
    ax.set_xticks(
        [at[column] for column in shown],
        [dated(_date(column)) for column in shown],
        **(_SLANTED if len(columns) > 1 else {}),
    )
    ax.set_yticks(range(len(lanes)), _labels(lanes))
    ax.set_xlim(-0.6, max(1, len(columns)) - 0.4)
    ax.set_ylim(max(1, len(lanes)) - 0.4, -0.6)
    ax.set_xlabel(unit)
    ax.grid(True, color="0.5", alpha=0.25, linewidth=0.6, zorder=0)
    ax.set_axisbelow(True)
    _head(ax, title, note)
    _bare(ax)
    return ax


def _columns(
    points: Iterable[Point],
) -> tuple[list[str], Callable[[str | None, str], str], str]:
    """The columns in order of time, what puts a meeting into one, and what a column is.

    A column of meetings is ``date|meeting``, one of a month or year its date; undated come last.
    """
    meetings = sorted({(_undated(date), date or "", meeting) for date, meeting, _, _ in points})
    if len(meetings) <= MOST_MEETINGS:
        columns = [f"{date}|{meeting}" for _, date, meeting in meetings]
        return columns, lambda date, meeting: f"{date or ''}|{meeting}", "date of the meeting"
    known = [date for none, date, _ in meetings if not none]
    columns, unit = _every(known, 7), "month"
    if len(columns) > _MOST_COLUMNS or any(len(date) < 7 for date in known):
        columns, unit = _every(known, 4), "year"
    length = 7 if unit == "month" else 4
    if len(known) < len(meetings):
        columns.append("")

    def place(date: str | None, _: str) -> str:
        return "" if date is None or _undated(date) else date[:length]

    return columns, place, f"{unit} of the meeting"


def _every(dates: Sequence[str], length: int) -> list[str]:
    """Every month or year from the first to the last, also those in which nothing was said."""
    if not dates or min(map(len, dates)) < length:
        return []
    first, last = dates[0][:length], dates[-1][:length]
    if length == 4:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    low, high = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(low, high + 1)]


def _labels(names: Iterable[str]) -> list[str]:
    return [_literal(one_line(name, _NAME)) for name in names]


def _undated(date: str | None) -> bool:
    return date is None or date.startswith("--")


def _date(column: str) -> str:
    return column.partition("|")[0]


def _title(query: str, what: str) -> str:
    return f"{one_line(query, 50)}: {what}" if query.strip() else what.capitalize()


def _literal(text: str) -> str:
    """``text`` without what matplotlib would read as a formula, or has no sign for."""
    return text.translate(_UNDRAWN).replace("$", r"\$")


def _head(ax: Axes, title: str, note: str) -> None:
    ax.set_title(_literal(title), loc="left", fontsize=12, pad=22)
    ax.text(
        0, 1.0, _literal(note), transform=ax.transAxes, fontsize=8, va="bottom", ha="left",
        alpha=0.8, wrap=False,
    )  # fmt: skip


def _bare(ax: Axes) -> None:
    for side in ax.spines.values():
        side.set_visible(False)
    ax.tick_params(length=0)


def _axes(ax: Axes | None, size: tuple[float, float]) -> Axes:
    """``ax``, or the axes of a new figure.

    Raises:
        MissingExtra: matplotlib is not installed.
    """
    if ax is not None:
        return ax
    try:
        from matplotlib import pyplot
        from matplotlib.layout_engine import ConstrainedLayoutEngine
    except ImportError as error:
        raise MissingExtra(
            "plot needs matplotlib: run \"pip install 'searchkit[plot]'\" first"
        ) from error
    roomy = ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.12)
    return pyplot.subplots(figsize=size, layout=roomy)[1]
