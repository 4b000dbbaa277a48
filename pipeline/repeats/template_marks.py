"""What kinds of lines templates have, and on how many of a source's articles each must be.

A template's key ends with its mark.
"""

from __future__ import annotations

from collections.abc import Mapping

OPEN, SENTENCE, COUNTS, TELLS_FIGURES = "~", "%", "^", "*"
"""Marks of lines without a sentence's end, of sentences, and of both with numbers in them."""
AT_END, AT_START, COUNTS_AT_START, AT_EDGES, BRIEF, APART = ">", "<", "(", "=", "-", "!"
"""Marks of templates of few words: of last lines, of first ones without and with numbers («Read to
you in 3 minutes»), of both where nearly all of the articles have them, of both where they are as
short as «Read by Jane Roe», and of lines that are set apart."""
FOREIGN, FOREIGN_BRIEF = "+", "|"
"""Marks of templates, wherever they stand, that are filled with what their articles name nowhere
else: «Presented by Acme»; and of those of one word. What a head names stands below it too."""
TOLD = "/"
"""Mark of templates of both kinds that are filled with what their article does name. It makes no
template: a line is none where it is filled so too often."""
BELOW, BELOW_BRIEF = "_", ";"
"""Marks of templates below a text's last sentence, however they are filled, and of those of one
word: a head has something below it, and a text does not end with a line that others end with."""
BOXED = "]"
"""Mark of templates that were seen in boxes of their own between a text's paragraphs, and of lines
in the same words that are not marked as the heads of their texts are."""
EXACT = ")"
"""Mark of such lines of three words and more, sentences too, in the same words."""
BOTH_ENDS = "?"
"""Mark of templates of lines without a full stop that have one beginning and one end: «Would you
pay for … on your street? Vote now»."""
CLOSING = ","
"""Mark of last sentences that are alike but for a word or two, and tell nothing that their texts
do: «With this we leave the Heron, until next time.»"""
OPENING = "["
"""Mark of sentences that begin texts, and speak of what only sites have: «This digest was made by a
machine: …»."""
PLAIN_BRIEF = "#"
"""Mark of templates of one word in a short line that is not marked as heads are."""
SPOKEN = "&"
"""Mark of templates whose words speak to readers (`lines.speaking`), wherever they stand."""
LEAST_SHARES: Mapping[str, tuple[int, float]] = {
    OPEN: (4, 0.2),
    SENTENCE: (5, 0.5),
    COUNTS: (5, 0.33),
    TELLS_FIGURES: (5, 0.8),
    AT_END: (4, 0.2),
    AT_START: (5, 0.33),
    COUNTS_AT_START: (5, 0.4),
    AT_EDGES: (5, 0.8),
    BRIEF: (5, 0.25),
    APART: (4, 0.2),
    SPOKEN: (3, 0.05),
    FOREIGN: (4, 0.15),
    FOREIGN_BRIEF: (5, 0.25),
    TOLD: (1, 2.0),
    BELOW: (3, 0.08),
    BELOW_BRIEF: (4, 0.12),
    BOXED: (4, 0.1),
    EXACT: (3, 0.08),
    BOTH_ENDS: (4, 0.1),
    CLOSING: (3, 0.1),
    OPENING: (4, 0.12),
    PLAIN_BRIEF: (4, 0.12),
}
"""By a key's mark: articles, and their share of the recent ones, that a template is on."""
