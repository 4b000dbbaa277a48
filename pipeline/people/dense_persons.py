"""Names of persons in Chinese letters, kana and hangul, told by their form alone."""

from __future__ import annotations

from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words

FOREIGN_NAME = late_pattern("[\u30a1-\u30fa\u30fc]{2,8}(?:・[\u30a1-\u30fa\u30fc]{1,8}){1,2}")
"""A foreigner's in Japanese: «ジョン・スミス»."""

_HANGUL = "\uac00"
SURNAMES = frozenset("".join(words("surnames")))
_CHINESE_NAME = late_pattern(f"[\u3400-\u9fff]{{2}}[^\\W{''.join(words('offices'))}]")
_SHORT_NAME = late_pattern(f"[^高安宁寧文平冷][{''.join(words('given_alone'))}]")
"""One of two letters; «高亮», «安静», «文静» are words."""
_KOREAN = [word for word in words("families") if word[0] >= _HANGUL]
_FAMILIES = any_of(word for word in words("families") if word[0] < _HANGUL)
_JAPANESE_NAME = WordPattern(
    rf"(?:{_FAMILIES})\s?[\u3040-\u309f\u3400-\u9fff][\u3005\u3040-\u309f\u3400-\u9fff]{{0,2}}"
)

WITH_KANA = WordPattern(rf"(?:{_FAMILIES})\s?[\u30a1-\u30f6ー]{{2,3}}")
"""«小林ユキ»: sure only where something marks the name, since «松本ホール» looks the same."""


def is_dense_person(text: str) -> bool:
    """Whether a text of Chinese letters is a person's name by its family name, one of the
    commonest, and by its length: what is no name may begin with the same letter."""
    if _JAPANESE_NAME.fullmatch(text) or FOREIGN_NAME.fullmatch(text):
        return True
    shaped = _CHINESE_NAME.fullmatch(text) or _SHORT_NAME.fullmatch(text)
    return text[:1] in SURNAMES and shaped is not None


_SPREAD = late_pattern(
    f"(?<![\u3400-\u9fff])([{''.join(sorted(SURNAMES))}])[ \u3000]([\u3400-\u9fff])"
    "(?![\u3400-\u9fff])"
)
"""A Chinese name of two letters that is set as wide as those of three: «王 磊»."""


def is_spread(text: str) -> bool:
    """Whether a text is a Chinese name of two letters with a blank between, by both of them."""
    return _SPREAD.fullmatch(text) is not None and is_dense_person(text[0] + text[-1])


def with_spread_closed(text: str, *, sure: bool = True) -> str:
    """A text without the blank within Chinese names of two letters; if not `sure`, also where only
    the family name tells one."""
    return _SPREAD.sub(
        lambda name: name[1] + name[2] if not sure or is_spread(name[0]) else name[0], text
    )


_GIVEN_ENDS = "".join(words("given_ends"))
_BY_GIVEN = late_pattern(
    f"(?!.*[之的了是不在])[\u3005\u3400-\u9fff]{{3,4}}[{_GIVEN_ENDS}]"
    "|[\u3005\u3400-\u9fff]{2,3}[\u3041-\u3094]{3}"
)
NO_GIVEN = tuple(words("no_given"))


def is_japanese_by_given(text: str) -> bool:
    """Whether letters that are all of an element are a Japanese's by how the given name ends, be
    the family name a rare one: «御手洗由紀», «柊木あかね»."""
    return _BY_GIVEN.fullmatch(text) is not None and not text.endswith(NO_GIVEN)


_FIRST, _LAST = ("".join(words(kind)) for kind in ("given_first", "given_last"))
_TWO_LETTERS = any_of(word for word in _KOREAN if len(word) > 1)
_KOREAN_NAME = late_pattern(
    f"(?:{any_of(_KOREAN)})[{_FIRST}][{_LAST}]|(?:{_TWO_LETTERS})[{_FIRST}]?[{_LAST}]"
)


def is_korean_person(text: str) -> bool:
    """Whether a text is a Korean's name by its family name and the letters of its given name; where
    nothing marks it, words of other meanings may look so: only beside a day or a job."""
    return _KOREAN_NAME.fullmatch(text) is not None


def is_person_by_letters(text: str) -> bool:
    """Whether a text is a Chinese, a Japanese or a Korean person's name by any of these forms."""
    return is_dense_person(text) or is_korean_person(text) or is_japanese_by_given(text)


_SET_APART = late_pattern(
    "[\u3005\u3400-\u9fff]{1,4}[ \u3000][\u3005\u3040-\u309f\u3400-\u9fff]{1,4}"
)
_JOINED = late_pattern("[、・，]|,\\s?")


def japanese_in_row(text: str) -> tuple[str, ...]:
    """The persons of a line of two or three whose family and given names a blank parts,
    «諸星 大地、能登谷 亜美»: one alone may be any two words."""
    names = tuple(_JOINED.split(text)) if text[:1] >= "\u3005" else ()
    return names if 1 < len(names) <= MOST and all(map(_SET_APART.fullmatch, names)) else ()


MOST = 3
