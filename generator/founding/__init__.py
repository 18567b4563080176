"""A new review: its folder is written from a few answers, and kept in step with later versions of the generator."""
