"""Views: which words a page says and in which order, decided once for all writers."""
