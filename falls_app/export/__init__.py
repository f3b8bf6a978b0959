"""Hands the result to somebody: papers and files, each made by a module imported when needed."""
