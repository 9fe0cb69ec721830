"""How the site is made: pages that are read off the code, guides whose steps are run, and their translations."""
