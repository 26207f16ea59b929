"""What of a message can be met again under another name."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders import message
from gratitude.message import Form, Person, hand_of, traces_of
from gratitude.message.traces import MAX_RUNS, hosts_of


def test_traces_never_change():
    """They are kept: rows of today are compared with those of next year."""
    found = traces_of(message("One two three four five, see https://www.pills.example.com/x"))

    assert found.runs == tuple(sorted(found.runs))
    assert traces_of(message("One TWO three, four")).runs == (1613931443,)
    assert found.hosts == {"pills.example.com": 3859022514}


def test_of_a_long_text_the_same_runs_are_kept_whatever_stands_around_them():
    """The lowest numbers of all: two texts that share most words share most traces."""
    words = [f"word{n}" for n in range(100)]
    one, other = traces_of(message(" ".join(words))), traces_of(message(" ".join(["hello", *words, "bye"])))

    assert len(one.runs) == len(other.runs) == MAX_RUNS
    assert len({*one.runs} & {*other.runs}) >= MAX_RUNS - 4


def test_hosts_of_words_and_website():
    """Without www., each once; a word without a dot is none."""
    words = "http://WWW.a.example.com/1 https://a.example.com http://localhost/"
    one = replace(message(words), form=Form(author_url="b.example.com/me"))

    assert hosts_of(one) == ["a.example.com", "b.example.com"]
    assert hosts_of(replace(message(""), form=Form(author_url="http://[bad"))) == []


def test_a_hand_is_a_name_and_an_address():
    """In any case and spacing; another name is another hand."""
    assert hand_of(message(sender=Person("Ann  B", "a@example.com"))) == hand_of(
        message(sender=Person("ann b", "A@example.com"))
    )
    assert hand_of(message(sender=Person("Ann", ""))) != hand_of(message(sender=Person("Bob", "")))


@given(st.text(max_size=200), st.text(max_size=60))
def test_nothing_raises(words: str, website: str):
    """Whatever a message holds."""
    assert all(0 <= mark < 2**32 for mark in traces_of(replace(message(words), form=Form(author_url=website))).marks)
