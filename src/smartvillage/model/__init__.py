"""The vocabulary: frozen types and closed unions that every stage speaks, without I/O and without an engine."""
