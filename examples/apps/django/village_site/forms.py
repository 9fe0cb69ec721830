"""The form: a village's text, sent as a file or typed, and what is asked of it.

The rule: a form reads what the browser sends; whether the text is a village, the library says.
"""

from __future__ import annotations

from typing import Any, Literal

from django import forms

import smartvillage as sv
from smartvillage import Document

from .shelf import LIMITS

#: What the text is called in faults; JSON by an ending, with which `null` is nothing. No file bears such a name,
#: so nothing is ever looked for beside it.
SENT = {False: "<village>", True: "<village>.json"}


class VillageForm(forms.Form):
    """What a visitor sends."""

    file = forms.FileField(required=False, allow_empty_file=True)
    text = forms.CharField(required=False, strip=False, widget=forms.Textarea)
    on = forms.DateField(required=False)
    until = forms.DateField(required=False)
    budget = forms.IntegerField(required=False, min_value=0)
    criterion = forms.CharField(required=False, max_length=64)

    def language(self) -> Literal["vi", "en"]:
        """Return the language that was asked for, whatever else is wrong with the form."""
        return "en" if self.data.get("lang") == "en" else "vi"

    def clean(self) -> dict[str, Any]:
        """Take the file where one was sent, else the typed text; no more of it than is ever read."""
        cleaned: dict[str, Any] = super().clean() or {}
        file = cleaned.get("file")
        if file is None:
            cleaned["sent"] = cleaned.get("text", "").replace("\r\n", "\n").encode()
        else:
            cleaned["sent"] = file.read(LIMITS.max_bytes + 1)
        return cleaned

    def document(self) -> Document:
        """Return what was sent as the library reads it, with the places of everything in it."""
        file = self.cleaned_data.get("file")
        json = file is not None and str(file.name).lower().endswith(".json")
        return sv.read_text(self.cleaned_data["sent"], SENT[json], LIMITS, json=json)

    def typed(self) -> str:
        """Return the text as it can be typed again, whatever else is wrong; what was no text is left out."""
        sent: bytes = getattr(self, "cleaned_data", {}).get("sent") or self.data.get("text", "").encode()
        return sent[: LIMITS.max_bytes].decode("utf-8", "replace")
