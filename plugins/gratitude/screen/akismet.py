"""The Akismet service, through its own package over HTTP, with that package's traps closed.

The package (25.10) writes the key into some of its errors, forgets the response's headers, cannot send a honeypot and
encodes a context in a form that the service does not document; it also sends the key of one call in an address, where
logs and proxies keep it. All of that is mended in one place here: the client that it is handed.
"""

from __future__ import annotations

__all__ = ["ENDPOINT", "Akismet", "account_mark"]

import hashlib
import time
import urllib.parse
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..text import one_line
from .answers import Reply

if TYPE_CHECKING:
    import akismet
    import httpx

ENDPOINT = "https://rest.akismet.com"
TIMEOUT_S = 5.0
MAX_BYTES = 64 * 1024
"""No answer of the protocol is longer than a line."""
HEADERS = ("x-akismet-alert-code", "x-akismet-alert-msg", "x-akismet-debug-help", "x-akismet-guid",
           "x-akismet-recheck-after", "x-akismet-pro-tip", "retry-after")  # fmt: skip
WORTH_ANOTHER = frozenset({"unreachable", "status"})
"""Failures that a second try may get past at once: a connection lost, an error of a single server behind the name."""


def account_mark(key: str, endpoint: str) -> str:
    """Return a hash that tells one account from another without holding the key."""
    return hashlib.blake2b(f"{key}\0{endpoint}".encode(), digest_size=8).hexdigest()


class Akismet:
    """A `Wire` to Akismet. Nothing is imported or opened before the first call. No method raises; close it after use."""

    def __init__(self, *, key: str, blog: str, endpoint: str = "", timeout_s: float = TIMEOUT_S) -> None:
        self._key, self._blog, self._timeout_s = key, blog, timeout_s
        self._endpoint = (endpoint or ENDPOINT).rstrip("/")
        self._client: Any = None

    def __repr__(self) -> str:
        return f"Akismet({self._endpoint!r})"

    def call(self, name: str, fields: Mapping[str, str]) -> Reply:
        """Send comment-check, submit-spam or submit-ham; once more where the connection or the server failed.

        The package knows neither the brackets of ``comment_context[]`` nor the trap's own field: `_mended` adds both.
        """
        trap = fields.get("honeypot_field_name", "")
        values: dict[str, Any] = {k.removesuffix("[]"): v for k, v in fields.items() if k not in {"user_ip", trap}}
        ip = fields.get("user_ip", "")
        methods = {"comment-check": "comment_check", "submit-spam": "submit_spam", "submit-ham": "submit_ham"}
        reply = self._once(methods[name], user_ip=ip, **values)
        again = reply.failure in WORTH_ANOTHER and (reply.status is None or reply.status >= 500)
        return self._once(methods[name], user_ip=ip, **values) if again else reply

    def verify(self) -> Reply:
        """Ask whether the key holds for this blog: ``valid`` or ``invalid``. Tells nothing of any message."""
        return self._once("verify_key")

    def usage(self) -> tuple[int, int | None] | None:
        """Return (calls this month, how many are allowed or None for any number); None where it does not say."""
        found: list[Any] = []
        self._once("usage_limit", found=found)
        data = found[0] if found and isinstance(found[0], dict) else {}
        used, limit = data.get("usage"), data.get("limit")
        if isinstance(used, str) and used.isdigit():
            used = int(used)
        if isinstance(limit, str) and limit.isdigit():
            limit = int(limit)
        return (used, limit if isinstance(limit, int) else None) if isinstance(used, int) else None

    def close(self) -> None:
        """Close the connection."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _once(self, method: str, *, found: list[Any] | None = None, **values: Any) -> Reply:
        """Call one method of the package and say what happened; its errors may hold the key and go no further."""
        try:
            import akismet
            import httpx
        except (ImportError, ValueError):  # ValueError: it reads a number out of the environment as it is imported
            return Reply(failure="package")
        if self._client is None:
            self._client = _client(self._endpoint, self._timeout_s)
        client, failure, result = self._client, "", ""
        client.heard = None
        api = akismet.SyncClient(akismet.Config(key=self._key, url=self._blog), http_client=client)
        try:
            value = getattr(api, method)(**values)
            result = _result(akismet, method, value)
            if found is not None:
                found.append(value)
        except akismet.APIKeyError:
            failure = "key"
        except akismet.RequestError as exc:
            failure = _failure(httpx, exc.__cause__)
        except Exception:  # noqa: BLE001  ProtocolError, JSON that is none: whatever it is, it is no answer
            failure = "body"
        return self._reply(result, failure)

    def _reply(self, result: str, failure: str) -> Reply:
        response: httpx.Response | None = self._client.heard
        if response is None:
            return Reply(result=result, failure=failure)
        headers = {
            n: one_line(response.headers[n].replace(self._key, "…"))[:200] for n in HEADERS if n in response.headers
        }
        return Reply(result=result, failure=failure, status=response.status_code, headers=headers)


def _result(package: Any, method: str, value: Any) -> str:
    if method == "comment_check":
        checked = package.CheckResponse
        return {checked.HAM: "ham", checked.SPAM: "spam", checked.DISCARD: "discard"}[value]
    return {"verify_key": "valid" if value else "invalid", "usage_limit": ""}.get(method, "thanks")


def _failure(httpx: Any, cause: BaseException | None) -> str:
    if isinstance(cause, httpx.HTTPStatusError):
        return "status"
    if isinstance(cause, httpx.DecodingError):
        return "body"
    return "timeout" if isinstance(cause, httpx.TimeoutException) else "unreachable"


def _client(endpoint: str, timeout_s: float) -> akismet.SyncClient | Any:
    """Return the HTTP client that the package is handed, with the endpoint, the two fields and the limits it lacks."""
    import akismet
    import httpx

    class Client(httpx.Client):
        """An `httpx.Client` that keeps the last response it ``heard``."""

        heard: httpx.Response | None = None

        def request(self, method: str, url: Any, **more: Any) -> httpx.Response:
            """Send every call as POST to our endpoint: a GET would carry the key in its address."""
            values = _mended(dict(more.pop("data", None) or more.pop("params", None) or {}))
            more.pop("params", None)
            return super().request("POST", f"{endpoint}{urllib.parse.urlsplit(str(url)).path}", data=values, **more)

        def send(self, request: httpx.Request, **more: Any) -> httpx.Response:
            """Return the whole response, read within the time and the size that an answer may take."""
            until = time.monotonic() + timeout_s
            more["stream"] = True
            streamed, body = super().send(request, **more), b""
            try:
                for piece in streamed.iter_raw():
                    body += piece
                    if time.monotonic() > until:
                        raise httpx.ReadTimeout("the answer never ends", request=request)
                    if len(body) > MAX_BYTES:
                        raise httpx.DecodingError("the answer is no answer", request=request)
            finally:
                streamed.close()
            response = httpx.Response(streamed.status_code, headers=streamed.headers, content=body, request=request)
            self.heard = response
            return response

    host = urllib.parse.urlsplit(endpoint).hostname or ""
    is_here = host in {"localhost", "::1"} or host.startswith("127.")  # never by way of a proxy
    agent = f"gratitude/{__version__} | {akismet.USER_AGENT}"
    return Client(timeout=timeout_s, headers={"User-Agent": agent}, trust_env=not is_here)


def _mended(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a form as the service documents them: a list of contexts, and the trap under its name."""
    if "comment_context" in values:
        values["comment_context[]"] = values.pop("comment_context")
    if "honeypot_field_name" in values:
        values.setdefault(str(values["honeypot_field_name"]), "")
    return values
