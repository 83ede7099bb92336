"""A page as a flat OpenDocument text with running headers and footers, which LibreOffice lays out and converts."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from lxml import html as lxml_html

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
    )
)
_STYLES = """
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.1in"
 fo:text-align="{align}"/>
<style:text-properties style:font-name="Liberation Sans" fo:font-size="11pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:list-style style:name="L">{levels}</text:list-style>
<text:list-style style:name="N">{numbers}</text:list-style>
"""
_HEADING = (
    '<style:style style:name="H{0}" style:family="paragraph"><style:paragraph-properties fo:keep-with-next="always"'
    ' fo:margin-top="0.15in"/><style:text-properties fo:font-weight="bold" fo:font-size="{1}pt"/></style:style>'
)
_LEVEL = (
    '<text:list-level-style-bullet text:level="{0}" text:bullet-char="{1}"><style:list-level-properties'
    ' text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
    ' text:label-followed-by="listtab" fo:text-indent="-0.25in" fo:margin-left="{2}in"/>'
    "</style:list-level-properties></text:list-level-style-bullet>"
)
_NUMBERS = (
    _LEVEL.replace("bullet text:level", "number text:level")
    .replace("-bullet>", "-number>")
    .replace('text:bullet-char="{1}"', 'style:num-format="1" style:num-suffix="."')
)
_LAYOUT = """
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="0.04in"/></style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in"
 fo:margin-top="0.5in" fo:margin-bottom="0.5in" fo:margin-left="1in" fo:margin-right="1in">
 <style:columns fo:column-count="{columns}" fo:column-gap="0.3in"/></style:page-layout-properties>
 <style:header-style><style:header-footer-properties fo:min-height="0.4in" fo:margin-bottom="0.2in"/>
 </style:header-style>
 <style:footer-style><style:header-footer-properties fo:min-height="0.4in" fo:margin-top="0.2in"/></style:footer-style>
</style:page-layout>
"""
_CELL = '<table:table-cell table:style-name="C">{}</table:table-cell>'
_NOTE = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>'
_INLINE = {
    **dict.fromkeys(("strong", "b"), ('<text:span text:style-name="B">', "</text:span>")),
    **dict.fromkeys(("em", "i"), ('<text:span text:style-name="I">', "</text:span>")),
    "sup": ('<text:span text:style-name="S">', "</text:span>"),
    "a": ('<text:a xlink:type="simple" xlink:href=HREF>', "</text:a>"),
    "br": ("<text:line-break/>", ""),
    "aside": (_NOTE, "</text:p></text:note-body></text:note>"),
}
"""What stands before and after the words of an element; ``aside`` is a footnote."""
_PAGES = '<text:page-number text:select-page="current">1</text:page-number>'
_COUNT = "<text:page-count>1</text:page-count>"


def flat(
    page: str,
    *,
    header: str = "",
    footer: str = "Page {page} of {pages}",
    columns: int = 1,
    justify: bool = False,
) -> str:
    """The document; ``header`` and ``footer`` stand on every page, their lines parted by line breaks."""
    levels = "".join(_LEVEL.format(at, "•◦▪"[(at - 1) % 3], 0.25 + 0.25 * at) for at in range(1, 7))
    numbers = "".join(_NUMBERS.format(at, "", 0.25 + 0.25 * at) for at in range(1, 7))
    sizes = enumerate((20, 17, 15, 13, 12, 12), 1)
    styles = _STYLES.format(align="justify" if justify else "start", levels=levels, numbers=numbers) + "".join(
        _HEADING.format(level, size) for level, size in sizes
    )
    body = "".join(_blocks(lxml_html.fromstring(page)[-1]))
    master = (
        '<style:master-page style:name="Standard" style:page-layout-name="P">'
        f"<style:header>{_running(header)}</style:header><style:footer>{_running(footer)}</style:footer>"
        "</style:master-page>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_SPACES} xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        '<office:font-face-decls><style:font-face style:name="Liberation Sans"/></office:font-face-decls>'
        f"<office:styles>{styles}</office:styles>"
        f"<office:automatic-styles>{_LAYOUT.format(columns=columns)}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>\n"
    )


def _running(text: str) -> str:
    lines = (escape(line).replace("{page}", _PAGES).replace("{pages}", _COUNT) for line in text.split("\n"))
    return "".join(f"<text:p>{line}</text:p>" for line in lines)


def _blocks(parent: etree._Element) -> Iterator[str]:
    """The blocks below an element; text that stands beside them is a paragraph of its own."""
    inline: list[str] = [escape(parent.text or "")]
    for child in parent.iterchildren():
        if (block := _block(child)) is None:
            inline.append(_inline_one(child))
        else:
            yield from _paragraph(inline)
            inline = []
            yield block
        inline.append(escape(child.tail or ""))
    yield from _paragraph(inline)


def _paragraph(pieces: list[str]) -> Iterator[str]:
    if text := "".join(pieces).strip():
        yield f"<text:p>{text}</text:p>"


def _block(element: etree._Element) -> str | None:
    tag = str(element.tag)
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return f'<text:h text:style-name="H{tag[1]}" text:outline-level="{tag[1]}">{_inline(element).strip()}</text:h>'
    if tag == "p":
        return f"<text:p>{_inline(element).strip()}</text:p>"
    if tag in ("ul", "ol"):
        items = (f"<text:list-item>{''.join(_blocks(item))}</text:list-item>" for item in element.findall("li"))
        style = "L" if tag == "ul" else "N"
        return f'<text:list text:style-name="{style}">{"".join(items)}</text:list>'
    if tag == "table":
        rows = [[_CELL.format("".join(_blocks(cell))) for cell in row.iterchildren()] for row in element.iter("tr")]
        columns = f'<table:table-column table:number-columns-repeated="{max(map(len, rows))}"/>'
        written = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
        return f"<table:table>{columns}{written}</table:table>"
    if tag in ("div", "section", "blockquote"):
        return "".join(_blocks(element))
    return "" if tag == "hr" or not isinstance(element.tag, str) else None


def _inline(element: etree._Element) -> str:
    return escape(element.text or "") + "".join(
        _inline_one(child) + escape(child.tail or "") for child in element.iterchildren()
    )


def _inline_one(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return ""
    before, after = _INLINE.get(element.tag, ("", ""))
    href = quoteattr(element.get("href", "#"))
    return f"{before.replace('HREF', href)}{_inline(element)}{after}"
