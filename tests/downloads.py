"""For hidden tests of downloads: a web server on 127.0.0.1 that misbehaves on demand, archives.

They are a file of their own because one chapter needs them, and its tests are long without.
"""

from __future__ import annotations

import hashlib
import io
import os
import signal
import socket
import struct
import tarfile
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer

import pytest

from tests.calls import Call, call, describe
from tests.checks import assert_raises, assert_that, fail
from tests.opened import opened_for_writing

# 1.5 MB: more than the sockets between server and client hold.
BODY = (bytes(range(256)) + b"\r\n") * 6000
SHA1 = hashlib.sha1(BODY).hexdigest()
NAME = "houses.csv"
SORRY = b"<html>Sorry</html>"
BAD = {  # by name: what the server does, the error that a download raises, what is to be said
    "wrong hash": (
        {"body": BODY[::-1]},
        ValueError,
        "The server sent another file: check the SHA-1 of what arrives.",
    ),
    "truncated": (
        {"body": BODY[:-9]},
        ValueError,
        "The server sent all but the end: a ValueError, whatever the HTTP client makes of it.",
    ),
    "truncated, no length": (
        {"body": BODY[:-9], "announced": None},
        ValueError,
        "The server sent all but the end: check the SHA-1 of what arrives.",
    ),
    "404": (
        {"status": 404, "body": SORRY, "announced": len(SORRY)},
        Exception,
        "The server answers 404: what it sends is not the file.",
    ),
    "500": (
        {"status": 500, "body": SORRY, "announced": len(SORRY)},
        Exception,
        "The server answers 500: what it sends is not the file.",
    ),
    "reset": ({"reset": True}, Exception, "The connection broke in the middle of the file."),
}


class Handler(BaseHTTPRequestHandler):
    """Answers a request as the attributes of its server say."""

    def do_GET(self) -> None:
        server, half = self.server, len(self.server.body) // 2
        server.asked += 1
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 16)
        self.send_response(server.status)
        if server.announced is not None:
            self.send_header("Content-Length", str(server.announced))
        self.end_headers()
        self.wfile.write(server.body[:half])
        server.halfway()
        if server.reset:
            linger = struct.pack("ii", 1, 0)  # closing then resets the connection
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        else:
            self.wfile.write(server.body[half:])

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingTCPServer):
    """Sends `body` to whoever asks; the attributes may be changed at any time.

    asked: number of requests so far. halfway: called when half of the body is sent.
    announced: the Content-Length, None for none. reset: break the connection in the middle.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        # So long that messages leave it out: the port would make them differ.
        self.url = f"http://127.0.0.1:{self.server_address[1]}/datasets/kaggle/regression/{NAME}"
        self.asked = 0
        self.be_good()
        self.halfway: Callable[[], None] = lambda: None
        self.thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)

    def start(self) -> str:
        """Begin to answer, unless it does already; the URL."""
        if not self.thread.is_alive():
            self.thread.start()
        return self.url

    def be_good(self) -> None:
        """Send the whole body from now on."""
        self.status, self.reset, self.body, self.announced = 200, False, BODY, len(BODY)

    def shutdown_request(self, request: socket.socket) -> None:
        self.close_request(request)  # without the polite goodbye, which would hide a reset

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client may go away."""


@contextmanager
def local_server() -> Iterator[Server]:
    """A server that listens; it answers from `start` on. Proxies are out of the way."""
    with pytest.MonkeyPatch.context() as patch, Server() as server:
        patch.setenv("no_proxy", "*")
        try:
            yield server
        finally:
            if server.thread.is_alive():
                server.shutdown()


def call_in_two_processes(function: Callable, server: Server, folder: Path) -> Call:
    """What came of `function(url, folder, sha1)` in two processes whose transfers overlap."""
    both = threading.Barrier(2)

    def halfway() -> None:
        with suppress(threading.BrokenBarrierError):
            both.wait(0.5)  # not for ever: one process may wait until the other is done

    def work() -> str:
        path = Path(function(server.url, folder, SHA1))
        return "the file" if path.read_bytes() == BODY else "another file"

    server.halfway = halfway
    reports = [folder / "first", folder / "second"]
    children = [_in_process(work, report) for report in reports]
    server.start()  # after the forks, which do not go well with threads
    for child in children:
        os.waitpid(child, 0)
    ends = [path.read_text() if path.exists() else "a crash" for path in reports]
    return Call("download(url, cache_dir, sha1_hash), in two processes at once", ends)


def _in_process(work: Callable[[], str], report: Path) -> int:
    """Do the work in a process of its own, which writes down what came of it; its id."""
    child = os.fork()
    if child:
        return child
    try:
        signal.alarm(8)
        report.write_text(work())
    except BaseException as error:
        report.write_text(f"{type(error).__name__}: {error}")
    finally:
        os._exit(0)


def assert_path(got: Call, path: Path, hint: str = "") -> None:
    """The path, as text or Path, of a file or folder that is there."""
    __tracebackhide__ = True
    named = isinstance(got.value, (str, Path)) and Path(got.value).exists() and path.exists()
    hint = "Nothing came back: did you forget `return`?" if got.value is None else hint
    ok = named and path.samefile(got.value)
    assert_that(ok, got, describe(got.value), f"the path {path}, and something there", hint)


def assert_file(got: Call, path: Path, hint: str) -> None:
    """The path of the file that the server sends, and its contents."""
    __tracebackhide__ = True
    assert_path(got, path, "The file stands in cache_dir under the last part of the URL.")
    arrived = path.read_bytes()
    returned = f"a file of {len(arrived)} bytes that is not the one of the server"
    assert_that(arrived == BODY, got, returned, f"its {len(BODY)} bytes", hint)


def assert_no_file(function: Callable, server: Server, folder: Path, bad: str) -> None:
    """The download raises, and leaves nothing under the name of the file."""
    __tracebackhide__ = True
    changes, errors, hint = BAD[bad]
    vars(server).update(changes)
    assert_raises(errors, function, server.start(), folder, SHA1, hint=hint)
    path, got = folder / NAME, Call("download(url, cache_dir, sha1_hash)", None)
    size = path.stat().st_size if path.exists() else 0
    returned = f"raised an error, and left a file of {size} bytes under the name {NAME}"
    hint = "After an error nothing may stand there, also no older file."
    assert_that(not path.exists(), got, returned, "an error, and no file of that name", hint)


def assert_moved_there(function: Callable, server: Server, folder: Path) -> None:
    """While the file arrives nothing stands under its name, and nothing is written there."""
    __tracebackhide__ = True
    seen, path = [], folder / NAME
    server.halfway = lambda: seen.append(path.exists())
    with opened_for_writing() as written:
        got = call(function, server.start(), folder, SHA1)
    hint = "Another process could take it for the file: write elsewhere, then move it there."
    assert_that(not any(seen), got, "a file there when half had arrived", "none yet", hint)
    returned, expected = f"{NAME} opened for writing", "a finished file moved to that name"
    assert_that(path not in written, got, returned, expected, hint)


def assert_works_later(function: Callable, server: Server, folder: Path) -> None:
    """A broken transfer is no hindrance to the next call."""
    __tracebackhide__ = True
    assert_no_file(function, server, folder, "reset")
    server.be_good()
    hint = "What a broken transfer left behind must not get into the next one."
    try:
        value = function(server.url, folder, SHA1)
    except Exception as error:
        told = Call("download(url, cache_dir, sha1_hash), after a broken transfer", None)
        fail(told, f"raised {type(error).__name__}: {error}", "the path of the file", hint)
    got = Call("download(url, cache_dir, sha1_hash), after a broken transfer", value)
    assert_file(got, folder / NAME, hint)


def assert_inside(
    function: Callable, archive: Path, members: Mapping[str, bytes | str], raises: bool, hint: str
) -> None:
    """Unpacking writes nothing outside the archive's folder, and raises ValueError where asked."""
    __tracebackhide__ = True
    pack(archive, members)
    told, error = Call(f"extract(archive), the archive {archive.name}", None), None
    try:
        function(archive=archive)
    except NotImplementedError:
        raise
    except Exception as caught:
        error = caught
    found = [path for path in archive.parent.parent.rglob("*") if path.is_file()]
    outside = [path.name for path in found if archive.parent not in path.parents]
    assert_that(not outside, told, f"wrote {outside} outside the folder", "nothing outside", hint)
    returned = f"raised {type(error).__name__}: {error}" if error else "raised nothing"
    ok = isinstance(error, ValueError) or (error is None and not raises)
    assert_that(ok, told, returned, "ValueError is raised", hint)


def assert_member(got: Call, path: Path, content: bytes) -> None:
    """A member of an archive stands where it should."""
    __tracebackhide__ = True
    there = path.is_file() and path.read_bytes() == content
    hint = "Every member comes to stand in the folder of the archive, under its own name."
    returned = f"without a right file {path.name}"
    assert_that(there, got, returned, f"the file {path.name} in its place", hint)


def pack(path: Path, members: Mapping[str, bytes | str]) -> Path:
    """Write a .zip, .tar or .tar.gz archive; text is the target of a symbolic link (tar only)."""
    path.parent.mkdir(exist_ok=True)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as file:
            for name, content in members.items():
                file.writestr(name, content)
        return path
    with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w") as file:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            if isinstance(content, str):
                member.type, member.linkname, content = tarfile.SYMTYPE, content, b""
            member.size = len(content)
            file.addfile(member, io.BytesIO(content))
    return path
