"""When, where and why people met."""
