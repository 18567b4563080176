"""Submission: how a study begins its file, from what a person, a bibliography or a form says of it."""
