"""Bad files of cases are read by a test of their own, not run as cases."""

collect_ignore_glob = ["*.case.yaml"]
