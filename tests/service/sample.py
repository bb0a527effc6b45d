"""A store over sample.trig for the tests of pages, protocol and pictures."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyoxigraph as ox

from service.store.embedded import EmbeddedStore
from service.store.generations import Generations
from service.store.model import Limits, Manifest, Source

ID = "https://w3id.org/cchc/id/"
PLAN = ID + "ke-hoach/tinh/mau/ubnd/2024/1-kh-ubnd"
OFFICE_PLAN = ID + "ke-hoach/tinh/mau/so-noi-vu/2024/2-kh-snv"
TASK = PLAN + "/row/I%2F2.1"
ACTIVITY = PLAN + "/row/I%2F3.1"
AGENCY = ID + "tinh/mau/so-noi-vu"
GROUP = ID + "tinh/mau/cac-so"
DECREE = ID + "nghi-dinh/2020/107-2020-nd-cp"
RESOLUTION = ID + "nghi-quyet/2021/76-nq-cp"

TEXT = (
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021;\nI. CHỈ ĐẠO, ĐIỀU HÀNH\n"
    "1.1. Tối thiểu 90% hồ sơ\n2.1. Đẩy mạnh <script>alert(1)</script> tuyên truyền\n"
    "3.1. Ban hành kế hoạch\ntuyên truyền\n3.2. Kiểm tra\n\nSở Nội vụ theo dõi, đôn đốc\n"
)


def write(folder: Path, quads: list[ox.Quad] | None = None) -> None:
    """Write the sample graph as a new generation of the store in ``folder``."""
    if quads is None:
        quads = list(ox.parse(path=str(Path(__file__).with_name("sample.trig")), format=ox.RdfFormat.TRIG))
    text = TEXT.encode()
    digest = hashlib.sha256(text).hexdigest()
    manifest = Manifest(sources=(Source("mau.txt", digest, PLAN),))
    lines = sorted(f"{quad} .\n" for quad in quads)
    Generations(folder).write(["".join(lines)], manifest, {digest: text})


def opened(folder: Path, limits: Limits | None = None) -> EmbeddedStore:
    """The store of :func:`write`."""
    return EmbeddedStore(folder, limits)
