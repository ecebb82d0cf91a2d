"""Who says what where few words are spent: telegrams, notes of the telephone, daily bulletins."""

from __future__ import annotations

from heard import heard


def speakers(text: str) -> list[str]:
    return [who for who, _ in heard(text, 1)]


def telegram(sender: str, *, text: str) -> str:
    return (
        "96. Telegram From the Embassy in Norway to the Department of State\n\n"
        f"Oslo, May 3, 1957—4 p.m.\n\n411. {sender}\n\n{text}\n\nTorrance\n\n"
        "- Source: Department of State, Central Files.\n"
    )


def test_a_telegram_is_of_whom_its_first_line_tells() -> None:
    text = "I told Foreign Minister Dorn that cod was dear."
    assert speakers(telegram("From Harbour Commissioner Fenwick.2", text=text)) == ["Fenwick"]
    assert speakers(telegram("Eyes only for Secretary from Roe.", text=text)) == ["Roe"]
    assert speakers(telegram("For the Secretary from Ambassador.", text=text)) == ["Torrance"]


def test_what_makes_a_body_is_nobodys_surname() -> None:
    text = (
        "I called on Foreign Minister and Speaker Chamber of Deputies. Foreign Minister said cod "
        "was dear. Foreign Minister asked for nets. Foreign Minister regretted it."
    )
    assert speakers(telegram("From Roe.", text=text)) == ["Foreign Minister"] * 3


def test_a_letter_that_nothing_explains_and_an_office_cut_short() -> None:
    text = (
        "Memorandum of a Telephone Conversation Between the {} in Vik and the Under Secretary of "
        "Ports in Oslo, May 3, 1957, 9:05 a.m.\n\nW. said the fleet was at sea. The {} wondered "
        "who had let it sail. W. admitted that he had. The {} suggested that it come home.\n"
    )
    president = speakers(text.format("President", "Pres.", "Pres."))
    assert president == ["W.", "President", "W.", "President"]
    secretary = speakers(text.format("Secretary of Ports", "Sec.", "Sec."))
    assert secretary == ["W.", "Secretary of Ports", "W.", "Secretary of Ports"]


def test_the_chair_of_a_working_group_and_a_delegate() -> None:
    text = (
        "Working Group II Chair Obeng Tetteh (Ghana) opened the session and suggested taking up "
        "cod on Friday. Norway emphasized that methods were for experts. She said two were many.\n"
    )
    assert speakers(text) == ["Obeng Tetteh", "Norwegian side", "Norwegian side"]


def test_who_is_asked_by_a_state_explains() -> None:
    text = (
        "Chair Obeng Tetteh (Ghana) said that the hall took six. Norway {} eight. "
        "He explained that there were six chairs.\n"
    )
    assert speakers(text.format("asked for"))[-1] == "Obeng Tetteh"
    assert speakers(text.format("proposed"))[-1] == "Norwegian side"
