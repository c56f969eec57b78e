"""Tests of the hidden tests and of the grader: `make test`."""
