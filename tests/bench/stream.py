"""The address of a page in; the socket that a browser would hold to it out, on which it asks and measures answers."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

# Each year after one that it shares no number with; "all" is the default, and the largest answer.
YEARS = ("2024", "2022", "2019", "all", "2020", "2025", "2023", "2021", "2026")
DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
FAILURES = ("alert", "exception")
# A browser forgets a message that two runs did without.
KEPT_FOR = 2


class Wire(ClientConnection):
    """A socket that counts what comes in, compressed and framed as it comes."""

    received = 0

    def data_received(self, data: bytes) -> None:
        self.received += len(data)
        super().data_received(data)


@dataclass(frozen=True)
class Answer:
    """What one question cost: seconds, bytes on the wire, bytes once the browser has unpacked them."""

    seconds: float
    wire: int
    unpacked: int


@dataclass
class Stream:
    """One reader on one page. What is sent is what Chromium sends there."""

    socket: Wire
    path: str
    query: str
    control: str = ""
    every_year: str = ""
    fragment: str = ""
    script: str = ""
    runs: int = 0
    kept: dict[str, int] = field(default_factory=dict)
    years: Any = field(default_factory=lambda: cycle(YEARS))

    async def change(self, whole: bool = False) -> Answer:
        """Choose the next year. As in the browser only the fragment runs; `whole` runs the page anew."""
        year = next(self.years)
        question = self.question()
        state = question.rerun_script
        chosen = state.widget_states.widgets.add(id=self.control)
        chosen.string_array_value.data.append(self.every_year if year == "all" else year)
        state.fragment_id = "" if whole else self.fragment
        answer = await self.ask(question)
        assert ("year=" not in self.query) if year == "all" else f"year={year}" in self.query, "not the year asked for"
        return answer

    async def again(self) -> Answer:
        """Ask for the page anew."""
        return await self.ask(self.question())

    def question(self) -> BackMsg:
        """What every question of a browser holds."""
        question = BackMsg()
        state = question.rerun_script
        state.query_string = self.query
        state.page_script_hash = self.script
        if not self.script:
            state.page_name = self.path.strip("/")
        host, port = self.socket.remote_address
        state.context_info.url = f"http://{host}:{port}{self.path}"
        state.cached_message_hashes.extend(self.kept)
        return question

    async def ask(self, question: BackMsg) -> Answer:
        """Send a question and read on until the server says that the script has finished."""
        wire, unpacked, status = self.socket.received, 0, None
        start = time.perf_counter()
        await self.socket.send(question.SerializeToString())
        while status is None:
            payload = await self.socket.recv(decode=False)
            unpacked += len(payload)
            message = ForwardMsg.FromString(payload)
            self.read(message)
            if message.WhichOneof("type") == "script_finished":
                status = message.script_finished
        seconds = time.perf_counter() - start
        assert status in DONE, f"the script ended with {status}"
        self.runs += 1
        self.kept = {hash_: run for hash_, run in self.kept.items() if run > self.runs - KEPT_FOR}
        return Answer(seconds, self.socket.received - wire, unpacked)

    def read(self, message: ForwardMsg) -> None:
        """Learn what the next question must say."""
        if message.metadata.cacheable or message.ref_hash:
            self.kept[message.ref_hash or message.hash] = self.runs + 1
        kind = message.WhichOneof("type")
        if kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "new_session" and not self.script:
            self.script = message.new_session.page_script_hash
        elif kind == "navigation":
            self.script = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.new_element.button_group.id.endswith("-year"):
            self.control = message.delta.new_element.button_group.id
            self.every_year = message.delta.new_element.button_group.options[0].content
            self.fragment = message.delta.fragment_id
        assert message.delta.new_element.WhichOneof("type") not in FAILURES, f"the page failed: {message.delta}"


async def opened(address: str, path: str = "/", query: str = "") -> Stream:
    """A stream on which the page has been shown once."""
    socket = await connect(
        f"ws{address.removeprefix('http')}/_stcore/stream",
        origin=address,  # type: ignore[arg-type]  # a plain string to us, a type of its own to websockets
        subprotocols=["streamlit"],  # type: ignore[list-item]
        create_connection=Wire,
        max_size=None,
    )
    assert isinstance(socket, Wire)
    stream = Stream(socket, path, query)
    await stream.again()
    return stream
