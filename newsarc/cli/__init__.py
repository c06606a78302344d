"""The command line: texts become values, the library answers, the answers become lines."""
