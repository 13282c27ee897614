"""Listing: who is listed beside a name, whatever the parser made of commas ("A, B and C", "A in P and B in Q")."""

from __future__ import annotations

from dragoman.engagements.containing import inside, is_container
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.governments import SIDE_RULE
from dragoman.mentions.mention import Mention, MentionKind
from dragoman.pages.article import BlockKind

_BETWEEN = frozenset(
    ", and & as well with other then thereafter afterwards subsequently later hm hh hrh h.e.".split()
)


def listed(mentions: Mentions, tree: Tree, mention: Mention) -> list[Mention]:
    """A mention and those listed after it ("A, B and C"), whatever the parser made of the commas.

    The list ends before a name that is the subject of another verb ("met A, and B said …").
    """
    found = [mention]
    tokens = tree.sentence.tokens
    position = _end_of(mentions, mention)
    while True:
        position = start = _behind_setting(mentions, tree, position, found[-1])
        while start < len(tokens) and tokens[start].text.lower() in _BETWEEN:
            start += 1
        if start == position or tokens[position].text.lower() in {"with", "other"}:
            return found
        following = mentions.actor_at(tree.sentence.index, start)
        determined = start + 1 < len(tokens) and tokens[start].text.lower() in _DETERMINERS
        if determined and (following is None or following.last == start + 1):
            following = mentions.actor_at(tree.sentence.index, start + 1)
        if following is not None and following.actors[0].key == found[-1].actors[0].key:
            following = None  # "Iran and Iran-backed groups like X"
        if following is None:
            following = _titled_oddly(mentions, tree, start)
        if following is None:
            found.extend(_listed_inside(mentions, tree, start))
            return found
        if _is_subject(tree, following, mention):
            return found
        following = _sent_by(mentions, tree, following) or following
        found.append(following)
        position = _end_of(mentions, following)


_DETERMINERS = frozenset({"the", "his", "her", "its", "their"})
# "met A in P on Tuesday and B in Q on Wednesday": what may stand before "and".
_SETTING = frozenset({"ADP", "PROPN", "DET", "NUM", "NOUN"})
_SET_BY = frozenset({"in", "on", "at"})
_LONGEST_SETTING = 6  # tokens


def _end_of(mentions: Mentions, mention: Mention) -> int:
    """Where a mention ends, with the name behind it: "his counterpart NAME and …"."""
    apposed = mentions.actor_at(mention.sentence, mention.last)
    same = apposed is not None and apposed.actors[0].key == mention.actors[0].key
    return apposed.last if apposed is not None and same else mention.last


def _behind_setting(mentions: Mentions, tree: Tree, position: int, mention: Mention) -> int:
    """Where a list of people goes on behind the place and day of the first: "met A in P on Tuesday and B on Friday"."""
    tokens = tree.sentence.tokens
    last = min(position + _LONGEST_SETTING, len(tokens) - 2)
    if (
        mention.actors[0].kind is not MentionKind.PERSON
        or position > last
        or tokens[position].text.lower() not in _SET_BY
    ):
        return position
    end = next((at for at in range(position, last + 1) if tokens[at].pos not in _SETTING), position)
    first = end + 1 + (tokens[end + 1].text.lower() in _DETERMINERS)
    other = mentions.actor_at(mention.sentence, first)
    listed = (
        tokens[end].text.lower() == "and" and other is not None and other.actors[0].kind is MentionKind.PERSON
    )
    acts = other is not None and other.last < len(tokens) and tokens[other.last].tag in {"VBD", "VBZ", "MD"}
    return end if listed and not acts else position


def _sent_by(mentions: Mentions, tree: Tree, body: Mention) -> Mention | None:
    """The person of "the UN's X"."""
    tokens = tree.sentence.tokens
    owning = body.last < len(tokens) and tokens[body.last].text in {"'s", "’s", "'", "’"}
    person = mentions.actor_at(body.sentence, body.last + 1) if owning else None
    return person if person is not None and person.actors[0].kind is MentionKind.PERSON else None


_PEOPLE_IN_OFFICE = frozenset({SIDE_RULE, "office of several"})


def listed_before(mentions: Mentions, tree: Tree, mention: Mention) -> list[Mention]:
    """ "British and Indian negotiators": the British too; of a headline's "A, B hold talks" also A."""
    found: list[Mention] = []
    tokens, position = tree.sentence.tokens, mention.first
    while position > 1 and tokens[position - 1].text.lower() in {"and", ","}:
        earlier = mentions.actor_at(tree.sentence.index, position - 2)
        demonym = (
            earlier is not None
            and earlier.rule in {"demonym", "government name"}
            and mention.rule in _PEOPLE_IN_OFFICE
            and tokens[max(earlier.first - 1, 0)].text.lower()
            not in {"in", "at"}  # "In Oslo, Greek officials"
            and tokens[mention.first].text.lower() != "the"
        )
        headed = (
            earlier is not None
            and earlier.first == 0
            and tokens[position - 1].text == ","
            and tree.sentence.block is BlockKind.HEADLINE
            and tokens[earlier.last - 1].dep not in {"root", "appos", "conj"}
        )
        if earlier is None or not (demonym or headed):
            break
        found.insert(0, earlier)
        position = earlier.first
    return found


def _titled_oddly(mentions: Mentions, tree: Tree, start: int) -> Mention | None:
    """A listed person behind words no table knows as a title ("alliance chairperson X"), before the next comma."""
    tokens = tree.sentence.tokens
    for index in range(start, min(start + 7, len(tokens))):
        mention = mentions.actor_at(tree.sentence.index, index)
        if mention is not None and mention.actors[0].kind is MentionKind.PERSON:
            of = tree.case(mention.first) == "of"  # "the sister of leader X"
            return mention if mention.first > start and not of else None
        if tokens[index].pos not in {"NOUN", "PROPN", "ADJ", "ADP", "DET"} and tokens[index].text not in "()":
            return None
    return None


def _listed_inside(mentions: Mentions, tree: Tree, start: int) -> list[Mention]:
    """The bodies that a listed common noun contains ("and groups like X")."""
    for index in range(start, min(start + 5, len(tree.sentence.tokens))):
        if tree.sentence.tokens[index].pos == "NOUN":
            within = inside(mentions, tree, index) if is_container(tree, index) else ()
            return [mention for actor, mention in within if mention.first > index]
    return []


def _is_subject(tree: Tree, following: Mention, mention: Mention) -> bool:
    tokens = tree.sentence.tokens
    heads = {tokens[index].head for index in range(mention.first, mention.last)}
    heads |= {tokens[head].head for head in heads if head >= 0 and tokens[head].dep.startswith("nsubj")}
    for index in range(following.first, following.last):
        token = tokens[index]
        outside = not following.first <= token.head < following.last
        if outside and token.dep.startswith(("nsubj", "root")) and token.head not in heads:
            return True
    return False
