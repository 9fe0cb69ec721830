"""The words of reports, one file a language, the same keys in each."""
