"""Who says what in a transcript: labels and turns."""
