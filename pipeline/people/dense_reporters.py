"""Reporters whom Chinese, Japanese and Korean texts name in their first and last lines:
«（记者王晓琳）», «(서울=…) 김철수 기자 =»."""

from __future__ import annotations

import re

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters, tidy
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import KNOWN_PLACES, SILENT, any_of, words
from pipeline.people.date_tails import without_date
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.dense_persons import is_dense_person, is_korean_person
from pipeline.people.labels import cut_before
from pipeline.people.lone_person import is_signer
from pipeline.people.name_shapes import is_name
from pipeline.people.names import clean_names

MAX_DATELINE_CHARS = 90
"""Letters at the beginning of a text in which its dateline stands."""

_CHINESE = late_pattern(
    "[（(〔【](?:本?[报報刊台网網社]|[\u3400-\u9fff]{1,4}[报報刊台网網社])?(?:特约|见习|实习)?[记記]者[:：\\s]*([^（）()〔〕【】。，]{2,30})[)）〕】]"
)
_PLACE_AND_DAY = late_pattern(
    "^([\u3400-\u9fff]{3}|[\u3400-\u9fff]{2}(?=[\u3400-\u9fff]{2}\\d))[\u3400-\u9fff]{2,3}\\d{1,2}日.{0,3}$"
)
"""A name of three letters or two, and the place and the day of a telegram written with it."""
_LONG_PLACE_AND_DAY = late_pattern("([\u3400-\u9fff]{3})[\u3400-\u9fff]{4,8}\\d{1,2}日.{0,3}")
"""The same of a name of three letters before a longer place: «新竹科學園區26日電»."""
_CHINESE_REPORTS = late_pattern("[记記]者\\s?([\u3400-\u9fff]{2,4})报道[：:]")
"""«…电 记者王晓琳报道：…»."""
_CHINESE_OPENING = late_pattern(
    "^(?:本[报報刊台网網社]|[\u3400-\u9fff]{2,4}(?:[报報刊台网網社]|在线|在線|新闻|新聞)|[\u3400-\u9fff]{2})?(?:特约|见习|实习|驻\\S{2,6})?[记記]者[:：\\s]\\s*"
    "((?:(?![\u3400-\u9fff]{0,4}(?:编辑|編輯))[\u3400-\u9fff]{2,4}[\\s、，]+){1,3})"
)
"""«本报记者 赵明 …» with which a text begins, no brackets around it; «每经记者：赵明
每经编辑：…»."""
_CHINESE_CREDITS = late_pattern(
    "^(?:本文|来源|來源|文章|题图|題圖|图源)[^。]{0,45}?[，,；;\\s|｜](?:作者|撰文)\\s?[：:丨|｜]\\s?"
    "([\u3400-\u9fff]{2,4})(?=[，,；;\\s|｜。]|$)"
)
"""«本文来自微信公众号：海港观察，作者：王晓琳，编辑：…», above a text taken from elsewhere."""
_HANGUL = late_pattern("[\uac00-\ud7af]")
_KOREAN_ROLES = tuple(filter(_HANGUL.match, words("roles")))
_KOREAN_ROLE = f"(?:{any_of(_KOREAN_ROLES)})"
_KOREAN_NAMES = "[\uac00-\ud7af]{2,4}(?:\\s?[·,]\\s?[\uac00-\ud7af]{2,4}){0,3}"
_KOREAN = late_pattern(
    f"^[(\\[][^()\\[\\]]{{2,30}}[)\\]]\\s*({_KOREAN_NAMES})\\s?{_KOREAN_ROLE}\\s*(?:=|\\s)"
    f"|^[(\\[【](?:[^()\\[\\]】=]{{2,20}}[\\s=])?({_KOREAN_NAMES})\\s?{_KOREAN_ROLE}[)\\]】]"
    f"|^[\uac00-\ud7af]{{2,4}}/({_KOREAN_NAMES})\\s?{_KOREAN_ROLE}(?=[\\s=]|$)"
    "|^[(\\[][^()\\[\\]]{2,30}[)\\]]\\s*((?:[\uac00-\ud7af]{2,4}\\s){1,3}[\uac00-\ud7af]{2,4})"
    f"\\s?{_KOREAN_ROLE}\\s*="
)
"""«(서울=…) 김철수 기자 =», «[김철수 기자]», «부산/김철수 기자»; «[서울=…] 김철수 이하은
기자 =»."""
_JAPANESE = late_pattern(
    "^【[^】＝=]{2,12}[＝=]([\u3005\u3040-\u30ff\u3400-\u9fff、・ \u3000]{2,20})】"
)
"""Who writes from a place: «【ロンドン＝…】»."""
_MAILBOX = r"\s*[|(<]?\s*[\w.+-]+@[\w.-]+[)>]?"
_KOREAN_LINE = late_pattern(
    f"(?:[\uac00-\ud7af]{{2,8}}[\\s=])??({_KOREAN_NAMES})\\s?{_KOREAN_ROLE}(?:{_MAILBOX})?"
    f"|{_KOREAN_ROLE}\\s({_KOREAN_NAMES}){_MAILBOX}"
)
_KOREAN_AT_DESK = late_pattern(
    "([\uac00-\ud7af]{3})\\s(?:[\uac00-\ud7afA-Za-z]{2,6}\\s)?"
    f"[\uac00-\ud7afA-Za-z]{{0,8}}(?:팀|부|국|센터|실|뉴스|데스크)\\s?{_KOREAN_ROLE}(?:{_MAILBOX})?"
)
"""«김철수 온라인뉴스팀 기자 kim@daily.example»."""
_BEHIND_MAILBOX = re.compile(
    r"(?<=\w)(?:\s?\([^()@]{2,20}\))?(?:,?\s*(?:사진\s?[=:]\s?[^@]{2,40}|[^@,.]{2,30}\s제공))?$"
)
"""The reporter's department and who lent the picture, behind an address."""
_JAPANESE_LINE = late_pattern(
    "([\u3005\u3040-\u30ff\u3400-\u9fff]{3,6})\\s?[（(][\u30a0-\u30ff\u3400-\u9fff]{1,8}(?:部|局|記者|委員|室)[)）]"
)


_JAPANESE_NAME = (
    "[\u3005\u3040-\u30ff\u3400-\u9fff]{1,4}[ \u3000]?[\u3005\u3040-\u30ff\u3400-\u9fff]{1,4}"
)
_DESK_OF = "社会|政治|経済|国際|文化|運動|科学|生活|報道|編集|特報|外信|地域|学芸|写真"
_JAPANESE_DESK = f"(?:{_DESK_OF})部|[\u3400-\u9fff]{{1,4}}(?:支局|総局)"
_JAPANESE_AT_DESK = late_pattern(
    f"({_JAPANESE_NAME})[ \u3000=＝・]+(?:(?:{_JAPANESE_DESK})(?:記者|長|員|次長)?|記者)"
    f"|(?!本紙|本社|同社|当社|弊社|共同|時事|(?:{_DESK_OF})[ \u3000])"
    "([\u3005\u3400-\u9fff]{1,4}[ \u3000][\u3005\u3041-\u3096\u3400-\u9fff]{1,4})"
    "(?<![班部局社課])(?<!担当)記者"
)
"""«桐生 さくら 経済部記者», «風間隼人＝函館支局», «桐生 さくら記者»."""
_RIGHTS = re.compile(r"\s*(?:ⓒ|©|\(c\)).*$")
"""Who holds the rights, behind a reporter: «김철수 기자 ⓒ …»."""
_CHINESE_SENT = late_pattern("([\u3400-\u9fff]{2,4})\\s?[发發]自\\s?[\u3400-\u9fff]{2,6}")
"""Who sent a report, and whence: «王芳 发自 成都»."""
_WRITTEN_BEHIND = late_pattern("([\u3400-\u9fff]{2,4})\\s*[/／]\\s*(?:文|撰文|图文|圖文|撰)")
"""How Chinese papers sign behind the name: «王晓琳 / 文»."""


_FAMILY = late_pattern(any_of(word for word in words("families") if word[0] >= "\uac00"))
"""What begins a Korean's name."""
_BETWEEN_REPORTERS = re.compile(r"\s*,\s*")
"""Between reporters each of whom has a role of their own."""


def reporters_by_role(text: str) -> tuple[str, ...]:
    """The reporters whom a line names with what they are, and an address perhaps: «김철수 기자»,
    «森田千夏（経済部）»."""
    if "\n" in text and _DENSE.match(text):
        each = [reporters_by_role(line) for line in text.split("\n")]
        return tuple(name for names in each for name in names) if all(each) else ()
    text = text.removeprefix("/")  # «/김철수 기자», below a text
    if not _DENSE.match(text) or SILENT.match(text):
        return ()
    text = without_date(_RIGHTS.sub("", text)).rstrip()
    if "@" in text and _HANGUL.match(text):
        text = _BEHIND_MAILBOX.sub("", text)
    if sent := sent_from(text):
        return sent
    at_desk = _JAPANESE_AT_DESK.fullmatch(text) or _WRITTEN_BEHIND.fullmatch(text)
    at_desk = at_desk or _KOREAN_AT_DESK.fullmatch(text)
    if at_desk:
        return (tidy(at_desk[at_desk.lastindex or 1]),)
    is_korean = _HANGUL.match(text) is not None
    several = _BETWEEN_REPORTERS.split(text) if is_korean else ()
    if len(several) > 1 and all(map(_KOREAN_LINE.fullmatch, several)):
        return tuple(name for each in several for name in reporters_by_role(each))
    found = (_KOREAN_LINE if is_korean else _JAPANESE_LINE).fullmatch(text)
    names = clean_names(found[found.lastindex or 1]) if found else ()
    if is_korean and len(names) > 1 and "·" in text and not _FAMILY.match(names[0]):
        names = names[1:]  # «청도·이홍섭기자»: a county, and who writes from there
    if is_korean and names and not text.startswith((names[0], *_KOREAN_ROLES)):
        # «김민준 이하은 기자»: what stands before the last may be a place, a desk or one more
        both = persons_of_dense_line(text, frozenset())
        names = both if both[-len(names) :] == names else names
    return names if is_korean or all(map(is_dense_person, names)) else ()


def sent_from(text: str) -> tuple[str, ...]:
    """The person of a line in Chinese that says whence they sent a report; else empty."""
    sent = _CHINESE_SENT.fullmatch(text) if "自" in text else None
    return (sent[1],) if sent and is_dense_person(sent[1]) else ()


_DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

_SIGNED = late_pattern(
    "(?:[。」]|^)[（(【]([\u3005\u3040-\u30ff\u3400-\u9fff、・\\s]{3,30})[)）】]$"
)


def reporters_at_end(text: str) -> tuple[str, ...]:
    """The reporters in brackets behind the last sentence of a text, as Japanese papers sign:
    «…という。（木村直樹）»; empty where the brackets hold anything but persons."""
    found = _SIGNED.search(text)
    signed = _PICTURES_TOO.sub("", _AT_DESK.sub("", found[1])) if found else ""
    bare = _JOB_FIRST.sub("", cut_before(signed) or signed)
    labelled, signed = bare != signed, bare
    names = clean_names(signed)
    if labelled and names and all(map(is_signer, names)):
        return names
    if all(map(is_dense_person, names)) or _PARTED.fullmatch(signed):
        return names
    if len(names) > 1 and any(map(_is_sure, names)) and all(map(_may_be, names)):
        return names
    kana = len(names) == 1 and _WITH_KANA.fullmatch(signed) is not None
    if kana and not signed.endswith(_NO_GIVEN_NAME):
        return names
    framed = bool(names) and text.endswith("】") and all(map(_FRAMED.fullmatch, names))
    labels = any(is_agency(name) or name.endswith(_LABEL_ENDS) for name in names)
    return names if framed and not labels else ()


def reporters_labelled_at_end(text: str) -> tuple[str, ...]:
    """The reporters in the brackets that close a text in Chinese, behind what they are: «…。（记者
    王晓琳 李可）»; empty where it ends otherwise."""
    if text[-1:] not in _CLOSING:
        return ()
    ending = text[-MAX_DATELINE_CHARS:]
    last = next((each for each in _CHINESE.finditer(ending) if each.end() == len(ending)), None)
    names = clean_names(_SECOND_ROLE.sub("、", last[1])) if last else ()
    return names if all(map(is_dense_person, names)) else ()


_CLOSING = (")", "）", "〕", "】")


def _is_sure(name: str) -> bool:
    return is_dense_person(name) or _PARTED.fullmatch(name) is not None


def _may_be(name: str) -> bool:
    """Whether letters beside another person's name are one: «（桐生 さくら、長谷部純一）»."""
    return _is_sure(name) or (_ALL_NAME.fullmatch(name) is not None and not is_agency(name))


_ALL_NAME_FORM = "[\u3005\u3400-\u9fff]{4,6}(?<![社部局網聞信])"
_ALL_NAME = late_pattern(_ALL_NAME_FORM)
"""A family name and a given name together, and no house: in thick brackets nothing else stands."""

_FRAMED = late_pattern(
    f"(?:{_ALL_NAME_FORM}|[\u3005\u3400-\u9fff]{{2}}[{''.join(words('given_ends'))}幸匠一之夫男"
    "明弘宏浩博司史代江枝里沙希輝光彦晃淳潤純隼健賢智友佑悠優遥陽翼拓卓剛豪])"
)
"""The same where three letters are one too, of which the last ends given names: 【町野幸】."""

_WITH_KANA = late_pattern("[\u3400-\u9fff]{2}[\u3041-\u3096]{2,3}")
"""A family name, and a given name in kana: «鴨下ひろ»."""
_LABEL_ENDS = (
    "記事", "记事", "写真", "動画", "画像", "映像", "特集", "連載", "情報", "文献", "資料",
    "限定", "有料", "無料", "禁止", "案内", "調査", "速報", "詳報", "解説", "社説", "編集",
    "続報", "一覧", "目次", "要約", "関連", "番組", "配信", "更新", "訂正", "追記", "出典",
    "提供", "募集", "予告", "広告", "購読", "登録", "阅读", "閱讀", "新闻", "新聞", "推荐",
    "推薦", "链接", "連結", "视频", "影片", "图集", "专题", "專題", "下载", "下載", "报道",
    "報導",
)  # fmt: skip
"""How labels in thick brackets end, which are as long as a name: «【関連記事】»."""
_NO_GIVEN_NAME = (
    "あり", "なし", "つき", "など", "ほか", "まで", "から", "より", "です", "ます",
    "だけ", "のみ", "する", "した", "ない", "つづく", "いる", "ため",
)  # fmt: skip
"""How notes in brackets end, of the same letters: «写真あり»."""
_JOB_FIRST = WordPattern(rf"^(?:{any_of(filter(_DENSE.match, words('roles')))})[ \u3000・]+")
_PICTURES_TOO = re.compile("[、・,]\\s?(?:写真も|写真とも|文・写真|文と写真|写真)$")
_AT_DESK = late_pattern(
    f"^(?:(?:{_DESK_OF})(?:部|本部|局|センター)|[\u3400-\u9fff]{{1,4}}(?:支局|総局|支社))[\\s\u3000・]+"
)
_PARTED = late_pattern("[\u3005\u3400-\u9fff]{1,4}[ \u3000][\u3005\u3040-\u309f\u3400-\u9fff]{1,4}")
"""A family name and a given name with a blank between, of whatever letters."""


def reporters_in_dateline(text: str) -> tuple[str, ...]:
    """The reporters in the dateline of a text's first paragraph; empty where it names none."""
    beginning = text[:MAX_DATELINE_CHARS]
    if not _DENSE.match(beginning.lstrip("([【（〔")):
        return ()
    found = _CHINESE.search(beginning) or _KOREAN.match(beginning)
    found = found or _CHINESE_REPORTS.search(beginning)
    if found is None:
        opening = _CHINESE_OPENING.match(beginning) or _JAPANESE.match(beginning)
        opening = opening or _CHINESE_CREDITS.match(beginning)
        names = clean_names(opening[1]) if opening else ()
        return names if all(map(is_dense_person, names)) else ()
    told = _without_place_and_day(next(filter(None, found.groups())))
    told = "·".join(told.split()) if found.lastindex == ROW_OF_KOREANS else told
    names = clean_names(_SECOND_ROLE.sub("、", told))
    if found.lastindex == IN_BRACKETS:
        names = (*_korean_before(beginning[1 : found.start(2)]), *names)
    return names if all(map(is_name, names)) else ()


def _without_place_and_day(told: str) -> str:
    """The reporters of a telegram without the place and the day that are written with the name of
    the last, «王晓琳、李可台北20日電»."""
    before, joined, last = told.rpartition("、")
    day = _DAY_BEHIND.search(last)
    ends = day.start() if day else 0
    for size in CHINESE_CHARS:
        # «欧阳思远上海20日电»: a known place tells where a name of two letters or four ends.
        if letters(last[size:ends]) in KNOWN_PLACES:
            return f"{before}{joined}{last[:size]}"
    return f"{before}{joined}{_without_any_place(last)}"


CHINESE_CHARS = (3, 4, 2)
_DAY_BEHIND = re.compile(r"\d{1,2}日")


def _without_any_place(told: str) -> str:
    placed = _LONG_PLACE_AND_DAY.fullmatch(told)
    if placed and is_dense_person(placed[1]):
        return placed[1]
    return _PLACE_AND_DAY.sub(r"\1", told)


_SECOND_ROLE = late_pattern(
    "(?<=[\u3400-\u9fff])[\\s、，]+(?:实习生|實習生|[见見实實][习習][记記]者|通[讯訊][员員])[:：\\s]?"
)
"""What another one is who reports too: «记者王晓琳 实习生李可»."""
IN_BRACKETS = 2
"""The group of the Korean form that holds a name in a text's first brackets."""
ROW_OF_KOREANS = 4
"""The group that holds several names with nothing but blanks between."""


def _korean_before(text: str) -> tuple[str, ...]:
    """One more reporter before the last in the first brackets: «[해변일보 김민준 이하은 기자]»."""
    last = text.split()[-1:]
    return tuple(filter(is_korean_person, last))
