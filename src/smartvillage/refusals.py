"""Refusals: why a file could not be read or written, in both languages. The rule: English is the system's own word."""

from __future__ import annotations

import errno
from types import MappingProxyType

from .diagnostics import Words

NOT_A_FILE = Words("đây không phải là tệp thường", "it is not a regular file")
A_LINK = Words("đây là liên kết tượng trưng", "it is a symbolic link")

_VIETNAMESE = MappingProxyType({
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "hệ thống không cho phép",
    errno.ENOTDIR: "đường dẫn đi qua một tệp không phải thư mục",
    errno.EISDIR: "đây là thư mục",
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EDQUOT: "hết hạn mức trên đĩa",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "liên kết đi vòng",
    errno.EMFILE: "mở quá nhiều tệp",
    errno.EIO: "lỗi đọc ghi của đĩa",
})  # fmt: skip


def refusal(error: OSError) -> Words:
    """Say why the system refused; a reason without Vietnamese words keeps the system's."""
    told = error.strerror or type(error).__name__
    return Words(_VIETNAMESE.get(error.errno or 0, told), told)
