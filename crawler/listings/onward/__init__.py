"""Where a listing goes on: further pages, archives, what "load more" asks for."""
