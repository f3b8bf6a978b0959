"""The OT report as a value: what it says, before it is a PDF, a text document or plain text."""
