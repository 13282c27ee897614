"""Arguments: which tokens fill the slots of a clause, with what the parser misplaced put right.

The repairs are general (a second subject behind the verb is its object; "A will travel, B said" shares no subject) and
each says what it mends.
"""

from __future__ import annotations

from dragoman.engagements.bare import (
    GIVING,
    bare_slot,
    is_called_on,
    is_misread_object,
    is_right_behind,
    lost_gift,
    lost_receiver,
)
from dragoman.engagements.control import controller_of, judged_doer
from dragoman.engagements.subjects import (
    appraised,
    behind_terms,
    past_relative,
    shared_object,
    stated_patient,
    stated_subject,
)
from dragoman.engagements.tree import Tree
from dragoman.pages.article import BlockKind


def fill_argument(tree: Tree, slots: dict[str, list[int]], child: int, passive: bool) -> None:
    token = tree.sentence.tokens[child]
    relation = token.dep
    if (preposition := _stray_preposition(tree, child)) is not None:
        slots.setdefault(preposition, []).extend(tree.conjuncts(child))
        return
    if relation == "conj" and token.pos in {"PROPN", "NOUN"} and tree.case(child):
        relation = "obl"  # "spoke to A and, separately, to B"
    if relation in {"obj", "iobj"} and (is_called_on(tree, child) or tree.case(child) in {"on", "upon"}):
        slots.setdefault(tree.case(child) or "on", []).extend(
            tree.conjuncts(child)
        )  # "will call on X" read as an object
        return
    if relation in {"nsubj", "nsubj:pass"} and _is_told_that(tree, child):
        return
    if relation == "nsubj" and tree.case(child) in {"'s", "’s"}:
        return  # "President A's Envoy Meets B": A is not who meets
    if relation in {"nsubj", "csubj", "nsubj:outer"}:
        turned = _is_headline_passive(tree, tree.sentence.tokens[child].head)
        name = "obj" if turned or is_misread_object(tree, child) else "subj"
    elif relation in {"nsubj:pass", "csubj:pass"}:
        verb = tree.sentence.tokens[child].head
        given = tree.sentence.tokens[verb].lemma.lower() in GIVING and tree.of(verb, "obj")
        name = "obj" if passive else "subj"
        if passive and given:  # "X was given arms by Y"
            slots.setdefault("iobj", []).extend(tree.conjuncts(child))
    elif relation == "advcl" and _involves(tree, child):
        slots.setdefault("with", []).extend(_involved(tree, child))
        return
    elif relation == "advcl" and _tells_when(tree, child):
        name = "subordinate"
    elif relation in {"obj", "iobj", "xcomp", "ccomp", "advcl", "parataxis"}:
        name = relation
    elif relation == "obl:agent":
        name = "subj" if passive or tree.case(child) == "by" else "obj"
    elif relation == "obl:unmarked" or relation == "obl:tmod":
        name = "obj" if is_right_behind(tree, child) else "time"
    elif relation == "obl" or relation.startswith("obl:"):
        for case, found in tree.by_case(child).items():
            slot = bare_slot(tree, child) if case == "time" else case
            slots.setdefault("subj" if passive and slot == "by" else slot, []).extend(found)
        if tree.case(child).split()[0:1] not in _OTHER_TIMES:
            _add_nested(tree, slots, child)
        return
    elif relation == "advmod":
        name = "adverb"
        for nested in tree.of(child, "obl"):  # "stayed away from the summit", hung on "away"
            for case, found in tree.by_case(nested).items():
                slots.setdefault(case, []).extend(found)
    else:
        return
    if name in {"xcomp", "ccomp", "advcl", "subordinate", "parataxis", "adverb"}:
        slots.setdefault(name, []).append(child)
        return
    if name == "obj" and _add_gift(tree, slots, child):
        return
    slots.setdefault(name, []).extend(tree.conjuncts(child))
    if relation != "obl:agent" or tree.sentence.tokens[token.head].lemma.lower() != "claim":
        _add_nested(tree, slots, child)  # "was claimed by the movement in P": that is where they are


def _add_gift(tree: Tree, slots: dict[str, list[int]], child: int) -> bool:
    """Fill in who is given something and what, where the parser made one phrase of them."""
    if (receiver := lost_receiver(tree, child)) is not None:
        slots.setdefault("iobj", []).append(receiver)
    gift = lost_gift(tree, child)
    if gift is None:
        return False
    slots.setdefault("iobj", []).extend(tree.conjuncts(child))
    if gift:
        slots.setdefault("obj", []).extend(gift)
    return True


def _is_told_that(tree: Tree, child: int) -> bool:
    """The envoy of "told the envoy that it would …", hung on what he is told."""
    tokens = tree.sentence.tokens
    verb = tokens[child].head
    that = [mark for mark in tree.of(verb, "mark") if tokens[mark].text.lower() == "that"]
    return bool(that) and child < that[0] and len(tree.of(verb, "nsubj", "nsubj:pass")) > 1


_INVOLVING = frozenset({"involve", "include", "feature", "unite"})


def _involves(tree: Tree, clause: int) -> bool:
    """ "a summit is held involving A and B", "talks involving A"."""
    token = tree.sentence.tokens[clause]
    return token.tag == "VBG" and token.lemma.lower() in _INVOLVING


def _involved(tree: Tree, clause: int) -> list[int]:
    found = [node for child in tree.of(clause, "obj") for node in tree.conjuncts(child)]
    behind = [*tree.of(clause, "obl"), *(node for child in found for node in tree.of(child, "nmod"))]
    beside = [child for child in behind if tree.case(child) in {"along", "with", "along with"}]
    return [*found, *(node for child in beside for node in tree.conjuncts(child))]


# Whom one met "prior to his talks with X" is told behind the verb.
_OTHER_TIMES = (["prior"], ["before"], ["ahead"])
_WHEN = frozenset(
    {"after", "before", "as", "when", "while", "since", "until", "once", "because", "although", "though"}
)


def _tells_when(tree: Tree, clause: int) -> bool:
    """ "called on X after he had taken office": the clause is no part of what was said or asked."""
    return any(
        tree.sentence.tokens[mark].lemma.lower() in _WHEN for mark in tree.of(clause, "mark", "advmod")
    )


def find_addressee(tree: Tree, index: int, slots: dict[str, list[int]]) -> None:
    """Whom a verb is directed at where the tree has no object: "urged X to …" read with X as indirect object or subject."""
    named = [child for child in slots.get("xcomp", []) if tree.sentence.tokens[child].pos == "PROPN"]
    if named:  # "called Minister X", read as a complement
        slots["obj"] = [found for child in named for found in tree.conjuncts(child)]
        slots["xcomp"] = [child for child in slots["xcomp"] if child not in named]
        return
    if "iobj" in slots:
        slots["obj"] = list(slots["iobj"])
        return
    for clause in slots.get("ccomp", []):  # "warned X that it …" with X hung on the that-clause
        marks = [mark for mark in tree.of(clause, "mark") if mark > index]
        before = [
            child for child in tree.of(clause, "iobj", "obj", "nsubj") if marks and index < child < marks[0]
        ]
        if before:
            slots["obj"] = list(tree.conjuncts(before[0]))
            return
    for clause in (*slots.get("xcomp", []), *slots.get("advcl", [])):
        marks = [mark for mark in tree.of(clause, "mark") if mark > index]
        lost = [child for child in tree.of(clause, "obj", "iobj") if marks and index < child < marks[0]]
        if lost:  # "urged X to come" with X hung on "come"
            slots["obj"] = list(tree.conjuncts(lost[0]))
            return
        marked = tree.of(clause, "mark") and tree.sentence.tokens[clause].dep == "advcl"
        for subject in tree.of(clause, "nsubj"):
            between = tree.sentence.tokens[index + 1 : subject]
            if subject > index and not marked and not any(token.pos == "PUNCT" for token in between):
                slots["obj"] = list(tree.conjuncts(subject))
                return


def lost_object(tree: Tree, index: int) -> tuple[int, ...]:
    """The phrase right behind a verb that the parser hung on a later word ("summons Rurish envoy over …")."""
    tokens = tree.sentence.tokens
    if found := appraised(tree, index) or shared_object(tree, index) or behind_terms(tree, index):
        return found
    following = [token.text.lower() for token in tokens[index + 1 : index + 3]]
    if following == ["one", "another"] and (hung := tree.of(index + 1, "nmod")):
        return (hung[0],)  # "expelled one another's diplomats", hung on "one"
    position = index + 1
    while position < len(tokens) and tokens[position].pos in {"DET", "ADJ", "NUM", "NOUN", "PROPN"}:
        position += 1
    last = position - 1
    lost = last > index and tokens[last].pos in {"NOUN", "PROPN"} and tokens[last].head > last
    if (
        lost and tokens[last].dep == "nsubj"
    ):  # "Xi meets Nauru president in Beijing", a headline read as a name
        return (last,) if tokens[tokens[last].head].pos not in {"VERB", "AUX"} else ()
    modifying = lost and tokens[last].dep in {"nmod:desc", "compound", "nmod", "flat"}
    # "thanked China for hosting the talks": the object of what stands behind "for" cannot stand before it.
    before = lost and tokens[last].dep == "obj" and tokens[last + 1].dep == "mark"
    if not (modifying or before) and tokens[index].lemma.lower() in _OVER:
        return tuple(child for child in tree.of(index, "obl") if tree.case(child) == "over")
    return (last,) if modifying or before else ()


_OVER = frozenset({"hand", "turn", "take"})  # "hands over control": no oblique


def _stray_preposition(tree: Tree, child: int) -> str | None:
    """The preposition before an argument behind its verb that the parser hung elsewhere ("spoke today with the UAE …")."""
    tokens = tree.sentence.tokens
    if child < tokens[child].head or tokens[child].dep not in {"nsubj", "obj", "iobj", "nsubj:pass"}:
        return None
    left = child
    while left > 0 and left <= tokens[left - 1].head <= child and tokens[left - 1].tag != "IN":
        left -= 1
    before = tokens[left - 1] if left > 0 else None
    counting = tokens[left].text.lower() in {"least", "most"}  # "killed at least ten", "gave up to ten"
    counting = counting or (before is not None and tokens[before.head].text.lower() == "up")
    if before is None or before.tag != "IN" or before.head == child or counting:
        return None
    word = before.text.lower()
    return word if word in {"with", "to", "from", "for", "on", "against", "in", "at"} else None


def _add_nested(tree: Tree, slots: dict[str, list[int]], child: int) -> None:
    """Prepositions that the parser hung on an argument instead of the verb ("met X in Paris", "discuss A and B with X")."""
    last = tree.conjuncts(child)[-1]
    listed = [n for n in tree.of(last, "nmod") if tree.case(n) == "with"] if last != child else []
    for nested in (*tree.of(child, "nmod"), *listed):
        for case, found in tree.by_case(nested).items():
            if case not in {"time", "of", "'s", "’s", "for"}:
                slots.setdefault(f"~{case}", []).extend(found)


def fill_noun_argument(tree: Tree, slots: dict[str, list[int]], child: int) -> None:
    relation = tree.sentence.tokens[child].dep
    if relation == "nmod:poss":
        slots.setdefault("poss", []).extend(tree.conjuncts(child))
    elif relation == "amod" or relation.startswith("compound") or relation in {"nmod:desc", "nmod:unmarked"}:
        name = "time" if relation == "nmod:unmarked" else "mod"
        slots.setdefault(name, []).extend(tree.conjuncts(child))
    elif relation in {"nmod", "obl"} or relation.startswith(("nmod:", "obl:")):
        for case, found in tree.by_case(child).items():
            slots.setdefault(case, []).extend(found)
        _add_nested(tree, slots, child)
    elif relation in {"nsubj", "nsubj:pass"}:
        slots.setdefault("subj", []).extend(tree.conjuncts(child))
    elif relation == "acl" and _involves(tree, child):
        slots.setdefault("with", []).extend(_involved(tree, child))
    elif relation in {"appos", "acl", "acl:relcl"}:
        slots.setdefault(relation, []).append(child)


def is_reduced_passive(tree: Tree, index: int) -> bool:
    """A bare past participle on a noun or in a headline ("talks hosted by Oman")."""
    token = tree.sentence.tokens[index]
    if _is_headline_passive(tree, index):
        return True
    if token.tag != "VBN" or tree.of(index, "aux", "nsubj") or _is_whole_statement(tree, index):
        return False
    return token.dep in {"acl", "advcl"} or any(tree.case(child) == "by" for child in tree.of(index, "obl"))


# Verbs that always have an object: without one their subject in a headline is who it happens to.
_SUFFERED = frozenset(
    "expel summon free release recall oust sanction bar deport tell order ask detain kidnap abduct evacuate extradite "
    "declare repatriate blacklist reprimand invite hijack shell bomb sink hit slap".split()
)


def _is_headline_passive(tree: Tree, index: int) -> bool:
    """ "Envoys expelled from Freedonia", "Consul told to leave": headlines drop the auxiliary."""
    token = tree.sentence.tokens[index]
    told = token.tag in {"VBD", "VBN"} or token.text.lower() == "hit"  # "hit" is its own participle
    if tree.sentence.block is not BlockKind.HEADLINE or not told:
        return False
    alone = not tree.of(index, "obj", "iobj", "ccomp", "aux") and token.dep == "root"
    return alone and token.lemma.lower() in _SUFFERED and bool(tree.of(index, "nsubj", "nsubj:pass"))


def _is_whole_statement(tree: Tree, index: int) -> bool:
    """A short statement that the parser took for a name with a participle ("Ruritania mediated between …")."""
    tokens = tree.sentence.tokens
    head = tokens[tokens[index].head] if tokens[index].dep == "acl" else None
    alone = all(token.pos not in {"VERB", "AUX"} for token in tokens[:index] + tokens[index + 1 :])
    return (
        head is not None
        and (head.dep, head.pos) == ("root", "PROPN")
        and tokens[-1].text == "."
        and alone
        and not any(tree.case(child) == "by" for child in tree.of(index, "obl"))
    )


def inherit_subject(tree: Tree, index: int, slots: dict[str, list[int]]) -> bool:
    """Fill the subject from the governing clause: coordination, control, participles, relative clauses."""
    found = (
        judged_doer(tree, index)
        or stated_subject(tree, index)
        or _inherited_subject(tree, index, depth=0)
        or _lost_subject(tree, index)
    )
    if found:
        slots["subj"] = list(found)
    return bool(found)


def _lost_subject(tree: Tree, index: int) -> tuple[int, ...]:
    """The phrase before a finite verb that the parser gave no subject ("in reply, envoys from A and B held talks")."""
    tokens = tree.sentence.tokens
    token = tokens[index]
    if tree.sentence.block is BlockKind.HEADLINE and (listed := _listed_in_front(tree, index)):
        return listed
    if token.dep == "parataxis" and 0 <= token.head < index and tokens[token.head].dep == "root":
        alone = all(_is_adverbial(tree, between) for between in range(token.head + 1, index))
        return tree.conjuncts(token.head) if alone and tokens[token.head].pos == "PROPN" else ()
    if token.dep != "root" or token.tag not in {"VBD", "VBZ", "VBP"}:
        return ()
    opening = max((at for at in range(index) if tokens[at].text in {",", ";", ":"}), default=-1)
    node = index - 1
    while node > opening and opening < tokens[node].head < index:
        node = tokens[node].head
    named = node > opening and tokens[node].pos in {"NOUN", "PROPN"} and not tree.case(node)
    return tree.conjuncts(node) if named else ()


def _listed_in_front(tree: Tree, index: int) -> tuple[int, ...]:
    """The names before a headline's infinitive ("A, B to hold talks in P")."""
    tokens = tree.sentence.tokens
    if tokens[index].tag != "VB" or index < 2 or tokens[index - 1].text.lower() != "to":
        return ()
    before = range(index - 1)
    listed = all(
        tokens[at].pos in {"PROPN", "NOUN", "ADJ"} or tokens[at].text.lower() in {",", "and", "&"}
        for at in before
    )
    return tuple(at for at in before if tokens[at].pos in {"PROPN", "NOUN"}) if listed else ()


def _is_adverbial(tree: Tree, index: int) -> bool:
    token = tree.sentence.tokens[index]
    return token.pos == "ADV" or token.lemma.lower() in _DAY_WORDS


_DAY_WORDS = frozenset("yesterday today tomorrow morning afternoon evening night".split())


def resolve_relative(tree: Tree, index: int, slots: dict[str, list[int]]) -> None:
    """Put the noun a relative clause hangs on where "who" or "which" stands."""
    token = tree.sentence.tokens[index]
    if token.dep != "acl:relcl" or token.head < 0:
        return
    for name, found in slots.items():
        if len(found) == 1 and tree.sentence.tokens[found[0]].tag in {"WDT", "WP", "IN"}:
            slots[name] = list(tree.conjuncts(token.head))
            return


def _inherited_subject(tree: Tree, index: int, depth: int) -> tuple[int, ...]:
    token = tree.sentence.tokens[index]
    head = token.head
    if head < 0 or depth > 4:
        return ()
    if found := past_relative(tree, index):
        return found
    if token.dep == "acl" and (controller := controller_of(tree, index)) is not None:
        found, verb = controller
        return found or (_inherited_subject(tree, verb, depth + 1) if verb is not None else ())
    if token.dep in {"acl", "acl:relcl"}:
        return tree.conjuncts(head) if tree.sentence.tokens[head].pos in {"NOUN", "PROPN", "PRON"} else ()
    announced = token.dep == "ccomp" and token.tag == "VBG"  # "X announced lifting the ban"
    if token.dep not in {"conj", "xcomp", "advcl", "parataxis", "dep"} and not announced:
        return ()
    if token.dep == "xcomp" and (objects := tree.of(head, "obj", "iobj")) and not _is_passive(tree, head):
        return tree.conjuncts(objects[0])
    own = tree.of(head, "nsubj", "nsubj:pass") or [
        child for child in tree.of(head, "expl") if tree.sentence.tokens[child].text.lower() == "it"
    ]
    if (
        own
        and tree.sentence.tokens[own[0]].tag in {"WP", "WDT"}
        and tree.sentence.tokens[head].dep == "acl:relcl"
    ):
        return tree.conjuncts(tree.sentence.tokens[head].head)  # "X, who revealed it while receiving Y"
    if own:
        return tree.conjuncts(own[0])
    return _inherited_subject(tree, head, depth + 1)


def inherit_passive_subject(tree: Tree, index: int, slots: dict[str, list[int]]) -> None:
    token = tree.sentence.tokens[index]
    if stated := stated_patient(tree, index):
        slots["obj"] = list(stated)
    elif token.dep in {"acl", "acl:relcl"} and token.head >= 0:
        slots["obj"] = list(tree.conjuncts(token.head))
    elif token.dep in {"conj", "xcomp", "advcl"} and (found := _inherited_subject(tree, index, depth=0)):
        slots["obj"] = list(found)


def _is_passive(tree: Tree, index: int) -> bool:
    return bool(tree.of(index, "aux:pass", "nsubj:pass"))
