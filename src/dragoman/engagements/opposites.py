"""Opposites: the other side of a deed told with one side only, as the whole article tells it.

"Petro retaliated with a duty of his own" concerns whom he quarrels with in the sentences around; money pledged at a donors'
conference is for the country the article is about. What the article does not settle stays empty or is dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.consequences import RULE
from dragoman.engagements.engagement import CONTACTS, Kind, Role
from dragoman.engagements.roles import is_official
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Mention, MentionKind
from dragoman.pages.article import BlockKind

_QUARRELS = frozenset(
    {
        Kind.ATTACK,
        Kind.SANCTION,
        Kind.EXPULSION,
        Kind.ACCUSATION,
        Kind.THREAT,
        Kind.DEMAND,
        Kind.CONCESSION,
        Kind.OTHER,
    }
)
# A quarrel told this many sentences before or after is what a deed belongs to, sooner than one further off.
_NEAR = 2
_FAR = 4


def give(candidate: Candidate, parts: list[Part], role: Role) -> bool:
    """Add those whom a deed concerns, or who did it, as the article tells them elsewhere; always true."""
    found = {part.actor.key: Part(role, part.actor, part.mention) for part in parts}
    if role is Role.RECIPIENT:  # "demanded the release of X": not of X; nobody speaks to their own side
        own = {part.side for part in candidate.of(Role.ACTOR)}
        candidate.parts = [
            p for p in candidate.parts if p.role is not role or (is_official(p.actor) and p.side not in own)
        ]
    candidate.parts.extend(found.values())
    candidate.weight *= 0.85
    candidate.reason = "who it is between is read from what the article tells before"
    candidate.deferred = False
    return True


def settle_late(waiting: list[Candidate], told: list[Candidate], mentions: Mentions) -> list[Candidate]:
    """Those of some deferred deeds that the article settles before or after them."""
    givers = {part.side for c in (*waiting, *told) if c.kind is Kind.AID for part in c.of(Role.ACTOR)}
    return [c for c in waiting if _settle_late(c, told, givers, mentions)]


_LATE = frozenset({Kind.SANCTION, Kind.EXPULSION, Kind.CONCESSION, Kind.THREAT, Kind.OTHER, Kind.ACCUSATION})


def _settle_late(candidate: Candidate, told: list[Candidate], givers: set[str], mentions: Mentions) -> bool:
    """Take whom a deed concerns from what the article tells before and after it."""
    if not candidate.of(Role.ACTOR):
        return False
    if candidate.kind is Kind.AID:
        found = partner(candidate, told, mentions) or concerned(givers, mentions)
        if not found and is_for_abroad(candidate):
            candidate.reason = "the text does not say who receives it"
            return True
        return bool(found) and give(candidate, found, Role.RECIPIENT)
    if candidate.kind not in _LATE and not _answers(candidate):
        return False
    if _is_mutual(candidate):
        return False
    found = opponent(candidate, told, mentions)
    if not found and candidate.rule == RULE and _is_abroad(candidate, mentions):
        candidate.reason = "the text does not say to whom"
        return True
    headline = candidate.tree.sentence.block is BlockKind.HEADLINE
    if headline and any(c.kind is candidate.kind and _share(c, candidate, found) for c in told):
        return False  # told in full below
    return bool(found) and give(candidate, found, Role.RECIPIENT)


_ANSWERS = frozenset({"refuse", "deny"})
_SAID = frozenset(
    "charge accusation allegation claim criticism ultimatum threat warning protest objection insinuation demand".split()
)


def _answers(candidate: Candidate) -> bool:
    """ "We reject that claim": said to whoever made it, whom no sentence need tell to have made it."""
    tokens = candidate.tree.sentence.tokens
    said = {tokens[token].lemma.lower() for token in candidate.clause.slots.get("obj", ())}
    return candidate.kind is Kind.STATEMENT and candidate.mode in _ANSWERS and bool(said & _SAID)


def _share(one: Candidate, other: Candidate, found: list[Part]) -> bool:
    """Whether two acts have somebody who does it, or somebody it is done to, in common."""
    acting, others = ({part.side for part in c.of(Role.ACTOR)} for c in (one, other))
    return bool(acting & others or {p.side for p in one.of(Role.RECIPIENT)} & {p.side for p in found})


def _is_abroad(candidate: Candidate, mentions: Mentions) -> bool:
    """Whether somebody of another side is told of in or just before the sentence."""
    own = {part.side for part in candidate.parts}
    near = range(candidate.sentence - 1, candidate.sentence + 1)
    return any(
        is_official(actor) and side_of(actor) not in own
        for mention in mentions.actors
        if mention.sentence in near
        for actor in mention.actors
    )


def _is_mutual(candidate: Candidate) -> bool:
    """ "agreed not to use force against one another": aimed at nobody."""
    tokens = candidate.tree.sentence.tokens
    return any(
        (tokens[index - 1].text.lower(), token.text.lower()) in {("each", "other"), ("one", "another")}
        for index, token in enumerate(tokens)
    )


def opponent(candidate: Candidate, told: Iterable[Candidate], mentions: Mentions) -> list[Part]:
    """The one side that the deed's own side quarrels with in the article; empty if there are several or none."""
    own = {part.side for part in candidate.parts}
    quarrels = [
        c
        for c in told
        if c.kind in _QUARRELS and own & c.sides and abs(c.sentence - candidate.sentence) <= _FAR
    ]
    votes: Counter[str] = Counter()
    for quarrel in quarrels:
        weight = 2 if abs(quarrel.sentence - candidate.sentence) <= _NEAR else 1
        votes.update(dict.fromkeys(quarrel.sides - own, weight))
    return _elected(votes, quarrels, mentions)


def partner(candidate: Candidate, told: Iterable[Candidate], mentions: Mentions) -> list[Part]:
    """For whom a gift is that is told without a receiver: whom the giver talks with or visits, if it is one side."""
    own = {part.side for part in candidate.parts}
    votes: Counter[str] = Counter()
    meetings = [c for c in told if c.kind in CONTACTS | {Kind.VISIT} and own & c.sides]
    for meeting in meetings:
        others = meeting.sides - own
        if meeting.kind is Kind.VISIT:
            others = {place.country for place in meeting.goals if place.country is not None} - own
        if len(others) > 1 and mentions.dateline is not None:
            others &= {mentions.dateline.country}  # of several the host, from whose country it is told
        if len(others) == 1:
            votes.update(others)
    if len(votes) != 1:
        return []
    return _elected(votes, meetings, mentions)


def concerned(givers: set[str], mentions: Mentions) -> list[Part]:
    """The one country that the headline names besides those who give, or else headline and first sentence."""
    told_from = set() if mentions.dateline is None else {mentions.dateline.country}
    for last in range(_LEAD + 1):
        named: dict[str, Part] = {}
        for mention in mentions.actors:
            for actor in (
                mention.actors if mention.sentence <= last and not _is_scene(mention, mentions) else ()
            ):
                if actor.kind is MentionKind.GOVERNMENT and side_of(actor) not in givers | told_from:
                    named.setdefault(side_of(actor), Part(Role.RECIPIENT, actor, mention))
        if named:
            return list(named.values()) if len(named) == 1 else []
    return []


def _is_scene(mention: Mention, mentions: Mentions) -> bool:
    """ "Donors in Paris": where it happens, no one concerned."""
    return mentions.text[: mention.span.start].endswith((" in ", " at "))


_LEAD = 1  # the headline and the first sentence


def _elected(votes: Counter[str], quarrels: list[Candidate], mentions: Mentions) -> list[Part]:
    """The side with most votes as a part: the state where the text names it, else who stood for it."""
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return []
    side = ranked[0][0]
    for mention in mentions.actors:
        for actor in mention.actors:
            named = actor.kind is not MentionKind.PERSON and "pronoun" not in mention.rule
            if side_of(actor) == side and named and actor.title is None:
                return [Part(Role.RECIPIENT, actor, mention)]
    parts = [part for quarrel in quarrels for part in quarrel.parts if part.side == side]
    return [Part(Role.RECIPIENT, part.actor, part.mention) for part in parts[:1]]


_ABROAD = frozenset(
    "humanitarian foreign refugee refugees peacekeeping multinational international abroad overseas donor donors "
    "famine displaced africa african sahel caribbean pacific".split()
)


def is_for_abroad(candidate: Candidate) -> bool:
    """Whether a gift's own sentence says that it goes abroad, though not to whom."""
    sentence = candidate.tree.sentence
    if sentence.block is BlockKind.HEADLINE or candidate.amount is None:
        return False
    return any(token.lemma.lower() in _ABROAD for token in sentence.tokens)
