"""Bodies told again by a common noun: "the bloc", "the kingdom", "the regime", "the ministry", "the rebels".

Each noun fits some of those the article has told of; the last that fits is meant. Nobody is, where none fits.
"""

from __future__ import annotations

import datetime as dt

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import government
from dragoman.mentions.home import Home
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import POSSESSIVE, Sight, is_of_something
from dragoman.mentions.states_by_kind import kind_of_state
from dragoman.mentions.story import Story, stands_as_subject

_ORGANIZATIONS = frozenset("bloc alliance organisation organization union league grouping".split())
# Nouns that only fit a body that has them in its name.
_OWN_NAMES = frozenset({"community", "commonwealth", "forum", "agency", "assembly"})
# Armed groups: the plural also without an article.
_FIGHTERS = frozenset(
    "rebels insurgents guerrillas militants fighters paramilitaries jihadists separatists".split()
)
_ARMED = _FIGHTERS | frozenset("militia group movement faction".split())
_MILITANT = frozenset(
    "armed militant rebel islamist extremist shiite shia sunni jihadist terrorist palestinian lebanese paramilitary "
    "insurgent guerrilla separatist backed iran-backed iranian-backed allied".split()
)
# Whose government is doing things is told before; a regime is always somebody else's.
_OWN = frozenset("government ministry authorities presidency cabinet country nation".split())
_OTHERS = frozenset({"regime", "junta"})
_AT_HOME = frozenset({"government", "ministry", "presidency", "cabinet", "junta"})
_FORCES = frozenset({"army", "military", "navy", "generals"})
_HEADS = _ORGANIZATIONS | _OWN_NAMES | _OWN | _OTHERS | _FORCES
_LED = frozenset({"administration", "government", "cabinet", "junta", "regime"})
_FIELDS = frozenset("foreign defence defense interior".split())
# Halves of a divided land by where they lie.
_HALVES = {"north": "PRK", "south": "KOR"}
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "nmod", "conj")
_LOOSE = frozenset(
    {"ruling", "military", "regional", "western", "african", "asian", "trading", "same", "whole"}
)


def read_body_again(
    sight: Sight, index: int, story: Story, before: list[Mention], kb: KnowledgeBase, home: Home | None = None
) -> tuple[int, Actor] | None:
    """Where the expression starts whose head noun is at ``index``, and whom it stands for.

    A government or ministry that no state told of so far fits is that of ``home``, where the page is told from.
    """
    word = sight.word(index)
    if (own := _ministry_at_home(sight, index, story, before, kb, home)) is not None:
        return own
    if word == "parties":
        return _parties_to_conflict(sight, index, story, before)
    if word in _ARMED:
        return _armed_again(sight, index, story, before)
    if word in _HALVES:
        return _half(sight, index, story, before)
    kind = kind_of_state(sight, index)
    if word not in _HEADS and kind is None:
        return None
    start = index - 1 if kind is None else kind[0] - 1
    loose = _LOOSE | _FIELDS if word in {"ministry", "ministries"} else _LOOSE
    while start > 0 and (sight.word(start) in loose or "-" in sight.word(start)):
        start -= 1
    token = sight.sentence.tokens[index]
    if word in {"country", "nation", "government"} and sight.word(index - 1) == "the":
        addressed = _addressed_state(sight, index, story, before)
        if addressed is not None:
            return addressed
    if word in {"country", "nation"} and kind is None and not token.dep.startswith("nsubj"):
        return None
    if sight.word(index + 1) == "in" and sight.starting(index + 2, "LOC", "metonym", "country") is not None:
        return None  # "the ministry in Chisinau" is of the country named there
    if sight.word(start) != "the" or is_of_something(sight, index) or not token.dep.startswith(_ARGUMENTS):
        return None
    met = [actor for mention in before if mention.last <= index for actor in mention.actors]
    if kind is not None:
        fitting = _of_kind(kind[1], sight.sentence.index, story, met, before)
        return (start, fitting) if fitting is not None else None
    if word in {"country", "nation"} and not met:  # "the country will …, its minister said"
        met = [a for m in before if m.first > index and stands_as_subject(sight, m) for a in m.actors][:1]
    if word in _FORCES:
        forces = _of_forces(sight, index, story, before, kb)
        return (start, forces) if forces is not None else None
    if word == "ministry" and story.ministry is not None and index >= 1:
        return start, story.ministry
    actor = _meant(word, sight.sentence.index, story, met, kb)
    if actor is not None and word in _AT_HOME and home is not None and _opens_page(sight, home):
        actor = None  # under a dateline the story begins with those at home
    if actor is None and word in _AT_HOME and home is not None and (home.official or home.span is not None):
        actor = government(kb, home.country, sight.span(start, index + 1))
    return (start, actor) if actor is not None else None


_NEAR = 20  # characters


def _opens_page(sight: Sight, home: Home) -> bool:
    """Whether it is the first sentence behind the dateline, and nobody has been told of in it."""
    span = sight.sentence.span
    return (
        home.span is not None
        and span.start <= home.span.end + _NEAR
        and home.span.start <= span.start + _NEAR
    )


_MINISTRIES = frozenset({"ministry", "department"})
_PORTFOLIOS = frozenset("foreign external international defence defense interior trade state".split())


def _ministry_at_home(
    sight: Sight, index: int, story: Story, before: list[Mention], kb: KnowledgeBase, home: Home | None
) -> tuple[int, Actor] | None:
    """ "the Ministry of Foreign Affairs" under a dateline: the country's own, unless another state has acted last."""
    token = sight.sentence.tokens[index]
    if sight.word(index) not in _MINISTRIES or not token.text[:1].isupper():
        return None
    if home is None or not (home.official or home.span is not None):
        return None
    first = index
    while first > 0 and sight.word(first - 1) in _PORTFOLIOS | {"affairs"}:
        first -= 1
    named = first < index or (sight.word(index + 1) in {"of", "for"} and sight.word(index + 2) in _PORTFOLIOS)
    acting = {a.country for m in before if m.last <= index and stands_as_subject(sight, m) for a in m.actors}
    last = {story.state.country} if story.state is not None else set()
    if (
        not named
        or sight.word(first - 1) != "the"
        or sight.word(index + 1) == "in"
        or not token.dep.startswith(_ARGUMENTS)
    ):
        return None
    if (acting | last) - {home.country, None}:
        return None
    return first - 1, government(kb, home.country, sight.span(first - 1, index + 1))


_FACED = frozenset(
    "accuse praise urge warn criticise criticize condemn thank blame commend press reproach call encourage ask "
    "implore".split()
)
_TOWARD = frozenset({"on", "upon", "to"})
# Whom a country's name may stand before as its owner: "the nation's leadership".
_THOSE_IN_POWER = frozenset("leader leadership government authority parliament military army".split())


def _addressed_state(
    sight: Sight, index: int, story: Story, before: list[Mention]
) -> tuple[int, Actor] | None:
    """ "She praised the country", "We call on the government": the state told of most that is not the speaker's own."""
    if not is_addressed(sight, index):
        return None
    own = _acting(sight, index, before)
    found = story.told.pick(
        sight.sentence.index,
        lambda actor: actor.kind is MentionKind.GOVERNMENT and actor.country not in own,
    )
    return (index - 1, found) if found is not None else None


def _parties_to_conflict(
    sight: Sight, index: int, story: Story, before: list[Mention]
) -> tuple[int, Actor] | None:
    """ "We urge the parties to …": those of the country, where a text tells of a single one beside the speaker's."""
    if sight.word(index - 1) not in {"the", "all"} or not is_addressed(sight, index):
        return None
    own = _acting(sight, index, before)
    states = {actor.country: actor for actor in story.states if actor.country not in own}
    start = index - 1 - (sight.word(index - 2) == "all")
    return (start, next(iter(states.values()))) if own and len(states) == 1 else None


def _acting(sight: Sight, index: int, before: list[Mention]) -> set[str | None]:
    """The countries of those who stand as subjects before a token: the speaker's."""
    return {a.country for m in before if m.last <= index and stands_as_subject(sight, m) for a in m.actors}


def is_addressed(sight: Sight, index: int) -> bool:
    """Whether somebody urges, thanks or blames the state at token ``index``, or those in power there."""
    tokens = sight.sentence.tokens
    faced = index
    if tokens[index].dep == "nmod:poss" and tokens[tokens[index].head].lemma.lower() in _THOSE_IN_POWER:
        faced = tokens[index].head
    verb = tokens[faced].head
    if verb < 0 or tokens[verb].lemma.lower() not in _FACED or is_of_something(sight, faced):
        return False
    called_on = tokens[faced].dep == "obl" and {sight.word(index - 2), sight.word(index - 3)} & _TOWARD
    return tokens[faced].dep in {"obj", "iobj"} or bool(called_on)


_DEMANDING = frozenset("demand urge call ask accuse blame warn condemn press expect want tell order".split())


def _of_forces(
    sight: Sight, index: int, story: Story, before: list[Mention], kb: KnowledgeBase
) -> Actor | None:
    """ "the army": of the state told of; where somebody demands something of it, not theirs."""
    tokens = sight.sentence.tokens
    verb = tokens[index].head
    above = [tokens[at].lemma.lower() for at in (verb, tokens[verb].head if verb >= 0 else -1) if at >= 0]
    subjects = [m for m in before if m.last <= index and stands_as_subject(sight, m)]
    met = list(subjects[-1].actors) if subjects else []
    own = {actor.country for actor in met}
    if own and not _DEMANDING & set(above):
        return next((_state_of(actor, kb) for actor in met if actor.kind in _OF_STATES), None)
    others = {a.country for a in story.states if a.country not in own}
    acting = others & story.taking_part or others  # rather than where they meet
    return story.told.pick(
        sight.sentence.index,
        lambda actor: actor.kind is MentionKind.GOVERNMENT and actor.country in acting,
    )


_OF_STATES = frozenset({MentionKind.GOVERNMENT, MentionKind.PERSON})


def _state_of(actor: Actor, kb: KnowledgeBase) -> Actor | None:
    """The government itself, or that of the minister who says what "the army" does."""
    if actor.kind is MentionKind.GOVERNMENT:
        return actor
    if actor.country is None or not actor.named_at:
        return None
    return government(kb, actor.country, actor.named_at[0])


def _half(sight: Sight, index: int, story: Story, before: list[Mention]) -> tuple[int, Actor] | None:
    """ "the North", where both Koreas have been told of."""
    named = {a.country: a for a in [*story.states, *(actor for m in before for actor in m.actors)]}
    capital = sight.sentence.tokens[index].text[:1].isupper() and sight.word(index - 1) == "the"
    alone = sight.sentence.tokens[index].dep.startswith(_ARGUMENTS) and not is_of_something(sight, index)
    half = named.get(_HALVES[sight.word(index)])
    both = set(_HALVES.values()) <= set(named)
    return (index - 1, half) if capital and alone and both and half is not None else None


def _of_kind(
    states: frozenset[str], at: int, story: Story, met: list[Actor], before: list[Mention]
) -> Actor | None:
    """The last state told of that is of a kind, another than the one who acts in the clause if there are several."""
    told = [actor for actor in [*story.states, *met] if actor.kind is MentionKind.GOVERNMENT]
    fitting = {actor.country: actor for actor in told if actor.country in states}
    acting = {actor.country for mention in before if mention.is_subject for actor in mention.actors}
    if len(fitting) > 1:
        likeliest = story.told.pick(at, lambda actor: actor.country in set(fitting) - acting)
        if likeliest is not None:
            return next(actor for actor in told if actor.country == likeliest.country)
    return next((actor for actor in reversed(told) if actor.country in states), None)


def _armed_again(sight: Sight, index: int, story: Story, before: list[Mention]) -> tuple[int, Actor] | None:
    """ "The rebels", "the Tigrayan fighters", "the group": the armed group told of before."""
    word, start = sight.word(index), index - 1
    tokens = sight.sentence.tokens
    if word not in _FIGHTERS and sight.word(start) not in _MILITANT | {"the"}:
        return None  # "the regional group"
    while (
        start > 0 and tokens[start].pos in {"ADJ", "PROPN", "VERB"} and sight.word(start) not in {"the", "a"}
    ):
        start -= 1
    bare = word in _FIGHTERS and start < 0 and tokens[index].dep.startswith("nsubj")
    if not (sight.word(start) == "the" or bare) or is_of_something(sight, index):
        return None
    if not tokens[index].dep.startswith(_ARGUMENTS):
        return None
    met = [actor for mention in before if mention.last <= index for actor in mention.actors]
    groups = {a.key: a for a in [*story.armed, *met] if a.kind is MentionKind.ARMED_GROUP}
    if len(groups) > 1:
        found = story.told.pick(sight.sentence.index, lambda actor: actor.key in groups)
        return (max(start, 0), found) if found is not None else None
    return (max(start, 0), next(iter(groups.values()))) if groups else None


def read_administration(
    sight: Sight, index: int, before: list[Mention], kb: KnowledgeBase, day: dt.date | None
) -> Actor | None:
    """The government that goes by its leader's name: "the Biden administration", "General Tiani's government"."""
    if sight.word(index) not in _LED or index == 0:
        return None
    if sight.word(index - 1) in POSSESSIVE:
        return _of_owner(index, before, kb)
    token = sight.sentence.tokens[_first_of_pair(sight, index - 1)]
    if not token.text[:1].isupper() or sight.ending(index, "country", "demonym") is not None:
        return None
    leaders = {
        known.incumbent.office.country
        for role in ("head-of-government", "head-of-state")
        if (known := kb.resolve_person(token.text, role=role, country=None, org_id=None, day=day)).incumbent
        and _is_surname(token.text, known.incumbent.person.family_name)
    }
    country = leaders.pop() if len(leaders) == 1 else None
    return government(kb, country, token.span) if country is not None else None


def _is_surname(word: str, family_name: str | None) -> bool:
    """Whether a leader goes by a word: "Assad" of the al-Assads too."""
    return family_name is not None and word in {family_name, family_name.partition("-")[2]}


def _first_of_pair(sight: Sight, index: int) -> int:
    """Where the first name of "the Biden-Harris administration" stands, of two joined by a hyphen."""
    tokens = sight.sentence.tokens
    joined = index >= _PAIR and tokens[index - 1].text.strip(_JOINERS) in {"-", "‑", "–"}
    return index - _PAIR if joined and tokens[index - _PAIR].text[:1].isupper() else index


_PAIR = 2
_JOINERS = "\u2060\u200b\u200d"  # what pages put beside a hyphen so that lines do not break there


def _of_owner(index: int, before: list[Mention], kb: KnowledgeBase) -> Actor | None:
    """The government of the person named before a possessive; "the opposition leader's shadow cabinet" is nobody's."""
    for mention in before:
        person = len(mention.actors) == 1 and mention.actors[0].kind is MentionKind.PERSON
        if person and index - 1 <= mention.last <= index and mention.actors[0].country is not None:
            return government(kb, mention.actors[0].country, mention.span)
    return None


def _meant(word: str, at: int, story: Story, met: list[Actor], kb: KnowledgeBase) -> Actor | None:
    bodies = [*story.bodies, *(actor for actor in met if actor.kind is MentionKind.ORGANIZATION)]
    states = [*story.states, *(actor for actor in met if actor.kind is MentionKind.GOVERNMENT)]
    if word in _OWN_NAMES:
        bodies = [body for body in bodies if word in body.label.casefold().split()]
        return bodies[-1] if bodies else None
    if word in _ORGANIZATIONS:
        likeliest = story.told.pick(at, lambda actor: actor.kind is MentionKind.ORGANIZATION)
        return likeliest if likeliest in bodies else bodies[-1] if bodies else None
    if word in _OTHERS:
        speakers = {actor.country for actor in met}
        fitting = [actor for actor in states if actor.country not in speakers]
        return fitting[0] if fitting else None  # whom the article is about
    acting = next(
        (a for a in met if a.country is not None and (word, a.role) != ("ministry", "ambassador")), None
    )
    if acting is not None and acting.kind is MentionKind.PERSON and acting.country is not None:
        return government(kb, acting.country, acting.named_at[0]) if acting.named_at else None
    return acting or story.told.pick(at, lambda actor: actor.kind is MentionKind.GOVERNMENT) or story.state
