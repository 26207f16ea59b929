"""Comments out of a WordPress export (WXR): streamed, hardened against its own tools' mistakes, read-only.

Old exports hold control characters, bare ampersands and bytes of other charsets, each of which ends an XML parser; all
are mended in the stream before it. A document type is refused: no export has one, every XML bomb does.
"""

from __future__ import annotations

__all__ = ["WordPress"]

import codecs
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..errors import SourceError
from ..message import Arrival
from ..urls import canonical
from .wide import wide
from .wxr import Blog, Item, Record, comment, paired

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CHUNK = 1 << 18
MAX_DEPTH = 40
MAX_RUN = 16 << 20
"""Characters without a ``<``: no post is that long, one attribute of a gigabyte is."""
DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,200}?(?:encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"'])?[^>]{0,100}\?>")
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\udc80-\udcff\ue000-\ufffd\U00010000-\U0010ffff]")
STRAY = re.compile("[\udc80-\udcff]")
BAD_REFERENCE = re.compile(r"&#(?:[xX]0{0,8}([0-9a-fA-F]{1,8})|0{0,8}(\d{1,10}));")
HALF = re.compile(r"&#5[56]\d{3};\Z")
"""The first half of a character, whose second one may be in the next chunk."""
BARE = re.compile(r"&(?!(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|lt|gt|amp|quot|apos);)")


def _reference(m: re.Match[str]) -> str:
    """A numeric reference if XML 1.0 allows its character, else nothing."""
    code = int(m[1], 16) if m[1] else int(m[2])
    legal = code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
    return m[0] if legal else ""


def _windows(m: re.Match[str]) -> str:
    """A byte that is no UTF-8, as Windows-1252 has it."""
    return bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace")


def _from_declaration(head: bytes) -> bytes:
    """The beginning of an export without the warnings that PHP printed before it; line numbers stay those of the file."""
    begins = head.find(b"<?xml")
    if begins <= 0 or b"<rss" in head[:begins]:
        return head
    return head[begins:].replace(b"?>", b"?>" + b"\n" * head.count(b"\n", 0, begins), 1)


class _Mended:
    """A readable stream of UTF-8 that any XML parser takes: illegal characters out, bare ampersands escaped."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        head = _from_declaration(read(CHUNK))
        found = DECLARATION.match(head.removeprefix(codecs.BOM_UTF8))
        charset = (found[1] or b"utf-8").decode("ascii") if found else "utf-8"
        charset = wide(head) or charset
        head = head.removeprefix(codecs.BOM_UTF8)
        head_lines = head.count(b"\n", 0, found.end()) if found else 0
        head = head[found.end() if found else 0 :]
        try:
            is_utf8 = codecs.lookup(charset).name in ("utf-8", "ascii")
            self._decoder = codecs.getincrementaldecoder("utf-8" if is_utf8 else charset)(
                "surrogateescape" if is_utf8 else "replace"
            )
            self._pending = self._decoder.decode(head)
        except (LookupError, ValueError, TypeError):
            self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
            self._pending = self._decoder.decode(head)
        self._pending = self._pending.removeprefix("\ufeff")
        begins = re.match(r"\s*(?:<\?xml[^>]{0,300}\?>)?\s*", self._pending)
        behind = begins.end() if begins else 0
        lines = head_lines + self._pending.count("\n", 0, behind)
        self._pending = "\n" * lines + self._pending[behind:]  # the parser's line numbers stay those of the file
        self._in_cdata = False
        self._ended = not head
        self._run = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, ``b""`` at the end."""
        while True:
            piece = self._piece()
            if piece or self._ended:
                return ILLEGAL.sub("", STRAY.sub(_windows, piece)).encode("utf-8", "replace")
            data = self._read(CHUNK)
            self._ended = not data
            self._pending += self._decoder.decode(data, final=self._ended)

    def _piece(self) -> str:
        """What can be given out of the pending text; a tail that may be half a mark waits for more."""
        text, safe = self._pending, len(self._pending)
        if not self._ended:
            safe = max(0, safe - 16)
            amp = text.rfind("&", max(0, safe - 16), safe)
            safe = amp if amp >= 0 else safe
            half = HALF.search(text, max(0, safe - 12), safe)
            safe = half.start() if half else safe
        out: list[str] = []
        at = 0
        while at < safe:
            mark = "]]>" if self._in_cdata else "<![CDATA["
            end = self._cdata_end(text, at) if self._in_cdata else text.find(mark, at)
            stop = safe if end < 0 or end >= safe else end
            part = text[at:stop]
            out.append(
                part.replace("]]>", "]]]]><![CDATA[>")
                if self._in_cdata
                else BARE.sub("&amp;", BAD_REFERENCE.sub(_reference, paired(part)))
            )
            at = stop
            if stop == end and end + len(mark) <= len(text):
                out.append(mark)
                at, self._in_cdata = end + len(mark), not self._in_cdata
            else:
                break
        self._pending = text[max(at, 0) :]
        self._count(text[:at])
        return "".join(out)

    @staticmethod
    def _cdata_end(text: str, at: int) -> int:
        """Where a CDATA section really ends: WordPress 3.0 and older did not escape a ``]]>`` inside (crazy-cdata.xml)."""
        end = text.find("]]>", at)
        while end >= 0 and (behind := text[end + 3 : end + 16].lstrip()) and not behind.startswith("<"):
            end = text.find("]]>", end + 3)
        return end

    def _count(self, text: str) -> None:
        """Refuse what no export holds and only a bomb does."""
        last = text.rfind("<")
        self._run = self._run + len(text) if last < 0 else len(text) - last
        if self._run > MAX_RUN:
            raise SourceError("a single value in it is larger than 16 MiB; no WordPress export has such a one")


def _local(tag: object) -> tuple[bool, str]:
    """Whether a tag is WordPress's own (any version's namespace), and its name."""
    space, _, name = str(tag).rpartition("}")
    return "wordpress.org/export/" in space and "excerpt" not in space, name


def _values(element: Element) -> dict[str, str]:
    """The texts of an element's children, WordPress's own under ``wp:``."""
    found: dict[str, str] = {}
    for child in element:
        own, name = _local(child.tag)
        found.setdefault(
            f"wp:{name}" if own else name if "}" not in str(child.tag) else str(child.tag), child.text or ""
        )
    return found


def _record(element: Element) -> Record:
    """One ``wp:comment`` with its metadata."""
    meta: dict[str, str] = {}
    for child in element:
        if _local(child.tag) == (True, "commentmeta"):
            pair = _values(child)
            meta[pair.get("wp:meta_key", "").strip()] = pair.get("wp:meta_value", "")[:500]
    values = {k.removeprefix("wp:"): v for k, v in _values(element).items() if k.startswith("wp:")}
    return Record(values=values, meta=meta)


def _item(element: Element) -> Item:
    """The post that a list of comments stands under."""
    values = _values(element)
    return Item(
        link=values.get("link", "").strip(),
        title=values.get("title", "").strip(),
        name=values.get("wp:post_name", "").strip(),
        status=values.get("wp:status", "publish").strip() or "publish",
        is_locked=bool(values.get("wp:post_password", "").strip()),
    )


class WordPress:
    """A WXR export. A comment's mark is its identity: the site and the comment's own number."""

    def __init__(
        self,
        *,
        name: str,
        path: Path | None = None,
        stream: BinaryIO | None = None,
        head: bytes = b"",
        explain: bool = False,
    ) -> None:
        self.name = name
        self._path, self._stream, self._head, self._explain = path, stream, head, explain

    def arrivals(self, done: Callable[[str], bool]) -> Iterator[Arrival]:
        """Yield the comments post by post. Raises SourceError for what is no export or can no longer be read."""
        try:
            if self._path:
                with self._path.open("rb") as file:
                    yield from self._read(file.read, done)
            else:
                pending = [self._head]
                rest = self._stream
                yield from self._read(lambda n: pending.pop() if pending else rest.read(n) if rest else b"", done)
        except OSError as problem:
            raise SourceError(
                f"{self.name}: reading broke off ({problem.strerror}); run `gratitude collect` again"
            ) from problem

    def _read(self, read: Callable[[int], bytes], done: Callable[[str], bool]) -> Iterator[Arrival]:
        """Go through the export; where it is broken beyond mending, what came before is kept and the break is told."""
        from xml.etree.ElementTree import ParseError

        from defusedxml.common import DefusedXmlException

        seen = 0
        try:
            for arrived in self._comments(read):
                seen += 1
                if not done(arrived.mark):
                    yield arrived
        except DefusedXmlException as problem:
            raise SourceError(
                f"{self.name}: the file declares a document type or entities, which no WordPress export does; export it again"
            ) from problem
        except SourceError as problem:
            raise SourceError(f"{self.name}: {problem}") from problem
        except ParseError as problem:
            where = f"line {problem.position[0]}"
            if not seen:
                raise SourceError(
                    f"{self.name}: the XML is broken at {where}; export it again from WordPress"
                ) from problem
            reason = f"the export breaks off at {where}; what follows could not be read"
            yield Arrival(message=None, reason=reason, place=where, mark=f"broken:{where}")

    def _comments(self, read: Callable[[int], bytes]) -> Iterator[Arrival]:
        """The comments of every post, forgotten as soon as they are yielded; of a torn post those that are whole."""
        from xml.etree.ElementTree import ParseError

        from defusedxml.ElementTree import iterparse

        blog, depth, channel, item = Blog(), 0, None, None
        whole: set[Element] = set()
        try:
            for event, element in iterparse(_Mended(read), events=("start", "end"), forbid_dtd=True):
                own, name = _local(element.tag)
                if event == "start":
                    depth += 1
                    channel = element if name == "channel" and depth == 2 else channel
                    item = element if name == "item" and depth == 3 else item
                    if depth > MAX_DEPTH:
                        raise SourceError("its elements are nested more than 40 deep, which no WordPress export does")
                    continue
                depth -= 1
                if depth == 3:
                    whole.add(element)
                elif depth == 2 and name == "item":
                    yield from self._of_item(element, blog)
                elif depth == 2:
                    blog = _learned(blog, element, own=own, name=name)
                if depth == 2 and channel is not None:
                    channel.clear()
                    item, whole = None, set()
        except ParseError:
            if item is not None:
                for child in [c for c in item if c not in whole]:
                    item.remove(child)
                yield from self._of_item(item, blog)
            raise

    def _of_item(self, element: Element, blog: Blog) -> Iterator[Arrival]:
        """The comments of one post."""
        item = _item(element)
        records = [_record(child) for child in element if _local(child.tag) == (True, "comment")]
        parents = {r.number: r.parent for r in records if r.number}
        for n, record in enumerate(records, 1):
            number = record.number or f"#{n}"
            yield comment(record, item, blog, parents, place=f"comment {number}", explain=self._explain)


def _learned(blog: Blog, element: Element, *, own: bool, name: str) -> Blog:
    """What an element of the channel says about the blog: its address and its authors."""
    text = (element.text or "").strip()
    if (own and name in ("base_blog_url", "base_site_url")) or (name == "link" and "}" not in str(element.tag)):
        weight = ("link", "base_site_url", "base_blog_url").index(name)
        return blog.with_site(canonical(text).split("?")[0], weight)
    if own and name == "author":
        values = _values(element)
        return blog.with_author(
            values.get("wp:author_id", "").strip(), values.get("wp:author_email", "").strip().lower()
        )
    return blog
