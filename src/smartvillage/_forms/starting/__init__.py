"""The texts that a new package begins with; marks like ``@NAME@`` are filled in."""
