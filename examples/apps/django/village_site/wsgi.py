"""The door for a real server: `gunicorn village_site.wsgi`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "village_site.settings")
application = get_wsgi_application()
