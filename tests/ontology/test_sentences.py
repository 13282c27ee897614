"""Events of single sentences: by rule where one reads an engagement, else by the class model."""

from __future__ import annotations

import pytest

from dragoman.cli.code import LEAST
from dragoman.ontology.sentences import CAMEO_ROOTS, CodedSentence
from dragoman.pages import Article
from dragoman.pages.draft import compose
from dragoman.pages.plaintext import read_dump
from dragoman.pipeline import code_article


def _code(text: str, least: float = LEAST) -> list[CodedSentence]:
    return list(code_article(compose(read_dump(text), source="test"), least=least))


def _told(text: str) -> tuple[str, list[str], list[str]]:
    (one,) = _code(text)
    return one.event, [side.code for side in one.actors], [side.code for side in one.recipients]


@pytest.mark.parametrize(
    ("text", "event", "actors", "recipients"),
    [
        ("Kenyan police arrested forty students in Kisumu on Monday.", "COERCE", ["KEN"], ["KEN"]),
        ("Chad massed troops on its border with Libya.", "MOBILIZE", ["TCD"], ["LBY"]),
        ("Peruvian miners blocked roads near Cusco over unpaid wages.", "PROTEST", ["PER"], ["PER"]),
        ("Zambian forces shelled rebel positions.", "ASSAULT", ["ZMB"], []),
        ("Laos shared intelligence with Thailand, officials in Bangkok said.", "COOPERATE", ["LAO"], ["THA"]),
    ],
)
def test_domestic_and_foreign_acts_are_coded(
    text: str, event: str, actors: list[str], recipients: list[str]
) -> None:
    assert _told(text) == (event, actors, recipients)


def test_an_engagement_read_by_rule_keeps_its_codes() -> None:
    (one,) = _code("Kenya's President William Ruto met Ugandan President Yoweri Museveni in Kampala.")
    assert (one.event, one.cameo, one.rule.startswith("plover-2023")) == ("CONSULT", "042", True)
    assert [side.code for side in (*one.actors, *one.recipients)] == ["KEN", "UGA"]


@pytest.mark.parametrize(
    "text",
    ["Coffee is the country's main export.", "He was born in 1951 and has two daughters.", "Thank you."],
)
def test_sentences_that_tell_nothing_are_left_out(text: str) -> None:
    assert _code(text) == []


def test_the_words_coded_are_the_article_s() -> None:
    article = compose(read_dump("It was a Monday. Police in Lima arrested a mayor."), source="test")
    (one,) = code_article(article, least=LEAST)
    assert one.span.of(article.text) == "Police in Lima arrested a mayor."
    assert one.trigger.of(article.text) == "arrested"
    assert LEAST <= one.probability <= 1 and one.cameo == CAMEO_ROOTS[one.event]


def test_other_languages_have_no_events() -> None:
    article = Article("a", "test", "La policía detuvo a cuarenta estudiantes.", language="es")
    assert code_article(article) == ()


def test_every_sentence_that_tells_an_engagement_has_its_codes() -> None:
    text = (
        "Xi speaks with Zelensky by phone\n\nKYIV, 26 April 2023 - Ukrainian President Volodymyr Zelensky and Chinese "
        "President Xi Jinping spoke by telephone on Wednesday.\n"
    )
    coded = _code(text)
    assert {(one.event, one.cameo) for one in coded} == {("CONSULT", "041")}
    assert len({one.span for one in coded}) == 2
