"""CAMEO: the code that goes with an engagement's PLOVER event.

>>> cameo_book().code("aid", "humanitarian", future=False)
'073'
>>> cameo_book().quad_class("073")
2
"""

from __future__ import annotations

from dragoman.engagements.engagement import Engagement, Kind
from dragoman.ontology.codebook import ANY, CameoBook, cameo_book
from dragoman.ontology.plover import PloverCode

_APPEAL, _DEMAND = "02", "10"


def code_cameo(eng: Engagement, plover: PloverCode) -> str:
    """The CAMEO code of ``eng``, whose PLOVER codes are known; its Goldstein value is in the codebook."""
    book = cameo_book()
    if plover.called_off:
        return book.called_off["contact" if plover.mode == "meet" else "cooperation"]
    if eng.kind is Kind.DEMAND:
        return _demand_code(book, eng, plover.matter)
    hint = plover.mode if eng.kind is Kind.MEETING else plover.hint
    code = book.code(eng.kind, hint, future=plover.reduced) or book.code(eng.kind, hint, future=False)
    if code is None:
        raise LookupError(f"{book.edition} has no code for {eng.kind} {hint}, which {plover.event} needs")
    return code


def _demand_code(book: CameoBook, eng: Engagement, matter: str | None) -> str:
    """An appeal (02) or a demand (10) by its verb, and what it asks for as the rest of the code."""
    root = _APPEAL if (eng.mode or ANY) in book.demands.appeals else _DEMAND
    return root + book.demands.matters.get(matter or ANY, book.demands.matters[ANY])
