"""Standing offices: offices whose words, or the body told of, say whose they are without a country beside them.

"The Pope" and "the Taoiseach" are one state's; "the Secretary-General" is that of the organisation the article names;
"the president" is their own where a presidency or a government is reported to speak of it.
"""

from __future__ import annotations

import re

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Sentence
from dragoman.mentions.belonging import Belonging
from dragoman.mentions.mention import Mention, MentionKind, TitleRead
from dragoman.mentions.phrases import Sight
from dragoman.mentions.story import head_of

# Titles that so few states have that one of them, told of at all, is meant; a lone state need not be told of.
_STATES = {
    "pope": ("VAT",),
    "holy father": ("VAT",),
    "pontiff": ("VAT",),
    "taoiseach": ("IRL",),
    "tánaiste": ("IRL",),
    "custodian of the two holy mosques": ("SAU",),
    "external affairs minister": ("IND",),
    "secretary of state": ("USA",),
    "federal chancellor": ("AUT", "DEU"),
    "supreme leader": ("IRN", "PRK"),
}
# Titles that a government's own page, or one of a state that has such an office as well, means its own by.
_SHARED = frozenset({"secretary of state"})
# Whose office it is where no organisation that has such a one is told of.
_BODIES = {
    "secretary-general": "org:un",
    "deputy-secretary-general": "org:un",
    "commission-president": "org:ec",
    "high-representative": "org:eu",
}
_OF_BODIES = frozenset(
    {*_BODIES, "director-general", "high-commissioner", "prosecutor", "commissioner-general"}
)
_OF_ANOTHER = re.compile(r"\w+(?:[- ]\w+){0,2}? of (?:the )?(?!U\.?N\b|United)[A-Z]")
_UNITED_NATIONS = re.compile(r"\bU\.?N\b|\bUnited Nations\b")


class Standing:
    """Whose the offices of one article are; ``named`` are the organisations it names, ``states`` the countries."""

    def __init__(
        self, source: str, kb: KnowledgeBase, named: frozenset[str], states: frozenset[str], home: str | None
    ) -> None:
        self.source, self.kb, self.named, self.states, self.home = source, kb, named, states, home

    def of(self, title: TitleRead) -> Belonging | None:
        """The state or body that an office belongs to by its words and the article's organisations."""
        if title.qualifier is not None:
            return None
        return self._of_state(title) or self._of_body(title)

    def _of_state(self, title: TitleRead) -> Belonging | None:
        words = title.text.casefold()
        states = _STATES.get(words, ())
        if not states or not title.text[:1].isupper():
            return None
        told = [state for state in states if state in self.states]
        if words in _SHARED and (self.home not in {None, *states} or self.states & {"VAT"}):
            return None
        if len(told) == 1 or len(states) == 1:
            return Belonging((told or list(states))[0], None, title.span)
        return None

    def _of_body(self, title: TitleRead) -> Belonging | None:
        role = title.role
        if role is None or role not in _OF_BODIES:
            return None
        if _OF_ANOTHER.match(self.source, title.span.start) is not None:
            return None  # of a body that no table knows
        default = _BODIES.get(role)
        if default == "org:un" and _UNITED_NATIONS.search(self.source) is not None:
            return Belonging(None, default, title.span)
        if not _is_written_as_office(title.text):
            return None
        offices = self.kb.officeholders.find_offices(role, None, None)
        told = {office.org_id for office in offices if office.org_id in self.named}
        alone = not told and title.text[:1].isupper()  # "the secretary-general" may be a party's
        body = default if default in told or alone else told.pop() if len(told) == 1 else None
        return Belonging(None, body, title.span) if body is not None else None


def _is_written_as_office(text: str) -> bool:
    """ "Secretary-General", "secretary-general"; a party's or a ministry's is "secretary general"."""
    return text[:1].isupper() or "-" in text


# The offices of a state that speak of their own head, by the role they have above them.
_SPEAKING = {
    "presidency": ("head-of-state",),
    "palace": ("head-of-state",),
    "government": ("head-of-state", "head-of-government"),
    "cabinet": ("head-of-government",),
    "ministry": (
        "minister",
        "foreign-minister",
        "defence-minister",
        "deputy-foreign-minister",
        "deputy-minister",
    ),
    "kremlin": ("head-of-state",),
    "élysée": ("head-of-state",),
    "elysee": ("head-of-state",),
    "house": ("head-of-state",),
    "street": ("head-of-government",),
}
_SAYING = frozenset("say announce report state add confirm note declare reveal disclose".split())
_HOPS = 12


def of_reporting(sight: Sight, index: int, title: TitleRead, before: list[Mention]) -> Belonging | None:
    """ "The Egyptian presidency said the president had …": that of the state whose office says so of its own head."""
    tokens = sight.sentence.tokens
    if sight.word(index + 1) in {"of", "for"}:
        return None
    for subject in _reporting_subjects(sight.sentence, index):
        for mention in before:
            inside = mention.first <= subject < mention.last or head_of(sight, mention) == subject
            actor = mention.actors[0] if len(mention.actors) == 1 else None
            if (
                not inside
                or actor is None
                or actor.kind is not MentionKind.GOVERNMENT
                or actor.country is None
            ):
                continue
            office = tokens[mention.last - 1].text.lower()
            if title.role in _SPEAKING.get(office, ()):
                return Belonging(actor.country, None, mention.span)
    return None


def _reporting_subjects(sentence: Sentence, index: int) -> list[int]:
    """The subjects of the verbs of saying that a token's clause is the content of."""
    tokens = sentence.tokens
    subjects: list[int] = []
    for _ in range(_HOPS):
        above = tokens[index].head
        if above < 0:
            break
        if tokens[index].dep == "ccomp" and tokens[above].lemma.lower() in _SAYING:
            subjects += [
                at for at, token in enumerate(tokens) if token.head == above and token.dep.startswith("nsubj")
            ]
        index = above
    return subjects
