"""Doubts: what the act network may not take for an act or a side, whatever it says.

What may be, what somebody says would be, ceremonies, matches, blows by nobody known, places where something is done.
"""

from __future__ import annotations

from itertools import takewhile

from dragoman.engagements.accusing import is_blamed_on_a_thing
from dragoman.engagements.arms import falls_into_sea
from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.clauses import Clause, clause_words
from dragoman.engagements.engagement import CONTACTS, Kind, Role
from dragoman.engagements.gifts import is_sale
from dragoman.engagements.judging import is_at_a_grave, is_with_us
from dragoman.engagements.leaving import is_at_an_end, is_hindered, tells_no_talks
from dragoman.engagements.needed import is_barred
from dragoman.engagements.roles import LEFT_OUT, is_blow, stands_behind
from dragoman.engagements.sports import is_match
from dragoman.engagements.tree import Tree
from dragoman.engagements.welcomes import is_welcome
from dragoman.mentions.mention import Mention, PlaceMention

_WHERE = frozenset(
    "in at near off outside inside across around over through along within amid throughout".split()
)
_WITHIN_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "CCONJ", "VERB"})  # the last: "targeted"
_MAYBE = frozenset("cannot could might may can should must ought".split())
_BELOW = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj"})
# Words with which an act of a kind is none: ceremonies, a president's own governors, whatever state they govern, armies
# of long ago, authors that are not known, and rockets that carry people.
_OUTSIDE = {
    Kind.MEETING: frozenset({"credence", "credentials", "governors", "mayors"}),
    Kind.CALL: frozenset({"governors", "mayors"}),
    Kind.ATTACK: frozenset(
        "unknown unidentified unnamed masked battle spacecraft orbit cosmodrome astronaut astronauts cosmonaut "
        "cosmonauts".split()
    ),
}
_SAYING = frozenset(
    "answer comment confirm disclose discuss elaborate explain reveal say speculate tell".split()
)
_APPOINTING, _POSTS = frozenset({"name", "appoint"}), frozenset({"ambassador", "envoy", "minister"})
_ASKING = frozenset("appeal ask call demand plead press urge".split())
_HELPING = frozenset({"help", "assist"})
_TRADE = frozenset({"sale", "delivery", "shipment", "supply", "purchase"})


def is_possible(tree: Tree, trigger: int) -> bool:
    """Whether it is only told as what may be ("might threaten to leave", "cannot without tearing up")."""
    node, tokens = trigger, tree.sentence.tokens
    while True:
        modals = {tokens[aux].lemma.lower() for aux in tree.of(node, "aux")}
        if modals & _MAYBE or ("would" in modals and tokens[node].dep == "ccomp"):
            return True  # what may be, and what somebody says would be
        if tokens[node].head < 0 or tokens[node].dep.split(":")[0] not in _BELOW:
            return False
        node = tokens[node].head


def is_where(tree: Tree, mention: Mention) -> bool:
    """Whether a mention is where something happens ("in the Gaza Strip", "the ministers in Rome"), and so does not act."""
    own = (
        tree.sentence.tokens[mention.first : mention.last] if mention.sentence == tree.sentence.index else ()
    )
    if own and _says_whose_blow(tree, mention):
        return False
    before = word_before(tree, mention)
    if before == "," and own and own[-1].dep in {"nmod:unmarked", "appos"}:  # "in Kabul, Afghanistan"
        before = tree.case(own[-1].head)
    return before in _WHERE or any(token.text == "in" for token in own)


_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})


def is_aside(tree: Tree, part: Part, kind: Kind) -> bool:
    """Whether a mention is what talks are about, or is left out: "all its neighbours except P"."""
    mention = part.mention
    if _is_not_there(tree, part):
        return True
    before, state = word_before(tree, mention), mention.rule == "government name"
    return before in LEFT_OUT or (kind in CONTACTS and state and before in _ABOUT)


def _is_not_there(tree: Tree, part: Part) -> bool:
    """ "On behalf of P's premier, the minister …": the premier is not there, nor is who only backs a side."""
    mention = part.mention
    if part.role is not Role.MEDIATOR and stands_behind(tree, mention):
        return True
    before = [token.text.lower() for token in tree.sentence.tokens[max(0, mention.first - 4) : mention.first]]
    return "behalf" in before and before[-1:] in (["of"], ["the"])


def _says_whose_blow(tree: Tree, mention: Mention) -> bool:
    """ "killed in a Russian missile and drone attack": the "in" is the attack's, wherever the parser hung the words."""
    following = range(mention.last, len(tree.sentence.tokens))
    run = takewhile(lambda index: tree.sentence.tokens[index].pos in _WITHIN_NOUNS, following)
    return any(is_blow(tree, index) for index in run)


_TELLING = frozenset(
    "attribute ascribe pin trace blame link condemn denounce deplore criticise criticize confirm deny report "
    "investigate discuss mention".split()
)


def tells_of_it(tree: Tree, mention: Mention, trigger: int) -> bool:
    """Whether a mention only speaks of what a noun tells: the P of "P attributed the attack to Q"."""
    if mention.sentence != tree.sentence.index:
        return False
    own = set(range(mention.first, mention.last))
    telling = (at for at in (trigger, tree.sentence.tokens[trigger].head) if at >= 0)
    telling = (at for at in telling if tree.sentence.tokens[at].lemma.lower() in _TELLING)
    speaking = (index for at in telling for index in tree.of(at, "nsubj"))
    return any(own & {*tree.subtree(index)} for index in speaking)


def word_before(tree: Tree, mention: Mention | PlaceMention) -> str:
    """The word before a mention in the sentence, an article left out; nothing for those of other sentences."""
    if mention.sentence != tree.sentence.index:
        return ""
    before = [token.text.lower() for token in tree.sentence.tokens[: mention.first]]
    while before and before[-1] in {"the", "a", "an"}:
        before.pop()
    return before[-1] if before else ""


def is_nobodys(candidate: Candidate, text: str) -> bool:
    """Whether it is a match, a ceremony, an appointment, silence, no deal, praise, an offer, a blow by nobody known."""
    tree, clause = candidate.tree, candidate.clause
    words = {token.text.lower() for token in tree.sentence.tokens}
    return (
        is_match(tree, text)
        or not words.isdisjoint(_OUTSIDE.get(candidate.kind, ()))
        or (clause.lemma in _APPOINTING and not words.isdisjoint(_POSTS))
        or (candidate.kind is Kind.MEETING and is_welcome(tree, clause))
        or (candidate.kind is Kind.VISIT and is_barred(tree, clause.head))
        or (candidate.kind is Kind.AGREEMENT and clause.noun and is_at_an_end(tree, clause))
        or (candidate.kind is Kind.AGREEMENT and _is_no_deal(candidate))
        or (
            candidate.kind is Kind.ACCUSATION
            and (is_with_us(tree, clause.head) or is_blamed_on_a_thing(candidate))
        )
        or (candidate.kind is Kind.THREAT and _leads_to(candidate, _HELPING))  # "will not hesitate to help"
        or is_silence(candidate)
        or (candidate.kind is Kind.STATEMENT and is_at_a_grave(tree, clause))
        or (candidate.kind is Kind.ATTACK and falls_into_sea(tree, clause.carrier))
        or _is_of_a_text(candidate)
        or _is_prescribed(candidate)
        or (candidate.kind is Kind.MEETING and clause.noun and _is_no_talk(tree, clause))
        or (candidate.kind in CONTACTS and _only_speaks(candidate))
        or (candidate.kind is Kind.SANCTION and clause.noun and clause.lemma in _TRADE and not clause.light)
    )


def _only_speaks(candidate: Candidate) -> bool:
    """ "X spoke on Friday": to nobody that its clause names."""
    clause, tree = candidate.clause, candidate.tree
    if clause.noun or clause.lemma not in {"speak", "talk"} or not _speaks_to_none(clause):
        return False
    own = set(clause_words(tree, clause.head))
    near = (
        p for p in candidate.parts if p.mention.sentence == tree.sentence.index and p.mention.first in own
    )
    return len({part.side for part in near}) == 1


def _speaks_to_none(clause: Clause) -> bool:
    return not any(clause.slots.get(slot) for slot in ("with", "to", "obj", "about", "by"))


def _is_no_talk(tree: Tree, clause: Clause) -> bool:
    return is_hindered(tree, clause) or tells_no_talks(tree, clause)


_TEXTS = frozenset("letter message note telegram cable word vote".split())
_NORMS = frozenset("guideline rule standard norm law constitution treaty convention charter".split())


def _is_of_a_text(candidate: Candidate) -> bool:
    """ "received a letter of thanks": what the letter is called."""
    tree, head, tokens = candidate.tree, candidate.clause.head, candidate.tree.sentence.tokens
    if candidate.kind is not Kind.STATEMENT or not candidate.clause.noun or tree.case(head) != "of":
        return False
    text, *verbs = tree.ancestors(head)
    got = bool(verbs) and tokens[verbs[0]].lemma.lower() in {"receive", "get"}
    return got and tokens[text].lemma.lower() in _TEXTS


def _is_prescribed(candidate: Candidate) -> bool:
    """ "NATO guidelines call for twice as much": nobody asks it now."""
    tokens = candidate.tree.sentence.tokens
    subjects = {tokens[index].lemma.lower() for index in candidate.clause.slots.get("subj", ())}
    return candidate.kind is Kind.DEMAND and not subjects.isdisjoint(_NORMS)


def _is_no_deal(candidate: Candidate) -> bool:
    """ "called for a truce", "approved a deal to sell P jets": asked for, or a sale."""
    clause = candidate.clause
    told = (clause.head, *clause.slots.get("obj", ()))
    return clause.lemma in _ASKING or any(is_sale(candidate.tree, token) for token in told)


def is_silence(candidate: Candidate) -> bool:
    """Whether somebody declines to say something, which is said to nobody."""
    return candidate.clause.lemma in {"decline", "refuse"} and _leads_to(candidate, _SAYING)


def _leads_to(candidate: Candidate, lemmas: frozenset[str]) -> bool:
    """Whether the word that tells it governs an infinitive of some verbs."""
    tree, head = candidate.tree, candidate.clause.head
    return any(tree.sentence.tokens[child].lemma.lower() in lemmas for child in tree.of(head, "xcomp"))


def is_spoken_of(candidate: Candidate) -> bool:
    """Whether a blow is perhaps only what others speak of ("condemned the attack")."""
    token = candidate.tree.sentence.tokens[candidate.clause.head]
    noun = candidate.kind is Kind.ATTACK and candidate.clause.noun
    return noun and token.dep.startswith(("obj", "obl", "nmod"))
