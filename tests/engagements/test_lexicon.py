"""The trigger lexicon: its shape, and that its version rises with every change.

After a change: raise ``version`` in the file and run ``python tests/engagements/test_lexicon.py --accept``.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from dragoman.engagements import lexicon as lexicon_package
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.lexicon import Lexicon, load_lexicon
from dragoman.errors import DragomanError, LexiconError
from readings import engagements_of

RECORDED = Path(__file__).with_name("lexicon.digest")
TEXT = resources.files(lexicon_package).joinpath("en.toml").read_text("utf8")
ENTRIES = {
    f"{part} {number} ({row['kind']}: {row['lemmas'][:1]})": row
    for part in ("verb", "noun")
    for number, row in enumerate(tomllib.loads(TEXT)[part], 1)
}
# Slots are filled by the grammar or are prepositions.
GRAMMAR = {
    "subj",
    "obj",
    "iobj",
    "poss",
    "mod",
    "xcomp",
    "ccomp",
    "advcl",
    "acl",
    "host",
    "time",
    "adverb",
    "is",
    "subordinate",
}
PREPOSITIONS = set(
    "with between among to from for on upon of by in at into against over around through across during about behind beside "
    "alongside along after before inside toward towards opposite as under".split()
) | {"out of"}


def digest_of(text: str) -> tuple[int, str]:
    """The version of a lexicon and a digest of its entries; comments and layout do not count."""
    table = tomllib.loads(text)
    entries = json.dumps(table, sort_keys=True, ensure_ascii=False).encode()
    return int(table["version"]), hashlib.sha256(entries).hexdigest()


def recorded() -> tuple[int, str]:
    """The version and digest last accepted."""
    version, digest = RECORDED.read_text("utf8").split()
    return int(version), digest


def accept() -> str:
    """Record the lexicon as it is, if its version rose; what to tell the person."""
    version, digest = digest_of(TEXT)
    known_version, known_digest = recorded() if RECORDED.exists() else (0, "")
    if digest == known_digest:
        return f"version {version} is recorded already"
    if version <= known_version:
        raise SystemExit(
            f"the lexicon changed since version {known_version}: raise `version` in en.toml, then accept"
        )
    RECORDED.write_text(f"{version} {digest}\n", "utf8")
    return f"recorded version {version}"


def test_the_version_rises_with_every_change():
    version, digest = digest_of(TEXT)
    assert (version, digest) == recorded(), (
        "en.toml changed: raise its `version`, then run `python tests/engagements/test_lexicon.py --accept`"
    )


def test_comments_do_not_change_the_digest_and_entries_do():
    text = 'version = 1\n[[verb]]\nkind = "call"\nlemmas = ["ring"]\n'
    assert digest_of(text) == digest_of(f"# a remark\n\n{text}")
    assert digest_of(text)[1] != digest_of(text.replace("ring", "phone"))[1]


def test_only_a_raised_version_is_recorded(monkeypatch, tmp_path):
    this = sys.modules[__name__]
    monkeypatch.setattr(this, "RECORDED", tmp_path / "lexicon.digest")
    monkeypatch.setattr(this, "TEXT", "version = 4\nlight = []\n")
    assert "recorded version 4" in accept()
    assert recorded() == digest_of("version = 4\nlight = []\n")
    monkeypatch.setattr(this, "TEXT", "version = 4\nlight = ['hold']\n")
    with pytest.raises(SystemExit, match="raise `version`"):
        accept()
    monkeypatch.setattr(this, "TEXT", "version = 5\nlight = ['hold']\n")
    assert "recorded version 5" in accept()


def test_the_lexicon_loads_in_the_version_of_its_file():
    lexicon = load_lexicon()
    assert lexicon.version == digest_of(TEXT)[0]
    assert load_lexicon() is lexicon


def offenders(is_well_formed: Callable[[Mapping[str, Any]], bool]) -> list[str]:
    """The entries that are not as they should be."""
    return [name for name, row in ENTRIES.items() if not is_well_formed(row)]


def test_entries_have_a_kind_and_lemmas_in_lower_case():
    assert offenders(lambda row: row["kind"] in set(Kind)) == []
    assert offenders(lambda row: bool(row["lemmas"])) == []
    assert offenders(lambda row: all(lemma == lemma.lower().strip() for lemma in row["lemmas"])) == []


def test_weights_are_shares_of_one():
    assert offenders(lambda row: 0 < row["weight"] <= 1) == []


def test_roles_are_given_to_slots():
    assert offenders(lambda row: set(row["roles"].values()) <= set(Role)) == []
    assert offenders(lambda row: set(row["roles"]) <= GRAMMAR | PREPOSITIONS) == []


@pytest.mark.parametrize("condition", ["needs", "goal", "conference", "persons", "without"])
def test_conditions_name_slots(condition):
    assert offenders(lambda row: set(row.get(condition, ())) <= GRAMMAR | PREPOSITIONS) == []


def test_only_visits_have_goals_and_only_conferences_a_gathering():
    assert offenders(lambda row: ("goal" in row) == (row["kind"] == Kind.VISIT)) == []
    assert offenders(lambda row: ("conference" in row) == (row["kind"] == Kind.CONFERENCE)) == []


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_trigger(kind):
    lexicon = load_lexicon()
    triggers = [*lexicon.verbs.values(), *lexicon.nouns.values()]
    assert any(trigger.kind is kind for entries in triggers for trigger in entries)


def test_entries_that_ask_for_more_are_tried_first():
    ask = load_lexicon().verbs["ask"]
    assert ask[0].kind is Kind.EXPULSION
    assert ask[0].people
    assert next(trigger for trigger in ask if not trigger.people).kind is Kind.DEMAND


def test_lemmas_are_those_of_verbs_and_nouns():
    lexicon = load_lexicon()
    assert {"meet", "visit", "talks", "sanction"} <= lexicon.lemmas
    assert "hold" in lexicon.light


def test_a_language_without_a_lexicon_is_refused():
    with pytest.raises(LexiconError, match=r"lexicon/xx\.toml"):
        load_lexicon("xx")


def _load(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> Lexicon:
    (folder / "en.toml").write_text(text, "utf8")
    monkeypatch.setattr(lexicon_package.resources, "files", lambda _: folder)
    return load_lexicon.__wrapped__("en")


HEAD = "version = 7\nlight = ['hold']\nnoun = []\n"
GOOD = "[[verb]]\nkind = 'call'\nlemmas = ['ring', 'phone']\nroles = { subj = 'actor' }\nweight = 0.5\n"


def test_an_entry_is_found_under_each_of_its_lemmas(monkeypatch, tmp_path):
    lexicon = _load(monkeypatch, tmp_path, HEAD + GOOD)
    assert lexicon.version == 7
    assert lexicon.verbs["ring"] == lexicon.verbs["phone"]
    (trigger,) = lexicon.verbs["ring"]
    assert (trigger.kind, trigger.weight, trigger.roles["subj"]) == (Kind.CALL, 0.5, Role.ACTOR)


def test_a_key_that_is_none_is_refused_with_the_entry(monkeypatch, tmp_path):
    with pytest.raises(LexiconError, match=r"\[\[verb\]\] number 1.*call"):
        _load(monkeypatch, tmp_path, HEAD + GOOD + "colour = 'red'\n")


def test_a_missing_weight_is_refused(monkeypatch, tmp_path):
    with pytest.raises(LexiconError, match="weight"):
        _load(monkeypatch, tmp_path, HEAD + GOOD.replace("weight = 0.5\n", ""))


def test_its_errors_are_ours():
    assert issubclass(LexiconError, DragomanError)


if __name__ == "__main__":
    if sys.argv[1:] != ["--accept"]:
        raise SystemExit("usage: python tests/engagements/test_lexicon.py --accept")
    print(accept())


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("US envoy Tom Perriello shuttled through Addis Ababa last week.", "visit", "Addis Ababa"),
        (
            "Nepal's Pushpa Kamal Dahal was accorded a ceremonial reception in New Delhi.",
            "visit",
            "New Delhi",
        ),
        ("On his arrival in Hanoi on Monday, Polish president Andrzej Duda laid a wreath.", "visit", "Hanoi"),
    ],
)
def test_journeys_in_other_words(text, kind, place):
    (eng,) = engagements_of(text)
    assert (eng.kind, eng.place.evidence[0].quote) == (kind, place)


def test_who_is_received_at_a_seat_of_government_meets_its_holder():
    (meeting,) = engagements_of("Iran's foreign minister was received at the Kremlin on Monday.")
    assert {part.country.value for part in meeting.participants} == {"IRN", "RUS"}
