"""Who says what: frames of speech, sides, pronouns, statements."""
