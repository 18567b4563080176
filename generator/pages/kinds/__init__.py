"""One module for each kind of page; its template has the same stem."""
