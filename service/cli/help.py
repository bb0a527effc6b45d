"""The help pages' own words in Vietnamese, where the command line's library would speak English."""

from __future__ import annotations

from typing import Any

from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

rich_utils.ARGUMENTS_PANEL_TITLE = "Tham số"
rich_utils.OPTIONS_PANEL_TITLE = "Tuỳ chọn"
rich_utils.COMMANDS_PANEL_TITLE = "Lệnh"
rich_utils.REQUIRED_LONG_STRING = "[bắt buộc]"
rich_utils.DEFAULT_STRING = "[mặc định: {}]"


class Verb(TyperCommand):
    """A verb whose help speaks Vietnamese."""

    def get_help_option(self, ctx: Any) -> Any:
        """As the library's, in Vietnamese."""
        return _explained(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """As the library's, in Vietnamese."""
        return _usage(super().get_usage(ctx))


class Verbs(TyperGroup):
    """The program whose help speaks Vietnamese."""

    def get_help_option(self, ctx: Any) -> Any:
        """As the library's, in Vietnamese."""
        return _explained(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """As the library's, in Vietnamese."""
        return _usage(super().get_usage(ctx))


def _explained(option: Any) -> Any:
    if option is not None:
        option.help = "Hiện hướng dẫn này."
    return option


def _usage(text: str) -> str:
    english = {"Usage:": "Cách dùng:", "OPTIONS": "TUỲ CHỌN", "COMMAND": "LỆNH", "ARGS": "THAM SỐ"}
    for word, vietnamese in english.items():
        text = text.replace(word, vietnamese)
    return text
