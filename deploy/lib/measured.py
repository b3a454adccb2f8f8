#!/usr/bin/env python3
"""Runs a command and writes to a file how long it took and how much memory it held at most: SECONDS PEAK-KILOBYTES.

  measured.py FILE COMMAND…
"""

import resource
import subprocess
import sys
import time

start = time.monotonic()
code = subprocess.run(sys.argv[2:]).returncode
taken = time.monotonic() - start
with open(sys.argv[1], "w", encoding="ascii") as file:
    print(f"{taken:.3f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}", file=file)
sys.exit(code)
