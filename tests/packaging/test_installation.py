"""A wheel, a source distribution and an editable install serve alike, templates included."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import icsdiff

PERU = ("versions/peru/2022-03-21.yaml", "versions/peru/2023-09-22.yaml")


@dataclass(frozen=True, slots=True)
class Distributions:
    """What is built from the clone: two archives, and the second one unpacked."""

    wheel: Path
    sdist: Path
    unpacked: Path


def run(*command: str | Path, cwd: Path) -> str:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(kind: str, source: Path, target: Path) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", target, cwd=source)
    return next(target.iterdir())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Distributions:
    folder = tmp_path_factory.mktemp("built")
    wheel, sdist = (build(kind, repository, folder / kind) for kind in ("wheel", "sdist"))
    unpacked = folder / "unpacked"
    unpacked.mkdir()
    run("tar", "-xzf", sdist, cwd=unpacked)
    return Distributions(wheel, sdist, next(unpacked.iterdir()))


@pytest.fixture(scope="module", params=["wheel", "sdist", "editable"])
def installed(request: pytest.FixtureRequest, built: Distributions, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` of a fresh environment that has icsdiff installed and sees the dependencies of this one."""
    environment = tmp_path_factory.mktemp(request.param)
    venv.create(environment, symlinks=True)
    variables = {"base": str(environment), "platbase": str(environment)}
    packages = Path(sysconfig.get_path("purelib", "venv", variables))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    what = {"wheel": str(built.wheel), "sdist": str(built.sdist), "editable": f"--editable={built.unpacked}"}
    pip = (sys.executable, "-m", "pip", "--python", environment / "bin" / "python", "install", "--quiet")
    offline = ("--no-index", "--no-deps", "--no-build-isolation", "--no-compile")
    run(*pip, *offline, what[request.param], cwd=environment)
    return environment / "bin"


def files(folder: Path) -> list[Path]:
    return sorted(file.relative_to(folder) for file in folder.rglob("*") if file.is_file())


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return sorted(archive.namelist())


def test_the_wheel_built_from_the_source_distribution_is_that_of_the_clone(
    built: Distributions, tmp_path: Path
) -> None:
    assert names(build("wheel", built.unpacked, tmp_path)) == names(built.wheel)


def test_the_wheel_tells_type_checkers_that_it_is_typed(built: Distributions) -> None:
    assert "icsdiff/py.typed" in names(built.wheel)


def test_an_installation_runs_its_own_code_and_says_its_version(installed: Path, tmp_path: Path) -> None:
    code = run(installed / "python", "-c", "import icsdiff; print(icsdiff.__file__)", cwd=tmp_path)
    assert not Path(code.strip()).samefile(icsdiff.__file__)
    assert run(installed / "icsdiff", "--version", cwd=tmp_path) == f"icsdiff {icsdiff.__version__}\n"


def test_an_installation_finds_every_template(installed: Path, repository: Path, tmp_path: Path) -> None:
    find = "from icsdiff.rendering.templates import template_folder; print(template_folder())"
    found = Path(run(installed / "python", "-c", find, cwd=tmp_path).strip())
    assert not found.samefile(repository / "templates")
    assert files(found) == files(repository / "templates") != []


def test_an_installation_writes_the_change_report(installed: Path, repository: Path, tmp_path: Path) -> None:
    old, new = (repository / version for version in PERU)
    run(installed / "icsdiff", "report", old, new, "--output", "report.html", cwd=tmp_path)
    assert (tmp_path / "report.html").read_text(encoding="utf-8").rstrip().endswith("</html>")
