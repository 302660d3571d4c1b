"""Installing a model package: nothing is left behind of one that is refused."""

import contextlib
import random
import stat
import zipfile
from pathlib import Path

import pytest
from processes import contents, make_package

from l10n.errors import EngineError
from l10n.packages import install as module
from l10n.packages.install import install


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where packages are kept; a package is there already."""
    kept = tmp_path / "packages"
    install(make_package(tmp_path / "old" / "kept.argosmodel"), kept)
    return kept


def refusal(archive: Path, folder: Path) -> str:
    """Why the package is refused; nothing has changed where packages are kept."""
    around = set(folder.parent.iterdir())
    before = contents(folder)
    with pytest.raises(EngineError) as refused:
        install(archive, folder)
    assert contents(folder) == before
    assert [path.name for path in folder.iterdir()] == ["kept"]
    assert set(folder.parent.iterdir()) == around
    assert refused.value.where == str(archive)
    assert "\n" not in str(refused.value)
    return refused.value.what


def with_link(path: Path, target: str) -> Path:
    make_package(path)
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo(f"{path.stem}/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, target)
    return path


def patched(path: Path, central: int, local: int, change: int) -> Path:
    """The archive with one byte of every file's headers changed."""
    data = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x01\x02", central), (b"PK\x03\x04", local)):
        at = -1
        while (at := data.find(magic, at + 1)) >= 0:
            data[at + offset] = change
    path.write_bytes(data)
    return path


def test_a_good_package_is_unpacked_whole(tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", {"p/README.md": "Read me.", "p/model/vmap.txt": "a"})
    folder = tmp_path / "new" / "packages"
    assert install(archive, folder) == folder / "p"
    with zipfile.ZipFile(archive) as packed:
        assert contents(folder) == {name: packed.read(name) for name in sorted(packed.namelist())}


def test_folders_may_be_listed_too(tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", {"p/": "", "p/model/": "", "p/empty/": ""})
    assert (install(archive, tmp_path / "packages") / "empty").is_dir()


def test_a_package_with_a_bpe_tokenizer_is_good(tmp_path: Path) -> None:
    archive = tmp_path / "p.argosmodel"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("p/metadata.json", '{"from_code": "en", "to_code": "pt_BR"}')
        packed.writestr("p/bpe.model", "pieces")
        packed.writestr("p/model/model.bin", "weights")
    assert install(archive, tmp_path / "packages").is_dir()


def test_a_package_that_is_there_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "packages"
    install(make_package(tmp_path / "one" / "p.argosmodel", {"p/old.txt": "old"}), folder)
    install(make_package(tmp_path / "two" / "p.argosmodel", {"p/new.txt": "new"}, to_code="de"), folder)
    names = set(contents(folder))
    assert "p/new.txt" in names
    assert "p/old.txt" not in names
    assert [path.name for path in folder.iterdir()] == ["p"]


def test_the_old_package_stays_if_the_new_one_cannot_take_its_place(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "kept" and Path(target).name == "kept":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    archive = make_package(tmp_path / "new" / "kept.argosmodel", to_code="de")
    monkeypatch.setattr(Path, "rename", failing)
    assert refusal(archive, folder) == "cannot be installed: No space left on device"


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../evil", "p/../../evil", "p\\..\\..\\evil", "C:/evil", "p/a:b", "//host/share/evil"],
)
def test_paths_that_leave_the_package(name: str, folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", {name: "evil"})
    assert refusal(archive, folder) == f"unsafe path in the package: {name!r}"


@pytest.mark.parametrize("target", ["/etc/passwd", "metadata.json"])
def test_links(target: str, folder: Path, tmp_path: Path) -> None:
    archive = with_link(tmp_path / "p.argosmodel", target)
    assert refusal(archive, folder) == "a link in the package: 'p/link'"


def test_two_folders(folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", {"__MACOSX/x": ""})
    assert refusal(archive, folder) == "a package is one folder, this one has 2"


def test_a_file_beside_the_folder(folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", {"README.md": ""})
    assert refusal(archive, folder) == "a file outside the package's folder: 'README.md'"


def test_no_file_at_all(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.argosmodel", "w"):
        pass
    assert refusal(tmp_path / "p.argosmodel", folder) == "a package is one folder, this one has 0"


def test_a_folder_that_hides(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "p.argosmodel"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(".ssh/authorized_keys", "evil")
    assert refusal(archive, folder) == "unsafe name of the package's folder: '.ssh'"


def test_a_bomb_by_ratio(folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", {"p/zeros": bytes(2 * 2**20)})
    assert refusal(archive, folder) == "too large once unpacked: 4 files, 2 MB"


def test_a_bomb_by_count(folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", {f"p/{n}": "" for n in range(module.MAX_FILES)})
    assert refusal(archive, folder) == "too large once unpacked: 2003 files, 0 MB"


def test_a_bomb_by_size(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 2**20)
    noise = random.Random(0).randbytes(2**20)  # noqa: S311 - what zip cannot pack
    archive = make_package(tmp_path / "p.argosmodel", {"p/noise": noise})
    assert refusal(archive, folder) == "too large once unpacked: 4 files, 1 MB"


def test_a_bomb_that_lies_about_its_size(folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", {"p/zeros": bytes(2 * 2**20)})
    data = archive.read_bytes()
    size = (2 * 2**20).to_bytes(4, "little")
    assert data.count(size) == 2
    archive.write_bytes(data.replace(size, (10).to_bytes(4, "little")))
    assert refusal(archive, folder).startswith("no package: ")


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("metadata.json", "no metadata.json with from_code and to_code in the package"),
        ("model/model.bin", "no model/model.bin in the package"),
        ("sentencepiece.model", "no sentencepiece.model or bpe.model in the package"),
    ],
)
def test_files_that_are_missing(missing: str, expected: str, folder: Path, tmp_path: Path) -> None:
    whole = make_package(tmp_path / "whole" / "p.argosmodel")
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(tmp_path / "p.argosmodel", "w") as packed:
        for name in source.namelist():
            if name != f"p/{missing}":
                packed.writestr(name, source.read(name))
    assert refusal(tmp_path / "p.argosmodel", folder) == expected


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"text"', '{"from_code": "en"}', b"\xff\xfe"])
def test_metadata_that_are_none(text: str | bytes, folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", {"p/metadata.json": text})
    assert refusal(archive, folder) == "no metadata.json with from_code and to_code in the package"


@pytest.mark.parametrize("code", ["", "e", "english", "../en", "en\n", "en/", "\x1b[31m", 1, None, ["en"]])
def test_codes_that_are_none(code: object, folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", to_code=code)
    assert refusal(archive, folder).startswith("no language codes: ['en', ")


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06"], ids=["empty", "text", "magic"])
def test_what_is_no_zip(data: bytes, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "p.argosmodel").write_bytes(data)
    assert refusal(tmp_path / "p.argosmodel", folder) == "no package: File is not a zip file"


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_download_that_broke_off(kept: float, folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel")
    data = archive.read_bytes()
    archive.write_bytes(data[: int(len(data) * kept)])
    assert refusal(archive, folder) == "no package: File is not a zip file"


def test_a_file_that_is_damaged(folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel")
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_STORED) as packed:
        packed.writestr("p/lexicon", "weights")
    archive.write_bytes(archive.read_bytes().replace(b"weights", b"w.ights"))
    assert refusal(archive, folder).startswith("no package: Bad CRC-32")


ODD = "packages/install.py: of what zipfile raises, only BadZipFile is caught"


def test_a_packed_file_that_is_damaged(folder: Path, tmp_path: Path) -> None:
    archive = make_package(tmp_path / "p.argosmodel", {"p/text": "the quick brown fox " * 50})
    data = bytearray(archive.read_bytes())
    at = data.find(b"p/text") + len("p/text")
    data[at : at + 6] = b"\xff" * 6
    archive.write_bytes(data)
    assert refusal(archive, folder)


def test_a_package_with_a_password(folder: Path, tmp_path: Path) -> None:
    assert refusal(patched(make_package(tmp_path / "p.argosmodel"), 8, 6, 1), folder)


def test_a_package_packed_in_an_unknown_way(folder: Path, tmp_path: Path) -> None:
    assert refusal(patched(make_package(tmp_path / "p.argosmodel"), 10, 8, 99), folder)


def test_metadata_nested_too_deeply(folder: Path, tmp_path: Path) -> None:
    noise = random.Random(0).randbytes(2**17)  # noqa: S311 - so that it is no bomb
    archive = make_package(tmp_path / "p.argosmodel", {"p/metadata.json": "[" * 100_000, "p/noise": noise})
    assert refusal(archive, folder)


def test_an_archive_with_random_damage_is_installed_or_refused(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - no secret
    whole = make_package(tmp_path / "p.argosmodel").read_bytes()
    for _ in range(300):
        data = bytearray(whole)
        data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / "p.argosmodel").write_bytes(data)
        with contextlib.suppress(EngineError):
            install(tmp_path / "p.argosmodel", tmp_path / "packages")
    assert not [path for path in (tmp_path / "packages").iterdir() if path.name.startswith(".")]
