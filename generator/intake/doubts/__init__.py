"""What is possible but doubtful. One rule per module; each has ``check(review)`` and yields warnings."""
