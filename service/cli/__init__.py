"""The command line ``cchc``: one module a verb, heavy libraries loaded only by the verb that needs them.

Exit codes: 0 done, 1 findings, 2 wrong call, 3 input that could not be read, 70 an error of the program.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException

from service.cli import align, ask, build, check, compare, draw, export, read, review, serve, trace
from service.cli.help import Verb, Verbs
from service.cli.safe import say
from service.cli.usage import in_vietnamese

OK, USAGE, UNREADABLE, BROKEN = 0, 2, 3, 70
REPORT = "Hãy báo lại lỗi này; đặt CCHC_DEBUG=1 để xem chi tiết."

app = typer.Typer(
    name="cchc",
    cls=Verbs,
    help="Đọc các kế hoạch cải cách hành chính, dựng đồ thị tri thức, kiểm tra và trả lời câu hỏi.",
    epilog="Bắt đầu: cchc build plans, rồi cchc ask. Mỗi lệnh có --help riêng.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for verb in (
    read.read,
    build.build,
    check.check,
    ask.ask,
    trace.trace,
    align.align,
    review.review,
    compare.compare,
    draw.draw,
    serve.serve,
    export.export,
):
    app.command(cls=Verb)(verb)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on ``arguments`` (those of the process by default) and leave with an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # Windows would else write Vietnamese in an old code page
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command line on ``arguments``; every foreseen error becomes one line."""
    from loaders.errors import LoaderError
    from queries.errors import AskError
    from service.errors import ServiceError

    try:
        given = sys.argv[1:] if arguments is None else arguments
        code = app(read.with_names(given), prog_name="cchc", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as error:
        return _say(in_vietnamese(error), USAGE)
    except AskError as error:
        lines = [error.message, *(f"  - {c.label}\n    {c.iri}" for c in error.candidates)]
        return _say("\n".join(lines), USAGE)
    except LoaderError as error:
        return _say(error.message, UNREADABLE)
    except ServiceError as error:
        return _say(error.message, USAGE)
    except (typer.Abort, KeyboardInterrupt):
        return _say("Đã dừng.", USAGE)
    except (BrokenPipeError, SystemExit):  # the latter is how rich takes the former
        return OK  # the reader of a pipe (head, more) has seen enough
    except OSError as error:
        if sys.platform == "win32" and error.errno == errno.EINVAL:
            return OK  # how Windows tells of a pipe whose reader has gone
        if error.errno != errno.ENOSPC:
            return _broken(error)
        return _say("Không ghi được kết quả: đĩa đã đầy.", USAGE)
    except Exception as error:
        return _broken(error)
    return code if isinstance(code, int) else OK


def _broken(error: Exception) -> int:
    if os.environ.get("CCHC_DEBUG"):
        raise error
    return _say(f"Lỗi của chương trình: {type(error).__name__}: {error}. {REPORT}", BROKEN)


def _say(message: str, code: int) -> int:
    if message:
        say(message, err=True)
    return code
