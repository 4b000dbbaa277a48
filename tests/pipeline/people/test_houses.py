"""Whether a name is the site's."""

from __future__ import annotations

import pytest

from pipeline.page.elements import letters
from pipeline.people.houses import is_site


@pytest.mark.parametrize(
    ("name", "site", "own"),
    [
        ("وادي رم", "وادي رم الإخبارية", True),
        ("وادي", "وادي رم الإخبارية", False),
        ("Roth", "Rothenburg heute", False),
        ("Jo An", "Jo Anders schreibt", False),
        ("Fell Courier", "Fell Courier Online", True),
    ],
)
def test_the_beginning_of_a_site_s_name_is_the_site(name: str, site: str, own: bool) -> None:
    assert is_site(name, frozenset({letters(site)})) is own
