import pytest

from tools.pack import gazetteer
from tools.pack.example import Example
from tools.pack.gazetting import label_by_tables

pytestmark = pytest.mark.skipif(not gazetteer.DATA.is_dir(), reason="the shared data are not here")


def sure(text: str) -> list[str]:
    words = tuple(text.split())
    tags = label_by_tables(Example("test", words)).names or ()
    return [f"{tag} {word}" for word, tag in zip(words, tags, strict=True) if tag[:2] in {"B-", "I-"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left Saudi Arabia .", ["B-LOC Saudi", "I-LOC Arabia"]),
        ("The Bank of China closed .", []),
        ("The China Daily wrote so .", []),
        ("the people of Ukraine wait", ["B-LOC Ukraine"]),
        ("the French president spoke", ["B-NORP French"]),
        ("the French Open began", []),
        ("on April 2 , 2024 he", ["B-DATE April", "I-DATE 2", "I-DATE ,", "I-DATE 2024"]),
        ("in early April 2024 he", []),
        ("on Monday he", ["B-DATE Monday"]),
        ("on Monday morning he", []),
        ("gave $ 5 million to", ["B-MONEY $", "I-MONEY 5", "I-MONEY million"]),
        (
            "with Russian President Vladimir Putin on",
            ["B-NORP Russian", "B-OFFICE President", "B-PER Vladimir", "I-PER Putin"],
        ),
        ("with President Bank of", []),
    ],
)
def test_only_what_is_sure(text: str, expected: list[str]) -> None:
    assert sure(text) == expected
