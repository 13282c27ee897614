"""Bare nouns: what a noun without a preposition is to its verb: its object, a day, or what its particle governs."""

from __future__ import annotations

from dragoman.engagements.tree import Tree


def bare_slot(tree: Tree, child: int) -> str:
    """An oblique without a preposition: the verb's particle is one ("participate in"), a bare name is the object."""
    token = tree.sentence.tokens[child]
    for particle in tree.of(token.head, "compound:prt"):
        if tree.sentence.tokens[particle].text.lower() in {"in", "on", "to", "with", "at", "for"}:
            return tree.sentence.tokens[particle].text.lower()
    named = token.pos == "PROPN" and not tree.of(token.head, "obj")
    return "obj" if named or is_right_behind(tree, child) else "time"


_MEASURES = frozenset(
    "day days week weeks month months year years hour hours minute minutes morning afternoon evening night noon midnight "
    "weekend time times today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday spring summer "
    "autumn winter moment way percent % second decade century fortnight quarter mile miles kilometre kilometres kilometer "
    "kilometers metres meters km part".split()
)


_COUNTING = frozenset("the a an at more up some about over nearly dozens hundreds several many".split())


def is_right_behind(tree: Tree, child: int) -> bool:
    """A noun told with an article or number right behind a verb without an object: "missiles strike the centre of P"."""
    tokens = tree.sentence.tokens
    token = tokens[child]
    if token.pos != "NOUN" or token.lemma.lower() in _MEASURES or token.text.lower() in _MEASURES:
        return False
    verb, first = token.head, tree.subtree(child)[0]
    opening = tokens[first].text.lower()
    articled = opening in _COUNTING or tokens[first].tag in {"PRP$", "CD"}
    return verb + 1 == first and articled and tokens[verb].pos == "VERB" and not tree.of(verb, "obj")


GIVING = frozenset(
    "give hand send offer grant award provide supply lend deny promise pledge show sell lease loan".split()
)


_SELLING = frozenset({"sell", "lease", "loan"})  # "granted P an audience" is of both


def lost_gift(tree: Tree, child: int) -> tuple[int, ...] | None:
    """ "handed the army 14 tanks": what is counted right behind the receiver is given; of a further object nothing here."""
    tokens = tree.sentence.tokens
    verb = tokens[child].head
    if tokens[verb].lemma.lower() not in GIVING:
        return None
    if tokens[verb].lemma.lower() in _SELLING and any(other > child for other in tree.of(verb, "obj")):
        return ()
    for thing in tree.of(child, "appos"):
        counts = tree.of(thing, "nummod")
        if counts and counts[0] == child + 1:
            return tree.conjuncts(thing)
    return None


def lost_receiver(tree: Tree, child: int) -> int | None:
    """ "sold P 28 jets", read as one phrase: a name before the number is who gets them."""
    tokens = tree.sentence.tokens
    if tokens[tokens[child].head].lemma.lower() not in GIVING:
        return None
    counts = [n for n in tree.of(child, "nummod") if n > tokens[child].head]
    named = [n for n in tree.of(child, "compound", "nmod:desc") if tokens[n].pos == "PROPN"]
    return next((n for n in named if counts and tokens[child].head < n < counts[0]), None)


def is_called_on(tree: Tree, child: int) -> bool:
    """ "called on P's minister, X": the preposition was read as the verb's."""
    tokens = tree.sentence.tokens
    verb = tokens[child].head
    called = verb >= 0 and tokens[verb].lemma.lower() == "call"
    return called and any(tokens[word].text.lower() == "on" for word in tree.of(verb, "compound:prt"))


def is_misread_object(tree: Tree, child: int) -> bool:
    """A second "subject" behind the verb is its object ("The Secretary urged both sides")."""
    head = tree.sentence.tokens[child].head
    faced = tree.sentence.tokens[head].lemma.lower() in _NEVER_INVERTED
    return child > head and (faced or any(other < head for other in tree.of(head, "nsubj")))


# "His Highness X received in audience the minister": what stands behind these is never their subject.
_NEVER_INVERTED = frozenset("receive host welcome greet".split())
