"""The parts of the visit sheet: its first page, the head of each page, its lines."""
