"""The index of questions."""

from __future__ import annotations

from datetime import date

from gratitude.render import asked
from render.cards import card, days, post


def test_the_index_has_answered_questions_first() -> None:
    """Newest first in each part; by post, newest post first; open ones can be left out."""
    old, new = post("old", date(2020, 1, 1)), post("new", date(2026, 1, 1))
    questions = [card(1, answered=True, post=old), card(2, post=new), card(3, answered=True, post=new), card(4)]
    both = asked.index(questions, show_open=True)
    answered = asked.index(questions, show_open=False)

    assert days(both.questions) == [3, 1, 4, 2]
    assert [(p.key, days(qs)) for p, qs in both.by_post] == [("new", [3, 2]), ("old", [1])]
    assert days(answered.questions) == [3, 1]
    assert not asked.index([card(1)], show_open=False)


def test_one_post_or_few_questions_need_no_second_order() -> None:
    """A list by post of one post says nothing; by tag only from eight questions on."""
    tagged = [card(d, post=post("x", tags=("css",))) for d in range(1, 8)]

    assert asked.index(tagged, show_open=True).by_post == ()
    assert asked.index(tagged, show_open=True).by_tag == ()
    assert [t for t, _ in asked.index([*tagged, card(9)], show_open=True).by_tag] == ["css"]


def test_tags_stand_in_the_order_of_the_alphabet() -> None:
    """Whatever their case; a question stands under each tag of its post."""
    both, one = post("both", tags=("nginx", "CSS")), post("one", tags=("atom",))
    index = asked.index([card(d, post=both if d % 2 else one) for d in range(1, 9)], show_open=True)

    assert [(tag, days(qs)) for tag, qs in index.by_tag] == [
        ("atom", [8, 6, 4, 2]),
        ("CSS", [7, 5, 3, 1]),
        ("nginx", [7, 5, 3, 1]),
    ]


def test_a_tag_with_one_question_is_no_order() -> None:
    """The question is found by its post as well; eight questions would stand there thirty times."""
    index = asked.index([card(d, post=post(f"p{d}", tags=("css", f"t{d}"))) for d in range(1, 10)], show_open=True)

    assert [tag for tag, _ in index.by_tag] == ["css"]


def test_a_short_index_is_one_page() -> None:
    """With its orders by post and by tag."""
    index = asked.index([card(d, post=post(f"p{d % 2}", tags=("a",))) for d in range(1, 10)], show_open=True)
    (only,) = asked.parts(index)

    assert (only.name, only.short, only.questions) == ("", False, index.questions)
    assert (only.by_post, only.by_tag) == (index.by_post, index.by_tag)


def test_a_long_index_leaves_answers_and_orders_to_other_pages() -> None:
    """Every question stands in the list once; each sort of page leads to its neighbours."""
    questions = [
        card(1 + n % 28, id=f"q{n}", answered=True, title="?" * 40, post=post(f"p{n % 5}", tags=(f"t{n % 3}",)))
        for n in range(40)
    ]
    pages = asked.parts(asked.index(questions, show_open=True), limit=10_000)
    lists = [p for p in pages if not p.sort]

    assert [p.name for p in pages] == ["", "page-2", "page-3", "page-4", "by-post", "by-post-2", "by-tag", "by-tag-2"]
    assert sorted(q.id for p in lists for q in p.questions) == sorted(q.id for q in questions)
    assert all(p.short for p in pages)
    assert [(p.before, p.after) for p in lists] == [
        (None, "page-2"),
        ("", "page-3"),
        ("page-2", "page-4"),
        ("page-3", None),
    ]
    assert lists[0].orders == ("by-post", "by-tag")
    assert sorted(q.id for p in pages for _, qs in p.by_tag for q in qs) == sorted(q.id for q in questions)


def test_related_are_five_others_of_the_same_post() -> None:
    """Answered ones first, never the question itself."""
    questions = [card(d, post=post("x"), answered=d == 2) for d in range(1, 9)] + [card(20, post=post("y"))]
    related = {q.day.day: days(q.related) for q in asked.with_related(questions)}

    assert related[1] == [2, 8, 7, 6, 5]
    assert related[8] == [2, 7, 6, 5, 4]
    assert related[20] == []
    assert len(related) == 9


def test_related_are_also_those_with_the_same_tags() -> None:
    """After those of the post itself; more tags in common come first; none twice."""
    here = post("here", tags=("a", "b"))
    questions = [
        card(1, post=here), card(2, post=here), card(3, post=post("near", tags=("b",))),
        card(4, post=post("nearer", tags=("b", "a"))), card(5, post=post("far", tags=("c",))), card(6),
    ]  # fmt: skip
    related = {q.day.day: days(q.related) for q in asked.with_related(questions)}

    assert related[1] == [2, 4, 3]
    assert related[5] == []
    assert related[6] == []
