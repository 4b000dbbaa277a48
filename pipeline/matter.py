"""Whether a page's matter is a text, or something to be seen, heard or bought, or a person."""

from __future__ import annotations

from pipeline.declared.metadata import Metadata
from pipeline.errors import Reason, UnusablePage

MEDIA_WORDS = 100
"""A page that calls itself a video, a recording, a ware or a person's, and holds fewer words, is
that and no article: they are its description."""
_MEDIA = frozenset({"VideoObject", "AudioObject", "PodcastEpisode", "Clip"})
_PERSONS = frozenset({"ProfilePage"})
_WARES = frozenset({"Product", "ProductGroup", "IndividualProduct", "ProductModel"})


def check_is_text(meta: Metadata, words: int) -> None:
    """Raise `UnusablePage` (NOT_ARTICLE) for a page whose matter is to be seen, heard or bought, or
    a person.

    It says so, does not say that it is an article too, and has no more text than a description.
    """
    if words >= MEDIA_WORDS:
        return
    named = {kind.rsplit("/", 1)[-1] for kind in meta.types}
    if any(kind.lower().endswith(("article", "posting")) for kind in named):
        return
    if named & _MEDIA or any(kind.startswith(("og:video", "og:music")) for kind in meta.types):
        raise UnusablePage(Reason.NOT_ARTICLE, "the page is of a video or a recording")
    if named & _PERSONS or any(kind.startswith("og:profile") for kind in meta.types):
        raise UnusablePage(Reason.NOT_ARTICLE, "the page is of a person")
    if named & _WARES or any(kind.startswith("og:product") for kind in meta.types):
        raise UnusablePage(Reason.NOT_ARTICLE, "the page is of something for sale")
