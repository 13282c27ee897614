"""Gifts: whether money or goods go to a receiver abroad, and the further gifts that one verb carries.

"pledged $100 million for A and $33 million for B", "X promised 244 million euros, Y 110 million": each sum is a gift of
its own. Who receives is read from the arguments, then from what stands below them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.citation import Span, hull
from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.clauses import Clause
from dragoman.engagements.engagement import Role
from dragoman.engagements.owners import owners_of, places_as_actors
from dragoman.engagements.roles import actors_in, is_official, targets_below
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, AmountMention, Mention, MentionKind

_NO_GIFT = frozenset(
    "visa visas reward bounty ban embargo lawsuit asylum restriction sanction tariff fine warning total share number "
    "condolence sympathy congratulation thanks thank gratitude apology prayer greeting tribute "
    "regret assurance explanation blame order deal agreement accord pact treaty framework contract".split()
)
_GOODS = frozenset(
    "aid assistance help relief support package loan grant fund funding credit weapon weapons arms "
    "ammunition vaccine vaccines dose doses food medicine medicines equipment supply supplies vehicle "
    "tank tanks missile missiles system systems ambulance shelter investment donation contribution money "
    "fuel wheat grain fertilizer training jet jets fighter aircraft helicopter helicopters "
    "howitzer artillery radar radars shell shells drone drones battery batteries launcher launchers boat "
    "boats vessel vessels cutter cutters warship warships frigate frigates "
    "generator generators tent tents blanket blankets rice flour oil electricity ton tons tonne "
    "tonnes kroner kronor euro euros dollar dollars pound pounds yen yuan rupee rupees franc francs crown crowns lira "
    "riyal riyals dirham dirhams zloty rouble roubles ruble rubles maize corn cereals seed seeds bus buses truck trucks "
    "car cars parcel parcels ration rations medic medics doctor doctors rescuer rescuers team teams hospital hospitals "
    "kit kits uniform uniforms munition munitions bomb bombs mine mines sensor sensors satellite materiel gear "
    "convoy planeload planeloads shipload cargo kitchen kitchens pump pumps bridge bridges water milk meat sugar tea "
    "clothing clothes medication oxygen ventilator ventilators mask masks serum antibiotics plane planes ship ships "
    "gift instructor instructors trainer trainers adviser advisers advisor advisors engineer engineers budget "
    "scholarship scholarships swap facility tranche financing bailout rescue donations tender tenders rifle "
    "rifles reactor reactors locomotive locomotives wagon wagons stove stoves heater heaters interceptor "
    "interceptors excavator excavators laptop laptops barge barges ferry firefighter firefighters mortar mortars "
    "helmet helmets vest vests turbine turbines transformer transformers".split()
)
"""What is given to states."""
# Where a gift's own sum may stand besides its object: "raised its aid to $5 million".
_SUM_SLOTS = ("to", "by", "with", "worth", "of")


def is_gift(candidate: Candidate, clause: Clause, mentions: Mentions) -> bool:
    """Money or goods to a receiver of another country; sets the amount, and the receiver where the clause has one."""
    tree = candidate.tree
    giving = {part.side for part in candidate.of(Role.ACTOR)}
    _drop_sake(candidate)
    receiving = {part.side for part in candidate.of(Role.RECIPIENT)}
    given = (clause.head,) if clause.noun else clause.slots.get("obj") or clause.slots.get("on", ())
    supplied = _supplied(mentions, tree, given, giving) if clause.slots.get("with") else []
    if supplied:  # "provide X with Y"
        if not receiving:
            candidate.parts.extend(Part(Role.RECIPIENT, a, m) for a, m in supplied)
            receiving = {part.side for part in candidate.of(Role.RECIPIENT)}
        given = clause.slots["with"]
    objects = [index for token in given for index in tree.subtree(token)]
    if not giving or not objects:
        return False
    told = [*given, *(child for token in given for child in tree.of(token, "compound"))]
    told += [child for token in given for child in tree.of(token, "nmod") if tree.case(child) == "of"]
    apart = [
        token for token in told if token == 0 or tree.sentence.tokens[token - 1].text != "-"
    ]  # "early-warning"
    if any(tree.sentence.tokens[token].lemma.lower() in _NO_GIFT for token in apart):
        return False  # also "a package of sanctions"
    taking = {verb for token in given for verb in _verbs_told_with(tree, token)}
    if taking & _TAXING:
        return False
    if (
        taking & _TAKING
        and not receiving - giving
        and not _is_given_to_another(tree, mentions, given, giving)
    ):
        return False
    amounts = _amounts_at(mentions, _reach(tree, objects)) or _sums_beside(tree, clause, mentions)
    if not any(_is_good(tree, index) for token in given for index in _own_words(tree, token)) and not any(
        amount.unit.isupper() for amount in amounts
    ):
        return False
    if not receiving - giving and _is_for_private_hands(tree, clause, given):
        return False
    if not receiving - giving:
        acting = {part.actor.key for part in candidate.parts}
        below = _targets_below_gift(mentions, tree, clause, acting) or _soil(
            mentions, tree, clause, objects, giving
        )
        candidate.parts.extend(Part(Role.RECIPIENT, actor, mention) for actor, mention in below)
        receiving = {part.side for part in candidate.of(Role.RECIPIENT)}
    candidate.amount = amounts[0] if amounts else None
    candidate.deferred = not receiving and candidate.amount is not None
    return bool(receiving - giving) or candidate.deferred


def _drop_sake(candidate: Candidate) -> None:
    """ "gave P tents for Q's refugees": P receives, whoever they are for."""
    clause, tree = candidate.clause, candidate.tree
    taking = {node for slot in ("to", "iobj") for t in slot_tokens(clause, slot) for node in tree.subtree(t)}
    meant = {node for token in slot_tokens(clause, "for") for node in tree.subtree(token)} - taking
    told = [part for part in candidate.of(Role.RECIPIENT) if part.mention.first in taking]
    if told:
        aside = [p for p in candidate.of(Role.RECIPIENT) if p not in told and p.mention.first in meant]
        candidate.parts = [part for part in candidate.parts if part not in aside]


_TAXING = frozenset("tax levy impose slap".split())
_TAKING = frozenset("buy purchase cut slash withhold withdraw borrow export import sell".split())
"""Told of a sum without a receiver, it is taken or paid; told of a gift ("$50 million to buy air defence"), its use."""


def _verbs_told_with(tree: Tree, given: int) -> Iterator[str]:
    """What a sum or plan is for: "plans to tax $50 billion in American goods" taxes, "a loan to buy grain" buys."""
    return (tree.sentence.tokens[verb].lemma.lower() for verb in tree.of(given, "acl", "advcl"))


def _is_given_to_another(tree: Tree, mentions: Mentions, given: tuple[int, ...], giving: set[str]) -> bool:
    """ "a loan to Kenya to import grain": the receiver hangs on the gift itself."""
    behind = [c for token in given for c in tree.of(token, "nmod") if tree.case(c) in {"to", "for"}]
    found = (mentions.actor_at(tree.sentence.index, token) for token in behind)
    return any(side_of(actor) not in giving for mention in found if mention for actor in mention.actors)


_PRIVATE = frozenset(
    "project plant factory stadium airline "
    "school university college club museum library theatre theater festival church choir team company firm business "
    "startup enterprise foundation household family veteran taxpayer driver worker farmer student pupil employee industry "
    "fisherman fisher exporter producer sector".split()
)


_TRADES = frozenset({"industry", "fisherman", "fisher", "exporter", "producer", "sector"})


def _is_for_private_hands(tree: Tree, clause: Clause, given: tuple[int, ...]) -> bool:
    """ "donated a projector to the film school", "put 80 billion yen aside for the industry": no state's receiver."""
    behind = [*slot_tokens(clause, "to"), *slot_tokens(clause, "iobj")]
    behind += [t for t in slot_tokens(clause, "for") if tree.sentence.tokens[t].lemma.lower() in _TRADES]
    behind += [child for token in given for child in tree.of(token, "nmod") if tree.case(child) == "to"]
    return any(tree.sentence.tokens[token].lemma.lower() in _PRIVATE for token in behind)


_ASIDE = frozenset({"acl", "acl:relcl", "parataxis", "advcl", "appos"})
_NOT_GIVEN = frozenset({"against", "along", "by", "under", "after", "over", "between"})
_OF_MONEY = frozenset(
    "financial monetary voluntary annual cash humanitarian generous additional further".split()
)


def _own_words(tree: Tree, index: int) -> Iterator[int]:
    """What is said to be given, without what is only told about it: no "designations against its missile trade"."""
    yield index
    for child in tree.children[index]:
        told_about = tree.sentence.tokens[child].dep in _ASIDE or tree.case(child) in _NOT_GIVEN
        if not told_about:
            yield from _own_words(tree, child)


_PROMISING = frozenset({"pledge", "promise", "offer", "announce", "renew"})


def _is_good(tree: Tree, index: int) -> bool:
    """Money or goods; a "contribution to peace" is none without a word for money."""
    token = tree.sentence.tokens[index]
    if token.lemma.lower() == "contribution":
        told = {tree.sentence.tokens[child].text.lower() for child in tree.of(index, "amod", "compound")}
        return bool(told & _OF_MONEY)
    if (
        token.lemma.lower() == "support" and tree.sentence.tokens[token.head].lemma.lower() in _PROMISING
    ):  # "pledged support to P" are words
        described = tree.of(index, "amod", "compound", "nummod", "appos")
        if not described and not any(node.tag == "CD" for node in tree.sentence.tokens):
            return False
    following = tree.sentence.tokens[index + 1].text.lower() if index + 1 < len(tree.sentence.tokens) else ""
    if following == "of" and tree.case(index) in {"in", "with"}:
        return False  # "attacks in support of X", "with the help of X": the sake or the means
    return token.pos != "VERB" and (token.lemma.lower() in _GOODS or token.text.lower() in _GOODS)


def _reach(tree: Tree, indexes: list[int]) -> Span:
    tokens = tree.sentence.tokens
    return Span(tokens[min(indexes)].span.start, tokens[max(indexes)].span.end)


def _amounts_at(mentions: Mentions, reach: Span) -> tuple[AmountMention, ...]:
    """The amounts that lie in a reach or begin just before it ("SBD$40 million")."""
    return tuple(amount for amount in mentions.amounts if amount.span.overlaps(reach))


def _sums_beside(tree: Tree, clause: Clause, mentions: Mentions) -> tuple[AmountMention, ...]:
    """ "doubled its aid to £89 million": the sum stands in a slot of its own."""
    for slot in _SUM_SLOTS:
        for token in slot_tokens(clause, slot):
            sums = [a for a in mentions.amounts_in(_reach(tree, tree.subtree(token))) if a.unit.isupper()]
            if sums:
                return tuple(sums)
    return ()


_NEEDY = frozenset(
    "relief recovery reconstruction response effort victim survivor refugee operation appeal".split()
)


def _soil(
    mentions: Mentions, tree: Tree, clause: Clause, objects: list[int], giving: set[str]
) -> list[tuple[Actor, Mention]]:
    """The state in which the receivers are: "for the hungry in Darfur", "to the border town of Adré"."""
    behind = [
        node for slot in ("to", "for") for token in slot_tokens(clause, slot) for node in tree.subtree(token)
    ]
    needy = any(tree.sentence.tokens[node].lemma.lower() in _NEEDY for node in behind)
    where = slot_tokens(clause, "in") if needy else ()  # "to hurricane relief in P"
    drawn = clause.lemma in {"draw", "drawdown"}  # "a drawdown of arms from P", "draws down its arms in P"
    for node in (*behind, *objects, *where):
        found = places_as_actors(mentions, tree, node)
        if found and side_of(found[0][0]) not in giving and not (drawn and tree.case(node) in {"from", "in"}):
            return found
    return []


def _state_below(mentions: Mentions, tree: Tree, node: int, acting: set[str]) -> list[tuple[Actor, Mention]]:
    """The state whose people receive ("aid to those who fled the war in X")."""
    for index in tree.subtree(node):
        mention = mentions.actor_at(tree.sentence.index, index)
        if mention is not None and mention.actors[0].kind is MentionKind.GOVERNMENT:
            return [(actor, mention) for actor in mention.actors if actor.key not in acting]
    return []


_SERVICES = frozenset(
    "guard coastguard navy army police force military marine troop hospital ministry government fleet gendarmerie".split()
)


def _supplied(
    mentions: Mentions, tree: Tree, tokens: tuple[int, ...], giving: set[str]
) -> list[tuple[Actor, Mention]]:
    """Who is provided with something: a side, or a state's service ("P's coast guard", "Q's police")."""
    if any(mentions.actor_at(tree.sentence.index, token) is not None for token in tokens):
        return actors_in(mentions, tree, tokens)
    services = [token for token in tokens if tree.sentence.tokens[token].lemma.lower() in _SERVICES]
    owned = [pair for token in services for pair in owners_of(mentions, tree, token)]
    return [pair for pair in owned if side_of(pair[0]) not in giving]


def _targets_below_gift(
    mentions: Mentions, tree: Tree, clause: Clause, acting: set[str]
) -> list[tuple[Actor, Mention]]:
    """ "aid to X", "in assistance for X", wherever below the verb."""
    for token in (
        token for slot in ("obj", "in", "of", "on", "to", "for") for token in clause.slots.get(slot, ())
    ):
        for node in tree.subtree(token):
            if tree.case(node) in {"to", "for"}:
                found = targets_below(mentions, tree, node, deep=True, other_than=acting)
                found = found or _state_below(mentions, tree, node, acting)
                if found:
                    return found
    return _helped(mentions, tree, clause, acting) if clause.noun else []


_HELPING = frozenset("provide give assist help support".split())


def _helped(mentions: Mentions, tree: Tree, clause: Clause, acting: set[str]) -> list[tuple[Actor, Mention]]:
    """ "a drawdown of up to $10 million to provide assistance to P": whom the purpose names."""
    carriers = (clause.head, clause.carrier)
    aims = [aim for node in carriers for aim in tree.of(node, "advcl", "acl", "xcomp")]
    for aim in aims:
        if tree.sentence.tokens[aim].tag == "VB" and tree.sentence.tokens[aim].lemma.lower() in _HELPING:
            found = targets_below(mentions, tree, aim, deep=True, other_than=acting)
            if found := found or _state_below(mentions, tree, aim, acting):
                return found
    return []


_SELLING = frozenset("sell supply provide deliver lease export transfer".split())


def is_sale(tree: Tree, token: int) -> bool:
    """ "a deal to sell P 28 jets", "a contract to supply Q": what is approved there is the sale."""
    tokens = tree.sentence.tokens
    if tokens[token].lemma.lower() not in {"deal", "contract", "agreement"}:
        return False
    return any(tokens[c].tag == "VB" and tokens[c].lemma.lower() in _SELLING for c in tree.of(token, "acl"))


_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD", "VBG"})
_GAP = frozenset("another a an some about around further additional more up to only with , as much".split())
_JOINTS = frozenset({",", "and", ";", "while", "but", "plus"})
_WIDEST = 6  # tokens between "and" and the sum: "and loans of up to $5 million"


def further_gifts(candidate: Candidate, mentions: Mentions) -> Iterator[Candidate]:
    """The other sums that the same verb carries: of the same giver, or of givers listed after it without a verb."""
    tree, sentence = candidate.tree, candidate.tree.sentence
    if candidate.amount is None or not candidate.amount.unit.isupper() or candidate.clause.noun:
        return
    sums = [amount for amount in mentions.amounts_in(sentence.span) if amount.unit.isupper()]
    start = _token_of(tree, candidate.amount.span.end)
    for amount, following in zip(sums, [*sums[1:], None], strict=True):
        if amount.span.start <= candidate.amount.span.start:
            continue
        first = _token_of(tree, amount.span.start)
        if any(token.tag in _FINITE for token in sentence.tokens[start:first]):
            return
        giver = _giver_before(tree, mentions, first)
        if giver is None and not _goes_on(tree, first, start):
            return
        last = len(sentence.tokens) if following is None else _token_of(tree, following.span.start)
        start = _token_of(tree, amount.span.end)
        receivers = _receivers(tree, mentions, start, last)
        own = {side_of(actor) for actor, _ in receivers}
        earlier = [
            part for part in candidate.parts if part.role is not Role.RECIPIENT or part.side not in own
        ]
        if any(part.role is Role.RECIPIENT for part in earlier):
            candidate.parts = earlier  # "for A and $5 million for B": B has its own
        yield _further(candidate, amount, giver, receivers)


def _token_of(tree: Tree, position: int) -> int:
    """The first token that starts at or behind a position of the text."""
    tokens = tree.sentence.tokens
    return next((i for i, token in enumerate(tokens) if token.span.start >= position), len(tokens))


def _giver_before(tree: Tree, mentions: Mentions, first: int) -> Mention | None:
    """Who stands right before a sum, listed after the first giver: "and France 110 million"."""
    tokens = tree.sentence.tokens
    position = first - 1
    while position > 0 and tokens[position].text.lower() in _GAP and first - position < _WIDEST:
        position -= 1
    mention = mentions.actor_at(tree.sentence.index, position)
    if mention is None or not any(is_official(actor) for actor in mention.actors):
        return None
    left = mention.first - 1
    while left > 0 and tokens[left].pos == "DET":
        left -= 1
    return mention if left >= 0 and tokens[left].text.lower() in _JOINTS else None


def _goes_on(tree: Tree, first: int, start: int) -> bool:
    """ "and another $33 million": the same giver gives more."""
    tokens = tree.sentence.tokens
    for position in range(first - 1, max(start, first - _WIDEST) - 1, -1):
        word = tokens[position].text.lower()
        if word in {"and", "plus", "well"}:
            return True
        if tokens[position].pos not in {"ADJ", "NOUN", "DET", "ADP", "ADV"} or word == "which":
            return False
    return False


def _receivers(tree: Tree, mentions: Mentions, start: int, last: int) -> list[tuple[Actor, Mention]]:
    """Who stands behind "to" or "for" after a sum."""
    tokens = tree.sentence.tokens
    for index in range(start, last):
        if tokens[index].tag in _FINITE:
            return []
        mention = mentions.actor_at(tree.sentence.index, index)
        if mention is not None and any(t.text.lower() in {"to", "for"} for t in tokens[start:index]):
            return [(actor, mention) for actor in mention.actors if is_official(actor)]
    return []


def _further(
    candidate: Candidate,
    amount: AmountMention,
    giver: Mention | None,
    receivers: list[tuple[Actor, Mention]],
) -> Candidate:
    giving = (
        [Part(Role.ACTOR, actor, giver) for actor in giver.actors]
        if giver is not None
        else list(candidate.of(Role.ACTOR))
    )
    sides = {part.side for part in giving}
    found = [Part(Role.RECIPIENT, *pair) for pair in receivers if side_of(pair[0]) not in sides]
    receiving = found or [part for part in candidate.of(Role.RECIPIENT) if part.side not in sides]
    spans = [amount.span, *([giver.span] if giver is not None else [])]
    return replace(
        candidate,
        span=amount.span,
        clause_span=hull(spans),
        parts=[*giving, *receiving],
        goals=[],
        topics=[],
        amount=amount,
        deferred=not receiving,
    )
