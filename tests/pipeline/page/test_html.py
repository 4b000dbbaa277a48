"""Bytes to text to tree: charsets and guards."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml.etree import tostring

from pipeline.errors import Reason, Rejected, UnusablePage
from pipeline.extract import extract_article
from pipeline.limits import Limits, set_limits
from pipeline.page.html import decode, parse_page, parse_text
from pipeline.records import Memory, Page

ARABIC = (
    "أطلقت الشركة تطبيقاً جديداً في القاهرة يتيح للمستخدمين الاطلاع على الأخبار التقنية من العالم."
)


def _html(text: str, declared: str | None = None) -> str:
    meta = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"


def _page(body: bytes, charset: str | None = None, content_type: str = "text/html") -> Page:
    return Page(
        requested_url="https://news.example/a",
        final_url="https://news.example/a",
        body=body,
        fetched_at=datetime(2026, 11, 25, tzinfo=UTC),
        headers=(("content-type", content_type),),
        charset=charset,
    )


def test_data_with_pages_in_it_is_no_page() -> None:
    body = b' {"html": "<!DOCTYPE html><html><h1>A title</h1><p>Text.</p></html>", "next": [1]}\n'
    with pytest.raises(UnusablePage) as raised:
        parse_page(_page(body))
    assert raised.value.rejected.reason is Reason.NOT_HTML


JAPANESE = (
    "新しい装置を発表した。会社は来月から販売を開始すると述べたが、価格はまだ明らかにしていない。"
)


@pytest.mark.parametrize("codec", ["cp932", "euc_jp"])
@pytest.mark.parametrize("header", [None, "utf-8", "iso-8859-1"])
def test_japanese_that_declares_nothing(codec: str, header: str | None) -> None:
    assert JAPANESE in decode(_html(JAPANESE).encode(codec), header)[0]


def _twice(text: str, codec: str) -> bytes:
    """UTF-8 that somebody took for another charset, and wrote as UTF-8 again."""
    once = text.encode()
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in once).encode()


@pytest.mark.parametrize("codec", ["cp1252", "iso-8859-1"])
@pytest.mark.parametrize(
    "text",
    [ARABIC, "L’été où « la mère » a déjà été là, à Liège" * 4, "Спутник был запущен вчера утром"],
)
def test_a_page_that_was_coded_twice_is_read_once(text: str, codec: str) -> None:
    html = f"<title>{text}</title><h1>{text}</h1><p>{text}</p>"
    tree = parse_page(_page(_twice(html, codec) + "<footer>©</footer>".encode())).tree
    assert [tree.findtext(f".//{tag}") for tag in ("title", "h1", "p")] == [text] * 3


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        "قال «المهندس»: ستصل 40% من الأجهزة غدًا – كما وعدت الشركة… و«نأمل» أن تكفي.",
        "شرکت «پارس» از گوشی چهارم خود رونمایی کرد؛ ژیلا می‌گوید همه چیز خوب است.",
        "پاکستان میں نئی ٹیکنالوجی کے بڑے منصوبے کا آغاز ہو گیا ہے، وزیر نے کہا۔",
    ],
)
def test_arabic_that_was_taken_for_windows_1256_is_read_once(text: str) -> None:
    html = f"<title>{text}</title><h1>{text}</h1><p>{text}</p>"
    tree = parse_page(_page(_twice(html, "cp1256") + "<footer>©</footer>".encode())).tree
    assert [tree.findtext(f".//{tag}") for tag in ("title", "h1", "p")] == [text] * 3


@pytest.mark.parametrize(
    "text",
    [
        "ط§ظ„ط®ط¨ط±: حروف مكسورة كهذه يراها قراء المواقع القديمة حين يخطئ الخادم في ترميز الصفحة.",
        "طارت الطائرة فوق طنطا وطبرق وطرابلس، فظهرت ظلال الطيور على ظهر الطريق، وظل الطيار يطير.",
        "طوطی، طناب، طلا، طرح، طول، طعم، ظرف، ظهر و ظالم؛ همه با طا و ظا نوشته می‌شوند، طبعاً.",
    ],
)
def test_sound_letters_stay_as_they_are(text: str) -> None:
    assert parse_page(_page(_html(text * 5).encode())).tree.findtext(".//p") == text * 5


def test_a_page_that_quotes_broken_letters_keeps_them() -> None:
    text = f"{ARABIC} Ã© Ø§Ù„Ø¹ {ARABIC}"
    assert parse_page(_page(_html(text).encode())).tree.findtext(".//p") == text


@pytest.mark.parametrize("end", ["</html>", "</body></HTML >", "</body>", "</html></html>"])
def test_what_stands_behind_a_pages_end_is_of_the_page(end: str) -> None:
    page = f"<html><body>{end}<!DOCTYPE html><html><head><title>x</title></head><body><p>{ARABIC}"
    tree = parse_page(_page(page.encode())).tree
    assert [each.text for each in tree.findall(".//body//p")] == [ARABIC]


@pytest.mark.parametrize(
    ("codec", "header", "declared"),
    [
        ("utf-8", None, None),
        ("utf-8", "utf-8", None),
        ("utf-8", "iso-8859-1", None),
        ("utf-8", "iso-8859-1", "iso-8859-1"),
        ("utf-8", None, "windows-1256"),
        ("utf-8", "utf-16", None),
        ("windows-1256", "windows-1256", None),
        ("windows-1256", None, "windows-1256"),
        ("windows-1256", "utf-8", None),
        ("windows-1256", "iso-8859-1", "windows-1256"),
        ("windows-1256", "iso-8859-1", None),
        ("windows-1256", None, None),
        ("windows-1256", "iso-8859-6", None),
        ("iso-8859-6", "iso-8859-6", None),
        ("iso-8859-6", None, None),
        ("iso-8859-6", "windows-1256", None),
        ("iso-8859-6", "utf-8", "iso-8859-1"),
        ("utf-16", None, None),
        ("utf-16-le", None, None),
        ("utf-16-be", "utf-8", None),
        ("utf-16-be", None, "utf-8"),
        ("utf-16-le", "windows-1256", "iso-8859-1"),
        ("utf-32-le", None, None),
        ("utf-32-be", "utf-32", None),
        ("utf-8-sig", "windows-1256", None),
    ],
)
def test_arabic_survives_wrong_and_missing_declarations(
    codec: str, header: str | None, declared: str | None
) -> None:
    text = ARABIC.replace("ً", "") if codec == "iso-8859-6" else ARABIC
    body = _html(text, declared).encode(codec)
    decoded, _ = decode(body, header)
    assert text in decoded


@pytest.mark.parametrize(
    ("text", "codec", "header"),
    [
        ("Der Präsident der Länderkammer äußerte sich", "cp1252", "iso-8859-1"),
        ("Der Präsident der Länderkammer äußerte sich", "cp1252", None),
        ("Los niños irán también a Málaga, según señaló el portavoz", "cp1252", None),
        ("A situação econômica não está fácil; as eleições serão em março", "cp1252", None),
        ("Møtet på Tøyen ble avlyst, sier lederen for bydelsutvalget", "cp1252", None),
        ("Rząd ogłosił, że żaden z urzędów nie będzie w święta otwarty", "iso8859-2", None),
        ("Vláda oznámila, že úřady budou přístí týden zavřené", "cp1250", None),
        ("Президент подписал закон о связи и информации", "windows-1251", "windows-1251"),
        ("Президент подписал закон о связи и информации", "windows-1251", "iso-8859-1"),
        ("Η εταιρεία παρουσίασε το νέο της τηλέφωνο", "iso-8859-7", "iso-8859-1"),
        ("شرکت فناوری گوشی تازه خود را در تهران معرفی کرد".replace("ی", "ي"), "cp1256", None),
        ("İstanbul'da yağmur bekleniyor, şehirde ulaşım aksadı", "cp1254", "iso-8859-9"),
        ("Yağmur yarın şehrin batısında başlıyor, kıyıda fırtına bekleniyor", "cp1254", None),
        ("Þýðing á íslensku máli er erfið og hún krefst æfingar", "cp1252", "iso-8859-1"),
        ("中国航天技术更好惠及人民", "gb18030", "gb2312"),
        ("津波注意報が発表されました", "shift_jis", "x-sjis"),
    ],
)
def test_other_charsets(text: str, codec: str, header: str | None) -> None:
    assert text in decode(_html(text).encode(codec), header)[0]


def test_a_late_declaration_counts() -> None:
    body = _html(f"<!--{'x' * 9000}--><meta charset='windows-1256'>{ARABIC}")
    assert ARABIC in decode(body.encode("windows-1256"), None)[0]


def test_a_mark_of_utf_16_goes_before_all_declarations() -> None:
    body = b"\xfe\xff" + _html(ARABIC, "iso-8859-1").encode("utf-16-be")
    text, charset = decode(body, "utf-8")
    assert charset == "utf-16-be"
    assert text.startswith("<html>")
    assert ARABIC in text


@pytest.mark.parametrize("said", ["La scossa è stata breve.", "È già giù."])
def test_few_letters_of_a_declared_charset_are_no_broken_utf_8(said: str) -> None:
    html = f'<html><head><meta charset="iso-8859-1"></head><body><p>{said}</p></body></html>'
    assert decode(html.encode("latin-1"), None) == (html, "cp1252")
    whole = html.replace("iso-8859-1", "utf-8").encode()
    assert decode(whole.replace("è".encode(), b"\xe8"), None)[1] == "utf-8"


def test_one_broken_byte_does_not_change_the_charset() -> None:
    body = _html(ARABIC * 20).encode() + "ق".encode()[:1]
    text, charset = decode(body, "utf-8")
    assert charset == "utf-8"
    assert ARABIC in text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \n\t\x00 ", Reason.EMPTY),
        (b"%PDF-1.7 ...", Reason.NOT_HTML),
        (b"\x89PNG\r\n\x1a\n....", Reason.NOT_HTML),
        (b"\xff\xd8\xff\xe0....", Reason.NOT_HTML),
        (b"PK\x03\x04....", Reason.NOT_HTML),
        (b'{"title": "x"}', Reason.NOT_HTML),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', Reason.NOT_HTML),
        (b"just some words", Reason.NOT_HTML),
        (b"\x00\x00\x00\x20ftypisom" + b"\x00" * 40, Reason.NOT_HTML),
        (b"FLV\x01" + b"\x00" * 900, Reason.NOT_HTML),
        (b"II*\x00" + b"\x00" * 900, Reason.NOT_HTML),
        (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36" + b"\x00" * 900, Reason.NOT_HTML),
        ((b"G" + b"\x00" * 187) * 8, Reason.NOT_HTML),
        (b"\xff\xfb\x90d" + b"\x00" * 900, Reason.NOT_HTML),
        (b"\x01" + b"\x00" * 900 + b"<", Reason.NOT_HTML),
        (b"<p>" + b"x" * Limits().max_bytes, Reason.TOO_LARGE),
        (b"<html>" + b"<div>" * (Limits().max_depth + 5), Reason.TOO_DEEP),
        (b"<html>" + b"<div>" * 100_000, Reason.TOO_DEEP),
        (b"<html><p>a<b" + b" a=1" * 60_000 + b">x", Reason.TOO_LARGE),
        (
            b"<html><script>" + b"a > b; " * 40_000 + b"</script><p" + b" a=1" * 60_000 + b">x",
            Reason.TOO_LARGE,
        ),
        (b"<html>" + b"<p>a</p>" * 80_000, Reason.TOO_LARGE),
    ],
)
def test_what_is_no_page_is_refused(body: bytes, reason: Reason) -> None:
    with pytest.raises(UnusablePage) as raised:
        parse_page(_page(body))
    assert raised.value.rejected.reason is reason


def test_a_long_tag_of_few_attributes_is_read() -> None:
    body = b'<html><p>a</p><img src="data:' + b"A" * 300_000 + b'"><p>b</p></html>'
    assert parse_page(_page(body)).tree.text_content() == "ab"


def test_nul_bytes_and_xhtml_declarations_do_no_harm() -> None:
    body = b'<?xml version="1.0" encoding="utf-8"?><html><body><p>a\x00b</p></body></html>'
    doc = parse_page(_page(body))
    assert doc.tree.findtext(".//p") == "ab"


def test_a_page_without_head_and_body_tags() -> None:
    doc = parse_page(
        _page(b"<!doctype html><meta charset=utf-8><title>t</title><main><p>y</p></main>")
    )
    assert [child.tag for child in doc.tree] == ["head", "body"]
    assert doc.tree.findtext("body/main/p") == "y"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ('<p>a</p><script type="x"/> if (b < c) {d}</script><p>e</p>', "ae"),
        ("<p>a</p><SCRIPT /> b('<p>c</p>'); </SCRIPT><p>d</p>", "ad"),
        ('<p>a</p><script/><p>b</p><script>c</script><p>d</p><script src="e"/><p>f</p>', "abdf"),
    ],
)
def test_a_script_that_ends_itself_is_begun_where_an_end_follows(page: str, text: str) -> None:
    doc = parse_text(f"<html><body>{page}</body></html>", "https://a.example/")
    assert "".join(p.text or "" for p in doc.all_of("p")) == text
    assert not any(script.tail for script in doc.all_of("script"))


def test_scripts_stay_and_comments_go() -> None:
    doc = parse_page(_page(b"<html lang='AR-eg'><script>var a</script><!-- x --><p>t</p></html>"))
    assert doc.tree.findtext(".//script") == "var a"
    assert doc.html_language == "ar-eg"
    assert all(isinstance(element.tag, str) for element in doc.tree.iter())


@pytest.mark.parametrize(
    ("most", "body", "reason"),
    [
        (Limits(max_bytes=20), b"<p>" + b"x" * 20, Reason.TOO_LARGE),
        (Limits(max_tags=5), b"<p><b><i>" * 2, Reason.TOO_LARGE),
        (Limits(max_depth=9), b"<div>" * 12 + b"x", Reason.TOO_DEEP),
        (Limits(max_attributes=9), b"<p " + b"a=1 " * 40_000 + b">x", Reason.TOO_LARGE),
    ],
    ids=["bytes", "tags", "depth", "attributes"],
)
def test_limits_may_be_chosen(most: Limits, body: bytes, reason: Reason) -> None:
    set_limits(most)
    try:
        with pytest.raises(UnusablePage) as unusable:
            parse_page(_page(body))
    finally:
        set_limits(Limits())
    assert unusable.value.rejected.reason is reason


def test_what_a_script_holds_are_no_tags() -> None:
    data = b'<script>a = "' + b"<b><i>" * 9 + b'"</script>'
    set_limits(Limits(max_tags=5))
    try:
        assert parse_page(_page(data + b"<p>x</p>")).tree.findtext(".//p") == "x"
    finally:
        set_limits(Limits())


def test_a_text_over_its_limit_is_no_article() -> None:
    set_limits(Limits(max_text=400))
    try:
        long = _page(f"<title>T</title><h1>T</h1><p>{'A story of a chip. ' * 40}</p>".encode())
        found = extract_article(long, Memory(), datetime(2026, 11, 25, tzinfo=UTC))
    finally:
        set_limits(Limits())
    assert isinstance(found, Rejected)
    assert (found.reason, found.detail) == (Reason.TOO_LARGE, "a text of 759 characters")


def test_words_of_a_value_are_no_attributes() -> None:
    words = "by " * 60_000
    page = f"<html><body><p class='{words}' title=\"{words}\">{ARABIC}</p></body></html>"
    assert parse_page(_page(page.encode())).tree.find(".//p").text == ARABIC
    with pytest.raises(UnusablePage, match="attributes"):
        parse_page(_page(page.replace("class=", f"{words} class=").encode()))


def test_what_follows_an_empty_element_is_none_of_its() -> None:
    page = (
        "<div>a<embed src=x>b<p>one</p>c<embed><p>two</p>d</div>e"
        "<picture><source><source><img>f</picture>g <p>lo<wbr>ng <i>word</i></p>"
    )
    whole = parse_page(_page(f"<body>{page}</body>".encode()))
    shown = tostring(whole.tree.find("body"), encoding="unicode", method="xml")
    assert shown == (
        '<body><div>a<embed src="x"/>b<p>one</p>c<embed/><p>two</p>d</div>e'
        "<picture><source/><source/><img/>f</picture>g <p>lo<wbr/>ng <i>word</i></p></body>"
    )
    assert list(whole.elements) == list(whole.tree.iter())


@pytest.mark.parametrize("sign", ["\f", "&#12;", "&#1;", "&#xB;", "\ufffe", "\uffff"])
def test_signs_that_xml_forbids_beside_an_empty_element_break_nothing(sign: str) -> None:
    page = _page(f"<body><p>a</p>b{sign}<source>c{sign}d</body>".encode())
    assert parse_page(page).tree.find(".//source").tail == "cd"


def test_a_file_in_letters_is_no_part_of_a_large_page() -> None:
    whole = f"<body><p>{ARABIC}</p><img src='data:image/png;base64,{'iVBO' * 150_000}' alt=a>"
    large = parse_page(_page(whole.encode())).tree
    assert (large.find(".//img").get("src"), large.find(".//img").get("alt")) == (
        "data:image/png;base64,",
        "a",
    )
    assert large.findtext(".//p") == ARABIC
    small = parse_page(_page(whole.replace("iVBO" * 149_000, "").encode())).tree
    assert len(small.find(".//img").get("src")) > 4_000
