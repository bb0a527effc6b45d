"""Files made to hurt, and files that are not what they say: refused with the reason, in bounded time and memory."""

from __future__ import annotations

import contextlib
import io
import os
import resource
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.errors import UnreadableFile
from loaders.formats import limits, read_layout
from loaders.formats.pdf import apart
from tests.loaders.formats.office import make_docx, make_html, make_pdf, make_xlsx
from tests.loaders.formats.office.make_docx import NAMES, write_package
from tests.loaders.formats.office.plan import READINGS, sheet_of
from tests.loaders.formats.office.raw_pdf import of_objects, stream

ENTITIES = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9))
    + "]>"
)


def document(body: str, doctype: str = "") -> str:
    return f"<?xml version='1.0'?>{doctype}<w:document {NAMES}><w:body>{body}</w:body></w:document>"


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def word(body: str, doctype: str = "") -> bytes:
    return packed({"word/document.xml": document(body, doctype).encode()})


def bomb() -> bytes:
    """A part of 256 MB that is packed to some 260 KB."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for _ in range(256):
            part.write(b"\0" * 2**20)
    return out.getvalue()


def endless_listing() -> bytes:
    """A package whose list of parts is larger than its parts."""
    return packed({f"word/{i}.xml": b"" for i in range(12_000)})


def protected() -> bytes:
    """The begin of a compound file that holds an encrypted package."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 512
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 512
    )


def compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + stream.encode("utf-16-le") + b"\0" * 512


def locked_part() -> bytes:
    """A package whose only part says that it is encrypted."""
    data = bytearray(word("<w:p/>"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


def drawn(content: bytes, *forms: bytes, filters: str = "/FlateDecode") -> bytes:
    """A PDF of one page with ``content``; in each of ``forms`` /X is the next one, in the last it is itself."""
    head = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    )
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", head, page, stream(content, f"/Filter[{filters}]")]
    for i, form in enumerate(forms):
        place = 5 + min(i + 1, len(forms) - 1)
        inside = f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {place} 0 R>>>>"
        objects.append(stream(form, inside))
    return of_objects(objects)


def unpacking(size: int) -> bytes:
    """A page that unpacks twice, to ``size`` MB."""
    packer = zlib.compressobj(1)
    inner = b"".join(packer.compress(b" " * 2**20) for _ in range(size)) + packer.flush()
    return drawn(zlib.compress(inner), filters="/FlateDecode /FlateDecode")


def spread(place: str, ranges: str) -> Callable[[], bytes]:
    """A sheet of one cell with ``ranges`` in the element ``place``."""

    def make() -> bytes:
        cell = "<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>"
        with tempfile.TemporaryDirectory() as folder:
            path = make_xlsx.write_sheet(Path(folder) / "a.xlsx", f"{cell}<{place}>{ranges}</{place}>")
            return path.read_bytes()

    return make


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.docx", lambda: b"", "rỗng"),
    "truncated word file": ("a.docx", lambda: word("<w:p/>" * 5000)[:300], "hỏng|cắt cụt"),
    "bytes flipped": ("a.docx", lambda: word("<w:p/>" * 50).replace(b"\x03\x04", b"\x03\x04", 1)[:-30], "hỏng|cắt cụt"),
    "zip bomb": ("a.docx", bomb, "quá lớn"),
    "zip bomb beside a sheet": ("a.xlsx", lambda: packed({"xl/workbook.xml": b"<a/>", "xl/media/x.bin": b"\0" * (30 * 2**20)}), "quá lớn"),
    "endless list of parts": ("a.docx", endless_listing, "quá lớn"),
    "entities": ("a.docx", lambda: word("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", ENTITIES), "không an toàn"),
    "entities in a sheet": ("a.xlsx", lambda: packed({"xl/workbook.xml": (ENTITIES + "<a>&j;</a>").encode()}), "không an toàn"),
    "a file of the machine": ("a.docx", lambda: word("<w:p/>", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"), "không an toàn"),
    "endless nesting": ("a.docx", lambda: word("<w:sdt><w:sdtContent>" * 9000), "hỏng"),
    "broken sheet": ("a.xlsx", lambda: packed({"xl/workbook.xml": b"<a/>"}), "hỏng"),
    "no document inside": ("a.docx", lambda: packed({"word/other.xml": b"<a/>"}), "thiếu phần văn bản"),
    "password": ("a.docx", protected, "mật khẩu"),
    "password on a part": ("a.docx", locked_part, "mật khẩu"),
    "old word file": ("a.docx", lambda: compound("WordDocument"), r"\.doc.*\.docx"),
    "old sheet": ("a.xlsx", lambda: compound("Workbook"), r"\.xls.*\.xlsx"),
    "other compound file": ("a.docx", lambda: compound("Khac"), "định dạng cũ"),
    "rich text": ("a.docx", lambda: b"{\\rtf1 K\\'ea}", "RTF.*docx"),
    "picture": ("a.pdf", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "ảnh.*OCR"),
    "slides": ("a.docx", lambda: packed({"ppt/presentation.xml": b"<a/>"}), "trình chiếu"),
    "open document": ("a.docx", lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "odt|nén"),
    "other archive": ("a.docx", lambda: packed({"a/b.txt": b"x"}), "nén"),
    "word xml": ("a.doc", lambda: b"<?xml version='1.0'?><w:wordDocument/>", "dạng XML"),
    "a part of elements alone": ("a.docx", lambda: word("<w:p/>" * (limits.MAX_MARKS + 1)), "quá nhiều phần tử|quá lớn"),
    "a page of elements alone": ("a.html", lambda: b"<html>" + b"<p>" * (limits.MAX_MARKS + 1), "quá nhiều phần tử"),
    "text without end": ("a.txt", lambda: b"a" * (limits.MAX_TEXT + 1), "quá dài"),
    "lines without end": ("a.txt", lambda: b"\n" * limits.MAX_LINES + b"a", "quá dài"),
    "a page of text without end": ("a.html", lambda: b"<html><p>" + b"a" * (limits.MAX_TEXT + 1), "quá dài"),
    "a range over a whole sheet": ("a.xlsx", spread("mergeCells", "<mergeCell ref='A1:XFD1048576'/>"), "gộp ô quá lớn"),
    "ranges over whole columns": ("a.xlsx", spread("mergeCells", '<mergeCell ref="A1:A1048576"/>'), "gộp ô quá lớn"),
    "a link over a whole sheet": ("a.xlsx", spread("hyperlinks", "<hyperlink location='A1' ref='A1:XFD1048576'/>"), "gộp ô quá lớn"),
    "a range of nothing": ("a.xlsx", spread("mergeCells", "<mergeCell ref='A1:?'/>"), "bị hỏng"),
    "pdf that unpacks without end": ("a.pdf", lambda: unpacking(450), "thời gian hoặc bộ nhớ"),
    "spreadsheet as xml": ("a.xls", lambda: b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", r"Excel dạng XML.*\.xlsx"),
    "other xml": ("a.txt", lambda: b"<?xml version='1.0'?><rss/>", "dữ liệu XML"),
    "binary spreadsheet": ("a.xlsx", lambda: packed({"xl/workbook.bin": b"x"}), r"xlsb.*\.xlsx"),
    "pdf that is none": ("a.pdf", lambda: b"%PDF-1.7\n" + os.urandom(2000), "hỏng"),
    "noise": ("a.docx", lambda: b"\x00\x01\x02" * 900, "nhị phân|không phải văn bản"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_the_reason(case: str, tmp_path: Path) -> None:
    name, make, reason = REFUSED[case]
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(UnreadableFile, match=reason) as caught:
        read_layout(path)
    assert caught.value.message.startswith(f"{name}: ")


MAKERS = {"docx": make_docx.make, "xlsx": make_xlsx.make, "html": make_html.make, "pdf": make_pdf.make}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A sound file of each format."""
    folder = tmp_path_factory.mktemp("sound")
    sheet = min(map(sheet_of, READINGS), key=lambda s: len(s.rows))
    return {kind: make(sheet, folder / f"a.{kind}").read_bytes() for kind, make in MAKERS.items()}


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=25, derandomize=True)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(kind: str, data: st.DataObject, sound: dict[str, bytes]) -> None:
    damaged = bytearray(sound[kind])
    places = st.integers(0, len(damaged) - 1)
    for place, value in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=20)):
        damaged[place] = value
    cut = data.draw(st.one_of(st.none(), places))
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(UnreadableFile):
        path = Path(folder) / f"a.{kind}"
        path.write_bytes(bytes(damaged[:cut]))
        read_layout(path)


@pytest.mark.slow
def test_a_form_that_draws_itself_without_end_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(drawn(zlib.compress(b"/X Do " * 10), b"/X Do " * 10))
    with pytest.raises(UnreadableFile, match="thời gian hoặc bộ nhớ"):
        read_layout(tmp_path / "a.pdf")
    sound = make_pdf.make(min(map(sheet_of, READINGS), key=lambda s: len(s.rows)), tmp_path / "b.pdf")
    assert read_layout(sound).blocks


def test_modules_are_not_taken_from_the_folder_of_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = make_pdf.make(min(map(sheet_of, READINGS), key=lambda s: len(s.rows)), tmp_path / "a.pdf")
    (tmp_path / "json.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    apart._end()
    assert read_layout(sound).blocks


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    os.mkfifo(tmp_path / "b.txt")
    for name, reason in (
        ("a.txt", "không mở được"),
        ("b.txt", "tệp thường"),
        ("", "thư mục"),
        ("c.txt", "không tìm thấy"),
    ):
        with pytest.raises(UnreadableFile, match=reason):
            read_layout(tmp_path / name)


def test_a_file_of_one_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(2**30)
    with pytest.raises(UnreadableFile, match="lớn hơn 64 MB"):
        read_layout(path)


@pytest.mark.parametrize(
    ("name", "data", "shown"),
    [
        ("a.docx", b"<html><body><p>K\xe1\xba\xbf ho\xe1\xba\xa1ch</body></html>", "Kế hoạch"),
        ("a.doc", "\ufeff<html><p>Kế hoạch".encode("utf-16-le"), "Kế hoạch"),
        ("a.pdf", word("<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>"), "Kế hoạch"),
        ("a.xlsx", "Kế hoạch".encode(), "Kế hoạch"),
    ],
)
def test_a_mislabelled_file_is_read_as_what_it_is(name: str, data: bytes, shown: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (block,) = read_layout(tmp_path / name).blocks
    assert getattr(block, "text", None) == shown


def test_limits_are_those_of_the_documentation() -> None:
    text = (Path(__file__).parents[4] / "docs" / "formats.md").read_text(encoding="utf-8")
    for limit in (limits.MAX_FILE, limits.MAX_PART, limits.MAX_UNPACKED):
        assert f"{limit // 2**20} MB" in text


@pytest.mark.slow
def test_the_largest_word_file_keeps_to_the_memory_allowed(tmp_path: Path) -> None:
    cell = "<w:tc><w:p><w:r><w:t>Rà soát thủ tục hành chính</w:t></w:r></w:p></w:tc>"
    rows = f"<w:tr>{cell * 6}</w:tr>"
    body = f"<w:tbl>{rows * (limits.MAX_MARKS // rows.count('<') - 10)}</w:tbl>"
    path = write_package(tmp_path / "a.docx", body)
    code = (
        f"import pathlib; from loaders.formats import read_layout; read_layout(pathlib.Path({str(path)!r}))"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, timeout=120)
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert max(before, after) < 500 * 1024
