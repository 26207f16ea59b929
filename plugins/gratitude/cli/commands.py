"""The table of commands, grouped by what a person wants to do; a command's module is imported when it runs."""

from __future__ import annotations

__all__ = ["COMMANDS", "gratitude"]

from importlib import import_module

import click

COMMANDS: dict[str, dict[str, str]] = {
    "Start": {"init": "begin", "check": "care", "backup": "care", "restore": "care"},
    "Bring in what readers wrote": {"collect": "bring", "explain": "bring"},
    "Read": {"list": "look", "show": "look", "posts": "look"},
    "Decide": {
        "accept": "decide", "keep": "decide", "later": "decide", "spam": "decide", "trash": "decide", "undo": "decide",
        "edit": "edit", "answer": "edit", "merge": "edit", "split": "edit",
    },
    "Put it on the blog": {"publish": "out", "new": "out"},
}  # fmt: skip
SHORT = 64
"""Characters: a command's sentence in --help stays on one line of a terminal 80 wide (tests/cli/test_bad_input.py)."""


class Group(click.Group):
    """Loads a command's module only when that command is asked for, and groups --help by what one wants to do."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the table."""
        return [name for group in COMMANDS.values() for name in group]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        module = next((group[cmd_name] for group in COMMANDS.values() if cmd_name in group), None)
        if module is None:
            return None
        found = getattr(import_module(f".{module}", __package__), f"{cmd_name}_command")
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a word that is no command is answered with the nearest one."""
        import difflib

        if args and self.get_command(ctx, args[0]) is None:
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f"; did you mean `{near[0]}`?" if near else "; `gratitude --help` lists them"
            raise click.UsageError(f"there is no command {args[0][:30]!r}{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands under the headings of the table."""
        for heading, group in COMMANDS.items():
            with formatter.section(heading):
                found = ((name, self.get_command(ctx, name)) for name in group)
                formatter.write_dl([(name, command.get_short_help_str(SHORT)) for name, command in found if command])


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from .. import __file__ as place
        from .. import __version__

        click.echo(f"gratitude {__version__} ({place})")
        ctx.exit()


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show version and file."
)
def gratitude() -> None:
    """Who your posts helped, and what readers still asked.

    Once `gratitude init`. Then, whenever you like: `gratitude collect`, `gratitude list`, `gratitude show ID`,
    `gratitude accept ID`, `gratitude publish`, `pelican content`.
    """
