#!/usr/bin/env python3
"""Runs a command and writes to a file how long it took, how much memory it held at most,
and how much of a processor it used: SECONDS PEAK-KILOBYTES PROCESSOR-SECONDS.

  measured.py FILE COMMAND…
"""

import resource
import subprocess
import sys
import time

start = time.monotonic()
code = subprocess.run(sys.argv[2:]).returncode
taken = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w", encoding="ascii") as file:
    print(f"{taken:.3f} {used.ru_maxrss} {used.ru_utime + used.ru_stime:.2f}", file=file)
sys.exit(code)
