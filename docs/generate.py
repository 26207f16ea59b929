"""Writes the reference pages that come from the code: `python docs/generate.py`; a test compares them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

DOCS = Path(__file__).resolve().parent
MADE = "<!-- Written by docs/generate.py from the code; change it there. -->\n\n"


def commands() -> str:
    """Return the page of every command, its arguments and options."""
    from gratitude.cli.commands import COMMANDS, gratitude

    context = click.Context(gratitude, info_name="gratitude")
    lines = [MADE + "# Commands\n"]
    lines.append("Every command takes `--site DIR` (else the folder above with `pelicanconf.py`) and `--home DIR`")
    lines.append("(else `GRATITUDE_HOME`, else the user's data folder).")
    lines.append("Exit codes: 0 done, 1 you can mend it, 2 used wrongly.")
    lines.append("With `--json` standard output holds JSON and nothing else.\n")
    for heading, group in COMMANDS.items():
        lines.append(f"## {heading}\n")
        for name in group:
            command = gratitude.get_command(context, name)
            assert command is not None
            lines += _command(name, command)
    return "\n".join(lines).rstrip() + "\n"


def _command(name: str, command: click.Command) -> list[str]:
    arguments = [p.make_metavar(click.Context(command)) for p in command.params if isinstance(p, click.Argument)]
    lines = [
        f"### `gratitude {' '.join([name, *arguments])}`\n",
        (command.help or "").strip().replace("\n    ", "\n"),
        "",
    ]
    for param in command.params:
        if isinstance(param, click.Option) and param.name not in {"site", "home"}:
            metavar = "" if param.is_flag else f" {param.make_metavar(click.Context(command))}"
            names = ", ".join(f"`{o}{metavar}`" for o in param.opts)
            lines.append(f"- {names}: {param.help}")
    if command.epilog:
        lines += ["", f"    {command.epilog.removeprefix('Example: ')}"]
    return [*lines, ""]


def settings() -> str:
    """Return the page of both places of settings."""
    from gratitude.render.options import SETTINGS as public
    from gratitude.settings import ENVIRONMENT
    from gratitude.settings import SETTINGS as private

    lines = [MADE + "# Settings\n", "## In `pelicanconf.py`: what the pages show\n"]
    lines.append("`pelican --print-settings` shows them; a wrong value costs one warning, and the default is taken.\n")
    lines += ["| name | default | what it is |", "|---|---|---|"]
    lines += [f"| `{s.name}` | `{s.default!r}` | {s.help} |" for s in public]
    lines += [
        "| `GRATITUDE_BLOG` | written by `gratitude init` | Names the private folder of this blog in the user's data folder. |",
        "| `GRATITUDE_HOME` | not set | Another place for the private folder; a relative one starts at this file. |",
        "",
        "## In `settings.toml`: the private half\n",
        "It lies in the private folder, mode 0600. All problems are told at once.\n",
        "| table and name | default | what it is |",
        "|---|---|---|",
    ]
    lines += [f"| `{s.title}` | `{_toml(s.default)}` | {s.help} |" for s in private]
    lines += ["", "From the environment, which goes before the file, so that a key need not stand in one:\n"]
    lines += [
        f"- `{name}`: {next(s.title for s in private if s.field == field)}" for name, field in ENVIRONMENT.items()
    ]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    import json

    return json.dumps(list(value) if isinstance(value, tuple) else value)


def moves() -> str:
    """Return the page of moves and piles."""
    from gratitude.message import State
    from gratitude.moderate import MOVES, Pile

    lines = [
        MADE + "# Moves and piles\n",
        "One table gives the command line its verbs, the desk that is to come its keys, and this page.",
        "`ask` is no command yet: write the letter in your mail program, and record the answer with `accept --permission`.\n",
    ]
    lines += ["| move | key | from | to | takes the note away |", "|---|---|---|---|---|"]
    for row in MOVES.values():
        starts = "anywhere" if row.starts == frozenset(State) else ", ".join(s.value for s in State if s in row.starts)
        lines.append(
            f"| {row.move.value}: {row.help} | {row.key} | {starts} | {row.to.value} | {'yes' if row.withdraws else 'no'} |"
        )
    lines += ["", "`undo` (z) takes back the newest step that still stands, whatever it was.\n", "## Piles\n"]
    lines += [
        "Piles are views of the conversations and may overlap.\n",
        "| pile | what lies in it | key after g |",
        "|---|---|---|",
    ]
    lines += [f"| {p.value} | {p.help} | {p.key} |" for p in Pile]
    return "\n".join(lines) + "\n"


def headers() -> str:
    """Return the table of a note's headers, for docs/reference/note-headers.md."""
    from gratitude.note.headers import HEADERS

    lines = [
        MADE + "# Headers of a note file\n",
        "All are optional but where said; the grammar stands in [note-file](note-file.md).\n",
    ]
    lines += ["| header | meaning |", "|---|---|", *(f"| {h.title} | {h.help} |" for h in HEADERS.values())]
    return "\n".join(lines) + "\n"


PAGES = {"commands.md": commands, "settings.md": settings, "moves.md": moves, "note-headers.md": headers}


def main() -> None:
    """Write every page."""
    sys.path.insert(0, str(DOCS.parent / "plugins"))
    for name, page in PAGES.items():
        (DOCS / "reference" / name).write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
