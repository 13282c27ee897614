"""Which claims speak of one person: names compared within a country, then given one id, name and variants."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from dragoman.knowledge.names import fold, name_tokens, same_token, skeleton, telling_tokens
from knowledge.claims import Claim

#: Whose spelling of a name is shown, best first.
NAME_ORDER = (
    "curated",
    "every-politician",
    "world-leaders-current",
    "us-executive",
    "pocom",
    "cia-factbook",
    "official-record",
    "cia-world-leaders-2019",
    "countryinfo",
    "reign",
)

#: Countries where a first given name is often left out.
FREE_ORDER = frozenset(
    "USA GBR CAN AUS NZL IRL FRA DEU AUT CHE BEL NLD ESP PRT ITA SWE NOR DNK FIN ISL BRA MEX ARG "
    "CHL COL PER VEN ECU BOL PRY URY "
    "CRI PAN GTM HND SLV NIC DOM CUB PHL AGO MOZ CPV STP GNB TLS JAM TTO BRB BHS GUY BLZ ZAF".split()
)

#: Countries whose head of state is that of other countries or territories too.
SOVEREIGNS = ("GBR", "USA", "FRA", "CHN", "NLD", "DNK", "NOR")

_FAMILY_FIRST = frozenset("CHN KOR PRK TWN VNM HKG MAC SGP".split())


@dataclass(frozen=True)
class Cluster:
    """One person as all claims have them."""

    person_id: str
    name: str
    family: str
    country: str | None
    variants: tuple[str, ...]


def cluster_claims(claims: list[Claim]) -> tuple[list[Cluster], dict[int, str]]:
    """The people behind the claims, and which claim (by position) belongs to whom."""
    by_country: defaultdict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        by_country[claim.country or ""].append(number)
    groups: list[list[int]] = []
    for country, numbers in sorted(by_country.items()):
        groups.extend(_group(claims, numbers, country))
    groups = _join_organisations(claims, _join_realms(claims, groups))
    return _name_groups(claims, groups)


def _group(claims: list[Claim], numbers: list[int], country: str) -> list[list[int]]:
    """Groups of claims of one country, by name; a bare surname joins the one person it fits in time."""
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        by_name[fold(claims[number].name)].append(number)
    for form, _ in _stated_variants(claims, numbers):
        by_name.setdefault(form, [])
    names = sorted(by_name, key=lambda name: (-len(telling_tokens(name)), name))
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    parent = list(range(len(names)))
    for index, name in enumerate(names):
        if len(telling_tokens(name)) < 2:
            continue
        rivals = {other for token in telling_tokens(name) for other in blocks[skeleton(token)]}
        alike = [
            other
            for other in sorted(rivals)
            if same_name(name, names[other], free_order=country in FREE_ORDER)
        ]
        fuller = [other for other in alike if _is_fuller(names[other], name)]
        open_to_several = any(
            _root(parent, one) != _root(parent, other) and not same_name(names[one], names[other])
            for one, other in combinations(fuller, 2)
        )
        for other in sorted(rivals):
            told = other in alike and not (open_to_several and other in fuller)
            if told or (
                same_name(name, names[other]) and _share_entry(claims, by_name[name], by_name[names[other]])
            ):
                parent[_root(parent, index)] = _root(parent, other)
        for token in telling_tokens(name):
            blocks[skeleton(token)].append(index)
    place = {name: index for index, name in enumerate(names)}
    stated = [(place[form], place[name]) for form, name in _stated_variants(claims, numbers)]
    for index, other in (*stated, *_respelled(claims, names, by_name)):
        parent[_root(parent, index)] = _root(parent, other)
    full = defaultdict(list)
    for index, name in enumerate(names):
        full[_root(parent, index)].extend(by_name[name])
    return _join_surnames(claims, [sorted(group) for _, group in sorted(full.items())])


def _is_fuller(one: str, other: str) -> bool:
    return len(telling_tokens(one)) > len(telling_tokens(other))


def _stated_variants(claims: list[Claim], numbers: list[int]) -> list[tuple[str, str]]:
    """Full names that a source itself gives for one person, folded."""
    return [
        (fold(variant), fold(claims[number].name))
        for number in numbers
        for variant in claims[number].variants
        if len(telling_tokens(variant)) > 1
    ]


def _respelled(claims: list[Claim], names: list[str], by_name: dict[str, list[int]]) -> list[tuple[int, int]]:
    """Names that one source gives the same office since the same day and that look alike: it changed the spelling."""
    offices: defaultdict[tuple[str, str, dt.date], list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        for claim in (claims[number] for number in by_name[name]):
            heads = claim.source == "cia-factbook" and claim.role in ("head-of-state", "head-of-government")
            if claim.start is not None and heads:
                offices[claim.source, claim.role, claim.start].append(index)
    pairs = []
    for indices in offices.values():
        for one, other in pairwise(indices):
            if one != other and SequenceMatcher(None, names[one], names[other]).ratio() > 0.55:
                pairs.append((one, other))
    return pairs


def _join_surnames(claims: list[Claim], groups: list[list[int]]) -> list[list[int]]:
    """Each claim that has only a surname joins the one person of that name who was about then, else stands alone."""
    known = [
        group for group in groups if any(len(telling_tokens(claims[number].name)) > 1 for number in group)
    ]
    alone = [group for group in groups if group not in known]
    index: defaultdict[str, set[int]] = defaultdict(set)
    for position, group in enumerate(known):
        for number in group:
            for token in telling_tokens(claims[number].name):
                index[skeleton(token)].add(position)
    rest: list[list[int]] = []
    joined: defaultdict[int, list[int]] = defaultdict(list)
    for group in alone:
        left: list[int] = []
        for number in group:
            fits = _fitting_people(claims, known, index, claims[number])
            if len(fits) > 1:
                fits = [
                    fit for fit in fits if any(_same_entry(claims[number], claims[n]) for n in known[fit])
                ]
            if len(fits) == 1:
                joined[fits[0]].append(number)
            else:
                left.append(number)
        if left:
            rest.append(left)
    return [sorted(group + joined[position]) for position, group in enumerate(known)] + rest


def _fitting_people(
    claims: list[Claim], known: list[list[int]], index: dict[str, set[int]], claim: Claim
) -> list[int]:
    tokens = telling_tokens(claim.name) or name_tokens(claim.name)
    if not tokens:
        return []
    found = []
    for position in sorted(index.get(skeleton(tokens[-1]), ())):
        group = known[position]
        named = any(
            any(same_token(tokens[-1], token) for token in name_tokens(claims[n].name)) for n in group
        )
        if named and any(_same_time(claim, claims[n]) and _same_work(claim, claims[n]) for n in group):
            found.append(position)
    return found


def _is_called(claim: Claim, token: str) -> bool:
    """Whether a bare name can be short for the claim's: its family name, or a monarch's first."""
    marked = name_tokens(claim.family) if claim.family is not None else ()
    words = telling_tokens(claim.name) or name_tokens(claim.name)
    first = claim.country in _FAMILY_FIRST or claim.role in ("head-of-state", "crown-prince", "leader")
    told = (*marked, words[-1], *(words[:1] if first else ()))
    return any(same_token(token, other) for other in told)


def _same_work(one: Claim, other: Claim) -> bool:
    heads = ("head-of-state", "head-of-government", "leader")
    return one.role == other.role or (
        "leader" in (one.role, other.role) and one.role in heads and other.role in heads
    )


def _share_entry(claims: list[Claim], one: list[int], other: list[int]) -> bool:
    """Whether two names took the same office within days of one another."""
    return any(
        claims[a].role == claims[b].role and _same_entry(claims[a], claims[b])
        for a in one
        for b in other
        if not claims[a].sighting and not claims[b].sighting
    )


def _same_entry(one: Claim, other: Claim) -> bool:
    """Both came to lead the country within the same few weeks."""
    if one.start is None or other.start is None or not _same_work(one, other):
        return False
    return abs(one.start - other.start) <= dt.timedelta(days=60)


def _same_time(one: Claim, other: Claim) -> bool:
    slack = dt.timedelta(days=1500 if one.sighting and other.sighting else 200)
    first, last = other.start or dt.date.min, other.end or other.seen or dt.date.max
    start, end = one.start or dt.date.min, one.end or one.seen or one.start or dt.date.max
    return start <= (last if last > dt.date.max - slack else last + slack) and end >= (
        first if first < dt.date.min + slack else first - slack
    )


def same_name(one: str, other: str, *, free_order: bool = True) -> bool:
    """Whether two names of one country can be the same person's.

    Args:
        one: a name.
        other: another name.
        free_order: whether the first word may be left out, as in Spanish or English, or starts every form of a name.

    >>> same_name("Antony Blinken", "Antony John Blinken"), same_name("Hu Jintao", "Hu Chunhua")
    (True, False)
    >>> same_name("Idriss Deby Itno", "Mahamat Idriss Deby Itno", free_order=False)
    False
    """
    short, long = sorted((telling_tokens(one), telling_tokens(other)), key=len)
    if len(set(short)) < 2:
        return False
    if (not free_order or _is_patronymic(one) or _is_patronymic(other)) and not _starts_agree(one, other):
        return False
    left = list(long)
    for token in short:
        match = next((rival for rival in left if same_token(token, rival)), None)
        if match is None:
            return False
        left.remove(match)
    return _initials_agree(one, other)


def _initials_agree(one: str, other: str) -> bool:
    first, second = ({token for token in name_tokens(name) if len(token) == 1} for name in (one, other))
    return not first or not second or first == second


def _starts_agree(one: str, other: str) -> bool:
    """Both begin with one word, or are the same words in another order ("Yoon Suk-yeol", "Suk-yeol Yoon")."""
    first, second = telling_tokens(one), telling_tokens(other)
    if _has_father(one) and _has_father(other) and not same_token(_bare(first[1]), _bare(second[1])):
        return False
    turned = sorted(first) == sorted(second) and not _is_patronymic(one) and not _is_patronymic(other)
    return same_token(first[0], second[0]) or turned


def _has_father(name: str) -> bool:
    return name_tokens(name)[1:2] in (("bin",), ("ibn",)) and len(telling_tokens(name)) > 1


def _bare(token: str) -> str:
    """``Abdulrahman`` as ``rahman``, which is what is left of ``Abd al-Rahman`` without its particles."""
    return re.sub(r"^abd(?:[aeu]l)?(?=.{4})", "", token)


def _is_patronymic(name: str) -> bool:
    """Whether a name carries its forefathers: two such people of one house share all but the first word."""
    return not {"bin", "ibn", "ben", "bint", "al"}.isdisjoint(name_tokens(name)[1:])


def _join_realms(claims: list[Claim], groups: list[list[int]]) -> list[list[int]]:
    """One sovereign of several countries and territories is one person: same name, same office, same beginning."""
    seats: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for position, group in enumerate(groups):
        entries = {
            (_first_words(claims[number].name), claims[number].start.isoformat())
            for number in group
            if claims[number].role == "head-of-state"
            and claims[number].start is not None
            and not claims[number].sighting
        }
        for entry in entries:
            seats[entry].append(position)
    parent = list(range(len(groups)))
    for positions in seats.values():
        for one, other in pairwise(positions):
            parent[_root(parent, other)] = _root(parent, one)
    joined: defaultdict[int, list[int]] = defaultdict(list)
    for position, group in enumerate(groups):
        joined[_root(parent, position)].extend(group)
    return [sorted(group) for _, group in sorted(joined.items())]


def _first_words(name: str) -> str:
    """What the several spellings of a sovereign's name share: the first word with its number, or all words."""
    words = name_tokens(name)
    return " ".join(words[:2]) if len(words) > 1 and re.fullmatch(r"[ivx]+", words[1]) else " ".join(words)


def _join_organisations(claims: list[Claim], groups: list[list[int]]) -> list[list[int]]:
    """Heads of organisations join the politician of exactly their name, wherever from, if there is just one."""
    by_name: defaultdict[str, set[int]] = defaultdict(set)
    for position, group in enumerate(groups):
        if any(claims[number].country for number in group):
            for number in group:
                by_name[fold(claims[number].name)].add(position)
    kept: dict[int, list[int]] = {position: list(group) for position, group in enumerate(groups)}
    for position, group in enumerate(groups):
        if any(claims[number].country for number in group):
            continue
        homes = {home for number in group for home in by_name.get(fold(claims[number].name), ())}
        if len(homes) == 1:
            kept[homes.pop()].extend(kept.pop(position))
    return [sorted(group) for _, group in sorted(kept.items())]


def _name_groups(claims: list[Claim], groups: list[list[int]]) -> tuple[list[Cluster], dict[int, str]]:
    clusters: list[Cluster] = []
    owner: dict[int, str] = {}
    taken: set[str] = set()
    for group in sorted(
        groups, key=lambda numbers: (claims[numbers[0]].country or "", claims[numbers[0]].name)
    ):
        ranked = sorted(group, key=lambda number: _name_rank(claims[number]))
        name = claims[ranked[0]].name
        countries = [claims[number].country for number in ranked if claims[number].country]
        country = next(
            (home for home in SOVEREIGNS if home in countries), countries[0] if countries else None
        )
        person_id = _free_id(name, country, taken)
        taken.add(person_id)
        forms = dict.fromkeys(
            form for number in ranked for form in (claims[number].name, *claims[number].variants)
        )
        variants = tuple(sorted(form for form in forms if form != name))
        clusters.append(Cluster(person_id, name, _family(claims, ranked, name, country), country, variants))
        owner.update(dict.fromkeys(group, person_id))
    return clusters, owner


def _name_rank(claim: Claim) -> tuple[int, int, str]:
    words = len(telling_tokens(claim.name))
    return NAME_ORDER.index(claim.source) + (20 if words < 2 else 0), words, claim.name


def _free_id(name: str, country: str | None, taken: set[str]) -> str:
    base = "per:" + re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-")
    for candidate in (base, f"{base}-{(country or 'org').lower()}"):
        if candidate not in taken:
            return candidate
    return next(f"{base}-{number}" for number in range(2, 99) if f"{base}-{number}" not in taken)


def _family(claims: list[Claim], ranked: list[int], name: str, country: str | None) -> str:
    """The marked family name in the spelling of the shown name, or the last word (the first in East Asia)."""
    tokens = name.split()
    for number in ranked:
        marked = claims[number].family
        if marked is None:
            continue
        if claims[number].source == "curated":
            return marked
        own = [
            word
            for word in tokens
            if any(same_token(token, part) for token in name_tokens(word) for part in name_tokens(marked))
        ]
        if own:
            return " ".join(own)
    if country in _FAMILY_FIRST and len(tokens) in (2, 3):
        return tokens[0]
    words = [word for word in tokens if not re.fullmatch(r"[IVX]+|Jr\.?|Sr\.?", word)] or tokens
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in (
        "bin",
        "al",
        "van",
        "von",
        "de",
        "der",
        "den",
        "da",
        "del",
        "di",
        "le",
        "la",
        "dos",
        "ben",
    ):
        start -= 1
    return " ".join(words[start:])


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index
