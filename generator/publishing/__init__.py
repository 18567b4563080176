"""Writes the site and its versions to disk."""
