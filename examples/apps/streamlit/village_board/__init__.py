"""A board on which one turns the facts and thresholds of a village: Streamlit around `smartvillage`."""
