"""Papers as PDF: tagged, so that a screen reader can read them (PDF/UA-1)."""
