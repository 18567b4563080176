"""Turns records and views into Markdown pages."""
