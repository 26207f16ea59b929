"""Every link leads somewhere, every note stands where it should and nowhere else."""

from __future__ import annotations

from typing import Any

from gratitude.note import Note, Show
from gratitude.note.folder import NoteFile
from sample_blog import Output

WALL, INDEX = "who-this-helped/", "questions/"
DRAFT = "drafts/a-quieter-front-page.html"


def letters(text: str) -> str:
    """The letters and digits of a text: what must be the same in a note and on a page, whatever the markup."""
    return "".join(filter(str.isalnum, text))


def note_post(file: NoteFile) -> str:
    """The slug of a note's post: what the note says, else its folder."""
    return file.note.post.removesuffix(".md") or file.path.split("/", maxsplit=1)[0]


def quotes(page: Any, note: Note) -> list[str]:
    """The letters of each card of ``note`` on a page."""
    return [letters(q.text_content()) for q in page.xpath(f"//*[@id='n-{note.id}']//blockquote[1]")]


def links(page: Any, label: str = "") -> list[str]:
    """Where the links of a page lead; with ``label`` those with these words."""
    found = page.xpath("//a[@href]")
    return [a.get("href") for a in found if label in ("", " ".join(a.text_content().split()))]


def test_every_link_and_fragment_leads_somewhere(published: Output) -> None:
    """Links, stylesheets, scripts and pictures of every page, for those inside the site."""
    checked = [(name, link) for name, page in published.pages.items() for link in page.xpath("//@href | //@src")]
    dangling = [(name, link) for name, link in checked if published.dangling(name, link)]

    assert dangling == []
    assert len(checked) > 500
    assert published.dangling(WALL, "#nothing")
    assert published.dangling("", "/nothing/")


def test_an_id_stands_on_a_page_once(published: Output) -> None:
    """A fragment has one place to lead to."""
    ids = {name: page.xpath("//@id") for name, page in published.pages.items()}

    assert {name: len(set(found)) for name, found in ids.items()} == {name: len(found) for name, found in ids.items()}


def test_every_note_is_in_its_posts_box_once(published: Output, notes: list[NoteFile]) -> None:
    """Word for word under its permalink; of a question the title, once, which leads to its page."""
    for file in notes:
        page, note = published.pages[f"{note_post(file)}/"], file.note
        if note.kind.value == "question":
            assert links(page, note.title) == [f"{published.url}/questions/{note.id}/"], file.path
        else:
            assert quotes(page, note) == [letters(note.words)], file.path


def test_thanks_stand_on_the_wall_and_questions_in_the_index(published: Output, notes: list[NoteFile]) -> None:
    """Word for word; the wall leads to the permalink on the post, the index to a page that holds the whole."""
    wall, index = published.pages[WALL], published.pages[INDEX]
    for file in notes:
        note = file.note
        if note.kind.value == "question":
            home = published.pages[f"questions/{note.id}/"]
            words = [letters(w.text_content()) for w in home.xpath("//*[contains(@class, 'e-content')]")]
            assert index.xpath(f"count(//ol//li[@id='n-{note.id}'])") == 1, file.path
            assert words[0] == letters(note.words), file.path
            assert len(words) == len(note.turns), file.path
            assert letters(note.words) not in letters(wall.text_content()), file.path
        else:
            home = f"{published.url}/{note_post(file)}/#n-{note.id}"
            card = wall.xpath(f"//a[@href='{home}']/ancestor::*[contains(@class, 'h-entry')][1]")
            assert [letters(c.xpath("string(.//blockquote)")) for c in card] == [letters(note.words)], file.path


def test_nothing_else_is_shown(published: Output, notes: list[NoteFile]) -> None:
    """As many cards on the wall and rows in the index as there are notes; no name under an anonymous one."""
    questions = sum(file.note.kind.value == "question" for file in notes)
    wall = published.pages[WALL].xpath("//*[contains(@class, 'g-note')][contains(@class, 'h-entry')]")
    rows = published.pages[INDEX].xpath("//li[contains(@class, 'h-entry')]")

    assert len(wall) == len(notes) - questions
    assert len(rows) == questions


def test_an_anonymous_letter_bears_no_name(published: Output, notes: list[NoteFile]) -> None:
    """Wherever its permalink stands it is a reader's."""
    anonymous = [file.note for file in notes if file.note.show is Show.ANONYMOUS]
    entry = "//a[contains(@class, 'u-url')][contains(@href, '{id}')]/ancestor::*[contains(@class, 'h-entry')][1]"
    for note in anonymous:
        entries = [e for page in published.pages.values() for e in page.xpath(entry.format(id=note.id))]
        writers = [e.xpath("(.//*[contains(@class, 'p-author')])[1]")[0] for e in entries]
        authors = {w.get("value") or w.text_content() for w in writers}
        assert len(entries) >= 2, note.id
        assert {"A reader"} == authors, note.id
    assert anonymous


def test_the_draft_is_on_its_own_page_only(published: Output) -> None:
    """Its address, title and words: no list, no feed, no page of ours."""
    for needle in ("a-quieter-front-page", "A quieter front page", "taking things off the front page"):
        assert [DRAFT] == [path for path in published.files if path == DRAFT or path in published.holding(needle)]


def test_answered_questions_come_first(published: Output, notes: list[NoteFile]) -> None:
    """Then the open ones; each group from the newest to the oldest."""
    asked = [f.note for f in notes if f.note.kind.value == "question"]
    asked.sort(key=lambda n: n.id, reverse=True)
    asked.sort(key=lambda n: len(n.turns) < 2 and not n.answered_by)

    assert [f"n-{n.id}" for n in asked] == published.pages[INDEX].xpath("//ol[contains(@class, 'g-qs')]/li/@id")


def test_what_a_theme_needs_is_there_in_simple_too(published: Output, in_simple: Output) -> None:
    """The same pages hold something of ours in either theme."""
    assert published.ours == in_simple.ours
