"""Tests of a ruleset as data: cases are read, run, and asked what of the ruleset they leave untested.

The rule: a case sees what any user sees, through ``api``; nothing here knows how a verdict comes about.
"""
