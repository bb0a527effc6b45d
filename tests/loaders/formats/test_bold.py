"""Which lines of Markdown stand in bold as a whole."""

from __future__ import annotations

import pytest

from loaders.formats.bold import bold_lines


@pytest.mark.parametrize(
    ("lines", "bold"),
    [
        (["**II. NHIỆM VỤ**", "Rà soát."], [True, False]),
        (["**2. Mục", "tiêu cụ thể**", "Rà soát."], [True, True, False]),
        (["**1. Sở Khoa học và", "Công nghệ** chủ trì."], [False, False]),
        (["**1.**", "Rà soát văn bản."], [False, False]),
        (["**Cơ quan chủ trì:** Sở A; **phối hợp:**", "Sở B."], [False, False]),
        (["***II.*** **NHIỆM VỤ**", "__Mục tiêu__"], [True, True]),
        (["**1. **Kinh phí lồng ghép", "từ các **chương trình**."], [False, False]),
        (["**", "THƯ VIỆN**. Mọi hành vi", "sao chép"], [False, False, False]),
        (["**Mở đầu", *["không đóng"] * 8, "đóng**"], [False] * 10),
        ([], []),
    ],
)
def test_bold_lines(lines: list[str], bold: list[bool]) -> None:
    assert bold_lines(lines) == bold
