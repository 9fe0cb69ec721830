"""Forms: a ruleset as something to fill in."""
