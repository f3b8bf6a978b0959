"""The kit: words, buttons, cards and fields that every page is made of."""
