"""Questions about the person: fixed texts, no score, no diagnosis."""
