"""Last lines that tell who the author is, where the text itself never speaks of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://news.example/tech/new-chip"
TITLE = "A new chip runs language models without a network"
TEXT = "The company showed a chip that runs language models on small devices, its engineers said."
BYLINE = "<p class='byline'>By <a rel='author' href='/author/jane-doe'>Jane Doe</a></p>"


def _text(last: str, more: str = "") -> str:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>{BYLINE}<article>"
        f"<p>First, {TEXT}</p><p>Then, {TEXT}</p>{more}{last}</article></main></body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("Jane Doe",)
    return found.text


@pytest.mark.parametrize(
    "last",
    [
        "<p>Our correspondent Jane Doe covers the chip industry and lives by the sea. Her articles "
        "appear here every week.</p>",
        "<p>A veteran of the trade and an award-winning journalist, Jane has covered chips since "
        "they were the size of a suitcase.</p>",
        "<p>Die Berliner Forscherin Jane Doe ist Gründerin einer Stiftung für offene Rechner.</p>",
        "<p>The book on chips by Jane Doe is out now in all shops of the country.</p>",
        "<p>Since 2019 Jane Doe teaches the design of chips at a college of the north.</p>"
        "<p>First printed in another paper.</p>",
    ],
)
def test_a_last_line_that_names_the_author_is_no_text(last: str) -> None:
    assert "Jane" not in _text(last)


@pytest.mark.parametrize(
    ("last", "more"),
    [
        # The text speaks of her elsewhere: she is of the story.
        (
            "<p>The prize went to the engineer Jane Doe for her work on small chips.</p>",
            "<p>Among the guests was Jane Doe, who had drawn the first of them.</p>",
        ),
        # A family name that another line says too.
        (
            "<p>Nobody had asked Jane Doe what she thought of the chip.</p>",
            "<p>The Doe family have built chips since the war.</p>",
        ),
        # Only a first name, and no word of what a person does.
        ("<p>In the end Jane of the second floor switched the machine on.</p>", ""),
        # Another person of the same first name.
        (
            "<p>Jane Roe, an analyst at a bank, is not sure that the chip will sell, she said.</p>",
            "",
        ),
        ("<p>The analyst Mary Jane is not sure that anybody will buy the chip, she said.</p>", ""),
        # She signs behind the text's last sentence.
        (
            "<p>He hopes for snow, and knocks on his boat. (Jane Doe, Reuters, 28.9.)</p>",
            "",
        ),
        # Whoever was told what the text reports.
        ("<p>The makers are not worried at all, one of them told The Courier's Jane Doe.</p>", ""),
        ("<p>„Wir sind bereit“, sagte er der Reporterin Jane Doe am Ende des Tages.</p>", ""),
        # Not at the end.
        (
            "<p>Nobody knows what the next year will bring to the makers of chips, they said.</p>",
            "<p>When Jane Doe called the firm to ask about the price, no one answered her.</p>",
        ),
    ],
)
def test_a_line_of_the_story_that_names_the_author_stays(last: str, more: str) -> None:
    text = _text(last, more)
    for line in (last, more):
        assert line.removeprefix("<p>").removesuffix("</p>") in text


def test_a_line_above_the_text_that_calls_the_author_by_the_first_name_is_no_text() -> None:
    told = "Jane is a senior writer who covers chips and lives in the north with two cats."
    texts = [f"<p>{begin}, {TEXT}</p>" for begin in ("First", "Then", "Finally", "At last")]

    def read(*lines: str) -> str:
        page = f"<title>{TITLE}</title><main><h1>{TITLE}</h1>{BYLINE}<article>{''.join(lines)}"
        found = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
        assert isinstance(found, Article)
        return found.text

    assert "cats" not in read(f"<p>{told}</p>", *texts)
    assert "cats" in read(f"<p>{told}</p>", *texts, "<p>But Jane had left the firm in May.</p>")
    assert "court" in read("<p>Jane told the court of the two writers.</p>", *texts)


@pytest.mark.parametrize(
    ("last", "more"),
    [
        # She is of the story, which tells of her before.
        (
            "<p>Jane Doe never drew such a chip again. When people ask, she points at it.</p>",
            "<p>The first of them was drawn by Jane Doe, who stood in the river up to her waist "
            "that day.</p>",
        ),
        # She asks those with whom she talks.
        (
            "<p><b>Jane Doe:</b> What is next?</p><p><b>Ann Roe:</b> A smaller chip.</p>",
            "<p><b>Jane Doe:</b> When did you draw the first chip?</p><p><b>Ann Roe:</b> In the "
            "bus, on the way home.</p>",
        ),
    ],
)
def test_a_line_of_the_story_that_begins_with_the_author_stays(last: str, more: str) -> None:
    assert "Jane Doe" in _text(last, more).split("Then, ")[1]
    assert _text(last, more).count("Jane Doe") == 2


@pytest.mark.parametrize(
    "last",
    [
        "<p>Jane Doe is a reporter of this paper who stood in the river that day.</p>",
        "<p>Jane Doe covers chips and rivers. Before that she sold both.</p>",
        "<p>Jane Doe can be found at jane@news.example most of the day.</p>",
    ],
)
def test_a_profile_goes_where_the_text_speaks_of_the_author_too(last: str) -> None:
    more = "<p>The first of them was drawn by Jane Doe, who stood in the river up to her waist.</p>"
    assert _text(last, more).count("Jane Doe") == 1


@pytest.mark.parametrize(
    "last",
    [
        "<p>Jane Doe, the owner of the harbour, says that she only changes the bulb.</p>",
        "<p>Jane Doe, che oggi possiede la casa, dice che tutto resterà dove si trova.</p>",
    ],
)
def test_who_says_something_in_a_text_is_of_its_story(last: str) -> None:
    assert "Jane Doe" in _text(last)


def test_a_profile_of_a_name_without_blanks_goes_on_behind_a_comma() -> None:
    text = "公司星期一展示了一款小芯片，工程师说它不用联网就能运行语言模型，明年春天上市。"
    byline = "<p class='byline'><a rel='author' href='/author/w'>吴岚</a></p>"
    page = (
        f"<title>新芯片</title><main><h1>新芯片</h1>{byline}<article><p>{text}</p><p>后来{text}</p>"
        f"<p>最后{text}</p><p>吴岚,社区的人,曾在本地电台工作。</p></article></main>"
    )
    found = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("吴岚",)
    assert "电台" not in found.text


@pytest.mark.parametrize(
    ("last", "more", "goes"),
    [
        ("<p><img src=/j.jpg><b>Jane Doe</b><br>Writes on chips, and keeps bees.</p>", "", True),
        ("<p><b>Jane Doe</b><br>Our newsletter is hers on Fridays.</p>", "", True),
        ("<p>Jane Doe<br>Nobody asked me before.</p>", "<p>Jane Doe: Who was asked?</p>", False),
        ("<p>John Roe<br>Writes on chips, and keeps bees.</p>", "", False),
    ],
)
def test_who_the_author_is_below_the_name_in_a_last_block(last: str, more: str, goes: bool) -> None:
    text = _text(last, more)
    assert ("Doe" not in text and "bees" not in text and "newsletter" not in text) is goes


def test_a_profile_of_two_paragraphs_goes_whole() -> None:
    above = (
        "<p>An award-winning journalist of many years, Jane has covered chips since they were the "
        "size of a suitcase, and wrote for two houses of the north before.</p>"
    )
    below = "<p>Jane Doe speaks often about chips, on the wireless and in schools.</p>"
    assert _text(below, above).endswith(f"Then, {TEXT}")


def test_what_stands_above_a_profile_stays_though_it_names_a_person() -> None:
    above = "<p>A journalist of the north, Ann has covered chips for years, and was asked too.</p>"
    below = "<p>Jane Doe speaks often about chips, on the wireless and in schools.</p>"
    assert "Ann has covered chips" in _text(below, above)


LONG_TOLD = (
    "Jane Doe teaches the design of chips at a college of the north, where she has lived since "
    "she left the valley of her parents. {} She swims before work, and after it."
).format("Her lectures are heard by those who never saw a chip from within. " * 18)


def test_a_profile_that_begins_with_the_whole_name_may_be_long() -> None:
    assert len(LONG_TOLD) > 1_200
    assert "swims" not in _text(f"<p>{LONG_TOLD}</p>")
    assert "swims" in _text(f"<p>{LONG_TOLD.replace('Jane Doe', 'Her friend Jane Doe')}</p>")
    assert "swims" in _text(f"<p>{LONG_TOLD}</p>", "<p>Nobody knew of the Doe family then.</p>")


def test_who_the_author_is_beside_the_byline_is_no_text() -> None:
    texts = [f"<p>On day {number}, {TEXT}</p>" for number in range(9)]
    box = "<p>Jane Doe left the valley in 1998 and keeps bees. She swims before work.</p>"

    def read(*lines: str) -> str:
        page = f"<title>{TITLE}</title><main><h1>{TITLE}</h1>{BYLINE}<article>{''.join(lines)}"
        found = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
        assert isinstance(found, Article)
        return found.text

    assert "bees" not in read(texts[0], box, *texts[1:])
    assert "bees" in read(texts[0], box, *texts[1:8], "<p>Then Doe left again.</p>", texts[8])
    assert "bees" in read(*texts[:5], box, *texts[5:])
    lamp = "<p>Jane Doe asked for a lamp and got it.</p>"
    assert "lamp" in read(*texts[:3], lamp, *texts[3:])
