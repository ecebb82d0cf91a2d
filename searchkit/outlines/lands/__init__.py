"""Of which country each person is."""
