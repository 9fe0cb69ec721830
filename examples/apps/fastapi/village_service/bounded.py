"""The bound on bodies: what is longer is refused before anybody reads it as JSON.

The rule: of a request no more is ever held than the bound, whatever length it says it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartvillage.diagnostics import Words

from .refusals import Refusal, answer

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Bounded:
    """An app that is handed bodies up to so many bytes, whole; a longer one is answered with 413."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        """Keep the app and the bound."""
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body, then hand the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body = await self._body(receive)
        if body is None:
            await self._too_large()(scope, receive, send)
            return
        await self.app(scope, _again(body, receive), send)

    async def _body(self, receive: Receive) -> bytes | None:
        """Return the body, or nothing where it is longer than the bound."""
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            if len(body) > self.most:
                return None
            more = message.get("more_body", False)
        return body

    def _too_large(self) -> ASGIApp:
        words = Words(f"nội dung dài quá {self.most} byte", f"the body is longer than {self.most} bytes")
        response = answer(Refusal(kind="too_large", message=words), 413)
        response.headers["connection"] = "close"
        return response


def _again(body: bytes, receive: Receive) -> Receive:
    """Return a body that was read as one message, then whatever else comes."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again
