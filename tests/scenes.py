"""Small scenes for the scorer's tests: an annotated text paired with an output told in a few words."""

from __future__ import annotations

from dragoman.scoring.gold import page_of
from dragoman.scoring.matching import Pairing, pair_up
from dragoman.scoring.output import output_of

AALTO = {"role": "participant", "name": "Anna Aalto", "country": "FIN"}
VELL = {"role": "participant", "name": "Vell", "country": "NOR"}
TEXT = "Aalto met Vell in Oslo. She later called Marr of Sweden. Oslo is wet."
GOLD = """
[[engagement]]
id = "m1"
kind = "meeting"
status = "completed"
main = true
quote = "met Vell in Oslo"
participants = [{ role = "participant", name = "Aalto", country = "FIN" },
                { role = "participant", name = "Vell", country = "NOR" }]
[[engagement]]
id = "k1"
kind = "call"
status = "completed"
quote = "called Marr of Sweden"
participants = [{ role = "participant", name = "Aalto", country = "FIN" },
                { role = "participant", name = "Marr", country = "SWE" }]
"""


def scene(text: str, annotations: str, engagements: list[dict[str, object]]) -> Pairing:
    """The pairing; an engagement's ``told`` is the words of its trigger."""
    shaped = []
    for eng in engagements:
        told = str(eng["told"])
        start = text.index(told)
        evidence = [{"start": start, "end": start + len(told), "quote": told}]
        shaped.append({"status": "completed", "trigger": {"evidence": evidence}, **eng})
    article = {"article_id": "a", "source": "page.txt", "text": text}
    return pair_up(page_of(text, annotations), output_of({"article": article, "engagements": shaped}))
