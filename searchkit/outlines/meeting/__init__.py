"""Who meets."""
