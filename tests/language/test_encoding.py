import pytest

from dragoman.language.encoding import Case, case_of


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("talks", Case.LOWER),
        ("Paris", Case.TITLE),
        ("A", Case.TITLE),
        ("NATO", Case.UPPER),
        ("U.S.", Case.UPPER),
        ("McCain", Case.MIXED),
        ("eBay", Case.MIXED),
        ("5.2", Case.NO_LETTER),
        ("—", Case.NO_LETTER),
        ("Élysée", Case.TITLE),
    ],
)
def test_case(word: str, case: Case) -> None:
    assert case_of(word) is case
