"""Genders: whether "she" or "he" can stand for somebody, by title and given name; where neither tells, both can."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from dragoman.knowledge.names import fold
from dragoman.mentions.mention import Actor

_SHE, _HE = frozenset({"she", "her", "hers", "herself"}), frozenset({"he", "him", "his", "himself"})
_TITLES = {
    "female": frozenset("queen princess empress sheikha duchess baroness countess dame mrs ms".split()),
    "male": frozenset("king prince emperor duke baron sir emir sultan pope mr".split()),
}


def could_be(actor: Actor, pronoun: str) -> bool:
    """Whether a pronoun of the third person can stand for a person.

    >>> from dragoman.mentions.mention import MentionKind
    >>> vell = Actor(MentionKind.PERSON, "Anna Vell", "Anna Vell", None, "POL", None)
    >>> could_be(vell, "she"), could_be(vell, "his")
    (True, False)
    """
    known = gender_of(actor)
    return known is None or pronoun not in (_HE if known == "female" else _SHE)


def gender_of(actor: Actor) -> str | None:
    """`female` or `male` where title or given name tell, else None."""
    words = fold(actor.name or actor.label).replace(".", " ").split()
    told = {*words[:1], *(fold(actor.title.text).split()[:1] if actor.title else ())}
    for gender, titles in _TITLES.items():
        if not titles.isdisjoint(told):
            return gender
    return _given_names().get(words[0]) if len(words) > 1 else None


@functools.cache
def _given_names() -> dict[str, str]:
    table = tomllib.loads(
        resources.files("dragoman.mentions").joinpath("given_names.toml").read_text("utf-8")
    )
    return {name: gender for gender, listed in table.items() for name in listed.split()}
