class Bare(str):
    """A plain YAML scalar that looks like a number: fine as a number, refused as an id."""
    __slots__ = ()
