"""Text dumps: what is kept, what is cut, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.pages import Article, BlockKind, read_page

DUMPS = Path(__file__).parent / "dumps"
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

BODY = "The foreign ministers of Norway and Latvia met in Riga on Tuesday and agreed on a joint patrol of the Baltic."
MORE = "They will meet again in Oslo in May, and both will travel to Kyiv before the summit of the alliance in July."


def dump(*lines: str) -> Article:
    """The article of a dump of these lines."""
    return read_page("\n\n".join(lines))


def kept(article: Article) -> list[str]:
    """The kept blocks' words, the headline aside."""
    return [b.span.of(article.text) for b in article.blocks if b.kind is not BlockKind.HEADLINE]


def reasons(article: Article) -> dict[str, str]:
    """Each cut line and its reason."""
    return {cut.text: cut.reason for cut in article.cut}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Also Read: Minister to visit Albania next week", "teaser"),
        (
            "This was the Herald's live blog on the talks. Follow the latest developments here.",
            "live blog bar",
        ),
        ("It is 10am in Riga. Here is what we know so far about the talks …", "live blog bar"),
        ("READ MORE: Minister offers help after the floods", "teaser"),
        ("- Advertisement -", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Share on Facebook", "share bar"),
        ("facebook twitter whatsapp linkedin", "share bar"),
        ("Follow us on Twitter and Instagram", "follow bar"),
        ("Sign up for our daily newsletter", "follow bar"),
        ("15 min ago", "time stamp"),
        ("3 min read", "time stamp"),
        ("1.2K shares", "counter"),
        ("48 Comments", "comments"),
        ("(Photo: AFP)", "photo credit"),
        ("Copyright 2024 The Herald. All rights reserved.", "copyright"),
        ("This website uses cookies to improve your experience.", "cookie notice"),
        ("press@mfa.example", "contact line"),
        ("Tags: Norway, Latvia", "tag line"),
        ("With inputs from agencies", "agency tag"),
        ("— Anna Vell (@annavell) November 19, 2019", "embedded post"),
        ("###", "end mark"),
    ],
)
def test_furniture_inside_the_body_is_cut_with_its_reason(line: str, reason: str) -> None:
    article = dump("Ministers meet in Riga over Baltic patrols", BODY, line, MORE)
    assert kept(article) == [BODY, MORE]
    assert reasons(article)[line] == reason


@pytest.mark.parametrize(
    "line",
    [
        "The ministers also read a joint statement to the press after their talks.",
        "More than twenty states have signed the pledge since the conference.",
        "Comments by the president drew protests from the opposition in Riga.",
        "Follow-up talks on the share of costs are planned for the autumn.",
        "Today, the two sides opened a new crossing at the border in Valka.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_kept(line: str) -> None:
    assert line in kept(dump("Ministers meet in Riga over Baltic patrols", BODY, line, MORE))


def test_breadcrumb_glued_to_a_truncated_headline() -> None:
    title = "Ministers meet in Riga to express strong support for patrols"
    article = dump(f"HomeWorld{title[:45]}...", title, BODY, MORE)
    assert article.headline == title
    assert [cut.reason for cut in article.cut] == ["breadcrumb"]


def test_doubled_headline_is_cut_once() -> None:
    title = "Ministers meet in Riga over Baltic patrols"
    article = dump(title, title, BODY, MORE)
    assert (article.headline, article.text.count(title)) == (title, 1)
    assert reasons(article)[title] == "repeated headline"


def test_headlines_of_other_articles_below_also_read_are_cut() -> None:
    other = ["Minister rejects report on border", "President to visit Tokyo in June"]
    article = dump("Ministers meet in Riga over Baltic patrols", BODY, "You may also like", *other, MORE)
    assert kept(article) == [BODY, MORE]
    assert {reasons(article)[line] for line in other} == {"teaser"}


def test_author_biography_gives_the_byline_and_is_cut() -> None:
    bio = "As a student of diplomacy at a university in Tartu, I am passionate about writing and work as an intern."
    link = "Anna Vellhttps://news.example/author/vell/"
    article = dump(
        "Ministers meet in Riga over Baltic patrols", BODY, MORE, "Anna Vell", link, bio, "Follow us"
    )
    assert article.byline == "Anna Vell"
    assert kept(article) == [BODY, MORE]
    assert reasons(article)[bio] == "author biography"


def test_a_delegation_list_is_no_biography_and_no_issuer() -> None:
    people = ["Ms. Ada Berg, Ambassador of Norway to Latvia", "Mr. Jan Doss, Director for the Baltic"]
    article = dump("Ministers meet in Riga over Baltic patrols", BODY, "Members of the delegation:", *people)
    assert kept(article)[-2:] == people


def test_issuer_and_attribution_become_the_byline() -> None:
    article = dump(
        "Call with Foreign Minister of Latvia",
        "Office of the Spokesperson",
        "The following is attributable to Spokesperson Ned Price:",
        BODY,
    )
    assert article.byline == "Ned Price, Spokesperson"
    assert kept(article) == [BODY]
    assert {"issuer", "attribution"} == set(reasons(article).values())


def test_speaker_is_the_byline_of_remarks_and_the_place_line_their_dateline() -> None:
    remarks = "SECRETARY BLINKEN: Good morning, everyone. It is a great pleasure to be here in India again."
    article = dump(
        "Remarks to the Press", "Antony J. Blinken, Secretary of State", "New Delhi, India", remarks
    )
    assert article.byline == "Antony J. Blinken, Secretary of State"
    assert article.dateline is not None
    assert article.dateline.span.of(article.text) == "New Delhi, India"


def test_captions_are_kept_apart_only_where_they_say_something() -> None:
    caption = "The Norwegian minister shakes hands with his counterpart in Riga in 2019. (Photo: AFP)"
    article = dump("Ministers meet in Riga over Baltic patrols", caption, "File photo", BODY, MORE)
    kinds = {b.span.of(article.text): b.kind for b in article.blocks}
    assert kinds[caption] is BlockKind.CAPTION
    assert reasons(article)["File photo"] == "photo credit"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            "Minister Anna Vell (L) meets Minister Karl Marr (R) in Riga, Latvia, 2 April 2024.",
            BlockKind.CAPTION,
        ),
        (
            "Minister Anna Vell (right) receives Minister Karl Marr in Riga on 2 April 2024.",
            BlockKind.CAPTION,
        ),
        ("Senator Anna Vell (R) told reporters in Riga that the patrols would go on.", BlockKind.PARAGRAPH),
    ],
)
def test_who_stands_where_tells_a_caption(line: str, kind: BlockKind) -> None:
    article = dump("Ministers meet in Riga over Baltic patrols", line, BODY, MORE)
    kinds = {block.span.of(article.text): block.kind for block in article.blocks}
    assert kinds[line] is kind


def test_a_banner_date_above_the_headline_does_not_date_the_page() -> None:
    banner = "Saturday, 26 December 2026"
    assert dump(banner, "Ministers meet in Riga over Baltic patrols", BODY, MORE).published is None


def test_a_programme_of_days_is_kept() -> None:
    days = ["19 September: Astana", "20 September: Tashkent", "21-22 September: Dushanbe"]
    article = dump(
        "Ministers meet in Riga over Baltic patrols", BODY, "The programme of the tour:", *days, MORE
    )
    assert [line for line in kept(article) if line in days] == days


def test_wrapped_paragraphs_are_joined() -> None:
    words = (BODY + " " + MORE).split()
    wrapped = ["Ministers meet in Riga over Baltic patrols", ""]
    for paragraph in range(4):
        line = str(paragraph)
        for word in words:
            if len(line) + len(word) > 70:
                wrapped.append(line)
                line = word
            else:
                line += f" {word}"
        wrapped += [line, ""]
    article = read_page("\n".join(wrapped))
    assert len([text for text in kept(article) if text.endswith("July.")]) == 4


@pytest.mark.parametrize("path", sorted(DUMPS.glob("*.dump")), ids=lambda path: path.stem)
def test_own_dumps(path: Path) -> None:
    """No furniture is kept that names another event, and no more than a line of body is lost."""
    lines = [line for line in path.read_text("utf-8").splitlines() if len(line) > 2]
    article = dump(*(line[2:] for line in lines))
    texts = kept(article)
    assert article.headline in {line[2:] for line in lines if line[0] == "^"}
    assert [line[2:] for line in lines if line[0] == "+" and line[2:] not in texts] == []
    furniture = {line[2:] for line in lines if line[0] == "-"}
    assert sum(text in furniture for text in texts) <= 1


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not beside the repository")
def test_seed_pages() -> None:
    france, israel = (read_page(path.read_bytes()) for path in sorted(SEEDS.glob("*.txt")))
    assert france.headline == "Secretary Blinken’s diplomatic tour to France and Belgium"
    assert france.byline == "Sabah Khan Tareen"
    assert france.dateline is not None and france.published is not None
    assert (france.dateline.place, france.dateline.agency) == ("Paris", "TDI")
    assert france.published.day.isoformat() == "2024-04-02"
    for word in ("Albania", "Jamaica", "Riphah", "Follow us"):
        assert word not in france.text
    assert israel.published is None
    assert israel.headline is not None and israel.headline.startswith("Blinken travels to Israel")
    assert "Advertisement" not in israel.text and "Must Read" not in israel.text


def test_a_picture_from_the_files_tells_of_something_else() -> None:
    filed = (
        "FILE PHOTO: Minister Marr speaks at the fisheries forum in Bergen, May 2, 2019. REUTERS/Anna Berg"
    )
    handout = (
        "A handout picture from the royal court shows Minister Marr at the council in Riga on Monday. (AFP)"
    )
    article = dump("Ministers meet in Riga over Baltic patrols", filed, handout, BODY, MORE)
    kinds = {b.span.of(article.text): b.kind for b in article.blocks}
    assert kinds[handout] is BlockKind.CAPTION
    assert reasons(article)[filed] == "file photo"


@pytest.mark.parametrize(
    "title",
    [
        "National Day",
        "Norway's National Day",
        "Secretary Anna Vell and Latvian Foreign Minister Boris Marr Before Their Meeting",
    ],
)
def test_who_signs_below_a_short_title_is_no_headline(title: str) -> None:
    article = dump("Published: 3 May 2024", title, "Anna Vell, Secretary of State", BODY, MORE)
    assert (article.headline, article.byline) == (title, "Anna Vell, Secretary of State")


@pytest.mark.parametrize(
    "title",
    [
        "Secretary Vell’s Meeting with Freedonian President Marr, Jr.",
        "Joint Statement of the Ministers of Norway and Latvia “Recovery and Resilience”",
        f"Readout of Secretary Vell’s Call with {', '.join(['President Anna Marr of Freedonia'] * 7)}",
    ],
)
def test_a_long_title_or_one_that_ends_like_a_sentence_is_the_headline(title: str) -> None:
    article = dump("Published: 3 May 2024", title, BODY, MORE)
    assert article.headline == title
    assert kept(article) == [BODY, MORE]


def test_a_sentence_above_the_text_is_no_headline() -> None:
    assert dump("Published: 3 May 2024", BODY, MORE).headline is None


def test_a_headline_on_two_lines_is_one() -> None:
    article = dump("Joint press point", "with the Prime Minister of Latvia, Evika Siliņa", BODY, MORE)
    assert article.headline == "Joint press point with the Prime Minister of Latvia, Evika Siliņa"


def test_an_address_is_no_headline() -> None:
    address = "Copy URL https://news.example/ministers-meet-in-riga-over-baltic-patrols-and-cables"
    title = "Ministers meet in Riga over Baltic patrols"
    assert dump(title, address, BODY, MORE).headline == title
