"""The trigger lexicon: which verbs and nouns tell which kind of engagement, with the roles of their arguments.

>>> load_lexicon().verbs["thank"][0].mode
'thank'
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from dragoman.engagements.engagement import Kind, Role
from dragoman.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry: what the words in ``lemmas`` tell, and which slot of their clause fills which role."""

    kind: Kind
    lemmas: tuple[str, ...]
    roles: Mapping[str, Role]
    weight: float
    rule: str
    mode: str | None = None
    needs: tuple[str, ...] = ()
    goal: tuple[str, ...] = ()
    conference: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    holds: Mapping[str, frozenset[str]] | None = None
    people: frozenset[str] = frozenset()
    idioms: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    future: bool = False
    conditional: bool = False
    infinitive: bool = False
    modals: frozenset[str] = frozenset()
    adjective: bool = False
    places: bool = False
    reach: bool = False
    without: tuple[str, ...] = ()
    complement: bool = False
    not_complements: frozenset[str] = frozenset()
    xcomps: frozenset[str] = frozenset()
    judges: frozenset[str] = frozenset()
    feels: frozenset[str] = frozenset()
    as_: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    light: frozenset[str] | None = None
    not_light: Mapping[str, frozenset[str]] | None = None
    mods: frozenset[str] = frozenset()
    not_mods: frozenset[str] = frozenset()
    strict: frozenset[str] = frozenset()
    particle: str | None = None
    status: str | None = None
    target: bool = False
    deep: bool = False
    bare: bool = False
    speech: bool = False
    gift: bool = False
    lone: bool = False
    several: bool = False
    negative: bool = False
    passive: bool = False
    direct: bool = False
    dependent: bool = False
    armed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All triggers by lemma, and the light verbs that carry event nouns.

    Compared by identity, so that what readers draw from it once can be kept.
    """

    version: int
    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    light: frozenset[str]

    def light_of(self, noun: Trigger) -> frozenset[str]:
        """The verbs that may carry the nouns of an entry."""
        return self.light if noun.light is None else noun.light

    @property
    def lemmas(self) -> frozenset[str]:
        """Every lemma that can trigger an engagement."""
        return frozenset(self.verbs) | frozenset(self.nouns)

    def entries_of_verb(self, lemma: str, form: str, *, adjective: bool) -> tuple[Trigger, ...]:
        """The entries of a verb, by its lemma or, where that is none, by its form less the ending ("initialled")."""
        entries = self.verbs.get(lemma, ())
        if not entries:
            entries = next((self.verbs[stem] for stem in _stems(form) if stem in self.verbs), ())
        return tuple(entry for entry in entries if entry.adjective == adjective)


def _stems(form: str) -> Iterator[str]:
    for ending in ("s", "es", "ed", "d", "ing"):
        if form.endswith(ending) and len(form) - len(ending) > 2:
            stem = form.removesuffix(ending)
            yield from (stem, stem + "e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@functools.cache
def load_lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language.

    Raises:
        LexiconError: if the file is missing or an entry does not fit; the message names the entry.
    """
    try:
        text = resources.files(__name__).joinpath(f"{language}.toml").read_text("utf8")
    except FileNotFoundError as error:
        raise LexiconError(
            f"no lexicon for language {language!r}: add engagements/lexicon/{language}.toml"
        ) from error
    table = tomllib.loads(text)
    verbs = [_entry(row, "verb", number) for number, row in enumerate(table["verb"], 1)]
    nouns = [_entry(row, "noun", number) for number, row in enumerate(table["noun"], 1)]
    return Lexicon(int(table["version"]), _by_lemma(verbs), _by_lemma(nouns), frozenset(table["light"]))


_SETS = frozenset(
    "objects not_objects people modals not_complements xcomps judges feels mods not_mods strict light".split()
)
_TABLES = frozenset({"not_light", "holds"})


def _entry(row: dict[str, object], part: str, number: int) -> Trigger:
    name = f"[[{part}]] number {number} ({row.get('kind')}: {row.get('lemmas')})"
    values: dict[str, object] = {}
    for key, value in row.items():
        if key == "kind":
            values[key] = Kind(str(value))
        elif key == "roles" and isinstance(value, dict):
            values[key] = {slot: Role(role) for slot, role in value.items()}
        elif key in _TABLES and isinstance(value, dict):
            values[key] = {lemma: frozenset(found) for lemma, found in value.items()}
        elif key == "as" and isinstance(value, list):
            values["as_"] = frozenset(value)
        elif isinstance(value, list):
            values[key] = frozenset(value) if key in _SETS else tuple(value)
        else:
            values[key] = value
    lemmas = row.get("lemmas")
    first = lemmas[0] if isinstance(lemmas, list) and lemmas else "?"
    values["rule"] = f"{part}:{row.get('mode') or row.get('kind')}:{first}"
    try:
        return Trigger(**values)  # type: ignore[arg-type]
    except TypeError as error:
        raise LexiconError(f"{name}: {error}") from error


def _by_lemma(entries: Iterable[Trigger]) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for entry in entries:
        for lemma in entry.lemmas:
            found.setdefault(lemma, []).append(entry)
    return {lemma: tuple(sorted(triggers, key=_generality)) for lemma, triggers in found.items()}


def _generality(trigger: Trigger) -> int:
    """Entries that ask for more are tried first; the file's order decides between equals."""
    conditions = (
        trigger.objects,
        trigger.words,
        trigger.mods,
        trigger.xcomps,
        trigger.particle,
        trigger.as_,
        trigger.holds,
        trigger.people,
        trigger.idioms,
        trigger.infinitive,
        trigger.modals,
        trigger.conditional,
        trigger.negative,
        trigger.passive,
    )
    return -sum(bool(condition) for condition in conditions)
