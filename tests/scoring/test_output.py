"""A reader's output is parsed once at the edge; what does not fit is named."""

import json

import pytest

from dragoman.errors import CodecError
from dragoman.scoring.output import output_of, outputs_of

ENGAGEMENT = {
    "kind": "visit",
    "status": "planned",
    "trigger": {"evidence": [{"start": 0, "end": 5, "quote": "Aalto"}]},
    "participants": [{"role": "actor", "name": "Aalto", "office": None, "evidence": []}],
    "stops": [
        {"city": None, "country": "NOR", "date": {"start": "2024-04", "end": "2024-04", "evidence": []}}
    ],
    "events": [{"event": "AGREE", "mode": ["future"], "context": ["diplomatic"]}],
    "confidence": 0.5,
}
LINE = json.dumps(
    {"article": {"source": "x.txt", "text": "Aalto"}, "engagements": [ENGAGEMENT], "skipped": []}
)


def test_a_line_as_the_reader_prints_it() -> None:
    (output,) = outputs_of([LINE, "\n"])
    (eng,) = output.engagements
    assert eng.events[0].modes == ("future",)
    assert [quote.quote for quote in eng.quotes()] == ["Aalto"]
    assert eng.stops[0].date is not None
    assert eng.stops[0].date.span().days == 30


def test_a_bad_line_is_named() -> None:
    with pytest.raises(CodecError, match="line 2: "):
        outputs_of([LINE, "{}"])
    with pytest.raises(CodecError, match=r"article"):
        output_of({"article": 3})
