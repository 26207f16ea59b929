"""The private settings: ``settings.toml`` in the private folder, and the environment. All problems are told at once."""

from __future__ import annotations

__all__ = ["ENVIRONMENT", "FILE", "SETTINGS", "Setting", "Settings", "read_settings", "settings_text"]

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from .errors import SettingsError

FILE = "settings.toml"
ENVIRONMENT = {"PYTHON_AKISMET_API_KEY": "akismet_key", "GRATITUDE_AKISMET_ENDPOINT": "akismet_endpoint"}
"""Names in the environment (the first is the akismet package's own), so that a key need not stand in a file."""
ENDPOINT = re.compile(r"(https?)://(\[[0-9a-f:]{2,40}\]|[A-Za-z0-9.-]{1,250})(?::[0-9]{1,5})?/?")
HERE = re.compile(r"localhost|127\.[0-9.]{5,12}|\[::1\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the private half is told. ``akismet_key`` never appears in any output; ``repr`` of it is hidden too."""

    addresses: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    akismet_key: str = field(default="", repr=False)
    akismet_endpoint: str = ""
    akismet_mail: bool = False
    akismet_imports: bool = False
    akismet_address: bool = False
    spam_days: int = 30
    ip_days: int = 15
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: where it stands in the file, which field it fills, what is wrong with a value ("" for nothing)."""

    table: str
    name: str
    field: str
    check: Callable[[Any], str]
    help: str

    @property
    def title(self) -> str:
        """Its name as an author would say it."""
        return f"[{self.table}] {self.name}"

    @property
    def default(self) -> Any:
        """What holds without it."""
        return next(f.default for f in fields(Settings) if f.name == self.field)


def _texts(value: Any) -> str:
    good = isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)
    return "" if good else 'write a list of texts, like ["one", "two"]'


def _addresses(value: Any) -> str:
    if _texts(value):
        return 'write a list of mail addresses, like ["me@example.com"]'
    return "" if all(item.count("@") == 1 for item in value) else "every mail address has one @"


def _hosts(value: Any) -> str:
    if _texts(value):
        return 'write a list of host names, like ["old.example.com"]'
    return (
        ""
        if all("/" not in item and "@" not in item for item in value)
        else "write host names alone, without https:// and path"
    )


def _days(value: Any) -> str:
    return (
        ""
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 3650
        else "write a number of days from 1 to 3650"
    )


def _yes_or_no(value: Any) -> str:
    return "" if isinstance(value, bool) else "write true or false"


def _key(value: Any) -> str:
    good = isinstance(value, str) and len(value) <= 100 and (not value or re.fullmatch(r"[!-~]+", value))
    return "" if good else "write the key as Akismet gave it: one word in quotation marks"


def _endpoint(value: Any) -> str:
    """A key must not travel in the clear, but to this machine itself."""
    wrong = "write an address that begins with https:// (http:// only for this machine), without a path, or nothing"
    if not isinstance(value, str):
        return wrong
    found = ENDPOINT.fullmatch(value)
    return "" if not value or (found and (found[1] == "https" or HERE.fullmatch(found[2]))) else wrong


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "author", "addresses", "addresses", _addresses, "your mail addresses; mails from them are yours, and answers"
    ),
    Setting("author", "hosts", "hosts", _hosts, "older hosts of the blog, so that links to them are understood"),
    Setting("collect", "sources", "sources", _texts, "what `gratitude collect` reads when it is given nothing"),
    Setting("lists", "allow", "allow", _texts, "addresses, domains or words that are always let in"),
    Setting("lists", "deny", "deny", _texts, "addresses, domains or words that are always spam"),
    Setting(
        "akismet",
        "key",
        "akismet_key",
        _key,
        "your key for Akismet; with one, it is asked about comments and form messages that have a real IP address",
    ),
    Setting(
        "akismet", "endpoint", "akismet_endpoint", _endpoint, "another address of the service, for trying things out"
    ),
    Setting(
        "akismet",
        "mail",
        "akismet_mail",
        _yes_or_no,
        "whether mails may be sent to Akismet too; `gratitude explain --akismet` shows what that would be",
    ),
    Setting(
        "akismet",
        "imports",
        "akismet_imports",
        _yes_or_no,
        "whether comments of an old blog's export may be sent to Akismet too, those it had not approved",
    ),
    Setting(
        "akismet",
        "address",
        "akismet_address",
        _yes_or_no,
        "whether Akismet is told the mail addresses of writers; without it they are taken out of their words too",
    ),
    Setting("keep", "spam_days", "spam_days", _days, "how many days spam and trash are kept in their pile"),
    Setting(
        "keep",
        "ip_days",
        "ip_days",
        _days,
        "how many days after your decision the IP address and the program a message was sent with are kept",
    ),
    Setting(
        "publish",
        "counted",
        "counted",
        _yes_or_no,
        "whether letters that may only be counted are counted, from three on",
    ),
)


def read_settings(home: Path | None, environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of the private folder; the defaults where there is none or no file. Raises SettingsError.

    What ``environ`` holds (`ENVIRONMENT`) goes before the file.
    """
    values, problems = _of_file(home / FILE) if home else ({}, [])
    outer, wrong = _of_environment(environ or {})
    if problems or wrong:
        raise SettingsError("; ".join([*problems, *wrong]))
    return replace(Settings(), **values | outer)


def settings_text(settings: Settings) -> str:
    """Return ``settings`` as a settings.toml with a comment on each line, what is at its default commented out."""
    lines = ["# Private settings of gratitude. This file never enters the blog's repository."]
    table = ""
    for setting in SETTINGS:
        if setting.table != table:
            table = setting.table
            lines += ["", f"[{table}]"]
        value = getattr(settings, setting.field)
        text = json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
        mark = "# " if value == setting.default else ""
        lines += [f"# {setting.help}", f"{mark}{setting.name} = {text}"]
    return "\n".join(lines) + "\n"


def _of_file(path: Path) -> tuple[dict[str, Any], list[str]]:
    """Return the values of the file by field, and all that is wrong with it, with the file named; both empty without one."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}, []
    except OSError as exc:
        raise SettingsError(f"{path} cannot be read ({exc.strerror})") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise SettingsError(f"{path} is not valid TOML: {_where(exc)}; mend that line") from exc
    values, problems = _checked(data)
    return values, [f"{path}: {'; '.join(problems)}"] if problems else []


def _checked(data: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the values of the file by field, and all that is wrong with it."""
    values: dict[str, Any] = {}
    problems: list[str] = []
    known = {(s.table, s.name): s for s in SETTINGS}
    for table, inside in data.items():
        if not isinstance(inside, dict):
            problems.append(f"`{table}` stands in no table; {_there_are(table)}")
            continue
        for name, value in inside.items():
            setting = known.get((table, name))
            if setting is None:
                problems.append(f"[{table}] {name} is no setting; {_there_are(table)}")
            elif wrong := setting.check(value):
                problems.append(f"{setting.title}: {wrong}")
            else:
                values[setting.field] = tuple(value) if isinstance(value, list) else value
    return values, problems


def _there_are(table: str) -> str:
    """Name the settings of a table, or the tables where it is none of them."""
    if names := [s.name for s in SETTINGS if s.table == table]:
        return f"in [{table}] there {'is' if len(names) == 1 else 'are'} {', '.join(names)}"
    return f"the tables are {', '.join(dict.fromkeys(f'[{s.table}]' for s in SETTINGS))}"


def _of_environment(environ: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the values of the environment by field, and all that is wrong with them, without the values."""
    values: dict[str, str] = {}
    problems: list[str] = []
    for name, field_name in ENVIRONMENT.items():
        if not (value := environ.get(name, "").strip()):
            continue
        setting = next(s for s in SETTINGS if s.field == field_name)
        if wrong := setting.check(value):
            problems.append(f"{name} in the environment: {wrong}")
        values[field_name] = value
    return values, problems


def _where(exc: Exception) -> str:
    """Return where the TOML is wrong, without the line itself, which may hold a key."""
    found = re.search(r"\(at line (\d+), column \d+\)", str(exc))
    return (
        f"line {found[1]}"
        if found
        else "its encoding is not UTF-8"
        if isinstance(exc, UnicodeDecodeError)
        else "it ends too early"
    )
