"""The Streamlit app: its dials turned as a visitor would, and its server started as its README says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

import smartvillage as sv

APP = Path(__file__).parents[3] / "examples" / "apps" / "streamlit" / "app.py"
AN_PHU = APP.parents[2] / "an-phu" / "village.yaml"
#: What the four figures on top say of An Phú.
FIGURES = ["15/27", "9", "3", "2"]


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open the board; the address may say a village and a language."""
    monkeypatch.syspath_prepend(str(APP.parent))

    def opened(**address: str) -> AppTest:
        test = AppTest.from_file(str(APP), default_timeout=90)
        for name, value in {"village": "an-phu", **address}.items():
            test.query_params[name] = value
        return _ran(test.run())

    return opened


def _ran(test: AppTest) -> AppTest:
    """Hold a run to having ended without an exception."""
    assert list(test.exception) == []
    return test


def figures(test: AppTest) -> list[str]:
    """Return the four figures on top."""
    return [metric.value for metric in test.metric]


def told(test: AppTest) -> str:
    """Return all that the page says in HTML and in Markdown."""
    return "\n".join(str(part.proto.body) for part in (*test.get("html"), *test.markdown))


def by_label(parts: Any, start: str) -> Any:
    """Return the one widget whose label starts so."""
    [found] = [part for part in parts if part.label.startswith(start)]
    return found


def shown(test: AppTest, tab: str) -> str:
    """Open a tab, and return all that the page then says."""
    test.session_state["tab"] = tab
    return told(_ran(test.run()))


def test_an_phu_as_it_is(board: Callable[..., AppTest]) -> None:
    """The board opens with An Phú: 15 of 27 met, 9 not, 3 open, 2 proven, and the findings below."""
    test = board()
    assert (figures(test), [metric.delta for metric in test.metric]) == (FIGURES, ["", "", "", ""])
    for text in ("Kết luận: **Chưa đạt**", "15/27 tiêu chí đạt theo báo cáo"):
        assert text in told(test)


def test_what_is_slow_is_drawn_when_it_is_looked_at(board: Callable[..., AppTest]) -> None:
    """The pictures and the roadmap, with its own picture, wait until their tab is open."""
    test = board()
    pages = [told(test), shown(test, "Hình"), shown(test, "Lộ trình")]
    assert [page.count("data:image/png") for page in pages] == [0, 3, 1]
    assert ["Việc phải làm" in page for page in pages] == [False, False, True]


def test_the_board_speaks_english(board: Callable[..., AppTest]) -> None:
    """The address or the switch chooses the language."""
    test = board(lang="en")
    assert ("15 of 27 met as reported" in told(test), [one.label for one in test.metric][3]) == (True, "Proven")
    _ran(by_label(test.radio, "Ngôn ngữ").set_value("vi").run())
    assert "15/27 tiêu chí đạt theo báo cáo" in told(test)


def test_a_turned_fact_is_followed_everywhere(board: Callable[..., AppTest]) -> None:
    """An operating regulation closes 4.2 and condition e; the figures, the list and the roadmap follow."""
    test = board(lang="en")
    _ran(by_label(test.multiselect, "Facts").set_value(["operating_regulation"]).run())
    assert figures(test) == FIGURES  # a dial that was only opened changes nothing
    _ran(by_label(test.radio, "Regulation").set_value("true").run())
    assert [(metric.value, metric.delta) for metric in test.metric][:2] == [("16/27", "1"), ("8", "-1")]
    assert "**4.2**" in told(test)
    assert "Not met → Met" in told(test)
    assert "Today: 16 of 27 met as reported" in shown(test, "Roadmap")


def test_a_turned_share_keeps_its_scope(board: Callable[..., AppTest]) -> None:
    """The commune's share of smartphones set to 100 % meets 1.1 whatever its threshold, and stays the commune's."""
    test = board(lang="en")
    _ran(by_label(test.multiselect, "Facts").set_value(["smartphone_share"]).run())
    [slider] = test.slider
    assert slider.value == 92
    _ran(slider.set_value(100).run())
    _ran(by_label(test.selectbox, "Criterion").set_value("1.1").run())
    assert figures(test)[0] == "16/27"
    assert "figure of another area" in told(test)


def test_a_fact_can_be_taken_away(board: Callable[..., AppTest]) -> None:
    """What nobody knows any more is open, not false."""
    test = board(lang="en")
    _ran(by_label(test.multiselect, "Facts").set_value(["traceability"]).run())
    _ran(by_label(test.radio, "Digital trace").set_value("nobody").run())
    assert "Met → Unknown" in told(test)


def test_a_turned_threshold_is_an_overlay(board: Callable[..., AppTest]) -> None:
    """At 95 % criterion 2.13 is missed, and its explanation says that the threshold is assumed."""
    test = board(lang="en")
    _ran(by_label(test.multiselect, "Thresholds").set_value(["criteria/2.13/rule/at_least"]).run())
    _ran(by_label(test.slider, "2.13").set_value(95).run())
    _ran(by_label(test.selectbox, "Criterion").set_value("2.13").run())
    assert figures(test)[:2] == ["14/27", "10"]
    assert ("at least 95 %" in told(test), "assumed" in told(test)) == (True, True)


def test_a_threshold_that_nobody_saw_can_be_tried(board: Callable[..., AppTest]) -> None:
    """At 80 % criterion 1.1 is met by the 92 % there are."""
    test = board(lang="en")
    _ran(by_label(test.multiselect, "Thresholds").set_value(["criteria/1.1/rule/at_least"]).run())
    _ran(by_label(test.slider, "1.1").set_value(80).run())
    assert "Not assessable → Met" in told(test)


def test_a_roadmap_that_is_refused_leaves_the_rest(board: Callable[..., AppTest]) -> None:
    """A deadline before anything can start is told in the roadmap's tab; the figures stand."""
    test = board()
    shown(test, "Lộ trình")
    _ran(by_label(test.date_input, "Hạn").set_value("2024-01-01").run())
    assert ([error.value for error in test.error], figures(test)) == (["Chưa trả lời được"], FIGURES)


def test_a_day_outside_the_period_is_told(board: Callable[..., AppTest]) -> None:
    """A day on which the ruleset is not in force is refused in words."""
    test = board(lang="en")
    _ran(by_label(test.date_input, "Day").set_value("2030-01-01").run())
    assert [error.value for error in test.error] == ["There is no answer yet"]
    assert "is not in force on 2030-01-01" in test.text[0].value


@pytest.mark.parametrize("village", ["an-phu", "ap-thu", "my-dong", "tam-thang-thon-3", "van-son-thon-8", "vinh-ba"])
def test_every_knob_has_a_dial(board: Callable[..., AppTest], village: str) -> None:
    """Whatever facts and thresholds a ruleset has, each that is offered has a dial, which changes nothing by itself."""
    from village_board.knobs import fact_knobs, limit_knobs

    test = board(village=village)
    before, known = figures(test), sv.load_village(APP.parents[2] / village)
    ruleset = sv.load_ruleset(known.ruleset, overlays=known.overlays)
    why = [sv.explain(ruleset, known, one.criterion, overlays=()) for one in sv.evaluate(ruleset, known).findings]
    _ran(by_label(test.multiselect, "Số liệu").set_value(list(fact_knobs(why, ruleset, known))).run())
    _ran(by_label(test.multiselect, "Ngưỡng").set_value(list(limit_knobs(why))).run())
    assert figures(test) == before


def upload(test: AppTest, name: str, content: bytes) -> AppTest:
    """Choose a file of one's own."""
    _ran(by_label(test.selectbox, "Village").set_value("").run())
    return _ran(test.file_uploader[0].upload(name, content).run())


def test_a_file_of_ones_own(board: Callable[..., AppTest]) -> None:
    """An uploaded file is evaluated, also as JSON."""
    json = sv.load_village(AN_PHU).model_dump_json().encode()
    for name, content in (("village.yaml", AN_PHU.read_bytes()), ("village.json", json)):
        assert figures(upload(board(lang="en"), name, content)) == FIGURES


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("as_of: 2024-03-31", "as_of: soon", "SV211"),
        ("  smartphone_share:", "  smartphone_shares:", "SV601"),
        ("ruleset: dong-thap-2021-2025", "ruleset: ../secret", "SV227"),
        ("# Chỉ ghi", "#" * 300_000, "SV112"),
        ("as_of: 2024-03-31", "as_of: 2024-03-31\noverlays: [LICENSE]", "there is no overlay `LICENSE`"),
        ("ruleset: dong-thap-2021-2025", "ruleset: dong-thap", "there is no ruleset `dong-thap`"),
        ("as_of: 2024-03-31", "as_of: 2030-01-01", "is not in force on 2030-01-01"),
    ],
    ids=["bad day", "bad fact", "a path", "too long", "a file as overlay", "unknown ruleset", "out of the period"],
)
def test_bad_files_are_refused_in_words(board: Callable[..., AppTest], old: str, new: str, words: str) -> None:
    """A bad file is told by code, or in a sentence; there are no figures and no traceback."""
    text = AN_PHU.read_text(encoding="utf-8").replace(old, new)
    test = upload(board(lang="en"), "village.yaml", text.encode())
    assert ([error.value for error in test.error], figures(test)) == (["There is no answer yet"], [])
    assert words in told(test) + "".join(text.value for text in test.text)


def test_a_strangers_name_is_no_markup(board: Callable[..., AppTest]) -> None:
    """HTML and Markdown in a village's name are shown as text."""
    evil = "<img src=x onerror=alert(1)> ![x](http://example.invalid/x.png)"
    text = AN_PHU.read_text(encoding="utf-8").replace("Ấp An Phú", evil)
    test = upload(board(lang="en"), "village.yaml", text.encode())
    assert "&lt;img src=x onerror" in told(test)
    assert "<img src=x" not in told(test)
    assert "](http" not in "".join(part.value for part in (*test.title, *test.caption, *test.markdown))


async def _asked(address: str) -> list[str]:
    """Ask a running server for the page as a browser does, and return what its metrics say."""
    found: list[str] = []
    async with websockets.connect(address, max_size=None, proxy=None) as socket:
        await socket.send(BackMsg(rerun_script=ClientState(query_string="village=an-phu")).SerializeToString())
        while True:
            message = ForwardMsg.FromString(await asyncio.wait_for(socket.recv(decode=False), 90))
            if message.delta.new_element.HasField("metric"):
                found.append(message.delta.new_element.metric.body)
            if message.WhichOneof("type") == "script_finished":
                return found


def test_the_server_answers(serve: Callable[..., httpx2.Client]) -> None:
    """Started as its README says, the server gives a browser that asks for An Phú its four figures."""
    client = serve("streamlit", "/_stcore/health", "--server.port", "{port}")
    assert client.get("/").status_code == 200
    address = f"ws://{client.base_url.netloc.decode()}/_stcore/stream"
    assert asyncio.run(_asked(address)) == FIGURES
