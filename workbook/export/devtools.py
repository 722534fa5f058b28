"""One page in a browser without window, profile or network, driven over its DevTools protocol.

Not by the browser's own print switch: only so one can wait until a page has become alive. The switch
prints right after loading, and with the browser's virtual time animation frames hardly come.
"""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from workbook.browser import BrowserError, browser_path

if TYPE_CHECKING:
    from websocket import WebSocket

ADDRESS = "file:///workbook/document.html"
"""Where the document seems to lie. A file, so that a page does not take itself for published; nothing is read there."""

_SWITCHES = (
    "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio",
    "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    # Whatever the browser itself would like to fetch: it finds no host.
    "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-port=0",
)  # fmt: skip
_ENDPOINT = re.compile(r"DevTools listening on (ws://\S+)")
_PATIENCE = 5.0
"""Seconds for a browser to leave by itself."""


class Page:
    """One page: its document is handed over, and every other request fails.

    ``refused`` holds the addresses that it asked for all the same.
    """

    def __init__(self, socket: WebSocket, document: str, deadline: float) -> None:
        self.refused: list[str] = []
        self._socket, self._document, self._deadline = socket, document, deadline
        self._number = 0
        self._session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Inspector"):
            self.call(f"{domain}.enable")
        self.call("Fetch.enable", patterns=[{"urlPattern": "*"}])

    def open(self, query: str = "") -> None:
        """Go to the document; ``query`` begins with a question mark."""
        fault = self.call("Page.navigate", url=ADDRESS + query).get("errorText")
        if fault:
            raise BrowserError("browser-crashed", detail=fault)

    def call(self, method: str, **params: Any) -> Any:
        """Ask the browser for something and wait for the answer."""
        number = self._send(method, params)
        while True:
            message = self._next()
            if message.get("id") == number:
                if "error" in message:
                    raise BrowserError("browser-crashed", detail=message["error"].get("message", ""))
                return message["result"]

    def evaluate(self, script: str) -> Any:
        """The value of a JavaScript expression, or what its promise comes to."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            told = answer["exceptionDetails"].get("exception", {}).get("description", "")
            raise BrowserError("browser-crashed", detail=told[:300])
        return answer["result"].get("value")

    def wait_for(self, script: str) -> None:
        """Wait until an expression is true.

        Raises
        ------
        WorkbookError
            When the time is over before.
        """
        while self.evaluate(script) is not True:
            time.sleep(0.05)

    def _send(self, method: str, params: dict[str, Any]) -> int:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        return self._number

    def _next(self) -> dict[str, Any]:
        """The next message, after the events in between have been seen to."""
        from websocket import WebSocketException, WebSocketTimeoutException

        left = self._deadline - time.monotonic()
        if left <= 0:
            raise BrowserError("browser-slow")
        try:
            self._socket.settimeout(left)
            message: dict[str, Any] = json.loads(self._socket.recv())
        except WebSocketTimeoutException as error:
            raise BrowserError("browser-slow") from error
        except (WebSocketException, OSError, ValueError) as error:
            raise BrowserError("browser-crashed", detail=str(error)) from error
        self._see_to(message.get("method", ""), message.get("params", {}))
        return message

    def _see_to(self, event: str, params: dict[str, Any]) -> None:
        if event == "Inspector.targetCrashed":
            raise BrowserError("browser-crashed", detail=event)
        if event == "Page.javascriptDialogOpening":  # it would wait for ever for somebody to press OK
            self._send("Page.handleJavaScriptDialog", {"accept": False})
        if event != "Fetch.requestPaused":
            return
        request, address = params["requestId"], params["request"]["url"].partition("#")[0]
        if address.partition("?")[0] == ADDRESS and params.get("resourceType") == "Document":
            body = base64.b64encode(self._document.encode()).decode()
            kind = [{"name": "Content-Type", "value": "text/html; charset=utf-8"}]
            answer = {"requestId": request, "responseCode": 200, "responseHeaders": kind, "body": body}
            self._send("Fetch.fulfillRequest", answer)
        else:
            self.refused.append(address)
            # "Aborted": a document that would lead elsewhere stays where it is.
            self._send("Fetch.failRequest", {"requestId": request, "errorReason": "Aborted"})


@contextmanager
def opened(document: str, *, seconds: float = 90.0) -> Iterator[Page]:
    """Offer a page of a fresh browser that ends with the block, whatever happens in it.

    Parameters
    ----------
    document
        The HTML that the page shows. It is handed over in memory: some browsers are packed so that
        they see no temporary folder of ours.
    seconds
        After so long the work is given up.

    Raises
    ------
    WorkbookError
        With a sentence, when there is no browser, it does not start, crashes or takes too long.
    """
    path, deadline = browser_path(), time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="workbook-browser-", ignore_cleanup_errors=True) as folder:
        log = Path(folder) / "log"
        with log.open("wb") as file:
            process = _start(path, Path(folder) / "profile", file)
        try:
            socket = _connected(_endpoint(process, log, deadline), deadline)
            try:
                yield Page(socket, document, deadline)
            finally:
                with suppress(Exception):
                    socket.send(json.dumps({"id": 0, "method": "Browser.close"}))
                socket.close()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_PATIENCE)
        finally:
            _end(process)


def _start(path: str, profile: Path, log: IO[bytes]) -> subprocess.Popen[bytes]:
    switches = [*_SWITCHES, f"--user-data-dir={profile}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        switches.append("--no-sandbox")  # Chromium refuses to sandbox root, which one often is in a container
    try:
        return subprocess.Popen(  # noqa: S603  # the user's own browser
            [path, *switches, "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise BrowserError("browser-crashed", detail=error.strerror or str(error)) from error


def _endpoint(process: subprocess.Popen[bytes], log: Path, deadline: float) -> str:
    """Where the browser listens; it says so as soon as it does."""
    while True:
        said = log.read_text(encoding="utf-8", errors="replace")
        found = _ENDPOINT.search(said)
        if found:
            return found[1]
        if process.poll() is not None:
            lines = [line.strip() for line in said.splitlines() if line.strip()]
            raise BrowserError("browser-crashed", detail=lines[-1][:300] if lines else str(process.returncode))
        if time.monotonic() > deadline:
            raise BrowserError("browser-slow")
        time.sleep(0.02)


def _connected(endpoint: str, deadline: float) -> WebSocket:
    from websocket import WebSocketException, WebSocketTimeoutException, create_connection

    left = max(deadline - time.monotonic(), 0.1)
    try:
        return create_connection(endpoint, timeout=left, suppress_origin=True, http_no_proxy=["*"])
    except WebSocketTimeoutException as error:
        raise BrowserError("browser-slow") from error
    except (WebSocketException, OSError) as error:
        raise BrowserError("browser-crashed", detail=str(error)) from error


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the browser and everything that it started."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_PATIENCE)
