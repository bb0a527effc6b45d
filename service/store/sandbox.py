"""What a worker may no longer do: grow without bound, and (on Linux) open a socket.

The second is a second lock behind :mod:`service.store.guard`: were SERVICE ever to slip through, the
system refuses the connection. Where a system has no such means the guard stands alone.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import platform
import struct
import sys

_SOCKET_CALL = {"x86_64": 41, "aarch64": 198}
"""The number of socket(2) (Linux, asm/unistd.h)."""

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2
"""PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER (Linux, prctl.h and seccomp.h)."""

_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES


class _Program(ctypes.Structure):
    """struct sock_fprog (Linux, filter.h)."""

    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def confine(megabytes: int) -> None:
    """Limit this process for good: what it may write to ``megabytes``, and no new socket.

    Not the address space: each thread of the engine reserves far more of it than it ever uses, so that how
    much is left would hang on the order in which the threads start.
    """
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):  # a lower limit is in force already
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, megabytes << 20))
    deny_sockets()


def deny_sockets() -> bool:
    """Whether socket(2) is now refused with EACCES in this process; it cannot be undone."""
    call = _SOCKET_CALL.get(platform.machine())
    if not sys.platform.startswith("linux") or call is None:
        return False
    steps = (
        (_LOAD, 0, 0, 0),  # the number of the call: first field of struct seccomp_data
        (_JUMP_EQUAL, 0, 1, call),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_SET_SECCOMP, _FILTER_MODE, ctypes.byref(_Program(len(steps), code))) == 0)
