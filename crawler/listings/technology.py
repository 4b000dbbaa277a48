"""What sections of technology news are called."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.listings.labels import labels
from pipeline.words.folding import fold

MAX_NAME = 60
"""Letters of a section's name at most."""

TECHNOLOGY_NAMES = labels(
    """
    تقنية|التقنية|تقنيه|تقنيات|تكنولوجيا|التكنولوجيا|تكنولوجي|علوم وتقنية|علوم وتكنولوجيا
    |تقنية وعلوم|العلوم والتقنية|العلوم والتكنولوجيا|تكنولوجيا وعلوم|تقنية المعلومات
    |أخبار التقنية|اخبار تقنية|أخبار تكنولوجيا|عالم التقنية|عالم التكنولوجيا
    |تقانة|التقانة|علوم وتقانة|العلوم والتقانة|تقانة المعلومات
    |اقتصاد رقمي وتقنية|تكنولوجيا واتصالات|علوم وتكنولوجية
    |علم وتكنولوجيا|تكنو|ديجيتال|technology|tech|technologies|science technology
    |science and technology|sci tech|scitech|tech news|technology news|science tech
    |techno|tecno|hi tech|ict|it tech|tech science
    |science et tech|sciences tech|tech web|digital technik|wissenschaft technik|tech internet
    |ciencia tech|tecnologia digital|nauka i technologie|nowe technologie|technologie|техно
    |хай тек|техника|tech en wetenschap|wetenschap en technologie|khoa học công nghệ|số hóa
    |tech science|it|information technology|digital|technologie|high tech|hightech|numérique
    |sciences et technologies|sciences technologies|technik|netzwelt|digitales|technik motor
    |wissen technik|it tech|teknoloji|bilim teknoloji|bilim ve teknoloji|teknoloji haberleri
    |tecnología|tecnologia|ciencia y tecnología|ciencia tecnología|tecnologia e ciência
    |scienza e tecnologia|فناوری|تکنولوژی|علم و فناوری|فناوری اطلاعات|علمی و فناوری
    |دانش و فناوری|علم و تکنولوژی|ٹیکنالوجی|سائنس و ٹیکنالوجی|سائنس اور ٹیکنالوجی
    |سائنس ٹیکنالوجی|технологии|наука и технологии|наука и техника|технології|teknologi
    |teknik|teknologia|technologia|tehnologija|tehnologie|technológia|technológie|technika
    |τεχνολογία|טכנולוגיה|テクノロジー|科技|技术|기술|iptek|tekno|sains teknologi|công nghệ|เทคโนโลยี
    |web|internet|computer|computing|pixels|tec|vida digital|ciência e tecnologia|economie numérique
    |économie numérique|دانش و فن|علم و فن|ит|it 과학|it·과학|과학·it|it/과학|数码|數位
    |3c|3c家電|数码科技|科技新知
    |प्रौद्योगिकी|टेक्नोलॉजी|टेक्नोलोजी|टेक|तकनीक|টেকনোলজি|প্রযুক্তি|ไอที|คอมพิวเตอร์|컴퓨팅|컴퓨터|테크
    |コンピュータ|コンピューター|テック|电脑|電腦|互联网|網路|компьютеры|комп'ютери|интернет|інтернет|хайтек
    |гаджеты|гаджети|حاسوب|كمبيوتر|إنترنت|انترنت|bilişim|bilgisayar|informatique|informática
    |informatica|informatik|computer science|هایتک|دیجیتال|انفارمیشن ٹیکنالوجی|מחשבים|הייטק|דיגיטל
    |υπολογιστές|διαδίκτυο|internet thế giới số
    |تك|رقمي|رقميات|هاي تك|تكنولوجيا المعلومات|اقتصاد رقمي|الاقتصاد الرقمي|آی تی|فضای مجازی
    |netz|netzpolitik|multimedia|multimédia|nouvelles technologies|tecnologías|tecnociencia
    |tecnologie|techniek|digitaal|dijital|цифровые технологии|софт|техніка|科技新闻|科学技术
    |科學技術|科技产业|智能科技|財經科技|資訊科技|科学技術|技術|科學科技|3c科技|itビジネス|デジタル
    |디지털|테크놀로지|inet|technet|techtud|digi
    |cyfrowe|komputery|technologie|tudomány tech|tehnologii|tehnologije|tehnologija|технологија
    |tehno|tekniikka|nhịp sống số|sức mạnh số|गैजेट्स|गैजेट|तथ्यप्रौद्योगिकी|তথ্যপ্রযুক্তি|তথ্য প্রযুক্তি|টেক
    |วิทยาศาสตร์และเทคโนโลยี|tehnoloogia|tehnika|технология|technologijos|tehnoloģijas|teknolojiya
    |texnologiya|tecnoloxía|tækni|teknolojia|tegnologie|تەکنەلۆجیا|تەکنۆلۆژیا|تکنالوژي|ټیکنالوژي
    |it c
    """
)
"""What the menus of news sites in these languages call technology news."""

FIELD_NAMES = labels(
    """
    ذكاء اصطناعي|الذكاء الاصطناعي|هوش مصنوعی|artificial intelligence|künstliche intelligenz
    |intelligence artificielle|inteligencia artificial|inteligência artificial
    |intelligenza artificiale|kunstmatige intelligentie|yapay zeka|yapay zekâ
    |искусственный интеллект|штучний інтелект|sztuczna inteligencja|umělá inteligence
    |kecerdasan buatan|trí tuệ nhân tạo|人工智能|人工智慧|人工知能|인공지능|مصنوعی ذہانت
    """
)
"""What they call its field of artificial intelligence, which sites of technology alone have in the
place of a section of technology."""

_BESIDE = labels(
    """
    science|sciences|sci|innovation|media|gaming|games|gadgets|startups|telecom|ai|news|world|latest|all
    |علوم|العلوم|علم|العلم|أخبار|اخبار|عالم|منوعات|متفرقات|ابتكار|اتصالات|فضاء|ألعاب|بيئة|صحة|طب|معرفة
    |دانش|خبر|بازی|نوآوری|ارتباطات|سائنس|خبریں|bilim|haberleri|haber|haberler|oyun|inovasyon|מדע|חדשות
    |wissenschaft|wissen|forschung|nachrichten|actualités|actu|jeux|ciencia|ciencias|noticias
    |innovación|ciência|ciências|notícias|inovação|scienza|scienze|notizie|innovazione|wetenschap
    |nieuws|nauka|wiadomości|innowacje|наука|новости|новини|игры|επιστήμη|επιστήμες|νέα|ειδήσεις
    |新闻|新聞|资讯|資訊|科学|科學|ニュース|サイエンス|과학|뉴스|विज्ञान
    |समाचार|खबरें|sains|ilmu|berita|khoa học|tin tức|ข่าว|วิทยาศาสตร์
    |business|auto|autos|motors|cars|mobile|mobiles|phones|security|trends|trendy|reviews|culture
    |سوشيال ميديا|ميديا|موبايل|هواتف|سيارات|اقتصاد|الاقتصاد|تواصل|médias|medias|medien|medios|mídia
    |sciences|медиа|сми|věda|veda|vetenskap|forskning|viden|vitenskap|tiede|talous|tudomány|știință|science
    |nauka|znanost|наука|mokslas|teadus|zinātne|elm|ciència|sayansi|ज्ञान|न्यूज|ऑटो|विज्ञान|বিজ্ঞান
    |産業|산업|ビジネス|ไลฟ์สไตล์|زانست|ساینس
    """
)
"""What stands beside such a name in a longer one: «علوم وتقنيات», "Tech & Science", "tech news"."""

_AND = labels(
    "and|et|und|y|e|en|i|a|o|ja|és|și|och|og|in|ir|un|və|na|и|і|й|та|ve|και|dan|và|और|ও|اور|و|و|ו"
    "|de|de la|of|the"
)
_FIELDS = frozenset(map(fold, FIELD_NAMES))
_LONE = frozenset(map(fold, TECHNOLOGY_NAMES)) | _FIELDS
_SEVERAL = {fold(name): name in TECHNOLOGY_NAMES for name in (*TECHNOLOGY_NAMES, *_BESIDE, *_AND)}
_MAX_PARTS = 4
"""Words of one name in such a list at most."""

_APART = re.compile(r"[^\w'\u0900-\u0dff\u0e31-\u0e4e]+|_")
"""What stands between words; the signs for vowels of Indian scripts and of Thai are of them."""
_JOINED_BEFORE = re.compile(r"^(?:وال|ال|و|וה|ו|ה)(?=\w{3})")
"""The article and «and», which Arabic and Hebrew write as one word with what follows."""


@lru_cache(maxsize=1024)
def is_technology(name: str) -> bool:
    """True where a section of this name is one of technology news: where it is one of the known
    names, or is made of them and of what stands beside them, and of nothing else. "Technology
    stocks" and "tech jobs" are others."""
    if not 0 < len(name) <= MAX_NAME:
        return False
    folded = fold(name.replace("-", " ").replace("_", " "))
    return folded in _LONE or _is_made_of_names([w for w in _APART.split(folded) if w])


def is_field(name: str) -> bool:
    """True where a section of this name is one of a field of technology alone."""
    return fold(name.replace("-", " ").replace("_", " ")) in _FIELDS


def _is_made_of_names(words: list[str]) -> bool:
    """True where a name for technology is among the names that these words make, all known."""
    found = False
    while words:
        for count in range(min(_MAX_PARTS, len(words)), 0, -1):
            first = words[:count]
            bare = [_JOINED_BEFORE.sub("", first[0]), *first[1:]]
            told = [_SEVERAL[n] for n in (" ".join(first), " ".join(bare)) if n in _SEVERAL]
            if told:
                found = found or any(told)
                words = words[count:]
                break
        else:
            return False
    return found
