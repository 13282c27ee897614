"""Signatures: who signs a letter, an order or a message below its text, so that its "I" has an owner.

>>> name_of("ANNA B. AALTO JR.")
'Anna B. Aalto Jr.'
>>> name_of("Sincerely,\\nAnna Aalto, Prime Minister")
'Anna Aalto'
>>> name_of("The President has spoken.") is None
True
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.mention import Actor, MentionKind
from dragoman.mentions.quoting import is_quoted
from dragoman.pages.article import Article, BlockKind

SIGNED = "signed below the text"
"""Why somebody is an issuer."""
_LAST = 5  # blocks; the name of the office, the place and the day may stand below the name
_MOST_WORDS = 6
_CLOSING = re.compile(
    r"^(?:(?:yours\s+)?(?:very\s+)?(?:sincerely|faithfully|truly|respectfully)(?:\s+yours)?|(?:with\s+)?best\s+(?:wishes|regards)),?\s+",
    re.IGNORECASE,
)
# A paper that sets a day or month apart is addressed to one's own people.
_OBSERVANCE = re.compile(
    r"\bhereby (?:proclaim|designate)[^.]{0,160}\b(?:Day|Week|Month|Year|Anniversary|day|week)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y)\b")
_PART = re.compile(r"[^\W\d_][\w’'-]*\.?|[^\W\d_]\.")
_SMALL = frozenset("de del della di da dos van von der den al el bin ibn of y e".split())


def name_of(line: str) -> str | None:
    """The name that a line consists of, maybe behind a closing phrase and before an office."""
    name = _CLOSING.sub("", line.strip()).strip()
    name = re.sub(r",?\s+(Jr|JR|Sr|SR|II|III)\b", r" \1", name)
    name, *offices = re.split(r"\s*[,\n]\s*", name, maxsplit=1)
    if any(office.endswith(".") or len(office.split()) > _MOST_WORDS for office in offices):
        return None  # "Anna Aalto, who was there, said so."
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or any(_PART.fullmatch(word) is None for word in words):
        return None
    if not all(word[0].isupper() or word in _SMALL for word in words):
        return None
    return " ".join(word.capitalize() if word.isupper() else word for word in words)


def is_in_first_person(text: str) -> bool:
    """Whether somebody says "we" or "I" outside of quotation marks."""
    return any(not is_quoted(text, found.start()) for found in _FIRST_PERSON.finditer(text))


def find_signatory(article: Article, kb: KnowledgeBase, day: dt.date | None) -> Actor | None:
    """The official whose name stands alone below a text in the first person, if a table knows an office of theirs.

    Below a report such a name is a topic, or leads to another page.
    """
    if _OBSERVANCE.search(article.text) or not is_in_first_person(article.text):
        return None
    below = [b for b in article.blocks if b.kind is BlockKind.PARAGRAPH][-_LAST:]
    for block in reversed(below):
        name = name_of(block.span.of(article.text))
        known = (
            None if name is None else kb.resolve_person(name, role=None, country=None, org_id=None, day=day)
        )
        if known is None or known.incumbent is None:
            continue
        person, office = known.incumbent.person, known.incumbent.office
        return Actor(
            MentionKind.PERSON,
            person.name,
            person.name,
            person.person_id,
            office.country,
            None,
            office.office_id,
            office.title,
            office.role,
            confidence=known.confidence,
            reason=SIGNED,
        )
    return None
