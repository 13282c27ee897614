"""What the knowledge base knows, measured against records left out of it.

    python benchmarks/knowledge.py                 # needs ../shared/data and the packages tools/build_knowledge.py needs
    python benchmarks/knowledge.py --only places

Prints a table and, as its last line, one JSON object with data, command, commit and figures.

How the figures are made, so that none is circular:
- abroad, visitors: the tables are made anew without the journey of the scored row (ten folds by journey), and for 2023
  without any sighting of 2023. A row counts as right if the name with its title and country gives a person of that
  name whose term covers the day in an office the title means; as wrong if it gives somebody whose name does not agree.
  A second figure asks with the last word of the name only, and checks the answer against the full name.
- observed: titles with names of 2021 and 2022 from press releases, against tables made without sightings of those years.
- places: names as annotated, with the countries the article itself names as the only context.
- titles: titles as the records write them, looked up in the hand-written list of titles.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import json
import lzma
import math
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

import build_knowledge
from dragoman.knowledge.entity import Office, Person, Resolution
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.knowledge.names import name_tokens, same_token, telling_tokens
from dragoman.knowledge.officeholders import Officeholders, read_term
from dragoman.knowledge.people import People
from dragoman.knowledge.resolving import Question, Resolver
from dragoman.knowledge.titles import Titles
from knowledge.assembly import Sources, assemble, read_sources
from knowledge.official import Sighting
from knowledge.writing import people_tables
from reporting import print_summary

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
FOLDS = 10
KILOMETRES = 161.0

#: Presidents the White House's own texts and headlines name.
US_PRESIDENTS = frozenset(
    "Biden Trump Obama Bush Clinton Reagan Carter Nixon Roosevelt Truman Eisenhower Lincoln".split()
)

#: Share of letters two spellings of a family name keep in order ("Sleiman", "Suleiman").
NEAR_SPELLING = 0.7


@dataclass
class Score:
    """Counts of one figure."""

    right: int = 0
    wrong: int = 0
    open: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def asked(self) -> int:
        """How many were asked."""
        return self.right + self.wrong + self.open

    def figures(self) -> dict[str, float]:
        """Shares of all that were asked."""
        asked = max(self.asked, 1)
        return {
            "asked": self.asked,
            "right": round(self.right / asked, 4),
            "wrong": round(self.wrong / asked, 4),
        }


def main() -> int:
    """Run the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", choices=("officials", "observed", "places", "titles"))
    parser.add_argument("--examples", type=int, default=0, help="print so many answers that were not right")
    options = parser.parse_args()
    if not DATA.is_dir():
        print("../shared/data is not here: nothing to measure")
        return 0
    figures: dict[str, dict[str, float]] = {}
    parts = (score_officials, score_observed, score_places, score_titles)
    for run in parts:
        name = run.__name__.removeprefix("score_")
        if options.only in (None, name):
            for key, score in run().items():
                figures[key] = score.figures()
                _print_score(key, score, options.examples)
    print_summary("python benchmarks/knowledge.py", _digests(), figures)
    return 0


# Officials in the official record


def score_officials() -> dict[str, Score]:
    """Those met abroad 2001-2023 and visitors 1990-2022, each against tables without their journey."""
    sources = read_sources(DATA, build_knowledge.read_names(), build_knowledge.iso2_codes())
    names = "abroad_2001_2022 abroad_2023 visitors_1990_2022 of_these_office_exactly last_word_only"
    scores = {name: Score() for name in names.split()}
    scored = [sighting for sighting in sources.sightings if _scored_in(sighting) is not None]
    for fold in range(FOLDS):
        part = [
            sighting for sighting in scored if _fold(sighting) == fold and sighting.claim.start.year < 2023
        ]
        resolver = _resolver(sources, lambda sighting, fold=fold: _fold(sighting) != fold)
        _score_part(part, resolver, scores)
    resolver = _resolver(sources, lambda sighting: sighting.claim.start.year != 2023)
    _score_part([sighting for sighting in scored if sighting.claim.start.year == 2023], resolver, scores)
    return scores


def _scored_in(sighting: Sighting) -> str | None:
    year = sighting.claim.start.year
    if sighting.journey.startswith("visit:"):
        return "visitors_1990_2022" if 1990 <= year <= 2022 else None
    if year == 2023:
        return "abroad_2023"
    return "abroad_2001_2022" if 2001 <= year <= 2022 else None


def _fold(sighting: Sighting) -> int:
    return int(sha256(sighting.journey.encode()).hexdigest(), 16) % FOLDS


def _resolver(sources: Sources, keep: Callable[[Sighting], bool]) -> Resolver:
    people, holders = read_tables(people_tables(assemble(sources, keep)))
    return Resolver(people, holders)


def read_tables(files: dict[str, bytes]) -> tuple[People, Officeholders]:
    """The tables of people as the package would read them from disk."""
    rows = {name: list(csv.reader(io.StringIO(content.decode())))[1:] for name, content in files.items()}
    offices = {
        row[0]: Office(row[0], row[1], row[2], row[3] or None, row[4] or None) for row in rows["offices.csv"]
    }
    return People({row[0]: row for row in rows["persons.csv"]}), Officeholders(
        offices, [read_term(row) for row in rows["terms.csv"]]
    )


def _score_part(part: list[Sighting], resolver: Resolver, scores: dict[str, Score]) -> None:
    for sighting in part:
        key = _scored_in(sighting)
        if key is None:
            continue
        answer = _ask(resolver, sighting, sighting.claim.name)
        _count(scores[key], sighting, answer)
        _count(scores["of_these_office_exactly"], sighting, _exactly(answer, sighting.claim.role))
        words = telling_tokens(sighting.claim.name)
        if len(words) > 1:
            _count(
                scores["last_word_only"], sighting, _ask(resolver, sighting, sighting.claim.name.split()[-1])
            )


def _ask(resolver: Resolver, sighting: Sighting, name: str) -> Resolution:
    """As a reader of the row would: with the host country, and where that fails and none is told, without."""
    claim = sighting.claim
    answer = resolver.resolve(Question(name, claim.role, claim.country, None, claim.start))
    if answer.incumbent is None and not sighting.stated_country:
        answer = resolver.resolve(Question(name, claim.role, None, None, claim.start))
    return answer


def _exactly(answer: Resolution, role: str) -> Resolution:
    """The answer, left open where the office is only an allied one: a prime minister for a president."""
    if answer.incumbent is None or answer.incumbent.office.role == role:
        return answer
    reason = f"only as {answer.incumbent.office.role}: {answer.reason}"
    return Resolution(None, answer.person, answer.candidates, reason, answer.confidence)


def _count(score: Score, sighting: Sighting, answer: Resolution) -> None:
    claim = sighting.claim
    if answer.incumbent is None:
        score.open += 1
        score.examples.append(
            f"open: {claim.start} {claim.title} {claim.name} ({claim.country}): {answer.reason}"
        )
    elif _agrees(claim.name, answer.incumbent.person):
        score.right += 1
    else:
        score.wrong += 1
        score.examples.append(
            f"WRONG: {claim.start} {claim.title} {claim.name} ({claim.country}): {answer.reason}"
        )


def _agrees(name: str, person: Person) -> bool:
    """Whether the answer's name can be the row's: one within the other, or the family name in a near spelling."""
    asked, known = (
        telling_tokens(name) or name_tokens(name),
        telling_tokens(person.name) or name_tokens(person.name),
    )
    if all(_in(token, known) for token in asked) or all(_in(token, asked) for token in known):
        return True
    family = telling_tokens(person.family_name) or name_tokens(person.family_name)
    return any(
        SequenceMatcher(None, part, token).ratio() >= NEAR_SPELLING for part in family for token in asked
    )


def _in(token: str, tokens: tuple[str, ...]) -> bool:
    return any(same_token(token, other) for other in tokens)


# Observed titles with names


def score_observed() -> dict[str, Score]:
    """Heads and foreign ministers the press named in 2021 and 2022."""
    sources = read_sources(DATA, build_knowledge.read_names(), build_knowledge.iso2_codes())
    resolver = _resolver(sources, lambda sighting: sighting.claim.start.year not in (2021, 2022))
    titles = Titles.open()
    score = Score()
    for (title, name, role), days in sorted(_observations(titles).items()):
        answer = resolver.resolve(Question(name, role, None, None, days[len(days) // 2]))
        if answer.incumbent is None and len({one.person for one in answer.candidates}) < 2:
            score.open += 1
            score.examples.append(f"open: {days[0]} {title} {name}: {answer.reason}")
        else:
            score.right += 1
    return {"observed_2021_2022": score}


def _observations(titles: Titles) -> dict[tuple[str, str, str], list[dt.date]]:
    """Title, name and role with the days seen: at least three times, so that sentence starts drop out."""
    roles = ("head-of-state", "head-of-government", "foreign-minister")
    days: dict[tuple[str, str, str], list[dt.date]] = {}
    with lzma.open(DATA / "kb/observed-offices/observations.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            role = titles.role_of_whole(row["title"])
            if (
                row["date"][:4] not in ("2021", "2022")
                or role not in roles
                or row["title"] == "Secretary of State"
            ):
                continue
            name = re.split(r"['’]s\b", row["name"])[0].strip()
            if name.split()[:1] == ["Biden"] or name.split()[-1] in US_PRESIDENTS:
                continue
            days.setdefault((row["title"], name, role), []).append(dt.date.fromisoformat(row["date"]))
    return {key: sorted(seen) for key, seen in days.items() if len(seen) >= 3}


# Places


def score_places() -> dict[str, Score]:
    """Places of two corpora; the context is the countries the article names."""
    kb = KnowledgeBase.open()
    scores = {}
    for corpus, read in (("geovirus", _read_geovirus), ("geowebnews", _read_geowebnews)):
        found, recall = Score(), Score()
        for text, name, lat, lon in read():
            place = kb.resolve_place(name, countries=_countries_in(kb, text))
            if place is None:
                recall.open += 1
                if kb.find_places(name):
                    recall.examples.append(f"open: {name}")
                else:
                    recall.examples.append(f"unknown: {name}")
                continue
            near = _kilometres(place.lat or 0.0, place.lon or 0.0, lat, lon) <= KILOMETRES
            for score in (found, recall):
                score.right += near
                score.wrong += not near
            if not near:
                found.examples.append(
                    f"WRONG: {name}: {place.place_id} {place.name} ({place.country}), gold {lat},{lon}"
                )
        scores |= {f"{corpus}_found_within_161_km": found, f"{corpus}_end_to_end": recall}
    return scores


@lru_cache(maxsize=2048)
def _countries_in(kb: KnowledgeBase, text: str) -> frozenset[str]:
    words = [word.strip(".'") for word in re.findall(r"[\w'’.-]+", text)]
    named = set()
    for first, last, kinds in kb.gazetteer().match_phrases(words):
        phrase = " ".join(words[first : last + 1])
        if "country" in kinds and (country := kb.find_country(phrase)) is not None:
            named.add(country.iso3)
        if "demonym" in kinds:
            named.update(country.iso3 for country in kb.demonym_countries(phrase))
    return frozenset(named)


def _read_geovirus() -> Iterator[tuple[str, str, float, float]]:
    with lzma.open(DATA / "geoparsing/GeoVirus.xml.xz") as source:
        for article in ElementTree.parse(source).iter("article"):
            for location in article.iter("location"):
                yield (
                    article.findtext("text", ""),
                    location.findtext("name", ""),
                    float(location.findtext("lat", "0")),
                    float(location.findtext("lon", "0")),
                )


def _read_geowebnews() -> Iterator[tuple[str, str, float, float]]:
    """Toponyms in full articles; demonyms are annotated too, and left out as no place names."""
    with lzma.open(DATA / "geoparsing/GWN.xml.xz") as source:
        texts = [article.findtext("text", "") for article in ElementTree.parse(source).iter("article")]
    kb = KnowledgeBase.open()
    with lzma.open(DATA / "geoparsing/gwn_full.txt.xz", "rt", encoding="utf-8") as lines:
        for text, line in zip(texts, lines, strict=False):
            for entry in line.strip().split("||"):
                cells = entry.split(",,")
                if len(cells) >= 4 and not kb.demonym_countries(cells[1]):
                    yield text, cells[1], float(cells[2]), float(cells[3])


def _kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    a = math.radians(lat1), math.radians(lat2)
    haversine = math.sin((a[1] - a[0]) / 2) ** 2
    haversine += math.cos(a[0]) * math.cos(a[1]) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(haversine))


# Titles


def score_titles() -> dict[str, Score]:
    """Titles in the observed offices, each counted once per use."""
    titles, score = Titles.open(), Score()
    counts: Counter[str] = Counter()
    with lzma.open(DATA / "kb/observed-offices/observations.jsonl.xz", "rt", encoding="utf-8") as lines:
        counts.update(json.loads(line)["title"] for line in lines)
    for title, count in counts.items():
        if titles.find(title) is None:
            score.open += count
            score.examples.append(f"open: {title} ({count})")
        else:
            score.right += count
    return {"titles_mapped": score}


def _print_score(key: str, score: Score, examples: int) -> None:
    shares = score.figures()
    print(f"{key:32} asked {score.asked:5}  right {shares['right']:.3f}  wrong {shares['wrong']:.3f}")
    for example in score.examples[:examples]:
        print("   ", example)


def _digests() -> dict[str, str]:
    names = (
        "official-record/travels.jsonl.xz",
        "official-record/visits.jsonl.xz",
        "geoparsing/GeoVirus.xml.xz",
    )
    return {name: sha256((DATA / name).read_bytes()).hexdigest()[:16] for name in names}


if __name__ == "__main__":
    raise SystemExit(main())
