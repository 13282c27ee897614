"""Coreference: "he", "the Secretary", "his counterpart", "the two leaders", "these countries", "we".

Walks the article once, sentence by sentence, with the actors met so far. An expression that fits no actor, or more than
one equally well, stays unresolved: a wrong person is worse than none.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.addressees import YOU, addressed
from dragoman.mentions.adversaries import read_adversary
from dragoman.mentions.belonging import Belonging
from dragoman.mentions.bodies import read_administration, read_body_again
from dragoman.mentions.cataphora import several_behind
from dragoman.mentions.counterparts import COUNTERPARTS, owner_ahead
from dragoman.mentions.crowds import faced_crowd, own_crowd
from dragoman.mentions.fighters import Fighters
from dragoman.mentions.forces import read_forces
from dragoman.mentions.governments import read_body
from dragoman.mentions.groups import GROUP_HEADS, Groups
from dragoman.mentions.home import Home
from dragoman.mentions.hosts import Hosts
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.nationals import read_leader, read_national, read_party_leader
from dragoman.mentions.offices import Offices, mention_of
from dragoman.mentions.own_voice import read_own_office
from dragoman.mentions.papers import read_paper
from dragoman.mentions.phrases import Phrase, Sight
from dragoman.mentions.pronouns import SINGULAR, read_pronoun
from dragoman.mentions.quoting import OPENING_MARKS, is_quoted, is_strangers, is_strangers_own, reporter
from dragoman.mentions.salience import OBJECT, tellings_in
from dragoman.mentions.scene import Scene
from dragoman.mentions.seats import read_seated
from dragoman.mentions.short_names import read_short_name
from dragoman.mentions.somebody import is_of_spokesperson
from dragoman.mentions.standing import Standing
from dragoman.mentions.story import (
    Story,
    brought_together,
    couples_in,
    faced_by,
    has_other_crowd,
    head_of,
    of_reported,
    owns_subject,
    sides_of,
    stands_as_subject,
    subject_of,
)
from dragoman.mentions.styles import Styles, is_style, is_title_of
from dragoman.mentions.turns import Speech

_PLURAL = frozenset({"they", "them", "their", "both"})
_STATE_PRONOUNS = frozenset({"it", "its"})
_SPEAKER = frozenset({"we", "i", "our", "my", "us", "me"})

# Verbs whose object "it" is somebody.
_ADDRESSING = frozenset(
    "ask tell urge warn accuse blame call order remind thank press assure invite sue support condemn criticise criticize "
    "praise join threaten appeal inform advise permit allow force persuade demand help reproach fault".split()
)
# Words that stand for nobody, whatever is around them; those without a part of speech are of sentences left untagged.
_POINTLESS = frozenset(("", *"PUNCT SYM INTJ ADP CCONJ SCONJ AUX PART ADV VERB".split()))
_EMPTY = ("that", "important", "necessary", "clear", "time", "been", "likely")


class Resolver:
    """Resolves the indirect mentions of one article."""

    def __init__(
        self,
        source: str,
        kb: KnowledgeBase,
        day: dt.date | None,
        people: tuple[Actor, ...],
        speech: Speech,
        named: frozenset[str],
        states: frozenset[str],
        home: Home | None,
        armed: Actor | None = None,
    ) -> None:
        self.source, self.kb, self.speech, self.named = source, kb, speech, named
        self.story, self.scene = Story(joint=speech.issuers, fighters=armed), Scene(kb, home)
        country = home.country if home is not None else None
        standing = Standing(source, kb, named, states, country)
        self.offices = Offices(source, kb, day, people, self.story, self.scene, standing)
        self.groups = Groups(kb, self.story, self.offices, self.scene)
        self.hosts = Hosts(kb, self.story, self.offices, self.scene)
        self.styles, self.fighters = Styles(self.story, country), Fighters(source, self.story)
        self.voices: dict[int, tuple[Actor, ...]] = {}

    def resolve(self, sight: Sight, mentions: list[Mention], blocked: set[int]) -> list[Mention]:
        """The sentence's mentions with the indirect ones added; the story moves on.

        Tokens in ``blocked`` belong to the name of a conference ("the NATO Foreign Ministers' meeting").
        """
        leaders = [read_leader(sight, mention, self.story) for mention in mentions]
        told = [read_national(sight, mention, self.story) for mention in leaders]
        found = [mention for mention in told if mention is not None]
        taken = {index for mention in found for index in range(mention.first, mention.last)}
        for phrase in self.offices.told(sight):
            if (taken | blocked) & set(range(phrase.first, phrase.last)):
                continue
            mention = self._their_offices(sight, phrase, found) or self.offices.read(sight, phrase, found)
            if mention is not None:
                found = [other for other in found if not _lies_in(other, mention)] + [mention]
                taken.update(range(mention.first, mention.last))
        for index, token in enumerate(sight.sentence.tokens):
            if index in taken or token.pos in _POINTLESS:
                continue
            if (mention := self._token(sight, index, found)) is not None:
                found.append(mention)
                taken.update(range(mention.first, mention.last))
        found = [replace(mention, is_subject=stands_as_subject(sight, mention)) for mention in found]
        found.sort(key=lambda mention: mention.first)
        reported = reporter(sight, found)
        if not reported and (voice := self._voice(sight, found)):
            self.voices[sight.sentence.index] = voice
        self._note_speakers(found, reported)
        outside = [m for m in found if not is_quoted(self.source, m.span.start)]
        subject = subject_of(sight, outside) or subject_of(sight, found)
        self.story.meet(sight, found, subject, brought_together(sight, found))
        self.styles.note(sight, found)
        self.scene.move(sight, self.source)
        return found

    def _token(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        word = sight.word(index)
        style = is_style(sight, index)
        if style and is_title_of(sight, index, before):
            return None
        if (styled := self.styles.read(sight, index)) is not None or style:
            return styled or self.offices.monarch_at_home(sight, index)
        if word in SINGULAR:
            return read_pronoun(sight, index, before, self.story)
        if (body := read_short_name(sight, index, self.kb, self.named)) is not None:
            return body
        if word == "it" and self.story.delegation_at == self.story.spoken_at and _is_subject(sight, index):
            return mention_of(sight, index, index + 1, self.story.delegation, "group")
        itself = word in _STATE_PRONOUNS and not is_of_spokesperson(sight, index, before)
        if itself and (state := self._state(sight, index, before)) is not None:
            return mention_of(sight, index, index + 1, (state,), "pronoun for a state")
        if word in COUNTERPARTS:
            return self._counterpart(sight, index, before)
        if (led := read_administration(sight, index, before, self.kb, self.offices.day)) is not None:
            return mention_of(sight, index - 1, index + 1, (led,), "government by its leader")
        if (seated := read_seated(sight, index, self.story, self.source, self.kb)) is not None:
            return seated
        if (own := read_own_office(sight, index, self.speech.issuers, self.scene.home, self.kb)) is not None:
            return own
        if (forces := read_forces(sight, index, self.source, before, self.kb)) is not None:
            return forces
        if (again := read_body_again(sight, index, self.story, before, self.kb, self.scene.home)) is not None:
            told = mention_of(sight, again[0], index + 1, (again[1],), "body again")
            return replace(told, plural=sight.sentence.tokens[index].tag == "NNS")
        if (paper := read_paper(sight, index, self.story.papers, self.speech.issuers)) is not None:
            return paper
        against = self.fighters.read(sight, index, before) or read_adversary(
            sight, index, self.story, before, self._speakers, self.kb
        )
        if against is not None:
            return against
        if word in _SPEAKER and (speakers := self._speakers(sight, index, before)):
            return mention_of(sight, index, index + 1, speakers, "speaker")
        if word in YOU and not is_quoted(self.source, sight.sentence.tokens[index].span.start):
            faced = addressed(sight, index, before, self.speech.turns)
            return mention_of(sight, index, index + 1, faced, "addressee") if faced else None
        if word in _PLURAL and self._is_pronoun(sight, index):
            group = () if has_other_crowd(sight, index, before) else self._near_group(sight, index, before)
            return mention_of(sight, index, index + 1, group, "plural pronoun") if group else None
        if (chief := read_party_leader(sight, index, self.story)) is not None:
            return chief
        return self.hosts.read(sight, index, before) or self.groups.read(sight, index, before)

    def _is_pronoun(self, sight: Sight, index: int) -> bool:
        """ "both" and "their" before a group noun, and "both A and B", are no pronouns."""
        if sight.word(index + 1) in GROUP_HEADS:
            return False
        token = sight.sentence.tokens[index]
        return token.text.lower() != "both" or token.dep.startswith(("nsubj", "obj", "obl", "nmod"))

    def _speakers(self, sight: Sight, index: int, before: list[Mention]) -> tuple[Actor, ...]:
        """Who "we" and "I" are: inside quotation marks who speaks there, else whose turn or page it is."""
        if is_quoted(self.source, sight.sentence.tokens[index].span.start):
            return self.quoted(sight, before)
        return self.speech.at(sight.sentence.span.start)

    def quoted(self, sight: Sight, mentions: list[Mention]) -> tuple[Actor, ...]:
        """Whose quoted words a sentence holds: who is reported to say them in it, else who spoke before."""
        last = (self.story.subject,) if self.story.subject is not None else ()
        told = reporter(sight, mentions) or self.speech.ahead.get(sight.sentence.index, ())
        return told or (() if is_strangers(sight, mentions) else self.story.speakers or last)

    def _voice(self, sight: Sight, mentions: list[Mention]) -> tuple[Actor, ...]:
        """In whose own words a sentence that reports nobody is told throughout; nobody's if it is the paper's own."""
        tokens = sight.sentence.tokens
        if not tokens:
            return ()
        opening = tokens[1] if tokens[0].text in OPENING_MARKS and len(tokens) > 1 else tokens[0]
        if is_quoted(self.source, opening.span.start):
            return self.quoted(sight, mentions)
        return self.speech.at(sight.sentence.span.start)

    def _note_speakers(self, mentions: list[Mention], told: tuple[Actor, ...]) -> None:
        """Keep who spoke last, for quotations that go on; what is quoted itself tells of others."""
        subject = next((m for m in mentions if m.is_subject), None)
        if not told and subject is not None and not is_quoted(self.source, subject.span.start):
            told = subject.actors
        if told:
            self.story.speakers = told

    def _state(self, sight: Sight, index: int, before: list[Mention]) -> Actor | None:
        """Whom "it" stands for: the state or body that is the subject so far; never where "it" is an empty subject."""
        if sight.word(index + 1) in {"is", "was", "has", "would", "will"} and sight.word(index) == "it":
            following = " ".join(sight.word(index + hop) for hop in range(2, 5))
            if any(word in following for word in _EMPTY):
                return None
        verb = sight.sentence.tokens[index].head
        faced = sight.sentence.tokens[index].dep in {"obj", "iobj", "obl"}
        if faced and sight.sentence.tokens[verb].lemma.lower() not in _ADDRESSING:
            return None  # "brokered it", "signed it": a thing
        if is_strangers_own(sight, index, before):
            return None
        told = [m for m in before if m.last <= index and len(m.actors) == 1 and m.rule != "speaker"]
        earlier = [m for m in told if _is_collective(m.actors[0])]
        subjects = [
            m for m in earlier if (stands_as_subject(sight, m) or owns_subject(sight, m)) and not faced
        ]
        states = [m for m in subjects if m.actors[0].title is None] or subjects  # an ambassador is no "it"
        subjects = of_reported(sight, index, subjects) or states
        if subjects or (earlier and sight.word(index) == "its"):
            return (subjects or earlier)[-1].actors[0]
        facing = {
            actor.key
            for m in before
            if (faced or m.first > index) and _faces(sight, m, verb)
            for actor in m.actors
        }  # "it accuses France": not France
        if any(sight.word(at) in _SPEAKER for at in range(len(sight.sentence.tokens))):
            facing.update(actor.key for actor in self._speakers(sight, index, before))
        return self.story.told.pick(
            sight.sentence.index,
            lambda actor: _is_collective(actor) and actor.key not in facing,
            now=tellings_in(sight.sentence, earlier) if faced else (),
            part=OBJECT,
        )

    def _near_group(self, sight: Sight, index: int, before: list[Mention]) -> tuple[Actor, ...]:
        """Who "they" are: an earlier "they" of the sentence, else its people of several sides, else the last group."""
        earlier = [mention for mention in before if mention.last <= index]
        for mention in reversed(earlier):
            if mention.plural and len(mention.actors) > 1:
                return mention.actors
        if behind := several_behind(sight, index, before):
            return behind
        crowd = {"they": own_crowd, "them": faced_crowd}.get(sight.word(index))
        if crowd is not None and (own := crowd(sight, index, earlier)):
            return own
        people = [actor for m in earlier for actor in m.actors if actor.kind is MentionKind.PERSON]
        sides = sides_of(list(dict.fromkeys(people)))
        if len(sides) >= 2:
            return sides
        if sight.word(index) == "both" and (couples := couples_in(sight, earlier)):
            return couples[-1]
        late = self.story.crowd_at > self.story.group_at
        return self.story.crowd if late else self.groups.last("", 0, faced_by(sight, index, before))

    def _their_offices(self, sight: Sight, phrase: Phrase, before: list[Mention]) -> Mention | None:
        """ "their foreign ministers", "the foreign ministers of both states": not the people told before themselves."""
        first, last = phrase.first, phrase.last
        owners: tuple[Actor, ...] = ()
        if sight.word(first - 1) == "their":
            first, owners = first - 1, self._near_group(sight, first - 1, before)
        elif sight.word(first - 1) in {"both", "two"}:
            group = self.groups.last("ministers", 2, faced_by(sight, last - 1, before))
            owners = group if all(actor.kind is MentionKind.GOVERNMENT for actor in group) else ()
            first -= 1 + (sight.word(first - 2) == "the")
        elif sight.word(last) == "of":
            first -= sight.word(first - 1) == "the"
            heads = (index for index in range(last + 1, last + 5) if sight.word(index) in GROUP_HEADS)
            told = next((g for head in heads if (g := self.groups.read(sight, head, before))), None)
            if told is not None and told.first <= last + 1:
                owners, last = told.actors, told.last
        actors = self.offices.of_each(sight, phrase, owners) if owners else ()
        return mention_of(sight, first, last, actors, "office of several") if actors else None

    def _counterpart(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "his French counterpart", "their colleagues from A and B": the same office in the countries named."""
        first, nations = self._nations_before(sight, index)
        if not nations and sight.word(index).endswith("s") and (body := self._body_before(sight, index)):
            return body
        if not nations and sight.word(index + 1) in {"from", "in", "of"}:
            nations = self.offices.nations_from(sight, index + 2)
        if sight.word(index).startswith("colleague") and not nations:
            return None
        owner = owner_ahead(sight, index, before) or self._owner(first, before)
        actors: list[Actor | None] = []
        unnamed: list[Belonging | None] = [None]
        for belonging in nations or unnamed:
            if owner is None or owner.role is None:
                actors.append(self.offices.of_country(belonging, None))
            else:
                actors.append(self.offices.same_role(owner, belonging))
        found = tuple(dict.fromkeys(actor for actor in actors if actor is not None))
        return mention_of(sight, first, index + 1, found, "counterpart") if found else None

    def _body_before(self, sight: Sight, index: int) -> Mention | None:
        """ "his ASEAN counterparts", "his EU colleagues": the members of the body, told by its name."""
        phrase = sight.ending(index, "organization", "ORG")
        if phrase is None:
            return None
        text = sight.text(phrase.first, phrase.last, self.source)
        actor = read_body(text, sight.span(phrase.first, phrase.last), self.kb)
        found = (actor,) if actor is not None and actor.kind is MentionKind.ORGANIZATION else ()
        return mention_of(sight, phrase.first, index + 1, found, "counterpart") if found else None

    def _nations_before(self, sight: Sight, index: int) -> tuple[int, list[Belonging]]:
        first = index
        nations: list[Belonging] = []
        while first > 0:
            nation = sight.ending(first, "demonym", "country", "NORP", "LOC")
            belonging = self.offices.belonging(sight, nation) if nation is not None else None
            if nation is not None and belonging is not None:
                nations.insert(0, belonging)
                first = nation.first
            elif sight.word(first - 1) in {"his", "her", "their", "its", "the", "new", "'s", "’s"} or (
                nations
                and sight.word(first - 1) in {",", "and"}
                and sight.ending(first - 1, "demonym", "country", "NORP", "LOC")
            ):
                first -= 1
            elif nations and sight.word(first - 1) == "and" and sight.word(first - 2) == ",":
                first -= 2
            else:
                break
        return first, nations

    def _owner(self, first: int, before: list[Mention]) -> Actor | None:
        earlier = [
            m for m in before if m.last <= first + 1 and m.actors and m.actors[0].kind is MentionKind.PERSON
        ]
        return earlier[-1].actors[0] if earlier else self.story.subject


def _faces(sight: Sight, mention: Mention, verb: int) -> bool:
    """Whether a mention is an argument of a verb, or stands behind a preposition at one ("its envoy from Beirut")."""
    tokens = sight.sentence.tokens
    head = tokens[head_of(sight, mention)]
    nested = head.dep == "nmod" and head.head >= 0 and tokens[head.head].head == verb
    return mention.rule != "demonym" and (head.head == verb or nested)


def _is_subject(sight: Sight, index: int) -> bool:
    return sight.sentence.tokens[index].dep == "nsubj" and index <= 1


def _is_collective(actor: Actor) -> bool:
    return actor.kind is not MentionKind.PERSON


def _lies_in(inner: Mention, outer: Mention) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last
