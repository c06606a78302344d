"""The command line: texts become values, the library answers, the answers become lines."""

import gc

gc.disable()  # until a command is loaded: so far nothing is garbage
