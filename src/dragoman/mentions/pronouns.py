"""Pronouns of one person: "he", "her". Whoever is the subject so far, else who was told of last, if the gender fits."""

from __future__ import annotations

from dragoman.mentions.cataphora import is_parenthetical, named_behind
from dragoman.mentions.genders import could_be, gender_of
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.offices import mention_of
from dragoman.mentions.phrases import Sight
from dragoman.mentions.somebody import is_of_stranger
from dragoman.mentions.story import Story, faced_by, head_of

SINGULAR = frozenset({"he", "him", "his", "she", "her"})


def read_pronoun(sight: Sight, index: int, before: list[Mention], story: Story) -> Mention | None:
    """Whom a pronoun stands for, by the mentions before it in its sentence and by what was told before."""
    word = sight.word(index)
    people = [m for m in before if len(m.actors) == 1 and m.actors[0].kind is MentionKind.PERSON]
    earlier = [m for m in people if m.last <= index and could_be(m.actors[0], word)]
    if sight.sentence.tokens[index].dep in {"obj", "iobj", "obl"}:
        actor = _faced(sight, index, earlier, story)
    else:
        actor = _told_of(sight, index, before, earlier, story)
    return mention_of(sight, index, index + 1, (actor,), "pronoun") if actor is not None else None


def _told_of(
    sight: Sight, index: int, before: list[Mention], earlier: list[Mention], story: Story
) -> Actor | None:
    word, last = sight.word(index), story.subject
    if last is not None:
        earlier = [m for m in earlier if m.actors[0].entity_id is not None or m.actors[0].title is not None]
    if last is not None and could_be(last, word) and is_parenthetical(sight, index):
        return last  # "His colleague, he said, had not answered"
    behind = named_behind(sight, index, before)
    if behind is not None and could_be(behind, word):
        return behind
    subjects = [m for m in earlier if sight.sentence.tokens[head_of(sight, m)].dep.startswith("nsubj")]
    if subjects:
        return subjects[-1].actors[0]
    if is_of_stranger(sight, index, before):
        return None  # "A singer said she would move to P"
    if len({m.actors[0].key for m in earlier}) == 1:
        return earlier[0].actors[0]
    return _fitting(story.other_than(faced_by(sight, index, before)), word, story)


def _faced(sight: Sight, index: int, earlier: list[Mention], story: Story) -> Actor | None:
    """ "received him": somebody else than the clause's own subject."""
    verb = sight.sentence.tokens[index].head
    own = {m.actors[0].key for m in earlier if sight.sentence.tokens[head_of(sight, m)].head == verb}
    others = [m.actors[0] for m in earlier if m.actors[0].key not in own]
    actor = others[-1] if others else story.subject
    if actor is None or actor.key in own:
        actor = next((a for a in reversed(story.people) if a.key not in own), None)
    return _fitting(actor, sight.word(index), story)


def _fitting(actor: Actor | None, word: str, story: Story) -> Actor | None:
    """An actor whom the pronoun can stand for; where it cannot, who is known to be of that gender and was told of last."""
    if actor is None or could_be(actor, word):
        return actor
    return next((a for a in reversed(story.people) if gender_of(a) is not None and could_be(a, word)), None)
