"""Vietnamese words."""
