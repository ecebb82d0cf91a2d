"""Pictures: what is written on them, and that they need no screen."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest
from plays import play

from searchkit import (
    Document,
    Hit,
    MissingExtra,
    Replies,
    Reply,
    Results,
    Snippet,
    Timeline,
    TimelineRow,
    plots,
)

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("agg")


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    matplotlib.pyplot.close("all")


def row(date: str | None, speaker: str, passages: int) -> TimelineRow:
    return TimelineRow(date, Document(f"d{date}", "Meeting", date), speaker, passages)


def timeline(*rows: TimelineRow, query: str = "cod") -> Timeline:
    return Timeline(query, rows, total=sum(r.passages for r in rows))


def written(labels: list[object]) -> list[str]:
    return [label.get_text() for label in labels]  # type: ignore[attr-defined]


def drawn(axes: object) -> bytes:
    file = io.BytesIO()
    axes.figure.savefig(file, format="svg")  # type: ignore[attr-defined]
    return file.getvalue()


def test_a_timeline_has_a_row_for_each_speaker_and_a_column_for_each_meeting() -> None:
    ax = timeline(
        row("2002-06-12", "Berg", 2), row("2003-01", "Soto", 3), row("--10-14", "", 1)
    ).plot()
    assert ax.get_title(loc="left") == "cod: passages by speaker"
    assert ax.get_xlabel() == "date of the meeting"
    assert written(ax.get_xticklabels()) == ["2002-06-12", "2003-01", "10-14, no year"]
    assert written(ax.get_yticklabels()) == ["Soto", "Berg", "(no speaker)"]
    assert written(ax.texts) == ["2", "3", "1", "6 passages, once for each speaker"]
    assert drawn(ax)


def test_the_colours_can_be_told_apart() -> None:
    ax = timeline(*(row("2002", f"Speaker {i}", 9 - i) for i in range(4))).plot()
    colours = [matplotlib.colors.to_hex(dot.get_facecolor()[0]) for dot in ax.collections]
    assert colours == [colour.lower() for colour in plots.PALETTE[:4]]


def test_of_many_meetings_a_column_is_a_month_or_a_year() -> None:
    months = timeline(
        *(row(f"2002-{m:02}-{d:02}", "Berg", 1) for m in (1, 4) for d in range(1, 11))
    )
    ax = months.plot()
    assert written(ax.get_xticklabels()) == ["2002-01", "2002-02", "2002-03", "2002-04"]
    assert ax.get_xlabel() == "month of the meeting"
    assert written(ax.texts)[:2] == ["10", "10"]
    years = timeline(*(row(f"{y}-01-01", "Berg", 1) for y in range(1960, 2001)), row(None, "X", 1))
    ax = years.plot()
    assert ax.get_xlabel() == "year of the meeting"
    assert written(ax.get_xticklabels())[:2] == ["1960", "1963"]
    partial = timeline(*(row(f"{y}", "Berg", 1) for y in range(1980, 2000)))
    assert partial.plot().get_xlabel() == "year of the meeting"
    unknown = timeline(*(row(f"--01-{d:02}", "Berg", 1) for d in range(1, 20)))
    assert written(unknown.plot().get_xticklabels()) == ["no date"]


def test_of_many_speakers_the_last_are_put_together() -> None:
    ax = timeline(*(row("2002", f"Speaker {i:02}", 30 - i) for i in range(20))).plot()
    lanes = written(ax.get_yticklabels())
    assert len(lanes) == plots.MOST_LANES + 1
    assert lanes[-1] == "8 others"


def test_hits_are_drawn_by_meeting_and_speaker() -> None:
    passage = play("oslo#1", ("Berg", "Cod."), ("Soto", "Yes."))
    document = Document("oslo", "Meeting", "2011")
    hits = (Hit(1, 1.0, passage, document, Snippet("Cod.")),)
    ax = Results("cod", hits, total=7).plot()
    assert ax.get_title(loc="left") == "cod: hits by speaker"
    assert written(ax.get_yticklabels()) == ["Berg", "Soto"]
    assert written(ax.texts)[-1] == "1 of 7 passages, once for each speaker"


def test_who_answers_whom_is_a_matrix() -> None:
    found = Replies(Reply, [Reply("Berg", "Soto", 5, 1), Reply("Soto", "Lima", 2, 1)])
    ax = found.plot()
    assert written(ax.get_yticklabels()) == ["Berg", "Soto"]
    assert written(ax.get_xticklabels()) == ["Soto", "Lima"]
    assert written(ax.texts)[:2] == ["5", "2"]
    assert (ax.get_ylabel(), ax.get_xlabel()) == ("who answers", "whom")


def test_nothing_can_be_drawn_too() -> None:
    assert drawn(timeline().plot())
    assert drawn(Replies(Reply).plot())


def test_a_picture_goes_where_it_is_wanted_and_takes_no_formula() -> None:
    figure, (left, _) = matplotlib.pyplot.subplots(1, 2)
    ax = timeline(row("2002", "$\\frac{", 1), query="$x$ \x1b[31m").plot(left)
    assert ax is left
    assert ax.get_title(loc="left") == r"\$x\$ �[31m: passages by speaker"
    assert drawn(ax)
    assert figure.axes[0] is left


def test_without_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtra, match=r"pip install 'searchkit\[plot\]'"):
        timeline().plot()
