"""A site on which a commune looks at its village: Django around `smartvillage`, with no database."""
