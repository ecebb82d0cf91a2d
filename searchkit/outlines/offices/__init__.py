"""Who holds an office that is told without a name."""
