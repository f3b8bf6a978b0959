"""Shows that nothing is lost: kills, power cuts, failing disks, damage. See ``__main__``."""
