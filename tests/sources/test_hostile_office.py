"""A document that would do harm is refused with one line, and no document brings a reader down."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import icsdiff
from icsdiff.errors import IcsdiffError, UnreadableSource
from icsdiff.sources.docx import blocks as docx_blocks
from icsdiff.sources.odt import blocks as odt_blocks
from icsdiff.sources.office.markup import DEEPEST
from icsdiff.sources.office.package import ALWAYS_ALLOWED, LARGEST_PART, LARGEST_RATIO
from icsdiff.sources.sides import Side
from icsdiff.versions import import_document
from sources.made.open_document import flat, odt
from sources.made.word import p, packed, part, word


def _entity(at: int) -> str:
    return f"&l{at};"


LAUGHS = "".join(f"<!ENTITY l{at} '{10 * _entity(at - 1)}'>" for at in range(1, 9))
ENTITIES = f'<!DOCTYPE w:document [<!ENTITY l0 "laugh">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY l8 SYSTEM "file:///etc/passwd">]>'
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def with_doctype(doctype: str) -> bytes:
    """A document whose main part declares something and uses it."""
    main = part("document", f"<w:body>{p('<w:r><w:t>&l8;</w:t></w:r>')}</w:body>")
    return packed({"word/document.xml": main.replace("?><", f"?>{doctype}<", 1)})


def with_utf_16(doctype: str) -> bytes:
    """The same in an encoding that hides it from whoever looks at the bytes."""
    return f'<?xml version="1.0" encoding="UTF-16"?>{doctype.replace("w:", "")}<document>&l8;</document>'.encode(
        "utf-16"
    )


def encrypted() -> bytes:
    """A zip whose every part says that it has a password."""
    data = bytearray(word(p("x")))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(sign, place + 1)
    return bytes(data)


def bomb() -> bytes:
    """A part of blanks, a thousand times smaller than its text."""
    return word(" " * (4 * LARGEST_RATIO * 1024 * 8))


def cut() -> bytes:
    return word(p("x"))[:-40]


def damaged() -> bytes:
    """A zip with some of its packed bytes overwritten."""
    data = word("".join(p(f"Paragraph {at} of many.") for at in range(200)))
    at = data.find(b"word/document.xml") + 60
    return data[:at] + bytes(40) + data[at + 40 :]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.docx", b"", "broken, or something else under that name"),
        ("a.docx", b"# Markdown under a wrong name", "broken, or something else under that name"),
        ("a.docx", cut(), "broken, or something else under that name"),
        ("a.docx", damaged(), "is broken"),
        ("a.docx", packed({"word/other.xml": "<x/>"}), "it has no main part"),
        ("a.docx", packed({"word/document.xml": "<x/>"}), "its main part is something else"),
        ("a.docx", packed({"word/document.xml": "<x"}), "no XML that can be read"),
        ("a.docx", packed({"word/document.xml": ""}), "no XML that can be read"),
        ("a.docx", odt("<text:p>x</text:p>"), "it has no main part"),
        ("a.docx", bomb(), "unpacks to more than 1 MiB"),
        ("a.docx", encrypted(), "it is encrypted; save it without a password"),
        ("a.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "it is encrypted; save it without a password"),
        ("a.docx", COMPOUND, "one of an older Word"),
        ("a.docx", with_doctype(ENTITIES), "declares entities"),
        ("a.docx", with_doctype(OUTSIDE), "declares entities"),
        ("a.fodt", with_utf_16(OUTSIDE), "declares entities"),
        ("a.docx", word("<w:sdt>" * DEEPEST + p("x") + "</w:sdt>" * DEEPEST), f"more than {DEEPEST} elements"),
        ("a.docx", word("<w:sdt>" * 5000 + p("x") + "</w:sdt>" * 5000), "no XML that can be read"),
        ("a.docx", word(p("No goals here.")), "no goals or objectives"),
        ("a.odt", word(p("x")), "it has no content.xml"),
        ("a.odt", b"<x/>", "holds no text"),
        ("a.odt", b"<x", "no XML that can be read"),
        ("a.odt", flat("<text:section>" * DEEPEST + "</text:section>" * DEEPEST), f"more than {DEEPEST} elements"),
        ("a.fodt", b"\xff\xfe\x00", "no XML that can be read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(name: str, data: bytes, told: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(IcsdiffError) as refused:
        import_document(str(file))
    assert str(refused.value).startswith(f"{file}: ")
    assert told in str(refused.value)
    assert refused.value.remedy


def test_a_bomb_is_one_line_to_who_imports_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(bomb())
    done = icsdiff("import", "a.docx", "-o", "a.yaml", folder=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("declared", [10, 2**31])
def test_the_size_that_a_part_declares_is_not_believed(declared: int) -> None:
    data = bytearray(word(" " * (2 * ALWAYS_ALLOWED)))
    directory = data.find(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = declared.to_bytes(4, "little")
    with pytest.raises(UnreadableSource):
        docx_blocks(bytes(data), "x.docx")


def test_a_part_that_is_packed_honestly_and_too_large_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", bytes(LARGEST_PART + 1))
    with pytest.raises(UnreadableSource, match="unpacks to more than 24 MiB"):
        docx_blocks(stream.getvalue(), "x.docx")


def test_relations_lead_nowhere_outside_the_document(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text(part("styles", "<w:style/>"), encoding="utf-8")
    for target in (f"/{tmp_path}/secret.xml", "../../../../../etc/passwd", f"file://{tmp_path}/secret.xml"):
        relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        relations += f'<Relationship Id="s" Type="x/styles" Target="{target}"/></Relationships>'
        files = {"word/document.xml": part("document", p("x")), "word/_rels/document.xml.rels": relations}
        assert [each.text for each in docx_blocks(packed(files), "x.docx")] == ["x"]


def test_notes_in_notes_are_read_in_no_time() -> None:
    opens, closes = "<text:p>a<text:note><text:note-body>", "</text:note-body></text:note></text:p>"
    found = odt_blocks(flat(opens * 35 + "<text:p>z</text:p>" + closes * 35), "x.fodt")
    assert [each.text for each in found] == ["a[^1]", "[^1]: a[^2]"]


_WORD = [f"w:{name}" for name in (
    "p pPr pStyle numPr ilvl numId rPr r t tab br sym fldChar instrText fldSimple hyperlink sdt sdtPr sdtContent tbl "
    "tr tc tcPr trPr ins del moveFrom moveTo delText pPrChange footnoteReference commentReference txbxContent "
    "lastRenderedPageBreak outlineLvl b vanish sz showingPlcHdr pageBreakBefore cellDel smartTag"
).split()] + ["mc:AlternateContent", "mc:Choice", "mc:Fallback", "dgm:relIds", "wp:docPr"]  # fmt: skip
_OPEN_DOCUMENT = (
    "text:p text:h text:list text:list-item text:span text:s text:tab text:note text:note-body text:a text:section "
    "text:index-body text:soft-page-break text:tracked-changes table:table table:table-row table:table-cell "
    "table:covered-table-cell draw:frame draw:text-box office:annotation"
).split()
_VALUES = st.sampled_from(
    ["", "0", "1", "9", "-1", "99999999999", "x", "begin", "separate", "end", "page", "F0B7", "²"]
)
_SAID = st.sampled_from(
    ["", "Mission Goal 1: Peace.", "Objective 1.1: Courts", "Risks:", "text ", "• item", "1.2", "\u00ad"]
)


def _trees(names: list[str], attributes: list[str]) -> st.SearchStrategy[str]:
    """Elements inside each other in any order, as no program writes them."""
    dress = st.dictionaries(st.sampled_from(attributes), _VALUES, max_size=2)

    def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(_element, st.sampled_from(names), dress, st.lists(inner, max_size=4).map("".join))

    return st.recursive(_SAID, wrapped, max_leaves=25)


def _element(name: str, attributes: dict[str, str], content: str) -> str:
    dress = "".join(f" {key}='{value}'" for key, value in attributes.items())
    return f"<{name}{dress}>{content}</{name}>"


_IN_WORD = _trees(_WORD, ["w:val", "w:id", "w:type", "w:fldCharType", "w:char", "w:instr", "r:id", "r:dm", "w:anchor"])
_IN_OPEN_DOCUMENT = _trees(
    _OPEN_DOCUMENT,
    [
        "text:style-name",
        "text:outline-level",
        "text:c",
        "xlink:href",
        "table:number-columns-spanned",
        "text:note-class",
    ],
)


@given(body=_IN_WORD, other=_IN_WORD, side=st.sampled_from(Side))
def test_any_tree_of_word_s_elements_is_read(body: str, other: str, side: Side) -> None:
    data = word(body, styles=other, numbering=other, footnotes=other, comments=other, header=other)
    found = docx_blocks(data, "x.docx", side)
    assert found == docx_blocks(data, "x.docx", side)
    assert all(each.line for each in found)


@given(text=_IN_OPEN_DOCUMENT, styles=_IN_OPEN_DOCUMENT)
def test_any_tree_of_open_document_s_elements_is_read(text: str, styles: str) -> None:
    assert all(each.line for each in odt_blocks(odt(text, styles=styles, master=styles), "x.odt"))


@given(data=st.binary(max_size=300), at=st.integers(0, 2_000), name=st.sampled_from(["x.docx", "x.odt"]))
def test_bytes_of_any_kind_are_read_or_refused(data: bytes, at: int, name: str) -> None:
    whole = (word if name == "x.docx" else odt)(p("x") * 20 if name == "x.docx" else "<text:p>x</text:p>")
    read = docx_blocks if name == "x.docx" else odt_blocks
    for each in (data, b"PK\x03\x04" + data, whole[:at] + data + whole[at + len(data) :]):
        with suppress(IcsdiffError):
            read(each, name)
