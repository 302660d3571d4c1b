"""Files are written in one step or not at all, and not touched where nothing changed."""

import contextlib
import os
import stat
import threading
from pathlib import Path

import pytest
from processes import called, contents, make_project, untouched

from l10n.catalog import disk
from l10n.errors import ArticleError, OutputError


def test_writes_a_file_and_its_folders(tmp_path: Path) -> None:
    assert disk.write(tmp_path / "a" / "b" / "c.md", "ü\r\n", "c.md")
    assert contents(tmp_path) == {"a/b/c.md": "ü\r\n".encode()}


def test_does_not_touch_a_file_that_has_the_text_already(tmp_path: Path) -> None:
    disk.write(tmp_path / "a.md", "Text.", "a.md")
    before = untouched(tmp_path)
    assert not disk.write(tmp_path / "a.md", "Text.", "a.md")
    assert untouched(tmp_path) == before


def test_writes_a_text_of_the_same_length(tmp_path: Path) -> None:
    disk.write(tmp_path / "a.md", "Text.", "a.md")
    assert disk.write(tmp_path / "a.md", "Next.", "a.md")
    assert contents(tmp_path) == {"a.md": b"Next."}


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    disk.write(tmp_path / "a.md", "a\nb\r\nc\rd", "a.md")
    assert disk.read_article(tmp_path / "a.md", "a.md") == "a\nb\r\nc\rd"


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_a_file_keeps_its_mode(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(mode)
    disk.write(path, "new", "a.md")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_of_the_users_umask(mask: int, expected: int, tmp_path: Path) -> None:
    before = os.umask(mask)
    try:
        disk.write(tmp_path / "a.md", "new", "a.md")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == expected


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["chmod", "replace"])
def test_what_goes_wrong_leaves_the_old_file_and_no_other(
    step: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise error

    disk.write(tmp_path / "a.md", "old", "a.md")
    before = untouched(tmp_path)
    monkeypatch.setattr(Path, step, failing)
    with pytest.raises((OutputError, KeyboardInterrupt)) as raised:
        disk.write(tmp_path / "a.md", "new", "a.md")
    assert untouched(tmp_path) == before
    if isinstance(raised.value, OutputError):
        assert str(raised.value) == (
            "a.md: cannot be written: no space left on device; check the permissions and the space left"
        )


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc to name open files")
def test_catalogs_are_synced_and_what_can_be_made_again_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "site", {"a.md": "Text.\n"})
    synced: list[Path] = []
    monkeypatch.setattr(os, "fsync", lambda file: synced.append(Path(f"/proc/self/fd/{file}").readlink()))
    for command in (("update",), ("draft", "--engine", "pseudo"), ("build", "--drafts")):
        called(*command, cwd=root)
    folder = root / "locales" / "pt_BR" / "LC_MESSAGES"
    # By draft, the catalog and its ledger: a new catalog can be made again.
    assert synced == [folder / ".l10n-catalog.tmp", folder, folder / "a.ledger.jsonl"]


def test_a_reader_sees_the_old_text_or_the_new_one(tmp_path: Path) -> None:
    texts = {letter * 300_000 for letter in "ab"}
    path = tmp_path / "a.md"
    disk.write(path, "a" * 300_000, "a.md")
    done = threading.Event()
    seen: set[str] = set()

    def read() -> None:
        while not done.is_set():
            seen.add(path.read_text())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(20):
        disk.write(path, "ba"[number % 2] * 300_000, "a.md")
    done.set()
    reader.join()
    assert seen <= texts


def test_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real.po").write_text("old")
    (tmp_path / "link.po").symlink_to("real.po")
    disk.write(tmp_path / "link.po", "new", "link.po")
    assert (tmp_path / "link.po").is_symlink()
    assert (tmp_path / "real.po").read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_never_replaced_by_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    keep = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    with contextlib.suppress(OutputError):
        disk.write(pipe, "text", "pipe")
    os.close(keep)
    assert pipe.is_fifo()


def test_a_folder_in_its_place_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(OutputError, match=r"a\.md: is no regular file"):
        disk.write(tmp_path / "a.md", "text", "a.md")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_file_in_the_place_of_its_folder_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "in").write_text("the way")
    with pytest.raises(OutputError, match=r"not a folder|not a directory"):
        disk.write(tmp_path / "in" / "a.md", "text", "in/a.md")


def test_a_name_as_long_as_can_be(tmp_path: Path) -> None:
    assert disk.write(tmp_path / ("a" * 255), "text", "a")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xff", "a.md:1: not UTF-8: byte 0xff; save it as UTF-8"),
        (b"one\ntwo\n\nfo\xe9r", "a.md:4: not UTF-8: byte 0xe9; save it as UTF-8"),
        ("a\nb".encode("utf-16"), "a.md:1: not UTF-8: byte 0xff; save it as UTF-8"),
        (b"\xed\xa0\x80", "a.md:1: not UTF-8: byte 0xed; save it as UTF-8"),
    ],
)
def test_what_is_not_utf8_is_an_error_with_its_line(data: bytes, expected: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(data)
    with pytest.raises(ArticleError) as error:
        disk.read_article(tmp_path / "a.md", "a.md")
    assert str(error.value) == expected


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"a\.md: cannot be read: no such file or directory"):
        disk.read_article(tmp_path / "a.md", "a.md")


def test_what_a_killed_process_has_left_is_removed_after_an_hour(tmp_path: Path) -> None:
    for name, age in (("old", 4000), ("new", 60)):
        left = tmp_path / f".l10n-{name}.tmp"
        left.write_text("half a fi")
        os.utime(left, (left.stat().st_mtime - age,) * 2)
    disk.write(tmp_path / "a.md", "Text.", "a.md")
    assert sorted(contents(tmp_path)) == [".l10n-new.tmp", "a.md"]
