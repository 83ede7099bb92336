"""The Word document: all changes accepted it is the new version, all rejected the old one, paragraph by paragraph."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import icsdiff
from generated import edited, versions
from hostile import ACTING, HOSTILE, hostile_version
from icsdiff import ChangeSet, Goal, Objective, Version
from icsdiff.rendering.plain import plain
from libreoffice import Answer, Paragraph, answers, compared_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EDITED = versions().flatmap(lambda version: st.tuples(st.just(version), edited(version)))
LABELS = {
    "metadata/mission": "Mission",
    "metadata/title": "Title",
    "metadata/approved": "Date of approval",
    "metadata/updated": "Date of update",
    "metadata/release": "Release marking",
}


def document_of(version: Version) -> list[Paragraph]:
    """A version as a document, written down here once more."""
    fields = version.fields
    found = [Paragraph("Cover", f"{label}: {fields[path]}") for path, label in LABELS.items() if path in fields]
    found += section("Chief of Mission Priorities", version.priorities)
    holders: tuple[Goal | Objective, ...] = (*version.goals, *version.objectives)
    framework = [
        each
        for holder in holders
        if holder.framework_statement
        for each in body(f"{name_of(holder)}: {holder.framework_statement}")
    ]
    if framework:
        found += [Paragraph("Heading 1", "Mission Strategic Framework"), *framework]
    for goal in version.goals:
        found += heading("Heading 1", goal)
        found += body(goal.description)
        found += [each for extra in goal.extras for each in field(extra.name, extra.text)]
        found += [each for objective in goal.objectives for each in objective_of(objective)]
    if version.management_objectives:
        found += [Paragraph("Heading 1", "Management Objectives")]
        found += [each for objective in version.management_objectives for each in objective_of(objective)]
    found += [each for extra in version.sections for each in section(extra.name, extra.text)]
    found += section("Text under no heading", version.unplaced)
    return [Paragraph(style, plain(text)) for style, text in found]


def objective_of(objective: Objective) -> list[Paragraph]:
    found = heading("Heading 2", objective)
    for name in ("justification", "linkages", "risks"):
        found += field(name.capitalize(), getattr(objective, name))
    return [*found, *(each for extra in objective.extras for each in field(extra.name, extra.text))]


def name_of(holder: Goal | Objective) -> str:
    if isinstance(holder, Goal):
        return f"Goal {holder.number}"
    return f"{'Management ' if holder.number[0] == 'M' else ''}Objective {holder.number.removeprefix('M')}"


def heading(style: str, holder: Goal | Objective) -> list[Paragraph]:
    text = f"{name_of(holder)}: {holder.statement}" if holder.statement else name_of(holder)
    return [Paragraph(style, each) for each in divided(text)]


def section(name: str, text: str) -> list[Paragraph]:
    return [Paragraph("Heading 1", name), *body(text)] if text else []


def field(name: str, text: str) -> list[Paragraph]:
    return [Paragraph("Heading 3", name), *body(text)] if text else []


def body(text: str) -> list[Paragraph]:
    return [Paragraph("Body Text", each) for each in divided(text)]


def divided(text: str) -> list[str]:
    return text.split("\n\n") if text else []


def part(data: bytes, name: str) -> etree._Element:
    with ZipFile(io.BytesIO(data)) as file:
        return etree.fromstring(file.read(name))


def comments_of(data: bytes) -> list[str]:
    """Each comment, its paragraphs parted by line breaks."""
    return [
        "\n".join("".join(map(str, paragraph.itertext())) for paragraph in comment)
        for comment in part(data, "word/comments.xml")
    ]


GOING = {"accepted": ("del", "moveFrom"), "rejected": ("ins", "moveTo")}
STYLES = {"Heading1": "Heading 1", "Heading2": "Heading 2", "Heading3": "Heading 3", "BodyText": "Body Text"}


def decided(data: bytes, decision: str) -> list[Paragraph]:
    """The compared text as the standard says it reads with all changes accepted or rejected.

    A mark that goes joins its paragraph to the next one, whose style the two then have.
    """
    going = tuple(f"{W}{name}" for name in GOING[decision])
    found: list[Paragraph] = []
    text = ""
    for paragraph in part(data, "word/document.xml").iterfind(f"{W}body/{W}p"):
        style = str(paragraph.xpath("string(*[local-name() = 'pPr']/*[local-name() = 'pStyle']/@*)"))
        if style.startswith("Report"):
            continue
        for words in paragraph.iter(f"{W}t", f"{W}delText"):
            if not any(each.tag in going for each in words.iterancestors()):
                text += words.text or ""
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        if marks is None or not any(mark.tag in going for mark in marks):
            found.append(Paragraph(STYLES.get(style, style), text))
            text = ""
    assert not text
    return found


@given(EDITED)
def test_accepted_it_is_the_new_version_and_rejected_the_old_one(pair: tuple[Version, Version]) -> None:
    old, new = pair
    data = icsdiff.render(icsdiff.compare(old, new), "docx")
    assert decided(data, "accepted") == document_of(new)
    assert decided(data, "rejected") == document_of(old)


@given(EDITED)
def test_every_change_has_a_comment_at_a_place_in_the_text(pair: tuple[Version, Version]) -> None:
    changes = icsdiff.compare(*pair)
    data = icsdiff.render(changes, "docx")
    told = comments_of(data)
    assert len(told) == len(changes.changes) + len(changes.rewrites)
    assert all(any(f"Change {change.id}" in each for each in told) for change in changes.changes)
    assert_is_sound(data)


def assert_is_sound(data: bytes) -> None:
    """Numbers are unique, ranges close after they open, and each move has two ends of one name."""
    text, comments = part(data, "word/document.xml"), part(data, "word/comments.xml")
    opened: dict[str, str] = {}
    names: dict[str, list[str]] = {"moveFrom": [], "moveTo": []}
    numbers: list[str] = [str(each.get(f"{W}id")) for each in comments]
    references: list[str] = []
    for each in text.iter():
        tag = etree.QName(each).localname
        number = str(each.get(f"{W}id"))
        if tag.endswith("RangeStart"):
            opened[number] = tag.removesuffix("Start")
            if tag.startswith("move"):
                names[tag.removesuffix("RangeStart")].append(str(each.get(f"{W}name")))
                numbers.append(number)
        elif tag.endswith("RangeEnd"):
            assert opened.pop(number) == tag.removesuffix("End")
        elif tag == "commentReference":
            assert number not in opened
            references.append(number)
        elif tag in ("ins", "del", "moveFrom", "moveTo"):
            numbers.append(number)
    assert not opened
    assert Counter(numbers).most_common(1)[0][1] == 1 if numbers else True
    assert sorted(references) == sorted(str(each.get(f"{W}id")) for each in comments)
    assert sorted(names["moveFrom"]) == sorted(names["moveTo"])
    assert len(set(names["moveTo"])) == len(names["moveTo"])


@pytest.fixture(scope="module")
def peru(repository: Path) -> ChangeSet:
    folder = repository / "versions/peru"
    return icsdiff.compare(icsdiff.load(folder / "2022-03-21.yaml"), icsdiff.load(folder / "2023-09-22.yaml"))


def test_the_peru_pair_says_what_each_change_is(peru: ChangeSet) -> None:
    comments = comments_of(icsdiff.render(peru, "docx"))
    figure = next(each for each in comments if each.startswith("Figure revised"))
    assert figure.splitlines()[:3] == [
        "Figure revised",
        "Venezuelan migrants in Peru: 1.32 million → 1.57 million (+250,000, +18.9%)",
        "substantive: a figure differs",
    ]
    assert any(each.startswith("Text moved\nfrom Objective 4.2, justification\n") for each in comments)
    assert any("\neditorial: inflection\n" in each for each in comments)
    assert comments.count("Only written another way: notation") == 3


def test_an_objective_that_moves_does_so_as_a_block_with_its_edits_inside() -> None:
    def objective(number: str, year: str) -> Objective:
        text = f"Two paragraphs.\n\nThe Mission supports courts since {year}."
        return Objective(number, statement="Courts resolve cases faster.", justification=text)

    stays = Objective("1.1", statement="Trade grows.", justification="Trade in goods rose again and again. " * 20)
    other = Objective("2.1", statement="Schools open.", justification="Teachers come back to villages. " * 20)
    goals = ("The economy grows.", "Society is inclusive.")
    old, new = (
        Version(
            "Kenya",
            goals=tuple(
                Goal(str(at), statement=goals[at - 1], objectives=objectives)
                for at, objectives in enumerate(version, 1)
            ),
        )
        for version in (((stays, objective("1.2", "2019")), (other,)), ((stays,), (other, objective("2.2", "2021"))))
    )
    data = icsdiff.render(icsdiff.compare(old, new), "docx")
    text = part(data, "word/document.xml")
    marks = [[each.get(f"{W}name") for each in text.iter(f"{W}{end}RangeStart")] for end in ("moveFrom", "moveTo")]
    assert marks == [["block1"], ["block1"]]
    moved = "".join(words.text or "" for words in text.iterfind(f".//{W}moveTo/{W}r/{W}t"))
    assert (
        moved
        == "Objective : Courts resolve cases faster.JustificationTwo paragraphs.The Mission supports courts since ."
    )
    inserted = [words.text for words in text.iterfind(f".//{W}ins/{W}r/{W}t")]
    assert inserted == ["2.2", "2021"]
    assert decided(data, "accepted") == document_of(new)
    assert decided(data, "rejected") == document_of(old)


@pytest.mark.parametrize("long", [10, 40_000], ids=["short", "200,000 characters"])
def test_hostile_text_is_nothing_but_text(long: int) -> None:
    texts = (HOSTILE, "a\x00b\x0cc \ufffe \u202eevil ]]> & </w:t>", ("word " * long).strip())
    old = hostile_version("A plain statement of the mission.")
    for text in texts:
        new = hostile_version(text)
        data = icsdiff.render(icsdiff.compare(old, new), "docx")
        assert decided(data, "accepted") == document_of(new)
        assert decided(data, "rejected") == document_of(old)
        with ZipFile(io.BytesIO(data)) as file:
            assert not set("".join(file.read(name).decode() for name in file.namelist())) & (ACTING - {"\r"})


def test_a_reader_of_word_documents_opens_it(peru: ChangeSet) -> None:
    opened = docx.Document(io.BytesIO(icsdiff.render(peru, "docx")))
    assert [each.style.name for each in opened.paragraphs if each.style and "Heading" in (each.style.name or "")]
    assert opened.core_properties.title == "Peru: peru@2022-03-21 to peru@2023-09-22"
    assert {comment.author for comment in opened.comments} == {"icsdiff"}
    warnings = [each.text for each in opened.paragraphs if each.style and each.style.name == "Report Warning"]
    assert len(warnings) == 1
    assert warnings[0].startswith("Old version: reconstructed. This text was never released in this form.")
    assert [len(table.rows) for table in opened.tables] == [3, 3]


def test_the_same_versions_give_the_same_bytes_at_any_time(peru: ChangeSet) -> None:
    data = icsdiff.render(peru, "docx")
    assert data == icsdiff.render(peru, "docx")
    with ZipFile(io.BytesIO(data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        parts = "".join(file.read(name).decode() for name in file.namelist())
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[^\"<]*", parts)) == {"2023-09-22T00:00:00Z"}


def generated_pairs(count: int) -> list[tuple[Version, Version]]:
    """Pairs that are the same at every run."""
    found: list[tuple[Version, Version]] = []

    @settings(max_examples=count, derandomize=True, database=None)
    @given(EDITED)
    def take(pair: tuple[Version, Version]) -> None:
        found.append(pair)

    take()
    return found


def hostile_pairs() -> Iterator[tuple[Version, Version]]:
    old = hostile_version("A plain statement of the mission.")
    for text in (HOSTILE, "a\x00b\x0cc \ufffe \u202e\u0645\u06cc\u200c\u062e\u0648 ]]>"):
        yield old, hostile_version(text)


@pytest.fixture(scope="module")
def pairs(repository: Path, peru: ChangeSet) -> dict[str, ChangeSet]:
    """What LibreOffice is asked about, all at once."""
    documents = sorted((repository / "benchmarks/accuracy/gold/documents").iterdir())
    read = {each.name: (icsdiff.load(each / "old.md"), icsdiff.load(each / "new.md")) for each in documents}
    read |= {f"generated-{at}": pair for at, pair in enumerate(generated_pairs(16))}
    read |= {f"hostile-{at}": pair for at, pair in enumerate(hostile_pairs())}
    return {"peru": peru, **{name: icsdiff.compare(*pair) for name, pair in read.items()}}


@pytest.fixture(scope="module")
def read_by_libreoffice(pairs: dict[str, ChangeSet], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    documents = {name: icsdiff.render(changes, "docx") for name, changes in pairs.items()}
    return answers(documents, tmp_path_factory.mktemp("libreoffice"))


@pytest.mark.needs("soffice")
def test_libreoffice_agrees_paragraph_by_paragraph(
    pairs: dict[str, ChangeSet], read_by_libreoffice: dict[str, Answer]
) -> None:
    # The texts alone: where a whole paragraph goes, LibreOffice may give the next one its style. Word does not.
    for name, changes in pairs.items():
        answer = read_by_libreoffice[name]
        assert (name, texts_of(compared_text(answer.accepted))) == (name, texts_of(document_of(changes.new)))
        assert (name, texts_of(compared_text(answer.rejected))) == (name, texts_of(document_of(changes.old)))


def texts_of(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [each.text for each in paragraphs]
