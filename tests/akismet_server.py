"""Akismet on loopback, written from its documented protocol: a real HTTP server that keeps what it was told.

It answers by the protocol (key, required fields, the test values) and, first of all, with what a test put into
``script``. Use: ``with akismet_server() as server: ... endpoint=server.url ... server.calls``.
"""

from __future__ import annotations

import json
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

KEY = "0123456789ab"
"""The key it takes; no output, log or record of ours may ever hold it."""
THANKS = "Thanks for making the web a better place."
SPAM_AUTHOR, SPAM_EMAIL = "akismet-guaranteed-spam", "akismet-guaranteed-spam@example.com"
DISCARD_AUTHOR = "stand-in-discard"
"""Of the stand-in alone: the service documents no value that is surely discarded."""


@dataclass
class Said:
    """One scripted answer. ``delay_s`` before it; ``drip_s`` between its bytes; ``close``: the line is cut instead."""

    body: str | bytes = "false"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay_s: float = 0.0
    drip_s: float = 0.0
    close: bool = False


HAM, SPAM = Said("false"), Said("true")
DISCARD = Said("true", headers={"X-akismet-pro-tip": "discard"})
LIMIT = Said("", 429, {"Retry-After": "7200"})
BROKEN = Said("<h1>Internal Server Error</h1>", 500)
GARBAGE = Said("<html>a wireless network wants you to log in</html>")
CLOSED = Said(close=True)


def provisional(seconds: int = 120) -> Said:
    """Not spam, as far as one can tell today."""
    return Said("false", headers={"X-akismet-recheck-after": str(seconds)})


def alert(body: str = "false", code: str = "10402", words: str = "Your account is suspended for non-payment.") -> Said:
    """Trouble with the account, told beside an answer that is none."""
    return Said(body, headers={"X-akismet-alert-code": code, "X-akismet-alert-msg": words})


@dataclass(frozen=True)
class Call:
    """One request as it arrived. ``pairs`` are the fields of its form, decoded, in order."""

    path: str
    method: str
    pairs: tuple[tuple[str, str], ...]
    user_agent: str
    raw: bytes
    target: str

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def fields(self) -> dict[str, str]:
        return dict(self.pairs)

    @property
    def told(self) -> set[str]:
        """The names of the fields that say anything of a message."""
        return set(self.fields) - {"api_key", "key", "blog"}


class Server(ThreadingHTTPServer):
    """The stand-in. ``script`` is used up from its front, by any call but verify-key; ``always`` answers when it is empty."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.key, self.calls, self.script = KEY, list[Call](), list[Said]()
        self.always: Said | None = None
        self.usage: object = {"limit": 350000, "usage": 7463, "percentage": "2.13", "throttled": False}
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def of(self, *names: str) -> list[Call]:
        """The calls of these names, in order."""
        return [c for c in self.calls if c.name in names]

    @property
    def checks(self) -> list[Call]:
        return self.of("comment-check")

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is none of the test's."""


class Handler(BaseHTTPRequestHandler):
    """Speaks the protocol of /1.1 and /1.2."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._serve(raw, raw.decode("utf-8"))

    def do_GET(self) -> None:
        self._serve(b"", urlsplit(self.path).query)

    def log_message(self, format: str, *args: object) -> None:
        """Silent: the calls are the log."""

    def _serve(self, raw: bytes, form: str) -> None:
        pairs = tuple(parse_qsl(form, keep_blank_values=True, strict_parsing=bool(form), encoding="utf-8"))
        path = urlsplit(self.path).path
        call = Call(path, self.command, pairs, self.headers.get("User-Agent", ""), raw, self.path)
        with self.server.lock:
            self.server.calls.append(call)
            scripted = self.server.script.pop(0) if self.server.script and call.name != "verify-key" else None
        said = scripted or (self.server.always if call.name != "verify-key" else None) or self._by_protocol(call)
        with suppress(OSError):
            self._say(said)

    def _by_protocol(self, call: Call) -> Said:
        fields = call.fields
        if call.path not in {
            "/1.1/verify-key", "/1.1/comment-check", "/1.1/submit-spam", "/1.1/submit-ham", "/1.2/usage-limit",
        }:  # fmt: skip
            return Said("not found", 404)
        if self.headers.get_content_type() != "application/x-www-form-urlencoded" and call.method == "POST":
            return _help("a form was expected")
        if fields.get("api_key", fields.get("key")) != self.server.key:
            return Said("invalid", headers={"X-akismet-debug-help": "We were unable to find your key"})
        if call.name == "usage-limit":
            return Said(json.dumps(self.server.usage), headers={"Content-Type": "application/json"})
        if not fields.get("blog", "").startswith(("http://", "https://")):
            return _help('We were unable to parse your blog URI "blog"')
        if call.name == "verify-key":
            return Said("valid")
        if not fields.get("user_ip"):
            return _help('Empty "user_ip" value')
        return Said(THANKS) if call.name.startswith("submit") else _checked(fields)

    def _say(self, said: Said) -> None:
        time.sleep(said.delay_s)
        if said.close:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        body = said.body.encode() if isinstance(said.body, str) else said.body
        self.send_response(said.status)
        for name, value in {
            "Content-Type": "text/plain; charset=utf-8",
            "X-akismet-guid": uuid.uuid4().hex,
            **said.headers,
        }.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not said.drip_s:
            self.wfile.write(body)
            return
        for n in range(len(body)):
            self.wfile.write(body[n : n + 1])
            self.wfile.flush()
            time.sleep(said.drip_s)


def _help(words: str) -> Said:
    return Said("Missing required field", headers={"X-akismet-debug-help": words})


def _checked(fields: dict[str, str]) -> Said:
    if fields.get("user_role") == "administrator":
        return HAM
    if fields.get("comment_author") == DISCARD_AUTHOR:
        return DISCARD
    is_spam = SPAM_AUTHOR == fields.get("comment_author") or SPAM_EMAIL == fields.get("comment_author_email")
    return SPAM if is_spam else HAM


@contextmanager
def akismet_server() -> Iterator[Server]:
    """Run the stand-in while the block runs."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def nowhere() -> str:
    """An address on which nobody listens: the network unplugged."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"
