"""Keeps cases, answers and settings."""
