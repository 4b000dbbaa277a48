"""A person and the desk of the site in one line."""

from __future__ import annotations

from pipeline.people.houses import names_beside_house

SITES = frozenset({"hafenblog"})


def test_who_signs_beside_the_desk_of_the_site() -> None:
    assert names_beside_house("Jana Roth und Redaktion Hafenblog", SITES) == ("Jana Roth",)
    assert names_beside_house("Jana Roth / Redaktion Hafenblog", SITES) == ("Jana Roth",)
    assert names_beside_house("Jana Roth und Redaktion Anderswo", SITES) == ()
    assert names_beside_house("Jana Roth und Hafenblog", SITES) == ()
