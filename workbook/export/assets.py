"""Files of the package put into a page: escaped for their place, and named by their hash.

A script that stands in a page must not contain what ends it, and the page's Content-Security-Policy
lets only scripts run whose hash it names.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib


def script_safe(text: str) -> str:
    """JavaScript that may stand inside ``<script>``: nothing in it can end or hide the element."""
    return text.replace("</", "<\\/").replace("<!--", "<\\!--")


def lean(text: str) -> str:
    """JavaScript or CSS without indentation and without lines that are a comment; sources keep both."""
    lines = (line.lstrip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def json_script(data: object) -> str:
    """Data as a JavaScript expression that may stand inside ``<script>``."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def packed(data: object) -> str:
    """JSON, deflated, in letters that may stand anywhere: for what few readers open, and is long."""
    press = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    return base64.b64encode(press.compress(text) + press.flush()).decode("ascii")


def digest(script: str) -> str:
    """The source expression of a Content-Security-Policy that allows one inline script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def policy(scripts: list[str]) -> str:
    """A Content-Security-Policy that lets these scripts run and nothing be sent or fetched."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(digest(script) for script in scripts)}",
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            "connect-src 'none'",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )
