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


def reason_of(error: BaseException) -> str:
    """Why the system refused, or an engine that passes its words on: a usual reason, else as it was said."""
    said = str(error)
    if isinstance(error, OSError) and error.errno in _REASONS:
        return _REASONS[error.errno]
    words = {os.strerror(number): reason for number, reason in _REASONS.items()} | _OF_ENGINES
    return next((reason for word, reason in words.items() if word in said), said.rstrip("."))
