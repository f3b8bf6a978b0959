"""Draws the house map, shapes, icons and pictures on any surface; knows no Qt and no PDF."""
