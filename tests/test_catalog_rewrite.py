"""Catalogs are rewritten under a lock, and what a person saves meanwhile is found."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from l10n.catalog import lock, saved
from l10n.catalog import rewrite as module
from l10n.catalog.rewrite import rewrite
from l10n.catalog.swap import swap
from l10n.errors import CatalogError, OutputError

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who has a file open")
HOLDER = """
import sys, time
from pathlib import Path
from l10n.catalog import lock
with lock.held(Path(sys.argv[1]), "a.po"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    return path


@pytest.fixture(params=["swap", "replace"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How a file takes another's place: where the system can swap them, and where it cannot."""
    if request.param == "replace":
        monkeypatch.setattr(module, "swap", lambda *_: False)
    elif sys.platform != "linux":
        pytest.skip("only Linux swaps files")
    return request.param


def names(path: Path) -> list[str]:
    return [found.name for found in path.parent.iterdir()]


def appended(data: bytes | None) -> bytes:
    return (data or b"") + b" and new"


def test_a_file_is_rewritten(path, way):
    assert rewrite(path, "a.po", appended)
    assert (path.read_bytes(), names(path)) == (b"old and new", ["a.po"])


def test_a_new_file_and_its_folders(tmp_path):
    path = tmp_path / "b" / "c" / "a.po"
    assert rewrite(path, "a.po", appended)
    assert (path.read_bytes(), names(path)) == (b" and new", ["a.po"])


@pytest.mark.parametrize("result", [None, b"old"])
def test_what_stays_is_not_touched(path, result):
    before = path.stat()
    assert not rewrite(path, "a.po", lambda _: result)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_is_saved_while_the_new_text_is_made(path, way):
    seen = []

    def wanted(data: bytes | None) -> bytes:
        seen.append(data)
        if len(seen) < 3:
            path.write_bytes(b"by hand %d" % len(seen))
        return appended(data)

    assert rewrite(path, "a.po", wanted)
    assert seen == [b"old", b"by hand 1", b"by hand 2"]
    assert path.read_bytes() == b"by hand 2 and new"


@LINUX
@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_is_saved_in_the_very_last_moment(path, times, monkeypatch):
    left = [times]

    def late(first: Path, second: Path) -> bool:
        if left[0]:
            other = path.with_name("editor~")
            other.write_bytes(b"by hand %d" % left[0])
            other.replace(path)
            left[0] -= 1
        return swap(first, second)

    monkeypatch.setattr(module, "swap", late)
    assert rewrite(path, "a.po", appended)
    assert (path.read_bytes(), names(path)) == (b"by hand 1 and new", ["a.po"])


@LINUX
def test_what_an_editor_has_begun_to_write_in_the_very_last_moment(path, monkeypatch):
    editors = []

    def late(first: Path, second: Path) -> bool:
        if not editors:
            editors.append(path.open("wb"))
            return swap(first, second)
        done = swap(first, second)
        if not editors[0].closed:  # the editor's file is back: only now it goes on
            editors[0].write(b"by hand")
            editors[0].close()
        return done

    monkeypatch.setattr(module, "swap", late)
    assert rewrite(path, "a.po", appended)
    assert path.read_bytes() == b"by hand and new"


def test_a_file_that_is_made_in_the_last_moment_is_kept(tmp_path):
    path = tmp_path / "a.po"

    def wanted(data: bytes | None) -> bytes:
        if data is None:
            path.write_bytes(b"by hand")
        return appended(data)

    assert rewrite(path, "a.po", wanted)
    assert path.read_bytes() == b"by hand and new"


def test_a_file_that_is_taken_away_in_the_last_moment(path, way):
    def wanted(data: bytes | None) -> bytes:
        path.unlink(missing_ok=True)
        return appended(data)

    assert rewrite(path, "a.po", wanted)
    assert path.read_bytes() == b" and new"


def test_a_file_that_never_rests_is_left_to_the_person(path, way):
    count = []

    def wanted(data: bytes | None) -> bytes:
        count.append(data)
        path.write_bytes(b"by hand %d" % len(count))
        return appended(data)

    with pytest.raises(CatalogError, match=r"^a\.po: another program saves it again and again"):
        rewrite(path, "a.po", wanted)
    assert (path.read_bytes(), names(path)) == (b"by hand %d" % len(count), ["a.po"])


@LINUX
def test_a_file_that_is_being_written_is_waited_for(path):
    with path.open("wb") as editor:
        writer = subprocess.Popen(
            [sys.executable, "-c", "import sys, time; time.sleep(0.3); sys.stdout.write('by hand')"],
            stdout=editor,
        )
    assert rewrite(path, "a.po", appended)
    assert writer.wait() == 0
    assert path.read_bytes() == b"by hand and new"


@LINUX
def test_a_program_that_keeps_a_file_open_is_named(path, monkeypatch):
    monkeypatch.setattr(saved, "_PATIENCE", 0.05)
    with path.open("r+b"), pytest.raises(CatalogError, match="another program has it open for writing"):
        rewrite(path, "a.po", appended)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("age", [0.0, 60.0, -60.0])
def test_where_the_system_does_not_tell_fresh_files_are_waited_for(path, age, monkeypatch):
    monkeypatch.setattr(saved, "_is_being_written", saved._is_fresh)
    saved_at = time.time() - age
    os.utime(path, (saved_at, saved_at))
    assert (saved.glance(path, "a.po") is None) == (age == 0)
    assert saved.read(path, "a.po") == b"old"


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["fsync", "chmod", "swap"])
def test_what_goes_wrong_leaves_the_old_file_and_no_other(path, step, error, monkeypatch):
    def failing(*_: object) -> None:
        raise error

    owner = {"fsync": os, "chmod": Path, "swap": module}[step]
    monkeypatch.setattr(owner, step, failing)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        rewrite(path, "a.po", appended)
    assert (path.read_bytes(), names(path)) == (b"old", ["a.po"])


def test_what_a_killed_process_left_is_replaced(path):
    path.with_name(".l10n-catalog.tmp").write_bytes(b"half")
    assert rewrite(path, "a.po", appended)
    assert (path.read_bytes(), names(path)) == (b"old and new", ["a.po"])


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_file_keeps_its_mode_and_a_link_stays(path, mode, way):
    path.chmod(mode)
    link = path.parent / "b" / "link.po"
    link.parent.mkdir()
    link.symlink_to(path)
    assert rewrite(link, "a.po", appended)
    assert link.is_symlink()
    assert (stat.S_IMODE(path.stat().st_mode), path.read_bytes()) == (mode, b"old and new")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc to name open files")
@pytest.mark.parametrize("new", [False, True])
def test_a_file_and_its_folder_are_on_the_disk(path, new, monkeypatch):
    synced: list[Path] = []
    monkeypatch.setattr(os, "fsync", lambda file: synced.append(Path(f"/proc/self/fd/{file}").readlink()))
    rewrite(path.with_name("b.po") if new else path, "a.po", appended)
    assert synced == ([] if new else [path.with_name(".l10n-catalog.tmp"), path.parent])


# --- the lock -----------------------------------------------------------------------------------------------


def holder(folder: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_process_waits_for_another_and_a_killed_one_lets_go(path, monkeypatch):
    with holder(path.parent) as process:
        monkeypatch.setattr(lock, "_PATIENCE", 0.05)
        with pytest.raises(CatalogError) as caught:
            rewrite(path, "locales/a.po", appended)
        assert str(caught.value) == (
            "locales/a.po: another l10n is writing in this folder; wait until it has ended, and run again"
        )
        process.kill()
        process.wait()
        assert rewrite(path, "a.po", appended)
    assert (path.read_bytes(), names(path)) == (b"old and new", ["a.po"])


def test_folders_do_not_wait_for_each_other(path):
    with lock.held(path.parent, "a.po"):
        assert rewrite(path.parent / "b" / "a.po", "b/a.po", appended)


def test_a_file_in_the_place_of_a_folder_is_an_error_that_says_so(path):
    with pytest.raises(OutputError, match=r"^b\.po: a\.po is a file, not a folder"):
        rewrite(path / "b.po", "b.po", appended)


# --- swap ---------------------------------------------------------------------------------------------------


@LINUX
def test_two_files_change_places(path):
    other = path.with_name("b.po")
    other.write_bytes(b"other")
    assert swap(path, other)
    assert (path.read_bytes(), other.read_bytes()) == (b"other", b"old")


@LINUX
def test_a_file_that_is_missing_cannot_be_swapped(path):
    with pytest.raises(FileNotFoundError):
        swap(path, path.with_name("b.po"))
