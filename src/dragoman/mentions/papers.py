"""Papers: resolutions, statements and letters that speak themselves: "The resolution demands that the rebels withdraw".

Whoever adopted, issued or signed the paper in a sentence before speaks there.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.mention import Actor, Mention
from dragoman.mentions.phrases import Sight
from dragoman.mentions.signatures import SIGNED
from dragoman.pages.article import BlockKind

_ORDERS = frozenset("order proclamation decree memorandum notice determination directive".split())
_PAPERS = _ORDERS | frozenset(
    "resolution statement communiqué communique declaration letter note document text message motion report".split()
)
_SPEAKING = frozenset(
    "demand condemn urge call denounce welcome accuse reject deplore reaffirm express warn ask request criticise "
    "criticize blame slam praise thank commend insist reiterate affirm stress oppose censure decry lambast appeal "
    "encourage invite applaud support back recognise recognize threaten decide oblige order say add prohibit ban block "
    "suspend impose freeze".split()
)
# What any of them may be called the second time.
_WHATEVER = frozenset({"text", "document"})
_ANY = "any"
_ISSUING = frozenset(
    "adopt approve pass issue release sign publish send write circulate endorse deliver put make agree submit post "
    "address table hand present unveil".split()
)
_OWNING = frozenset({"by", "from", "of"})
_CHAIN = frozenset({"xcomp", "conj", "acl", "advcl", "ccomp"})
_DEPTH = 4


def authors_in(sight: Sight, mentions: Sequence[Mention]) -> dict[str, tuple[Actor, ...]]:
    """Who adopts, issues or signs each kind of paper that a sentence tells of."""
    found: dict[str, tuple[Actor, ...]] = {}
    for index in range(len(sight.sentence.tokens)):
        noun = _paper(sight, index)
        if noun is None:
            continue
        authors = _owner(sight, index, mentions) or _author_above(sight, index, mentions)
        if authors:
            found[noun] = found[_ANY] = authors
    return found


def read_paper_again(
    sight: Sight, index: int, told: dict[str, tuple[Actor, ...]]
) -> tuple[int, int, tuple[Actor, ...]] | None:
    """Where "the resolution" starts and ends that speaks at ``index``, and whose it is."""
    noun, token = _paper(sight, index), sight.sentence.tokens[index]
    noun = _ANY if noun in _WHATEVER else noun
    if noun is None or noun not in told or token.dep != "nsubj" or token.head < 0:
        return None
    if sight.sentence.tokens[token.head].lemma.lower() not in _SPEAKING:
        return None
    children = [at for at, other in enumerate(sight.sentence.tokens) if other.head == index]
    pointing = any(sight.word(at) in {"the", "this", "that"} for at in children)
    owned = any(sight.sentence.tokens[at].dep in {"nmod", "nmod:poss"} for at in children)
    return (index, index + 1, told[noun]) if pointing and not owned else None


_TITLED = _ORDERS | {"letter", "message"}
_RULE = "body again"


def read_paper(
    sight: Sight, index: int, told: dict[str, tuple[Actor, ...]], issuers: tuple[Actor, ...]
) -> Mention | None:
    """A paper that speaks or orders at ``index``, as who issued it: told of before, or the one that the headline names."""
    again = read_paper_again(sight, index, told)
    if again is not None:
        first, last, actors = again
        return Mention(sight.sentence.index, first, last, sight.span(first, last), actors, _RULE)
    token = sight.sentence.tokens[index]
    headed = sight.sentence.block is BlockKind.HEADLINE and token.dep == "root"
    if not headed or token.lemma.lower() not in _TITLED:
        return None
    ordering = any((t.head, t.tag) == (index, "VBG") for t in sight.sentence.tokens)
    if not ordering or not issuers or any(actor.reason != SIGNED for actor in issuers):
        return None  # "Order on Blocking Property of …"
    return Mention(sight.sentence.index, index, index + 1, token.span, issuers, _RULE)


def _paper(sight: Sight, index: int) -> str | None:
    lemma = sight.sentence.tokens[index].lemma.lower()
    return lemma.replace("é", "e") if lemma in _PAPERS else None


def _owner(sight: Sight, index: int, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """ "the bloc's statement", "a letter from A"."""
    tokens = sight.sentence.tokens
    for mention in mentions:
        for at in range(mention.first, mention.last):
            if tokens[at].head != index or at == index:
                continue
            if tokens[at].dep in {"nmod:poss", "compound"} or (
                tokens[at].dep == "nmod" and _cases(sight, at) & _OWNING
            ):
                return mention.actors
    return ()


def _author_above(sight: Sight, index: int, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """Whose verb the paper hangs on: "A adopted a resolution", "B said in a statement", "was passed by C"."""
    tokens = sight.sentence.tokens
    verb, dep = tokens[index].head, tokens[index].dep
    if dep == "nsubj:pass":
        return _argument(sight, verb, mentions, agent=True)
    written = dep == "obj" and tokens[verb].lemma.lower() in _ISSUING
    if not written and not (dep.startswith("obl") and "in" in _cases(sight, index)):
        return ()
    for _ in range(_DEPTH):
        if verb < 0 or (authors := _argument(sight, verb, mentions)) or tokens[verb].dep not in _CHAIN:
            return authors if verb >= 0 else ()
        verb = tokens[verb].head
    return ()


def _argument(
    sight: Sight, verb: int, mentions: Sequence[Mention], *, agent: bool = False
) -> tuple[Actor, ...]:
    """Who is the subject of a verb, or, if ``agent``, by whom it is done."""
    tokens = sight.sentence.tokens
    for mention in mentions:
        for at in range(mention.first, mention.last):
            if tokens[at].head != verb:
                continue
            if tokens[at].dep == "nsubj" or (agent and "by" in _cases(sight, at)):
                return mention.actors
    return ()


def _cases(sight: Sight, index: int) -> set[str]:
    tokens = sight.sentence.tokens
    return {sight.word(at) for at, other in enumerate(tokens) if (other.head, other.dep) == (index, "case")}
