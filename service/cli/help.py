"""The help pages' own words in Vietnamese, where the command line's library would speak English."""

from __future__ import annotations

import re
from typing import Any

from typer import rich_utils
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

rich_utils.ARGUMENTS_PANEL_TITLE = "Tham số"
rich_utils.OPTIONS_PANEL_TITLE = "Tuỳ chọn"
rich_utils.COMMANDS_PANEL_TITLE = "Lệnh"
rich_utils.REQUIRED_LONG_STRING = "[bắt buộc]"
rich_utils.DEFAULT_STRING = "[mặc định: {}]"
rich_utils.RANGE_STRING = ""  # the help says it in words


class Verb(TyperCommand):
    """A verb whose help speaks Vietnamese, its paragraphs as wide as the screen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help = re.sub(r"(?<=\S)\n(?=\S)", " ", self.help or "")
        for parameter in self.params:
            _without_type(parameter)

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


def _without_type(parameter: object) -> None:
    """Take the types of the programming language ("<bool>", "<list[Path]>") out of the help."""
    if isinstance(parameter, TyperArgument):
        parameter.display_type_rich = lambda ctx: None  # type: ignore[method-assign]
    elif isinstance(parameter, TyperOption) and parameter.is_flag and parameter.metavar is None:
        parameter.metavar = ""


def _explained(option: Any) -> Any:
    if option is not None:
        option.help = "Hiện hướng dẫn này."
        _without_type(option)
    return option


def _usage(text: str) -> str:
    english = {"Usage:": "Cách dùng:", "OPTIONS": "TUỲ CHỌN", "COMMAND": "LỆNH", "ARGS": "THAM SỐ"}
    for word, vietnamese in english.items():
        text = text.replace(word, vietnamese)
    return re.sub(r"\{(.+?)\}(\.\.\.)?", r"\1", text).replace("[[", "[").replace("]]", "]")
