"""What a collection proposes for a thesaurus of the user's own; nothing is taken without asking.

``acronyms``: short forms with what they seem to stand for. ``variants``: two spellings of one word.
``collocations``: words that go together. ``company``: words that are used alike.
"""
