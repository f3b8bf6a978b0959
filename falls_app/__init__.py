"""Steady Home: walk through a home, score it for the person who lives there, print a plan."""

__version__ = "0.1.0"
