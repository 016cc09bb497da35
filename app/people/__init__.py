"""The people expected before there is a class: their list, where it comes from, and what is written to them."""
