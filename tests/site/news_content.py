"""Articles to serve: made of a seed, so that a test knows each word that must be stored."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

_SUBJECTS = (
    "شركة ميتا", "جامعة دمشق", "وزارة الاتصالات", "فريق من الباحثين", "مختبر الذكاء الاصطناعي",
    "هيئة تنظيم الفضاء", "مصنع الرقائق", "منصة التعليم الرقمي", "مطار دبي", "بنك البذور",
)  # fmt: skip
_VERBS = (
    "تعلن عن", "تطور", "تختبر", "تستثمر في", "تكشف عن", "تؤجل", "تحذر من", "تطلق", "تراجع", "تدرس",
)  # fmt: skip
_OBJECTS = (
    "نموذج لغوي جديد", "شبكة من الأقمار الصناعية", "بطارية تدوم عشرة أعوام", "نظام للري الذكي",
    "هاتف قابل للطي", "مركز بيانات يعمل بالطاقة الشمسية", "خدمة ترجمة فورية",
    "حافلات ذاتية القيادة", "معالج مفتوح المصدر", "تطبيق لمراقبة جودة الهواء",
)  # fmt: skip
_SENTENCES = (
    "وقال المتحدث باسم المشروع إن العمل بدأ قبل {n} أشهر في {city}، وإن النتائج فاقت المتوقع.",
    "وبحسب التقرير الصادر في {city}، ارتفع عدد المستخدمين إلى {n} ألفًا خلال الربع الأخير من العام.",
    "ويرى مهندسون في {city} أن التحدي الأكبر يكمن في خفض استهلاك الطاقة بنسبة {n} في المئة.",
    "ولم تكشف الجهات المعنية عن كلفة المشروع، لكن تقديرات محلية تتحدث عن {n} مليون دولار.",
    "ومن المنتظر أن تصل الدفعة الأولى إلى {city} بعد {n} أسابيع، على أن تليها دفعات أخرى.",
    "وأضاف الباحثون أنهم جمعوا بيانات من {n} محطة موزعة حول {city} قبل نشر الدراسة.",
)
_CITIES = ("دمشق", "بيروت", "عمّان", "القاهرة", "الرياض", "تونس", "الدار البيضاء", "مسقط", "بغداد")
_AUTHORS = ("ليلى حداد", "سامر الخطيب", "نور الدين بنعلي", "هالة منصور")
SECTIONS = {"tech": "تقنية", "sport": "رياضة", "economy": "اقتصاد"}


@dataclass(frozen=True)
class Story:
    """One article as its author wrote it. `path` begins with a slash."""

    number: int
    section: str
    path: str
    title: str
    author: str
    published: datetime
    paragraphs: tuple[str, ...]
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text that must be stored."""
        return "\n\n".join(self.paragraphs)


def make_stories(seed: int, counts: dict[str, int]) -> list[Story]:
    """Stories of several sections, the newest first; no two have one title."""
    chance = random.Random(seed)
    titles = [f"{a} {b} {c}" for a in _SUBJECTS for b in _VERBS for c in _OBJECTS]
    chance.shuffle(titles)
    newest = datetime(2026, 11, 24, 18, 0, tzinfo=timezone(timedelta(hours=3)))
    stories = []
    for section, count in counts.items():
        for _ in range(count):
            number = 1000 + len(stories)
            published = newest - timedelta(hours=5 * len(stories))
            stories.append(
                Story(
                    number=number,
                    section=section,
                    path=f"/{section}/{published:%Y/%m/%d}/story-of-{number}/",
                    title=titles[len(stories)],
                    author=chance.choice(_AUTHORS),
                    published=published,
                    paragraphs=tuple(_paragraph(chance) for _ in range(chance.randint(3, 6))),
                )
            )
    return stories


def _paragraph(chance: random.Random) -> str:
    sentences = chance.sample(_SENTENCES, chance.randint(2, 3))
    return " ".join(
        sentence.format(n=chance.randint(3, 97), city=chance.choice(_CITIES))
        for sentence in sentences
    )
