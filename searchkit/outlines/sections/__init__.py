"""Lines -> sections and passages: markers, numbers, headings, items."""
