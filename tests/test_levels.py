"""Which headings stand under which: those in brackets under numbers, bullets over numbers."""

from __future__ import annotations

from searchkit.outlines.parser import parse
from searchkit.thesaurus import Thesaurus

HEAD = """Minister Roe's Visit to Norland and Oman

May 9, 2023

Minister Roe made an official visit to Norland and Oman, where cod was spoken of.

"""


def headed(text: str, head: str = HEAD) -> list[tuple[str, str | None]]:
    read = parse(head + text, id="x", thesaurus=Thesaurus.default())
    return [(section.id, section.heading) for section in read.sections]


def passages(text: str) -> list[str]:
    read = parse(HEAD + text, id="x", thesaurus=Thesaurus.default())
    return [passage.id.partition("#")[2] for passage in read.passages]


def test_headings_in_brackets_stand_under_a_number_with_numbers_of_their_own() -> None:
    text = """1. Visit to Norland

The Minister attended the seminar in Vik and delivered the following remarks.

<Remarks by Minister Roe>

1. A country that loses half of its cod does not lack cod.

2. Norland has more than forty ships.

<Meeting with Minister of Ports Doe>

Minister Roe expressed his gratitude. Minister Doe asked for nets.

2. Visit to Oman

Minister Roe met Ms. Ida Fen, Minister of Ice, and expressed his sympathy.
"""
    assert headed(text) == [
        ("1", "Visit to Norland"),
        ("1.h1", "Remarks by Minister Roe"),
        ("1.h1.1", None),
        ("1.h1.2", None),
        ("1.h2", "Meeting with Minister of Ports Doe"),
        ("2", "Visit to Oman"),
    ]


def test_so_they_do_under_the_numbers_that_markdown_marks() -> None:
    text = """## 1. Visit to Norland

The Minister attended the seminar in Vik.

【Remarks by Minister Roe】

1. A country that loses half of its cod does not lack cod.

2. Norland has more than forty ships.

【Meeting with Minister of Ports Doe】

Minister Roe expressed his gratitude. Minister Doe asked for nets.

## 2. Visit to Oman

Minister Roe met Ms. Ida Fen, Minister of Ice, and expressed his sympathy.
"""
    assert [id for id, _ in headed(text)] == ["1", "1.h1", "1.h1.1", "1.h1.2", "1.h2", "2"]


def test_bullets_head_numbers_with_the_same_bullet() -> None:
    text = """• Cod and ice in general
• (1) At the beginning, Minister Doe welcomed Minister Roe to Vik.
• (2) Minister Roe expressed his gratitude for the welcome.
• Ports
• (1) Minister Roe stated that the first ship would be handed over in the summer.
• (2) Both ministers confirmed the importance of nets.
• Other matters
The two ministers exchanged views on the reform of the council.
"""
    assert headed(text) == [
        ("1", "Cod and ice in general"),
        ("1.1", None),
        ("1.2", None),
        ("2", "Ports"),
        ("2.1", None),
        ("2.2", None),
        ("3", "Other matters"),
    ]


def test_a_number_may_be_a_heading_with_a_sentence_in_brackets_behind_it() -> None:
    text = """1. Remarks by the envoys (without thanks; Minister Roe made replies to each)

(a) Norland

The envoy thanked Minister Roe for his cooperation.

(b) Oman

The envoy expressed concern over cod.

2. Evaluation

It was the first meeting of this kind.
"""
    assert headed(text)[0] == (
        "1",
        "Remarks by the envoys (without thanks; Minister Roe made replies to each)",
    )


def test_a_heading_that_stands_twice_is_one() -> None:
    text = """Norland - Oman Meeting

Norland-Oman Meeting
Minister Roe lauded the engineers and exchanged views with Minister Doe on cod.

Norland - Mali Meeting

Norland-Mali Meeting
Minister Roe thanked the Minister of Mali for the welcome and asked for nets.
"""
    assert headed(text)[-1:] == [("2", "Norland - Mali Meeting")]


def test_what_stands_under_a_heading_with_a_colon_is_no_list_of_a_sentence() -> None:
    text = """1. Regional Issues:

(1) Minister Roe explained the price of cod.

(2) Minister Doe said that nets were dear.

2. Economic Relations:

(1) Minister Roe thanked Minister Doe for the loan.

(2) Minister Doe asked for patience.

Minister Roe extended an invitation to Minister Doe, which was accepted with pleasure.
"""
    assert passages(text) == ["0", "1.1", "1.2", "2.1", "2.2/1", "2.2/2"]


def test_a_heading_that_markdown_marks_has_no_colon() -> None:
    text = """## Results of the Talks:

1. Cod is to be cheaper than it was in the years before.

2. Nets are to be mended in the ports of both countries.
"""
    assert headed(text)[0] == ("h1", "Results of the Talks")


def test_a_wrapped_line_that_begins_with_a_year_in_brackets_has_no_number() -> None:
    text = """1. Cod

The Cabinet had before them a memorandum by the Minister of Ports (C.P.
(48) 152) on the price to be offered for the cod of the northern seas. The
Chancellor opposed an increase, which would be quoted against us in Vik.
The Minister of Ports urged that without it the ration in the islands of
the north would have to be cut. It was agreed (see the paper C.M. / 7, and
3) below) that the premium be paid in cloth, and that nothing be said.

2. Ice

The Minister of Ports said that there was enough of it.
"""
    assert headed(text) == [("1", "Cod"), ("2", "Ice")]


def test_a_heading_without_a_number_stands_beside_the_one_that_has_it() -> None:
    head = "Conclusions of a Meeting of the Cabinet\n\n16 March 1972\n\n"
    text = """PARLIAMENTARY AFFAIRS

1. The Cabinet were informed of the business to be taken in the following week.

FOREIGN AFFAIRS

Norland

2. The Foreign Secretary said that the talks with Norland had been resumed.

Oman

The Foreign Secretary said that Lord Roe had left Sohar.

COD

3. The Cabinet considered a memorandum on the price of cod.
"""
    assert [one for one in headed(text, head) if one[1]] == [
        ("h1", "PARLIAMENTARY AFFAIRS"),
        ("h2", "FOREIGN AFFAIRS"),
        ("h2.1", "Norland"),
        ("h2.2", "Oman"),
        ("h3", "COD"),
    ]


def test_a_heading_in_capitals_may_tell_more_behind_a_dash() -> None:
    text = """COD PLAN FOR THE NORTH

The Council held an exchange of views on the plan for cod.

TRADE IN NETS – Presidency report

The Presidency informed the Council of the talks with Norland.

ANY OTHER BUSINESS

Ice

The Norwegian delegation asked the Commission for ice.

Honey

The Omani delegation drew attention to the price of honey.
"""
    assert [id for id, _ in headed(text)] == ["1", "2", "3", "3.1", "3.2"]


def test_a_bullet_over_bullets_further_in_is_a_heading_below_a_sentence_too() -> None:
    text = """□ Minister Roe held talks with Minister Doe of Norland, who is on a visit to Oman.

□ Bilateral relations

 ㅇ Minister Roe noted that relations had been good since 1961.

 ㅇ Minister Doe agreed and invited Minister Roe to Vik.

□ Trade

 ㅇ The two ministers agreed to resume the talks on nets in the autumn.
"""
    assert headed(text) == [("1", "Bilateral relations"), ("2", "Trade")]


def test_rows_with_the_numbers_of_pages_are_contents() -> None:
    text = """                                                   Page
Subjects discussed:  1.  Norland - Marking of nets        1
                         - Report of the Panel
                     2.  Oman - Quota on cod              2

1. Norland - Marking of nets - Report of the Panel

The Chairman recalled that the Council had agreed to revert to this item.

2. Oman - Quota on cod

The representative of Oman said that the quota would halve his exports.
"""
    assert headed(text) == [
        ("1", "Norland - Marking of nets - Report of the Panel"),
        ("2", "Oman - Quota on cod"),
    ]


def test_figures_that_stand_once_are_no_contents() -> None:
    text = """Exports of cod
Norland        12
Oman           15

Minister Roe explained the figures to Minister Doe.
"""
    assert len(passages(text)) > 2


def test_who_signs_a_covering_letter_is_no_heading() -> None:
    text = """To the Head of the Department of Ports

Comrade N. M. Lund

I send the record of my conversation of 28 February with Minister Doe.

Enclosure: as mentioned, 3 pages.

Ambassador of Oman in Norland

[signature] (B. Roe)

Minister Doe received me today. I handed him the letter on cod.

AMBASSADOR OF OMAN IN NORLAND

/s/ B. Roe
"""
    assert headed(text) == []
    assert passages(text) == ["0/1", "0/2", "0/3"]


def test_the_number_of_a_page_may_stand_between_the_parts_of_its_head() -> None:
    text = """The Committee will meet again tomorrow at ten in the morning.

Fifth Committee - 2 - Press Release GA/3107 19th Meeting 31 October 1996
Work Programme

The Committee met this morning to consider the price of cod in all countries. Minister Roe was
there, and so was the Minister of Ports, who said that nothing had been done for many years about
the nets that lie at the bottom of the northern sea, and that nobody knew why this was so.

Fifth Committee - 3 - Press Release GA/3107 19th Meeting 31 October 1996
Statements

The representative of Norland said that cod was dear and that a panel should be set up at once to
find out why this was so, and the representative of Oman agreed with what had been said by Norland.
"""
    assert [heading for _, heading in headed(text)] == ["Work Programme", "Statements"]


def test_notes_of_which_the_first_tells_the_archive_are_none_of_the_text() -> None:
    text = """Minister Roe said that he would report the conversation in the morning.

Minister Doe asked how many ships there were. Minister Roe smiled and said twelve.

It was agreed that the Ambassadors would resume the talk after the holidays.

  1. Source: Department of Cod, Conference Files, Lot 65. Secret. Drafted by Fen on November 9.
  2. See Document 150.
"""
    assert headed(text) == []


def test_a_heading_of_questions_may_end_in_a_colon() -> None:
    head = "Press Conference by Minister Roe\n\nMarch 3, 2015\n\n"
    text = """Opening statement by Minister Roe:

MINISTER ROE: Good morning. I spoke with Minister Doe about cod.

Q&A:

REPORTER: Is cod dear?

MINISTER ROE: It is. We regret it.
"""
    assert headed(text, head) == [("1", "Opening statement by Minister Roe"), ("2", "Q&A")]


def test_those_present_may_have_full_stops_and_wrapped_offices() -> None:
    text = """Present:
The Right Hon. JAN ROE, M.P., Prime Minister.
The Right Hon. IDA FEN, M.P., Secretary of State for Foreign
Affairs.
The Right Hon. J. R. DOE, M.P., Chancellor of the Exchequer.

The Secretary of State said that cod was dear and that nets were cheap.
"""
    assert passages(text) == ["0/1", "0/2", "0/3"]
