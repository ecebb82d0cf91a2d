"""What a record tells line by line: place, subject, who was present."""
