"""Turns files whose form and content are sound into the records that every stage shares."""
