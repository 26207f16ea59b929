"""The blog that is tried in every theme: the sample blog, and posts with few, many and difficult letters. Invented."""

from __future__ import annotations

__all__ = ["Blog", "large", "sample"]

import re
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

NAMES = (
    "Ruth Adeyemi", "Callum", "Priya N.", "Jörg-Maximilian Freiherr von Unterwasser-Hohenlangenfeld", "Sal", "Esi T.",
    "Μαρία", "Tomasz", "d.", "Bartholomew Featherstonehaugh-Cholmondeley of Wrotham Park", "Hana", "田辺ゆき",
)  # fmt: skip
PLACES = ("Brno", "", "Oban", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch", "", "Takoradi", "Linz")
LETTERS = (
    "Twenty minutes with the pliers, most of it finding the pliers. Thank you.",
    "It rolls.",
    """I had put it off for two winters. On Saturday I sat down with your page and a pot of tea, and by the second cup
it was done. My brother in law, who said it could not be done, has gone quiet.\n\nThank you, from all four of us.""",
    "The second paragraph is what I needed, and it is the one that everybody else leaves out.",
    "I do not own one. I read it to the end because of the way you write about the oil.",
    "Thank you! I am blind and your pages are among the few that simply read well from top to bottom.",
    """This is the third time that I come back to it. It is printed now, laminated, and hangs beside the desk. When a new
colleague starts they get the key, the kettle, and that page, in this order.""",
)
ANSWERS = ("Please tell him that this made my week.", "I will tell the oil.", "The kettle first, surely.")

HARD = {
    "long-words": {
        "Lang": "de",
        "": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft war das Wort. "
        "https://example.com/a/very/long/address/that/nobody/would/ever/type/but/somebody/did/paste?with=a&lot=of&"
        "parameters=in_it_and_no_place_to_break",
    },
    "code": {
        "": "Thank you, the timer runs. My unit is now\n\n```\n[Service]\n"
        'ExecStart=/usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/var/lib/blog /usr/local/bin/build --quiet "$@"\n'
        "```\n\nwith `OnCalendar=*-*-* 04:00:00` and `Persistent=true`, and the list of what I tried:\n\n"
        "1. cron\n2. cron again\n3. your post\n\n> and a timer that wakes by itself\n\nis the part I keep telling people."
    },
    "arabic": {
        "Lang": "ar",
        "": "شكرا جزيلا على هذا المقال. عملت الطريقة من أول مرة، وأخيرا فهمت لماذا كان الموقع بطيئا.\n\n"
        "سأكتب لك عندما أنتهي من الباقي.",
    },
    "hebrew": {"": "תודה רבה! אחרי שלושה ימים של חיפושים, `rsync --delete` עשה בדיוק מה שהבטחת."},
    "japanese": {
        "Lang": "ja",
        "": "自分のブログでは夜に開くたびに一瞬だけ画面が白く光り、ずっと困っていました。"
        "一行を入れただけで直りました。本当にありがとうございました。",
    },
    "chinese": {"Lang": "zh", "": "按照您的文章,我把旧博客的八百篇文章都搬过来了,一个链接都没有断。谢谢!"},
    "thai": {"Lang": "th", "": "ขอบคุณมากครับ บทความนี้ช่วยให้ผมเข้าใจเรื่องการสำรองข้อมูลที่ผมเลื่อนมาหลายปีและไม่เคยลองกู้คืนเลยสักครั้ง"},
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Blog:
    """A blog on disk: its folder, with ``pelicanconf.py``, and the slugs of the posts that have notes."""

    folder: Path
    with_notes: frozenset[str]


def sample(folder: Path) -> Blog:
    """Copy the sample blog as it stands into ``folder``, which is made."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy2(ROOT / "pelicanconf.py", folder)
    return _blog(folder)


def large(folder: Path, sizes: tuple[int, ...] = (1, 3, 12, 80)) -> Blog:
    """Write the sample blog with a post for each of ``sizes`` letters, and posts with difficult ones and questions."""
    sample(folder)
    for post in (folder / "content").rglob("*.md"):  # uikit fails where a post was modified, with us or without
        post.write_text(re.sub(r"^Modified:.*\n", "", post.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    for number, size in enumerate(sizes):
        slug = f"letters-{size}"
        _post(folder, slug, f"A post that {size} people wrote about", date(2020, 1, 1) + timedelta(40 * number))
        for letter in range(size):
            _note(folder, slug, date(2020, 6, 1) + timedelta(11 * letter), letter)
    _post(folder, "many-scripts", "Words in many scripts, words without an end, and `code`", date(2020, 8, 1))
    for letter, (name, headers) in enumerate(HARD.items()):
        _hard(folder, name, letter, headers)
    (folder / "content/gratitude/many-scripts/counted.note").write_text("Show: counted\nCount: 4\n")
    _questions(folder)
    return _blog(folder)


def _blog(folder: Path) -> Blog:
    """Return what lies in ``folder``; posts that only an ``Also`` names have a box too."""
    notes = sorted((folder / "content/gratitude").rglob("*.note"))
    also = [re.search(r"^Also: (.*)$", note.read_text("utf-8"), re.MULTILINE) for note in notes]
    more = [slug.split()[-1] for found in also if found for slug in found[1].split(",")]
    return Blog(folder=folder, with_notes=frozenset([note.parent.name for note in notes] + more))


def _post(folder: Path, slug: str, title: str, day: date) -> None:
    words = (
        "Vinegar, and an hour of patience. This is the first paragraph, and it is long enough to fill a line or two.\n"
    )
    head = f"Title: {title}\nDate: {day}\nSlug: {slug}\nCategory: Trying out\nTags: letters\nSummary: Only a summary.\n"
    (folder / "content" / f"{slug}.md").write_text(f"{head}\n{words}\nAnd a second one, to say goodbye.\n", "utf-8")
    (folder / "content/gratitude" / slug).mkdir()


def _note(folder: Path, slug: str, day: date, number: int) -> None:
    """Write letter ``number``: every fifth without a name, every fourth answered, every person twice."""
    name, place = NAMES[number % len(NAMES)], PLACES[number % len(PLACES)]
    head = f"From: {name}\nPerson: p-{number % len(NAMES):04}\nShow: named\n" + (f"Place: {place}\n" if place else "")
    head = "Show: anonymous\n" if number % 5 == 3 else head
    answer = f"\n--- answer, {day}\n\n{ANSWERS[number % len(ANSWERS)]}\n" if number % 4 == 2 else ""
    file = folder / "content/gratitude" / slug / f"{day}-{slug[-2:].strip('-'):0>2}{number:02}.note"
    file.write_text(f"{head}\n{LETTERS[number % len(LETTERS)]}\n{answer}", "utf-8")


def _hard(folder: Path, name: str, number: int, headers: dict[str, str]) -> None:
    lang = f"Lang: {headers['Lang']}\n" if "Lang" in headers else ""
    head = f"From: {NAMES[number]}\nShow: named\n{lang}"
    file = folder / "content/gratitude/many-scripts" / f"2021-0{number + 1}-01-hard.note"
    file.write_text(f"{head}\n{headers['']}\n\n--- answer, 2022-01-01\n\n{ANSWERS[0]} ({name})\n", "utf-8")


def _questions(folder: Path) -> None:
    """A post with questions alone: answered, open, asked by several, answered by a post, with code in the answer."""
    slug = "only-questions"
    _post(folder, slug, "A post with questions and nothing else", date(2021, 2, 2))
    code = "Yes:\n\n    rsync --archive --delete --itemize-changes --human-readable output/ blog@host:/srv/www/still-pages/\n\n"
    answers = (
        f"{code}and the same again with `--dry-run` first.\n\n- look\n- look again\n- then go\n",
        "",
        "No.\n\n> and what of the second one\n\nThat one neither.\n",
        "",
        "It depends on the weather, and on the kettle. " * 12,
    )
    for number, answer in enumerate(islice(cycle(answers), 10)):
        day = date(2021, 3, 1) + timedelta(30 * number)
        head = f"Kind: question\nTitle: Does it hold for shelf {number} of the Donaudampfschifffahrtsgesellschaft?\n"
        head += f"From: {NAMES[number]}\nShow: named\n" + ("Asked: 4\n" if number % 3 == 0 else "")
        head += "Checked: 2024-05-01\n" if answer and number % 2 == 0 else ""
        head += "Answered-By: deploy-with-rsync\n" if number == 3 else ""
        words = f"\nI have {number} shelves and the usual kettle. {LETTERS[number % len(LETTERS)]}\nDoes it hold?\n"
        turns = (
            f"\n--- answer, {day}\n\n{answer}\n\n--- reader, {day + timedelta(2)}\n\nThat did it.\n" if answer else ""
        )
        file = folder / "content/gratitude" / slug / f"{day}-q{number:03}.note"
        file.write_text(f"{head}{words}{turns}", "utf-8")
