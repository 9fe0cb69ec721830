"""Settings: what differs between machines comes from the environment, and each has a default that is safe.

The rule: no secret stands in a file, and nothing that a visitor sends is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

HERE = Path(__file__).parent

#: Without one in the environment each process makes its own: enough for one process, as nothing signed is kept.
SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY") or get_random_secret_key()
DEBUG = os.environ.get("DJANGO_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("DJANGO_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

ROOT_URLCONF = "village_site.urls"
WSGI_APPLICATION = "village_site.wsgi.application"
MIDDLEWARE = [
    "village_site.guards.bounded",
    "django.middleware.security.SecurityMiddleware",
    "village_site.guards.scriptless",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [HERE / "templates"]}]

LANGUAGE_CODE = "vi"
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

#: Villages that a visitor may look at without a file of their own: folders with a `village.yaml` in them.
SAMPLES = Path(os.environ.get("SMARTVILLAGE_VILLAGES") or HERE.parent.parent.parent)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
