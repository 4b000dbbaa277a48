"""Last lines of a text that are sentences though their full stop is left out, by their form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.notice_words import is_of_house
from pipeline.lines.offer_words import holds, words_of
from pipeline.lines.site_vocabulary import vocabulary_of
from pipeline.lines.stems import shared_stems, stems_of, telling_stems
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import VOWEL
from pipeline.records import Block
from pipeline.text import spoken_words


def is_last_sentence(line: str, language: str | None) -> bool:
    """Whether a short line speaks of neither house nor reader, asks nothing, and is a sentence by
    its form: another one stands in it, it denies that something happened, or has a Japanese verb
    behind its subject. It is the last of a text, of which the full stop is left out on purpose."""
    if _ASKED.search(line) or is_of_house(line, language) or is_polite(line):
        return False
    if _SENTENCE_FORM.search(line) or _is_joined(line, language):
        return True
    if _ADVERBS.search(line) and spoken_words(line) >= MIN_GOING_WORDS:
        return _is_strange(line, language)
    told = _STATED.get((language or "")[:2])
    return told is not None and told.search(line) is not None and _is_strange(line, language)


def tells_how_to_join(kept: Sequence[Block], at: int, language: str | None) -> bool:
    """Whether a line right below a text's last sentence says how one takes part in what that text
    tells of, and calls on nobody: «Entries to the Heron cup close on Friday»."""
    line = kept[at].text
    if spoken_words(line) < MIN_JOINING_WORDS or _ASKED.search(line) or is_of_house(line, language):
        return False
    if not holds("entries", words_of(line)):
        return False
    telling = {stem for stem in telling_stems(stems_of(line)) if not holds("entries", [stem])}
    return bool(shared_stems(kept[: at + 1], at, telling))


def goes_on_in_arabic(kept: Sequence[Block], at: int, language: str | None) -> bool:
    """Whether a line right below a text's last sentence begins with «and» written onto a word that
    the text has without it: «And spare parts in each quarter»."""
    line = kept[at].text
    if line[0] != "و" or spoken_words(line) < MIN_JOINED_WORDS or _ASKED.search(line):
        return False
    word = VOWEL.sub("", line.split()[0][1:])
    if len(word) < MIN_JOINED_LETTERS or is_of_house(line, language):
        return False
    alone = re.compile(rf"(?<!\w)(?:[بكل]?ال|لل|[بكل])?{re.escape(word)}")
    return any(alone.search(VOWEL.sub("", block.text)) for block in kept[:at])


MIN_JOINED_LETTERS = 3
MIN_JOINING_WORDS = 4


def _is_joined(line: str, language: str | None) -> bool:
    """Whether a line of a few words begins with what joins it to the sentence before it, «And the
    train came on time», and none of its words is a site's."""
    joined = _JOINS.match(line)
    if joined is None:
        return False
    least = MIN_JOINED_WORDS - (line[0] == "و" and joined[0].strip() != "و")
    if spoken_words(line) < least:
        return False
    return _is_strange(line, language)


def _is_strange(line: str, language: str | None) -> bool:
    """Whether a line has a word that no site's lines are made of."""
    words = vocabulary_of((language or "")[:2])
    told = words and words.read(line)
    return not told or bool(told.strange)


MIN_GOING_WORDS = 4
MIN_JOINED_WORDS = 3
"""Arabic's «and» is written onto the first of them."""
_AR = "[\u0621-\u0652]"
_JOINS = late_pattern(
    r"(?:And|But|Yet|Und|Aber|Doch|Et|Mais|Or|Y|E|Ni|Pero|Ma|Però|Mas|En|Maar|Ve|Ama|Fakat|Но|И|А|"
    r"Dan|Tapi|Namun|و|اما|ولی|لیکن|مگر|اور)\s(?=[^\WA-ZÀ-ÞА-ЯЁ])"
    rf"|(?:ثم|لكنّ?|لكنه|لكنها|بل|غير أن|إلا أن|أما(?=\s.*\sف))\s|وس[يتنأ]{_AR}{{2,}}\s"
    rf"|فال{_AR}{{3,}}\s|حتى (?={_AR}{{3}})"
    rf"|و(?:(?:بال|ال){_AR}{{3,}}|{_AR}{{2,5}}(?<!ا)(?:ت|وا)|لل{_AR}{{3,}}|[يتأإ]{_AR}{{3,}}|في|من|عن|على|إلى|لا|ما|لم|لن|قد"
    r"|كان|كانت|هو|هي|هم|هذا|هذه|ذلك|هكذا|بعد|قبل|مع|كل|لكن|بين|عند|هناك)\s"
)
"""Conjunctions at the beginning of a line; Arabic writes «and» onto the word."""


_ADVERBS = late_pattern(
    r"(?:\s(?:again|anyway|though|instead|at last|once more|so far|wieder|weiter|trotzdem|noch"
    r"|immer noch"
    r"|encore|quand même|de nouveau|otra vez|todavía|de nuevo|ancora|lo stesso|outra vez|de novo"
    r"|na mesma|yine|hâlâ|opnieuw|toch|снова|опять|مرة أخرى|من جديد|كما (?:هو|هي|كان|كانت)|دوباره"
    r"|همچنان)|, (?:then|too))$"
)
"""What ends a sentence that tells how it went on, «The organ plays again», and no headline."""


_NO_VERB = "مكن|عرض|نشر|تبع|وم|وسف|ونس|اسر|اسين|حيى|حيي|زن |زيد|عقوب|مامة|سرى|ارا |مني|مين|هود|ابان"
"""How names, a notice's first words and «day» go on that begin as verbs do."""


def _stated(verbs: str, no_more: str) -> re.Pattern[str]:
    return late_pattern(rf"^[^\W\d_]\S* (?:\S+ ){{0,4}}(?:{verbs})\s(?!(?:{no_more})\s)\S+")


_STATED = {
    "en": _stated("is|are|was|were|has|have|had|will|resumes?|continues?|remains?", "an?|the"),
    "de": _stated("ist|sind|war|waren|wird|werden|wurden?|hat|haben|bleibt", "eine?|der|die|das"),
    "fr": _stated("est|sont|était|a été|ont été|sera|seront|reste", "une?|le|la|les"),
    "es": _stated("es|son|fue|fueron|está|están|ha|han|será|serán|sigue", "una?|el|la|los|las"),
    "it": _stated("è|sono|era|erano|ha|hanno|sarà|saranno|resta", "una?|il|la|lo|i|le"),
    "pt": _stated("é|são|foi|foram|está|estão|será|serão|segue", "uma?|o|a|os|as"),
    "nl": _stated("is|zijn|was|waren|wordt|worden|werd|werden|heeft|blijft", "een|de|het"),
    "ar": late_pattern(
        rf"^(?:ي(?!{_NO_VERB}){_AR}{{2,}}|كانت?|بلغت?|ظلت?|ليست?|ما زالت?|لا [يت]زال)"
        r"\s(?:\S+\s)\S"
    ),
}
"""What states that something is or was so, and does not say what somebody or something is: «Jane
Doe is a reporter» tells of who wrote."""


_ASKED = late_pattern(r"[?؟？:：/@|#]")
_SENTENCE_FORM = late_pattern(
    r"[^\W\d_]{2}(?:\.{1,3}|…|۔) [^\W\d_]\S* [^\WA-ZÀ-ÞА-ЯЁ]"  # «She might. It came to 311 pages»
    r"|(?:^|\s)و?(?:لم|لن) \S{3}|\b(?:did|was|were|has|had)(?: not|n['’]t)\b|\b[Nn]obody\b"
    r"|\b[Nn]o(?: one|ne)\b.*\w{2}ed$"
    r"|^(?:لا أحد|لا شيء|ليست?)\s\S+\s\S"
    r"|\bn(?:['’]|e )\w+ (?:pas|plus|jamais)\b|^(?:Personne|Rien|Nul|Aucune?)\s.*\bn(?:e |['’])\w"
    r"|(?:^|\s)(?:[Nn](?:adie|unca|essuno|iemand|inguém)|[Нн]икто)\s"
    r"|\b(?:no \w{2,}(?:ó|aron|ieron)|não \w{2,}(?:ou|eu|iu|aram|eram)|non (?:ha|hanno) \w+)\b"
    r"|\w[dt]e (?:niet|inte|ikke|keiner|niemand|nichts)$|\bnie \w{2,}ł[aoiy]?$|\bне \w{2,}л[аио]?$"
    r"|\w{2}m[ae]d[ıi]$|\btidak (?:me|di)\w+$|\sن[^\s]{2,}د$|\sنہ \S+ا$"
    r"|[^\s。]{2,}(?:没有|沒有|未)[^\s。的]{2,8}$|[가-힣]{2}(?<!니)다$"
    r"|[^\s、。][はが][^\s、。]{2,}[うくぐすつぬぶむるただ]$"
)


def is_polite(text: str) -> bool:
    """Whether a line ends as Japanese and Korean do that speak to somebody; news do not."""
    return text.rstrip("。.").endswith(_POLITE)


_POLITE = (
    "ます",
    "です",
    "ません",
    "ました",
    "ください",
    "でしょう",
    "니다",
    "세요",
    "어요",
    "해요",
)
