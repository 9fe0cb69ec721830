"""A web service of criteria that villages must meet: FastAPI around `smartvillage`."""
