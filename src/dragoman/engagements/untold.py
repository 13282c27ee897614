"""Untold: acts that a sentence words and does not tell: imagined, advice to a reader, asked of an applicant.

"Suppose X sank a ship", "if you enter P, X may refuse", "the embassy seeks an officer to organise meetings with X",
"warns its own citizens abroad": nothing has happened between two sides.
"""

from __future__ import annotations

import re

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import VERBAL, Kind, Role
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.joint import hands_over
from dragoman.mentions.mention import MentionKind
from dragoman.mentions.quoting import is_quoted
from dragoman.pages.article import Article

_IMAGINING = frozenset({"suppose", "imagine", "picture", "envision", "assume"})
_READERS = frozenset({"you", "your", "yourself"})
_GENERAL = frozenset({"may", "might", "can", "could", "will", "would"})
_HIRING = frozenset({"seek", "hire", "recruit", "employ", "need", "want"})
_POSTS = frozenset(
    "officer assistant manager intern trainee coordinator secretary translator interpreter clerk driver cook editor "
    "analyst consultant specialist candidate applicant volunteer receptionist gardener accountant".split()
)
_ADVISING = frozenset(
    {"advise", "warn", "urge", "caution", "remind", "recommend", "alert", "tell", "ask", "call"}
)
_FORCES = frozenset("army military navy force forces troops command commander commanders general".split())
_TRAVELLERS = frozenset(
    "citizen national traveller traveler tourist visitor holidaymaker expat expatriate resident passenger pilgrim "
    "passport-holder businessman businesspeople dual-national".split()
)


_NO_NEWS = re.compile(
    r"""(?ix) ^ (?: letters?\ to\ the\ editor | (?:your\ |readers[’']\ )?letters\ ?:[ ]
    | (?:dear\ )?(?:sirs?|editor)\ ?[-–—,:]\ | (?:a\ )?short\ story | fiction | chapter\ (?:one|[0-9]+) | satire
    | crossword | horoscopes? | (?:the\ )?(?:weekly\ |news\ |weekend\ )?quiz )\b
    | \bmodel\ (?:UN\b|united\ nations|conference|parliament)
    | \bquiz\ of\ the\ (?:day|week|month|year)\b | \b(?:a\ )?short\ story\ by\b"""
)
_ABOVE = 3
_LONGEST_LINE = 160


def is_without_news(article: Article) -> bool:
    """Whether headline or opening lines call the page letters, fiction, a quiz or a pupils' game.

    >>> from dragoman.pages import read_page
    >>> is_without_news(read_page(b"Quiz of the week\\n\\nWhich president did Macron meet in Washington?", source="x"))
    True
    """
    opening = [block.span.of(article.text) for block in article.blocks[:_ABOVE]]
    return any(_NO_NEWS.search(line[:_LONGEST_LINE]) for line in (article.headline or "", *opening))


def is_untold(candidate: Candidate, mentions: Mentions) -> bool:
    """Whether a candidate's words tell of nothing that somebody did, plans or offers."""
    source = mentions.text
    return (
        hands_over(candidate.tree.sentence.span.of(source))
        or _is_imagined(candidate.tree)
        or _is_advice_to_reader(candidate, source)
        or _is_in_advertisement(candidate)
        or _is_advice_to_travellers(candidate)
        or _is_of_private_guests(candidate)
        or _is_given_the_floor(candidate)
        or _is_kept_to_oneself(candidate, mentions)
        or _is_ruled(candidate)
        or _is_for_health(candidate)
        or _is_habit(candidate)
        or _is_said_to_anybody(candidate)
    )


_DISEASES = frozenset(
    "flu influenza virus coronavirus covid covid-19 variant outbreak pandemic epidemic disease infection measles "
    "cholera ebola salmonella contamination contaminant quarantine hygiene pesticide health".split()
)
_POLITICAL = frozenset("sanction tariff embargo duty levy".split())


def _is_for_health(candidate: Candidate) -> bool:
    """ "banned poultry from P after an outbreak of bird flu": general policy, and done to nobody."""
    clause, tree = candidate.clause, candidate.tree
    if candidate.kind is not Kind.SANCTION or clause.lemma in _POLITICAL:
        return False
    below = tree.subtree(clause.carrier)
    return any(tree.sentence.tokens[index].lemma.lower() in _DISEASES for index in below)


_HABITUAL = frozenset("traditionally typically usually historically customarily generally".split())


def _is_habit(candidate: Candidate) -> bool:
    """ "P traditionally opposes bases", "usually visits Q first": nothing that happened once."""
    tree, carrier = candidate.tree, candidate.clause.carrier
    return any(tree.sentence.tokens[index].lemma.lower() in _HABITUAL for index in tree.of(carrier, "advmod"))


def _is_imagined(tree: Tree) -> bool:
    """ "Suppose X sank a ship tomorrow.", "Imagine that …": an order to the reader at the sentence's start."""
    tokens = tree.sentence.tokens
    first = next(
        (index for index, token in enumerate(tokens) if token.pos not in {"PUNCT", "CCONJ", "ADV"}), 0
    )
    opening = tokens[first]
    return opening.text.lower() in _IMAGINING and opening.tag in {"VB", "VBP"} and not tree.of(first, "nsubj")


def _is_advice_to_reader(candidate: Candidate, source: str) -> bool:
    """ "If you enter P, X may refuse a visit": what happens to anybody, unless somebody says it to somebody."""
    tokens = candidate.tree.sentence.tokens
    if not any(token.tag == "MD" and token.text.lower() in _GENERAL for token in tokens):
        return False
    supposed = any(
        token.text.lower() in {"if", "when", "unless"} and token.dep in {"mark", "advmod"} for token in tokens
    )
    if not supposed or not any(token.text.lower() in _READERS for token in tokens):
        return False
    spoken = any(token.text.lower() in {"we", "i", "our", "my"} for token in tokens)
    return not spoken and not is_quoted(source, candidate.span.start)


def _is_in_advertisement(candidate: Candidate) -> bool:
    """ "seeks a visits officer to organise meetings with X": the duties of a post."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    return any(
        tokens[node].lemma.lower() in _HIRING
        and any(tokens[sought].lemma.lower() in _POSTS for sought in tree.of(node, "obj"))
        for node in tree.ancestors(candidate.clause.carrier)
    )


def _is_advice_to_travellers(candidate: Candidate) -> bool:
    """ "warns Dutch citizens in X that …": a government's word to people, not to a state."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if candidate.kind not in {Kind.STATEMENT, Kind.DEMAND} or clause.noun or clause.lemma not in _ADVISING:
        return False
    if any(tokens[token].text.lower() in _FORCES for token in clause.slots.get("subj", ())):
        return False  # "the army told residents to leave"
    told = [*clause.slots.get("obj", ()), *(clause.slots.get("on", ()) if clause.lemma == "call" else ())]
    return any(tokens[token].lemma.lower() in _TRAVELLERS for token in told)


def _is_said_to_anybody(candidate: Candidate) -> bool:
    """ "I congratulate all of you", "I thank you" to whoever asked: not to an opponent told of before."""
    if (
        candidate.kind not in {Kind.STATEMENT, Kind.DEMAND}
        or candidate.clause.noun
        or candidate.of(Role.RECIPIENT)
    ):
        return False
    tree, asked = candidate.tree, candidate.clause.slots.get("obj", ())
    words = {node for token in asked for node in (token, *tree.of(token, "nmod"))}
    return any(tree.sentence.tokens[node].text.lower() == "you" for node in words)


_GUESTS = frozenset(
    "student pupil tourist artist musician fan pensioner family child visitor reader traveller traveler cook chef".split()
)


def _is_of_private_guests(candidate: Candidate) -> bool:
    """ "invites Italian students to the residence": no invitation of a state."""
    tokens = candidate.tree.sentence.tokens
    asked = candidate.clause.slots.get("obj", ()) if candidate.mode == "invite" else ()
    return any(tokens[token].lemma.lower() in _GUESTS for token in asked)


_SPEAKING = frozenset({"share", "speak", "say", "address", "deliver", "present"})
_BEGINNING = frozenset({"open", "take", "make", "begin"})
_SPEECH = frozenset({"word", "remark", "statement", "speech", "address", "presentation", "floor", "podium"})


_PODIUM = frozenset({"podium", "stage", "lectern", "microphone", "floor"})


def _is_given_the_floor(candidate: Candidate) -> bool:
    """ "I now invite Dr X to share a few words": to speak, where both are."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if clause.noun or clause.lemma != "invite":
        return False
    if {tokens[index].text.lower() for index in clause.slots.get("subj", ())} != {"i"}:
        return False
    called = {tokens[token].lemma.lower() for token in clause.slots.get("to", ())}
    return bool(called & _PODIUM) or any(
        _is_to_speak(candidate.tree, child) for child in clause.slots.get("xcomp", ())
    )


def _is_to_speak(tree: Tree, verb: int) -> bool:
    """ "to share", "to make a few remarks"; not "to take part", "to open its border"."""
    tokens = tree.sentence.tokens
    if tokens[verb].lemma.lower() in _SPEAKING:
        return True
    said = {tokens[child].lemma.lower() for child in tree.of(verb, "obj", "obl")}
    return tokens[verb].lemma.lower() in _BEGINNING and bool(said & _SPEECH)


_JUDGES = frozenset({"court", "judge", "tribunal", "jury", "magistrate"})


def _is_ruled(candidate: Candidate) -> bool:
    """ "P's Supreme Court rejected an appeal by a Q firm": the law takes its course, no state speaks."""
    tokens = candidate.tree.sentence.tokens
    speaking = {tokens[token].lemma.lower() for token in candidate.clause.slots.get("subj", ())}
    states = all(part.actor.kind is MentionKind.GOVERNMENT for part in candidate.of(Role.ACTOR))
    return candidate.kind in VERBAL and states and bool(speaking & _JUDGES)


_WITHHELD = frozenset(
    "comment answer confirm disclose discuss elaborate explain reveal say speculate tell identify name specify".split()
)


_BETWEEN_SIDES = frozenset(
    "talk meeting visit call relation tie deal agreement aid support response trip letter negotiation sale "
    "delivery shipment".split()
)


def _is_kept_to_oneself(candidate: Candidate, mentions: Mentions) -> bool:
    """ "declined to say", "declined to make the aide available for an interview": refused to nobody but the press."""
    clause, tree = candidate.clause, candidate.tree
    if candidate.mode != "refuse" or clause.lemma not in {"refuse", "decline"}:
        return False
    if any(_is_kept_from_another(tree, verb, mentions) for verb in clause.slots.get("xcomp", ())):
        return False
    return any(
        tree.sentence.tokens[verb].lemma.lower() in _WITHHELD
        or any(
            tree.sentence.tokens[child].text.lower() in {"available", "drawn"}
            for child in (verb, *tree.children[verb])
        )
        for verb in clause.slots.get("xcomp", ())
    )


def _is_kept_from_another(tree: Tree, verb: int, mentions: Mentions) -> bool:
    """ "to disclose its sites to the IAEA", "to discuss the border with Q"; not "to discuss the talks with Q"."""
    tokens = tree.sentence.tokens
    matters = [child for child in tree.of(verb, "obj") if tokens[child].lemma.lower() not in _BETWEEN_SIDES]
    behind = [*tree.of(verb, "obl"), *(child for matter in matters for child in tree.of(matter, "nmod"))]
    heard = [child for child in behind if tree.case(child) in {"to", "with"}]
    heard += tree.of(verb, "iobj")
    return any(mentions.actor_at(tree.sentence.index, child) is not None for child in heard)
