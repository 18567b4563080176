"""What changed between two states of the evidence, for people and machines."""
