"""One chart per file: its title, how to read it, the drawing and the figure around it."""
