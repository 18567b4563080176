"""Living reviews by the Structured Synthesis Method: from curated evidence files to a website."""
