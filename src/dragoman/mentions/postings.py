"""Postings: offices that stand before a name with a list or a place between: "ambassador of P to Q NAME".

Comes in: what is seen in a sentence and the words right before a name. Goes out: the office, and whose it is as far as a
place behind "of" says so. Where somebody is sent to, or sent for, is not whose they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.belonging import Belonging
from dragoman.mentions.phrases import HONORIFICS, OFFICE, POSSESSIVE, Phrase, Sight
from dragoman.pages.article import BlockKind

LONGEST_PORTFOLIO = 14  # tokens
_ENVOYS = frozenset({"ambassador", "commissioner", "d'affaires", "nuncio"})
_SENT = frozenset({"envoy", "representative", "coordinator"})
_PLACES = ("country", "LOC")
_LONGEST_LIST = 8  # tokens of a ministry's name
_LISTING = frozenset({"and", "&", ","})
_NAMED = ("PER", "LOC", "ORG", "NORP", "country", "demonym", "organization", "metonym", *OFFICE)
_SERVING = frozenset(
    "aide adviser advisor assistant envoy representative emissary spokesman spokeswoman spokesperson".split()
)


def office_before(
    sight: Sight, place: Phrase | None, belonging: Callable[[Phrase], Belonging | None]
) -> tuple[Phrase, Belonging | None] | None:
    """ "Attorney General of Guatemala NAME", "ambassador to China NAME", "ambassador of P to Q NAME": the office."""
    if place is None:
        return None
    position = place.first - (sight.word(place.first - 1) == "the")
    word = sight.word(position - 1)
    if word not in {"for", "of", "to", "in"}:
        return None
    office = sight.ending(position - 1, *OFFICE)
    if office is not None:
        return office, (belonging(place) if word == "of" else None)
    sender = sight.ending(position - 1, *_PLACES) if word in {"to", "in"} else None
    sent = office_before(sight, sender, belonging)
    return sent if sent is not None and sent[1] is not None else None


def office_of_list(sight: Sight, first: int, source: str) -> Phrase | None:
    """ "Under Secretary for Civilian Security, Democracy, and Human Rights NAME": the office before its list."""
    position = first
    while (
        position > 0
        and first - position < LONGEST_PORTFOLIO
        and (
            sight.word(position - 1) in {",", "and", "&", "the"}
            or sight.text(position - 1, position, source)[:1].isupper()
        )
    ):
        position -= 1
    office = sight.ending(position - 1, *OFFICE) if sight.word(position - 1) == "for" else None
    return serving_rather(sight, office) if office is not None else None


def nation_of_portfolio(sight: Sight, position: int) -> Phrase | None:
    """ "Ukrainian Agrarian Policy and Food Minister NAME": the nation before the first words of a portfolio."""
    start = position
    while position - start < _LONGEST_LIST and _is_of_portfolio(sight, start - 1):
        start -= 1
    if start == position or sight.word(start) in _LISTING or sight.word(position - 1) == ",":
        return None
    return sight.ending(start - (sight.word(start - 1) in POSSESSIVE), "demonym", "NORP", "country")


def _is_of_portfolio(sight: Sight, index: int) -> bool:
    """Whether a token may belong to the name of a ministry: capitalised and of nobody's name or title, or listing."""
    tokens = sight.sentence.tokens
    if index < 0 or sight.word(index) in _LISTING:
        return index > 0
    word = tokens[index]
    named = any(phrase.first <= index < phrase.last for phrase in sight.of(*_NAMED))
    return word.text[:1].isupper() and word.pos in {"PROPN", "NOUN", "ADJ"} and not named


def is_sent_for(sight: Sight, index: int) -> bool:
    """ "the UN Envoy for Yemen": where somebody is sent is not whose they are."""
    return sight.word(index) == "for" and sight.word(index - 1) in _SENT


def with_owner(sight: Sight, body: Phrase) -> int:
    """Where "Sudan's Sovereign Council" begins: with the state it belongs to."""
    if sight.word(body.first - 1) not in POSSESSIVE:
        return body.first
    nation = sight.ending(body.first - 1, *_PLACES)
    return body.first if nation is None else nation.first


def office_served_in(sight: Sight, position: int) -> Phrase | None:
    """ "senior assistant to the FM": the serving office that ends right before the office of whom it serves."""
    end = position - (sight.word(position - 1) == "the")
    if sight.word(end - 1) not in {"to", "of"} or sight.word(end - 2) not in _SERVING:
        return None
    return sight.ending(end - 1, *OFFICE) or Phrase(end - 2, end - 1, OFFICE[0])


def serving_rather(sight: Sight, office: Phrase) -> Phrase:
    """ "Deputy Assistant to the President for Trade NAME": the assistant's office."""
    return office_served_in(sight, office.first) or office


def serving_at(sight: Sight, position: int) -> Phrase | None:
    """ "NAME, senior aide of the French President": the serving office at a token, which no table knows."""
    serving = sight.word(position) in _SERVING and sight.word(position + 1) in {"to", "of"}
    if sight.word(position) == "leader":  # "NAME, leader of the democratic opposition of P"
        behind = range(position + 1, position + _OPPOSITION_WITHIN)
        last = next((index + 1 for index in behind if sight.word(index) == "opposition"), None)
        return Phrase(position, last, OFFICE[0]) if last is not None else None
    return Phrase(position, position + 1, OFFICE[0]) if serving else None


_OPPOSITION_WITHIN = 6  # tokens


def find_posting(sights: list[Sight], source: str, kb: KnowledgeBase) -> tuple[str, frozenset[int]] | None:
    """The one country that ambassadors are told to be sent to ("the Canadian High Commissioner to Ghana"), and where."""
    told = [(found, sight.sentence.index) for sight in sights for found in _postings(sight, source, kb)]
    countries = {country for country, _ in told}
    return (countries.pop(), frozenset(at for _, at in told)) if len(countries) == 1 else None


def _postings(sight: Sight, source: str, kb: KnowledgeBase) -> Iterator[str]:
    for index in range(1, len(sight.sentence.tokens)):
        if sight.word(index) not in {"to", "in"} or not _is_envoys(sight, index):
            continue
        start = index + 1 + (sight.word(index + 1) == "the")
        place = sight.starting(start, *_PLACES) or sight.starting(index + 1, *_PLACES)
        if place is not None:
            country = kb.find_country(sight.text(place.first, place.last, source))
            if country is not None:
                yield country.iso3


def _is_envoys(sight: Sight, index: int) -> bool:
    """Whether an ambassador's title ends before a token, maybe with whose he is ("ambassador of the Republic of P to")."""
    sender = sight.ending(index, *_PLACES)
    if sender is not None:
        before = sender.first - (sight.word(sender.first - 1) == "the")
        index = before - 1 if sight.word(before - 1) == "of" else index
    return sight.word(index - 1) in _ENVOYS


def acts_beside(sight: Sight, office: Phrase) -> bool:
    """ "NAME, US Secretary of State discuss ties", "NAME, Foreign Minister Dr X and Y": the office is another's."""
    tokens, behind = sight.sentence.tokens, office.last
    if sight.starting(behind + (sight.word(behind) in HONORIFICS), "PER") is not None:
        return True  # "Speaking to A. Vell, Foreign Minister B said": the next name's
    if sight.word(behind) == "of":
        owner = sight.starting(behind + 1, "country", "LOC")
        behind = owner.last if owner is not None else behind
    if sight.sentence.block is not BlockKind.HEADLINE or behind >= len(tokens):
        return False
    return tokens[behind].pos == "VERB" and tokens[behind].tag in {"VBP", "VB"}


def opening_of(sight: Sight, closing: int, *, of_title: bool = True) -> int | None:
    """Where a bracket opens that is passed over: "Republic of Korea (ROK) Foreign Minister", "Director General (East)"."""
    reach = _ABBREVIATION if of_title else _PORTFOLIO
    opening = next((at for at in range(closing - 2, closing - reach, -1) if sight.word(at) == "("), None)
    return opening if of_title or (opening is not None and _heads(sight, opening)) else None


_ABBREVIATION, _PORTFOLIO = 4, 8  # tokens


def is_portfolio(sight: Sight, first: int) -> bool:
    """Whether a token stands in the bracket of "Director General (South Asia & SAARC) NAME": what the office deals with."""
    before = range(first - 1, max(first - _PORTFOLIO, 0), -1)
    opening = next((at for at in before if sight.word(at) in {"(", ")"}), None)
    return opening is not None and sight.word(opening) == "(" and _heads(sight, opening)


def _heads(sight: Sight, opening: int) -> bool:
    """Whether an office ends where a bracket opens, and a name begins behind it."""
    behind = range(opening + 1, min(opening + _PORTFOLIO + 1, len(sight.sentence.tokens) - 1))
    closing = next((at for at in behind if sight.word(at) == ")"), None)
    named = closing is not None and sight.sentence.tokens[closing + 1].pos == "PROPN"
    return named and sight.ending(opening, *OFFICE) is not None
