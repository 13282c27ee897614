"""People whose names the tagger missed or took for places."""

from __future__ import annotations

from dragoman.language.document import NameLabel
from dragoman.mentions.phrases import see
from dragoman.mentions.recalled_names import recall_surnames
from parses import DAY, knowledge, named


def people_in(text: str, *names: tuple[NameLabel, str]) -> list[str]:
    """The names of people that are seen in a sentence."""
    doc = named(text, *names)
    sight = see(doc.sentences[0], knowledge())
    recall_surnames([sight], knowledge(), DAY)
    return [sight.text(phrase.first, phrase.last, text) for phrase in sight.of("PER")]


def test_a_leader_taken_for_a_place_is_a_person():
    text = "The handshake between Pashinyan and Aliyev lasted"
    assert people_in(text, (NameLabel.LOC, "Pashinyan"), (NameLabel.LOC, "Aliyev")) == ["Pashinyan", "Aliyev"]
    assert people_in("There Rustem Umerov spoke", (NameLabel.LOC, "Rustem Umerov")) == ["Rustem Umerov"]


def test_accents_may_be_left_out_and_a_people_be_taken_for_a_name():
    assert people_in("Erdogan criticises the raid", (NameLabel.LOC, "Erdogan")) == ["Erdogan"]
    assert people_in("Erdogan criticises the raid", (NameLabel.NORP, "Erdogan")) == ["Erdogan"]


def test_a_place_stays_a_place():
    assert people_in("They met in Aliyev", (NameLabel.LOC, "Aliyev")) == []
    assert people_in("Talks with Washington failed", (NameLabel.LOC, "Washington")) == []
    assert people_in("Talks with Marlowe failed", (NameLabel.LOC, "Marlowe")) == []
    assert people_in("Talks with Abu Dhabi failed", (NameLabel.LOC, "Abu Dhabi")) == []
    assert people_in("They took the town of Aliyev", (NameLabel.LOC, "Aliyev")) == []
