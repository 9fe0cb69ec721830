"""Where what lies."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.page, name="page"),
    path("report.json", views.as_json, name="json"),
    path("style.css", views.style, name="style"),
]
