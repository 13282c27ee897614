"""Windows: what the network is shown, and what it has to say."""

from dragoman.engagements.spots import PLACE, TYPES
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.tagging import open_tagger
from dragoman.mentions.mention import MentionKind
from tools.acts.markup import parse_passage
from tools.acts.windows import EITHER, KINDS, Window, windows_of_passage


def windows(*lines: str) -> list[Window]:
    return list(windows_of_passage(parse_passage(list(lines), "x:1"), open_tagger(), KnowledgeBase.open()))


def test_sides_have_their_roles_and_other_mentions_none() -> None:
    (window,) = windows(
        "[1 Norway] {a accused} [2 Russia] of jamming, as Finland had feared.",
        "a = accusation completed 1 > 2",
    )
    (act,) = window.acts
    assert KINDS[act.kind] == "accusation"
    government = TYPES[MentionKind.GOVERNMENT]
    roles = [act.roles.get(n, 0) for n, spot in enumerate(window.spots) if spot.type == government]
    assert roles == [1, 2, 0]


def test_a_side_of_the_sentence_before_is_found_there_and_may_not_be_asked_for_alone() -> None:
    first, second = windows(
        "[1 Norway] has lost patience with its neighbour. It {a accused} [2 Russia] of jamming.",
        "a = accusation completed 1 > 2",
    )
    assert not first.acts
    (act,) = second.acts
    asked = {second.spots[number].sentence: role for number, role in act.roles.items()}
    assert asked == {0: 1, 1: 2}
    alone = second.alone()
    assert (len(alone.states), set(alone.acts[0].roles.values())) == (1, {2})


def test_equals_may_be_either_and_a_place_is_one() -> None:
    (window,) = windows(
        "[1 Norway] and [2 Finland] {a signed} a pact in [3 Oslo].",
        "a = agreement completed 1 & 2 at 3",
    )
    (act,) = window.acts
    roles = {window.spots[number].type: role for number, role in act.roles.items()}
    assert roles == {TYPES[MentionKind.GOVERNMENT]: EITHER, PLACE: 4}


def test_a_headline_is_a_sentence_of_its_own() -> None:
    headline, body = windows(
        "Norway turns on Russia ## [1 Oslo] {a accused} [2 Moscow] of jamming.",
        "a = accusation completed 1 > 2",
    )
    assert (len(headline.acts), len(body.acts), len(body.states)) == (0, 1, 2)
