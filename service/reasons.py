"""Why the system refused, in Vietnamese."""

from __future__ import annotations

import errno
import os

_REASONS = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.EFBIG: "tệp lớn hơn mức được phép",
    errno.EACCES: "không có quyền đọc hoặc ghi",
    errno.EPERM: "không có quyền đọc hoặc ghi",
    errno.EROFS: "đĩa chỉ đọc",
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.ENOTDIR: "đây không phải là thư mục",
    errno.EISDIR: "đây là thư mục",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EIO: "đĩa bị lỗi khi đọc hoặc ghi",
    errno.ECONNREFUSED: "không có chương trình nào trả lời ở địa chỉ đó",
    errno.EHOSTUNREACH: "không tới được máy đó",
    errno.ENETUNREACH: "máy này không có mạng",
}
_OF_ENGINES = {
    "Corruption": "tệp bị hỏng",
    "unable to open database file": "không tạo được tệp",
    "readonly database": "không có quyền ghi",
    "disk is full": "đĩa đã đầy",
    "Name or service not known": "không có máy nào tên như vậy",
    "getaddrinfo failed": "không có máy nào tên như vậy",
}
"""Words of the graph's engine, of SQLite, and of systems that look for a machine by its name."""


_OF_WINDOWS = {
    5: "không có quyền ghi, hoặc tệp đang mở ở chương trình khác",
    32: "tệp đang mở ở chương trình khác; hãy đóng lại rồi thử lại",
    33: "tệp đang mở ở chương trình khác; hãy đóng lại rồi thử lại",
}
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION (Microsoft, winerror.h)."""


def is_held(error: OSError) -> bool:
    """Whether another program may have the file open, as Windows alone tells; soon it may be free."""
    return getattr(error, "winerror", None) in _OF_WINDOWS


def reason_of(error: BaseException) -> str:
    """Why the system refused, or an engine that passes its words on: a usual reason, else as it was said."""
    said = str(error)
    if isinstance(error, OSError) and is_held(error):
        return _OF_WINDOWS[error.winerror]  # type: ignore[attr-defined]  # typed for Windows alone
    if isinstance(error, OSError) and error.errno in _REASONS:
        return _REASONS[error.errno]
    words = {os.strerror(number): reason for number, reason in _REASONS.items()} | _OF_ENGINES
    return next((reason for word, reason in words.items() if word in said), said.rstrip("."))
