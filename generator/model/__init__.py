"""The vocabulary: frozen records that every stage shares."""
