"""The errors of the HTTP service.

HttpError                 status, code and Vietnamese message: the one error shape
├── BadRequest            400 and its neighbours: what was asked cannot be understood
├── NotFound              404: no such page, instance or query
├── NotAcceptable         406: none of the formats asked for
└── Busy                  503: too many queries at one time
"""

from __future__ import annotations

from service.texts import catalogue


class HttpError(Exception):
    """An answer other than success.

    Arguments: ``code`` names the text ``problem.<code>`` of the catalogue, ``values`` fill it in.
    """

    status = 500

    def __init__(self, code: str, status: int | None = None, **values: object) -> None:
        self.code = code
        self.status = status or type(self).status
        self.message = catalogue()(f"problem.{code}", **values)
        super().__init__(self.message)

    def shape(self) -> dict[str, dict[str, object]]:
        """``{"error": {"status", "code", "message"}}``."""
        return {"error": {"status": self.status, "code": self.code, "message": self.message}}


class BadRequest(HttpError):
    """The request cannot be understood or asks for what is not allowed."""

    status = 400


class NotFound(HttpError):
    """There is no such thing."""

    status = 404


class NotAcceptable(HttpError):
    """None of the formats asked for can be given."""

    status = 406


class Busy(HttpError):
    """Too many queries at one time."""

    status = 503
