import pytest

from tools.pack.example import Example
from tools.pack.markup import parse_lines
from tools.pack.officeholding import add_certain_arcs, office_holders


def example(line: str) -> Example:
    (parsed,) = parse_lines([line], "test")
    return parsed


def pairs(line: str) -> list[tuple[str, str]]:
    found = example(line)
    return [
        (" ".join(found.words[o[0] : o[1]]), " ".join(found.words[p[0] : p[1]]))
        for o, p in office_holders(found)
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[OFFICE Secretary] [PER Rubio] left.", [("Secretary", "Rubio")]),
        ("[OFFICE Minister] H.E. Dr. [PER Khan] left.", [("Minister", "Khan")]),
        ("[PER Khan], the [NORP Saudi] [OFFICE minister], left.", []),
        ("[PER Khan], the [OFFICE minister], left.", [("minister", "Khan")]),
        ("[PER Rasmussen], [OFFICE Minister] [PER Valtonen] and others", [("Minister", "Valtonen")]),
        ("With [PER Sudani], the [OFFICE Secretary] raised it.", []),
        ("The [OFFICE Minister] met [PER Khan].", []),
    ],
)
def test_who_holds_what(line: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(line) == expected


def test_two_ministers_at_the_start_are_coordinated() -> None:
    taught = add_certain_arcs(
        example("[OFFICE Secretary] [PER Rubio] and [OFFICE Secretary] [PER Lammy] left.")
    )
    assert taught.heads == (2, -100, 5, 5, 2, -100, -100)
    assert taught.relations == ("nmod:desc", "", "cc", "nmod:desc", "conj", "", "")


def test_the_portfolio_hangs_on_the_office_not_on_the_person() -> None:
    taught = add_certain_arcs(example("[OFFICE Minister of Foreign Affairs and Trade] [PER Khan] left."))
    assert taught.heads == (7, 4, 4, 1, -100, -100, -100, -100, -100)
    assert taught.relations[:4] == ("nmod:desc", "case", "", "nmod")


def test_a_hyphen_hangs_on_the_word_before_it() -> None:
    taught = add_certain_arcs(example("[OFFICE Secretary-General] [PER Guterres] left."))
    assert taught.heads[:3] == (3, 1, 4)
    assert taught.relations[:3] == ("", "punct", "nmod:desc")
