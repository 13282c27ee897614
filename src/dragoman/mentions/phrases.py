"""Phrases: what the tables and the name tagger see at each token of a sentence.

One :class:`Sight` per sentence says where names, offices, countries, demonyms and organisations stand, so that the
readers above ask one question ("what ends here?") whatever the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.citation import Span
from dragoman.knowledge.entity import OrgKind
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.knowledge.names import fold
from dragoman.language.document import NameLabel, NameSpan, Sentence

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
OFFICE = ("OFFICE", "office")
"""The labels of an office's words: the network's and the tables'."""
HONORIFICS = frozenset(
    "h.e. hh hm hrh he his her excellency excellencies highness majesty royal serene dr dr. mr mr. mrs mrs. ms ms. "
    "sir dame lord lady sheikh sheikha shaikh prof professor prof. gen gen. general lt lt. col col. maj. "
    "adm adm. rev. fr. dato datuk tun tan sri hon hon. honourable honorable right the u daw dasho lyonpo "
    "sayyid sayyed seyyed madam madame chief comrade eng. amb amb. amb.dr".split()
)
# The honorifics that nothing but a name follows.
_ADDRESSES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sheikh sheikha shaikh sayyid sayyed seyyed sir dame lord lady prof. h.e. hrh".split()
)
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_CLITICS = frozenset({"'s", "’s"})
# A name the tagger is less sure of than this is left to the tables.
_SURE_NAME = 0.3
QUALIFIERS = frozenset(
    "former then then- ex late acting interim caretaker outgoing incoming newly new current visiting "
    "elect designate long-serving ousted deposed exiled de facto".split()
)
# Whose office is another's to give: "the special representative of Prime Minister NAME" is not the Prime Minister.
_SERVING = frozenset({"representative", "envoy", "adviser", "advisor", "aide", "assistant", "spokesperson"})
_TABLE_KINDS = {
    "country": "country",
    "demonym": "demonym",
    "organization": "organization",
    "armed_group": "armed_group",
    "conference": "conference",
    "office_title": "office",
    "metonym": "metonym",
    "region": "region",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``first`` to ``last`` (excluded) are, to the tables or the tagger, a ``label``."""

    first: int
    last: int
    label: str
    probability: float = 1.0


@dataclass(slots=True)
class Sight:
    """All phrases of one sentence, by where they start and end."""

    sentence: Sentence
    phrases: list[Phrase]
    starts: dict[int, list[Phrase]] = field(default_factory=dict)
    ends: dict[int, list[Phrase]] = field(default_factory=dict)
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.words = tuple(token.text.lower() for token in self.sentence.tokens)
        for phrase in self.phrases:
            self._index(phrase)

    def add(self, phrase: Phrase) -> None:
        """Take in a phrase found late."""
        self.phrases.append(phrase)
        self._index(phrase)

    def remove(self, phrase: Phrase) -> None:
        """Drop a phrase that was misread."""
        self.phrases.remove(phrase)
        self.starts[phrase.first].remove(phrase)
        self.ends[phrase.last].remove(phrase)

    def _index(self, phrase: Phrase) -> None:
        self.starts.setdefault(phrase.first, []).append(phrase)
        self.ends.setdefault(phrase.last, []).append(phrase)

    def ending(self, last: int, *labels: str) -> Phrase | None:
        """The longest phrase of one of ``labels`` that ends before token ``last``."""
        found = [phrase for phrase in self.ends.get(last, ()) if phrase.label in labels]
        return min(found, key=lambda phrase: phrase.first, default=None)

    def starting(self, first: int, *labels: str) -> Phrase | None:
        """The longest phrase of one of ``labels`` that starts at token ``first``."""
        found = [phrase for phrase in self.starts.get(first, ()) if phrase.label in labels]
        return max(found, key=lambda phrase: phrase.last, default=None)

    def covering(self, index: int, *labels: str) -> Phrase | None:
        """A phrase of one of ``labels`` that covers token ``index``."""
        for phrase in self.phrases:
            if phrase.label in labels and phrase.first <= index < phrase.last:
                return phrase
        return None

    def of(self, *labels: str) -> list[Phrase]:
        """The phrases of one of ``labels``, in text order, longest first where they start together."""
        found = [phrase for phrase in self.phrases if phrase.label in labels]
        return sorted(found, key=lambda phrase: (phrase.first, -phrase.last))

    def text(self, first: int, last: int, source: str) -> str:
        """The article's words from token ``first`` to ``last`` (excluded); of a line in capitals as they were respelled."""
        text = self.span(first, last).of(source)
        if not text.isupper() or self.sentence.tokens[first].text.isupper():
            return text
        tokens = self.sentence.tokens[first:last]
        ends = [*(token.span.start for token in tokens[1:]), tokens[-1].span.end]
        return "".join(
            token.text + " " * (end > token.span.end) for token, end in zip(tokens, ends, strict=True)
        )

    def span(self, first: int, last: int) -> Span:
        """The span from token ``first`` to ``last`` (excluded)."""
        tokens = self.sentence.tokens
        return Span(tokens[first].span.start, tokens[last - 1].span.end)

    def word(self, index: int) -> str:
        """Token ``index`` in lower case, empty past the ends of the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""


# Verbs of which "of" tells with what, not whose.
_CHARGING = frozenset(
    "accuse suspect warn inform notify assure convict remind deprive strip rid advise ask demand".split()
)


def is_of_something(sight: Sight, index: int) -> bool:
    """Whether "of …" belongs to the noun at token ``index``; in "accused the alliance of duplicity" it does not."""
    tokens = sight.sentence.tokens
    if sight.word(index + 1) != "of" or tokens[index + 1].dep == "mark":
        return False
    verb = tokens[index].head
    return verb < 0 or tokens[verb].lemma.lower() not in _CHARGING


def see(sentence: Sentence, kb: KnowledgeBase) -> Sight:
    """What the tables and the tagger say of a sentence."""
    phrases = [
        phrase
        for name in sentence.names
        if name.last > name.first and (phrase := _named(sentence, name, kb)) is not None
    ]
    phrases.extend(
        Phrase(name.first, name.last, NameLabel.LOC.value, name.probability)
        for name in sentence.names
        if name.last == name.first + 1 and _is_town(sentence, name, kb)
    )
    words = [token.text for token in sentence.tokens]
    phrases.extend(_hyphenated(sentence, kb))
    phrases = [
        _bare_office(part, words, kb) if part.label == NameLabel.OFFICE.value else part
        for phrase in phrases
        for part in _parted(phrase, words)
    ]
    for first, last, kinds in _in_tables(words, kb):
        if _is_inside_person(phrases, first, last) or _is_part_of_another(words, first, last):
            continue
        if "office_title" in kinds:
            first = _after_nation(phrases, words, first, last, kb)
            last = _before_nation(phrases, words, first, last, kb)
        phrases.extend(Phrase(first, last, _TABLE_KINDS[kind]) for kind in kinds if kind in _TABLE_KINDS)
    return Sight(sentence, phrases)


def is_told_again(words: Sequence[str], first: int, last: int) -> bool:
    """Whether an office stands for somebody told of before: "the Secretary" in "the Secretary and President NAME"."""
    before = words[first - 1].lower() if first > 0 else ""
    return before == "the" and words[last - 1].lower() == "secretary" and words[first].lower() != "foreign"


def _parted(phrase: Phrase, words: Sequence[str]) -> list[Phrase]:
    """The two offices of "the Secretary and Foreign Minister NAME", taken for one."""
    halves = halves_of(phrase, words) if phrase.label == NameLabel.OFFICE.value else []
    return halves if halves and is_told_again(words, halves[0].first, halves[0].last) else [phrase]


def halves_of(phrase: Phrase, words: Sequence[str]) -> list[Phrase]:
    """What stands before and behind the one "and" of a phrase; nothing if it has none, or several."""
    joints = [at for at in range(phrase.first + 1, phrase.last - 1) if words[at] == "and"]
    if len(joints) != 1:
        return []
    return [replace(phrase, last=joints[0]), replace(phrase, first=joints[0] + 1)]


def _named(sentence: Sentence, name: NameSpan, kb: KnowledgeBase) -> Phrase | None:
    """What the tagger saw; somebody in the tables whose whole name it took for a place's is a person."""
    if name.label is NameLabel.LOC and _is_known_person(sentence, name, kb):
        return Phrase(name.first, name.last, NameLabel.PER.value, max(name.probability, _SURE_NAME))
    if not _is_sure(sentence, name) or _is_state(sentence, name, kb):
        return None
    return Phrase(name.first, name.last, name.label.value, name.probability)


def _is_known_person(sentence: Sentence, name: NameSpan, kb: KnowledgeBase) -> bool:
    """Whether first and last name are those of somebody in the tables, and no place is called so."""
    words = [token.text for token in sentence.tokens[name.first : name.last]]
    text = " ".join(words)
    if len(words) == 1 or not (words[0][:1].isupper() and words[-1][:1].isupper()) or kb.find_places(text):
        return False
    ends = [fold(words[0]), fold(words[-1])]
    return any((parts := fold(one.name).split())[:1] + parts[-1:] == ends for one in kb.find_people(text))


def _is_sure(sentence: Sentence, name: NameSpan) -> bool:
    """Whether a name stands: the tagger is sure enough, or it is a person's behind a style ("Sayyid …", "Dr …")."""
    if name.probability >= _SURE_NAME:
        return True
    before = sentence.tokens[name.first - 1].text if name.first > 0 else ""
    words = sentence.tokens[name.first : name.last]
    named = all(word.pos == "PROPN" for word in words)
    return name.label is NameLabel.PER and named and before[:1].isupper() and before.lower() in _ADDRESSES


def _hyphenated(sentence: Sentence, kb: KnowledgeBase) -> list[Phrase]:
    """Names and titles with a hyphen that the words are split at ("Al-Shabaab", "Secretary-General")."""
    tokens = sentence.tokens
    found: list[Phrase] = []
    for index, token in enumerate(tokens[1:-1], 1):
        if token.text != "-" or not tokens[index - 1].text[:1].isalpha():
            continue
        text = f"{tokens[index - 1].text}-{tokens[index + 1].text}"
        capital = tokens[index + 1].text[:1].isupper()
        if capital and kb.find_office_title(text) is not None:
            found.append(Phrase(index - 1, index + 2, "office"))
        organization = kb.find_organization(text) if capital else None
        if organization is not None:
            label = "armed_group" if organization.kind is OrgKind.ARMED_GROUP else "organization"
            found.append(Phrase(index - 1, index + 2, label))
    return found


# States whose name is the end of another place's, by the word before; bodies of the American state of Georgia.
_NEWER = frozenset({"mexico", "britain", "ireland"})
_WATERS = frozenset({"gulf", "sea", "bay", "strait", "isthmus"})
_AMERICANS = frozenset({"american", "americans"})
_HOUSES = frozenset("Hospital Church Cathedral School College University Hospice Square Street Park".split())
_OF_THE_STATE = frozenset("bureau tech southern power gov gov. sen sen. rep rep.".split())


def _is_part_of_another(words: list[str], first: int, last: int) -> bool:
    """The "America" of "Latin America" is not the United States, a "National Security Council" not the United Nations'.

    Nor is the "Mexico" of "New Mexico" or "the Gulf of Mexico" a state, but "the new Mexico coach" is Mexico's.
    """
    before = [_capital(words[index]) if index >= 0 else "" for index in (first - 1, first - 2)]
    behind = _capital(words[last]) if last < len(words) else ""
    phrase = words[first:last]
    if before[0] == "national" and phrase == ["Security", "Council"]:
        return True
    wars = phrase == ["Vietnam"] and behind in {"war", "veteran", "veterans"}
    if wars or behind in _AMERICANS or (phrase == ["Georgia"] and behind in _OF_THE_STATE):
        return True  # "Irish Americans"
    if before[1] in _WATERS and len(phrase) == 1 and words[first - 1].lower() == "of":
        return True
    if before[0] == "new" and len(phrase) == 1 and phrase[0].lower() in _NEWER:
        return True
    saints = phrase[0] in {"St", "St.", "Saint"} and not _HOUSES.isdisjoint(words[last : last + 3])
    return saints or (phrase == ["America"] and before[0] in {"latin", "north", "south", "central"})


def _capital(word: str) -> str:
    """A capitalised word in lower case; of any other, nothing."""
    return word.lower() if word[:1].isupper() else ""


def _in_tables(words: list[str], kb: KnowledgeBase) -> list[tuple[int, int, tuple[str, ...]]]:
    """The table phrases of a sentence; names of parted words ("People's Republic", "High-Level") come first."""
    gazetteer = kb.gazetteer()
    found = [(first, final + 1, kinds) for first, final, kinds in gazetteer.match_phrases(words)]
    if not any(word in _CLITICS or word in _HYPHENS for word in words):
        return found
    joined, starts = _joined(words)
    whole = [
        (starts[first], starts[final + 1], kinds)
        for first, final, kinds in gazetteer.match_phrases(joined)
        if any("'s" in word for word in joined[first:final])
        or any(starts[place + 1] - starts[place] > 2 for place in range(first, final + 1))
    ]
    inside = {index for first, last, _ in whole for index in range(first, last)}
    return [phrase for phrase in found if not inside & set(range(phrase[0], phrase[1]))] + whole


def _joined(words: list[str]) -> tuple[list[str], list[int]]:
    """The words with possessives and hyphens put back, and where each began (with the end behind the last)."""
    joined: list[str] = []
    starts: list[int] = []
    for index, word in enumerate(words):
        ends = len(joined) > 1 and joined[-2].lower() == "of"  # "the People's Republic of Korea's launch"
        if word in _CLITICS and joined and not ends:
            joined[-1] += "'s"
        elif joined and (word in _HYPHENS or joined[-1].endswith("-")):
            joined[-1] += "-" if word in _HYPHENS else word
        else:
            joined.append(word)
            starts.append(index)
    return joined, [*starts, len(words)]


def _bare_office(phrase: Phrase, words: list[str], kb: KnowledgeBase) -> Phrase:
    """A title without the state or body the tagger took into it ("foreign minister of Sweden", "NATO Secretary General")."""
    first, last = phrase.first, phrase.last
    for index in range(first + 1, last - 1):
        if words[index] in {"of", "for"}:
            rest = " ".join(words[index + 1 : last]).removeprefix("the ")
            served = words[index - 1] in _SERVING and kb.find_office_title(rest) is not None
            if served or kb.find_country(rest) is not None or kb.find_organization(rest) is not None:
                last = index
                break
    lead = words[first]
    if last - first > 1 and (
        kb.find_country(lead) or kb.demonym_countries(lead) or kb.find_organization(lead)
    ):
        first += 1
    return Phrase(first, last, phrase.label, phrase.probability)


def _is_state(sentence: Sentence, name: NameSpan, kb: KnowledgeBase) -> bool:
    """A country's name that the tagger took for a person's."""
    if name.label is not NameLabel.PER:
        return False
    text = " ".join(token.text for token in sentence.tokens[name.first : name.last])
    if kb.find_country(text) is not None or kb.demonym_countries(text) or kb.metonym_country(text):
        return True
    body = kb.find_organization(text) if name.last - name.first > 1 else None
    if body is not None and body.kind is OrgKind.ARMED_GROUP:
        return True  # "killed by Al Shabaab", "Islamic State militants"
    after = sentence.tokens[name.last].text if name.last < len(sentence.tokens) else ""
    if after == "group" and kb.find_organization(f"{text} {after}") is not None:
        return True  # "the Islamic State group"
    before = sentence.tokens[name.first - 1].text if name.first > 0 else ""
    alone = name.last - name.first == 1 and not before[:1].isupper()
    least = _TOWN if before.lower() in _WHERE else _BIG_CITY
    return alone and (kb.find_organization(text) is not None or _is_city(text, least, kb))


def _is_town(sentence: Sentence, name: NameSpan, kb: KnowledgeBase) -> bool:
    """A big city's name that the tagger took for a person's: "target Kharkiv with drones"."""
    text = sentence.tokens[name.first].text
    if name.label is not NameLabel.PER or not _is_state(sentence, name, kb):
        return False
    return kb.find_country(text) is None and not kb.demonym_countries(text) and _is_city(text, _TOWN, kb)


_BIG_CITY = 200_000
_TOWN = 20_000
_WHERE = frozenset({"in", "of", "near", "at", "around", "outside", "towards"})


def _is_city(text: str, least: int, kb: KnowledgeBase) -> bool:
    """A city of that name and size, and nobody in office whose surname it is."""
    big = any(place.population >= least and place.name == text for place in kb.find_places(text))
    return big and not any(person.family_name == text for person in kb.find_people(text))


def _after_nation(phrases: list[Phrase], words: list[str], first: int, last: int, kb: KnowledgeBase) -> int:
    """ "US Secretary of State": the country stands beside the title, not in it."""
    for end in range(last - 1, first, -1):
        text = " ".join(words[first:end])
        if kb.find_country(text) is not None:
            phrases.append(Phrase(first, end, "country"))
            return end
        if kb.demonym_countries(text):
            phrases.append(Phrase(first, end, "demonym"))
            return end
    return first


def _before_nation(phrases: list[Phrase], words: list[str], first: int, last: int, kb: KnowledgeBase) -> int:
    """ "Foreign Minister of Kenya": the country stands beside the title, not in it."""
    for index in range(first + 1, last - 1):
        if words[index] != "of":
            continue
        start = index + 2 if words[index + 1] == "the" else index + 1
        if kb.find_country(" ".join(words[start:last])) is not None:
            phrases.append(Phrase(start, last, "country"))
            return index
    return last


def _is_inside_person(phrases: list[Phrase], first: int, last: int) -> bool:
    """A table entry that is only a part of a longer personal name ("Jordan" in "Michael Jordan")."""
    return any(
        phrase.label == NameLabel.PER.value and phrase.first < first and last <= phrase.last
        for phrase in phrases
    )
