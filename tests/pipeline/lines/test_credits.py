"""The agency that an article credits."""

from __future__ import annotations

import pytest

from pipeline.lines.credits import agency_of_site, extract_credit

BODY = "أعلنت الشركة عن خطة جديدة لتطوير النماذج الكبيرة في مراكز البيانات خلال العام المقبل. " * 4


@pytest.mark.parametrize(
    ("text", "authors", "credit"),
    [
        pytest.param("القاهرة (رويترز) - " + BODY, (), "reuters", id="dateline in brackets"),
        pytest.param("PARIS (AFP) - " + BODY, (), "afp", id="Latin dateline"),
        pytest.param("واشنطن - أ.ف.ب: " + BODY, (), "afp", id="dateline by a dash"),
        pytest.param(BODY + "\n(وكالات)", (), "agencies", id="brackets at the end"),
        pytest.param(BODY + "\nالمصدر: وكالات + رويترز", (), "reuters", id="the one that is named"),
        pytest.param(BODY + "\nSource: Reuters", (), "reuters", id="source line"),
        pytest.param(BODY + "\nرویترز", (), "reuters", id="a last line of its own"),
        pytest.param(BODY, ("أ ف ب",), "afp", id="author"),
        pytest.param(BODY, ("Jane Doe, Associated Press",), "ap", id="within an author"),
        pytest.param(BODY + "قالت رويترز إن الشركة نفت ذلك. " + BODY, (), None, id="spoken of"),
        pytest.param("قالت رويترز إن الشركة نفت ذلك. " + BODY, (), None, id="spoken of first"),
        pytest.param("", (), None, id="empty"),
    ],
)
def test_credit(text: str, authors: tuple[str, ...], credit: str | None) -> None:
    assert extract_credit(text, authors) == credit


@pytest.mark.parametrize(
    ("host", "agency"),
    [
        ("www.reuters.com", "reuters"),
        ("aa.com.tr:443", "anadolu"),
        ("notreuters.com", None),
        ("com", None),
    ],
)
def test_the_agencys_own_site(host: str, agency: str | None) -> None:
    assert agency_of_site(host) == agency
