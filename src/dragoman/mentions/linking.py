"""Linking: all places that name one person become one actor, resolved on the article's day.

A later "Blinken" joins the earlier "Antony Blinken"; title and country are gathered from every place before the tables
are asked who held that office on that day. Where the tables abstain, the words of the text stand as they are.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from dragoman.knowledge.entity import Incumbent, Resolution
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.knowledge.names import skeleton
from dragoman.mentions.mention import Actor, MentionKind
from dragoman.mentions.people import PersonRead

_PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "de",
        "da",
        "dos",
        "van",
        "von",
        "der",
        "del",
        "la",
        "le",
        "bint",
        "abu",
    }
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def fold_name(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case, initials, suffixes and possessives.

    >>> fold_name("Antony J. Blinken’s")
    ('antony', 'blinken')
    """
    plain = unicodedata.normalize("NFKD", name.removesuffix("'s").removesuffix("’s").replace("-", " "))
    words = "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace(".", " ").split()
    kept = [word.strip("'’,") for word in words]
    return tuple(word for word in kept if len(word) > 1 and word not in _SUFFIXES)


@dataclass(slots=True)
class Chain:
    """The reads of one person, in text order."""

    words: tuple[str, ...]
    reads: list[PersonRead] = field(default_factory=list)

    def add(self, read: PersonRead) -> None:
        """Take a read in; the longest name becomes the chain's."""
        self.reads.append(read)
        words = fold_name(read.name)
        if len(words) > len(self.words):
            self.words = words

    @property
    def role(self) -> str | None:
        """The role most often told beside the name, without former offices."""
        roles = [read.title.role for read in self.reads if read.title and read.title.role]
        telling = [role for role in roles if role != _ANY_MINISTER] or roles
        return max(telling, key=telling.count, default=None)

    @property
    def country(self) -> str | None:
        """The country told beside the name."""
        return next(
            (read.belonging.country for read in self.reads if read.belonging and read.belonging.country), None
        )

    @property
    def org_id(self) -> str | None:
        """The organisation told beside the name."""
        return next(
            (read.belonging.org_id for read in self.reads if read.belonging and read.belonging.org_id), None
        )


def link_people(
    reads: Iterable[PersonRead], kb: KnowledgeBase, day: dt.date | None
) -> dict[PersonRead, Actor]:
    """The actor of every read.

    Full names are chained first, so that a headline's bare surname joins the person the text later introduces.
    """
    chains: list[Chain] = []
    for read in sorted(reads, key=lambda read: (len(fold_name(read.name)) <= 1, read.name_span)):
        _chain_of(chains, read, kb, day).add(read)
    return {read: actor for chain in chains for actor in [_actor(chain, kb, day)] for read in chain.reads}


def _chain_of(chains: list[Chain], read: PersonRead, kb: KnowledgeBase, day: dt.date | None) -> Chain:
    words = fold_name(read.name)
    fitting = [chain for chain in chains if _is_same_name(chain.words, words) and not _conflicts(chain, read)]
    fitting = [chain for chain in fitting if not _is_namesake(chain, read, kb, day)]
    if fitting:
        return max(
            fitting, key=lambda chain: (_agreement(chain, read), _is_titled(chain), _nearness(chain, read))
        )
    chain = Chain(words)
    chains.append(chain)
    return chain


def _is_same_name(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    if not known or not words:
        return known == words
    if len(words) == 1 or len(known) == 1:
        short, long = (words, known) if len(words) <= len(known) else (known, words)
        return short[0] in {long[-1], long[0]} or (short[0] in long and short[0] not in _PARTICLES)
    shared = set(known) & set(words)
    return len(shared) >= 2 and (shared == set(words) or shared == set(known))


def _conflicts(chain: Chain, read: PersonRead) -> bool:
    """Two people of one surname from different countries, or a father and the son named after him."""
    if _is_father(chain, read):
        return True
    if read.belonging and read.belonging.country and chain.country:
        return read.belonging.country != chain.country
    return False


_REIGNING = frozenset({"king", "queen", "emir", "amir", "sultan", "emperor"})
_SON_OF = frozenset({"bin", "ibn", "ben", "bint"})


def _is_father(chain: Chain, read: PersonRead) -> bool:
    """ "King Abdullah" beside "Crown Prince Hussein bin Abdullah" or "Foreign Minister Abdullah Ali Al-Yahya".

    Another office, and the name is a father's, behind "bin", or a sovereign's, who is called by one name.
    """
    words, role = fold_name(read.name), read.title.role if read.title else None
    if len(words) != 1 or role is None or read.title is None or chain.role in {None, role}:
        return False
    if _REIGNING & set(read.title.text.casefold().split()):
        return len(chain.words) > 1
    return words[0] in chain.words[1:] and chain.words[chain.words.index(words[0]) - 1] in _SON_OF


def _is_namesake(chain: Chain, read: PersonRead, kb: KnowledgeBase, day: dt.date | None) -> bool:
    """ "President Biden" beside "Ashley Biden": the tables know who holds that office by another first name."""
    role = read.title.role if read.title else None
    if role not in _PRINCIPALS or len(fold_name(read.name)) != 1 or len(chain.words) == 1:
        return False
    if any(other.title is not None and other.title.role == role for other in chain.reads):
        return False
    told = read.belonging.country if read.belonging is not None else chain.country
    held = kb.resolve_person(read.name, role=role, country=told, org_id=None, day=day).incumbent
    if held is None or fold_name(held.person.family_name)[-1:] != fold_name(read.name):
        return False
    return not set(chain.words[:-1]) & set(fold_name(held.person.name))


def _agreement(chain: Chain, read: PersonRead) -> int:
    role = read.title.role if read.title else None
    return int(role is not None and role == chain.role) + int(fold_name(read.name)[-1:] == chain.words[-1:])


def _is_titled(chain: Chain) -> bool:
    """Whether an office or a state is told of somebody: a bare surname is the President's before his wife's."""
    return any(read.title is not None or read.belonging is not None for read in chain.reads)


def _nearness(chain: Chain, read: PersonRead) -> int:
    return max(
        (other.name_span.start for other in chain.reads if other.name_span.start <= read.name_span.start),
        default=-1,
    )


def _actor(chain: Chain, kb: KnowledgeBase, day: dt.date | None) -> Actor:
    longest = max(chain.reads, key=lambda read: len(fold_name(read.name)))
    titled = _best_titled(chain)
    name = longest.name.removesuffix("'s").removesuffix("’s")
    if (former := _former(chain)) is not None:
        titled = former
    resolution = kb.resolve_person(name, role=chain.role, country=chain.country, org_id=chain.org_id, day=day)
    if not _is_like(name, resolution, kb) or _is_first_name(name, chain, resolution):
        resolution = Resolution(None, None, (), "no person of that name in the tables", 0.0)
    if resolution.incumbent is None and (chain.role is None or resolution.person is None):
        principal = _principal(name, chain, kb, day)
        resolution = principal if principal is not None and _is_like(name, principal, kb) else resolution
    if resolution.person is None and resolution.incumbent is None and len(fold_name(name)) > 1:
        resolution = _by_full_name(name, kb) or resolution
    known = _at_home(resolution.incumbent, chain, kb, day)
    person = known.person if known else resolution.person
    title = titled.title if titled else None
    belonging = next((read.belonging for read in chain.reads if read.belonging), None)
    country = _country(chain, known, resolution)
    use_office = known is not None and (title is None or title.qualifier is None)
    return Actor(
        MentionKind.PERSON,
        label=person.name if person else name,
        name=person.name if person else name,
        entity_id=person.person_id if person else None,
        country=country,
        title=title,
        office_id=known.office.office_id if known and use_office else None,
        office_title=(known.term.title or known.office.title) if known and use_office else None,
        office_role=known.office.role if known and use_office else (title.role if title else None),
        body_id=chain.org_id,
        named_at=(longest.name_span,),
        country_at=(belonging.span,) if belonging and belonging.country == country and country else (),
        confidence=resolution.confidence if known else (0.8 if title else 0.6),
        reason=resolution.reason,
    )


def _best_titled(chain: Chain) -> PersonRead | None:
    """The first read with an office, one that says of what before "Minister" alone; else the first with any title."""
    with_role = [read for read in chain.reads if read.title and read.title.role]
    telling = [read for read in with_role if read.title and read.title.role != _ANY_MINISTER]
    return next((read for read in (*telling, *with_role, *chain.reads) if read.title), None)


_ANY_MINISTER = "minister"

_MONSIEUR = "M."
_INITIALS = re.compile(r"(?:[A-Z](?:\. ?| ))+")
# Below this likeness of two folded words (0 to 1) a variant spelling is a different name: Zelenskiy/Zelenskyy is .89,
# Huizhen/Hillen .62.
_LIKE = 0.72
_LONGEST_INITIALS = 4
_PRINCIPALS = frozenset(
    {"head-of-state", "head-of-government", "foreign-minister", "secretary-general", "vice-president"}
)


def _is_like(name: str, resolution: Resolution, kb: KnowledgeBase) -> bool:
    """Whether the person the tables propose is called at all like the text's words."""
    person = resolution.incumbent.person if resolution.incumbent else resolution.person
    if person is None or (name.isupper() and len(name) <= _LONGEST_INITIALS):
        return True  # "MBS", "AMLO"
    words = [word for word in fold_name(name) if word not in _PARTICLES]
    known = fold_name(person.name) + fold_name(person.family_name)
    if not _has_initials(name, person.name):
        return False
    called = fold_name(person.family_name)[-1:] == tuple(words[-1:]) and words[0][:2] == known[0][:2]
    if resolution.incumbent is not None and called:
        return True  # "Joseph R. Biden, Jr." is Joe Biden
    close = sum(
        word in known or any(SequenceMatcher(None, word, other).ratio() >= _LIKE for other in known)
        for word in words
    )
    if close >= max(1, min(len(words), len(set(known) - _PARTICLES))):
        return True
    # "Joseph R. Biden, Jr." is Joe: the tables know the whole name.
    has_suffix = name.casefold().rstrip(".").split()[-1] in _SUFFIXES
    return has_suffix and words[-1] in known and person in kb.find_people(name)


def _has_initials(name: str, known: str) -> bool:
    """Whether the letters a name begins with are those of the given names: "R. K. Singh" is no Rajnath or Hardeep Singh."""
    told = _INITIALS.match(name)
    if told is None or told[0].strip() == _MONSIEUR:
        return True
    letters = "".join(filter(str.isalpha, told[0])).casefold()
    given = known.replace(".", " ").casefold().split()
    return "".join(word[0] for word in given).startswith(letters) or given[0] == letters


def _is_first_name(name: str, chain: Chain, resolution: Resolution) -> bool:
    """ "Naomi" alone, without an office or a country, is anybody's child and no prime minister."""
    person = resolution.incumbent.person if resolution.incumbent else resolution.person
    words = fold_name(name)
    told = chain.role is not None or chain.country is not None or chain.org_id is not None
    if person is None or len(words) != 1 or told or name.isupper():
        return False
    given = fold_name(person.name)[:-1]  # not "Zelensky", which the tables spell in another way
    return words[0] in given and words[0] not in fold_name(person.family_name)


def _spelt(name: str) -> set[str]:
    """The words of a name however they are transcribed ("Zelenskiy", "Zelensky")."""
    return {skeleton(word) for word in fold_name(name)}


def _principal(name: str, chain: Chain, kb: KnowledgeBase, day: dt.date | None) -> Resolution | None:
    """A name that exactly one head of state, head of government or foreign minister bears on the day."""
    if day is None:
        return None
    found: dict[tuple[str, ...], Incumbent] = {}
    for person in kb.find_people(name):
        if _spelt(name).isdisjoint(_spelt(person.family_name)):
            continue  # a given name alone names nobody
        for held in kb.offices_of(person.person_id, day):
            fits = chain.country is None or held.office.country == chain.country
            if held.office.role not in _PRINCIPALS or not fits or chain.role not in {None, held.office.role}:
                continue
            known = found.get(fold_name(person.name))
            # A sovereign's head of state is listed under its dependencies too, there with less support.
            if known is None or held.term.confidence > known.term.confidence:
                found[fold_name(person.name)] = held
    if len(found) > 1 and len({held.office.country for held in found.values()}) == 1:
        reigning = [held for held in found.values() if held.office.role == "head-of-state"]
        found = {
            fold_name(held.person.name): held for held in reigning
        }  # "Kim" beside other Kims of the state
    if len(found) != 1:
        return None
    held = next(iter(found.values()))
    return Resolution(held, held.person, (held,), f"the only {held.office.title} of that name on {day}", 0.75)


def _by_full_name(name: str, kb: KnowledgeBase) -> Resolution | None:
    """The one person of exactly this full name, in whatever office (an undated page, or out of office on the day)."""
    people = {
        person.country: person
        for person in kb.find_people(name)
        if set(fold_name(person.name)) >= set(fold_name(name))
    }
    if len(people) != 1:
        return None
    person = next(iter(people.values()))
    return Resolution(None, person, (), f"the only {name} in the tables; no office on the day", 0.7)


def _at_home(
    known: Incumbent | None, chain: Chain, kb: KnowledgeBase, day: dt.date | None
) -> Incumbent | None:
    """Of several thrones of one person the one at home, unless the text names another realm."""
    if known is None or chain.country is not None or known.office.country in {None, known.person.country}:
        return known
    for held in kb.offices_of(known.person.person_id, day):
        if held.office.country == known.person.country and held.office.role == known.office.role:
            return held
    return None if known.office.role in _LISTED_OVERSEAS else known


# Under dependencies the tables list who holds these at home, also past the end of the term there.
_LISTED_OVERSEAS = frozenset({"head-of-state", "vice-president"})


def _former(chain: Chain) -> PersonRead | None:
    return next(
        (read for read in chain.reads if read.title and read.title.qualifier in {"former", "ex", "late"}),
        None,
    )


def _country(chain: Chain, known: Incumbent | None, resolution: Resolution) -> str | None:
    if known is not None and known.office.org_id is not None and known.office.country is None:
        return None
    if chain.country is not None:
        return chain.country
    if chain.org_id is not None:
        return None
    if known is not None:
        return known.office.country or known.person.country
    return resolution.person.country if resolution.person else None
