"""What a person would call code: commands, traces, diffs, configuration, tables of spaces. Pure.

Mails and old comments hold code without any markup. It is told from a letter line by line: by what only machines
write (prompts, traces, diff heads, braces), never by an indentation alone, since letters indent verses, addresses,
first lines and what they quote.
"""

from __future__ import annotations

__all__ = [
    "in_columns",
    "is_block",
    "is_code_line",
    "is_diff_head",
    "is_diff_line",
    "is_output",
    "is_prompt",
    "is_section",
    "is_table",
    "may_hold_code",
]

import re
from collections.abc import Sequence

NAMES = (
    "apt apt-get aptitude awk bash brew bundle cargo cd chmod chown composer conda cp crontab curl dnf docker dpkg echo "
    "exiftool export ffmpeg find firewall-cmd gem git gpg grep gunzip gzip hg ifconfig ip java journalctl kubectl ln ls "
    "lsblk make mkdir mount mv mvn mysql nano node npm npx pacman pelican perl php pip pip3 podman printf psql python "
    "python3 rm rsync ruby scp sed sh snap source ssh ssh-keygen sudo svn systemctl tar tee terraform touch umount unzip "
    "vim wget xargs yarn yum zip zypper"
)
COMMANDS = frozenset(NAMES.split())
"""First words of a line that is a command, where the rest does not read as a sentence."""

DIFF_HEADS = ("diff --git ", "diff -", "@@ -", "--- a/", "--- /dev/null", "Index: ")
DIFF_LINES = (
    "index ",
    "new file mode",
    "deleted file mode",
    "old mode",
    "new mode",
    "rename ",
    "similarity ",
    "Binary files",
    "====",
)
FIRST = re.compile(r"\s*(?:sudo +)?([a-z][\w-]*)(?= )")
AS_ROOT = re.compile(r"\s*[$#] +")
OPTION = re.compile(r"\s--?[A-Za-z]|[\w\]]=\S|\s\||&&| [\w.~-]*/[\w.~/-]")
NO_SENTENCE = re.compile(r".*[^.?!,:;)\s]\s*$", re.DOTALL)
LOOSE_PROMPT = re.compile(r"\s*\S{0,80}(?: \S{1,40}){0,2}? ?(?<!\d)(?<!\d )[$%⟫❯»]>? +[a-z./~]")
"""What is a prompt at least where it is indented: ``~/blog (main) %``."""

PROMPT = re.compile(
    r"""\s*(?:
      \$\ +(?:[a-z./~_]|[A-Z_]+=)                                   # $ ls
    | \[?[\w.-]{1,40}@[\w.-]{1,60}[:~\ ][^$\#\n]{0,80}[$\#]\s      # ann@host:~/blog$ ls
    | >>>\ \S                                                     # >>> import os
    | In\ \[\d+\]:\s | (?:PS\ )?[A-Z]:\\[^>\n]{0,80}>              # In [1]:  C:\>
    )""",
    re.VERBOSE,
)
CERTAIN = re.compile(
    r"""\s*(?:
      \./[\w.-]+(?:\s|$)
    | File\ "[^"\n]+",\ line\ \d | at\ [\w.$<>/]+\ ?\([^()\n]*\)\s*$ | Caused\ by:\ [\w.]+
    | [A-Za-z][\w.]*(?:Error|Exception):\s
    | diff\ --git\s | @@\ -\d | (?:---|\+\+\+)\ (?:[ab]/|/dev/null) | index\ [0-9a-f]{7,}\.\.
    | \#!/ | \#include\s*[<"] | <\?(?:php|xml)\b | </?(?!(?:a|b|i|u|s|em|strong|p|br|font|span|img|blockquote|pre|code)\b)[a-z][\w:-]*(?:\s[^<>]*)?/?>(?:[^<>]*</[a-z][\w:-]*>)?\s*$
    | (?=[^\n]{0,40}\*)(?:[\d*][\d*/,-]*[ \t]+){5}\S
    | import\ \w[\w.]*(?:\ as\ \w+)?;?\s*$ | from\ [\w.]+\ import\s
    | (?:async\ )?(?:def|function|func|fn|class|public|private|static)\ ?[\w<>,\ ]*\([^\n]*[:{;)]\s*$
    | (?:const|let|var)\ \w+\s*= | (?:if|for|while|switch)\ ?\([^\n]*\)\s*\{?\s*$
    | (?:SELECT|INSERT\ INTO|UPDATE|DELETE\ FROM|CREATE\ TABLE|ALTER\ TABLE)\s[^\n]*[;\w)*]\s*$
    | [\w.$\[\]'"-]{1,60}[ \t]*(?::?=|\+=)[ \t]*[^\s=]
    | [}\])]+[;,]*\s*$ | [^\n]{0,400}[\w)\]"'>\s]\{\s*$ | [\w.$>:-]+\([^\n]*\)\s*;\s*$
    )""",
    re.VERBOSE,
)
LIKELY = re.compile(
    r"""\s*(?:
      (?:error|fatal|warning|debug\d?|info|[a-z]+[-.\d][\w.-]*)(?:\[\d+\])?:\ \S | \[\d{4}-\d\d-\d\d[\ T]
    | (?!(?:phone|tel|fax|e?-?mail|web|mobile|from|to|cc|date|subject|ps|pps|nb)\b)[a-z][\w.-]{0,40}:\s+\S{1,80}\s*$ | "[^"\n]+"\s*:
    | (?:return|elif|else:|try:|except|raise|yield|end|fi|done|then|do|esac|begin)\b[^.!?\n]{0,80}$
    | (?!www\.|[A-Z]\w*\.)[\w./~:%+=$-]*[/_.=~\\$][\w./~:%+=*$-]*[\w/*]\s*$
    | \#\s | // | /\*|\*/ | --\w | [\w.]+\([^()\n]*\)\s*[:,]?\s*$ | [+-](?!\s)\S | ;\s
    | (?:[^\n{}();=<>|&$\\]{0,40}[{}();=<>|&$\\]){4}
    )""",
    re.VERBOSE,
)
SECTION = re.compile(r"""\s*\[[\w .:"\\/-]{1,40}\]\s*$""")
WORD = re.compile(r"[(\[\"'“„«]?[^\W\d_]+(?:['’-][^\W\d_]+)*[.,;:!?…)\]\"'”»]*")
SENTENCE = re.compile(r"(?:(?<![^\s(])[^\W\d_]*[a-zß-ÿа-я'’]{2}[,;]? ){4}[a-zß-ÿа-я]{2}")
"""Five words of a sentence in a row."""

GAP = re.compile(r"\S(?: {3,}|\t+)\S")
SIGN = re.compile(r"[${}=\t|/#>]")

LONGEST = 400
"""Characters of a line that are looked at."""


def may_hold_code(text: str) -> bool:
    """Whether it is worth while to look at every line of ``text``."""
    return (
        SIGN.search(text) is not None
        or "   " in text or " -" in text or "rror:" in text or "ption:" in text or "import " in text or ":\\" in text
        or ")\n" in text or ";\n" in text or "]\n" in text or "]:" in text or '",' in text or "Caused by" in text
        or "):" in text or "Traceback" in text
        or text.endswith((")", ";", "]"))
    )  # fmt: skip


def is_prompt(line: str) -> bool:
    """Whether ``line`` begins with the prompt of a shell or of an interpreter, and something typed at it."""
    line = line[:LONGEST]
    root = AS_ROOT.match(line)
    if line.lstrip().startswith(">>>"):
        return bool(PROMPT.match(line)) and is_output(line)
    return bool(PROMPT.match(line) or (root and _command(line[root.end() :])))


def is_code_line(line: str) -> bool:
    """Whether only a machine reads a line like this one. A single address is a link, no code."""
    line = line[:LONGEST]
    if not may_hold_code(line):
        return False
    if is_prompt(line) or line.lstrip().startswith("Traceback (most recent call last)"):
        return True
    if _is_address(line) or SENTENCE.search(line):
        return False
    if _command(line) and OPTION.search(line) and NO_SENTENCE.match(line):
        return True
    return bool(CERTAIN.match(line)) and not _is_prose(line)


def _command(line: str) -> bool:
    first = FIRST.match(line)
    return first is not None and first[1] in COMMANDS


def _is_likely(line: str) -> bool:
    """Whether an indented line like this one is code rather than anything else."""
    if _is_address(line):
        return False
    if LIKELY.match(line) or (_command(line) and len(line.split()) <= 8):
        return True
    return bool(OPTION.search(line) and NO_SENTENCE.match(line)) and is_output(line)


def _is_address(line: str) -> bool:
    return "://" in line.lstrip().split(" ", 1)[0]


def is_diff_head(line: str) -> bool:
    """Whether a change to files begins here."""
    return line.startswith(DIFF_HEADS)


def is_diff_line(line: str) -> bool:
    """Whether ``line`` may stand in a change to files that has begun."""
    return not line or line[0] in " \t+-\\" or line.startswith((*DIFF_HEADS, *DIFF_LINES))


def is_output(line: str) -> bool:
    """Whether a program may have printed ``line``: it does not read as a sentence."""
    parts = line.split()
    plain = sum(bool(WORD.fullmatch(part)) for part in parts)
    sentence = len(parts) >= 5 or (
        len(parts) >= 3 and (line.lstrip()[:1].isupper() or line.rstrip().endswith((".", "!", "?")))
    )
    return not (sentence and 5 * plain >= 4 * len(parts)) and not SENTENCE.search(line[:LONGEST])


def is_block(lines: Sequence[str]) -> bool:
    """Whether these lines, which stand apart from a letter's margin, are code: most of them, and no prose."""
    lines = [line[:LONGEST] for line in lines if line.strip()]
    if not lines:
        return False
    if is_prompt(lines[0]) or is_table(lines) or (LOOSE_PROMPT.match(lines[0]) and is_output(lines[0])):
        return True
    certain = sum(is_code_line(line) for line in lines)
    likely = sum(map(_is_likely, lines)) + (len(lines) > 1 and bool(SECTION.match(lines[0])))
    prose = sum(_is_prose(line) and not _is_likely(line) for line in lines)
    return 2 * max(certain, likely) >= len(lines) and 4 * prose <= len(lines) and (certain > 0 or prose == 0)


def is_table(lines: Sequence[str]) -> bool:
    """Whether at least three lines in five, and three at least, are set in columns with blanks."""
    gaps = sum(map(in_columns, lines))
    return gaps >= 3 and 5 * gaps >= 3 * len(lines)


def is_section(lines: Sequence[str]) -> bool:
    """Whether the first of two lines is the head of a section in a file of settings: ``[Unit]``, ``Description=x``."""
    return len(lines) == 2 and bool(SECTION.match(lines[0]) and CERTAIN.match(lines[1])) and "=" in lines[1]


def in_columns(line: str) -> bool:
    """Whether there are three blanks or a tab between words of ``line``."""
    return ("   " in line or "\t" in line) and bool(GAP.search(line[:LONGEST].strip()))


def _is_prose(line: str) -> bool:
    """Whether ``line`` is a sentence, or a good part of one: five words or more, and hardly anything else."""
    parts = line.split()
    return len(parts) >= 5 and 5 * sum(bool(WORD.fullmatch(part)) for part in parts) >= 4 * len(parts)
