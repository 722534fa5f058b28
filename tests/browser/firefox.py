"""Firefox driven by WebDriver BiDi, the W3C's protocol that it speaks by itself: no driver program, no patch."""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import websocket

from tests.browser.conftest import KNOWS_ITS_WAY
from tests.browser.steps import PATIENCE

ALIVE = "() => document.documentElement.matches('[data-alive][data-bands]')"
KEYS = {
    "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015",
    "End": "\ue010", "Home": "\ue011", "Tab": "\ue004", "Enter": "\ue007", "Space": " ",
}  # fmt: skip

# The browser's own traffic is shut off as well: what is seen then comes from the page.
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
    "ui.prefersReducedMotion": 1,
}


class Firefox:
    """A running Firefox with a profile of its own, and one page in it without network.

    Attributes
    ----------
    asked
        Every address that the page asked for, ``data:`` left out; Firefox does not count the opened file itself.
    complaints
        Errors and warnings of the console, exceptions nobody caught.
    """

    def __init__(self, program: str) -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self._sent = 0
        self._socket: websocket.WebSocket | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        profile = Path(self._folder.name)
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        self._process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            self._connect(profile / "WebDriverBiDiServer.json")
        except BaseException:
            self._end()
            raise

    def _connect(self, notice: Path) -> None:
        """Firefox writes where it listens into its profile."""
        wait(lambda: notice.is_file() and notice.read_text(encoding="utf-8").rstrip().endswith("}"), 60)
        place = json.loads(notice.read_text(encoding="utf-8"))
        self._socket = websocket.create_connection(
            f"ws://{place['ws_host']}:{place['ws_port']}/session", suppress_origin=True, timeout=60
        )
        self.version = self.command("session.new", capabilities={})["capabilities"]["browserVersion"]
        self.command("session.subscribe", events=["network.beforeRequestSent", "log.entryAdded"])
        self.context = self.command("browsingContext.create", type="tab")["context"]
        self.set_offline()
        self.command("emulation.setLocaleOverride", locale="de-DE", contexts=[self.context])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            self.command("browser.close")
            self._process.wait(timeout=20)
        finally:
            self._end()

    def _end(self) -> None:
        if self._socket:
            self._socket.shutdown()
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(timeout=20)
        self._folder.cleanup()

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command of the protocol and wait for its answer; events on the way are kept."""
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == self._sent:
                break
            self._keep(message)
        if message["type"] == "error":
            raise RuntimeError(f"{method}: {message['error']}: {message['message']}")
        return message["result"]

    def _keep(self, event: dict[str, Any]) -> None:
        values = event["params"]
        if event["method"] == "network.beforeRequestSent":
            address = values["request"]["url"]
            if not address.startswith("data:"):
                self.asked.append(address)
        elif event["method"] == "log.entryAdded" and values["level"] in {"error", "warn"}:
            self.complaints.append(values["text"])

    def set_offline(self, offline: bool = True) -> None:  # noqa: FBT001, FBT002
        """Without network, or with what this machine has."""
        conditions = {"type": "offline"} if offline else None
        self.command("emulation.setNetworkConditions", networkConditions=conditions, contexts=[self.context])

    def open(self, address: str, width: int = 1280, height: int = 900, before: str = KNOWS_ITS_WAY) -> None:
        """A page as somebody meets it of whom ``before``, a script, tells what the page knows of them."""
        self.command("browsingContext.setViewport", context=self.context, viewport={"width": width, "height": height})
        self.command("browsingContext.navigate", context=self.context, url="about:blank", wait="complete")
        preload = self.command("script.addPreloadScript", functionDeclaration=f"() => {{ {before} }}")["script"]
        self.command("browsingContext.navigate", context=self.context, url=address, wait="complete")
        self.command("script.removePreloadScript", script=preload)
        self.wait_for(ALIVE)

    def evaluate(self, function: str, *arguments: Any) -> Any:
        """The value of a JavaScript function, by way of JSON."""
        answer = self.command(
            "script.callFunction",
            functionDeclaration=f"async (given) => JSON.stringify((await ({function})(...JSON.parse(given))) ?? null)",
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            target={"context": self.context},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def wait_for(self, function: str, *arguments: Any) -> None:
        """Wait until a JavaScript function says true."""
        wait(lambda: self.evaluate(function, *arguments) is True, PATIENCE, function)

    def click(self, selector: str) -> None:
        """Click into the middle of an element with the mouse."""
        self.evaluate("(s) => document.querySelector(s).scrollIntoView({block: 'center'})", selector)
        found = self.command(
            "browsingContext.locateNodes", context=self.context, locator={"type": "css", "value": selector}
        )["nodes"]
        origin = {"type": "element", "element": {"sharedId": found[0]["sharedId"]}}
        self._act("pointer", {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
                  {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})  # fmt: skip

    def press(self, selector: str, *keys: str) -> None:
        """Focus an element and press keys."""
        self.evaluate("(s) => document.querySelector(s).focus()", selector)
        strokes = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self._act("key", *strokes)

    def _act(self, kind: str, *actions: dict[str, Any]) -> None:
        source = {"type": kind, "id": kind, "actions": list(actions)}
        self.command("input.performActions", context=self.context, actions=[source])

    def screenshot(self) -> bytes:
        """What is seen now, as PNG."""
        return base64.b64decode(self.command("browsingContext.captureScreenshot", context=self.context)["data"])


def wait(condition: Callable[[], bool], seconds: float, what: str = "") -> None:
    """Ask again and again until the answer is yes."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"not within {seconds} s: {what or condition}")
        time.sleep(0.02)
