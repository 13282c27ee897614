import pytest

from dragoman.language.document import Sentence
from dragoman.language.misread import past_of
from dragoman.language.packs import DEFAULT_PACK
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.pages.article import Article

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def tagged(text: str) -> Sentence:
    (sent,) = open_tagger().tag(segment(Article("id", "source", text))).sentences
    return sent


def verbs(text: str) -> list[tuple[str, str, str]]:
    return [(token.text, token.lemma, token.tag) for token in tagged(text).tokens if token.pos == "VERB"]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_"),
    [
        ("Zelensky phones Meloni", ("phones", "phone", "VBZ"), "Zelensky", "Meloni"),
        ("France voices support for Lebanon", ("voices", "voice", "VBZ"), "France", "support"),
        ("Japan blacklists three North Korean firms", ("blacklists", "blacklist", "VBZ"), "Japan", "firms"),
        ("Taliban free elderly British couple", ("free", "free", "VBP"), "Taliban", "couple"),
        (
            "Italian police arrest around 150 people across Sicily.",
            ("arrest", "arrest", "VBP"),
            "police",
            "people",
        ),
        (
            "Washington, Mexico City strike deal on migrants",
            ("strike", "strike", "VBP"),
            "Washington",
            "deal",
        ),
        ("Warsaw signs contract with Seoul", ("signs", "sign", "VBZ"), "Warsaw", "contract"),
        ("Colombia extradites cartel boss to Panama", ("extradites", "extradite", "VBZ"), "Colombia", "boss"),
        ("Swedish minister hands over letter to Macron", ("hands", "hand", "VBZ"), "minister", "letter"),
        (
            "The United States and Panama Advance Migration Cooperation",
            ("Advance", "advance", "VBP"),
            "States",
            "Cooperation",
        ),
    ],
)
def test_a_word_taken_for_a_noun_is_the_verb(
    text: str, verb: tuple[str, str, str], subject: str, object_: str
) -> None:
    sent = tagged(text)
    (root,) = (token for token in sent.tokens if token.dep == "root")
    below = {
        (token.text, token.dep)
        for token in sent.tokens
        if token.head >= 0 and sent.tokens[token.head] is root
    }
    assert (root.text, root.lemma, root.tag, root.pos) == (*verb, "VERB")
    assert {(subject, "nsubj"), (object_, "obj")} <= below


def test_some_verbs_need_no_object() -> None:
    assert verbs("Turkish aid plane lands in Port Sudan") == [("lands", "land", "VBZ")]


def test_two_verbs_share_an_object() -> None:
    sent = tagged("The French Navy boards and seizes a Russian shadow fleet oil tanker.")
    assert [token.lemma for token in sent.tokens if token.pos == "VERB"] == ["board", "seize"]


def test_the_comma_of_a_list_stays_a_comma() -> None:
    sent = tagged("China, Vietnam ink rail deals")
    assert [(token.text, token.pos, token.dep) for token in sent.tokens][1] == (",", "PUNCT", "punct")
    assert [token.lemma for token in sent.tokens if token.pos == "VERB"] == ["ink"]


@pytest.mark.parametrize(
    "text",
    [
        "US strikes on Houthi targets: a timeline",
        "Sudan peace talks in Geneva",
        "Background press call by senior officials",
        "Readout of White House Roundtable with Advocates",
        "Statement on Israeli Defense Forces Report on Omar Assad",
        "U.S. Support for the Philippines in the South China Sea",
        "Nigeria labour strikes in Lagos",
        "Iran sanctions explained",
        "Rewards for Justice – Reward Offer for Information on Cyber Attacks",
        "International Partners Meeting on Haiti",
    ],
)
def test_nouns_stay_nouns(text: str) -> None:
    assert all(token.tag not in {"VBZ", "VBP"} for token in tagged(text).tokens)


def test_a_name_is_no_verb() -> None:
    sent = tagged("The guests, a lobbyist and former officer, Rob Goldstone and others")
    assert [token.pos for token in sent.tokens if token.text == "Rob"] == ["PROPN"]


def test_past_tenses() -> None:
    lemmas = "phone slap rally meet host free blacklist back visit slam"
    assert [past_of(lemma) for lemma in lemmas.split()] == (
        "phoned slapped rallied met hosted freed blacklisted backed visited slammed".split()
    )


def test_the_article_that_is_shown_leaves_no_trace() -> None:
    sent = tagged("India, Nepal ink power deal")
    assert [token.text for token in sent.tokens] == ["India", ",", "Nepal", "ink", "power", "deal"]
    assert [(token.dep, token.head) for token in sent.tokens] == [
        ("nsubj", 3),
        ("punct", 2),
        ("conj", 0),
        ("root", -1),
        ("compound", 5),
        ("obj", 3),
    ]
    assert sent.states is not None and len(sent.states.first) == len(sent.tokens)
