"""What an address alone says of a page: a file, a day, an article's look, a shape."""

from __future__ import annotations

import calendar
import re
from datetime import date
from urllib.parse import urlsplit

from pipeline.patterns.late_patterns import late_pattern
from pipeline.urls import archived_url, is_query_path, path_segments, word_set

_DIGITS = re.compile(r"\d+")
_EXTENSION = re.compile(r"\.([a-z][a-z0-9]{1,4})$", re.IGNORECASE)
_PAGE_EXTENSIONS = frozenset({"html", "htm", "shtml", "xhtml", "php", "asp", "aspx", "jsp", "cms"})
_SEPARATED = re.compile(r"[-_\s.+,،؛:]+")
_YMD = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_.]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_NUMBER_BEFORE = re.compile(r"(?:^|/)\d+-$")
"""A number with which a segment begins: what follows it, /a/74-20101122, counts on."""
_DAYS_IN_PATHS = (
    re.compile(r"/(?P<y>20\d\d)/(?P<month>[a-z]{3,9})/(?P<d>\d\d?)(?=/)"),
    re.compile(r"/(?P<y>20\d\d)/[a-z]+(?:[-.][a-z]+)*/(?P<m>\d\d)/(?P<d>\d\d)(?=/)"),
    re.compile(r"/(?P<y>20\d\d)(?:/|-?)(?P<m>\d\d)/?(?P<d>\d\d)(?=/)"),
    re.compile(
        r"(?<!\d)(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<d>1[3-9]|2\d|3[01])([-/.])(?P<m>\d\d?)\2(?P<y>20\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<m>\d\d?)([-/.])(?P<d>1[3-9]|2\d|3[01])\2(?P<y>20\d\d)(?!\d)"),
)
"""Rarer forms: /2026/mar/12/, /2026/tech/03/12/, /2026/0312/, /2026-03/12/, /202603/12/,
202603121030, 25-03-2026 and 03-25-2026 (of 12-03-2026 an address does not say which is the day)."""
_MONTHS = {
    name: number
    for number in range(1, 13)
    for name in (calendar.month_name[number].lower(), calendar.month_abbr[number].lower())
}
_YEAR_MONTH = re.compile(r"/(?:19|20)\d\d/(?:0?[1-9]|1[0-2]|[a-z]{3})(?=/)")

FILE_EXTENSIONS = word_set(
    """
    jpg jpeg png gif webp svg avif ico bmp tif tiff mp3 mp4 m4a m4v ogg oga ogv webm wav avi mov
    pdf doc docx xls xlsx ppt pptx odt ods odp epub mobi zip gz tgz bz2 xz rar 7z tar exe apk dmg
    iso css js mjs json xml rss atom txt csv woff woff2 ttf eot map ics vcf swf torrent
    """
)
"""Endings of addresses that are files, feeds or parts of pages, never an article's page."""

NON_ARTICLE_WORDS = word_set(
    """
    tag tags category categories categorie rubrique topic topics author authors auteur user users
    profile member members search login signin logout register signup subscribe account cart
    checkout feed rss atom page pages archive archives about contact privacy terms cookies sitemap
    advertise careers jobs newsletter newsletters wp-admin wp-login.php wp-content wp-json
    wp-includes xmlrpc.php cdn-cgi print comment comments comment-page reply trackback share gallery
    وسم وسوم تصنيف كاتب بحث اتصل من-نحن
    """
)
"""Path segments of pages that list, or serve the site itself. "archives" alone says little: old
WordPress and many generators put articles below it with a number."""


_ACTION = late_pattern(
    r"(?:^|[&;])(?:(?:action|act|do|op|task|cmd|command|mode|method)=(?:delete|del|remove|destroy|"
    r"trash|purge|erase|edit|log[_-]?out|sign[_-]?out|unsubscribe|(?:un)?publish|vote|"
    r"(?:un)?like|flag|report|addtocart|add_to_cart|rp|lostpassword|register)"
    r"|(?:add-to-cart|add_to_cart|remove_item|delete_id|logout|unsubscribe)=[^&;]*)(?:$|[&;])"
)
"""Orders in queries, as WordPress, WooCommerce, MediaWiki, phpBB and hand-made systems write them;
what only chooses a page, as "action=show" and "task=view", is none."""


def url_shape(url: str) -> str:
    """The address with what differs from article to article blanked: "/news/N/N/S.html?p=N".

    Digits are N; a last segment is S; a segment with separators, other scripts or more than 20
    letters is S; another short word stays, since /news/S and /tag/S are different things. Of the
    query, the names stay in alphabetical order.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    segments = path_segments(url)
    shaped = [
        _segment_shape(part, index + 1 == len(segments)) for index, part in enumerate(segments)
    ]
    query = sorted(
        f"{name}={'N' if value.isdigit() else 'S'}"
        for name, _, value in (piece.partition("=") for piece in parts.query.split("&") if piece)
        if not is_query_path(parts.query)
    )
    return "/" + "/".join(shaped) + (f"?{'&'.join(query)}" if query else "")


def _segment_shape(segment: str, last: bool) -> str:
    if segment.isdigit():
        return "N"
    found = _EXTENSION.search(segment) if last else None
    if found and found[1].lower() in _PAGE_EXTENSIONS:
        stem = segment[: found.start()]
        return ("N" if stem.isdigit() else "S") + found[0].lower()
    if last or len(segment) > 20 or not segment.isascii() or _SEPARATED.search(segment):
        return "S"
    return _DIGITS.sub("N", segment.lower())


def url_date(url: str) -> date | None:
    """The day that the path names, as /2026/11/25/ or -20261125; None where it names no day.
    When an archive copied a page is no day of the page's."""
    try:
        path = "/".join(path_segments(archived_url(url)))
    except ValueError:
        return None
    for found in _YMD.finditer(path):
        year, separator, month, day = found.groups()
        if not separator and len(found[0]) != 8:
            continue
        if not separator and _NUMBER_BEFORE.search(path, 0, found.start()):
            continue
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return _rarer_day(f"/{path.lower()}/") if "20" in path else None


def _rarer_day(path: str) -> date | None:
    """The day that a path names in one of the rarer forms."""
    for form in _DAYS_IN_PATHS:
        for found in form.finditer(path):
            told = found.groupdict()
            month = told.get("m") or _MONTHS.get(told["month"], 0)
            try:
                return date(int(told["y"]), int(month), int(told["d"]))
            except ValueError:
                continue
    return None


def is_file(url: str) -> bool:
    """True where the path ends as a picture, archive, feed or other file that is no web page."""
    segments = path_segments(url)
    found = _EXTENSION.search(segments[-1]) if segments else None
    return bool(found) and found[1].lower() in FILE_EXTENSIONS  # type: ignore[index]


def acts(url: str) -> bool:
    """True where the query orders something: to delete, to log out, to put in a cart. An address
    that reads is a page; one that acts is for a person's hand alone."""
    query = urlsplit(url).query.lower()
    return bool(query) and bool(_ACTION.search(query))


_LIST_QUERY = re.compile(
    r"(?:^|&)(?:view|layout|task|mod|act|do)=(?:blog|(?:blog-?)?(?:category|categories|section|"
    r"archive)|featured|list|tags?|search|cat)(?:$|&)",
    re.IGNORECASE,
)
"""What a query shows that is no article, as Joomla, PHP-Nuke and hand-made systems write it; its id
is then the list's."""

_LIST_SCRIPTS = word_set(
    """
    section sections category categories categorie categoria categorias subcategory cat cats list
    lists listing tag tags rubrique rubric rubrik rubrica seccion secao sezione kategori kategorie
    """
)
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
"""A word of a script's name: two of «NewsList» and «news_list», one of «NEWS»."""


def _names_list(name: str) -> bool:
    """Whether a script's name says that it lists: Section.aspx, NewsList.aspx, category.php."""
    return any(word.lower() in _LIST_SCRIPTS for word in _NAME_WORD.findall(name))


_NUMBERED = re.compile(r"(?:^|&)(?:p|id|article|article_id|id_article|aid|nid|storyid|sid)=\d+")
"""The query by which a script is told which article is asked for."""

_NAMES_ONE = 0.6
"""`article_likeness` of an address that names an article by its path alone."""


def is_script_alone(claimed: str, url: str) -> bool:
    """Whether an address is another without the number by which its script knows the article:
    "/news.php" of "/news.php?id=7". A template that writes no query claims it for all articles."""
    bare, _, query = url.partition("?")
    numbered = claimed == bare and _NUMBERED.search(query)
    return bool(numbered) and article_likeness(claimed) < _NAMES_ONE


def article_likeness(url: str) -> float:
    """How much the address looks like an article's, 0 to 1; a half where it says nothing.

    The weights are set by hand: a day in the path, an id of four digits or more, a slug of three
    words or more, and an ending of a page speak for an article; list words, files and the home
    page against. `is_file` and the home page are 0.
    """
    segments = path_segments(url)
    query = urlsplit(url).query
    if is_file(url) or (not segments and not query):
        return 0.0
    words = {part.lower() for part in segments}
    score = 0.4 if segments else 0.3
    last = _EXTENSION.sub("", segments[-1]) if segments else ""
    slug_words = [word for word in _SEPARATED.split(last) if word and not word.isdigit()]
    if len(slug_words) >= 3:
        score += 0.3
    elif len(slug_words) == 2:
        score += 0.1
    if url_date(url):
        score += 0.3
    elif _YEAR_MONTH.search(urlsplit(url).path.lower()) and slug_words:
        score += 0.2
    if any(len(digits) >= 4 for digits in _DIGITS.findall(last)) or _NUMBERED.search(query):
        score += 0.25
    if segments and last != segments[-1]:
        score += 0.1
    by_script = bool(query and segments) and last != segments[-1]
    score -= 0.4 * bool(
        words & NON_ARTICLE_WORDS
        or (query and _LIST_QUERY.search(query))
        or (by_script and len(slug_words) < 3 and _names_list(last))
    )
    return max(0.0, min(1.0, score))
