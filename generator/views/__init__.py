"""Turns records into tidy tables and charts."""
