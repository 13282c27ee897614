"""Names, offices and cities are compared, never looked up."""

import pytest

from dragoman.scoring.names import is_same_city, is_same_name, is_same_office, share_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Antony Blinken", "Blinken"),
        ("Stéphane Séjourné", "Stephane Sejourne"),
        ("Volodymyr Zelensky", "President Volodymyr Zelensky"),
        ("Luiz Inácio Lula da Silva", "Lula"),
        ("European Union", "EU"),
        ("G20", "Group of Twenty"),
        ("Tigray People's Liberation Front", "TPLF"),
        ("Musaad bin Mohammed Al Aiban", "Musaad Al Aiban"),
    ],
)
def test_same_names(one: str, other: str) -> None:
    assert is_same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Antony Blinken", "Lloyd Austin"),
        ("Li Qiang", "Li Hui"),
        ("Joe Biden", "Joe Cossack"),
        ("African Union", "European Union of Judges"),
        ("Mohammed bin Salman", "Mohammed Al Aiban"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert not is_same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Secretary of State", "United States Secretary of State", True),
        ("External Affairs Minister", "Foreign Minister", True),
        ("Premier", "Prime Minister", True),
        ("Minister for Europe and Foreign Affairs", "Foreign Minister", True),
        ("Secretary of State", "Secretary of Defense", False),
        ("Deputy Secretary of State", "Secretary of State", False),
        ("President", "Vice President", False),
        ("former President", "President", False),
        ("Prime Minister", "Minister", False),
    ],
)
def test_offices(one: str, other: str, same: bool) -> None:
    assert is_same_office(one, other) is same


def test_cities_and_topics() -> None:
    assert is_same_city("Washington, D.C.", "Washington")
    assert not is_same_city("Paris", "Brussels")
    assert share_words("the war in Gaza", "war in the Gaza Strip") == 1.0
    assert share_words("trade", "") == 0.0
