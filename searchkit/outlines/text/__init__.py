"""The text as it lies there: lines, columns, pages, wrapping, spaces."""
