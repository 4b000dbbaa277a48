"""Buttons, labels and links to other articles in a paragraph of the text, behind its sentences."""

from __future__ import annotations

import pytest

from pipeline.ledger import rebuild
from pipeline.lines.run_on import MOST
from pipeline.records import Article
from tests.pipeline import satellite_page

ENGLISH = (
    "The ministry said on Monday that the new satellite will be launched in the spring.",
    "Engineers have tested its antennas for eleven months, and the last trial ended well.",
    "It is to bring the network to villages in the mountains, where no cable has been laid.",
)
ARABIC = (
    "أعلنت الوزارة يوم الاثنين أن القمر الصناعي الجديد سيطلق في الربيع من قاعدة في جنوب البلاد.",
    "واختبر المهندسون هوائياته طوال أحد عشر شهرا، وانتهت التجربة الأخيرة بلا خلل.",
    "ومن المقرر أن يوصل الإنترنت إلى قرى في الجبال لم يمد إليها أي كابل حتى الآن.",
)


def article_of(texts: list[str]) -> Article:
    return satellite_page.article_of(satellite_page.paragraphs(*texts))


@pytest.mark.parametrize(
    ("texts", "run_on"),
    [
        (ENGLISH, '<a href="/other">Read more</a>'),
        (ENGLISH, '(<a href="/other">Read also: Second satellite planned</a>)'),
        (ENGLISH, 'Read also: <a href="/other">Second satellite planned</a>'),
        (ENGLISH, "<strong>Read also: Second satellite planned</strong>"),
        (ENGLISH, '<a href="/share?to=1">Share on Facebook</a> <a href="/share?to=2">Tweet</a>'),
        (ENGLISH, "<span>Share on Facebook</span>"),
        (ENGLISH, "Subscribe to our newsletter"),
        (ENGLISH, '[gallery ids="1,2,3"]'),
        (ENGLISH, "[object Object]"),
        (ENGLISH, "{{widget}}"),
        (ARABIC, '[gallery ids="1,2,3"]'),
        (ENGLISH, "[203.0.113.7 – Cairo, Egypt]"),
        (ARABIC, '<strong>اقرأ أيضا: <a href="/other">قمر صناعي ثان قيد الإعداد</a></strong>'),
        (ARABIC, '<a href="/other">اقرأ المزيد</a>'),
        (ARABIC, "<span>شارك على فيسبوك</span>"),
        (ARABIC, "[203.0.113.7 – القاهرة]"),
    ],
)
@pytest.mark.parametrize("at", [1, 2])
def test_what_runs_on_behind_the_last_sentence_goes(
    texts: tuple[str, ...], run_on: str, at: int
) -> None:
    paragraphs = [*texts[:at], f"{texts[at]} {run_on}", *texts[at + 1 :]]
    found = article_of(paragraphs)
    assert [block.text for block in found.blocks] == list(texts)
    whole = " ".join(block.text for block in rebuild(found.blocks, found.removed))
    assert all(word in whole for word in texts[at].split())


def test_the_last_sentence_of_a_text_may_be_the_houses() -> None:
    paragraphs = [*ENGLISH[:2], f"{ENGLISH[2]} Subscribe to our newsletter for more stories."]
    assert [block.text for block in article_of(paragraphs).blocks] == list(ENGLISH)


def test_what_runs_on_in_an_item_of_a_list_goes() -> None:
    items = f'<ul><li>{ENGLISH[1]} <a href="/other">Read more</a></li><li>{ENGLISH[2]}</li></ul>'
    found = article_of([f"{ENGLISH[0]}</p>{items}<p>{ENGLISH[0][:-1]}, and tested."])
    assert [block.text for block in found.blocks][1:3] == [*ENGLISH[1:]]


@pytest.mark.parametrize(("texts", "label"), [(ENGLISH, "Advertisement"), (ARABIC, "إعلان")])
def test_a_label_between_two_sentences_of_a_paragraph_goes(
    texts: tuple[str, ...], label: str
) -> None:
    found = article_of([texts[0], f"{texts[1]} <span>{label}</span> {texts[2]}"])
    assert [block.text for block in found.blocks] == list(texts)


@pytest.mark.parametrize(
    "sentence",
    [
        "{} <a href='/study'>Read the study</a> before you judge it.",
        "{} <em>Read more slowly</em>, the teacher told the class.",
        "{} His last song is called <em>Read More</em>.",
        "{} The app has two buttons. <b>Share</b> sends the picture, <b>Save</b> keeps it.",
        "{} <strong>Advertisement</strong> is the largest source of income for the group.",
        "{} “<em>Follow me</em>,” she said.",
        "{} <b>Share your screen</b> with the button at the top, then choose the tab.",
        "{} It listens at 203.0.113.7 [a second one waits in Cairo].",
    ],
)
def test_words_of_a_sentence_stay(sentence: str) -> None:
    found = article_of([ENGLISH[0], sentence.format(ENGLISH[1]), ENGLISH[2]])
    assert len(found.blocks) == 3
    assert not [removed for removed in found.removed if removed.rule != "line:headline"]


def test_a_last_sentence_that_a_link_begins_goes_whole() -> None:
    line = f"{ENGLISH[1]} <a href='https://social.example/x'>Follow us on Twitter</a> @orbit now."
    found = article_of([ENGLISH[0], line, ENGLISH[2]])
    assert [block.text for block in found.blocks] == list(ENGLISH)
    assert "Follow us on Twitter @orbit now." in [removed.text for removed in found.removed]


def test_a_paragraph_of_a_thousand_buttons_is_read() -> None:
    told = [f"{ENGLISH[1][:-1]}, as number {i} of them says." for i in range(1100)]
    found = article_of([" <a href='/other'>Read more</a> ".join(told), ENGLISH[2]])
    buttons = [removed for removed in found.removed if removed.text == "Read more"]
    assert len(buttons) == MOST
    assert told[-1] in found.text


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: AFP",
        "(Photo: AFP)",
        "<em>Foto: Jane Doe</em>",
        "(Source: Agencies)",
        "<strong>Source: Reuters</strong>",
        "| Source: Agencies",
    ],
)
def test_who_is_credited_behind_the_sentences_of_a_paragraph_goes(credit: str) -> None:
    told = [" ".join(ENGLISH[:2]), ENGLISH[2]]
    found = article_of([f"{told[0]} {credit}", told[1]])
    assert [block.text for block in found.blocks] == told
    assert found.removed[-1].text.strip("(|) ") in credit


@pytest.mark.parametrize(
    "sentence",
    [
        "{} He has one rule: <em>Photos first.</em>",
        "{} (The minister laughed at that: nobody else did.)",
        "{} Its name is on the hull: Lodestar",
        "{} The code is open source: anybody may read it",
    ],
)
def test_a_colon_behind_sentences_credits_nobody(sentence: str) -> None:
    found = article_of([ENGLISH[0], sentence.format(ENGLISH[1]), ENGLISH[2]])
    assert len(found.blocks) == 3
    assert not [removed for removed in found.removed if removed.rule != "line:headline"]


@pytest.mark.parametrize(
    ("texts", "label"),
    [
        (ENGLISH, "<strong>Advertisement</strong> "),
        (ENGLISH, "<span>ADVERTISEMENT</span>"),
        (ENGLISH, "<b>Anzeige:</b> "),
        (ARABIC, "<span>إعلان</span> "),
        (ARABIC, "<strong>إعلان</strong>"),
    ],
)
def test_a_label_of_the_houses_before_a_sentence_goes(texts: tuple[str, ...], label: str) -> None:
    found = article_of([texts[0], label + texts[1], texts[2]])
    assert [block.text for block in found.blocks] == list(texts)
    assert len([line for line in found.removed if line.rule.endswith(":advertisement")]) == 1


def test_a_label_glued_between_two_sentences_goes() -> None:
    line = f"{ENGLISH[1]}<span>Advertisement</span> {ENGLISH[2]}"
    found = article_of([ENGLISH[0], line])
    assert [block.text for block in found.blocks] == list(ENGLISH)


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (ENGLISH, "<b>Advertisement</b> pays for most of what the group does in the villages."),
        (ENGLISH, "<b>Share</b> Prices of all the makers of satellites fell on Monday morning."),
        (ARABIC, "<strong>إعلان</strong> الوزارة يوم الاثنين عن القمر الصناعي الجديد فاجأ الجميع."),
    ],
)
def test_a_word_in_bold_that_begins_a_sentence_stays(texts: tuple[str, ...], sentence: str) -> None:
    found = article_of([texts[0], sentence, texts[2]])
    assert len(found.blocks) == 3
    assert not [removed for removed in found.removed if removed.rule != "line:headline"]


@pytest.mark.parametrize("mark", ["Enditem", "(END)", "ENDS", "Enditem/"])
def test_the_word_that_ends_a_text_goes_and_its_sentence_stays(mark: str) -> None:
    found = article_of([*ENGLISH[:2], f"{ENGLISH[2]} {mark}"])
    assert [block.text for block in found.blocks] == list(ENGLISH)
    assert found.removed[-1].rule == "en:end-mark"


def test_who_signs_before_the_word_that_ends_a_text() -> None:
    found = article_of([*ENGLISH, "(By Jane Doe) Enditem/"])
    assert [block.text for block in found.blocks] == list(ENGLISH)
    assert found.authors == ("Jane Doe",)
