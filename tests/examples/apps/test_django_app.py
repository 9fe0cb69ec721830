"""The Django app, started as its README says and asked as a browser would ask."""

from __future__ import annotations

import html
import re
import socket
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

import smartvillage as sv

AN_PHU = Path(__file__).parents[3] / "examples" / "an-phu" / "village.yaml"
TEXT = AN_PHU.read_text(encoding="utf-8")
HEADER = "village: {id: ap-1, name: Ấp 1, kind: hamlet}\n"


@pytest.fixture(scope="module")
def client(serve: Callable[..., httpx2.Client]) -> httpx2.Client:
    """A client of the running site that has the cookie of its form."""
    client = serve("django", "/", "{port}", "--noreload")
    client.headers["X-CSRFToken"] = client.cookies["csrftoken"]
    return client


def seen(answer: httpx2.Response) -> str:
    """Return what a reader of a page sees below the form, tags off."""
    _form, _, told = answer.text.rpartition("</fieldset>")
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", told)).split())


def test_the_page_tells_how_a_village_stands(client: httpx2.Client) -> None:
    """An uploaded file is evaluated and planned: the page has the counts and the roadmap."""
    answer = client.post("/", files={"file": ("an-phu.yaml", AN_PHU.read_bytes())})
    assert answer.status_code == 200
    for told in ("15/27 tiêu chí đạt theo báo cáo, 2 đã được chứng minh", "Cả bộ", "15 9 3 0 2", "Việc phải làm"):
        assert told in seen(answer)


def test_the_page_speaks_english(client: httpx2.Client) -> None:
    """The other language is a button that keeps the typed text."""
    answer = client.post("/", data={"text": TEXT, "lang": "en"})
    assert "15 of 27 met as reported, 2 proven" in seen(answer)
    assert ('<html lang="en">' in answer.text, 'name="lang" value="vi"' in answer.text) == (True, True)
    assert html.escape(TEXT.splitlines()[5]) in answer.text


def test_a_criterion_is_explained(client: httpx2.Client) -> None:
    """A button behind the findings asks why."""
    answer = client.post("/", data={"text": TEXT, "criterion": "2.13"})
    assert ("117/133" in seen(answer), 'id="why"' in answer.text) == (True, True)


def test_a_deadline_and_a_budget_count(client: httpx2.Client) -> None:
    """What is asked of the roadmap reaches it."""
    asked = {"text": TEXT, "until": "2024-12-31", "budget": "500000000"}
    found = client.post("/report.json", data=asked).json()["roadmap"]
    expected = sv.roadmap("dong-thap-2021-2025", AN_PHU, until="2024-12-31", budget=500_000_000)
    assert sv.Roadmap.model_validate(found) == expected


def test_one_refused_part_leaves_the_others(client: httpx2.Client) -> None:
    """A deadline in the past refuses the roadmap; the findings are told all the same."""
    answer = client.post("/", data={"text": TEXT, "until": "2024-01-01"})
    assert answer.status_code == 200
    assert ("15/27" in seen(answer), "hạn 01/01/2024" in seen(answer)) == (True, True)


def test_the_same_as_data(client: httpx2.Client) -> None:
    """The JSON view answers with the library's own results."""
    found = client.post("/report.json", files={"file": ("an-phu.yaml", AN_PHU.read_bytes())}).json()
    assert sv.Assessment.model_validate(found["assessment"]) == sv.evaluate("dong-thap-2021-2025", AN_PHU)
    counts = {"met": 15, "not_met": 9, "not_assessable": 3, "unknown": 0, "not_applicable": 0}
    assert (found["assessment"]["counts"], found["assessment"]["proven"], found["explanation"]) == (counts, 2, None)


def test_what_a_program_wrote_can_be_uploaded(client: httpx2.Client) -> None:
    """A village that was written as JSON, with nothing as `null`, is read back."""
    file = ("an-phu.json", sv.load_village(AN_PHU).model_dump_json())
    assert client.post("/report.json", files={"file": file}).json()["assessment"]["counts"]["met"] == 15


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        (TEXT.replace("as_of: 2024-03-31", "as_of: soon").replace("kind: h", "kin: h"), "village", ["SV203", "SV211"]),
        (HEADER + "ruleset: dong-thap-2021-2025\nas_of: 2024-03-31\nfacts: {wifis: true}\n", "village", ["SV601"]),
        (HEADER + "ruleset: dong-thap\nas_of: 2024-03-31\nfacts: {}\n", "not_found", []),
        (HEADER + "ruleset: manage.py\nas_of: 2024-03-31\nfacts: {}\n", "not_found", []),
        (HEADER + "ruleset: dong-thap-2021-2025\noverlays: [LICENSE]\nas_of: 2024-03-31\nfacts: {}\n", "not_found", []),
        (HEADER + "ruleset: dong-thap-2021-2025\nas_of: 2030-01-01\nfacts: {}\n", "not_in_force", []),
        ("", "village", ["SV111"]),
        (HEADER + "ruleset: ../secret\nas_of: 2024-03-31\nfacts: {}\n", "village", ["SV227"]),
    ],
    ids=["bad shape", "bad fact", "unknown ruleset", "a file's name", "a file as overlay",
         "out of the period", "empty", "a path"],
)  # fmt: skip
def test_bad_villages_are_refused_as_data(client: httpx2.Client, text: str, kind: str, codes: list[str]) -> None:
    """Both views answer 422 with the same faults: the one for people in their language, the other with codes."""
    answer, page = client.post("/report.json", data={"text": text}), client.post("/", data={"text": text, "lang": "en"})
    found = answer.json()
    assert (answer.status_code, page.status_code, found["kind"]) == (422, 422, kind)
    assert [fault["code"] for fault in found["diagnostics"]] == codes
    for told in codes or [found["message"]["en"]]:
        assert told in seen(page)


def test_a_fault_names_its_line(client: httpx2.Client) -> None:
    """A fault in a text says line and column."""
    slip = TEXT.replace("as_of: 2024-03-31", "as_of: 2024-03-32")
    [fault] = client.post("/report.json", data={"text": slip}).json()["diagnostics"]
    assert fault["place"]["line"] == 1 + TEXT[: TEXT.index("as_of")].count("\n")


def test_the_form_itself_can_be_wrong(client: httpx2.Client) -> None:
    """A deadline that is no day is told in both languages, and the typed text is not lost."""
    asked = {"text": TEXT, "until": "soon"}
    message = client.post("/report.json", data=asked).json()["message"]
    page = client.post("/", data=asked)
    assert message == {"vi": "until: Nhập một ngày hợp lệ.", "en": "until: Enter a valid date."}
    assert (page.status_code, "Nhập một ngày hợp lệ." in seen(page)) == (422, True)
    assert html.escape(TEXT.splitlines()[5]) in page.text


def test_what_is_sent_is_shown_as_text(client: httpx2.Client) -> None:
    """Markup in a name, a key or a question reaches the page escaped, and no script may run there."""
    evil = "<script>alert(1)</script>"
    texts = [
        TEXT.replace("Ấp An Phú", evil),
        HEADER + f"ruleset: '{evil}'\nas_of: 2024-03-31\nfacts: {{'{evil}': 1}}\n",
    ]
    for text in texts:
        answer = client.post("/", data={"text": text, "criterion": evil, "on": evil if text is texts[1] else ""})
        assert ("<script" in answer.text, "&lt;script&gt;" in answer.text) == (False, True)
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")


def test_no_post_without_the_token(client: httpx2.Client) -> None:
    """Another site's page can send nothing in a visitor's name."""
    forged = {"X-CSRFToken": "0" * 32}
    answers = [client.post(address, data={"text": TEXT}, headers=forged) for address in ("/", "/report.json")]
    assert [answer.status_code for answer in answers] == [403, 403]


@pytest.mark.parametrize("sent", ["file", "text"])
def test_long_texts_are_refused(client: httpx2.Client, sent: str) -> None:
    """A text just too long is told by the library, a longer body is not read at all."""
    texts = ["a" * 256 * 1024 + "a", "a" * 2_000_000]
    bodies = [{"files": {"file": ("a.yaml", text)}} if sent == "file" else {"data": {"text": text}} for text in texts]
    answers = [client.post("/report.json", **body) for body in bodies]
    assert [(answer.status_code, answer.json()["kind"]) for answer in answers] == [(422, "village"), (413, "too_large")]
    assert [fault["code"] for fault in answers[0].json()["diagnostics"]] == ["SV112"]


@pytest.mark.parametrize(("length", "status"), [("soon", b" 403 "), ("9" * 5000, b" 413 ")], ids=["a word", "endless"])
def test_any_length_may_be_said(client: httpx2.Client, length: str, status: bytes) -> None:
    """What a request says of its length is a stranger's word too: no number of any length ends in a traceback."""
    said = f"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
    with socket.create_connection((client.base_url.host, client.base_url.port or 80), 30) as server:
        server.sendall(said.encode())
        assert status in server.makefile("rb").readline()


def test_samples_are_looked_up_by_name(client: httpx2.Client) -> None:
    """The address names a village of the folder; a path names nothing."""
    assert "name: Ấp An Phú" in client.get("/", params={"sample": "an-phu"}).text
    assert "name: Ấp An Phú" not in client.get("/", params={"sample": "../examples/an-phu"}).text
