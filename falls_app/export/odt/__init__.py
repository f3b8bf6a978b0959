"""Text documents (ODT) that people go on writing in their own program."""
