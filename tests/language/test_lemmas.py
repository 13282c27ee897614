import pytest

from dragoman.language.lemmas import Lemmatizer


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("visited", "VBD", "visit"),
        ("pledged", "VBD", "pledge"),
        ("stopped", "VBN", "stop"),
        ("discussed", "VBD", "discuss"),
        ("tried", "VBD", "try"),
        ("agreed", "VBD", "agree"),
        ("hosting", "VBG", "host"),
        ("travels", "VBZ", "travel"),
        ("initialled", "VBD", "initial"),
        ("signalling", "VBG", "signal"),
        ("discusses", "VBZ", "discuss"),
        ("meet", "VB", "meet"),
    ],
)
def test_regular_verbs(form: str, tag: str, lemma: str) -> None:
    assert Lemmatizer({}, {"VERB": ["agree"]}).lemma(form, "VERB", tag) == lemma


def test_a_singular_form_with_the_tag_of_a_plural() -> None:
    lemmas = Lemmatizer({}, {"VERB": ["reopen", "focus"]})
    assert [lemmas.lemma(form, "VERB", "VBP") for form in ("reopens", "focus", "hiss")] == [
        "reopen",
        "focus",
        "hiss",
    ]


def test_the_table_wins_over_the_rules() -> None:
    lemmas = Lemmatizer({"VERB": {"met": "meet"}, "AUX": {"'s": "be"}}, {})
    assert lemmas.lemma("Met", "VERB", "VBD") == "meet"
    assert lemmas.lemma("’s", "AUX", "VBZ") == "be"


def test_names_stay_as_written() -> None:
    assert Lemmatizer({}, {}).lemma("Emirates", "PROPN", "NNPS") == "Emirates"


def test_a_verb_with_two_letters_l_keeps_them() -> None:
    assert Lemmatizer({}, {"VERB": ["recall"]}).lemma("recalled", "VERB", "VBD") == "recall"
