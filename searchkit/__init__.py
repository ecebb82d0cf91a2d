"""searchkit finds who said what, and when, in collections of meeting outlines."""
