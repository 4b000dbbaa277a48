"""Croissant metadata: what machines read of a dataset (MLCommons Croissant 1.0)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.export.card import FIELDS, Facts, citation
from db.export.tally import Tally

_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the specification gives."""

_TYPES = {
    **dict.fromkeys(("id", "word_count", "revision", "story"), "sc:Integer"),
    **dict.fromkeys(("paywalled", "live_blog"), "sc:Boolean"),
    **dict.fromkeys(("url", "canonical_url", "image_url"), "sc:URL"),
    **dict.fromkeys(("published_at", "modified_at"), "sc:DateTime"),
    **dict.fromkeys(("first_seen_at", "fetched_at", "gone_at"), "sc:DateTime"),
}
_LISTS = ("sources", "authors", "tags")
_STRUCTS = ("blocks", "removed")
"""Lists of objects, for which a column of Croissant 1.0 has no form that readers agree on."""


def croissant(facts: Facts, tally: Tally, shards: Mapping[str, str]) -> dict[str, Any]:
    """The metadata of a dataset whose shards have these SHA-256, by path in its folder. Its date is
    that of the last article, so that equal exports have equal metadata."""
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": facts.name,
        "description": "News articles, exported by Rasid; README.md describes them.",
        "version": "1.0.0",
        **({"datePublished": tally.fetched} if tally.fetched else {}),
        "citeAs": citation(facts, tally),
        "license": "The articles belong to their publishers and authors.",
        "distribution": [_file(path, digest) for path, digest in shards.items()] + [_files()],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": "articles",
                "name": "articles",
                "key": {"@id": "articles/id"},
                "field": [_field(key) for key in FIELDS if key not in _STRUCTS],
            }
        ],
    }


def _file(path: str, digest: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "contentUrl": path,
        "encodingFormat": "application/x-parquet",
        "sha256": digest,
    }


def _files() -> dict[str, Any]:
    """The shards as one. It is contained in nothing: readers take that for an archive."""
    return {
        "@type": "cr:FileSet",
        "@id": "shards",
        "name": "shards",
        "encodingFormat": "application/x-parquet",
        "includes": "data/*.parquet",
    }


def _field(key: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"articles/{key}",
        "name": key,
        "description": FIELDS[key],
        "dataType": _TYPES.get(key, "sc:Text"),
        "source": {"fileSet": {"@id": "shards"}, "extract": {"column": key}},
    }
    if key in _LISTS:
        described["repeated"] = True
    return described
