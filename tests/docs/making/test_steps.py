"""The steps of a guide are done as a reader does them, and a guide that says otherwise is stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from making.steps import Step, StepError, Workspace, steps_of

PAGE = """\
---
language: vi
---
# Thử

```{file} my/a.txt
một
hai
```

:::{tip}
  ```{run}
  :exit: 3
  cat my/a.txt; exit 3
  ```
:::

```python
x = 1  # shown, not typed
```

```python
>>> __import__("pathlib").Path("my/a.txt").read_text("utf-8")
'một\\nhai\\n'
```
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a fresh folder with the examples."""
    return Workspace.made(tmp_path / "here", "vi")


def step(kind: str, body: str, argument: str = "", **options: str) -> Step:
    """Return a step that stands on line 7."""
    return Step(kind, argument, options, body, 7)  # type: ignore[arg-type] # kinds as the tests name them


def test_the_steps_of_a_page() -> None:
    """Each with its line, its options and its lines without the indent; Python that is only shown is none."""
    assert [(one.kind, one.line, one.argument, dict(one.options), one.body) for one in steps_of(PAGE)] == [
        ("file", 6, "my/a.txt", {}, "một\nhai\n"),
        ("run", 12, "", {"exit": "3"}, "cat my/a.txt; exit 3\n"),
        ("python", 22, "", {}, '>>> __import__("pathlib").Path("my/a.txt").read_text("utf-8")\n\'một\\nhai\\n\'\n'),
    ]


def test_what_a_step_writes_stays_for_the_next(workspace: Workspace) -> None:
    """File, command and Python see one folder."""
    shown = [workspace.perform(one) for one in steps_of(PAGE)]
    assert shown[1] == "$ cat my/a.txt; exit 3\nmột\nhai\n"


def test_the_examples_are_there(workspace: Workspace) -> None:
    """As for a reader who has a copy of the project; words are in the page's language."""
    shown = workspace.perform(step("run", "smartvillage evaluate examples/an-phu\n", lines="1"))
    assert shown.splitlines()[1].startswith("Ấp An Phú: ")
    assert shown.splitlines()[2] == "…"


def test_another_exit_code_stops_the_guide(workspace: Workspace) -> None:
    """With the line, the command and what it told."""
    with pytest.raises(StepError, match=r"(?s)line 7: `echo no; false` ended with 1, not 0:\nno"):
        workspace.perform(step("run", "echo no; false\n"))


def test_only_the_last_command_may_fail(workspace: Workspace) -> None:
    """An exit code that is asked for is that of the last."""
    with pytest.raises(StepError, match="ended with 1, not 0"):
        workspace.perform(step("run", "false\nfalse\n", exit="1"))
    assert workspace.perform(step("run", "true\nfalse\n", exit="1")) == "$ true\n$ false\n"


def test_a_change_takes_the_place_of_what_stood_there(workspace: Workspace) -> None:
    """Old lines between those around them give way to the new ones."""
    workspace.perform(step("file", "a: 1\nb: 2\nb: 2\n", "f.yaml"))
    workspace.perform(step("change", "  a: 1\n- b: 2\n+ b: 3\n", "f.yaml"))
    assert (workspace.folder / "f.yaml").read_text("utf-8") == "a: 1\nb: 3\nb: 2\n"


def test_a_step_for_another_language_is_passed_over(workspace: Workspace) -> None:
    """A form reads differently in each language, and so may what is changed in it."""
    other = Step("file", "f.txt", {"lang": "vi" if workspace.lang == "en" else "en"}, "x\n", 1)
    assert workspace.perform(other) == ""
    assert not (workspace.folder / "f.txt").exists()


def test_a_change_passes_over_what_lies_between(workspace: Workspace) -> None:
    """A line of three dots parts places of one file; each is changed."""
    workspace.perform(step("file", "a: 1\nb: 2\nc: 3\nd: 4\n", "f.yaml"))
    workspace.perform(step("change", "- a: 1\n+ a: 5\n  …\n  c: 3\n- d: 4\n+ d: 6\n", "f.yaml"))
    assert (workspace.folder / "f.yaml").read_text("utf-8") == "a: 5\nb: 2\nc: 3\nd: 6\n"


@pytest.mark.parametrize("body", ["- c: 1\n+ c: 2\n", "- b: 2\n", "a: 1\n"])
def test_a_change_that_has_no_single_place_stops_the_guide(workspace: Workspace, body: str) -> None:
    """What is not there, stands twice or is not marked is changed by nobody's guess."""
    workspace.perform(step("file", "a: 1\nb: 2\nb: 2\n", "f.yaml"))
    with pytest.raises(StepError):
        workspace.perform(step("change", body, "f.yaml"))


def test_python_that_answers_otherwise_stops_the_guide(workspace: Workspace) -> None:
    """With what came out."""
    with pytest.raises(StepError, match=r"(?s)Expected:\n    3\nGot:\n    2"):
        workspace.perform(step("python", ">>> 1 + 1\n3\n"))


def test_no_step_writes_outside_the_folder(workspace: Workspace) -> None:
    """A guide's file is the reader's own."""
    with pytest.raises(StepError, match="no file in the reader's folder"):
        workspace.perform(step("file", "x\n", "../x.txt"))


#: A figure as far as a step looks at it.
DRAWN = """\
>>> class Figure:
...     def __init__(self, words):
...         self.words = words
...     def _repr_png_(self):
...         return b"\\x89PNG"
...     def get_suptitle(self):
...         return self.words
>>> def drawn(count, lang="vi"):
...     return Figure(f"{count}\\n{lang}")
"""


@pytest.mark.parametrize(("lang", "typed"), [("vi", "drawn(3)"), ("en", 'drawn(3, lang="en")')])
def test_a_picture_is_drawn_in_the_language_of_its_readers(tmp_path: Path, lang: str, typed: str) -> None:
    """What is shown is what was typed, its heading stands for it in words, and its dots are in it."""
    workspace = Workspace.made(tmp_path / "here", lang)
    workspace.perform(step("python", f"{DRAWN}\n"))
    told = workspace.perform(step("picture", "drawn(3)\n")).splitlines()
    assert told == [typed, f"3 {lang}", "data:image/png;base64,iVBORw=="]


def test_an_expression_without_a_picture_stops_the_guide(workspace: Workspace) -> None:
    """With what was wrong."""
    with pytest.raises(StepError, match=r"line 7: `int\(\"3\"\)` gave no picture: AttributeError"):
        Workspace(workspace.folder, "vi").perform(step("picture", 'int("3")\n'))
