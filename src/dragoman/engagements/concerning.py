"""Concerning: whom an act is aimed at when its own clause does not say, but the article does.

"Russia condemned the attack" is aimed at whoever attacked in the sentence before; "Kigali denies it" answers the
accuser; money pledged on a visit is for the host; "the move" is that of whom the story is about. What the article
does not settle is dropped, but for words about a deed abroad that nobody is said to have done.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.engagements.authorship import DEEDS, Authored
from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.clauses import clause_words
from dragoman.engagements.echoes import ECHO, MIRROR, echoes, mirrors, without_told_echoes
from dragoman.engagements.engagement import ENCOUNTERS, VERBAL, Kind, Role
from dragoman.engagements.nearby import is_pointed_at, settle_nearby
from dragoman.engagements.opposites import give, settle_late
from dragoman.engagements.roles import BLOODSHED, is_blow, is_official
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import MentionKind
from dragoman.pages.article import BlockKind

_ACTS = frozenset(
    {Kind.SANCTION, Kind.EXPULSION, Kind.CONCESSION, Kind.OTHER, Kind.AID, Kind.THREAT, Kind.ACCUSATION}
)
_EVENT_NOUNS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(
        "attack strike airstrike raid bombing launch assault invasion offensive shelling killing".split(),
        frozenset({Kind.ATTACK}),
    ),
    **dict.fromkeys(
        "agreement deal truce ceasefire accord treaty framework pact".split(), frozenset({Kind.AGREEMENT})
    ),
    **dict.fromkeys(
        "decision move measure step expulsion ban sanction action release recognition tariff gesture plan vote resolution "
        "announcement law package strike closure restriction deployment visit veto sale".split(),
        _ACTS,
    ),
}
# Between those that do such things to each other, threats and measures told without addressee are meant for the other.
_HOSTILE = frozenset(
    {Kind.ATTACK, Kind.SANCTION, Kind.EXPULSION, Kind.ACCUSATION, Kind.THREAT, Kind.DEMAND, Kind.OTHER}
)
_CHARGES = frozenset("charge accusation allegation claim involvement role responsibility wrongdoing".split())
_WORDS = _CHARGES | frozenset(
    "criticism remark comment statement demand ultimatum threat warning assertion suggestion protest report".split()
)
_DEALS = frozenset("agreement deal truce ceasefire accord treaty framework pact".split())
# What is wanted of an opponent who need not be named again.
_WANTED = frozenset(
    "release end halt withdrawal cessation lifting apology compensation explanation reversal retraction stop return "
    "ceasefire restraint".split()
)
# Words about a deed; the others need somebody to say them to.
_JUDGING = frozenset({"condemn", "blame", "comment", "refuse", "deny", "welcome", "praise", "regret"})
_ANSWERS = frozenset({"refuse", "deny", "regret"})
_THEM = frozenset({"it", "this", "that"})
_ATTACKING = frozenset({Kind.ATTACK})
_DONE = (_ACTS | {Kind.ATTACK}) - VERBAL
# An act concerns something told at most this many sentences before it; the first sentences tell what all is about.
_REACH = 6
_LEAD = 3
# "It", and what is told with particulars of its own, is something told just before.
_CLOSE = 3


def settle_deferred(
    candidates: list[Candidate], mentions: Mentions, authored: Sequence[Authored] = ()
) -> list[Candidate]:
    """Find the addressees of deferred acts among what was told before, then in the whole article; drop those without.

    Words about bloodshed abroad or about an accord of others stand without an addressee.
    """
    kept: list[Candidate] = []
    waiting: list[Candidate] = []
    for candidate in sorted(without_told_echoes(candidates), key=lambda c: c.span.start):
        settled = not candidate.deferred or _settle(candidate, kept, authored)
        settled = settled or _stands(candidate, mentions)
        (kept if settled else waiting).append(candidate)
    kept += _halves(waiting)
    waiting = [c for c in waiting if c.deferred and c.mode not in {ECHO, MIRROR} and not _is_general(c)]
    kept += settle_late(waiting, kept, mentions)
    kept += settle_nearby([c for c in waiting if c.deferred], kept, mentions)
    kept += [c for c in waiting if c.deferred and _stands(c, mentions, at_home=True)]
    return sorted(kept, key=lambda c: c.span.start)


def _halves(waiting: list[Candidate]) -> list[Candidate]:
    """Deeds of which one sentence tells who did them and another to whom.

    "Türkiye summoned the ambassadors of nine countries. Envoys from A, B and C were called in."
    """
    done: list[Candidate] = []
    for one in waiting:
        authors = one.of(Role.ACTOR)
        if not one.deferred or not authors or one.of(Role.RECIPIENT):
            continue
        for other in waiting:
            hit = other.of(Role.RECIPIENT)
            same = (one.kind, one.mode) == (other.kind, other.mode) and one.mode in _DONE_TO_ENVOYS
            near = 0 < abs(one.sentence - other.sentence) <= _CLOSE
            if same and near and hit and not other.of(Role.ACTOR) and not one.sides & {p.side for p in hit}:
                give(one, hit, Role.RECIPIENT)
                give(other, authors, Role.ACTOR)
                done += [one, other]
                break
    return done


_DONE_TO_ENVOYS = frozenset({"summon", "expel"})

_OVERTHROWS = frozenset(
    "detention arrest takeover overthrow ouster putsch crackdown repression imprisonment sentencing execution".split()
)


def _stands(candidate: Candidate, mentions: Mentions, *, at_home: bool = False) -> bool:
    """Whether an act of words needs no addressee: nobody is said to have shed the blood, or many made the peace.

    With ``at_home`` also if the speaker's own country is told of beside another ("the raid on its embassy in P").
    """
    condemns = candidate.kind is Kind.ACCUSATION and candidate.mode == "condemn"
    welcomes = candidate.kind is Kind.STATEMENT and candidate.mode == "welcome"
    nouns = _object_lemmas(candidate)
    bloody = any(is_blow(candidate.tree, index) for index in _matters(candidate))
    if not (condemns and (bloody or nouns & _OVERTHROWS)) and not (welcomes and nouns & _DEALS):
        return False
    speakers = [part for part in candidate.of(Role.ACTOR) if is_official(part.actor)]
    own = {part.side for part in speakers}
    behind, around = _countries_told(candidate, mentions)
    told = (behind - own or around - own) if at_home else behind or around
    abroad = bool(told) and (not told & own if len(own) == 1 else not own <= told)
    if not speakers or not _is_definite(candidate) or not abroad:
        return False
    candidate.parts = speakers
    candidate.deferred = False
    candidate.reason = "the text does not say at whom it is aimed"
    return True


def _countries_told(candidate: Candidate, mentions: Mentions) -> tuple[set[str], set[str]]:
    """The countries named behind the act in its sentence, and those around it."""
    states = [(m, a.country) for m in mentions.actors for a in m.actors if a.kind is MentionKind.GOVERNMENT]
    here, words = candidate.sentence, clause_words(candidate.tree, candidate.clause.carrier)
    behind_it = {index for index in words if index > candidate.clause.head}
    named = [(p.sentence, p.first, p.country) for p in mentions.places]
    behind = [*named, *((m.sentence, m.first, country) for m, country in states)]
    return (
        {land for at, first, land in behind if at == here and first in behind_it and land is not None},
        {land for at, _, land in named if 0 <= here - at <= _CLOSE and land is not None},
    )


def _settle(candidate: Candidate, before: list[Candidate], authored: Sequence[Authored]) -> bool:
    if candidate.mode == ECHO:
        return echoes(candidate, before)
    if candidate.mode == MIRROR:
        return mirrors(candidate, before)
    if not candidate.of(Role.ACTOR):
        return _settle_author(candidate, before)
    told = [c for c in before if not c.deferred]
    recent = [c for c in told if candidate.sentence - c.sentence <= _REACH]
    own = {part.side for part in candidate.parts if is_official(part.actor)}
    toward = [c for c in recent if own & {part.side for part in c.of(Role.RECIPIENT)}]
    for earlier in (*reversed(toward), *reversed(recent)):  # what was done to the speaker's side goes first
        others = [part for part in _addressees(candidate, earlier) if part.side not in own]
        if others:
            return give(candidate, others, Role.RECIPIENT)
    others = _opponents(candidate, told, authored, own)
    return bool(others) and give(candidate, others, Role.RECIPIENT)


def _settle_author(candidate: Candidate, before: list[Candidate]) -> bool:
    """Who did what is told without its author ("the ambassador was summoned"): the opponent told before."""
    own = {part.side for part in candidate.parts}
    for earlier in reversed(before):
        others = [part for part in earlier.parts if part.side not in own]
        if not earlier.deferred and earlier.kind in _HOSTILE and own & earlier.sides and others:
            return give(candidate, others[:1], Role.ACTOR)
    return False


def _addressees(candidate: Candidate, earlier: Candidate) -> list[Part]:
    nouns = _object_lemmas(candidate)
    own = {part.side for part in candidate.parts}
    if candidate.kind is Kind.AID:
        together = earlier.kind in ENCOUNTERS and own & earlier.sides and len(earlier.sides - own) == 1
        return earlier.parts if together else []
    if candidate.mode == "refuse" and nouns & _CHARGES:
        return earlier.of(Role.ACTOR) if earlier.kind in _HOSTILE and own & earlier.sides else []
    if candidate.mode == "deny" and (nouns & _CHARGES or not nouns or _is_relative(candidate)):
        accused = {part.side for part in earlier.of(Role.RECIPIENT)}
        return earlier.of(Role.ACTOR) if earlier.kind is Kind.ACCUSATION and own & accused else []
    if candidate.kind is Kind.THREAT:
        return earlier.parts if earlier.kind in _HOSTILE and own & earlier.sides else []
    if nouns <= _THEM and nouns and earlier.kind in _ACTS - {Kind.ACCUSATION, Kind.THREAT}:
        return earlier.of(Role.ACTOR, Role.PARTICIPANT)
    for noun in nouns:
        if earlier.kind in _EVENT_NOUNS.get(noun, frozenset()):
            return earlier.of(Role.ACTOR, Role.PARTICIPANT)
    return []


def _opponents(
    candidate: Candidate, told: list[Candidate], authored: Sequence[Authored], own: set[str]
) -> list[Part]:
    """Whom words about a deed concern that no sentence near tells as an act: who did it, or whom others hold to it."""
    nouns = _object_lemmas(candidate)
    if candidate.kind is Kind.DEMAND:
        return _asked(told, candidate, own) if nouns & _WANTED else []
    if candidate.kind not in VERBAL or candidate.mode not in _JUDGING:
        return []
    answered = _others(own, *(c.of(Role.ACTOR) for c in _said_to(told, own)))
    if nouns & _WORDS or (candidate.mode in _ANSWERS and answered):
        return answered or _others(own, *(c.of(Role.RECIPIENT) for c in _judged_before(told, nouns)))
    if not nouns & (DEEDS | _THEM | {"what"}) or not _is_definite(candidate):
        return []
    same = [a for a in authored if a.sentence <= candidate.sentence and a.lemma in nouns]
    pointing = bool(nouns & _THEM)
    if pointing and candidate.mode in {"praise", "welcome"}:
        return []  # "commended it for hosting the talks": somebody
    close = _is_described(candidate) or (pointing and candidate.mode == "refuse")
    near = [c for c in _near(told, candidate) if not close or candidate.sentence - c.sentence <= _CLOSE]
    bloody = bool(nouns & BLOODSHED)
    known = [a for a in authored if a.sentence <= candidate.sentence and not close and not bloody]
    hostile, done = (_ATTACKING, _ATTACKING) if bloody else (_HOSTILE, _DONE)
    return (
        _others(own, *(a.parts for a in reversed(same)))
        or _others(own, *(c.parts for c in near if c.kind in hostile and own & c.sides))
        or _others(own, *(c.of(Role.ACTOR) for c in near if c.kind in done and not c.historical))
        or _others(own, *(c.of(Role.RECIPIENT) for c in near if c.kind is Kind.ACCUSATION))
        or _others(own, *(a.parts for a in reversed(known)))
    )


def _others(own: set[str], *lists: Sequence[Part]) -> list[Part]:
    """The first list with somebody of another side."""
    for parts in lists:
        if others := [part for part in parts if part.side not in own and is_official(part.actor)]:
            return others
    return []


def _near(told: list[Candidate], candidate: Candidate) -> list[Candidate]:
    """What was told shortly before, the last first, then what the article opened with."""
    recent = [c for c in reversed(told) if candidate.sentence - c.sentence <= _REACH]
    opening = [c for c in told if c.sentence <= _LEAD and candidate.sentence - c.sentence > _REACH]
    return [c for c in (*recent, *opening) if not c.negated and not c.hypothetical]


def _said_to(told: list[Candidate], own: set[str]) -> list[Candidate]:
    """Who spoke or acted against the speaker's side, the last first."""
    return [
        c
        for c in reversed(told)
        if c.kind in _HOSTILE | VERBAL and own & {p.side for p in c.of(Role.RECIPIENT)}
    ]


def _judged_before(told: list[Candidate], nouns: set[str]) -> list[Candidate]:
    """Who condemned the same words before, the last first: "Jordan condemned his remarks. Egypt condemned the remark"."""
    return [
        c
        for c in reversed(told)
        if c.kind is Kind.ACCUSATION and not c.deferred and nouns & _object_lemmas(c)
    ]


def _asked(told: list[Candidate], candidate: Candidate, own: set[str]) -> list[Part]:
    """Of whom a release or a halt is wanted: who did something to the speaker's side, was accused, or is talked to."""
    near = _near(told, candidate)
    hit = [
        c.of(Role.ACTOR) for c in near if c.kind in _HOSTILE and own & {p.side for p in c.of(Role.RECIPIENT)}
    ]
    met = [c.parts for c in near if c.kind in ENCOUNTERS and own & c.sides and len(c.sides) == 2]
    return _others(own, *met[:1], *hit, *(c.of(Role.RECIPIENT) for c in near if c.kind is Kind.ACCUSATION))


def _is_relative(candidate: Candidate) -> bool:
    """ "…, which X denies": what stands before it."""
    return candidate.tree.sentence.tokens[candidate.clause.head].dep == "acl:relcl"


def _object_lemmas(candidate: Candidate) -> set[str]:
    tokens = candidate.tree.sentence.tokens
    found = {tokens[token].lemma.lower() for token in _matters(candidate)}
    voiced = candidate.kind in VERBAL and candidate.clause.noun  # "voiced their rejection": of it
    return found or ({"it"} if voiced else found)


_PROTESTED = ("against", "over", "at", "about")


def _matters(candidate: Candidate) -> tuple[int, ...]:
    """What the words are about: the object, or the subject of what is said ("said the move was illegal")."""
    tree, slots = candidate.tree, candidate.clause.slots
    if candidate.clause.noun:
        return tuple(i for slot in ("of", "at", "over", "to", "with", "for") for i in slots.get(slot, ()))
    said = (node for index in slots.get("ccomp", ()) for node in tree.of(index, "nsubj"))
    told = slots.get("obj", ()) or tuple(said)
    if told or candidate.kind is not Kind.ACCUSATION:
        return told
    tokens = tree.sentence.tokens
    behind = (i for slot in _PROTESTED for i in slots.get(slot, ()))
    return tuple(i for i in behind if tokens[i].lemma.lower() in DEEDS)


def _is_described(candidate: Candidate) -> bool:
    """ "the detention of Mr. X": told with particulars, not only pointed at."""
    tree = candidate.tree
    return any(tree.of(index, "nmod", "acl") for index in _matters(candidate))


def _is_general(candidate: Candidate) -> bool:
    """ "condemned aggression in every form", "said the winter was unacceptable": at nobody."""
    if candidate.kind is not Kind.ACCUSATION or candidate.mode != "condemn" or candidate.clause.noun:
        return False
    nouns = _object_lemmas(candidate)
    judged = any(candidate.clause.slots.get(slot) for slot in ("ccomp", "xcomp", "as"))
    deed = nouns & (DEEDS | _THEM | _WORDS | {"what"}) or any(noun.endswith(_DEED_ENDINGS) for noun in nouns)
    return (judged and not deed) or bool(nouns & _NO_DEEDS) or not _is_definite(candidate)


_DEED_ENDINGS = ("tion", "sion", "ment", "ing", "ure", "age", "al", "ance")
_NO_DEEDS = frozenset(
    "situation condition nation population tradition region building morning future".split()
)


def _is_definite(candidate: Candidate) -> bool:
    """Whether the words are about something told before, and not about "aggression in every form"."""
    if candidate.clause.noun and not _matters(candidate):
        return True
    if candidate.tree.sentence.block is BlockKind.HEADLINE and _matters(candidate):
        return True  # headlines leave articles out
    return any(is_pointed_at(candidate.tree, index) for index in _matters(candidate))
