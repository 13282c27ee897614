"""Stories: read, and their faults told."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import GoldError
from dragoman.scoring.stories import check_story, load_stories, story_of

STORY = """
about = "Two papers"
[[event]]
id = "talks"
kind = "meeting"
date = "2024-04-01/2024-04-02"
[[article]]
id = "a"
outlet = "Zenda Herald"
published = 2024-04-02
headline = "Talks in Oslo"
text = "Aalto met\\n Vell."
[article.tells]
talks = "met Vell"
[[article]]
id = "b"
outlet = "Oslo Post"
published = 2024-04-02
headline = "Vell in Oslo"
text = "Vell met Aalto."
[article.tells]
talks = "met Aalto"
"""


def test_a_sound_story_has_no_faults():
    story = story_of(STORY)
    assert check_story(story) == ()
    assert story.events[0].span().days == 2


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('talks = "met Aalto"', 'talks = "saw Aalto"', "the quote is not in the article: 'saw Aalto'"),
        ('talks = "met Aalto"', 'visit = "met Aalto"', "tells 'visit', which is no event of this story"),
        ('talks = "met Aalto"', "", "talks: only one article tells it"),
        ('kind = "meeting"', 'kind = "meeting"\nalone = true', "talks: is not alone"),
        ('id = "b"', 'id = "b"\nrepeats = "c"', "repeats 'c', which is no article of this story"),
        ('id = "b"', 'id = "a"', "the id 'a' is used twice"),
        ('kind = "meeting"', 'kind = "meeting"\npart_of = "visit"', "part_of names 'visit'"),
        ("2024-04-01/2024-04-02", "2024-04-02/2024-04-01", "date: date span ends"),
    ],
)
def test_every_fault_is_told(old, new, fault):
    assert any(fault in one for one in check_story(story_of(STORY.replace(old, new))))


def test_a_damaged_story_names_file_and_field(tmp_path):
    path = tmp_path / "x.story.toml"
    path.write_text(STORY.replace('kind = "meeting"', 'kind = "meting"'))
    with pytest.raises(GoldError, match=r"x\.story\.toml: .*kind"):
        load_stories([path])
    path.write_text(STORY.replace("met Aalto", "saw Aalto", 1))
    with pytest.raises(GoldError, match="the stories have faults"):
        load_stories([tmp_path])


def test_the_stories_of_the_gold_are_sound():
    folder = Path(__file__).parents[1] / "gold" / "clusters"
    opened, held = load_stories([folder / "open"]), load_stories([folder / "held"])
    assert sum(len(story.events) for story in (*opened, *held)) >= 60
    assert len(held) >= (len(opened) + len(held)) // 3
