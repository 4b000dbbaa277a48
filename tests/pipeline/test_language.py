"""Language: declarations checked against the text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.language import code_of, extract_language, language_of_rules
from pipeline.page.html import parse_text

TEXTS = {
    "ar": "أعلنت الشركة إطلاق هاتف جديد في القاهرة يتيح للمستخدمين ترجمة فورية للهجات المحلية.",
    "fa": "این شرکت گوشی تازه‌ای را در تهران معرفی کرد که برای کاربران ترجمه هم‌زمان می‌گذارد.",
    "ur": "کمپنی نے کراچی میں ایک نیا فون متعارف کرایا ہے جو صارفین کے لیے فوری ترجمہ کرتا ہے۔",
    "ug": "ئالاقىلىشىش مىنىستىرلىكى دۆلەتتە تور باھاسىنىڭ چۈشىدىغانلىقىنى ئېلان قىلدى.",
    "ps": "شرکت په کابل کې یو نوی ټیلیفون معرفي کړ چې کاروونکو ته سمدستي ژباړه برابروي.",
    "ku": "کۆمپانیاکە مۆبایلێکی نوێی لە هەولێر ناساند کە وەرگێڕانی خێرا دابین دەکات.",
    "en": "The company unveiled a new phone in London that translates for its users at once.",
    "de": "Das Unternehmen stellte in Berlin ein neues Telefon vor, das für die Nutzer übersetzt.",
    "fr": "La société a présenté à Paris un nouveau téléphone qui traduit pour ses clients.",
    "tr": "Şirket, İstanbul'da kullanıcılar için anında çeviri yapan yeni bir telefon tanıttı.",
    "ja": "同社は東京で新しい携帯電話を発表し、利用者のために即時翻訳を提供すると述べた。",
    "ko": "이 회사는 서울에서 사용자를 위해 즉시 번역하는 새로운 전화기를 공개했다고 밝혔다.",
    "zh": "该公司在北京发布了一款新手机，可以为用户提供即时翻译服务。",
    "hi": "कंपनी ने दिल्ली में एक नया फोन पेश किया है जो उपयोगकर्ताओं के लिए तुरंत अनुवाद करता है।",
    "mr": "कंपनीने मुंबईत एक नवा फोन सादर केला असून तो वापरकर्त्यांसाठी लगेच भाषांतर करतो.",
    "ne": "कम्पनीले काठमाडौँमा नयाँ फोन सार्वजनिक गरेको छ, जसले प्रयोगकर्ताका लागि तुरुन्तै अनुवाद गर्छ।",
    "el": "Η εταιρεία παρουσίασε στην Αθήνα ένα νέο τηλέφωνο που μεταφράζει αμέσως.",
}


def _language(text: str, declared: str | None) -> str | None:
    lang = f" lang='{declared}'" if declared else ""
    doc = parse_text(f"<html{lang}><body><p>{text}</p></body></html>", "https://news.example/a")
    return extract_language(doc, read_metadata(doc), text)


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("declared", [None, "right", "en", "ar"])
def test_language_of_text(code: str, declared: str | None) -> None:
    if declared in ("en", "ar") and code in ("de", "fr", "tr"):
        pytest.skip("one sentence does not overrule a declaration within one script")
    assert _language(TEXTS[code], code if declared == "right" else declared) == code


SHORT = [
    pytest.param(code, text, id=f"{code}-{text[:24]}")
    for code, texts in tomllib.loads(
        (Path(__file__).parent / "cases" / "languages.toml").read_text(encoding="utf-8")
    ).items()
    for text in texts
]


@pytest.mark.parametrize(("code", "text"), SHORT)
def test_language_of_a_headline(code: str, text: str) -> None:
    assert _language(text, None) == code


@pytest.mark.parametrize(
    ("code", "text"), [case for case in SHORT if str(case.values[1]) >= "\u0600"]
)
def test_a_wrong_declaration_does_not_change_what_letters_tell(code: str, text: str) -> None:
    for declared in ("ar", "fa", "en", "prs"):
        assert _language(text, declared) == code


@pytest.mark.parametrize(("declared", "code"), [("kmr", "ku"), ("ckb", "ku"), ("prs", "fa")])
def test_a_name_of_three_letters_is_read(declared: str, code: str) -> None:
    assert code_of(declared) == code


def test_a_text_in_a_language_that_the_model_does_not_know_is_in_none_that_it_does() -> None:
    text = (
        "UMongameli uthe uhulumeni uzokwakha izikole ezintsha kulo nyaka, futhi wathembisa abazali "
        "ukuthi izingane zabo zizofunda mahhala. Othisha bathi bayasamukela lesi sinqumo, kodwa "
        "bacela ukuthi kuqale kulungiswe izakhiwo ezindala. Abafundi abaningi bahamba ibanga elide "
        "nsuku zonke ukuze bafike esikoleni, futhi abanye babo abanawo amanzi ahlanzekile lapho."
    )
    assert _language(text, None) is None
    assert _language(text * 2, "en") is None
    assert _language(text, "zu") == "zu"


def test_a_long_text_overrules_a_wrong_declaration() -> None:
    text = TEXTS["de"] * 8
    assert _language(text, "en") == "de"


def test_a_language_that_the_model_does_not_know_is_believed() -> None:
    assert _language("Lorem", "gn") == "gn"


def test_nothing_tells() -> None:
    assert _language("1 2 3", None) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [("ar-EG", "ar"), ("en_US", "en"), ("deu", "de"), ("Arabic", "ar"), ("iw", "he"), ("x", None),
     ("", None), ("ckb", "ku"), ("ar, en", "ar")],
)  # fmt: skip
def test_code_of(value: str, code: str | None) -> None:
    assert code_of(value) == code


TURKISH = (
    "Şirket bu yıl için yeni bir fabrika kuracak ve bunun çok daha büyük bir yatırım olarak "
    "görülmesi bekleniyor. Yetkililer ile yapılan görüşme de olumlu geçti, ama daha fazla bilgi "
    "için bir süre beklemek gerekiyor. Bu da pazarda olan gibi bir hareket."
)


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en", TURKISH, "tr"),
        ("de-DE", TURKISH, "tr"),
        ("tr", TURKISH, "tr"),
        ("tr-TR", TURKISH, "tr-TR"),
        (None, TURKISH, None),
        ("is", TURKISH, "is"),
        ("en", TURKISH[:90], "en"),
        ("en", "Name Surname " * 40, "en"),
        ("en", "قالت الشركة إنها ستفتح مصنعا ثانيا في الميناء من هذا العام " * 6, "ar"),
    ],
)
def test_the_language_of_a_text_s_rules(
    declared: str | None, text: str, language: str | None
) -> None:
    assert language_of_rules(declared, text) == language
