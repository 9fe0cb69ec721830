"""Pictures: results drawn for people who would rather look than read. One file a picture, on one kind of canvas."""
