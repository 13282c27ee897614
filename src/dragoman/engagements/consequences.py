"""Consequences: threats told by what somebody says will follow, whatever the verb of saying.

"If A failed to comply, the matter would go to the Security Council, X said", "whoever tries will be crushed", "their raids
will not go without punishment", "any attack would draw an immediate response", "X remains prepared to act". Who foretells
what somebody else will do threatens nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.citation import hull
from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.clauses import Clause, verb_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.roles import actors_in, is_official
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Mention

RULE = "consequence"
"""The rule by which these threats are found."""
_SAYING = frozenset(
    "say tell add warn vow write declare state threaten announce insist retort reply stress pledge swear promise caution "
    "note post tweet repeat reiterate".split()
)
_LATER = frozenset({"will", "would", "shall", "'ll", "’ll", "could"})
_OWN = frozenset(
    "act respond retaliate react hit strike attack bomb shell invade freeze cut suspend halt stop close shut impose "
    "reimpose expel ban bar block veto sever break withdraw leave quit recall resume seize confiscate target punish "
    "intervene deploy cancel terminate abandon revoke reconsider review downgrade boycott arm destroy defend tear annul "
    "deport blockade escalate".split()
)
_SHARED = frozenset(
    "negotiate talk meet sign attend join accept prolong extend renew recognise recognize lift release ratify return "
    "cooperate participate allow let open reopen send supply sell buy support back approve withdraw resume".split()
)
_UNDERGONE = frozenset(
    "crush punish destroy hit strike sanction expel sink repel annihilate shoot target arrest flatten wipe obliterate "
    "seize confiscate cut suspend impose close block target attack bomb stop board intercept shell".split()
)
_BEARING = frozenset({"face", "pay", "suffer", "bear", "regret", "meet", "risk"})
_DRAWING = frozenset({"draw", "provoke", "trigger", "meet"})
_ANSWERS = frozenset(
    "response answer retaliation reply reaction revenge reprisal reprisals countermeasure countermeasures "
    "retribution".split()
)
_PRICES = _ANSWERS | frozenset(
    "consequence consequences price sanction sanctions tariff tariffs penalty penalties punishment force measure measures "
    "responsibility".split()
)
_MEANS = _PRICES | frozenset(
    {"step", "steps", "action", "weapon", "weapons", "strike", "attack", "operation"}
)
_BLOWS = frozenset("bombing bombings war strike strikes attack attacks hell bloodshed invasion".split())
_UNANSWERED = frozenset({"unanswered", "unpunished", "unavenged"})
_BODIES = frozenset({"council", "court", "tribunal", "icj", "icc"})
_ANYBODY = frozenset({"whoever", "anyone", "anybody", "any", "those"})
_CONDITIONS = frozenset({"if", "unless", "until"})


def find_consequences(tree: Tree, mentions: Mentions) -> Iterator[Candidate]:
    """The threats of one sentence that a foretold consequence makes."""
    for index, token in enumerate(tree.sentence.tokens):
        if token.pos not in {"VERB", "AUX", "ADJ", "NOUN"} or not _is_foretold(tree, index):
            continue
        candidate = _read(tree, index, mentions)
        if candidate is not None:
            yield candidate


def _is_foretold(tree: Tree, index: int) -> bool:
    words = {tree.sentence.tokens[child].text.lower() for child in tree.of(index, "aux", "cop")}
    return bool(words & _LATER) or _is_ready(tree, index)


def _is_ready(tree: Tree, index: int) -> bool:
    """ "is prepared to act", "stands ready to respond"."""
    tokens = tree.sentence.tokens
    return tokens[index].lemma.lower() in {"prepared", "ready", "prepare"} and any(
        tokens[child].lemma.lower() in {"act", "respond", "retaliate", "strike", "defend", "fight", "use"}
        for child in tree.of(index, "xcomp")
    )


def _read(tree: Tree, index: int, mentions: Mentions) -> Candidate | None:
    clause = verb_clause(tree, index)
    saying = _saying(tree, index)
    speakers = [] if saying is None else _official(tree, mentions, tree.of(saying, "nsubj"), Role.ACTOR)
    subjects = _official(tree, mentions, clause.slots.get("subj", ()), Role.ACTOR)
    hit = _official(tree, mentions, clause.slots.get("obj", ()), Role.RECIPIENT) if clause.passive else []
    if saying is None and not subjects:
        speakers = _voices(tree, index, mentions)
    speaking = {part.side for part in speakers} or {part.side for part in subjects}
    own = [part for part in subjects if part.side in speaking]
    if not speaking or len(speaking) > 1:
        return None
    if own:
        fits = _does_harm(tree, clause)
    elif subjects:
        fits = _bears_harm(tree, clause)
    else:
        fits = _comes(tree, clause) or _bears_harm(tree, clause)
    if not fits:
        return None
    facing = _faced(tree, clause, saying, mentions, [*([] if own else subjects), *hit], speaking)
    parts = [*(speakers or own), *facing]
    tokens = tree.sentence.tokens
    reach = hull(
        [
            tokens[index].span,
            *(part.mention.span for part in parts if part.mention.sentence == tree.sentence.index),
        ]
    )
    return Candidate(
        Kind.THREAT,
        "force"
        if clause.lemma in {"strike", "attack", "bomb", "invade", "crush", "destroy"}
        else "unspecified",
        RULE,
        tree.sentence.index,
        tokens[index].span,
        reach,
        clause,
        tree,
        0.65,
        parts,
        deferred=not facing,
    )


def _voices(tree: Tree, index: int, mentions: Mentions) -> list[Part]:
    """Who says in their own words what would follow, where no verb of saying stands beside it."""
    token = tree.sentence.tokens[index]
    voices = [actor for actor in mentions.voices.get(tree.sentence.index, ()) if is_official(actor)]
    here = Mention(tree.sentence.index, index, index + 1, token.span, tuple(voices), "speaker")
    return [Part(Role.ACTOR, actor, here) for actor in voices]


def _saying(tree: Tree, index: int) -> int | None:
    """The verb of saying that a predicate stands below, or that stands beside it ("A would not talk, he said")."""
    tokens = tree.sentence.tokens
    for child in tree.of(index, "parataxis"):
        if tokens[child].lemma.lower() in _SAYING and tree.of(child, "nsubj"):
            return child
    node = index
    while tokens[node].head >= 0 and tokens[node].dep in {"ccomp", "conj", "parataxis", "xcomp"}:
        node = tokens[node].head
        if tokens[node].lemma.lower() in _SAYING:
            return node
    return None


def _official(tree: Tree, mentions: Mentions, slot: tuple[int, ...] | list[int], role: Role) -> list[Part]:
    return [Part(role, actor, m) for actor, m in actors_in(mentions, tree, slot) if is_official(actor)]


def _conditions(tree: Tree, index: int) -> list[int]:
    """The clauses that say on what condition: "if", "unless", "should they …", beside the predicate or its governor."""
    tokens = tree.sentence.tokens
    found = []
    above = [tokens[index].head] if tokens[index].dep in {"ccomp", "parataxis", "xcomp"} else []
    for node in [index, *above, *tree.of(index, "xcomp")]:
        for child in tree.of(node, "advcl"):
            marks = {tokens[mark].text.lower() for mark in tree.of(child, "mark")}
            inverted = any(
                tokens[aux].text.lower() == "should" and all(aux < s for s in tree.of(child, "nsubj"))
                for aux in tree.of(child, "aux")
            )
            if marks & _CONDITIONS or inverted:
                found.append(child)
    return found


def _is_conditional(tree: Tree, clause: Clause) -> bool:
    tokens = tree.sentence.tokens
    otherwise = any(tokens[child].text.lower() == "otherwise" for child in clause.slots.get("adverb", ()))
    return otherwise or bool(_conditions(tree, clause.head)) or _is_for_anybody(tree, clause)


def _is_for_anybody(tree: Tree, clause: Clause) -> bool:
    """ "whoever dares", "any nation that sells": the condition is in the subject."""
    tokens = tree.sentence.tokens
    subjects = tree.of(clause.head, "nsubj", "nsubj:pass", "csubj") or clause.slot("subj", "obj")
    words = {
        tokens[node].text.lower() for subject in subjects for node in (subject, *tree.of(subject, "det"))
    }
    return bool(words & _ANYBODY)


def _does_harm(tree: Tree, clause: Clause) -> bool:
    """What a side says of itself: that it will do harm, or do no more good, on a condition."""
    tokens = tree.sentence.tokens
    if clause.lemma == "hesitate":
        ahead = {tokens[node].lemma.lower() for node in clause.slots.get("xcomp", ())}
        return clause.negated and bool(
            ahead & (_OWN | {"use", "take", "do", "go", "fight", "protect", "answer"})
        )
    if clause.lemma in {"have", "leave"} and _has_no_choice(tree, clause):
        return True
    if _is_ready(tree, clause.head):
        return bool(_conditions(tree, clause.head))
    if not _is_conditional(tree, clause):
        return False
    if clause.negated:
        return clause.lemma in _SHARED
    below = {tokens[node].lemma.lower() for node in tree.subtree(clause.head)}
    objects = {tokens[node].lemma.lower() for node in clause.slots.get("obj", ())}
    if clause.lemma in {"take", "use", "bring", "refer", "carry", "launch"}:
        return bool(objects & _MEANS) or bool(_bodies(tree, clause))
    return clause.lemma in _OWN or {"act", "war"} <= below


def _has_no_choice(tree: Tree, clause: Clause) -> bool:
    """ "will have no choice but to answer in kind"."""
    tokens = tree.sentence.tokens
    return any(
        tokens[node].lemma.lower() in {"choice", "option", "alternative"}
        and any(tokens[child].text.lower() == "no" for child in tree.children[node])
        and any(
            tokens[below].lemma.lower() in _OWN | {"answer", "take", "fight"} for below in tree.subtree(node)
        )
        for node in clause.slots.get("obj", ())
    )


def _bears_harm(tree: Tree, clause: Clause) -> bool:
    """What others are told to expect: "would face tariffs", "would be crushed"."""
    if clause.negated:
        return False
    if clause.passive:
        answers = clause.lemma == "bring" and any(
            tree.sentence.tokens[node].lemma.lower() in {"justice", "account", "court", "tribunal"}
            for node in clause.slots.get("to", ())
        )
        paying = clause.lemma == "make" and _bears_a_price(tree, clause.slots.get("xcomp", ()))
        return (clause.lemma in _UNDERGONE or answers or paying) and _is_conditional(tree, clause)
    tokens = tree.sentence.tokens
    borne = {tokens[i].lemma.lower() for slot in ("obj", "with") for i in clause.slots.get(slot, ())}
    return clause.lemma in _BEARING and bool(borne & _PRICES)


def _bears_a_price(tree: Tree, verbs: tuple[int, ...]) -> bool:
    """ "would be made to pay a heavy price"."""
    tokens = tree.sentence.tokens
    return any(
        tokens[verb].lemma.lower() in _BEARING
        and any(tokens[node].lemma.lower() in _PRICES for node in tree.of(verb, "obj", "obl"))
        for verb in verbs
    )


def _comes(tree: Tree, clause: Clause) -> bool:
    """What is said to follow of itself: a response, measures, the matter before a court."""
    tokens = tree.sentence.tokens
    below = {tokens[node].text.lower() for node in tree.subtree(clause.head)}
    if clause.negated:
        return bool(below & _UNANSWERED or ("without" in below and below & _PRICES))
    subjects = {tokens[s].lemma.lower() for s in tree.of(clause.head, "nsubj", "nsubj:pass")}
    if subjects & _ANSWERS:
        return clause.lemma in {"come", "follow"} or bool(tree.of(clause.head, "cop"))
    if clause.lemma in {"treat", "regard", "consider", "view", "see"} and {"act", "declaration"} & below:
        return bool({"war", "piracy", "aggression", "terrorism"} & below)
    answered = {tokens[i].lemma.lower() for i in clause.slots.get("obj", ())} & _ANSWERS
    if clause.lemma in _DRAWING and answered:
        return True
    if not _is_conditional(tree, clause):
        return False
    following = clause.lemma == "follow" or bool(
        tree.of(clause.head, "expl")
    )  # "there would be consequences"
    return (following and bool(subjects & (_PRICES | _BLOWS))) or bool(_bodies(tree, clause))


def _bodies(tree: Tree, clause: Clause) -> set[str]:
    """The councils and courts a matter is taken to."""
    where = clause.slots.get("to", ()) + clause.slots.get("before", ())
    return {tree.sentence.tokens[index].lemma.lower() for index in where} & _BODIES


def _faced(
    tree: Tree, clause: Clause, saying: int | None, mentions: Mentions, hit: list[Part], speaking: set[str]
) -> list[Part]:
    """Whom a threat is aimed at: who would suffer, who is told, who is supposed to do what must not be done."""
    told = [] if saying is None else _official(tree, mentions, tree.of(saying, "obj", "iobj"), Role.RECIPIENT)
    against = [
        part
        for slot in ("against", "on")
        for part in _official(tree, mentions, clause.slots.get(slot, ()), Role.RECIPIENT)
    ]
    for found in (hit, told, supposed(tree, clause.head, mentions, speaking), against):
        others = [Part(Role.RECIPIENT, p.actor, p.mention) for p in found if side_of(p.actor) not in speaking]
        if others:
            return others
    return []


def supposed(tree: Tree, index: int, mentions: Mentions, own: set[str]) -> list[Part]:
    """Those of another side who are supposed to do what the threat is about: "should P attack", "unless P leaves"."""
    return [
        Part(Role.RECIPIENT, actor, mention)
        for condition in _conditions(tree, index)
        for actor, mention in actors_in(mentions, tree, tree.of(condition, "nsubj"))
        if is_official(actor) and side_of(actor) not in own
    ]


def is_foretold_by_another(candidate: Candidate, mentions: Mentions) -> bool:
    """Whether somebody of another side says what the actor would do: "A said that B would attack if C fell"."""
    tree = candidate.tree
    head = candidate.clause.carrier
    saying = _saying(tree, head)
    named = [part for part in candidate.of(Role.ACTOR) if "pronoun" not in part.mention.rule]
    if saying is None or not named:
        return False
    speaking = {part.side for part in _official(tree, mentions, tree.of(saying, "nsubj"), Role.ACTOR)}
    return bool(speaking) and not speaking & {part.side for part in named}
