"""Analysis: questions about rulesets themselves, put to the same nodes that villages are held against."""
