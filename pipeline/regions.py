"""Which parts of a page are not the article: hidden, navigation, comments, related, share, …

A region is told by what its author called it: tag, ARIA role, and the words of its class and id.
The words are general ones of the web's themes and content systems, never a publisher's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import XPath
from lxml.html import HtmlElement

SILENT = frozenset(
    """script style noscript template svg math iframe object embed applet select option button input
    textarea canvas audio video head link meta map progress meter datalist dialog source track
    picture img frame frameset amp-ad amp-analytics amp-iframe""".split()
)
"""Elements whose text, if any, is no text of the page."""

_TAG_REGIONS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "form": "form",
    "figcaption": "caption",
    "menu": "navigation",
    "address": "author-box",
}
_ROLE_REGIONS = {
    "navigation": "navigation",
    "complementary": "aside",
    "contentinfo": "footer",
    "banner": "header",
    "search": "form",
    "form": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "alert": "dialog",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "share",
    "tablist": "navigation",
    "doc-toc": "contents",
}

# One line a kind of region: words of class or id, lower case, camel case and underscores split
# with hyphens. `^` and `$` are the ends of one class or id; a bare word matches between hyphens.
_NAMED: tuple[tuple[str, str], ...] = (
    (
        "comments",
        r"comments?(?:-(?:area|section|wrapper|list|form|block|box|container|container|inner|wrap|page"
        r"|respond|title|closed|body|reply|content|thread|feed|holder|template|module|sec|outer"
        r"|meta|count|counter|link|links|teaser|cta|button|bar|popup))?$|^(?:post|article|entry|story|node|user|"
        r"reader|fb|facebook|block|section|wp-block|wp-block-post|view|disqus|livefyre|spot-im|coral)-comments?(?:-|$)|respond$|commentlist|commentform"
        r"|comment-respond|discuss(?:ion)?s?(?:-area|-section|-list|-thread|-form)?$|disqus|dsq|reply-(?:title|form|list)|leserkommentare?|kommentare?"
        r"|commentaires?|comentarios?|yorumlar|reacties|nocomments?|isso|giscus|utterances|gitalk|valine|waline|remark42|cusdis|hypercomments"
        r"|livere|changyan|twikoo|comentario|forum-(?:form|repondre|list|thread)|forum$|forums$|repondre|formulaire-forum|comment-forum",
    ),
    (
        "related",
        r"related[a-z]*|cite-?(?:this|wrapper|box|article|as)|more-(?:from|on|in|news|stories|articles|posts|to-read)|read-(?:more|also|next|on)|see-also|recommend(?:ed|ations?|s)?"
        r"|recirc(?:ulation)?|you-(?:may|might)|also-(?:like|read|on)|outbrain|taboola|plista|teads|mgid|revcontent|zergnet|most-(?:read|popular|viewed|recent)"
        r"|popular-(?:posts|stories|articles|news)|trending|latest-(?:news|posts|stories|articles)|recent-(?:posts|news|articles|stories)|top-stories"
        r"|up-next|next-(?:article|post|story|up)|prev-?next|previous-next|post-(?:navigation|nav|pagination|pager|links)|nav-links?|posts-navigation|post-navi|read-next"
        r"|article-(?:nav|navigation|pager)|single-(?:nav|navigation|pager)|paging-navigation|pagination|pager|paginator|page-links|further-reading|weiterlesen"
        r"|jp-relatedposts|yarpp|crp-related|similar(?:-posts|-articles|-news)?|suggested(?:-posts|-articles|-stories)?|internal-links?|teaser-(?:list|grid|box|group|block|container)"
        r"|onward|carousel|slider|swiper|newsticker|ticker|infinite-?scroll|load-?more|prev-post|infos?-liees|a-lire-aussi|lire-aussi|leggi-anche|lee-tambien|read-too|article-suggestions?|next-prev|prev-next|link-?lists?|(?:post|article|story|news|teaser|link|related)-cards?",
    ),
    (
        "teaser",
        r"teasers?(?:-?(?:text|padding|box|list|item|items|block|wrapper|content|title|link|links|image|body|container|inner|headline|heading|media|description))?$",
    ),
    (
        "newsletter",
        r"newsletters?|subscri(?:be|ption|ptions|ber)|signup|sign-up|mailing-list|mailchimp|mc4wp|mc-embed|email-(?:signup|capture|form)|optin|opt-in|nl-(?:box|signup)"
        r"|donat(?:e|ion|ions)|membership|support-us|paywall-(?:box|cta|promo|message|overlay|offer)|piano|tp-modal|upsell|promo(?:tion|tions|box|s)?|call-to-action|cta|abo-box|abobox"
        r"|app-(?:promo|banner|download)|download-app|follow-us|followus|follow-(?:buttons?|box|bar)|register-(?:wall|box)|regwall|login(?:-form|-box|-wall)?|signin|sign-in|whatsapp-(?:channel|banner|box)|telegram-(?:channel|banner|box)",
    ),
    (
        "share",
        r"shar(?:e|es|ing|ed|er|ethis|edaddy|e-?bar|e-?buttons?|e-?links?|e-?icons?|e-?tools?|e-?box)|social(?:s|-?media|-?bar|-?share|-?icons?|-?links?|-?buttons?|-?list|-?follow)?|addthis|addtoany|a2a|sd-(?:sharing|block|content)"
        r"|sociable|ssba|heateor|shareaholic|bookmarks?|article-(?:tools|actions|toolbar|utilities)|post-(?:tools|actions|views|likes|like|ratings?)|toolbar|toolbox|action-?bar|actionbar|text-?size$|font-?size$|print-?(?:button|link|only)?"
        r"|reactions?|rating|ratings|votes?|voting|emoji-reaction|like-button|likes|claps?|kk-star-ratings|clipboard|copy-?(?:link|url|right-?link)|permalink-?box|short-?link|entry-tools|edit-?(?:link|this)|speechify|listen(?:-button|-bar|-article)?|audio-?player|text-to-speech|tts|gspeech|readspeaker",
    ),
    (
        "author-box",
        r"(?:about-(?:the-)?)?authors?-?(?:box|bio|biography|info|card|profile|description|desc|about|details|block|avatar|section|wrap|wrapper|area|meta|container|footer|intro|name|link|links|image|list|social|data|teaser|badge)"
        r"|about-(?:the-)?author|author$|authors$|author-(?:box|bio)|bio(?:graphy)?$|post-author|entry-author|article-author|abh-box|saboxplugin|saboxplugin-wrap|pp-author-boxes|molongui|vcard|h-card|by-?line|bylines?|byline-[a-z]+|contributors?|journalist|writer-(?:box|bio|info)|auteur|autor-?(?:box|info|en)?|autor$|profile-card",
    ),
    (
        "meta",
        r"(?:entry|post|article|story|node|content|single|blog|news|item|page)-?(?:meta|info|infos|data|date|dates|time|details|byline|submitted|publish(?:ed)?|timestamp|category|categories|cat|cats|stats|views|utility|author-date|above|header-meta|topmeta|author|header-info|credits?|tags?|keywords?|topics?|labels?|links)(?:$|-(?:top|bottom|wrap|wrapper|inner|bar|box|line|list|block|data|row|container|after|before|info|items?|links?|footer|below|group))"
        r"|^meta$|^metadata$|^meta-(?:info|data|wrap|bar|box|line|items?|top|bottom|container|wrapper|inner|author|date|content)|^(?:date|dateline|time|timestamp|datetime|pubdate|published|submitted|posted-(?:on|by|in)|byline|updated|modified|dates)$|^(?:published|pub|publish|publication|created|update|updated|modified|last-updated|last-modified)-(?:date|time|at|on|info)|publish-?date"
        r"|reading-?time|read-?time|readtime|rt-(?:reading-time|label|time|postfix)|est-?read|eta$|time-?to-?read|minutes?-read|min-?read|word-?count|span-reading-time|post-word-?count|view-?count|views-?count|hit-?count|pageviews?|busuanzi|leancloud-visitors|wordcount"
        r"|cat-links|tags-links|tag-?(?:list|cloud|links?|box|wrap|s|container)?$|tags?-(?:list|links|wrapper|container|block|box)|taxonomy|terms|topics?(?:-list|-tags)?$|keywords?(?:-list)?$|post-?tags?|breadcrumbs?|bread-crumbs?|crumbs?|rank-math-breadcrumb|yoast-breadcrumbs?|fil-?ariane|hierarchie|you-are-here|article-?category|categories$|category-(?:list|link|links|label|tag)|kicker|eyebrow|overline|rubric|rubrik|dachzeile|publication-info|info-publi|cartouche-?(?:infos?|meta)?|licen[cs]e(?:-box|-info)?|cc-license|copyright(?:-notice|-box|-info|-text)?|post-copyright|article-licensing|article-copyright|colophon|credits?|disclaimer|singlepostmeta|post-?metadata|postmeta|entrymeta",
    ),
    (
        "navigation",
        r"nav|navi|navigation|navbar|navigations|menu|menus|submenu|mega-?menu|sub-?nav|top-?nav|main-?nav|site-nav|skip-?(?:link|links|to|nav|content)|screen-reader-shortcut|breadcrumb-?list|jump-?(?:links?|to)|back-?to-?top|go-?top|go-?to-?top|scroll-?(?:top|to-top|up)|to-?top|totop|return-to-top|top-link|hamburger|drawer|off-?canvas|mobile-menu|quick-?links|site-?map",
    ),
    (
        "contents",
        r"toc|toc-(?:[a-z]+)|table-of-contents?|tableofcontents|ez-toc(?:-[a-z]+)*|lwptoc|ub-table-of-contents|post-toc|article-toc|sommaire|inhaltsverzeichnis|summary-toc",
    ),
    (
        "aside",
        r"(?:side-?bars?|side-?col(?:umn)?)(?!-(?:grid|fixed|layout|page|wrapper|active|none|visible))|right-?rail|left-?rail|rail|widget|widgets|widget-?(?:area|wrap|container|title)|secondary$|tertiary|complementary|infobox|info-box|fact-?box|fakten(?:box)?|aside|(?:ai|gpt)-?(?:article-?)?(?:summary|content)|key-?(?:points|takeaways)|expandable-?box|info-?kasten|marginalia|box-?out|sidebox|side-box|inset-box|pull-?quote|pullquote",
    ),
    (
        "advertisement",
        r"^ads?|ads?$|^adv|adv$|advert(?:s|isement|isements|ising|orial)?|ad-?(?:slot|unit|container|wrapper|box|banner|block|zone|label|space|placeholder|code|inner|holder|section|area|break|text|sense)|adsbygoogle|adsense|dfp|gpt-ad|google-ads?|sponsor(?:ed|s|ship)?|werbung|anzeige|publicidad|pubblicita|publicite|reklam|affiliate(?:-disclosure|-box)?|commercial|native-ad|promoted|partner-content|advads|ai-viewport|quads|code-block|banner|banners|leaderboard-ad|amazon-(?:box|product)|product-(?:box|card|list)|shopping|deals?-(?:box|widget)|price-comparison",
    ),
    (
        "footer",
        r"footer|foot|site-footer|page-footer|bottom-bar|footer-[a-z]+|site-info|imprint|site-credits?|powered-by",
    ),
    (
        "header",
        r"site-(?:header|branding|title|description|logo|top)|page-?header|header-(?:top|main|bar|logo|wrap|inner|menu)|masthead|top-?bar|topbar|branding|global-header|main-header|blog-(?:title|description)",
    ),
    (
        "dialog",
        r"modal|modals|popup|pop-up|overlay|lightbox|toast|tooltip|tool-tip|cookie|cookies|cookie-?(?:consent|banner|notice|bar|law)|consent|gdpr|cmp|onetrust|didomi|sp-message|usercentrics|privacy-(?:notice|banner|settings)|alert|alert-?(?:bar|box)|notification(?:s|-bar)?|adblock|anti-adblock|noscript$|js-required|browser-?(?:warning|update|happy)|browsehappy|dropdown(?:-menu|-content)?|flyout|tooltiptext|push-?notification",
    ),
    (
        "caption",
        r"^images?$|^photos?$|^pictures?$|^img$|pic-?box|bild-?box|(?:img|pic|bild|absatzbild|photo)-?(?:description|info|desc)|caption|captions|wp-caption-text|img-caption|image-?(?:caption|credit|credits|info|description|copyright|meta|source|details|text)|photo-?(?:caption|credit|credits|credit|by|info|description|copyright|source)|picture-?(?:caption|credit|info|copyright|description)|media-?(?:caption|credit|info|copyright|description|meta|text-credit)|fig-?caption|figure-?(?:caption|credit|info)|bild-?(?:unterschrift|text|quelle|rechte|nachweis)|gallery-(?:caption|item|icon|info|text|description)|legende|legend|leyenda|didascalia|(?:video|audio|media|podcast)-(?:heading|headline|caption|description|title|info|meta|player|js|playlist)|player$|jw-?player|videojs|vjs|slideshow|photo-?gallery|photogallery|gallery|galleries|galerie|image-gallery|bildergalerie|lightgallery",
    ),
    (
        "embed",
        r"instagram-media|fb-post|fb-video|tiktok-embed|embed-?(?:privacy|consent|placeholder|container|content|code|blocker|overlay)|embedded-content|reddit-(?:card|embed-bq)|opt-in-placeholder|wp-embedded-content|external-content|oembed|social-?embed|datawrapper|poll|polls|quiz|survey",
    ),
    (
        "print",
        r"print-?(?:box|only|header|footer|info|link|url|view|version)|only-print|visible-print(?:-[a-z]+)?|printfooter|show-for-print",
    ),
    (
        "hidden",
        r"visually-?hidden|visuallyhidden|sr-only|screen-reader-?(?:text|only|response)?|show-for-sr|^hidden$|is-hidden|u-hidden|d-none$|^hide$|hidden-accessibly|off-screen$|offscreen$|assistive-text|a11y-hidden|u-visually-hidden|display-none|invisible|element-invisible|aural|clip$",
    ),
)
_MATCHERS = tuple(
    (
        name,
        re.compile(
            rf"(?:(?<=[\s-])|^)(?:{words.replace('^', '(?<![^ ])').replace('$', '(?![^ ])')})(?=[\s-]|$)"
        ),
    )
    for name, words in _NAMED
)

_WORDS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_GLUE = re.compile(r"[_:/.]+|--+")
# Classes that say what an article is about, or how its layout is, not what an element is.
_LAYOUT = re.compile(
    r"(?:^|(?<= ))(?:is|has|no|with|without|col|row|grid|flex|hover|focus|md|lg|sm|xl|xs|wpb|vc|et|"
    r"fl|align|text|bg|border|p[xytblr]?|m[xytblr]?|w|h|max|min|gap|order|elementor|wp-elements)-"
    r"(?!content|body|comments?|meta|author|date|info|hidden|excerpt|visually|print|share|social)[^ ]*"
)
_OF_POST = re.compile(
    r"(?:^|(?<= ))(?:tag|category|cat|tax|term|author|format|status|type|lang|post|postid|single|page|"
    r"pmpro|section|topic)-(?!content|body|meta|author|footer|header)[^ ]*"
)
_IS_POST = re.compile(r"(?:^| )(?:hentry|type-\w|status-publish|postid-|post-\d|page-id-)")

# What the body of an article is called.
BODY_NAME = re.compile(
    r"(?:^|(?<=[ -]))(?:article-?(?:body|content|text|copy|main|inner|bodytext)|entry-?(?:content|body|text)|post-?(?:content|body|text|entry|inner)|story-?(?:body|content|text|copy|bodytext)"
    r"|news-?(?:body|content|text|detail-content|article-content)|single-?(?:content|post-content|entry-content)|body-?(?:content|text|copy|main)|content-?(?:body|text|article|entry|detail|inner-body)|page-?content|main-?(?:content|text|article|body)|td-post-content|e-content|articlebody|post-single-content|text-?(?:body|content|formatted)|rich-?text|richtext|node-?content|field-name-body|field-?(?:name-)?body|blog-?(?:post-)?(?:content|body)|item-?(?:page|content|body|fulltext)|texte|itemfulltext|wp-block-post-content|gh-content|kg-canvas|post-full-content|paragraphs?-?(?:content|wrapper)?|article$|prose|markdown-?body|markdown|c-content|articlecontent|maincontent|story)(?=[ -]|$)"
)


@lru_cache(maxsize=20_000)
def words_of(names: str) -> str:
    """Class and id as lower-case words with hyphens: «relatedPosts__list» → «related-posts-list»."""
    split = _GLUE.sub("-", _CAMEL.sub("-", names)).lower()
    split = " ".join(split.split())
    if _IS_POST.search(split):
        split = _OF_POST.sub("", split)
    return " ".join(_LAYOUT.sub("", split).split())


@lru_cache(maxsize=20_000)
def named_region(names: str) -> str | None:
    """The kind of region that a class and id speak of, or None."""
    words = words_of(names)
    if not words:
        return None
    for name, matcher in _MATCHERS:
        if matcher.search(words):
            return name
    return None


@lru_cache(maxsize=20_000)
def is_body_name(names: str) -> bool:
    """Whether a class and id speak of an article's body."""
    return bool(BODY_NAME.search(words_of(names)))


_LONG_TEXTS = XPath(
    "//body//text()[string-length(.) > 40][not(parent::script or parent::style or parent::a or "
    "parent::noscript or parent::template or parent::option or parent::textarea)]"
)
MAIN_SHARE = 0.5
"""An element with more of a page's long texts than this holds the article, whatever it is called."""

_ALWAYS = frozenset({"comments", "related", "hidden", "dialog", "newsletter", "form", "embed"})
"""Regions that may hold most of a page's text: comments under a news flash, a list of teasers.
Only a headline or a named body inside proves that they are the page itself."""


_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_OF_HEADINGS = frozenset({"hidden", "comments", "related", "newsletter", "aside"})
_BRIEF = frozenset({"meta", "caption"})
BRIEF_MAX_CHARS = 700
"""Long texts (see above) that a line of facts or a caption may hold and still be one."""


@dataclass(frozen=True, slots=True)
class Core:
    """Elements that are no region: `heavy` hold most of the page's text, `sure` the headline or a
    body that is named so and holds much of the text."""

    heavy: frozenset[HtmlElement]
    sure: frozenset[HtmlElement]
    weights: Mapping[HtmlElement, int]
    dropped: frozenset[HtmlElement] = frozenset()
    """Elements that a source's file says do not belong."""


def find_core(tree: HtmlElement, dropped: frozenset[HtmlElement] = frozenset()) -> Core:
    """Weigh the page's long texts and find what no region's name may take away."""
    weights: dict[HtmlElement, int] = {}
    total = 0
    for text in _LONG_TEXTS(tree):
        size = len(text)
        total += size
        element = text.getparent() if not text.is_tail else text.getparent().getparent()
        while element is not None:
            weights[element] = weights.get(element, 0) + size
            element = element.getparent()
    heavy = frozenset(e for e, w in weights.items() if w > total * MAIN_SHARE)
    sure: set[HtmlElement] = set()
    for element in tree.iter("h1"):
        sure.update(element.iterancestors())
    for element, weight in weights.items():
        if weight > total * 0.2 and element.tag != "body" and _is_named_body(element):
            sure.add(element)
            sure.update(element.iterancestors())
    return Core(heavy, frozenset(sure), weights, dropped)


def _is_named_body(element: HtmlElement) -> bool:
    if "articlebody" in (element.get("itemprop") or "").lower():
        return True
    return is_body_name(names_of(element))


_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)


def names_of(element: HtmlElement) -> str:
    """Class and id as written, with the test hooks that frameworks put in their place."""
    get = element.get
    return f"{get('class') or ''} {get('id') or ''} {get('data-testid') or ''} {get('data-component') or ''}".strip()


def region_of(element: HtmlElement, tag: str, core: Core | None = None) -> str | None:
    """The kind of region that an element is, or None where it may be of the article."""
    if core is not None and element in core.dropped:
        return "dropped"
    region = _called(element, tag)
    if region is None or core is None:
        return region
    if element in core.sure or tag in ("body", "main"):
        return None
    if element in core.heavy and region not in _ALWAYS:
        return None
    if region in _BRIEF and core.weights.get(element, 0) > BRIEF_MAX_CHARS:
        return None
    return region


def _is_anchored(element: HtmlElement) -> bool:
    """Whether an element's id is made of the words of the heading that it begins with.

    «reaction-in-cape-town» is such an anchor; one or two words are too few to tell it from a name.
    """
    words = _WORDS.findall((element.get("id") or "").lower())
    if len(words) < 3:
        return False
    for child in element[:2]:
        if child.tag in _HEADINGS or child.tag == "h1":
            return _WORDS.findall(child.text_content().lower())[: len(words)] == words
    return False


def _called(element: HtmlElement, tag: str) -> str | None:
    attributes = element.attrib
    if not attributes:
        return _TAG_REGIONS.get(tag)
    style = attributes.get("style")
    if (
        (style and _HIDDEN_STYLE.search(style))
        or attributes.get("aria-hidden") == "true"
        or ("hidden" in attributes and attributes["hidden"] != "until-found")
    ):
        # What a paywall's script hides or shows is the rest of the article.
        return None if "paywall" in (attributes.get("class") or "") else "hidden"
    region = _TAG_REGIONS.get(tag)
    if region is not None:
        return region
    role = attributes.get("role")
    if role and role in _ROLE_REGIONS:
        return _ROLE_REGIONS[role]
    if "class" not in attributes and "id" in attributes and _is_anchored(element):
        return None
    if tag in _HEADINGS:
        # A heading's id is its anchor, made of its own words.
        region = named_region(attributes.get("class") or "")
        return region if region in _OF_HEADINGS else None
    names = names_of(element)
    return named_region(names) if names else None
