"""Provisional terms from what articles say."""

from __future__ import annotations

import datetime as dt

from dragoman.knowledge.observed import ObservedOffice, gather_terms

DAY = dt.date(2027, 3, 1)


def seen(number, *, name="Mira Vell", title="Foreign Minister", publisher=None):
    return ObservedOffice(
        title,
        name,
        "LIE",
        None,
        f"art-{number}",
        publisher or f"paper-{number}",
        0,
        9,
        DAY + dt.timedelta(days=number),
    )


def test_enough_sources_make_a_provisional_term(kb):
    found = gather_terms([seen(1), seen(2), seen(5)], kb)
    (term,) = found.terms
    assert term.provisional and term.confidence < 0.7
    assert (term.start, term.end) == (DAY + dt.timedelta(days=1), DAY + dt.timedelta(days=5))
    assert "art-1" in term.source and "3 sources" in term.note


def test_one_agency_text_is_one_source(kb):
    assert gather_terms([seen(n, publisher="agency") for n in range(6)], kb).terms == []


def test_former_surnames_alone_and_the_known_are_no_evidence(kb):
    assert gather_terms([seen(n, title="former Foreign Minister") for n in range(4)], kb).terms == []
    assert gather_terms([seen(n, name="Vell") for n in range(4)], kb).terms == []
    known = [
        ObservedOffice(
            "Foreign Minister", "Hakan Fidan", "TUR", None, f"a{n}", f"p{n}", 0, 9, dt.date(2024, 4, n + 1)
        )
        for n in range(4)
    ]
    assert gather_terms(known, kb).terms == []


def test_the_shipped_tables_stay_as_they_are(kb):
    richer = kb.with_observed(gather_terms([seen(1), seen(2), seen(5)], kb))
    day = DAY + dt.timedelta(days=3)
    ask = {"role": "foreign-minister", "country": "LIE", "org_id": None, "day": day}
    assert richer.resolve_person("Mira Vell", **ask).incumbent.term.provisional
    assert kb.resolve_person("Mira Vell", **ask).incumbent is None
