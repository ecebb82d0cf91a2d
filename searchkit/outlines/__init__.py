"""Text -> outline: lines, front, entries and blocks (layout), header, people, speakers, topics."""
