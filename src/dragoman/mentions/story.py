"""Story: who an article has told of so far, for pronouns and "the two leaders" to point back to."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.language.document import Token
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.papers import authors_in
from dragoman.mentions.phrases import POSSESSIVE, Sight
from dragoman.mentions.salience import Salience, cases_of, is_place
from dragoman.mentions.somebody import unnamed_subject

# Words beside an organisation that say that its members are together.
_ASSEMBLING = frozenset(
    "summit leaders ministers heads meeting session members envoys ministerial conference gathering".split()
)
_MEETING = frozenset({"meet", "gather", "convene", "hold", "assemble", "summon"})
_SPOKEN_TO = frozenset({"speak", "talk", "apologise", "apologize", "write", "listen", "turn", "appeal"})
_BESIDE = 4  # tokens
_FACING = frozenset({"by", "with", "from", "against", "to"})


@dataclass(slots=True)
class Story:
    """Who has been met so far.

    ``groups`` are the sides that sentences brought together, ``crowd`` the
    people of one side who acted last ("Turkish officials"), each with its sentence. ``assemblies`` are the bodies told to
    meet, by key, and in which sentence; ``delegation`` is whom the last delegation was from or led by; ``couples`` are
    states named in one breath ("A and B"), ``papers`` whose the last resolution, statement or letter was, ``ministry``
    whose ministry was told of last by its state's name, and ``taking_part`` the countries whose governments were told of
    otherwise than as places or by an adjective. ``joint`` are those who speak in a text of several,
    ``fighters`` the armed group that it is about.
    """

    people: list[Actor] = field(default_factory=list)
    subject: Actor | None = None
    speakers: tuple[Actor, ...] = ()
    state: Actor | None = None
    groups: list[tuple[int, tuple[Actor, ...]]] = field(default_factory=list)
    crowd: tuple[Actor, ...] = ()
    crowd_at: int = -1
    listed: tuple[Actor, ...] = ()
    states: list[Actor] = field(default_factory=list)
    bodies: list[Actor] = field(default_factory=list)
    armed: list[Actor] = field(default_factory=list)
    told: Salience = field(default_factory=Salience)
    assemblies: dict[str, int] = field(default_factory=dict)
    delegation: tuple[Actor, ...] = ()
    delegation_at: int = -1
    spoken_at: int = -2
    couples: list[tuple[Actor, Actor]] = field(default_factory=list)
    taking_part: set[str | None] = field(default_factory=set)
    papers: dict[str, tuple[Actor, ...]] = field(default_factory=dict)
    ministry: Actor | None = None
    joint: tuple[Actor, ...] = ()
    fighters: Actor | None = None

    def meet(
        self, sight: Sight, mentions: list[Mention], subject: Actor | None, together: list[Actor]
    ) -> None:
        """Take in the actors of a finished sentence; ``together`` are those its main clause brings together."""
        actors = list(dict.fromkeys(actor for mention in mentions for actor in mention.actors))
        self.people.extend(actor for actor in actors if actor.kind is MentionKind.PERSON)
        unnamed, acting_for = unnamed_subject(sight, mentions)
        if unnamed:
            self.subject = acting_for
        elif subject is not None and subject.kind is MentionKind.PERSON:
            self.subject = subject
        if subject is not None and subject.kind is not MentionKind.PERSON:
            self.state = subject
        sides = sides_of(together)
        if len(sides) >= 2:
            self.groups.append((sight.sentence.index, sides))
            pair = next((m for m in mentions if m.is_subject and 2 <= len(m.actors) < len(sides)), None)
            if pair is not None:  # of "the two ministers thanked X" the two are told of, not X
                self.groups.append((sight.sentence.index, pair.actors))
            elif 2 <= len(own := acting_together(sight, mentions)) < len(sides):
                self.groups.append((sight.sentence.index, own))
        crowd = next((m for m in mentions if m.plural and len(m.actors) == 1 and m.is_subject), None)
        if crowd is not None:
            self.crowd, self.crowd_at = crowd.actors, sight.sentence.index
        states = tuple({a.key: a for a in actors if a.kind is MentionKind.GOVERNMENT}.values())
        self.states.extend(states)
        self.bodies.extend(actor for actor in actors if actor.kind is MentionKind.ORGANIZATION)
        self.armed.extend(actor for actor in actors if actor.kind is MentionKind.ARMED_GROUP)
        if len(states) >= 2:
            self.listed = states
        self.told.tell(sight.sentence, mentions)
        self.taking_part.update(
            actor.country
            for mention in mentions
            if mention.rule != "demonym" and not is_place(sight.sentence, mention)
            for actor in mention.actors
            if actor.kind is MentionKind.GOVERNMENT
        )
        for mention in mentions:
            if any(a.kind is MentionKind.ORGANIZATION for a in mention.actors) and _assembles(sight, mention):
                self.assemblies.update((actor.key, sight.sentence.index) for actor in mention.actors)
        self.spoken_at = sight.sentence.index
        sent = delegation_in(sight, mentions)
        if sent:
            self.delegation = sent
            words = [token.text.lower() for token in sight.sentence.tokens]
            acts = sight.sentence.tokens[words.index("delegation")].dep.startswith("nsubj")
            self.delegation_at = sight.sentence.index if acts else -1
        self.couples.extend(couples_in(sight, mentions))
        self.papers.update(authors_in(sight, mentions))
        for mention in mentions:
            inside = {sight.word(index) for index in range(mention.first, mention.last)}
            if "ministry" in inside and mention.rule != "body again" and len(mention.actors) == 1:
                self.ministry = mention.actors[0]

    @property
    def group(self) -> tuple[Actor, ...]:
        """The sides that one sentence brought together last."""
        return self.groups[-1][1] if self.groups else ()

    @property
    def group_at(self) -> int:
        """The sentence that brought them together."""
        return self.groups[-1][0] if self.groups else -1

    def other_than(self, faced: list[Actor]) -> Actor | None:
        """Who was told of last: of "He told Vell that …" not Vell, but the one before."""
        keys = {actor.key for actor in faced}
        if self.subject is None or self.subject.key not in keys:
            return self.subject
        return next((actor for actor in reversed(self.people) if actor.key not in keys), None)

    def only_assembly(self) -> Actor | None:
        """The one body told to meet, however long ago."""
        bodies = {actor.key: actor for actor in self.bodies if actor.key in self.assemblies}
        return next(iter(bodies.values())) if len(bodies) == 1 else None

    def meets(self, actor: Actor, *, loose: bool) -> bool:
        """Whether an actor is a body that was told to meet, or, if ``loose``, any body that has members."""
        return actor.kind is MentionKind.ORGANIZATION and (loose or actor.key in self.assemblies)


def _assembles(sight: Sight, mention: Mention) -> bool:
    """ "ASEAN leaders", "a summit of the African Union", "the Arab League met"."""
    beside = {
        sight.word(index) for index in range(max(mention.first - _BESIDE, 0), mention.last + _BESIDE - 1)
    }
    head = sight.sentence.tokens[head_of(sight, mention)]
    meets = head.dep == "nsubj" and sight.sentence.tokens[head.head].lemma.lower() in _MEETING
    return meets or bool(beside & _ASSEMBLING)


_STATES_AND_GROUPS = frozenset({MentionKind.GOVERNMENT, MentionKind.ARMED_GROUP})


def couples_in(sight: Sight, mentions: list[Mention]) -> list[tuple[Actor, Actor]]:
    """The states and armed groups that a sentence names in one breath: "Seoul and Washington", "Israel and Hamas"."""
    states = sorted(
        (m for m in mentions if len(m.actors) == 1 and m.actors[0].kind in _STATES_AND_GROUPS),
        key=lambda mention: mention.first,
    )
    return [
        (one.actors[0], other.actors[0])
        for one, other in pairwise(states)
        if one.actors[0].key != other.actors[0].key
        and (_is_listed(sight, one, other) or _is_related(sight, one, other))
    ]


def _is_listed(sight: Sight, one: Mention, other: Mention) -> bool:
    """ "Seoul and Washington"; two of a longer list are no couple."""
    between = {sight.word(index) for index in range(one.last, other.first)}
    return sight.word(one.first - 1) != "," and "and" in between and between <= {"and", "the"}


_LONGEST_TIE = 6  # tokens


def _is_related(sight: Sight, one: Mention, other: Mention) -> bool:
    """ "Peru's border treaty with Chile", "the Malian accord with the CSP": what one has with the other."""
    tokens = sight.sentence.tokens
    between = [index for index in range(one.last, other.first) if sight.word(index) != "the"]
    owned = one.rule == "demonym" or (bool(between) and sight.word(between[0]) in POSSESSIVE)
    if not owned or len(between) > _LONGEST_TIE or sight.word(between[-1] if between else -1) != "with":
        return False
    return all(tokens[index].pos in {"NOUN", "ADJ", "PROPN", "PART", "PUNCT", "ADP"} for index in between)


def delegation_in(sight: Sight, mentions: list[Mention]) -> tuple[Actor, ...]:
    """Who leads, else who sends, the one delegation a sentence tells of: "a Chinese delegation led by X"."""
    words = [token.text.lower() for token in sight.sentence.tokens]
    if words.count("delegation") != 1:
        return ()
    at = words.index("delegation")
    for mention in mentions:
        before = words[max(mention.first - 3, 0) : mention.first]
        person = mention.actors and mention.actors[0].kind is MentionKind.PERSON
        if at < mention.first and person and {"led", "headed"} & set(before) and "by" in before:
            return mention.actors
    for mention in mentions:
        named = mention.first <= at < mention.last
        sent = at < mention.first <= at + 3 and words[at + 1] in {"from", "of"}
        if (named or sent) and mention.actors:
            return mention.actors
    return ()


def sides_of(actors: list[Actor]) -> tuple[Actor, ...]:
    """One actor per country, people before governments."""
    chosen: dict[str, Actor] = {}
    for actor in sorted(actors, key=lambda actor: actor.kind is not MentionKind.PERSON):
        side = actor.country or actor.entity_id or actor.label
        chosen.setdefault(side, actor)
    return tuple(chosen.values())


def faced_by(sight: Sight, index: int, mentions: list[Mention]) -> list[Actor]:
    """The other participants of the clause whose argument token ``index`` is."""
    tokens = sight.sentence.tokens
    verb = tokens[index].head
    faced: list[Actor] = []
    for mention in mentions:
        head = head_of(sight, mention)
        token = tokens[head]
        if token.head != verb or head == index or mention.first <= index < mention.last:
            continue
        if token.dep.startswith(("nsubj", "obj", "iobj")) or cases_of(sight.sentence, head) & _FACING:
            faced.extend(mention.actors)
    return faced


def head_of(sight: Sight, mention: Mention) -> int:
    """The token that joins a mention to the rest of its sentence; an argument's before a misread modifier's."""
    tokens = sight.sentence.tokens
    inside = range(mention.first, mention.last)
    outward = [index for index in inside if tokens[index].head not in inside]
    arguments = [
        index
        for index in outward
        if tokens[index].dep.split(":")[0] in {"nsubj", "obj", "obl", "conj", "root"}
    ]
    telling = [index for index in outward if tokens[index].dep not in {"case", "punct", "det"}]
    return next(iter(arguments or telling or outward), mention.first)


def stands_as_subject(sight: Sight, mention: Mention) -> bool:
    """Whether a mention, or the ministry of the state mentioned, is a clause's subject."""
    return _subject_word(sight, mention).dep.startswith("nsubj")


_ORGANS = frozenset({"ministry", "government", "department", "presidency", "chancellery"})


def _subject_word(sight: Sight, mention: Mention) -> Token:
    """The word by which a mention stands in its clause: of "the Foreign Ministry of Peru" that of the ministry."""
    tokens = sight.sentence.tokens
    token = tokens[head_of(sight, mention)]
    organ = tokens[token.head] if token.dep == "nmod" and token.head >= 0 else token
    return organ if organ.lemma.lower() in _ORGANS else token


def subject_of(sight: Sight, mentions: list[Mention]) -> Actor | None:
    for mention in mentions:
        if stands_as_subject(sight, mention) and len(mention.actors) == 1:
            return mention.actors[0]
    people = [m.actors[0] for m in mentions if len(m.actors) == 1 and m.actors[0].kind is MentionKind.PERSON]
    return people[0] if people else None


def _is_body(mention: Mention) -> bool:
    return all(actor.kind is MentionKind.ORGANIZATION for actor in mention.actors)


# "The leaders of P and Q met": P and Q did.
_SENT = frozenset(
    "leaders officials ministers delegations representatives envoys negotiators diplomats".split()
)


def brought_together(sight: Sight, mentions: list[Mention]) -> list[Actor]:
    """The actors that one verb brings together: its subjects, and who stands with or facing them."""
    tokens = sight.sentence.tokens
    by_verb: dict[int, list[Actor]] = {}
    starts = {mention.first for mention in mentions}
    for mention in mentions:
        if mention.last in starts and _is_body(mention):
            continue  # "the UN mission MONUSCO" is one side
        index = head_of(sight, mention)
        hops = 0
        while tokens[index].dep in {"conj", "appos", "flat"} and hops < 6:
            index, hops = tokens[index].head, hops + 1
        if cases_of(sight.sentence, index) == {"of"} and tokens[tokens[index].head].text.lower() in _SENT:
            index = tokens[index].head
        token, case = tokens[index], cases_of(sight.sentence, index)
        spoken = "to" in case and token.head >= 0 and tokens[token.head].lemma.lower() in _SPOKEN_TO
        faces = (
            token.dep in {"nsubj", "nsubj:pass", "obj", "obl:agent"}
            or case & {"with", "between", "by"}
            or spoken
        )
        if faces and mention.rule != "demonym":
            by_verb.setdefault(token.head, []).extend(mention.actors)
    return max(by_verb.values(), key=lambda actors: (len(sides_of(actors)) >= 2, len(actors)), default=[])


_WITH_EACH_OTHER = _MEETING | frozenset({"talk", "speak", "discuss", "sign", "agree", "join", "see", "visit"})


def acting_together(sight: Sight, mentions: list[Mention]) -> tuple[Actor, ...]:
    """The sides listed as subject of what they do to others: A and B of "A and B recognised C"."""
    tokens = sight.sentence.tokens
    for mention in mentions:
        head = head_of(sight, mention)
        token = tokens[head]
        if token.dep == "nsubj" and tokens[token.head].lemma.lower() not in _WITH_EACH_OTHER:
            heads = {
                head,
                *(i for i, other in enumerate(tokens) if (other.dep, other.head) == ("conj", head)),
            }
            listed = [actor for m in mentions if head_of(sight, m) in heads for actor in m.actors]
            return sides_of(listed)
    return ()


def has_other_crowd(sight: Sight, index: int, before: list[Mention]) -> bool:
    """Whether "they" follows several of whom nothing is known ("residents said they had fled")."""
    taken = {i for mention in before for i in range(mention.first, mention.last)}
    return any(
        token.tag == "NNS" and token.dep.startswith("nsubj") and at not in taken
        for at, token in enumerate(sight.sentence.tokens[:index])
    )


_ARMS_OF_STATE = frozenset(
    "army military government ministry navy police parliament cabinet embassy mission forces troops".split()
)


def owns_subject(sight: Sight, mention: Mention) -> bool:
    """Whether a mention's own arm is a clause's subject: the P of "P's army says it has …"."""
    tokens = sight.sentence.tokens
    head = tokens[head_of(sight, mention)]
    if head.dep != "nmod:poss" or head.head < 0:
        return False
    owned = tokens[head.head]
    return owned.dep.startswith("nsubj") and owned.text.lower() in _ARMS_OF_STATE


def of_reported(sight: Sight, index: int, subjects: list[Mention]) -> list[Mention]:
    """Whose ministry says something of its own side: "P will act if Q …, its ministry said"."""
    tokens = sight.sentence.tokens
    owner = tokens[tokens[index].head] if tokens[index].dep == "nmod:poss" else None
    if owner is None or owner.dep != "nsubj":
        return []
    saying = owner.head
    reported = [
        at for at, token in enumerate(tokens) if (token.head, token.dep) == (saying, "ccomp") and at < index
    ]
    main = [at for at, token in enumerate(tokens) if token.dep == "nsubj" and token.head in reported]
    return [m for m in subjects if any(m.first <= at < m.last for at in main)]
