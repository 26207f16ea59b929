"""What earlier messages teach, and how it is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gratitude.link.index import Index, query
from gratitude.link.memory import LAST, Memory
from gratitude.message import Earlier

DAY = date(2024, 1, 20).toordinal()


@pytest.fixture
def index(posts):
    return Index(posts)


@pytest.fixture
def told(message):
    """An earlier message, ``told(1, "slow-bread", day=12)``."""

    def make(number, post, words="the crust was brown", day=12):
        return Earlier(message=message(words, f"mid:{number}@example.com", f"2024-01-{day:02d}T10:00+00:00"), post=post)

    return make


def state(memory, index, words="the crust was brown"):
    """All that ranking asks of a memory."""
    alike = {post: round(value, 9) for post, value in memory.alike(query(words, index), "").items() if value > 1e-9}
    return memory.recent(DAY, ""), alike, len(memory)


def taught(index, *earlier):
    memory = Memory(index)
    memory.learn(earlier)
    return memory


def test_recent_messages_count_more(index, told):
    """Each message adds 1 / (1 + days since) to its post; one of a later day adds nothing."""
    memory = taught(index, told(1, "slow-bread", day=20), told(2, "slow-bread", day=11), told(3, "tomato-beds", day=25))
    bread = [post.key for post in index.posts].index("slow-bread")

    assert memory.recent(DAY, "") == {bread: pytest.approx(1.1)}
    assert memory.recent(DAY, "mid:1@example.com") == {bread: pytest.approx(0.1)}


def test_later_messages_count_too_where_nobody_decided_yet(index, told):
    """Both ways a message of the day counts 1, one of nine days later a tenth; of later ones the next thirty."""
    known = (told(1, "slow-bread", day=20), told(2, "slow-bread", day=29))
    memory, many = Memory(index, guessed=True), Memory(index, guessed=True)
    memory.learn(known)
    many.learn([told(n, "slow-bread", day=21) for n in range(LAST + 9)])
    bread = [post.key for post in index.posts].index("slow-bread")

    assert (1.1, 1.0) == pytest.approx((memory.recent(DAY, "")[bread], taught(index, *known).recent(DAY, "")[bread]))
    assert many.recent(DAY, "") == {bread: LAST / 2}


def test_one_of_many_that_changed_is_learned_anew(index, told):
    """Among others that are the same objects: only its own trace changes."""
    one, two, three = told(1, "slow-bread"), told(2, "tomato-beds", day=15), told(3, "slow-bread", "oven")
    other = told(2, "slow-bread", day=15)
    memory = taught(index, one, two, three)

    for past in ([one, other, three], [one, two, three], [other, three], [one, other]):
        memory.learn(past)

        assert state(memory, index) == state(taught(index, *past), index)


def test_only_the_last_messages_count(index, told):
    """More than thirty of one day are thirty."""
    memory = taught(index, *(told(n, "slow-bread", day=20) for n in range(LAST + 9)))

    assert list(memory.recent(DAY, "").values()) == [LAST]


def test_the_messages_of_four_weeks_are_counted(index, told):
    """Twenty-eight days, the day itself included, this message left out, and none that comes later."""
    memory = taught(index, *(told(n, "slow-bread", day=day) for n, day in enumerate((1, 2, 20, 29, 30))))
    bread = [post.key for post in index.posts].index("slow-bread")

    assert memory.lately(bread, DAY + 9, "") == 3
    assert memory.lately(bread, DAY + 9, "mid:2@example.com") == 2
    assert memory.lately(0, DAY + 9, "") == 0


def test_likeness_is_that_to_all_messages_of_a_post_together(index, told):
    """The same subject words are 1, whatever stop words stand between; another message about the post makes it less."""
    names = [post.key for post in index.posts]
    earlier = (
        told(1, "slow-bread", "a crust so brown"),
        told(2, "slow-bread", "weather"),
        told(3, "tomato-beds", "crust"),
    )
    asked = query("is the brown crust", index)

    def found(memory, without=""):
        return {names[post]: value for post, value in memory.alike(asked, without).items()}

    memory, guessed = taught(index, *earlier), Memory(index, guessed=True)
    guessed.learn([replace(e, post="", maybe=((e.post, 0.5),)) for e in earlier])

    assert found(memory)["slow-bread"] == pytest.approx(0.5**0.5)
    assert found(memory, "mid:2@example.com")["slow-bread"] == pytest.approx(1.0)
    assert found(memory, "mid:1@example.com")["slow-bread"] == pytest.approx(0.0)
    assert "tomato-beds" not in found(memory, "mid:3@example.com")
    assert 0.2 < found(memory)["tomato-beds"] < 0.95
    assert found(guessed)["slow-bread"] == pytest.approx(0.5)


def test_the_order_of_learning_changes_nothing(index, told):
    """What is known is the same however it became known."""
    earlier = [told(1, "slow-bread"), told(2, "tomato-beds", day=15), told(3, "slow-bread", "oven")]
    step_by_step = Memory(index)
    for count in (1, 2, 3):
        step_by_step.learn(earlier[:count])

    assert state(taught(index, *earlier), index) == state(step_by_step, index)
    assert state(taught(index, *earlier[::-1]), index) == state(step_by_step, index)


def test_forgetting_leaves_no_trace(index, told):
    """A shorter past, another past, an empty one: each is exactly what it says."""
    one, two, three = told(1, "slow-bread"), told(2, "tomato-beds"), told(3, "slow-bread", "oven")
    memory = taught(index, one, two, three)

    for past in ([one, two], [two, three], [told(2, "slow-bread")], [one], []):
        memory.learn(past)

        assert state(memory, index) == state(taught(index, *past), index)
