"""Who speaks where in a transcript."""

from __future__ import annotations

from dragoman.citation import Span
from dragoman.engagements.engagement import Kind
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.turns import Turns, find_turns
from readings import article_of, cast, engagements_of, of_kind

VELL = Actor(MentionKind.PERSON, "Anna Vell", "Anna Vell", None, "POL", None, office_role="foreign-minister")
MARR = Actor(MentionKind.PERSON, "Karl Marr", "Karl Marr", None, "NOR", None, office_role="foreign-minister")
SPOKEN = Actor(MentionKind.PERSON, "Ida Lund", "Ida Lund", None, "NOR", None, office_role="spokesperson")
NORWAY = Actor(MentionKind.GOVERNMENT, "Norway", "Norway", "ctry:NOR", "NOR", None)
FINLAND = Actor(MentionKind.GOVERNMENT, "Finland", "Finland", "ctry:FIN", "FIN", None)


def turns(*paragraphs: str) -> tuple[str, Turns]:
    article = article_of(*paragraphs)
    return article.text, find_turns(article, (VELL, MARR, SPOKEN), (NORWAY,))


def test_each_speaks_in_the_own_turn():
    text, found = turns("MINISTER VELL: We met today.", "And we agreed.", "Karl Marr: I thank you.")
    assert found.at(text.index("We met")) == (VELL,)
    assert found.at(text.index("we agreed")) == (VELL,)
    assert found.at(text.index("I thank")) == (MARR,)


def test_journalists_and_moderators_are_nobody():
    text, found = turns("MODERATOR: We begin.", "QUESTION: Will we see you again?", "MINISTER MARR: We will.")
    assert found.at(text.index("We begin")) == ()
    assert found.at(text.index("we see")) == ()
    assert found.at(text.index("We will")) == (MARR,)


def test_a_spokesperson_speaks_for_the_office():
    text, found = turns("MS LUND: We condemn the attack.", "QUESTION: And then?")
    assert found.at(text.index("We condemn")) == (NORWAY,)


def test_a_label_may_have_any_part_of_a_name_and_an_unknown_minister_is_nobody():
    text, found = turns("KING ANNA: We met.", "MINISTER LOWE: We agreed.", "MR NOVAK: We urge calm.")
    assert found.at(text.index("We met")) == (VELL,)
    assert found.at(text.index("We agreed")) == ()
    assert found.at(text.index("We urge")) == (NORWAY,)


def test_a_single_colon_makes_no_transcript():
    assert turns("Vell: no talks before May", "The minister spoke in Oslo.")[1] == Turns()


def test_other_labels_are_no_turns():
    assert turns("Note: we are closed.", "Contact: we answer calls.")[1] == Turns()


TITLE = "Foreign Ministry Spokesperson Tanja Vell's Regular Press Conference"
ASKED = "Reuters: Algeria has accused you of meddling. What is your response?"
ANSWERED = (
    "Tanja Vell: Morocco has always kept its word. Morocco's position has not changed, and Moroccan diplomats have said "
    "so. We urge Algeria to reopen the border."
)


def demands(*paragraphs: str) -> list[list[tuple[str, str, str | None]]]:
    return [cast(eng) for eng in of_kind(engagements_of(*paragraphs, headline=TITLE), Kind.DEMAND)]


def test_it_is_the_country_the_answers_speak_of():
    assert demands(ASKED, ANSWERED) == [[("actor", "Morocco", "MAR"), ("recipient", "Algeria", "DZA")]]


def test_answers_that_name_two_countries_alike_settle_nothing():
    undecided = "Tanja Vell: Morocco and Algeria met, Morocco and Algeria parted. We urge Algeria to wait for Morocco."
    assert demands(ASKED, undecided) == []


def test_a_spokesperson_speaks_for_the_own_country_whatever_the_answers_name():
    lund = "MS LUND: We call on Poland to leave Finland. Finland has its rights, and Finland is not alone."
    article = article_of(lund, "QUESTION: Does Norway agree?", "MS LUND: It is Finland that decides.")
    mentions = [
        Mention(0, 0, 1, Span(at, at + 1), (state,), "government name")
        for at in (article.text.index("Finland"), article.text.index("Norway"))
        for state in ([NORWAY] if article.text[at] == "N" else [FINLAND])
    ]
    found = find_turns(article, (SPOKEN,), (), mentions * 3)
    assert found.at(article.text.index("We call")) == (NORWAY,)
