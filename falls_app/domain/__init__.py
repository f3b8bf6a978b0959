"""What a home check is: plain values and functions, no Qt, no files, no clock."""
