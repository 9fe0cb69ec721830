"""The faults: one function a code, one file a hundred."""
