"""Puts the shared drawings on the screen."""
