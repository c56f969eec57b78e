"""Hidden tests of the katas, the answers that keep them honest, and the grader."""
