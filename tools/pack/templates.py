"""Training sentences built from templates and the officeholder, country and office tables."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from tools.pack import gazetteer
from tools.pack.example import Example
from tools.pack.gazetteer import Country
from tools.pack.markup import parse_lines
from tools.pack.vocabulary import word_list

TEMPLATES = Path(__file__).parent / "templates.txt"

_ORGANIZATIONS = word_list("organizations")
_ORG_OFFICES = word_list("org_offices")
_MINISTRIES = word_list("ministries")
_AGENCIES = word_list("agencies")
_EVENTS = word_list("events")
_FACILITIES = word_list("facilities")
_MONTHS = word_list("months")
_WEEKDAYS = word_list("weekdays")
_NUMBERS = word_list("numbers")
_UNITS = word_list("units")
_OFFICES = word_list("offices")
_TITLES = frozenset(word_list("titles"))
_PARTY_LIKE = ("R-Texas", "D-Ohio", "Lab", "left", "right")


def filled_templates(count: int, seed: int) -> Iterator[Example]:
    """``count`` sentences, each template about as often as the others."""
    rng = random.Random(seed)
    lines = [line for line in TEMPLATES.read_text("utf8").splitlines() if line and not line.startswith("#")]
    countries = [c for c in gazetteer.countries() if c.adjectives and c.capital and ":" not in c.name]
    holders = [h for h in gazetteer.officeholders() if is_plain_name(h[0])]
    for number in range(count):
        slots = _draw_slots(rng, countries, holders)
        yield from parse_lines([lines[number % len(lines)].format(**slots)], "templates", str(TEMPLATES))


def is_plain_name(name: str) -> bool:
    """Whether ``name`` is two to five words, none of them a title."""
    is_name = re.fullmatch(r"[^\W\d_][\w'’.-]+(?: [\w'’.-]+){1,4}", name)
    return bool(is_name) and not name.isupper() and not _TITLES & set(name.replace(".", "").split())


def _draw_slots(
    rng: random.Random, countries: list[Country], holders: list[tuple[str, str, str]]
) -> dict[str, str]:
    slots: dict[str, str] = {}
    for suffix in ("", "2", "3"):
        country, (name, office, _) = rng.choice(countries), rng.choice(holders)
        if not re.fullmatch(r"[A-Z][A-Za-z ,]{3,45}", office) or rng.random() < 0.6:
            office = rng.choice(_OFFICES)
        slots |= {
            f"country{suffix}": country.name,
            f"capital{suffix}": country.capital,
            f"demonym{suffix}": country.adjectives[0],
            f"name{suffix}": name,
            f"surname{suffix}": surname_of(name),
            f"office{suffix}": office,
        }
    office = rng.choice(_OFFICES)
    return slots | {
        "office_lower": office.lower(),
        "office_plural": rng.choice(
            ("foreign ministers", "Foreign Ministers", "prime ministers", "presidents")
        ),
        "organization": rng.choice(_ORGANIZATIONS),
        "org_office": rng.choice(_ORG_OFFICES),
        "ministry": rng.choice(_MINISTRIES),
        "agency": rng.choice(_AGENCIES),
        "event": rng.choice(_EVENTS),
        "facility": rng.choice(_FACILITIES),
        "party_like": rng.choice(_PARTY_LIKE),
        "weekday": rng.choice(_WEEKDAYS),
        "day": _day(rng),
        "range": _day_range(rng),
        "month": f"{rng.choice(_MONTHS)} {rng.randint(1990, 2026)}"
        if rng.random() < 0.7
        else rng.choice(_MONTHS),
        "money": _money(rng),
        "count": rng.choice(_NUMBERS),
        "quantity": f"{rng.choice(_NUMBERS)} {rng.choice(_UNITS)}",
    }


def surname_of(name: str) -> str:
    """The part of a name that the news uses alone, particles included."""
    words = name.split()
    for particle in ("bin", "al", "de", "van", "von", "da", "dos", "di"):
        if particle in words[1:]:
            return " ".join(words[words.index(particle, 1) :])
    return words[-1]


def _day(rng: random.Random) -> str:
    day, month, year = rng.randint(1, 28), rng.choice(_MONTHS), rng.randint(1995, 2026)
    short = month[:3] + "." if len(month) > 4 else month
    forms = (
        f"{day} {month} {year}",
        f"{month} {day}, {year}",
        f"{month} {day}",
        f"{day} {month}",
        f"{short} {day}",
    )
    return rng.choice(forms)


def _day_range(rng: random.Random) -> str:
    day, month = rng.randint(1, 24), rng.choice(_MONTHS)
    last = day + rng.randint(1, 5)
    return rng.choice(
        (
            f"{month} {day}-{last}",
            f"{day} to {last} {month}",
            f"{day}–{last} {month} {rng.randint(2000, 2026)}",
        )
    )


def _money(rng: random.Random) -> str:
    amount = rng.choice((str(rng.randint(1, 900)), f"{rng.randint(1, 90)}.{rng.randint(1, 9)}"))
    sign, word = rng.choice("$€£"), rng.choice(("million", "billion"))
    currency = rng.choice(("dollars", "euros", "yen", "yuan", "rupees", "pounds", "rubles"))
    short = {"million": "m", "billion": "bn"}[word]
    return rng.choice(
        (
            f"{sign}{amount} {word}",
            f"{sign}{amount}{short}",
            f"{amount} {word} {currency}",
            f"US${amount} {word}",
        )
    )
