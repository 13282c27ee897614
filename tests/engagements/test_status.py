"""Planned, ongoing, completed, called off, proposed; negated, hypothetical, historical."""

from __future__ import annotations

import pytest

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind, Status
from parses import DAY, document_of, told_in
from readings import engagements_of, of_kind, only

# Macron visits or meets; the rows of a sentence differ in the verb group and what follows.
MEET = "Scholz _ PROPN NNP {head} obj PER"


def told(parse: str, kind: Kind | None = None, day: object = DAY) -> Candidate:
    (act,) = (act for act in told_in(document_of(parse, day=day)) if kind is None or act.kind is kind)
    return act


WORDED = [
    ("past", "met meet VERB VBD 0 root", Status.COMPLETED),
    ("headline present", "met meet VERB VBZ 0 root", Status.COMPLETED),
    ("perfect", "has have AUX VBZ 3 aux\nmet meet VERB VBN 0 root", Status.COMPLETED),
    ("will", "will _ AUX MD 3 aux\nmeet _ VERB VB 0 root", Status.PLANNED),
    ("is to", "is be AUX VBZ 4 aux\nto _ PART TO 4 mark\nmeet _ VERB VB 0 root", Status.PLANNED),
    (
        "is expected to",
        "is be AUX VBZ 3 aux:pass\nexpected expect VERB VBN 0 root\nto _ PART TO 5 mark\nmeet _ VERB VB 3 xcomp",
        Status.PLANNED,
    ),
    (
        "plans to",
        "plans plan VERB VBZ 0 root\nto _ PART TO 4 mark\nmeet _ VERB VB 2 xcomp",
        Status.PLANNED,
    ),
    (
        "offered to",
        "offered offer VERB VBD 0 root\nto _ PART TO 4 mark\nmeet _ VERB VB 2 xcomp",
        Status.PROPOSED,
    ),
    ("is meeting", "is be AUX VBZ 3 aux\nmeeting meet VERB VBG 0 root", Status.ONGOING),
]


@pytest.mark.parametrize(("rows", "status"), [row[1:] for row in WORDED], ids=[row[0] for row in WORDED])
def test_wording_decides(rows, status):
    verbs = rows.splitlines()
    head = next(number for number, row in enumerate(verbs, 2) if " meet VERB" in row or "meet _ VERB" in row)
    subject = next(number for number, row in enumerate(verbs, 2) if row.endswith("root"))
    parse = f"Macron _ PROPN NNP {subject} nsubj PER\n{rows}\n{MEET.format(head=head)}"
    assert told(parse).status is status


VISIT_CALLED_OFF = """
    Macron    _        PROPN NNP 2 nsubj PER
    {verb}    {lemma}  VERB  VBD 0 root
    {particle}
    a         _        DET   DT  {noun} det
    visit     _        NOUN  NN  2 obj
    to        _        ADP   IN  {place} case
    Poland    _        PROPN NNP {noun} nmod LOC
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "particle", "status"),
    [
        ("cancelled", "cancel", "", Status.CANCELLED),
        ("scrapped", "scrap", "", Status.CANCELLED),
        ("postponed", "postpone", "", Status.POSTPONED),
        ("delayed", "delay", "", Status.POSTPONED),
        ("called", "call", "off _ ADP RP 2 compound:prt", Status.CANCELLED),
        ("put", "put", "off _ ADP RP 2 compound:prt", Status.POSTPONED),
        ("proposed", "propose", "", Status.PROPOSED),
        ("planned", "plan", "", Status.PLANNED),
        ("announced", "announce", "", Status.PLANNED),
        ("ended", "end", "", Status.COMPLETED),
    ],
)
def test_the_verb_that_carries_the_noun_decides(verb, lemma, particle, status):
    shift = bool(particle)
    parse = VISIT_CALLED_OFF.format(
        verb=verb, lemma=lemma, particle=particle, noun=4 + shift, place=6 + shift
    )
    assert told(parse, Kind.VISIT).status is status


@pytest.mark.parametrize(
    ("adjective", "status"),
    [("planned", Status.PLANNED), ("upcoming", Status.PLANNED), ("cancelled", Status.CANCELLED)],
)
def test_an_adjective_decides(adjective, status):
    act = told(
        f"""
        Macron    _       PROPN NNP 2 nsubj PER
        welcomed  welcome VERB  VBD 0 root
        the       _       DET   DT  5 det
        {adjective} _     ADJ   JJ  5 amod
        talks     talk    NOUN  NNS 2 obj
        between   _       ADP   IN  7 case
        France    _       PROPN NNP 5 nmod LOC
        and       _       CCONJ CC  9 cc
        Poland    _       PROPN NNP 7 conj LOC
        """,
        Kind.MEETING,
    )
    assert act.status is status


@pytest.mark.parametrize(
    ("verb", "negated"),
    [
        ("did do AUX VBD 4 aux\nnot _ PART RB 4 advmod\nmeet _ VERB VB 0 root", True),
        ("will _ AUX MD 4 aux\nnot _ PART RB 4 advmod\nmeet _ VERB VB 0 root", True),
        ("did do AUX VBD 4 aux\nindeed _ ADV RB 4 advmod\nmeet _ VERB VB 0 root", False),
    ],
)
def test_what_did_not_happen_is_negated(verb, negated):
    assert told(f"Macron _ PROPN NNP 4 nsubj PER\n{verb}\nScholz _ PROPN NNP 4 obj PER").negated is negated


@pytest.mark.parametrize("verb", ["refused refuse", "declined decline"])
def test_what_is_refused_is_negated(verb):
    act = told(
        f"""
        Macron _ PROPN NNP 2 nsubj PER
        {verb} VERB VBD 0 root
        to _ PART TO 4 mark
        meet _ VERB VB 2 xcomp
        Scholz _ PROPN NNP 4 obj PER
        """,
        Kind.MEETING,
    )
    assert act.negated


@pytest.mark.parametrize(
    ("modal", "hypothetical"), [("could", True), ("might", True), ("may", True), ("will", False)]
)
def test_what_could_be_is_hypothetical(modal, hypothetical):
    act = told(
        f"Macron _ PROPN NNP 3 nsubj PER\n{modal} _ AUX MD 3 aux\nmeet _ VERB VB 0 root\n{MEET.format(head=3)}"
    )
    assert act.hypothetical is hypothetical


def test_a_condition_is_hypothetical():
    act = told(
        """
        If      if   SCONJ IN  3 mark
        Macron  _    PROPN NNP 3 nsubj PER
        meets   meet VERB  VBZ 6 advcl
        Scholz  _    PROPN NNP 3 obj PER
        markets market NOUN NNS 6 nsubj
        rise    _    VERB  VBP 0 root
        """
    )
    assert act.hypothetical


def visited(*tail: str, verb: str = "visited visit VERB VBD 0 root", head: int = 2) -> str:
    rows = "\n".join(tail)
    return f"Macron _ PROPN NNP {head} nsubj PER\n{verb}\nPoland _ PROPN NNP {head} obj LOC\n{rows}"


def test_what_lies_years_back_is_historical():
    act = told(visited("in _ ADP IN 5 case", "2019 _ NUM CD 2 obl"))
    assert act.historical
    assert act.status is Status.COMPLETED


def test_what_happened_this_week_is_news():
    assert not told(visited("on _ ADP IN 5 case", "Monday _ PROPN NNP 2 obl")).historical


def test_what_had_been_before_is_historical():
    act = told(visited(verb="had have AUX VBD 3 aux\nvisited visit VERB VBN 0 root", head=3))
    assert act.historical


def test_the_pluperfect_of_yesterday_is_news():
    rows = ("on _ ADP IN 6 case", "Tuesday _ PROPN NNP 3 obl")
    act = told(visited(*rows, verb="had have AUX VBD 3 aux\nvisited visit VERB VBN 0 root", head=3))
    assert not act.historical


def test_told_as_future_but_over_by_its_days_is_completed():
    rows = (
        "on _ ADP IN 6 case",
        "March _ PROPN NNP 3 obl",
        "12 _ NUM CD 6 nummod",
        ", _ PUNCT , 9 punct",
        "2024 _ NUM CD 6 nummod",
    )
    act = told(visited(*rows, verb="will _ AUX MD 3 aux\nvisit _ VERB VB 0 root", head=3), day="2024-03-20")
    assert act.when is not None
    assert act.status is Status.COMPLETED
    assert act.reason


def test_told_as_past_but_still_to_come_by_its_days_is_planned():
    rows = ("on _ ADP IN 5 case", "12 _ NUM CD 6 nummod", "April _ PROPN NNP 2 obl", "2024 _ NUM CD 6 nummod")
    assert told(visited(*rows, verb="visits visit VERB VBZ 0 root")).status is Status.PLANNED


def test_a_visit_whose_days_include_the_day_is_under_way():
    rows = (
        "from _ ADP IN 6 case",
        "2 _ NUM CD 6 nummod",
        "April _ PROPN NNP 3 obl",
        "to _ ADP IN 9 case",
        "5 _ NUM CD 9 nummod",
        "April _ PROPN NNP 3 obl",
        "2024 _ NUM CD 9 nummod",
    )
    act = told(visited(*rows, verb="will _ AUX MD 3 aux\nvisit _ VERB VB 0 root", head=3))
    assert act.when is not None
    assert act.status is Status.ONGOING


def test_arriving_today_is_under_way_and_last_week_is_not():
    arrived = (
        "Macron _ PROPN NNP 2 nsubj PER\narrived arrive VERB VBD 0 root\n"
        "in _ ADP IN 4 case\nPoland _ PROPN NNP 2 obl LOC\non _ ADP IN 6 case\n"
    )
    assert told(arrived + "Wednesday _ PROPN NNP 2 obl").status is Status.ONGOING
    assert told(arrived + "Thursday _ PROPN NNP 2 obl").status is Status.COMPLETED


def test_without_a_day_the_wording_stands():
    parse = "France _ PROPN NNP 3 nsubj LOC\nwill _ AUX MD 3 aux\nmeet _ VERB VB 0 root\nPoland _ PROPN NNP 3 obj LOC"
    assert told(parse, day=None).status is Status.PLANNED


READ = [
    ("visit", "postponed", "The visit of Moldovan Premier Ana Lazar to Ankara has been moved to May."),
    ("visit", "postponed", "Moldovan Prime Minister Ana Lazar was to travel to Ankara, but the trip has been put off."),
    ("visit", "postponed", "Kenyan President Amina Odhiambo has pushed back her visit to Kampala."),
    ("meeting", "postponed", "Talks of Chilean President Ana Roa and Cuban Premier Luis Rua will be held at a later date."),
    ("visit", "cancelled", "Moldovan Prime Minister Ana Lazar has shelved plans to visit Ankara."),
    ("visit", "cancelled", "Moldovan Prime Minister Ana Lazar pulled out of a trip to Ankara."),
    ("visit", "planned negated", "Moldovan Prime Minister Ana Lazar has no plans to visit Ankara."),
    ("visit", "planned", "Preparations for Kenyan President Amina Odhiambo's visit to Uganda are under way."),
    ("visit", "planned", "Kenyan President Amina Odhiambo is coming to Kampala on a working visit."),
    ("visit", "ongoing", "Dutch Foreign Minister Jan Vos was visiting Jordan when the news broke."),
    ("visit", "proposed", "Chinese Premier Li Qiang hoped that Kenyan President Amina Odhiambo would visit Beijing."),
    ("visit", "proposed", "Kenyan President Amina Odhiambo received an invitation to visit China."),
    ("visit", "planned", "Kenyan President Amina Odhiambo accepted an invitation to visit China."),
    ("meeting", "planned", "Italian President Ada Neri flies to Tunis on Friday for a lunch with President Sami Ayari."),
    ("meeting", "planned hypothetical", "Vladimir Putin would meet Pope Francis only if the pilots were freed."),
    ("expulsion", "planned", "Canada said it would expel the Nicaraguan ambassador."),
    ("sanction", "planned", "The European Union is preparing sanctions against Georgia."),
    ("demand", "planned", "Kenyan President Amina Odhiambo said on Monday that she would ask Uganda to close the camp."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "wanted", "text"), READ)
def test_status_in_words_of_the_press(kind, wanted, text):
    found = [eng for eng in engagements_of(text) if eng.kind == kind]
    marks = ("historical", "negated", "hypothetical")
    assert [" ".join([str(eng.status), *(m for m in marks if getattr(eng, m))]) for eng in found] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Angola and South Africa have established diplomatic relations since 1994.",
        "Egypt has imposed sanctions on Sudan since 2019.",
        "Kenya has banned flights from Somalia since 2016.",
    ],
)
def test_what_has_been_so_since_a_year_is_background(text):
    told = engagements_of(text)
    assert told
    assert all(eng.historical for eng in told)


@pytest.mark.parametrize(
    "text",
    [
        "The accusations triggered Venezuelan President Hugo Chavez to break all ties with Colombia.",
        "The raid prompted Kenya to expel the Somali ambassador.",
        "The ruling forced Peru to lift sanctions on Ecuador.",
    ],
)
def test_what_somebody_was_brought_to_do_is_done(text):
    assert [str(eng.status) for eng in engagements_of(text)] == ["completed"]


@pytest.mark.parametrize(
    "text",
    [
        "Her trip follows on Brazilian President Dilma Rousseff's visit to Washington.",
        "Foreign Minister Penny Wong briefed reporters on Prime Minister Anthony Albanese's visit to Fiji.",
        "Fijian Prime Minister Sitiveni Rabuka first raised it on a visit to Canberra earlier this year.",
    ],
)
def test_a_visit_that_is_spoken_of_is_not_under_way(text):
    visits = [eng for eng in engagements_of(text, day="2025-09-10") if eng.kind == "visit"]
    assert visits
    assert all(str(eng.status) != "ongoing" for eng in visits)


@pytest.mark.parametrize(
    "text",
    [
        "Colombian Minister Maria Holguin and her Venezuelan counterpart Nicolas Maduro agreed to postpone a meeting.",
        "Kenya and Uganda agreed to delay the talks.",
        "The foreign ministers of Peru and Chile agreed to reschedule their meeting.",
    ],
)
def test_agreeing_to_put_off_is_no_agreement(text):
    assert [eng for eng in engagements_of(text) if eng.kind == "agreement"] == []


@pytest.mark.parametrize(
    "text",
    [
        "President Jimmy Carter froze Iranian assets, broke relations with Iran in April 1980 and sent helicopters.",
        "France recalled its ambassador to Cuba and expelled four Cuban diplomats in 1987.",
    ],
)
def test_what_is_told_on_one_string_with_a_deed_long_past_is_background(text):
    told = engagements_of(text)
    assert told
    assert all(eng.historical for eng in told)


@pytest.mark.parametrize(
    "text",
    [
        "The two will go on working together, the minister said after a meeting in Cairo between Egypt and Libya.",
        "Kenya will back the plan, its foreign ministry announced on Monday following talks between Kenya and Uganda.",
    ],
)
def test_what_was_said_after_a_meeting_was_said_when_it_was_over(text):
    (meeting,) = [eng for eng in engagements_of(text) if eng.kind == "meeting"]
    assert meeting.status is Status.COMPLETED


def test_what_comes_after_a_meeting_to_come_is_planned_with_it():
    text = "President Ruto will fly to Rome after talks with President Museveni in Kampala."
    (meeting,) = [eng for eng in engagements_of(text) if eng.kind == "meeting"]
    assert meeting.status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign minister will travel to Lisbon this week.",
        "Norway's foreign minister is to visit Portugal this month.",
    ],
)
def test_a_journey_to_come_in_a_week_that_runs_is_planned(text):
    (visit,) = engagements_of(text)
    assert (visit.kind, visit.status) == ("visit", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign minister left on Sunday for Lisbon, where he will meet Portugal's president.",
        "Norway's foreign minister flew to Lisbon on Monday, where he will hold talks with Portugal's president.",
    ],
)
def test_the_day_of_leaving_is_not_that_of_the_talks_to_come(text):
    (meeting,) = [eng for eng in engagements_of(text, day="2024-04-04") if eng.kind == "meeting"]
    assert (meeting.status, meeting.date) == ("planned", None)


def test_an_apology_that_is_offered_is_made():
    assert str(only("Norway offered an apology to Sweden for the trawler's arrest.").status) == "completed"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ECOWAS summit is being held in Abuja.", "conference"),
        ("Talks between Egypt and Libya are being held in Cairo.", "meeting"),
    ],
)
def test_what_is_being_held_is_under_way(text, kind):
    (act,) = engagements_of(text)
    assert (act.kind, act.status) == (kind, Status.ONGOING)


@pytest.mark.parametrize(
    "text",
    [
        "Thai Prime Minister Anutin Charnvirakul left Bangkok on Monday to meet Indonesian President Prabowo Subianto.",
        "Kenyan President William Ruto departed on Monday to hold talks with Rwandan President Paul Kagame.",
    ],
)
def test_what_somebody_left_for_is_ahead_and_has_not_the_day_of_leaving(text):
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert meeting.status is Status.PLANNED
    assert meeting.date is None


def test_the_day_of_coming_home_is_not_that_of_what_one_returns_from():
    text = "Kenyan President William Ruto returned on Monday after meeting Rwandan President Paul Kagame in Kigali."
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert (meeting.status, meeting.date) == (Status.COMPLETED, None)


@pytest.mark.parametrize(
    "text",
    [
        "Thai Prime Minister Srettha Thavisin left the banquet on Monday to meet Chinese President Xi Jinping.",
        "Kenyan President William Ruto returned to Nairobi on Monday to meet Rwandan President Paul Kagame.",
    ],
)
def test_what_somebody_left_a_gathering_or_came_home_for_has_that_day(text):
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert meeting.status is Status.COMPLETED
    assert meeting.date is not None


def test_what_is_done_by_way_of_a_contact_does_not_prepare_it():
    text = "Finland thanked Poland by way of a meeting between Alexander Stubb and Andrzej Duda on Monday."
    assert all(meeting.status is Status.COMPLETED for meeting in engagements_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The envoys prepared the ground for a meeting between Japanese Prime Minister Fumio Kishida and Xi Jinping.",
        "The accord paved the way for a visit to India by Bangladeshi Prime Minister Sheikh Hasina.",
    ],
)
def test_what_is_prepared_is_planned(text):
    (contact,) = [e for e in engagements_of(text) if e.kind in {Kind.MEETING, Kind.VISIT}]
    assert contact.status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "President William Ruto is expected to speak to reporters before heading to Bolivia.",
        "Antony Blinken is scheduled to address the Assembly before travelling to Oman.",
    ],
)
def test_what_follows_on_a_plan_is_planned(text):
    (visit,) = [eng for eng in engagements_of(text) if eng.kind == "visit"]
    assert visit.status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia answered Romania's decision to expel ten Russian diplomats.", "expulsion"),
        ("The Kremlin condemned Germany's decision to close four Russian consulates.", "sanction"),
    ],
)
def test_a_decision_to_act_is_the_act(text, kind):
    (act,) = [eng for eng in engagements_of(text) if eng.kind == kind]
    assert act.status is Status.COMPLETED


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto is due to visit Kigali today.",
        "Norway's prime minister is due to visit Rwanda on Wednesday.",
    ],
)
def test_what_is_due_today_is_to_come(text):
    (visit,) = of_kind(engagements_of(text), Kind.VISIT)
    assert visit.status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "German Chancellor Olaf Scholz praised Turkey ahead of talks with President Erdogan.",
        "Hungary's Viktor Orbán spoke of his doubts ahead of a meeting with Volodymyr Zelenskyy.",
    ],
)
def test_a_meeting_ahead_of_which_somebody_speaks_is_to_come(text):
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert meeting.status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto returned home on Monday after spending three days in Germany.",
        "After visiting Poland for two days, Kenyan President William Ruto spoke to farmers.",
    ],
)
def test_what_was_told_after_a_stay_came_when_it_was_over(text):
    (visit,) = of_kind(engagements_of(text), Kind.VISIT)
    assert visit.status is Status.COMPLETED
