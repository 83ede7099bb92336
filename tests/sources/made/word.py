"""Word documents with Word's own features, part by part as Word writes them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Ttulo{level}"><w:name w:val="heading {level}"/></w:style>'
    for level in range(1, 5)
)
"""The styles of headings as a Spanish Word names them: the ids are its own, the names are the same everywhere."""


def word(body: str, **parts: str) -> bytes:
    """A document with a body, and other parts by their kinds: ``styles``, ``numbering``, ``footnotes``, ``header``."""
    files = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    parts = {"styles": STYLES, **parts}
    links = "".join(_relation(kind, kind, f"{kind}.xml") for kind in parts)
    links += _relation("hyperlink", "site", "https://example.org/a", outside=True)
    files["word/_rels/document.xml.rels"] = _relations(links)
    files["_rels/.rels"] = _relations(_relation("officeDocument", "main", "word/document.xml"))
    roots = {"header": "hdr", "footer": "ftr"}
    for kind, content in parts.items():
        files[f"word/{kind}.xml"] = content if content.startswith("<?") else part(roots.get(kind, kind), content)
    return packed(files)


def packed(files: dict[str, str] | dict[str, bytes]) -> bytes:
    """Files in a zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def part(root: str, content: str) -> str:
    """A part of WordprocessingML."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMES}>{content}</w:{root}>'


def p(*runs: str, style: str = "", num: str = "", mark: str = "") -> str:
    """A paragraph of runs; text that is no markup becomes one. ``num`` is its list and level, as ``1/0``."""
    numbering = "<w:numPr><w:ilvl w:val='{1}'/><w:numId w:val='{0}'/></w:numPr>".format(*num.split("/")) if num else ""
    dress = f'<w:pStyle w:val="{style}"/>' if style else ""
    dress += f"{numbering}<w:rPr>{mark}</w:rPr>"
    return f"<w:p><w:pPr>{dress}</w:pPr>{''.join(each if each.startswith('<') else r(each) for each in runs)}</w:p>"


def r(text: str, dress: str = "", tag: str = "t") -> str:
    """A run."""
    return f'<w:r><w:rPr>{dress}</w:rPr><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def bold(text: str) -> str:
    """A run in bold."""
    return r(text, "<w:b/>")


def heading(text: str, level: int, num: str = "") -> str:
    """A heading."""
    return p(text, style=f"Ttulo{level}", num=num)


def table(*rows: list[str]) -> str:
    """A table of texts, or of cells that are markup."""
    described = ("".join(map(cell, row)) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in described)}</w:tbl>"


def cell(content: str, dress: str = "") -> str:
    """A cell of a table."""
    if content.startswith("<w:tc>"):
        return content
    return f"<w:tc><w:tcPr>{dress}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def levels(*patterns: str, form: str = "decimal", start: int = 1) -> str:
    """The levels of a list by what stands in front of its paragraphs: ``Goal %1:``; ``%2)/lowerLetter`` has a form."""
    described = ""
    for at, pattern in enumerate(patterns):
        text, _, own = pattern.partition("/")
        described += f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{own or form}"/>'
        described += f'<w:lvlText w:val="{text}"/></w:lvl>'
    return described


def lists(*described: str, nums: str = "") -> str:
    """The numbering of a document: a list of its own number, from 1, for each set of levels."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{each}</w:abstractNum>' for at, each in enumerate(described)
    )
    own = (f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(described)))
    return f"{abstract}{''.join(own)}{nums}"


def _relations(content: str) -> str:
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELATIONS}">{content}</Relationships>'


def _relation(kind: str, identifier: str, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{identifier}" Type="{_R}/{kind}" Target="{target}"{mode}/>'
