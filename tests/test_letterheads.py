"""What stands around a title that is none of it: addresses, rows, sites. All are examples."""

from __future__ import annotations

import pytest
from heads import head_of

from searchkit.outlines.around.addresses import is_address
from searchkit.outlines.words.wording import Wording

_SAID = "Minister Jane Roe met Minister Jo Doe in Vik on Monday and spoke with him of cod.\n"
_TITLE = "Minister Roe Meets Envoy Doe"


@pytest.mark.parametrize(
    "front",
    [
        f"Ministry of Ports\nHarbour Road 9, 1456 Vik\n{_TITLE}\n3 May 2004",
        f"EMBASSY OF NORLAND IN CHILE\nP.O. Box 12, SANTIAGO\n\n{_TITLE}\n\n3 May 2004",
        f"Contact:\nAnn Poe, Press Officer\nann@example.org\n\n{_TITLE}\n\n3 May 2004",
        f"Ministère des Ports et des Eaux\n\n{_TITLE}\n\n3 May 2004",
        f"Work • Peace • Cod\nRepublic of Norland\n\n{_TITLE}\n\n3 May 2004",
        f"Bilateral relations\n3 May 2004\n{_TITLE}",
        f"{_TITLE} | Ministry of Ports\n\nNews\n\n{_TITLE}\n\n3 May 2004",
        f"Port Office - {_TITLE}\n\n{_TITLE}\n\n3 May 2004",
        f"Headline: {_TITLE}\n3 May 2004",
        f"Presidency of the Republic\n\n{_TITLE}\n\n3 May 2004",
        f"{_TITLE}\n\nJoint press release\n\n3 May 2004",
        f"Official website of the President of Norland\n{_TITLE}\n3 May 2004",
        f"Official information source of the Ministry of Ports\nNL  RU  EN\n\n{_TITLE}\n3 May 2004",
        f"SPEECHES AND REMARKS\n\n{_TITLE}\n\n3 May 2004",
        f"Statements, interviews & transcripts\n\n{_TITLE}\n\n3 May 2004",
        f"Ministers for the Department of Fisheries\n{_TITLE}\n3 May 2004",
        f"{_TITLE}\n3 May 2004\nReading time: 3 min\nCountry: Norway",
        f"# {_TITLE} | Ministry of Ports\n\n3 May 2004",
        f"# Ministry of Ports\n\n## News\n\n### {_TITLE}\n\n3 May 2004",
        f">> {_TITLE}\n\n3 May 2004",
        f"{_TITLE}*\n\n3 May 2004\n\n* Provisional translation",
        f"Weekly Bulletin no. 14 - 3 May 2004\n\n{_TITLE}",
        f"Press release from the Ministry of Ports\n{_TITLE}\nPublished 3 May 2004",
        f"3 May 2004\n{_TITLE}\nListen to the article",
        f"Press statement No 7 of 2004, 3 May 2004\n\n{_TITLE}",
        f"PR/45/04, Monday, May 3, 2004\n{_TITLE}",
        f"{_TITLE}\nPosted on 3 May 2004 by editor",
        f"{_TITLE}\nBy Ann Poe | 3 May 2004 | 2 min read",
    ],
)
def test_what_stands_around_a_title(front: str) -> None:
    found = head_of(f"{front}\n\n{_SAID}")
    assert (found["title"], found["issued"]) == (_TITLE, "2004-05-03")


def test_a_short_line_above_the_day_is_a_place() -> None:
    front = "Vik Bay\n3 May 2004\n\nNo Cod Left for Anybody"
    assert head_of(f"{front}\n\n{_SAID}")["title"] == "No Cod Left for Anybody"


@pytest.mark.parametrize(
    ("front", "title", "kind"),
    [
        ("Talks on Cod – Summary", "Talks on Cod", "Summary"),
        ("Talks on Cod: Outline of Results", "Talks on Cod", "Outline of Results"),
        ("Talks on Cod: minutes", "Talks on Cod: minutes", None),
    ],
)
def test_a_kind_without_brackets(front: str, title: str, kind: str | None) -> None:
    found = head_of(f"{front}\n\n3 May 2004\n\n{_SAID}")
    assert (found["title"], found["kind"]) == (title, kind)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("820 Cod Avenue, Vik, N.Y. 10017", True),
        ("Private Mail Bag, Vik, Norland", True),
        ("Eel Street, London SW1A 2AH", True),
        ("South Quay, New Vik - 110011", True),
        ("Talks in Vik, 3 May 2004", False),
        ("Resolution 1325 Turns Twenty", False),
        ("RECORD OF TALKS AT 1530 HOURS", False),
    ],
)
def test_addresses(line: str, wanted: bool) -> None:
    assert is_address(line, Wording.default()) is wanted


@pytest.mark.parametrize("kicker", ["Talks at the Palace", "Guests from Chile", "Spring of talks"])
def test_a_short_line_above_a_headline_is_none_of_it(kicker: str) -> None:
    found = head_of(
        f"{kicker}\nMinister Roe receives Minister Doe of Chile\n\n3 May 2004\n\n{_SAID}"
    )
    assert found["title"] == "Minister Roe receives Minister Doe of Chile"


@pytest.mark.parametrize("above", ["Minister Roe and his", "Minister Roe of Norland,"])
def test_a_headline_goes_on_with_an_open_line(above: str) -> None:
    title = f"{above} Deputy Ode meets Minister Doe of Chile"
    head, _, rest = title.partition(" Deputy ")
    found = head_of(f"{head}\nDeputy {rest}\n\n3 May 2004\n\n{_SAID}")
    assert found["title"] == title
