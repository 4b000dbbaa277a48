"""Marks of the reader that a site writes into its text in plain: «IP: 192.0.2.44», «Printed by
ann@example.org», a number by which it knows who reads."""

from __future__ import annotations

import re

from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import SENTENCE_ENDS

_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
IPV4 = rf"{_OCTET}(?:\.{_OCTET}){{3}}"
_OWN_NET = (
    r"(?:10|127|0|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|255)\.|(?:8\.8\.|1\.1\.1\.|1\.0\.0\.)"
)
"""Networks at home, and servers of names that everybody uses: of these a text may tell."""
_HEX = "[0-9a-f]{1,4}"
_IPV6 = rf"(?:{_HEX}:){{3,7}}(?::?{_HEX}){{1,4}}|(?:{_HEX}:){{1,6}}(?::{_HEX}){{1,6}}"
_IP = rf"(?<![\w.:])(?!{_OWN_NET})(?:{IPV4}(?![\w.]\w)|(?:{_IPV6})(?![\w:]))"
_MAIL = r"[\w.+-]+@[\w-]+\.[\w.-]*\w"
_WHEN = (
    r"(?:\W{0,4}(?:time|date|at|on|am|le|el|il|um|في|بتاريخ)?\W{0,3}\d[\d\s:./tz+-]{2,30}[\dz])?"
)
_READER = (
    r"(?:licensed (?:to|for)|downloaded (?:by|for)|printed (?:by|for)|copy (?:for|of)|prepared for|"
    r"user|visitor|reader|client|account|"
    r"lizenziert für|gedruckt (?:von|für)|heruntergeladen von|exemplaire de|copie (?:de|pour)|"
    r"imprimé (?:par|pour)|téléchargé par|impreso (?:por|para)|descargado por|"
    r"copia (?:de|para|per)|"
    r"stampato (?:da|per)|scaricato da|impresso por|baixado por|загружено|распечатано|копия для|"
    r"indiren|yazdıran|طُ?بع(?:ت)? بواسطة|حُ?م(?:ّ)?ل(?:ت)? بواسطة|نسخة (?:خاصة )?(?:بـ?|لـ?)|"
    r"مرخ[ّ]?صة? (?:لـ?|باسم)|المستخدم|القارئ|الزائر|چاپ توسط|نسخه)"
)
_BETWEEN = r"\s*[-–—|,;/()\[\]]*\s*"
_LABELLED = (
    rf"(?:[^\W\d_]+(?:['’ ][^\W\d_]+){{0,3}} )?(?:ip|ip[ -]?(?:address|adresse|adresi|адрес))"
    rf"(?: [^\W\d_]+){{0,2}}\s*[:=：]\s*(?:{_IP})"
)
"""«Your IP address: …», «Votre adresse IP : …», «عنوان IP الخاص بك: …»."""
_MARK = late_pattern(
    rf"[#(\[]?(?:{_READER}\s*[:=]?\s*{_MAIL}(?:{_BETWEEN}(?:ip\s*[:=]?\s*)?(?:{_IP}))?"
    rf"|(?:{_IP}){_BETWEEN}{_MAIL}|{_MAIL}{_BETWEEN}(?:ip\s*[:=]?\s*)?(?:{_IP})"
    rf"|{_LABELLED}(?:{_BETWEEN}{_MAIL})?){_WHEN}[)\]]?",
    re.IGNORECASE,
)
_NUMBER = late_pattern(
    r"(?:\w{2,12}[=:])?(?:(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{32,64}"
    r"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<==)[0-9a-f]{16,64})"
    rf"|#\w+[:=]{IPV4}[\w:=.-]*",
    re.IGNORECASE,
)
"""A number in base 16 by which a site knows a reader, with what it is called perhaps."""
_ADDRESS = late_pattern(rf"[(\[]?(?:{_IP})[)\]]?", re.IGNORECASE)
_IN_BRACKETS = late_pattern(
    rf"[(\[](?:{_IP})(?:\s?[-–—|,،/]\s?[^\W\d_][^()\[\]]{{1,40}})?[)\]]", re.IGNORECASE
)
"""An address, with the reader's place perhaps: «[192.0.2.44 – Cairo, Egypt]»."""
_ADDRESS_HINT = r"\.\d{1,3}\.\d{1,3}\.\d|[0-9a-f]{0,3}:[0-9a-f]{1,4}:"
_NUMBER_HINT = r"[0-9a-f]{0,6}[a-f][0-9a-f]{0,6}(?:\d[0-9a-f]{4}|-[0-9a-f]{4}-)"
_HINT = re.compile(rf"\d(?:{_ADDRESS_HINT}|{_NUMBER_HINT})")
"""What each address and number holds: it begins with a figure, as few letters of a text do."""
_MAY_BE_ADDRESS, _MAY_BE_NUMBER = (re.compile(rf"\d(?:{h})") for h in (_ADDRESS_HINT, _NUMBER_HINT))
MAX_CHARS = 200
_ENDS = SENTENCE_ENDS + "»”\"')]…"


def is_reader_mark(text: str) -> bool:
    """Whether a line is such a mark and no more."""
    if len(text) > MAX_CHARS:
        return False
    patterns = _patterns_of(text)
    return bool(patterns) and any(p.fullmatch(text) for p in (*patterns, _IN_BRACKETS))


def place_of_reader_mark(text: str) -> tuple[int, int] | None:
    """Where such a mark begins and ends in a paragraph, between its sentences, before or behind all
    of them: of what stands in a sentence the text itself speaks. A bare address must stand at the
    end."""
    patterns = _patterns_of(text)
    if not patterns:
        return None
    for pattern in patterns:
        for found in pattern.finditer(text):
            start, end = found.span()
            before = text[:start].rstrip()
            apart = not text[end : end + 1].strip() and (end == len(text) or text[end:].strip())
            if pattern is _NUMBER and not before and len(text[end:].split()) in _NAMED_WORDS:
                continue
            told = pattern is _MARK and end == len(text)
            if apart and (told or not before or before[-1] in _ENDS):
                return start, end
    if text[-1] in _CLOSED and (opened := max(text.rfind("["), text.rfind("("))) > 0:
        before = text[:opened].rstrip()
        if before[-1:] in _ENDS and before and _IN_BRACKETS.fullmatch(text, opened):
            return opened, len(text)
    *_, last = text.rsplit(maxsplit=1)
    before = text[: len(text) - len(last)].rstrip()
    if before and before[-1] in _ENDS and _ADDRESS.fullmatch(last):
        return len(text) - len(last), len(text)
    return None


_CLOSED = ")]"
_NAMED_WORDS = range(1, 5)
"""Words behind a number that name what has it, «e3b0…55 setup.exe»: a sentence has more."""


def is_reader_number(text: str) -> bool:
    """Whether a line is a number by which a site may know a reader, and no more."""
    return _HINT.search(text) is not None and _NUMBER.fullmatch(text) is not None


MAX_TOLD_CHARS = 140


def tells_reader_address(text: str) -> bool:
    """Whether a short line tells its reader an address of the network: «You are visiting us from
    192.0.2.44»; or when and from which a page was opened, in a few words and no sentence: «Opened
    from 192.0.2.44 on 28.11.2026 at 09:15»."""
    if len(text) > MAX_TOLD_CHARS or _MAY_BE_ADDRESS.search(text) is None:
        return False
    if _OPENED.fullmatch(text) is not None:
        return True
    return _TOLD.search(text) is not None and _YOURS.search(text) is not None


def speaks_of_addresses(text: str) -> bool:
    """Whether a line has an address of the network or speaks of such."""
    return _OF_ADDRESSES.search(text) is not None


_FEW_WORDS = r"(?:[^\W\d_]+\W{1,2}){0,3}"
_OPENED = late_pattern(
    rf"{_FEW_WORDS}(?:{_IP}),?\s{_FEW_WORDS}(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}})"
    rf",?\s{_FEW_WORDS}\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s[^\W\d_]+){{0,3}}",
    re.IGNORECASE,
)
"""An address with a day and an hour."""
_TOLD = late_pattern(rf"(?!(?:\d{{1,2}}\.){{3}}\d{{1,2}}(?!\d)){_IP}", re.IGNORECASE)
"""An address of the network: «section 6.3.4.2» and «version 10.4.2.1» have brief numbers."""
_YOURS = late_pattern(
    r"\b(?:your|ihre?[rn]?|deine?[rn]?|votre|ta|ton|tu|su|seu|sua|tua|vostr[oa]|uw|je|jouw|anda|twój|"
    r"twoje|din|ditt|ваш\w*|твой|твоя|شما|آپ کا|あなたの|您的|你的)[ -]?(?:current |own )?"
    r"(?:ip\b|address|visit|connection|adress|besuch|verbindung|anschluss|visite|connexion|dirección|"
    r"visita|conexión|endereço|conexão|indirizzo|connessione|bezoek|verbinding|kunjungan|alamat|"
    r"адрес|визит|подключени|обращени|wizyt|połączeni|besök|آدرس|نشانی|بازدید|アドレス|访问|地址)"
    r"|\b(?:alamat (?:ip )?anda|adres\w*[ıi]n[ıi]z|ziyaretiniz|bağlantınız)"
    r"|(?<!\w)[وف]?(?:عنوان|رقم|زيارت|اتصال|تصفح)ك(?:م)?(?!\w)|الخاص بك"
    r"|\byou(?: are|['’]re| were)(?: now| currently)? (?:visiting|reading|browsing|viewing|seeing|"
    r"connect|logged|identified|known|here)"
    r"|\b(?:sie|du) (?:besuch|les|lies|surf|sind (?:hier|verbunden))"
    r"|\bvous (?:consultez|visitez|lisez|naviguez|êtes (?:connecté|identifié))"
    r"|\best[áa]s? (?:leyendo|visitando|viendo|navegando|lendo|vendo|acessando)"
    r"|\bstai (?:legg|visit|navig)"
    r"|\b(?:je|u) (?:leest|bezoekt|bekijkt)"
    r"|(?:ziyaret ed|okuyor|görüntülüyor|bağlan)\w*s[ıiuü]n[ıiuü]z"
    r"|\bвы (?:читаете|просматриваете|зашли|посещаете)|(?<!\w)(?:أنت|انت) ت(?:تصفح|قرأ|زور|شاهد)"
    r"|[您你](?:正在|当前)|あなたは"
    r"|\b(?:this page|diese seite|dieser seite|cette page|esta página|questa pagina|deze pagina|"
    r"bu sayfa|halaman ini|эта страница|этой страницы)\b|هذه الصفحة|این صفحه|اس صفحے|このページ"
    r"|本页|本頁",
    re.IGNORECASE,
)
"""How languages say «your address», «you are reading», «this page», of which no text speaks with an
address. «If you see traffic to …» and «their server» are news."""
_OF_ADDRESSES = late_pattern(
    rf"\bip(?:v[46])?\b|(?<!\w)(?:ال)?[آا]ي[ -]?بي(?!\w)|(?<![\w.]){IPV4}(?![\w.]\w)", re.IGNORECASE
)


def _patterns_of(text: str) -> list[re.Pattern[str]]:
    """The patterns that a text may match; most match none."""
    mailed = "@" in text and _MAILBOX.search(text) is not None
    hinted = _HINT.search(text) is not None
    address = hinted and _MAY_BE_ADDRESS.search(text) is not None
    numbered = hinted and ((address and "#" in text) or _MAY_BE_NUMBER.search(text) is not None)
    return [_MARK] * (address or mailed) + [_NUMBER] * numbered


_MAILBOX = re.compile(r"\w@\w")
