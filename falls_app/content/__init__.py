"""Reads ``resources/`` into domain values and refuses wrong content with file, block and rule."""
