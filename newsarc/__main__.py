"""`python -m newsarc` is the command `newsarc`."""

from newsarc.cli.app import main

main()
