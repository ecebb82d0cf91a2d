"""Who holds an office that a text names alone, by what stands beside it; all names are invented."""

from __future__ import annotations

import pytest

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

CASES = [
    (
        "an office, and whose it is, behind another's",
        "Readout of the Secretary-General's meeting\n\n3 May 2019\n\nThe following readout is "
        "attributable to Jane Vik, Spokesperson for the Secretary-General, Ms. Hilda Roe:\n\n"
        "The Secretary-General met Foreign Minister Ants Tamm of Estonia on cod.\n\n"
        "The Secretary-General welcomed the cod.\n",
        "Hilda Roe",
    ),
    (
        "an office before the holder's own country and office",
        "Cod talks in Bergen\n\nBERGEN, 3 May 2019 - The ICES Chairperson-in-Office, Estonia's "
        "Foreign Minister Ants Tamm, said today that cod was dear.\n\n"
        "He met Minister Siri Lund of Norway. The Chairperson-in-Office urged her to wait.\n",
        "Ants Tamm",
    ),
    (
        "below a title that tells the office",
        "Summary of Weekly Press Briefing by Director-General of Information and Spokesperson of "
        "MFA, 3 May 2019\n\nSummary of Weekly Press Briefing\nby Ms. Hilda Roe\n3 May 2019\n\n"
        "1. Visit of the Foreign Minister of Estonia, Mr. Ants Tamm\n\n"
        "The Spokesperson said that cod was dear.\n",
        "Hilda Roe",
    ),
    (
        "on a line of a name alone",
        "Readouts\n\nReadout of the Secretary-General's call with Mr. Ants Tamm, President of "
        "Estonia\n\nNew York\n3 May 2019\n\nThe Secretary-General spoke by phone today with "
        "Mr. Ants Tamm, President of Estonia.\n\n"
        "The Secretary-General welcomed the cod.\n\nHilda Maria Roe\n",
        "Hilda Maria Roe",
    ),
    (
        "at the head of one of two groups of those present",
        "RECORD OF CONVERSATION BETWEEN THE MINISTER OF STATE AND THE ESTONIAN AMBASSADOR HELD IN "
        "CORK ON 6 MAY 1973\n\nPresent:\n\nMrs Hilda Roe\nMr Jan Vik, Desk Officer\n\n"
        "Dr Ants Tamm\nMr Otto Kask, Counsellor\n\n1. Dr Tamm said that cod was dear.\n\n"
        "2. The Minister of State explained why.\n",
        "Hilda Roe",
    ),
    (
        "by its letters",
        "Cod talks\n\n3 May 2019\n\nThe talks were chaired by Ms Hilda Roe, Chief Executive "
        "Officer of the ICES Secretariat, and Mr Ants Tamm of Estonia came.\n\n"
        "The CEO invited Estonia to wait.\n",
        "Hilda Roe",
    ),
]


@pytest.mark.parametrize(("text", "who"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_an_office_that_nobody_is_given_is_that_of_whom_stands_beside_it(
    text: str, who: str
) -> None:
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    said = [one.speaker for passage in outline.passages for one in passage.statements]
    assert said[-1] == who


def test_who_speaks_for_somebody_does_not_hold_the_office() -> None:
    text = (
        "Press Briefing by the Spokesman for the Secretary-General\n\n3 May 2019\n\n"
        "Briefing by Jan Vik, Spokesman for the Secretary-General.\n\n"
        "The Secretary-General said that cod was dear.\n"
    )
    outline = parse(text, id="x", thesaurus=Thesaurus.default())
    assert [s.speaker for p in outline.passages for s in p.statements] == ["Secretary-General"]
