"""The pages of our papers: each module tells one group of pages as a story of blocks."""
