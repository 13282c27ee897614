import pytest
from tokenizers import Tokenizer

from dragoman.language.encoding import MAX_SUBWORDS, Case, case_of, encode
from dragoman.language.packs import open_pack


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


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_str(open_pack(None).tokenizer)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@pytest.mark.parametrize(
    "words",
    [
        ["Mr", "Ould", "Cheikh’s", "envoy", "denied", "it", "."],
        ["Türkiye", "外交部", "\u200d", "Nagorno-Karabakh", "[MASK]", "e\u0301lan"],
        ["counter-reconnaissance"] * 200,
    ],
)
def test_words_one_by_one_are_numbered_as_the_whole_sentence(tokenizer: Tokenizer, words: list[str]) -> None:
    (encoded,) = encode(tokenizer, [words])
    whole = tokenizer.encode([word.replace("’", "'") for word in words], is_pretokenized=True)
    assert encoded.ids.tolist() == whole.ids[:MAX_SUBWORDS]
    starts = {number: position for position, number in reversed([*enumerate(whole.word_ids[:MAX_SUBWORDS])])}
    assert encoded.first.tolist() == [0, *(starts.get(number, 0) for number in range(len(words)))]
    assert len(encoded.case) == len(encoded.ids)
