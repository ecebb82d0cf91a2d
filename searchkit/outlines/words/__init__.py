"""What many rooms ask about words: gates, phrases, sentences, learnt weights."""
