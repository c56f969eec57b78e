"""What `make check` and its sisters run: find the katas, run the hidden tests, tell the verdict."""
