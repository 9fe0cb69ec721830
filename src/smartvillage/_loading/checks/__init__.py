"""Checks: what must hold between entries. Each check is a generator of diagnostics over one loaded set."""
