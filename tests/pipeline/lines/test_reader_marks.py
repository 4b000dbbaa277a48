"""Marks of who reads a page, in plain or among data in base64, wherever a site puts them."""

from __future__ import annotations

import base64

import pytest

from pipeline.clean import clean_blocks
from pipeline.lines.reader_marks import is_reader_mark, tells_reader_address
from pipeline.lines.watermarks import is_watermark, split_at_watermark
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

BEFORE, BEHIND = "The bridge stays closed.", "The council will vote in spring."
MARKS = [
    "IP: 192.0.2.44",
    "Your IP address: 192.0.2.44",
    "Votre adresse IP : 192.0.2.44",
    "عنوان IP الخاص بك: 192.0.2.44",
    "IP: 2001:db8::8a2e:370:7334",
    "192.0.2.44 - ann@example.org",
    "ann@example.org (192.0.2.44)",
    "User: ann@example.org IP: 192.0.2.44 Time: 2026-11-20 09:30:11",
    "Downloaded by ann@example.org on 2026-11-20",
    "طُبع بواسطة ann@example.org",
    "#tracking:192.0.2.44:1795707639",
    "session=9f8a7c6b5d4e3f2a1b0c",
    "b7f1c2ae-55d0-4c1e-9a52-1f6f0f6f9a11",
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_goes_from_wherever_it_stands_between_sentences(mark: str) -> None:
    assert is_reader_mark(mark)
    assert split_at_watermark(f"{BEFORE} {mark}") == [BEFORE, mark]
    assert split_at_watermark(f"{mark} {BEHIND}") == [mark, BEHIND]
    assert split_at_watermark(f"{BEFORE} {mark} {BEHIND}") == [BEFORE, mark, BEHIND]


@pytest.mark.parametrize(
    "said",
    [
        '{"ip": "192.0.2.44", "u": "ann@example.org"}',
        "ip=192.0.2.44&t=1795707639",
        "2026-11-20 09:30 192.0.2.44",
    ],
)
def test_data_in_base_64_that_hold_a_readers_address_are_a_mark(said: str) -> None:
    mark = base64.b64encode(said.encode()).decode()
    assert is_watermark(mark)
    assert split_at_watermark(f"{mark} {BEHIND}") == [mark, BEHIND]


def test_an_address_in_brackets_with_its_place_is_the_readers() -> None:
    mark = "[192.0.2.44 – Cairo, Egypt]"
    assert is_reader_mark(mark)
    assert split_at_watermark(f"{BEFORE} {mark}") == [BEFORE, mark]
    told = "They shut down a host [192.0.2.44 – it was in Cairo] on the same day."
    assert split_at_watermark(told) == [told]


def test_an_address_alone_is_the_readers_behind_a_last_sentence() -> None:
    assert split_at_watermark(f"{BEFORE} 192.0.2.44") == [BEFORE, "192.0.2.44"]
    place = base64.b64encode("تونس 185.244.36.137".encode()).decode()
    assert split_at_watermark(f"{BEFORE} {place}") == [BEFORE, place]
    assert split_at_watermark("They shut down 192.0.2.44") == ["They shut down 192.0.2.44"]


@pytest.mark.parametrize(
    "text",
    [
        "The server at 192.0.2.44 went dark, and with it the bridge.",
        "Open the page of the router. Its IP address: 192.168.1.1",
        "Ask the name server 8.8.8.8 for it.",
        "The letter was printed by ann@example.org.",
        "Write to tips@example.org",
        "He logged in as user ann@example.org and left.",
        "Version 2.10.3.1 mends it.",
        "The race began at 10:30:15 sharp.",
    ],
)
def test_what_a_text_tells_of_addresses_stays(text: str) -> None:
    assert split_at_watermark(text) == [text]
    assert not is_reader_mark(text)


DIGESTS = ("7c76ebf6534e2ab648925c2a471d9c7c", "0d3cdb83edb8ff6ecf37e6dcf47971b1")


def kept(*lines: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    extracted = [Extracted(Block(kind, line), 0.0) for line in lines]
    return [block.text for block in clean_blocks(extracted).kept]


def test_one_long_number_is_the_readers_and_several_or_one_behind_a_colon_the_texts() -> None:
    one, other = DIGESTS
    assert kept(BEFORE, one) == [BEFORE]
    assert kept(BEFORE, one, BEHIND, one) == [BEFORE, BEHIND]
    listed = [BEFORE, one, other]
    assert kept(*listed) == listed
    named = [BEFORE, f"sha1:{one}", f"sha1:{other}"]
    assert kept(*named) == named
    labelled = [BEFORE, "SHA-256:", one, BEHIND]
    assert kept(*labelled) == labelled


def test_a_long_number_stays_with_what_has_it() -> None:
    files = [f"{digest} setup.exe" for digest in DIGESTS]
    assert kept(BEFORE, *files) == [BEFORE, *files]
    rows = [f"{digest} | setup.exe" for digest in DIGESTS]
    assert kept(*rows, kind=BlockKind.TABLE_ROW) == rows


TOLD = [
    "198.51.100.7 adresinden 28.11.2026 09:15 tarihinde açıldı",
    "Opened from 198.51.100.7 on 2026-11-28 at 09:15",
    "You are visiting us from 198.51.100.7, which nobody keeps.",
    "This page was shown to 198.51.100.7",
    "تم عرض هذه الصفحة للعنوان 198.51.100.7",
    "IP adresiniz kayıt altındadır: 198.51.100.7",
    "رقمك على الشبكة هو 198.51.100.7 ونحن لا نحتفظ به",
    "Vous consultez ce site depuis 198.51.100.7",
    "Вы читаете нас с адреса 198.51.100.7",
    "زيارتك لهذا الموقع مسجلة من العنوان 198.51.100.7",
    "Ihre Verbindung kam von 198.51.100.7 und wird nicht gespeichert.",
]


@pytest.mark.parametrize("line", TOLD)
def test_a_line_that_tells_its_reader_an_address_goes_from_a_text_without_others(line: str) -> None:
    text = [BEFORE, line, BEHIND]
    assert _kept(text) == [BEFORE, BEHIND]
    assert _kept([*text, line]) == [BEFORE, BEHIND]
    about = "A router gives each device in the house an IP of its own."
    assert _kept([*text, about]) == [*text, about]


@pytest.mark.parametrize(
    "line",
    [
        "Type 192.168.1.1 into your browser.",
        "Traffic to 198.51.100.7 rose on 28.11.2026 at 09:15.",
        "The attack came from 198.51.100.7, police said.",
        "Your version is 1.2.3.",
        "If you see traffic to 198.51.100.7, the network has already been reached.",
        "The loader then asks the server at 198.51.100.7 for your documents.",
        "El programa envía los documentos a su servidor en 198.51.100.7.",
        "Il loader contatta poi il server di comando su 198.51.100.7.",
        "11.1.2.2. Caselle di posta su domini virtuali",
        "您可以选择自动分区(参阅第 6.3.4.2 节)。",
        "يتصل البرنامج بجهازك من الخادم 198.51.100.7",
    ],
)
def test_no_line_that_tells_of_addresses_tells_its_readers_own(line: str) -> None:
    assert not tells_reader_address(line)


def _kept(texts: list[str]) -> list[str]:
    lines = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in texts]
    return [block.text for block in clean_blocks(lines).kept]


def test_a_readers_address_in_base64_goes_behind_a_colon_too() -> None:
    mark = base64.b64encode("القاهرة 198.51.100.21".encode()).decode()
    label = "Type this address into the field:"
    assert kept(BEFORE, label, mark, BEHIND) == [BEFORE, label, BEHIND]


@pytest.mark.parametrize("mark", ["198.51.100.21 عجمان", "198.51.100.21 Port Said"])
def test_a_place_stands_behind_its_readers_address_without_a_sign(mark: str) -> None:
    assert _kept([BEFORE, BEHIND, mark]) == [BEFORE, BEHIND]


@pytest.mark.parametrize("told", ["198.51.100.21 gateway", "198.51.100.21 went dark in May"])
def test_what_is_at_an_address_is_no_place(told: str) -> None:
    assert _kept([BEFORE, BEHIND, told])[-1] == told


@pytest.mark.parametrize(
    "mark",
    [
        "نسخة المشترك رقم 55120 - 198.51.100.21 - جدة",
        "Subscriber 55120 | 198.51.100.21 | Leeds",
        "IP: 198.51.100.21 - أسوان، مصر - reader55@mail.example",
        "عنوان زيارتك: 198.51.100.21 (إربد)",
        "آئی پی: 198.51.100.21 ملتان",
        "آی‌پی شما: 198.51.100.21",
    ],
)
def test_who_reads_from_which_address_and_where_goes_amid_a_text_too(mark: str) -> None:
    assert _kept([BEFORE, mark, BEHIND]) == [BEFORE, BEHIND]


def test_an_address_between_bars_of_whom_a_text_tells_stays() -> None:
    hosts = ["Port of Leeds - 198.51.100.21 - closed", "Port of Hull - 198.51.100.22 - closed"]
    assert _kept([BEFORE, *hosts, BEHIND]) == [BEFORE, *hosts, BEHIND]
