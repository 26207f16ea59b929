"""The ``gratitude`` command: every verb is a module's function, loaded when it is asked for."""

from __future__ import annotations

__all__ = ["main"]

import io
import os
import sys

STOPPED = "stopped; what was done until now is kept, and the same command goes on from there"


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave with its exit code: 0 done, 1 the user can mend it, 2 wrong use.

    The only place where an error becomes a sentence. With GRATITUDE_DEBUG set, a fault of ours shows its traceback.
    """
    import click

    from ..errors import GratitudeError
    from .commands import gratitude

    _say_what_can_be_said()
    try:
        sys.exit(gratitude.main(args=arguments, prog_name="gratitude", standalone_mode=False) or 0)
    except click.exceptions.Abort:
        _say(STOPPED)
        sys.exit(1)
    except click.ClickException as exc:
        exc.show()
        sys.exit(exc.exit_code)
    except GratitudeError as exc:
        _say(str(exc))
        sys.exit(exc.exit_code)
    except KeyboardInterrupt:
        _say(STOPPED)
        sys.exit(130)
    except OSError as exc:
        _say(
            f"{exc.filename or 'a file'}: {exc.strerror or 'it could not be used'}; mend that and run the command again"
        )
        sys.exit(1)
    except Exception as exc:
        if os.environ.get("GRATITUDE_DEBUG"):
            raise
        if isinstance(exc, RuntimeError) and "home directory" in str(exc):  # what pathlib says of ~somebody
            _say("a name that begins with ~ names nobody on this machine; write the whole path")
            sys.exit(2)
        what = f"{type(exc).__name__} in {_place(exc)}"
        _say(f"a fault in gratitude itself ({what}); GRATITUDE_DEBUG=1 shows more for a report")
        sys.exit(1)


def _say_what_can_be_said() -> None:
    """Let a terminal without UTF-8, or a name that is none, cost a letter and not the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _say(text: str) -> None:
    print(f"gratitude: {text}", file=sys.stderr)  # noqa: T201


def _place(exc: BaseException) -> str:
    """Return "module:line" of where ``exc`` was raised, without any value."""
    trace = exc.__traceback__
    place = "?"
    while trace is not None:
        place = f"{trace.tb_frame.f_globals.get('__name__', '?').rpartition('gratitude.')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
